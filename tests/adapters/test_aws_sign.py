"""Signed as AWS's own client signs: the two are compared over a real socket."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import re
import sys
import threading
from collections.abc import Iterator
from contextlib import aclosing, closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import boto3
import pytest
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.credentials import Credentials

from adapters.auth import Signer
from adapters.aws_sign import sigv4
from adapters.client import HostedClient
from adapters.hosted import HostedTier
from adapters.models import describe
from edge.core.errors import TierError, TierUnavailable
from edge.core.platforms import Secret
from edge.core.settings import ProviderSettings, Settings
from edge.core.types import Call, Message, Request, Sampling, TextPart

REGION = "eu-west-1"
ACCESS_KEY = "AKIAFAKEFORTESTS0001"
SECRET_KEY = "neither-shown-nor-sent"
TOKEN = "token-of-a-session-that-never-was"
MODEL = "us.anthropic.claude-sonnet-4-5-20250929-v1:0"
ARN = "arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.amazon.nova-pro-v1:0"
REPLY = {
    "output": {"message": {"role": "assistant", "content": [{"text": "Hi"}]}},
    "stopReason": "end_turn",
    "usage": {"inputTokens": 1, "outputTokens": 1, "totalTokens": 2},
    "metrics": {"latencyMs": 1},
}


@dataclass(frozen=True)
class Account:
    name: str = "mine"
    region: str | None = REGION
    key_file: str | None = None


@pytest.fixture(autouse=True)
def _environment_of_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "config"))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "credentials"))
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", ACCESS_KEY)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET_KEY)
    monkeypatch.setenv("AWS_SESSION_TOKEN", TOKEN)


def signer(key: str | None = None, **account: Any) -> Signer:
    return sigv4("bedrock")(Account(**account), None if key is None else Secret(key))


def signed(signing: Signer, body: bytes = b"{}") -> dict[str, str]:
    return dict(asyncio.run(signing.sign("POST", "https://a.test/model/m/converse", body)))


# -- a server that keeps what it is sent ---------------------------------------


@dataclass(frozen=True)
class Received:
    path: str
    headers: dict[str, str]
    body: bytes


class Server(ThreadingHTTPServer):
    answer: dict[str, Any]
    status = 200
    received: list[Received]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.received.append(Received(self.path, headers, body))
        answer = json.dumps(self.server.answer).encode()
        self.send_response(self.server.status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(("127.0.0.1", 0), Handler) as server:
        server.answer, server.received = REPLY, []
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def ask(server: Server, model: str = MODEL, text: str = "Hello") -> Call:
    request = Request("r", "auto", (Message("user", (TextPart(text),)),))
    return Call(request, request.messages, Sampling(max_tokens=9), stream=False)


async def call(server: Server, model: str = MODEL, text: str = "Hello") -> TierError | None:
    provider = ProviderSettings("bedrock", server.url, region=REGION)
    described = describe(f"bedrock/{model}", Settings(providers={"bedrock": provider}))
    async with aclosing(HostedClient()) as client:
        tier = HostedTier(described, None, client)
        try:
            async with aclosing(tier.stream(ask(server, model, text))) as pieces:
                async for _ in pieces:
                    pass
        except TierError as error:
            return error
    return None


def signature(headers: dict[str, str]) -> str:
    return str(re.findall(r"Signature=(\w{64})$", headers["authorization"])[0])


def signature_of(received: Received) -> str:
    """What botocore makes of the bytes, the path and the headers that arrived."""
    request = AWSRequest("POST", f"http://{received.headers['host']}{received.path}")
    names = re.findall(r"SignedHeaders=([\w;-]+)", received.headers["authorization"])[0].split(";")
    for name in names:
        request.headers[name] = received.headers[name]
    request.data = received.body
    request.context["timestamp"] = received.headers["x-amz-date"]
    sign = SigV4Auth(Credentials(ACCESS_KEY, SECRET_KEY, TOKEN), "bedrock", REGION)
    text = sign.string_to_sign(request, sign.canonical_request(request))
    return str(sign.signature(text, request))


# -- the signature -------------------------------------------------------------


@pytest.mark.usefixtures("keys")
@pytest.mark.parametrize("model", [MODEL, ARN, "sim?a=1&b=%25 ~é"])
@pytest.mark.parametrize("text", ["Hello", "Grüße 😀"])
def test_ours_is_that_of_the_bytes_and_the_path_that_arrive(
    server: Server, model: str, text: str
) -> None:
    assert asyncio.run(call(server, model, text)) is None
    (received,) = server.received
    assert signature(received.headers) == signature_of(received)
    assert received.headers["x-amz-security-token"] == TOKEN
    assert SECRET_KEY not in repr(received)


@pytest.mark.usefixtures("keys")
@pytest.mark.parametrize("model", [MODEL, ARN])
def test_ours_signs_the_path_and_the_headers_that_aws_s_own_client_sends(
    server: Server, model: str
) -> None:
    options = Config(retries={"total_max_attempts": 1})
    made = boto3.client(
        "bedrock-runtime", endpoint_url=server.url, region_name=REGION, config=options
    )
    with closing(made) as sdk:
        message = {"role": "user", "content": [{"text": "Hello"}]}
        sdk.converse(modelId=model, messages=[message], inferenceConfig={"maxTokens": 9})
    assert asyncio.run(call(server, model)) is None
    theirs, ours = server.received
    assert signature(theirs.headers) == signature_of(theirs)
    assert signature(ours.headers) == signature_of(ours)
    assert ours.path == theirs.path
    assert "%3A0" in ours.path and "/converse" in ours.path
    assert json.loads(ours.body) == json.loads(theirs.body)
    scopes = [
        re.findall(r"Credential=(\S+),", got.headers["authorization"]) for got in (ours, theirs)
    ]
    assert scopes[0] == scopes[1]
    named = [
        re.findall(r"SignedHeaders=(\S+),", got.headers["authorization"])[0]
        for got in (ours, theirs)
    ]
    assert set(named[0].split(";")) <= set(named[1].split(";"))
    assert {"content-type", "host", "x-amz-date", "x-amz-security-token"} == set(
        named[0].split(";")
    )


# -- which way in ----------------------------------------------------------------


@pytest.mark.usefixtures("keys")
def test_a_key_goes_before_keys_that_sign() -> None:
    signing = signer("ABSK-of-bedrock")
    assert signed(signing) == {"authorization": "Bearer ABSK-of-bedrock"}
    assert [secret.reveal() for secret in signing.secrets] == ["ABSK-of-bedrock"]


def test_a_signature_needs_a_region_and_a_key_does_not() -> None:
    with pytest.raises(TierUnavailable, match=r"mine: .*region is needed"):
        signed(signer(region=None))
    assert signed(signer("ABSK-of-bedrock", region=None))


@pytest.mark.parametrize("region", ["", "Frankfurt", "eu-west", "a.test/us-east-1", "us_east_1"])
@pytest.mark.parametrize("key", [None, "ABSK-of-bedrock"])
def test_a_region_that_is_none_is_named(region: str, key: str | None) -> None:
    with pytest.raises(TierUnavailable, match=rf'mine: region "{re.escape(region)}"') as wrong:
        signed(signer(key, region=region))
    assert wrong.value.lasting


def test_a_file_of_keys_that_is_named_goes_before_the_environment(
    keys: None, tmp_path: Path
) -> None:
    file = tmp_path / "mine"
    lines = "[default]\naws_access_key_id = AKIAOFTHEFILE0000001\naws_secret_access_key = x\n"
    file.write_text(lines)
    headers = signed(signer(key_file=str(file)))
    assert "Credential=AKIAOFTHEFILE0000001/" in headers["authorization"]
    assert "x-amz-security-token" not in headers


def test_no_credentials_anywhere_is_said_and_lasting() -> None:
    with pytest.raises(TierUnavailable, match="mine: no key, and no AWS credentials") as nothing:
        signed(signer())
    assert nothing.value.lasting


# -- keys that are fetched ---------------------------------------------------------


@dataclass(frozen=True)
class Source:
    """A program that hands out keys, and counts how often it was asked."""

    asked: Path
    gate: Path

    def open_gate(self) -> None:
        self.gate.touch()

    @property
    def times(self) -> int:
        return len(self.asked.read_text()) if self.asked.exists() else 0


def source(
    tmp_path: Path,
    *,
    lasts_s: float,
    gated: bool = False,
    fails: bool = False,
    token: str = TOKEN,
) -> Source:
    found = Source(tmp_path / "asked", tmp_path / "gate")
    expiry = (datetime.now(UTC) + timedelta(seconds=lasts_s)).isoformat()
    answer = {
        "Version": 1,
        "AccessKeyId": ACCESS_KEY,
        "SecretAccessKey": SECRET_KEY,
        "SessionToken": token,
        "Expiration": expiry,
    }
    wait = f"""
import os, time
for _ in range(2000):
    if os.path.exists({str(found.gate)!r}):
        break
    time.sleep(0.01)
"""
    program = tmp_path / "source.py"
    program.write_text(
        f"open({str(found.asked)!r}, 'a').write('x')\n"
        + (wait if gated else "")
        + (f"raise SystemExit({SECRET_KEY!r})\n" if fails else f"print({json.dumps(answer)!r})\n")
    )
    config = f"[default]\ncredential_process = {sys.executable} {program}\n"
    (tmp_path / "config").write_text(config)
    return found


def test_many_calls_at_once_fetch_once(tmp_path: Path) -> None:
    found = source(tmp_path, lasts_s=3600)
    signing = signer()

    async def sign_many() -> set[str]:
        calls = (signing.sign("POST", "https://a.test/x", b"{}") for _ in range(50))
        return {headers["x-amz-security-token"] for headers in await asyncio.gather(*calls)}

    assert asyncio.run(sign_many()) == {TOKEN}
    signed(signing)
    assert found.times == 1
    assert {TOKEN, SECRET_KEY, ACCESS_KEY} == {secret.reveal() for secret in signing.secrets}


def test_keys_that_expire_soon_sign_while_new_ones_are_fetched(tmp_path: Path) -> None:
    source(tmp_path, lasts_s=200)
    signing = signer()

    async def token() -> str:
        headers = await signing.sign("POST", "https://a.test/x", b"{}")
        return headers["x-amz-security-token"]

    async def renew() -> str:
        assert await token() == TOKEN
        found = source(tmp_path, lasts_s=3600, gated=True, token="a-new-token")
        assert await token() == TOKEN  # though nobody opens the gate
        found.open_gate()
        for thread in threading.enumerate():
            if thread.name == "aws credentials":
                await asyncio.to_thread(thread.join)
        await asyncio.sleep(0)  # what it found is told on the loop
        return await token()

    assert asyncio.run(renew()) == "a-new-token"


def test_keys_that_come_expired_are_none(tmp_path: Path) -> None:
    source(tmp_path, lasts_s=-1)
    with pytest.raises(TierUnavailable, match="mine: no AWS credentials"):
        signed(signer())


def test_a_source_that_hangs_is_not_waited_for(tmp_path: Path) -> None:
    found = source(tmp_path, lasts_s=3600, gated=True)
    signing = sigv4("bedrock", fetch_s=0.05)(Account(), None)
    with pytest.raises(TierUnavailable, match=r"mine: no AWS credentials within 0\.05 s"):
        signed(signing)
    found.open_gate()


def test_the_loop_turns_and_a_call_may_leave_while_keys_are_fetched(tmp_path: Path) -> None:
    found = source(tmp_path, lasts_s=3600, gated=True)
    signing = signer()

    async def leave_and_stay() -> str:
        first = asyncio.create_task(signing.sign("POST", "https://a.test/x", b"{}"))
        second = asyncio.create_task(signing.sign("POST", "https://a.test/x", b"{}"))
        await asyncio.sleep(0)
        first.cancel()
        found.open_gate()
        return (await second)["x-amz-security-token"]

    assert asyncio.run(leave_and_stay()) == TOKEN
    assert found.times == 1


def test_a_source_that_fails_is_named_by_its_kind_alone(tmp_path: Path) -> None:
    source(tmp_path, lasts_s=3600, fails=True)
    with pytest.raises(TierUnavailable, match=r"mine: no AWS credentials \(\w+Error\)") as failed:
        signed(signer())
    assert SECRET_KEY not in str(failed.value)
    assert not failed.value.lasting


# -- what is not shown -------------------------------------------------------------


@pytest.mark.usefixtures("keys")
def test_what_aws_quotes_of_a_signed_call_is_not_shown(server: Server) -> None:
    server.status = 403
    server.answer = {"message": f"The canonical string: x-amz-security-token:{TOKEN} {ACCESS_KEY}"}
    error = asyncio.run(call(server))
    assert isinstance(error, TierUnavailable) and error.lasting
    assert "canonical string" in str(error)
    assert TOKEN not in str(error) and ACCESS_KEY not in str(error)


@pytest.mark.usefixtures("keys")
def test_no_log_has_what_was_signed(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    signing = signer()
    signed(signing)
    assert TOKEN not in caplog.text and SECRET_KEY not in caplog.text
    assert TOKEN not in repr(signing) and SECRET_KEY not in repr(signing)
