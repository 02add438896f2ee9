"""Who may come in, over a real socket."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import aiohttp
import pytest

from edge.core.settings import ServerSettings
from edge.scripted import ScriptedTier, says

Serve = Callable[..., AbstractAsyncContextManager[Any]]

KEY = "a-key-of-some-length"
DOORS = [
    "/",
    "/healthz",
    "/metrics",
    "/v1/models",
    "/v1/chat/completions",
    "/v1/feedback",
    "/v1/responses",
]


def visit(
    serve: Serve,
    path: str,
    headers: dict[str, str],
    *,
    method: str = "GET",
    server: ServerSettings | None = None,
) -> tuple[int, Any, Any]:
    async def scenario() -> tuple[int, Any, Any]:
        async with serve(ScriptedTier("mine/big", (says("Hi."),)), server=server) as s:
            own = {name: value.replace("OWN", s.url) for name, value in headers.items()}
            async with s.http.request(method, s.url + path, headers=own) as response:
                is_json = response.content_type == "application/json"
                reply = await response.json() if is_json else await response.text()
                return response.status, reply, response.headers

    return asyncio.run(scenario())


@pytest.mark.parametrize("path", DOORS)
def test_foreign_origin_is_refused_at_every_door(serve: Serve, path: str) -> None:
    status, reply, headers = visit(serve, path, {"Origin": "https://evil.example"})
    assert (status, reply["error"]["code"]) == (403, "origin_not_allowed")
    assert "Access-Control-Allow-Origin" not in headers


@pytest.mark.parametrize("path", DOORS)
def test_foreign_host_is_refused_at_every_door(serve: Serve, path: str) -> None:
    status, reply, _ = visit(serve, path, {"Host": "evil.example:8080"})
    assert (status, reply["error"]["code"]) == (421, "host_not_allowed")


@pytest.mark.parametrize("host", ["localhost:1", "127.0.0.1", "[::1]:80", "10.1.2.3:8080"])
def test_loopback_names_and_addresses_are_served(serve: Serve, host: str) -> None:
    assert visit(serve, "/healthz", {"Host": host})[0] == 200


@pytest.mark.parametrize("origin", ["null", "http://localhost", "https://OWN", "OWN.evil.example"])
def test_origin_must_be_our_own_to_the_letter(serve: Serve, origin: str) -> None:
    assert visit(serve, "/healthz", {"Origin": origin})[0] == 403


def test_our_own_page_may_call(serve: Serve) -> None:
    assert visit(serve, "/v1/models", {"Origin": "OWN"})[0] == 200


def test_allowed_origin_may_call_and_is_told_so(serve: Serve) -> None:
    server = ServerSettings(allowed_origins=("https://chat.example",))
    origin = {"Origin": "https://chat.example"}
    status, _, headers = visit(serve, "/v1/models", origin, server=server)
    assert status == 200
    assert headers["Access-Control-Allow-Origin"] == "https://chat.example"
    preflight = visit(serve, "/v1/chat/completions", origin, method="OPTIONS", server=server)
    assert preflight[0] == 204
    assert "authorization" in preflight[2]["Access-Control-Allow-Headers"]


def test_an_allowed_page_may_send_the_headers_of_its_sdk(serve: Serve) -> None:
    server = ServerSettings(allowed_origins=("https://chat.example",))
    asked = {
        "Origin": "https://chat.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization,x-stainless-lang",
    }
    preflight = visit(serve, "/v1/chat/completions", asked, method="OPTIONS", server=server)
    assert preflight[2]["Access-Control-Allow-Headers"] == "authorization,x-stainless-lang"


def test_allowed_host_is_served(serve: Serve) -> None:
    server = ServerSettings(allowed_hosts=("box.example",))
    assert visit(serve, "/healthz", {"Host": "box.example"}, server=server)[0] == 200


@pytest.mark.parametrize("path", ["/metrics", "/v1/models", "/v1/chat/completions", "/nothing"])
@pytest.mark.parametrize(
    "headers",
    [{}, {"Authorization": "Bearer wrong"}, {"Authorization": f"Basic {KEY}"}, {"x-api-key": "é"}],
)
def test_without_a_key_nothing_is_said(serve: Serve, path: str, headers: dict[str, str]) -> None:
    server = ServerSettings(api_keys=(KEY,))
    status, reply, _ = visit(serve, path, headers, server=server)
    assert (status, reply["error"]["code"]) == (401, "invalid_api_key")
    has_key = "Bearer" in headers.get("Authorization", "") or "x-api-key" in headers
    said = "Incorrect API key provided" if has_key else "You didn't provide an API key"
    assert reply["error"]["message"].startswith(said)
    assert reply["error"]["type"] == "invalid_request_error"  # as OpenAI has it
    assert "wrong" not in str(reply)


@pytest.mark.parametrize("headers", [{"Authorization": f"Bearer {KEY}"}, {"x-api-key": KEY}])
def test_a_key_opens_the_door(serve: Serve, headers: dict[str, str]) -> None:
    assert visit(serve, "/v1/models", headers, server=ServerSettings(api_keys=(KEY,)))[0] == 200


@pytest.mark.parametrize("path", ["/", "/page/page.js", "/page.json", "/healthz", "/readyz"])
def test_page_and_probes_need_no_key(serve: Serve, path: str) -> None:
    assert visit(serve, path, {}, server=ServerSettings(api_keys=(KEY,)))[0] == 200


def test_web_socket_is_guarded_like_every_door(serve: Serve) -> None:
    async def scenario() -> None:
        tier = ScriptedTier("mine/big", (says("Hi."),))
        async with serve(tier, server=ServerSettings(api_keys=(KEY,))) as s:
            for headers, status in [
                ({}, 401),
                ({"Authorization": f"Bearer {KEY}", "Origin": "https://evil.example"}, 403),
                ({"Authorization": f"Bearer {KEY}", "Host": "evil.example"}, 421),
            ]:
                with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
                    await s.http.ws_connect(f"{s.url}/v1/responses", headers=headers)
                assert refused.value.status == status

    asyncio.run(scenario())


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/nowhere", 404), ("GET", "/v1/chat/completions", 405), ("GET", "/v1/responses", 426)],
)
def test_wrong_turns_are_told_in_openais_words(
    serve: Serve, method: str, path: str, status: int
) -> None:
    got, reply, headers = visit(serve, path, {}, method=method)
    assert got == status
    assert reply["error"]["type"] == "invalid_request_error"
    assert headers["x-prelude-request-id"]
