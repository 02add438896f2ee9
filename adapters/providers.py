"""The provider table: who can be called, and how each differs from the others.

A new platform is a row; a new file only when it speaks a dialect that we do not have. The
order matters: without a settings file the target is the chat model of the first row whose
key is there.
"""

from __future__ import annotations

from adapters import anthropic, fal, openai_chat, replicate, runpod, web_endpoint
from adapters.auth import in_header
from adapters.dialect import Endpoint, Prefill, Provider
from edge.core.settings import ProviderSettings, Settings

_BY_ITSELF = Prefill()

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
    base_url = given.base_url or row.base_url
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
