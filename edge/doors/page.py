"""The page on `/`: the files of `edge/page`, and a few lines of news.

The files are read once, when the service starts. They go out under a policy that lets the
page load from us and talk to us, and nobody else: no inline script, no outside host, no frame
around it. So words that a model or a web page slips into a reply cannot act, even if
the page were one day careless with them; it puts them in as text and never as HTML.

The page has no secrets and needs no API key: it asks its reader for one when the service does.
"""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from pathlib import Path

from aiohttp import ETag, web

_TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}
PREFIX = "/page/"  # what is below it has no secrets
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


@dataclass(frozen=True, slots=True)
class News:
    """`notice`: who answers here; `trouble`: what is wrong; "" shows none. `simulated`: models of
    the default route that are a simulator's, by its own names for them: the page offers to break
    their replies."""

    notice: str = ""
    trouble: str = ""
    simulated: tuple[str, ...] = ()


def routes(news: Callable[[], Awaitable[News]]) -> list[web.RouteDef]:
    """`news` is asked for at each visit."""
    version = _version()

    async def tell(_: web.Request) -> web.Response:
        return web.json_response(asdict(await news()) | {"version": version}, headers=_HEADERS)

    files = resources.files("edge").joinpath("page").iterdir()
    served = [file for file in files if Path(file.name).suffix in _TYPES]
    return [
        *(web.get(_path(file.name), _file(file)) for file in served),
        web.get("/page.json", tell),
    ]


def _path(name: str) -> str:
    return "/" if name == "index.html" else PREFIX + name


def _file(file: Traversable) -> Handler:
    body, content_type = file.read_bytes(), _TYPES[Path(file.name).suffix]
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
