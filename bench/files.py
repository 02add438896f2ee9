"""The files that simulated platforms keep: a dot for every picture, two boxes for every film."""

from __future__ import annotations

from typing import Literal

from aiohttp import web

from bench.piecework import PNG

Makes = Literal["text", "image", "video"]
# The head of an ISO base media file, and no film in it.
MP4 = b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isommp42" + b"\x00\x00\x00\x08mdat"
PATH = "/files/{name}"

_KINDS = {"png": ("image/png", PNG), "mp4": ("video/mp4", MP4)}


def makes(model: str) -> Makes:
    """What a model is for. The real platforms know; here its name says it."""
    if "video" in model:
        return "video"
    return "image" if "flux" in model else "text"


def names(kind: Makes, n: int, count: int) -> list[str]:
    """Paths of the files that the `n`-th reply made."""
    ending = "mp4" if kind == "video" else "png"
    return [f"/files/{n}-{index}.{ending}" for index in range(count)]


async def show(request: web.Request) -> web.Response:
    kind = _KINDS.get(request.match_info["name"].rpartition(".")[2])
    if kind is None:
        raise web.HTTPNotFound
    return web.Response(body=kind[1], content_type=kind[0])
