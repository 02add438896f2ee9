"""Platforms that do everything wrong, behind the real service: whoever asked is told by whom, of
which model and why, in the dialect they speak, and never with a part of our key in it.

Each case is a provider of the settings; `bench/bad_platform.py` plays them all.
"""

from __future__ import annotations

import asyncio
import json
import re
import urllib.request
from collections import Counter
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import aiohttp
import openai
import pytest

from bench.authority import Authority
from bench.bad_platform import (
    BadPlatforms,
    Play,
    Write,
    answering,
    bad_platforms,
    bomb,
    endless,
    hang_up,
    long_frame,
    never,
    say_no_http,
)
from bench.google_account import write_account
from bench.service_process import ServiceHandle, service
from edge.platforms import platforms
from edge.settings_file import BadSettings, load

KEY = "zx-81c4f2a9d07b-5e6f"  # like no platform's, so that only knowing it takes it out
VARIABLE = "PRELUDE_TEST_KEY_OF_A_BAD_PLATFORM"
ENVIRONMENT = {
    VARIABLE: KEY,
    "AWS_ACCESS_KEY_ID": "AKXX93B1D7C6E2",
    "AWS_SECRET_ACCESS_KEY": "hush-5a8e3c0f7d21",
    "AWS_SESSION_TOKEN": "token-64d2b9f1e8a7",
}
GOOGLE_TOKEN = "ticket-2c7f0b5d94e1"
SECRETS = (*ENVIRONMENT.values(), GOOGLE_TOKEN)
MOST_SENT = 48 << 20  # of an endless body: what we read of it, and what fits between us
MOST_MEMORY_MIB = 330  # of the service, whatever it was sent: it has 160 when nobody asks


async def quote_the_key(head: str, write: Write) -> None:
    shown = next(line for line in head.splitlines() if line.lower().startswith("authorization"))
    error = {"message": f"Incorrect API key provided: {shown.split()[-1]}.", "code": f"bad:{KEY}"}
    await answering(401, {"error": error})(head, write)


HTML = b"<!doctype html><html><body>Sign in to the network</body></html>"
NO_MODEL = {"error": {"message": "The model `big` does not exist", "code": "model_not_found"}}
NO_KEY = {
    "type": "error",
    "error": {"type": "authentication_error", "message": "invalid x-api-key"},
}
EXPIRED = {"error": {"code": 401, "message": "Token expired.", "status": "UNAUTHENTICATED"}}
AWS_EXPIRED = {"message": "The security token included in the request is expired"}
NOT_HERE = {"error": {"code": 400, "message": "No such region.", "status": "FAILED_PRECONDITION"}}
ELSEWHERE = "http://elsewhere.invalid/v1/chat/completions?key=1"
MUCH = b"x" * 65536
REGION = 'region = "us-east-1"'


@dataclass(frozen=True)
class Case:
    """What the platform does, and what is told of it."""

    play: Play
    told: str
    kind: str = "openai_compatible"
    extra: str = f'api_key_env = "{VARIABLE}"'  # settings


CASES = {
    "wrong_key": Case(quote_the_key, "answered 401: Incorrect API key provided"),
    "wrong_key_claude": Case(
        answering(401, NO_KEY), "answered 401: invalid x-api-key", "anthropic"
    ),
    "unknown_model": Case(answering(404, NO_MODEL), "answered 404: The model `big` does not exist"),
    "wrong_region": Case(answering(400, NOT_HERE), "answered 400: No such region.", "gemini"),
    "expired_google": Case(
        answering(401, EXPIRED), "answered 401: Token expired.", "vertex", "token"
    ),
    "revoked_google": Case(
        answering(200, b"{}"), "no token from Google: invalid_grant", "vertex", "revoked_token"
    ),
    "expired_aws": Case(
        answering(403, AWS_EXPIRED, x_amzn_errortype="ExpiredTokenException"),
        f"answered 403: {AWS_EXPIRED['message']}",
        "bedrock",
        REGION,
    ),
    "html": Case(answering(200, HTML, content_type="text/html"), "a page of markup where"),
    "html_error": Case(answering(502, HTML, content_type="text/html"), "answered 502: a page of"),
    **{
        f"redirect_{status}": Case(
            answering(status, location=ELSEWHERE),
            f"answered {status}: a redirect to elsewhere.invalid, which is not followed",
        )
        for status in (301, 302, 303, 307, 308)
    },
    "big_body": Case(endless(b'{"choices": "', MUCH), "a reply of more than 16777216 bytes"),
    "big_line": Case(endless(b"data: {", MUCH), "an event of more than 1048576 bytes"),
    "big_error": Case(endless(b"no ", b"no " * 20_000, 500), "answered 500: no no"),
    "big_claude": Case(endless(b"{", MUCH), "a reply of more than 16777216", "anthropic"),
    "big_gemini": Case(endless(b"data: {", MUCH), "an event of more than 1048576", "gemini"),
    "big_cohere": Case(endless(b"data: {", MUCH), "an event of more than 1048576", "cohere"),
    "big_ollama": Case(endless(b'{"message', MUCH), "of more than 16777216", "ollama_native"),
    "big_responses": Case(endless(b"data: {", MUCH), "of more than 1048576", "openai_responses"),
    "big_bedrock": Case(long_frame(), "an event of more than 1048576", "bedrock", REGION),
    "big_job": Case(endless(b"{", MUCH, 201), "more than 16777216 bytes", "replicate"),
    "bomb_body": Case(bomb(b'{"choices": "'), "a reply of more than 16777216 bytes"),
    "bomb_events": Case(bomb(b"data: {"), "an event of more than 1048576 bytes", "anthropic"),
    "big_headers": Case(
        answering(200, b"{}", x_big="k" * (1 << 20)), "not HTTP: a line of its head is too long"
    ),
    "many_headers": Case(
        answering(200, b"{}", **{f"x_{number}": "k" * 40 for number in range(20_000)}),
        "not HTTP: its head cannot be read",
    ),
    "no_http": Case(say_no_http, "not HTTP: its head cannot be read"),
    "mute": Case(never, "no text for 0.7 s"),
    "closes": Case(hang_up, "no answer: it closed the connection"),
    "self_signed": Case(never, "its certificate is not valid: self-signed certificate"),
    "wrong_host": Case(never, "its certificate is not valid: IP address mismatch"),
    "expired": Case(never, "its certificate is not valid: certificate has expired"),
}
TLS = ("self_signed", "wrong_host", "expired")
TOKENS = {
    "token": answering(200, {"access_token": GOOGLE_TOKEN, "expires_in": 3600}),
    "revoked_token": answering(400, {"error": "invalid_grant", "error_description": KEY}),
}

SETTINGS = """
[local]
model = "none"

[tiers.deep]
first_text_ms = 700
whole_ms = 700
deadline_ms = 1500

[routes.default]
targets = ["unknown_model/big"]
"""


class World(NamedTuple):
    bad: BadPlatforms
    ours: ServiceHandle


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("bad")
    authority = Authority(folder)
    certificates = {
        "self_signed": authority.serve_as("127.0.0.1", signed=False),
        "wrong_host": authority.serve_as("127.0.0.9"),
        "expired": authority.serve_as("127.0.0.1", lasts=timedelta(days=-1)),
    }
    plays = {name: case.play for name, case in CASES.items()} | TOKENS
    with bad_platforms(plays, certificates) as bad, pytest.MonkeyPatch.context() as environment:
        for variable, value in ENVIRONMENT.items():
            environment.setenv(variable, value)
        sections = (_section(name, case, bad, authority, folder) for name, case in CASES.items())
        with service("\n".join([SETTINGS, *sections])) as ours:
            yield World(bad, ours)


def _section(name: str, case: Case, bad: BadPlatforms, authority: Authority, folder: Path) -> str:
    url, extra = f"http://127.0.0.1:{bad.port}/{name}/v1", case.extra
    if name in TLS:
        url = f"https://127.0.0.1:{bad.tls_ports[name]}/{name}/v1"
        extra += f'\nca_file = "{authority.file}"'
    if extra in TOKENS:
        account = write_account(folder / extra, f"http://127.0.0.1:{bad.port}/{extra}/")
        extra = f'key_file = "{account}"'
    return f'[providers.{name}]\nkind = "{case.kind}"\nbase_url = "{url}"\n{extra}\n'


# -- the doors ---------------------------------------------------------------


class Refused(NamedTuple):
    status: int
    message: str
    raw: str  # all that came over the wire


async def ask_in_one_piece(url: str, model: str) -> Refused:
    return await _ask_chat(url, model, stream=False)


async def ask_for_a_stream(url: str, model: str) -> Refused:
    return await _ask_chat(url, model, stream=True)


async def _ask_chat(url: str, model: str, *, stream: bool) -> Refused:
    """As most people do."""
    async with openai.AsyncOpenAI(base_url=url, api_key="none", max_retries=0) as client:
        with pytest.raises(openai.APIStatusError) as refused:
            await client.chat.completions.create(
                model=model, messages=[{"role": "user", "content": "Hello?"}], stream=stream
            )
    error = refused.value
    assert isinstance(error.body, dict)
    raw = f"{error.response.headers}{error.response.text}"
    return Refused(error.status_code, error.body["message"], raw)


async def ask_over_a_websocket(url: str, model: str) -> Refused:
    raw = []
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(f"{url}/responses") as socket,
    ):
        await socket.send_json({"type": "response.create", "model": model, "input": "Hello?"})
        async for message in socket:
            raw.append(message.data)
            match event := json.loads(message.data):
                case {"type": "response.failed"}:
                    return Refused(502, event["response"]["error"]["message"], "".join(raw))
                case {"type": "error"}:
                    return Refused(event["status"], event["error"]["message"], "".join(raw))
    raise AssertionError(f"the connection was closed: {raw}")


Door = Callable[[str, str], Coroutine[None, None, Refused]]


@pytest.mark.parametrize("door", [ask_in_one_piece, ask_for_a_stream, ask_over_a_websocket])
@pytest.mark.parametrize("name", CASES)
def test_whoever_asks_is_told_platform_model_and_reason(
    world: World, name: str, door: Door
) -> None:
    refused = asyncio.run(door(world.ours.base_url, f"{name}/big"))
    assert refused.message.startswith(f"{name}/big: ")
    assert CASES[name].told in refused.message
    assert f"{name}: " not in refused.message
    assert len(refused.message) < 500
    if door is not ask_over_a_websocket:
        assert refused.status == 502
    assert_no_secret_in(refused.raw)
    assert world.bad.wait_until_idle(10), "a platform still answers"


def assert_no_secret_in(text: str) -> None:
    for secret in SECRETS:
        parts = {secret[at : at + 8] for at in range(len(secret) - 7)}
        assert not [part for part in parts if part in text]


def test_nothing_was_followed_hoarded_left_behind_or_told(world: World) -> None:
    """After all that every platform did, three times."""
    for name in CASES:
        asyncio.run(ask_in_one_piece(world.ours.base_url, f"{name}/big"))
    assert world.bad.wait_until_idle(10)
    hosts = {re.search(r"(?im)^host: (.*?):", head) for head in world.bad.asked}
    assert {found and found[1] for found in hosts} == {"127.0.0.1"}
    asked = Counter(head.split("/", 2)[1] for head in world.bad.asked)
    assert max(sent / asked[name] for name, sent in world.bad.sent.items()) < MOST_SENT
    with urllib.request.urlopen(f"{world.ours.url}/metrics", timeout=10) as response:
        metrics = response.read().decode()
    assert "prelude_running_requests 0.0" in metrics
    assert_no_secret_in(metrics)
    assert_no_secret_in(world.ours.output.read_text())
    worker = world.ours.child("edge.worker")
    status = Path(f"/proc/{worker}/status").read_text()
    most, now = (int(re.findall(rf"{key}:\s+(\d+) kB", status)[0]) for key in ("VmHWM", "VmRSS"))
    assert most < MOST_MEMORY_MIB << 10, f"it had {most >> 10} MiB, and has {now >> 10} now"
    open_ = map(what_it_is, Path(f"/proc/{worker}/fd").iterdir())
    sockets = {found for found in open_ if found.startswith("socket:")}
    assert len(sockets) <= 5  # to listen, two of the loop's own, and two that are kept warm


def what_it_is(file: Path) -> str:
    """The same for one socket, however many files it has: who listens watches it many times."""
    try:
        return str(file.readlink())
    except FileNotFoundError:
        return ""


@pytest.mark.parametrize(
    "base_url",
    [
        "not a URL",
        "ftp://platform.test/v1",
        "http://",
        "http://platform.test:99999/v1",
        "http://[::1/v1",
        f"http://me:{KEY}@platform.test/v1",
        f"http://platform.test/v1?key={KEY}",
    ],
)
def test_a_base_url_that_is_none_is_refused_at_start_up(base_url: str, tmp_path: Path) -> None:
    file = tmp_path / "prelude.toml"
    file.write_text(f'[providers.mine]\nkind = "openai_compatible"\nbase_url = "{base_url}"\n')
    with pytest.raises(BadSettings) as refused:
        load(file, {}, platforms())
    assert "prelude.toml:3: providers.mine.base_url: " in str(refused.value)
    assert_no_secret_in(str(refused.value))


@pytest.mark.parametrize("region", ["nowhere", "us east", "x@elsewhere.test/"])
def test_a_region_that_a_platform_does_not_have_is_refused_at_start_up(
    region: str, tmp_path: Path
) -> None:
    file = tmp_path / "prelude.toml"
    file.write_text(f'[providers.qwen]\nkind = "qwen"\nregion = "{region}"\n')
    with pytest.raises(BadSettings, match=r"prelude.toml:3: providers.qwen.region: .*"):
        load(file, {}, platforms())
