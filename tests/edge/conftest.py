"""The doors on a loopback port, behind our own runner, with scripted tiers in the place of models.

Our own runner, because aiohttp's test server cancels handlers by itself and would hide it if we
did not (`handler_cancellation`).
"""

from __future__ import annotations

import contextlib
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import aiohttp
import pytest
from aiohttp import web

from edge.app import build_app
from edge.core.film import Filmer
from edge.core.knowledge import Knowledge, LocalFacts, ModelFacts
from edge.core.local_names import is_local
from edge.core.media import Kind, Maker
from edge.core.prices import Prices
from edge.core.route_names import COMPLETION
from edge.core.settings import (
    DeepSettings,
    ReplySettings,
    RouteSettings,
    ServerSettings,
    TierSettings,
)
from edge.core.types import LOCAL, Message, Request
from edge.core.verdict import Kinds, Task, Verdict
from edge.doors.front import Front
from edge.filming import Filming, OpenedFile
from edge.homes import Homes, open_door
from edge.local_status import Locals, LocalStatus
from edge.metrics import Metrics
from edge.scripted import ScriptedTier
from edge.service import Service

PRICES = Prices(1.0, 10.0)


@dataclass(frozen=True, slots=True)
class Served:
    url: str
    front: Front
    tiers: Mapping[str, ScriptedTier]
    http: aiohttp.ClientSession


class Makes(Protocol):
    """What makes pictures, vectors and films where a test wants some; `films` is their file."""

    films: Path

    def maker(self, name: str, kind: Kind) -> Maker: ...

    def filmer(self, name: str) -> Filmer: ...

    def open(self, url: str) -> AbstractAsyncContextManager[OpenedFile]: ...


_KINDS: frozenset[Kind] = frozenset({"embedding", "image", "video"})
WarmLocal = Callable[[str, tuple[Message, ...], str], Awaitable[None]]
Serve = Callable[..., AbstractAsyncContextManager[Served]]


async def _warm_nobody(name: str, messages: tuple[Message, ...], scope: str) -> None:
    """Nobody reads ahead, unless a test says so."""


async def _judge(request: Request, kinds: Kinds) -> Verdict:
    return Verdict(Task.OPEN_QA, 0.5, 0.5, "the test", language="en")


@contextlib.asynccontextmanager
async def serving(
    *tiers: ScriptedTier,
    route: RouteSettings | None = None,
    server: ServerSettings | None = None,
    deep: DeepSettings | None = None,
    prefill: bool = True,
    opening: str = "model",
    warm_local: WarmLocal = _warm_nobody,
    figures: Mapping[str, float] | None = None,
    down: tuple[str, ...] = (),
    replies: ReplySettings | None = None,
    reply_file: Path | None = None,
    completes: bool = False,
    fills_in: bool | None = True,
    maker: Makes | None = None,
    homes: Homes | None = None,
) -> AsyncIterator[Served]:
    """Every tier but `local` becomes a target, in this order, unless `route` says otherwise; with
    `completes`, of texts too, and whoever does that `fills_in` gaps, or not. `down`: local models
    whose engines do not answer. With a `maker` the targets make everything, too."""
    by_name = {tier.name: tier for tier in tiers}
    hosted = tuple(name for name in by_name if name != LOCAL)
    route = route or RouteSettings(targets=hosted)

    def find(name: str) -> ModelFacts | None:
        if name not in hosted:
            return None
        return ModelFacts(
            name,
            prefill=prefill,
            prices=PRICES,
            completes=completes,
            fills_in=fills_in,
            makes=_KINDS if maker else frozenset(),
        )

    routes = {"default": route}
    if maker:
        routes |= {kind: RouteSettings(targets=hosted) for kind in _KINDS}
    if completes and hosted:
        routes[COMPLETION] = RouteSettings(targets=hosted)

    making: dict[str, Any] = {"maker": maker.maker, "filmer": maker.filmer} if maker else {}
    service = Service(
        knowledge=Knowledge(
            routes,
            TierSettings(deep=deep or DeepSettings()),
            find,
            LocalFacts(4096, opening, fills_in=fills_in) if LOCAL in by_name else None,
        ),
        judge=_judge,
        tier=by_name.__getitem__,
        prices=lambda name: PRICES if name in hosted else Prices(0.0, 0.0),
        model_names=("auto", *by_name),
        notice="a test",
        warm_local=warm_local,
        **making,
    )
    metrics = Metrics()
    front = Front(service, server or ServerSettings(), metrics, None, replies, reply_file)

    async def look() -> Locals:
        return {
            name: LocalStatus(is_up=name not in down, slots=4, figures=figures or {})
            for name in (*by_name, *down)
            if is_local(name)
        }

    filming = Filming(front, maker.films, maker.open) if maker else None
    app = build_app(front, look, filming)
    runner = web.AppRunner(app, handler_cancellation=True, access_log=None)
    await runner.setup()
    front.homes = await open_door(runner, homes or Homes())
    listener = socket.create_server(("127.0.0.1", 0))
    url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    try:
        async with front.hall.open(runner, listener), aiohttp.ClientSession() as http:
            yield Served(url, front, by_name, http)
    finally:
        await front.close_sockets()
        await runner.cleanup()
        if filming is not None:
            await filming.close()


@pytest.fixture
def serve() -> Serve:
    return serving
