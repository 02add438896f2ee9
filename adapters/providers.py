"""The provider table: who can be called, and how each differs from the others.

A new platform is a row; a new file only when it speaks a dialect that we do not have. The
order matters: without a settings file the target is the chat model of the first row whose
key is there.
"""

from __future__ import annotations

from adapters import (
    anthropic,
    bedrock,
    fal,
    gemini,
    openai_chat,
    replicate,
    runpod,
    vertex_anthropic,
    web_endpoint,
)
from adapters.auth import in_header
from adapters.aws_sign import sigv4
from adapters.dialect import Dialect, Endpoint, Prefill, Provider
from adapters.google_sign import google_token
from edge.core.settings import ProviderSettings, Settings

_BY_ITSELF = Prefill()

# By way of a region, or of many: https://cloud.google.com/vertex-ai/docs/reference/rest
_VERTEX = "{version}/projects/{{project}}/locations/{{region}}/publishers/{publisher}"


def _vertex(name: str, dialect: Dialect, version: str, publisher: str) -> Provider:
    path = _VERTEX.format(version=version, publisher=publisher)
    return Provider(
        name,
        dialect,
        f"https://{{region}}-aiplatform.googleapis.com/{path}",
        prefill=_BY_ITSELF,
        auth=google_token,
        models_path=None,
        elsewhere={
            "global": f"https://aiplatform.googleapis.com/{path}",
            "us": f"https://aiplatform.us.rep.googleapis.com/{path}",
            "eu": f"https://aiplatform.eu.rep.googleapis.com/{path}",
        },
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
    ),
    _vertex("vertex", gemini, "v1beta1", "google"),
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
        models_path=None,
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
    ),
    Provider(
        "fal_queue",
        fal.QUEUE,
        "https://queue.fal.run",
        "FAL_KEY",
        auth=in_header("authorization", "Key "),
        models_path=None,
        cold_starts=True,
    ),
    Provider("web_endpoint", web_endpoint, None, models_path=None, cold_starts=True),
    # Self-hosted servers, at their usual ports. None has a model that everyone has.
    Provider(
        "vllm",
        openai_chat,
        "http://127.0.0.1:8000/v1",
        prefill=Prefill(body={"continue_final_message": True, "add_generation_prompt": False}),
    ),
    Provider("llamacpp", openai_chat, "http://127.0.0.1:8080/v1", prefill=_BY_ITSELF),
    Provider("ollama", openai_chat, "http://127.0.0.1:11434/v1", prefill=_BY_ITSELF),
    Provider("openai_compatible", openai_chat, None, prefill=_BY_ITSELF),
)

_BY_NAME = {row.name: row for row in PROVIDERS}


def find_endpoint(name: str, settings: Settings) -> Endpoint:
    """The provider of this name: one of the settings', or a row as it stands.

    Raises `ValueError` when there is none, or none that can be called.
    """
    given = settings.providers.get(name, ProviderSettings(kind=name))
    row = _BY_NAME.get(given.kind)
    if row is None:
        raise ValueError(f'"{given.kind}" is not one of {", ".join(_BY_NAME)}')
    if not given.enabled:
        raise ValueError(f"{name}: not enabled in the settings")
    base_url = given.base_url or row.elsewhere.get(given.region or "", row.base_url)
    if base_url is None:
        raise ValueError(f"{name}: {row.name} has no address of its own, so base_url is needed")
    base_url = _filled_in(name, base_url, given).rstrip("/")
    return Endpoint(name, row, base_url, given.headers, given.region, given.project, given.key_file)


def _filled_in(name: str, base_url: str, given: ProviderSettings) -> str:
    for part in ("region", "project"):
        value = getattr(given, part)
        if f"{{{part}}}" not in base_url:
            continue
        if value is None:
            raise ValueError(f"{name}: its address has a {part} in it, so {part} is needed")
        base_url = base_url.replace(f"{{{part}}}", value)
    return base_url
