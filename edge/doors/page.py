"""The page on `/`: three static files and a line of news.

The files are read once, when the service starts. They go out under a policy that lets the
page load from us and talk to us, and nobody else: no inline script, no outside host, no frame
around it. So words that a model or a web page slips into a reply cannot act, even if page.js
were one day careless with them; it puts them in as text and never as HTML.

The page has no secrets and needs no API key: it asks its reader for one when the service does.
"""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable
from importlib import metadata, resources

from aiohttp import ETag, web

_FILES = {
    "/": ("index.html", "text/html"),
    "/page.css": ("page.css", "text/css"),
    "/page.js": ("page.js", "text/javascript"),
}
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "img-src 'self' data:; "  # data: is the icon's
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",  # ask each time: an update shows at once, a 304 costs nothing
}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def routes(notice: Callable[[], Awaitable[str]]) -> list[web.RouteDef]:
    """`notice` is asked at each visit for the line at the top of the page; "" shows none."""
    version = _version()

    async def news(_: web.Request) -> web.Response:
        return web.json_response({"notice": await notice(), "version": version}, headers=_HEADERS)

    files = [web.get(path, _file(name, kind)) for path, (name, kind) in _FILES.items()]
    return [*files, web.get("/page.json", news)]


def _file(name: str, content_type: str) -> Handler:
    body = resources.files("edge").joinpath("page", name).read_bytes()
    etag = ETag(hashlib.sha256(body).hexdigest()[:16])

    async def serve(request: web.Request) -> web.Response:
        known = request.if_none_match or ()
        if any(tag.value in (etag.value, "*") for tag in known):
            response = web.Response(status=304, headers=_HEADERS)
        else:
            response = web.Response(
                body=body, content_type=content_type, charset="utf-8", headers=_HEADERS
            )
        response.etag = etag
        return response

    return serve


def _version() -> str:
    try:
        return metadata.version("prelude-edge")
    except metadata.PackageNotFoundError:
        return "unreleased"  # run from a checkout, not installed
