"""Tokens from a real endpoint on loopback, fetched by google-auth itself."""

import asyncio
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import aclosing, contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from adapters.client import HostedClient
from adapters.dialect import Endpoint
from adapters.google_sign import SCOPE, GoogleSigner, google_token
from adapters.hosted import HostedTier
from adapters.models import describe
from adapters.providers import find_endpoint
from edge.core.errors import TierUnavailable
from edge.core.platforms import Secret
from edge.core.settings import ProviderSettings, Settings
from edge.core.types import Call, Message, Request, Sampling, TextPart

TOKEN = "zx-81c4f2a9d07b"  # like no key, so that only knowing it takes it out
ROOT = Path(__file__).parents[2]
URL = "https://aiplatform.googleapis.com/v1beta1/x"


@dataclass
class TokenEndpoint:
    """Gives `tokens` in turn, the last one again and again, each good for `lasts_s`; while `gate`
    is closed nobody is answered."""

    url: str = ""
    tokens: list[str] = field(default_factory=lambda: [TOKEN])
    lasts_s: int = 3600
    status: int = 200
    says: dict[str, Any] | None = None
    forms: list[dict[str, list[str]]] = field(default_factory=list)
    asked: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    gate: threading.Event = field(default_factory=threading.Event)

    def answer(self, form: dict[str, list[str]]) -> tuple[int, dict[str, Any]]:
        self.forms.append(form)
        self.asked.release()
        self.gate.wait(30)
        token = self.tokens.pop(0) if len(self.tokens) > 1 else self.tokens[0]
        given = {"access_token": token, "expires_in": self.lasts_s, "token_type": "Bearer"}
        return self.status, given if self.says is None else self.says


@contextmanager
def token_endpoint() -> Iterator[TokenEndpoint]:
    endpoint = TokenEndpoint()
    endpoint.gate.set()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            if self.path == "/token":
                status, said = endpoint.answer(parse_qs(body.decode()))
            else:  # a platform that quotes the token that it refuses
                token = self.headers["authorization"].removeprefix("Bearer ")
                status, said = 403, {"error": {"code": 403, "message": f"not {token} here"}}
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(said).encode())

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  http.server's
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        endpoint.url = f"http://127.0.0.1:{server.server_address[1]}/token"
        try:
            yield endpoint
        finally:
            endpoint.gate.set()
            server.shutdown()
            thread.join()


@pytest.fixture
def endpoint() -> Iterator[TokenEndpoint]:
    with token_endpoint() as endpoint:
        yield endpoint


@pytest.fixture(scope="module")
def private_key() -> str:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    ).decode()


@pytest.fixture
def key_file(tmp_path: Path, private_key: str, endpoint: TokenEndpoint) -> str:
    account = {
        "type": "service_account",
        "client_email": "prelude@p.iam.gserviceaccount.com",
        "private_key_id": "k1",
        "private_key": private_key,
        "token_uri": endpoint.url,
    }
    return written(tmp_path, account)


def written(folder: Path, content: object) -> str:
    path = folder / "credentials.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content))
    return str(path)


async def sign(signer: GoogleSigner) -> str:
    return (await signer.sign("POST", URL, b"{}"))["authorization"]


def test_a_service_account_s_file_becomes_a_token(key_file: str, endpoint: TokenEndpoint) -> None:
    assert asyncio.run(sign(GoogleSigner("vertex", key_file))) == f"Bearer {TOKEN}"
    [form] = endpoint.forms
    assert form["grant_type"] == ["urn:ietf:params:oauth:grant-type:jwt-bearer"]
    assert form["assertion"]


def test_a_token_is_shared_by_calls_and_fetched_once_for_all_who_wait(
    key_file: str, endpoint: TokenEndpoint
) -> None:
    signer = GoogleSigner("vertex", key_file)

    async def many() -> list[str]:
        return await asyncio.gather(*(sign(signer) for _ in range(50)))

    assert asyncio.run(many()) == [f"Bearer {TOKEN}"] * 50
    assert asyncio.run(sign(signer)) == f"Bearer {TOKEN}"  # in another loop, too
    assert len(endpoint.forms) == 1


def test_the_loop_goes_on_while_a_token_is_fetched(key_file: str, endpoint: TokenEndpoint) -> None:
    endpoint.gate.clear()

    async def both() -> str:
        fetching = asyncio.ensure_future(sign(GoogleSigner("vertex", key_file)))
        await asyncio.to_thread(endpoint.asked.acquire)
        assert not fetching.done()
        endpoint.gate.set()
        return await fetching

    assert asyncio.run(both()) == f"Bearer {TOKEN}"


def test_a_token_near_its_end_is_renewed_while_calls_go_on_with_it(
    key_file: str, endpoint: TokenEndpoint
) -> None:
    endpoint.tokens, endpoint.lasts_s = [TOKEN, "ya29.c-second"], 120
    signer = GoogleSigner("vertex", key_file)

    async def near_its_end() -> None:
        assert await sign(signer) == f"Bearer {TOKEN}"
        endpoint.gate.clear()
        endpoint.lasts_s = 3600
        assert [await sign(signer) for _ in range(3)] == [f"Bearer {TOKEN}"] * 3
        await asyncio.to_thread(endpoint.asked.acquire)  # the first one's
        await asyncio.to_thread(endpoint.asked.acquire)
        endpoint.gate.set()

    asyncio.run(near_its_end())
    while asyncio.run(sign(signer)) == f"Bearer {TOKEN}":
        pass  # the thread is about to put the new one there
    assert asyncio.run(sign(signer)) == "Bearer ya29.c-second"
    assert len(endpoint.forms) == 2


def test_a_token_past_its_end_is_not_sent(key_file: str, endpoint: TokenEndpoint) -> None:
    endpoint.tokens, endpoint.lasts_s = [TOKEN, "ya29.c-second"], 0
    signer = GoogleSigner("vertex", key_file)
    assert asyncio.run(sign(signer)) == f"Bearer {TOKEN}"
    assert asyncio.run(sign(signer)) == "Bearer ya29.c-second"


def test_a_caller_who_leaves_does_not_stop_the_refresh_of_the_others(
    key_file: str, endpoint: TokenEndpoint
) -> None:
    endpoint.gate.clear()

    async def two() -> str:
        signer = GoogleSigner("vertex", key_file)
        leaves, stays = (asyncio.ensure_future(sign(signer)) for _ in range(2))
        await asyncio.sleep(0)  # both wait
        leaves.cancel()
        await asyncio.to_thread(endpoint.asked.acquire)
        endpoint.gate.set()
        return await stays

    assert asyncio.run(two()) == f"Bearer {TOKEN}"
    assert len(endpoint.forms) == 1


def test_a_refresh_that_failed_is_tried_again(key_file: str, endpoint: TokenEndpoint) -> None:
    endpoint.status, endpoint.says = 400, {"error": "invalid_grant"}
    signer = GoogleSigner("vertex", key_file)
    with pytest.raises(TierUnavailable):
        asyncio.run(sign(signer))
    endpoint.status, endpoint.says = 200, None
    assert asyncio.run(sign(signer)) == f"Bearer {TOKEN}"


def test_the_token_is_a_secret_as_soon_as_there_is_one(key_file: str) -> None:
    signer = GoogleSigner("vertex", key_file)
    assert not signer.secrets
    asyncio.run(sign(signer))
    assert [secret.reveal() for secret in signer.secrets] == [TOKEN]


def test_a_refusal_names_platform_and_reason_and_shows_nothing_that_was_sent(
    key_file: str, endpoint: TokenEndpoint, private_key: str
) -> None:
    signer = GoogleSigner("vertex", key_file)
    endpoint.status = 400
    endpoint.says = {"error": "invalid_grant", "error_description": f"{private_key} {TOKEN}"}
    with pytest.raises(TierUnavailable) as failed:
        asyncio.run(sign(signer))
    assert str(failed.value) == "vertex: no token from Google: invalid_grant"
    assert failed.value.lasting
    assert failed.value.__cause__ is failed.value.__context__ is None


def test_a_code_that_is_no_word_is_not_shown(key_file: str, endpoint: TokenEndpoint) -> None:
    endpoint.status, endpoint.says = 400, {"error": TOKEN}
    with pytest.raises(TierUnavailable) as failed:
        asyncio.run(sign(GoogleSigner("vertex", key_file)))
    assert TOKEN not in str(failed.value)


def test_an_endpoint_that_nobody_answers_at_may_be_back_soon(
    tmp_path: Path, private_key: str
) -> None:
    with token_endpoint() as closed:
        pass
    account = {"type": "service_account", "client_email": "a@b", "private_key": private_key}
    path = written(tmp_path, {**account, "token_uri": closed.url})
    with pytest.raises(TierUnavailable, match="cannot be reached") as failed:
        asyncio.run(sign(GoogleSigner("vertex", path)))
    assert not failed.value.lasting


@pytest.mark.parametrize(
    "content",
    [
        "-----BEGIN PRIVATE KEY-----",
        {"type": "service_account", "private_key": "-----BEGIN hush-----"},
        {
            "type": "service_account",
            "client_email": "a@b",
            "token_uri": "http://127.0.0.1:9",
            "private_key": "-----BEGIN hush-----",
        },
        {"type": "somebody"},
        ["hush"],
    ],
)
def test_a_file_that_is_none_is_named_and_not_shown(tmp_path: Path, content: object) -> None:
    with pytest.raises(TierUnavailable, match="vertex: no token from Google") as failed:
        asyncio.run(sign(GoogleSigner("vertex", written(tmp_path, content))))
    assert failed.value.lasting
    assert "BEGIN" not in str(failed.value)
    assert "hush" not in str(failed.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(TierUnavailable, match=r"nowhere\.json: FileNotFoundError"):
        asyncio.run(sign(GoogleSigner("vertex", str(tmp_path / "nowhere.json"))))


def test_without_a_file_the_machine_s_own_credentials_are_used(
    key_file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", key_file)
    assert asyncio.run(sign(GoogleSigner("vertex", None))) == f"Bearer {TOKEN}"


def test_a_machine_without_credentials_is_told_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GOOGLE_APPLICATION_CREDENTIALS", raising=False)
    monkeypatch.setenv("CLOUDSDK_CONFIG", str(tmp_path))
    monkeypatch.setenv("NO_GCE_CHECK", "true")  # asks no metadata server
    with pytest.raises(TierUnavailable, match="no credentials") as failed:
        asyncio.run(sign(GoogleSigner("vertex", None)))
    assert failed.value.lasting


@pytest.mark.parametrize("by_variable", [False, True])
def test_a_workload_s_identity_is_exchanged_for_a_token(
    tmp_path: Path,
    endpoint: TokenEndpoint,
    monkeypatch: pytest.MonkeyPatch,
    by_variable: bool,
) -> None:
    (tmp_path / "subject").write_text("of-the-workload")
    endpoint.says = {
        "access_token": TOKEN,
        "expires_in": 3600,
        "token_type": "Bearer",
        "issued_token_type": "urn:ietf:params:oauth:token-type:access_token",
    }
    path = written(
        tmp_path,
        {
            "type": "external_account",
            "audience": "//iam.googleapis.com/projects/1/locations/global/"
            "workloadIdentityPools/w/providers/p",
            "subject_token_type": "urn:ietf:params:oauth:token-type:jwt",
            "token_url": endpoint.url,
            "credential_source": {"file": str(tmp_path / "subject")},
        },
    )
    monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", path)
    monkeypatch.setenv("GOOGLE_CLOUD_PROJECT", "p")  # else google-auth looks it up, far away
    signer = GoogleSigner("vertex", None if by_variable else path)
    assert asyncio.run(sign(signer)) == f"Bearer {TOKEN}"
    assert endpoint.forms[0]["subject_token"] == ["of-the-workload"]
    assert endpoint.forms[0]["scope"] == [SCOPE]


def test_a_platform_that_quotes_the_token_does_not_show_it(
    key_file: str, endpoint: TokenEndpoint
) -> None:
    given = ProviderSettings("vertex", endpoint.url.removesuffix("/token"), key_file=key_file)
    message = Message("user", (TextPart("Hello"),))
    request = Request("r", "auto", (message,))
    call = Call(request, request.messages, Sampling())

    async def ask() -> None:
        async with aclosing(HostedClient()) as client:
            model = describe("mine/gemini-4-argon", Settings(providers={"mine": given}))
            async for _ in HostedTier(model, None, client).stream(call):
                pass

    with pytest.raises(TierUnavailable) as refused:
        asyncio.run(ask())
    assert str(refused.value) == "mine/gemini-4-argon: answered 403: not [key] here"


def test_serving_does_not_pay_for_google_s_packages() -> None:
    code = "import sys, edge.app; sys.exit('google.auth' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def vertex(region: str | None = "europe-west4", **settings: Any) -> Endpoint:
    given = ProviderSettings("vertex", region=region, project="p", **settings)
    return find_endpoint("mine", Settings(providers={"mine": given}))


def test_a_key_that_the_settings_name_is_all_that_is_sent() -> None:
    signer = google_token(vertex(), Secret("k-1"))
    assert asyncio.run(signer.sign("POST", URL, b"{}")) == {"x-goog-api-key": "k-1"}


@pytest.mark.parametrize(
    ("region", "host"),
    [
        ("europe-west4", "europe-west4-aiplatform.googleapis.com"),
        ("global", "aiplatform.googleapis.com"),
        ("us", "aiplatform.us.rep.googleapis.com"),
        ("eu", "aiplatform.eu.rep.googleapis.com"),
    ],
)
def test_vertex_answers_where_its_region_is(region: str, host: str) -> None:
    path = f"/v1beta1/projects/p/locations/{region}/publishers/google"
    assert vertex(region).base_url == f"https://{host}{path}"


def test_vertex_needs_a_region() -> None:
    with pytest.raises(ValueError, match="region is needed"):
        vertex(None)


def test_an_address_of_the_settings_wins_over_that_of_a_region() -> None:
    assert vertex("global", base_url="http://127.0.0.1:9").base_url == "http://127.0.0.1:9"
