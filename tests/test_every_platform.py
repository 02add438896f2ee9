"""Every row of the provider table behind the real service: first with the simulator in its place,
then with a platform that shows everybody the key it was sent."""

from __future__ import annotations

import asyncio
import json
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import aiohttp
import openai
import pytest

from adapters.dialect import Provider
from adapters.google_sign import google_token
from adapters.models import describe
from adapters.providers import PROVIDERS
from bench.answers import answer_to
from bench.bad_platform import Play, Write, answering, bad_platforms
from bench.google_account import write_account
from bench.service_process import ServiceHandle, service
from bench.simulator_process import simulator
from edge.core.platforms import Secret
from edge.core.settings import ProviderSettings, Settings

KEY = "zx-81c4f2a9d07b-5e6f"
VARIABLE = "PRELUDE_TEST_KEY_OF_EVERY_PLATFORM"
PROMPT = "Why does the sea have tides?"
ANSWER = answer_to(PROMPT).text

# Where the simulator speaks as each of them; whoever is not named is like OpenAI itself.
PATHS = {
    "vertex": "/v1beta1/projects/p/locations/eu/publishers/google",
    "vertex_anthropic": "/v1/projects/p/locations/eu/publishers/anthropic",
    "bedrock": "",
    "cohere": "",
    "azure": "/azure/openai/v1",
    "mistral": "/mistral/v1",
    "deepseek": "/deepseek",
    "groq": "/groq/openai/v1",
    "moonshot": "/moonshot/v1",
    "qwen": "/qwen/compatible-mode/v1",
    "together": "/together/v1",
    "fireworks": "/fireworks/v1",
    "openrouter": "/openrouter/api/v1",
    "portkey": "/portkey/v1",
    "runpod": "/v2",
    "fal": "/run",
    "fal_queue": "/queue",
    "web_endpoint": "/web/100/talk",
    "vllm": "/vllm/v1",
    "sglang": "/sglang/v1",
    "ollama_native": "",
    "tgi": "/tgi/v1",
}
# Where no model is everyone's.
MODELS = {
    "vertex": "gemini-2.5-flash",
    "vertex_anthropic": "claude-sonnet-4-5",
    "bedrock": "amazon.nova-pro-v1:0",
    "replicate": "meta/llama",
    "runpod": "endpoint/llama",
    "fal": "fal-ai/any-llm",
    "fal_queue": "fal-ai/any-llm",
}
# Where the model that is asked has a price in the table; elsewhere the cost is said to be unknown.
PRICED = {
    *("openai", "openai_responses", "anthropic", "gemini", "bedrock", "cohere", "mistral"),
    *("deepseek", "groq", "xai", "together", "fireworks"),
}

SETTINGS = """\
[local]
model = "none"

[routes.default]
targets = ["openai/gpt-5.4-mini"]
"""


def target(row: Provider) -> str:
    return f"{row.name}/{MODELS.get(row.name) or row.chat_model or 'sim'}"


def section(row: Provider, base_url: str, account: Path, name: str | None = None) -> str:
    """As a person would write it."""
    paid = f'key_file = "{account}"' if row.auth is google_token else f'api_key_env = "{VARIABLE}"'
    return f"""\
[providers.{name or row.name}]
kind = "{row.name}"
base_url = "{base_url}"
region = "eu-central-1"
project = "p"
{paid}
"""


def token(value: str) -> Play:
    return answering(200, {"access_token": value, "expires_in": 3600})


# -- they answer -------------------------------------------------------------


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServiceHandle]:
    flags = ("--ttft-ms", "0", "--tokens-per-s", "0", "--tokens", "0", "--key", KEY)
    file = tmp_path_factory.mktemp("account") / "account.json"
    with (
        pytest.MonkeyPatch.context() as environment,
        bad_platforms({"token": token(KEY)}, {}) as google,
        simulator(*flags) as platform,
    ):
        environment.setenv(VARIABLE, KEY)
        account = write_account(file, f"http://127.0.0.1:{google.port}/token/")
        sections = [
            section(row, platform.url + PATHS.get(row.name, "/v1"), account) for row in PROVIDERS
        ]
        with service("\n".join([SETTINGS, *sections])) as handle:
            yield handle


class Told(NamedTuple):
    text: str
    finish_reason: str | None
    usage: Any
    report: dict[str, Any]


async def ask(ours: ServiceHandle, model: str, *, stream: bool) -> Told:
    asked: dict[str, Any] = {"model": model, "messages": [{"role": "user", "content": PROMPT}]}
    async with openai.AsyncOpenAI(base_url=ours.base_url, api_key="none", max_retries=0) as client:
        if not stream:
            whole = await client.chat.completions.create(**asked)
            (choice,) = whole.choices
            text = choice.message.content or ""
            return Told(text, choice.finish_reason, whole.usage, _report(whole))
        asked["stream_options"] = {"include_usage": True}
        text, finish_reason, usage = "", None, None
        report: dict[str, Any] = {}
        async for chunk in await client.chat.completions.create(**asked, stream=True):
            for choice in chunk.choices:
                text += choice.delta.content or ""
                finish_reason = choice.finish_reason or finish_reason
            usage = chunk.usage or usage
            report = _report(chunk) or report
        return Told(text, finish_reason, usage, report)


def _report(said: Any) -> dict[str, Any]:
    return (said.model_extra or {}).get("prelude") or {}


@pytest.mark.parametrize("stream", [True, False], ids=["streamed", "whole"])
@pytest.mark.parametrize("row", PROVIDERS, ids=lambda row: row.name)
def test_every_platform_answers_says_why_it_ended_and_what_it_cost(
    ours: ServiceHandle, row: Provider, stream: bool
) -> None:
    told = asyncio.run(ask(ours, target(row), stream=stream))
    assert (told.text, told.finish_reason) == (ANSWER, "stop")
    assert told.report["models"] == [target(row)]
    assert told.usage.prompt_tokens > 0
    assert told.usage.completion_tokens > 0
    assert told.report["cost_known"] is (row.name in PRICED)
    assert (told.report["cost_cents"] > 0) is (row.name in PRICED)


# -- they tell our key -------------------------------------------------------


def _quoted(status: int, kind: str, body: str, **headers: str) -> Play:
    """A platform whose answer has all in it that it was sent: HEAD stands for that. "Bearer" is
    left out, for what follows that word is known to be a key."""

    async def play(head: str, write: Write) -> None:
        shown = " ".join(word for word in head.split() if word != "Bearer")
        data = body.replace("HEAD", json.dumps(shown)[1:-1]).encode()
        told = {name: value.replace("HEAD", shown) for name, value in headers.items()}
        await answering(status, data, content_type=kind, **told)(head, write)

    return play


JSON = "application/json"
ERROR = '{"error": {"message": "HEAD", "code": "HEAD", "param": "HEAD", "type": "HEAD"}}'
TELLTALES = {
    "refused": _quoted(401, JSON, ERROR),
    "too_much": _quoted(429, JSON, ERROR, retry_after="HEAD", x_ratelimit_remaining="HEAD"),
    "wrong": _quoted(400, JSON, '{"detail": [{"msg": "HEAD", "input": "HEAD"}]}'),
    "broken": _quoted(500, "text/plain", "HEAD", x_amzn_errortype="HEAD", x_request_id="HEAD"),
    "redirect": _quoted(302, "text/html", "HEAD", location="http://x.test/?HEAD"),
    "error_in_200": _quoted(200, JSON, ERROR),
    "error_event": _quoted(200, "text/event-stream", f"event: error\ndata: {ERROR}\n\n"),
    "page": _quoted(200, "text/html", "<html>HEAD</html>"),
    "not_its_format": _quoted(200, "HEAD", '{"status": "HEAD", "choices": "HEAD"}'),
    "began": _quoted(201, JSON, '{"id": "HEAD", "status": "failed", "error": "HEAD"}'),
}
ENVIRONMENT = {
    "AWS_ACCESS_KEY_ID": "AKXX93B1D7C6E2",
    "AWS_SECRET_ACCESS_KEY": "hush-5a8e3c0f7d21",
    "AWS_SESSION_TOKEN": "token-64d2b9f1e8a7",
}
HEADER_KEY = "side-door-0f3b61c7"


def named(row: Provider, telltale: str) -> str:
    return f"{row.name}-{telltale}"


@pytest.fixture(scope="module")
def told_on(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServiceHandle]:
    file = tmp_path_factory.mktemp("account") / "account.json"
    plays = {named(row, name): play for row in PROVIDERS for name, play in TELLTALES.items()}
    with (
        pytest.MonkeyPatch.context() as environment,
        bad_platforms({"token": token(KEY), **plays}, {}) as bad,
    ):
        for variable, value in {VARIABLE: KEY, **ENVIRONMENT}.items():
            environment.setenv(variable, value)
        url = f"http://127.0.0.1:{bad.port}"
        account = write_account(file, f"{url}/token/")
        sections = [
            section(row, f"{url}/{name}", account, name)
            for row in PROVIDERS
            for name in (named(row, telltale) for telltale in TELLTALES)
        ]
        with service("\n".join([SETTINGS, *sections])) as handle:
            yield handle


MESSAGES = [{"role": "user", "content": PROMPT}]
CHAT: tuple[tuple[str, dict[str, Any]], ...] = (
    ("chat/completions", {"messages": MESSAGES, "stream": True}),
    ("chat/completions", {"messages": MESSAGES}),
)
MEDIA: dict[str, tuple[str, dict[str, Any]]] = {
    "embedding": ("embeddings", {"input": PROMPT}),
    "image": ("images/generations", {"prompt": PROMPT}),
    "video": ("videos", {"prompt": PROMPT}),
}


async def hear_all(url: str, door: str, asked: dict[str, Any]) -> str:
    """All that comes over the wire, with the trace of every leg."""
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{url}/{door}", json={**asked, "prelude": {"trace": True}}) as reply,
    ):
        return f"{reply.headers}{await reply.text()}"


@pytest.mark.parametrize("row", PROVIDERS, ids=lambda row: row.name)
def test_no_platform_can_make_us_tell_its_key(told_on: ServiceHandle, row: Provider) -> None:
    for telltale in TELLTALES:
        model = f"{named(row, telltale)}/{target(row).partition('/')[2]}"
        for door, asked in (*CHAT, *(MEDIA[kind] for kind in row.media)):
            heard = asyncio.run(hear_all(told_on.base_url, door, {"model": model, **asked}))
            assert model in heard
            assert_no_secret_in(heard)
    with urllib.request.urlopen(f"{told_on.url}/metrics", timeout=10) as response:
        assert_no_secret_in(response.read().decode())
    assert_no_secret_in(told_on.output.read_text())
    for file in told_on.config.parent.rglob("*"):  # the ledger and whatever else is kept
        if file.is_file() and file != told_on.config:
            assert_no_secret_in(file.read_bytes().decode(errors="replace"))


@pytest.mark.parametrize("row", PROVIDERS, ids=lambda row: row.name)
def test_no_part_of_a_platform_shows_its_key(row: Provider) -> None:
    given = ProviderSettings(row.name, "http://127.0.0.1:1", headers={"x-side": HEADER_KEY})
    settings = Settings(providers={"mine": replace(given, region="eu-central-1", project="p")})
    model = describe("mine/big", settings)
    key = Secret(KEY)
    signer = row.auth(model.endpoint, key)
    assert_no_secret_in(f"{model!r} {model.endpoint!r} {key!r} {key} {signer!r} {settings!r}")


def assert_no_secret_in(text: str) -> None:
    for secret in (KEY, HEADER_KEY, *ENVIRONMENT.values()):
        parts = {secret[at : at + 8] for at in range(len(secret) - 7)}
        assert not [part for part in parts if part in text], text[:2000]
