"""The provider table: who can be called, and how each differs from the others.

A new platform is a row; a new file only when it speaks a dialect that we do not have. The
order matters: without a settings file the target is the chat model of the first row whose
key is there.
"""

from __future__ import annotations

from collections.abc import Iterable

from adapters import (
    anthropic,
    bedrock,
    bedrock_embed,
    chat_members,
    cohere,
    cohere_embed,
    completions,
    fal,
    fal_media,
    gemini,
    gemini_embed,
    gemini_images,
    gemini_kept,
    ollama,
    ollama_embed,
    openai_chat,
    openai_embeddings,
    openai_images,
    replicate,
    replicate_media,
    responses,
    runpod,
    veo,
    vertex_anthropic,
    vertex_embed,
    vertex_images,
    web_endpoint,
)
from adapters.auth import in_header
from adapters.aws_sign import sigv4
from adapters.dialect import Dialect, Endpoint, Media, Prefill, Provider
from adapters.google_sign import google_token
from edge.core.settings import ProviderSettings, Settings

# A trailing assistant message is handed to the model as it is: whether one goes on from it is in
# the model table.
_BY_ITSELF = Prefill()
_PREFIX = Prefill(message={"prefix": True})
_PARTIAL = Prefill(message={"partial": True})
_BY_VLLM = Prefill(body={"continue_final_message": True, "add_generation_prompt": False})


# What is made beside text, in OpenAI's dialects.
_VECTORS: Media = {"embedding": openai_embeddings.OPENAI}
_OPENAIS_MEDIA: Media = {**_VECTORS, "image": openai_images.OPENAI}
_ANY_MEDIA: Media = {**_VECTORS, "image": openai_images.BY_FORM}
_DASHSCOPE = "https://{host}.aliyuncs.com/compatible-mode/v1"

# By way of a region, or of many: https://cloud.google.com/vertex-ai/docs/reference/rest
_VERTEX = "{version}/projects/{{project}}/locations/{{region}}/publishers/{publisher}"


def _vertex(
    name: str,
    dialect: Dialect,
    version: str,
    publisher: str,
    *,
    resumes: bool = False,
    media: Media | None = None,
) -> Provider:
    path = _VERTEX.format(version=version, publisher=publisher)
    return Provider(
        name,
        dialect,
        f"https://{{region}}-aiplatform.googleapis.com/{path}",
        prefill=_BY_ITSELF,
        auth=google_token,
        machine_key=True,
        resumes=resumes,
        models_path=None,
        elsewhere={
            "global": f"https://aiplatform.googleapis.com/{path}",
            "us": f"https://aiplatform.us.rep.googleapis.com/{path}",
            "eu": f"https://aiplatform.eu.rep.googleapis.com/{path}",
        },
        media=media or {},
    )


PROVIDERS = (
    Provider(
        "openai",
        openai_chat,
        "https://api.openai.com/v1",
        "OPENAI_API_KEY",
        # A third of its big brother's price, with no thinking before the first token unless
        # it is asked for. gpt-6-luna is cheaper still; how it opens was not seen yet.
        chat_model="gpt-5.4-mini",
        max_tokens="max_completion_tokens",  # gpt-5 and later refuse max_tokens
        developer_role="developer",
        prompt_cache_key=True,
        media=_OPENAIS_MEDIA,
        takes_tokens=True,
        completions=completions.OPENAI,
    ),
    Provider(
        "openai_responses",
        responses,
        "https://api.openai.com/v1",
        "OPENAI_API_KEY",
        chat_model="gpt-5.4-mini",
        developer_role="developer",
        models_of="openai",
        background=True,
        prompt_cache_key=True,
    ),
    Provider(
        "anthropic",
        anthropic,
        "https://api.anthropic.com/v1",
        "ANTHROPIC_API_KEY",
        # The one that costs least, and is there until October 2027 at least. It thinks before it
        # speaks, unless provider_options say otherwise (output_config.effort, thinking).
        chat_model="claude-haiku-5-5",
        prefill=_BY_ITSELF,
        auth=in_header("x-api-key"),
        headers={"anthropic-version": "2023-06-01"},
    ),
    Provider(
        "gemini",
        gemini,
        "https://generativelanguage.googleapis.com/v1",
        "GEMINI_API_KEY",  # GOOGLE_API_KEY often is one for maps and the like
        chat_model="gemini-3.8-flash",  # the cheapest of the current ones; never seen how it opens
        prefill=_BY_ITSELF,
        auth=in_header("x-goog-api-key"),
        keeps=gemini_kept,
        resumes=True,
        media={"embedding": gemini_embed, "image": gemini_images},
    ),
    _vertex(
        "vertex",
        gemini,
        "v1beta1",
        "google",
        resumes=True,
        media={"embedding": vertex_embed, "image": vertex_images, "video": veo},
    ),
    _vertex("vertex_anthropic", vertex_anthropic, "v1", "anthropic"),
    # No model is everyone's: access is granted for each, and ids differ by region. Its list of
    # models is at another host, which signs otherwise.
    Provider(
        "bedrock",
        bedrock,
        "https://bedrock-runtime.{region}.amazonaws.com",
        "AWS_BEARER_TOKEN_BEDROCK",
        prefill=_BY_ITSELF,
        auth=sigv4("bedrock"),
        machine_key=True,
        # Inference profiles, which spread calls over regions.
        roaming=("apac.", "au.", "ca.", "eu.", "global.", "jp.", "us.", "us-gov.", "arn:"),
        models_path=None,
        images="inline",
        media={"embedding": bedrock_embed},
    ),
    Provider(
        "cohere",
        cohere,
        "https://api.cohere.com",
        "CO_API_KEY",
        chat_model="command-a-03-2025",  # the one its own examples ask
        models_path="/v1/models",
        media={"embedding": cohere_embed},
    ),
    # Everyone's own resource: https://NAME.openai.azure.com/openai/v1. A model is a deployment.
    Provider(
        "azure",
        openai_chat,
        None,
        "AZURE_OPENAI_API_KEY",
        max_tokens="max_completion_tokens",
        developer_role="developer",
        auth=in_header("api-key"),
        prompt_cache_key=True,
        media=_OPENAIS_MEDIA,
        takes_tokens=True,
    ),
    Provider(
        "mistral",
        openai_chat,
        "https://api.mistral.ai/v1",
        "MISTRAL_API_KEY",
        chat_model="mistral-small-latest",
        seed="random_seed",
        stream_usage=False,
        refuses=chat_members.MISTRAL,
        prefill=_PREFIX,
        prompt_cache_key=True,
        media={"embedding": openai_embeddings.MISTRAL},
        completions=completions.MISTRAL,
    ),
    Provider(
        "deepseek",
        openai_chat,
        "https://api.deepseek.com",  # without /v1: the door for what is continued is beside it
        "DEEPSEEK_API_KEY",
        chat_model="deepseek-v4-flash",
        refuses=chat_members.DEEPSEEK,
        prefill=Prefill({"prefix": True}, path="/beta", excludes=frozenset({"tools"})),
        completions=completions.DEEPSEEK,
    ),
    Provider(
        "groq",
        openai_chat,
        "https://api.groq.com/openai/v1",
        "GROQ_API_KEY",
        chat_model="openai/gpt-oss-120b",
        refuses=chat_members.GROQ,
        prefill=_BY_ITSELF,
    ),
    Provider("xai", openai_chat, "https://api.x.ai/v1", "XAI_API_KEY", chat_model="grok-4.7"),
    Provider(
        "moonshot",
        openai_chat,
        "https://api.moonshot.ai/v1",
        "MOONSHOT_API_KEY",
        prefill=_PARTIAL,
        elsewhere={"cn": "https://api.moonshot.cn/v1"},  # keys of one are refused by the other
    ),
    # A workspace has an address of its own (project is its id), and in some regions must.
    Provider(
        "qwen",
        openai_chat,
        _DASHSCOPE.format(host="dashscope-intl"),
        "DASHSCOPE_API_KEY",
        prefill=_PARTIAL,
        models_path=None,
        elsewhere={
            "cn-beijing": _DASHSCOPE.format(host="dashscope"),
            "cn-hongkong": _DASHSCOPE.format(host="cn-hongkong.dashscope"),
            "us-east-1": _DASHSCOPE.format(host="dashscope-us"),
            "ap-southeast-1": _DASHSCOPE.format(host="{project}.ap-southeast-1.maas"),
            "ap-northeast-1": _DASHSCOPE.format(host="{project}.ap-northeast-1.maas"),
        },
    ),
    Provider(
        "together",
        openai_chat,
        "https://api.together.xyz/v1",
        "TOGETHER_API_KEY",
        chat_model="meta-llama/Llama-3.3-70B-Instruct-Turbo",
        refuses=chat_members.TOGETHER,
        prefill=_BY_ITSELF,
        media={"embedding": openai_embeddings.TOGETHER, "image": openai_images.TOGETHER},
        completions=completions.PLAIN,
    ),
    Provider(
        "fireworks",
        openai_chat,
        "https://api.fireworks.ai/inference/v1",
        "FIREWORKS_API_KEY",
        chat_model="accounts/fireworks/models/kimi-k2p6",
        refuses=chat_members.FIREWORKS,
        prefill=_BY_ITSELF,
        prompt_cache_key=True,
        media=_VECTORS,
        completions=completions.PLAIN,
    ),
    # Gateways: what a model can do is the affair of whoever is behind them.
    Provider(
        "openrouter",
        openai_chat,
        "https://openrouter.ai/api/v1",
        "OPENROUTER_API_KEY",
        stream_usage=False,
        prompt_cache_key=True,
        refuses=chat_members.OPENROUTER,
        prefill=_BY_ITSELF,
        media=_VECTORS,
    ),
    Provider(
        "vercel",
        openai_chat,
        "https://ai-gateway.vercel.sh/v1",
        "AI_GATEWAY_API_KEY",
        prefill=_BY_ITSELF,
        media=_VECTORS,
    ),
    # The address: its own page at huggingface.co/TokenMixAi, read in November 2026.
    Provider(
        "tokenmix",
        openai_chat,
        "https://api.tokenmix.ai/v1",
        "TOKENMIX_API_KEY",
        prefill=_BY_ITSELF,
    ),
    # Its API reference has this address; a later page of its questions has https://wisgate.ai/v1
    # (wisdom-docs.juheapi.com, read in November 2026). Neither was seen to answer.
    Provider(
        "wisgate",
        openai_chat,
        "https://wisdom-gate.juheapi.com/v1",
        "WISGATE_API_KEY",
        prefill=_BY_ITSELF,
    ),
    # Whom it is to call says the model ("@team-openai/gpt-5.4") or, in the settings' headers,
    # x-portkey-provider with the platform's own authorization, or x-portkey-config.
    Provider(
        "portkey",
        openai_chat,
        "https://api.portkey.ai/v1",
        "PORTKEY_API_KEY",
        prefill=_BY_ITSELF,
        auth=in_header("x-portkey-api-key"),
    ),
    # Rented machines. To ask one that sleeps for its models would wake it, and cost.
    Provider(
        "baseten",
        openai_chat,
        "https://inference.baseten.co/v1",
        "BASETEN_API_KEY",
        prefill=_BY_ITSELF,
    ),
    Provider(
        "baseten_dedicated",  # https://model-ID.api.baseten.co/environments/production/sync/v1
        openai_chat,
        None,
        "BASETEN_API_KEY",
        prefill=_BY_ITSELF,
        models_path=None,
        cold_starts=True,
    ),
    Provider(
        "modal",  # https://WORKSPACE--LABEL.modal.run/v1; Modal-Key and Modal-Secret are headers
        openai_chat,
        None,
        prefill=_BY_VLLM,
        models_path=None,
        cold_starts=True,
    ),
    Provider(
        "anyscale",  # a service: Ray Serve LLM on https://HOST/v1
        openai_chat,
        None,
        "ANYSCALE_API_KEY",
        prefill=_BY_VLLM,
    ),
    Provider(
        "runpod_openai",  # https://api.runpod.ai/v2/ENDPOINT/openai/v1
        openai_chat,
        None,
        "RUNPOD_API_KEY",
        prefill=_BY_VLLM,
        models_path=None,
        cold_starts=True,
    ),
    # Platforms that run jobs, on machines that may have to be started first.
    Provider(
        "replicate",
        replicate,
        "https://api.replicate.com/v1",
        "REPLICATE_API_TOKEN",
        models_path="/account",
        hosts=("stream.replicate.com",),
        cold_starts=True,
        media={"image": replicate_media, "video": replicate_media},
    ),
    Provider(
        "runpod",
        runpod,
        "https://api.runpod.ai/v2",
        "RUNPOD_API_KEY",
        prefill=Prefill(body={"continue_final_message": True, "add_generation_prompt": False}),
        models_path=None,
        cold_starts=True,
    ),
    Provider(
        "fal",
        fal.DIRECT,
        "https://fal.run",
        "FAL_KEY",
        auth=in_header("authorization", "Key "),
        models_path=None,
        cold_starts=True,
        media={"image": fal_media.DIRECT},
    ),
    Provider(
        "fal_queue",
        fal.QUEUE,
        "https://queue.fal.run",
        "FAL_KEY",
        auth=in_header("authorization", "Key "),
        models_path=None,
        cold_starts=True,
        streams=False,
        media={"image": fal_media.QUEUE, "video": fal_media.QUEUE},
        models_of="fal",
    ),
    Provider("web_endpoint", web_endpoint, None, models_path=None, cold_starts=True, streams=False),
    # Self-hosted servers, at their usual ports. None has a model that everyone has.
    Provider(
        "vllm",
        openai_chat,
        "http://127.0.0.1:8000/v1",
        prefill=_BY_VLLM,
        images="inline",
        media=_VECTORS,
        takes_tokens=True,
        completions=completions.PLAIN,
    ),
    Provider(
        "sglang",
        openai_chat,
        "http://127.0.0.1:30000/v1",
        prefill=Prefill(body={"continue_final_message": True}),
        images="inline",
        completions=completions.PLAIN,
    ),
    Provider(
        "llamacpp",
        openai_chat,
        "http://127.0.0.1:8080/v1",
        prefill=_BY_ITSELF,
        images="inline",
        media={"embedding": openai_embeddings.LLAMACPP},
        takes_tokens=True,
        completions=completions.PLAIN,
    ),
    Provider(
        "ollama",
        openai_chat,
        "http://127.0.0.1:11434/v1",
        prefill=_BY_ITSELF,
        images="inline",
        media=_VECTORS,
        completions=completions.OLLAMA,
    ),
    Provider(
        "ollama_native",
        ollama,
        "http://127.0.0.1:11434",
        prefill=_BY_ITSELF,
        models_path="/api/tags",
        images="inline",
        media={"embedding": ollama_embed},
    ),
    Provider("tgi", openai_chat, "http://127.0.0.1:3000/v1", images="inline"),
    Provider(
        "ray_serve", openai_chat, "http://127.0.0.1:8000/v1", prefill=_BY_VLLM, images="inline"
    ),
    Provider(
        "litellm",
        openai_chat,
        "http://127.0.0.1:4000/v1",
        prefill=_PREFIX,
        images="inline",
        media=_ANY_MEDIA,
    ),
    Provider(
        "openai_compatible",
        openai_chat,
        None,
        prefill=_BY_ITSELF,
        images="inline",
        media=_ANY_MEDIA,
    ),
)


def find_endpoint(name: str, settings: Settings, table: Iterable[Provider] = PROVIDERS) -> Endpoint:
    """The provider of this name: one of the settings', or a row as it stands.

    Raises `ValueError` when there is none, or none that can be called.
    """
    given = settings.providers.get(name, ProviderSettings(kind=name))
    rows = {row.name: row for row in table}
    row = rows.get(given.kind)
    if row is None:
        raise ValueError(f'"{given.kind}" is not one of {", ".join(rows)}')
    if not given.enabled:
        raise ValueError(f"{name}: not enabled in the settings")
    base_url = _filled_in(name, given.base_url or _own_address(name, row, given.region), given)
    return Endpoint(
        name,
        row,
        base_url.rstrip("/"),
        given.headers,
        given.region,
        given.project,
        given.key_file,
        given.ca_file,
        given.background,
    )


def _own_address(name: str, row: Provider, region: str | None) -> str:
    if region is not None and region in row.elsewhere:
        return row.elsewhere[region]
    if row.base_url is None:
        raise ValueError(f"{name}: {row.name} has no address of its own, so base_url is needed")
    if region is not None and row.elsewhere and "{region}" not in row.base_url:
        # Its default would be another country.
        raise ValueError(f'{name}: region "{region}" is not one of {", ".join(row.elsewhere)}')
    return row.base_url


def _filled_in(name: str, base_url: str, given: ProviderSettings) -> str:
    for part in ("region", "project"):
        value = getattr(given, part)
        if f"{{{part}}}" not in base_url:
            continue
        if value is None:
            raise ValueError(f"{name}: its address has a {part} in it, so {part} is needed")
        base_url = base_url.replace(f"{{{part}}}", value)
    return base_url
