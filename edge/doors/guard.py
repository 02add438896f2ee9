"""Who may come in: Host, Origin and key are checked before any door sees the request.

Any web page can make a browser call 127.0.0.1; a foreign `Origin` is therefore refused, and so
is a foreign `Host`, which is what a page uses that has its own name resolve to this machine.
Whatever leaves a door by exception is told in the words of who asks, with the request's id.
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import logging
import secrets
from collections.abc import Awaitable, Callable, Mapping
from functools import lru_cache
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from edge.core.errors import BadRequest, EdgeError
from edge.core.settings import ServerSettings
from edge.doors import messages_errors, openai_errors, page
from edge.doors.messages_errors import speaks_anthropic
from edge.doors.openai_errors import WireError

_log = logging.getLogger("prelude")
_REQUEST_ID = web.RequestKey("request_id", str)
_CALLER = web.RequestKey("caller", str)
_ID_HEADER = "x-prelude-request-id"
_KEYLESS = ("/", "/page.json", "/healthz", "/readyz")
_SHOWN_HEADERS = (
    "x-prelude-request-id, x-prelude-plan, request-id, x-request-id, retry-after, x-should-retry, "
    "x-vercel-ai-ui-message-stream"
)
_ALLOWED_HEADERS = (
    "authorization, content-type, idempotency-key, x-api-key, anthropic-version, anthropic-beta, "
    "anthropic-dangerous-direct-browser-access"
)


def request_id(http: web.Request) -> str:
    return http[_REQUEST_ID]


def adopt_request_id(http: web.Request, answered: Mapping[str, str]) -> None:
    """The client is told the id under which another worker has answered it; what no handler saw
    there has none."""
    http[_REQUEST_ID] = answered.get(_ID_HEADER, request_id(http))


def caller(http: web.Request) -> str:
    """The same for all requests of one owner, who may share what is remembered of them: by their
    key, which it does not tell; without keys the box has only one owner."""
    found: str = http.get(_CALLER, "owner")
    return found


def client_retries(http: web.Request) -> int:
    """OpenAI's and Anthropic's SDKs count their own retries in this header."""
    count = http.headers.get("x-stainless-retry-count", "")
    return int(count) if count.isascii() and count.isdigit() and len(count) < 4 else 0


def given_key(http: web.Request) -> str:
    """The key that the caller sent, whether or not one is asked for."""
    scheme, _, key = http.headers.get("Authorization", "").partition(" ")
    return key.strip() if scheme.lower() == "bearer" else http.headers.get("x-api-key", "")


def guard(settings: Callable[[], ServerSettings]) -> Middleware:
    """`settings` is asked at every request: a reload counts at once."""

    @web.middleware
    async def check(request: web.Request, handler: Handler) -> web.StreamResponse:
        request[_REQUEST_ID] = secrets.token_hex(12)
        server = settings()
        origin = request.headers.get("Origin")
        try:
            _check_host(request, server)
            _check_origin(request, server, origin)
            if origin and request.method == "OPTIONS":
                return _preflight(request, origin)
            _check_key(request, server)
            response = await handler(request)
        except EdgeError as error:
            response = _told(request, error)
        except web.HTTPException as error:
            response = _in_our_words(request, error)
        except ConnectionError:
            raise  # the client has gone; there is nobody to tell
        except Exception:
            _log.exception("request %s failed", request_id(request))
            response = _told(request, None)
        if not response.prepared:
            response.headers.update(_ids(request))
            if origin in server.allowed_origins:
                response.headers.update(_cors(request, origin))
        return response

    return check


def on_prepare(
    settings: Callable[[], ServerSettings],
) -> Callable[[web.Request, web.StreamResponse], Awaitable[None]]:
    """Streams are prepared inside their handler: their headers are added here."""

    async def add_headers(http: web.Request, response: web.StreamResponse) -> None:
        if _REQUEST_ID in http:
            response.headers.update(_ids(http))
        origin = http.headers.get("Origin")
        if origin in settings().allowed_origins:
            response.headers.update(_cors(http, origin))

    return add_headers


def _check_host(http: web.Request, server: ServerSettings) -> None:
    name = _host_name(http.headers.get("Host", ""))
    if name is None or not (_is_address(name) or name in _own_names(server)):
        message = f"Host `{(name or '')[:100]}` is not served here; see server.allowed_hosts."
        raise BadRequest(message, status=421, code="host_not_allowed")


def _own_names(server: ServerSettings) -> set[str]:
    origins = {urlsplit(origin).hostname or "" for origin in server.allowed_origins}
    return {"localhost", server.host, *server.allowed_hosts, *origins}


@lru_cache(maxsize=256)  # the same few again and again
def _host_name(host: str) -> str | None:
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:
        return None


@lru_cache(maxsize=256)
def _is_address(name: str) -> bool:
    """A numeric host is nobody's name, so no page can have made it point here."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _check_origin(http: web.Request, server: ServerSettings, origin: str | None) -> None:
    if origin is None or origin in server.allowed_origins:
        return
    scheme = "https" if server.tls_cert else "http"
    if origin != f"{scheme}://{http.headers.get('Host', '')}":
        message = f"Origin `{origin[:100]}` may not call; see server.allowed_origins."
        raise BadRequest(message, status=403, code="origin_not_allowed")


def _check_key(http: web.Request, server: ServerSettings) -> None:
    is_open = http.path in _KEYLESS or http.path.startswith(page.PREFIX)
    if not server.api_keys or is_open:
        return
    given = given_key(http)
    # Every key is compared, in constant time: the answer's delay tells nothing.
    matches = [hmac.compare_digest(given.encode(), known.encode()) for known in server.api_keys]
    if not any(matches):
        # LiteLLM tells a wrong key from a wrong request by these words, which are OpenAI's.
        fault = "Incorrect API key provided" if given else "You didn't provide an API key"
        message = f"{fault}: send one of server.api_keys as `Authorization: Bearer KEY`."
        raise BadRequest(message, status=401, code="invalid_api_key")
    http[_CALLER] = hashlib.sha256(given.encode()).hexdigest()


def _preflight(http: web.Request, origin: str) -> web.Response:
    headers = _cors(http, origin) | {"Access-Control-Max-Age": "600"}
    return web.Response(status=204, headers=headers)


def _cors(http: web.Request, origin: str) -> dict[str, str]:
    """A page that may call may send what headers it likes: SDKs have a dozen of their own."""
    allowed = http.headers.get("Access-Control-Request-Headers", _ALLOWED_HEADERS)
    return {
        "Access-Control-Allow-Origin": origin,
        "Access-Control-Allow-Methods": "GET, POST, DELETE, OPTIONS",
        "Access-Control-Allow-Headers": allowed,
        "Access-Control-Expose-Headers": _SHOWN_HEADERS,
        "Vary": "Origin",
    }


def _ids(http: web.Request) -> dict[str, str]:
    """In the header that is ours, and in the one that the caller's SDK looks for."""
    theirs = "request-id" if speaks_anthropic(http) else "x-request-id"
    return {_ID_HEADER: request_id(http), theirs: request_id(http)}


def _told(http: web.Request, error: Exception | None) -> web.Response:
    if speaks_anthropic(http):
        return messages_errors.refusal(request_id(http), error)
    return openai_errors.refusal(error)


def _in_our_words(http: web.Request, error: web.HTTPException) -> web.Response:
    allowed = {"Allow": error.headers["Allow"]} if "Allow" in error.headers else {}
    if allowed and http.method == "OPTIONS":
        return web.Response(status=204, headers=allowed)
    reason = "There is nothing at this path." if error.status == 404 else error.reason
    if isinstance(error, web.HTTPMethodNotAllowed):
        methods = ", ".join(sorted(error.allowed_methods))
        reason = f"{error.method[:20]} is not allowed at this path; allowed: {methods}."
    wire = WireError(error.status, reason, "invalid_request_error")
    if speaks_anthropic(http):
        response = messages_errors.error_response(wire, request_id(http))
    else:
        response = wire.response()
    response.headers.update(allowed)
    return response
