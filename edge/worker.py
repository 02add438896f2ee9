"""One front process: takes connections from a listening socket that its parent opened.

SIGTERM ends it gently: no new connections, running replies finish within a bound. SIGHUP reads
the settings anew; replies under way keep what they began with, and a file with faults changes
nothing.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import gc
import logging
import os
import resource
import signal
import socket
import ssl
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import uvloop
from aiohttp import web

from edge.app import build_app, build_front, build_service, keep_warm, start_filming
from edge.core.errors import BadRequest, EdgeError
from edge.core.settings import ServerSettings, Settings
from edge.core.types import PLANNED, Message, Request, TextPart
from edge.doors.front import Front
from edge.filming import Filming
from edge.homes import Homes, open_door
from edge.ledger import open_ledger
from edge.local_look import look_at_locals
from edge.log import start_logging
from edge.neighbours import Neighbours
from edge.parts import Parts, judge_ready, learn_locals, open_parts
from edge.platforms import platforms
from edge.service import Service
from edge.settings_file import BadSettings, Loaded, load

_DRAIN_S = 10.0
# Net allocations before the young are collected, and such collections before the next older ones
# are: streams are many objects that live long, and to look through all of those of 2,000 streams
# holds each of them up for a third of a second.
_COLLECT_AFTER = (10_000, 10, 1000)
_JUDGE_READY_S = 2.0  # that connections wait for the classifier's model
_log = logging.getLogger("prelude")


def main() -> int:
    parser = argparse.ArgumentParser(prog="edge.worker")
    parser.add_argument("--fd", type=int, required=True, help="the listening socket")
    parser.add_argument("--engines", help="the folder of the engines' Unix sockets")
    parser.add_argument("--own-socket", type=Path, help="where other workers' news arrive")
    parser.add_argument("--number", type=int, default=0, help="which of the workers this is")
    parser.add_argument("--workers", type=int, default=1, help="how many serve this box")
    parser.add_argument("--config", type=Path)
    parser.add_argument("--host")
    parser.add_argument("--port", type=int)
    args = parser.parse_args()
    start_logging()
    _allow_many_files()
    try:
        uvloop.run(_serve(args))
    except BadSettings as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


def _allow_many_files() -> None:
    """As many as this process may have: a usual limit of 1,024 is for programs with no callers."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    with contextlib.suppress(ValueError, OSError):  # a system may say "no limit" and mean less
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def _load(args: argparse.Namespace) -> Loaded:
    return load(args.config, os.environ, platforms(), host=args.host, port=args.port)


async def _serve(args: argparse.Namespace) -> None:
    loaded = _load(args)
    async with open_parts(
        loaded.settings, args.engines, args.own_socket, loaded.cache_folder
    ) as parts:
        front = build_front(loaded, parts)
        await _warm_up(loaded.settings, front.service, parts)
        # What stays for good is not looked through again at each full collection, which would hold
        # up every open stream for 60 ms.
        gc.collect()
        gc.freeze()
        gc.set_threshold(*_COLLECT_AFTER)
        try:
            async with start_filming(front, loaded, parts) as filming:
                with _hearing(parts.neighbours):
                    await _answer(args, loaded.settings, front, parts, filming)
        finally:
            if front.ledger is not None:
                await asyncio.to_thread(front.ledger.close)


@contextlib.contextmanager
def _hearing(neighbours: Neighbours | None) -> Iterator[None]:
    """What the other workers know already is asked for before the first request comes."""
    if neighbours is None:
        yield
        return
    loop = asyncio.get_running_loop()
    loop.add_reader(neighbours.fileno(), neighbours.hear)
    neighbours.ask()
    try:
        yield
    finally:
        loop.remove_reader(neighbours.fileno())


async def _answer(
    args: argparse.Namespace,
    settings: Settings,
    front: Front,
    parts: Parts,
    filming: Filming,
) -> None:
    # Without handler_cancellation a handler runs on after its client has left.
    runner = web.AppRunner(
        build_app(front, partial(look_at_locals, parts), filming),
        handler_cancellation=True,
        access_log=None,
        shutdown_timeout=_DRAIN_S,
    )
    await runner.setup()
    front.homes = await open_door(runner, _homes(args))
    listener = socket.socket(fileno=args.fd)
    stop, reread = _hear_signals()
    try:
        async with front.hall.open(runner, listener, _tls(settings.server)):
            print("ready", flush=True)  # the parent waits for it, and sends no signal before
            keep_warm(settings, parts)
            await _serve_until(stop, reread, lambda: _reload(args, front, parts))
    finally:
        await front.close_sockets()
        await runner.cleanup()


def _homes(args: argparse.Namespace) -> Homes:
    if args.own_socket is None:
        return Homes()
    return Homes(args.own_socket.parent, args.number, args.workers)


async def _warm_up(settings: Settings, service: Service, parts: Parts) -> None:
    """The first caller shall not pay for compiling patterns, reading tables and loading the
    classifier's model: half a second. A large model goes on loading beside the first replies."""
    await _await_judge(settings, parts)
    question = Message("user", (TextPart("How does a heat pump work?"),))
    with contextlib.suppress(BadRequest):  # nobody to answer: each caller is told so
        await service.begin(Request("warm-up", PLANNED[0], (question,)), time.monotonic())


async def _await_judge(settings: Settings, parts: Parts) -> None:
    """A model that cannot be used is said, and the rules judge in its place."""
    try:
        async with asyncio.timeout(_JUDGE_READY_S):
            await judge_ready(settings, parts)
    except TimeoutError:
        _log.info("the classifier's model is loading; the rules judge until then")
    except EdgeError as error:
        fields = {"fault": str(error)}
        _log.error(
            "the classifier's model cannot be used: the rules judge", extra={"fields": fields}
        )


async def _serve_until(
    stop: asyncio.Event, reread: asyncio.Event, reload: Callable[[], Awaitable[None]]
) -> None:
    stopped = asyncio.ensure_future(stop.wait())
    while not stopped.done():
        told = asyncio.ensure_future(reread.wait())
        await asyncio.wait((stopped, told), return_when=asyncio.FIRST_COMPLETED)
        if not told.done():
            told.cancel()
            return
        reread.clear()
        await reload()


def _hear_signals() -> tuple[asyncio.Event, asyncio.Event]:
    """The events are set when we are told to stop, and to read the settings anew."""
    stop, reread = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    loop.add_signal_handler(signal.SIGHUP, reread.set)
    loop.add_reader(sys.stdin.fileno(), stop.set)  # nothing is written there: our parent died
    return stop, reread


async def _reload(args: argparse.Namespace, front: Front, parts: Parts) -> None:
    try:
        loaded = _load(args)
    except BadSettings as error:
        fields = {"faults": str(error)}
        _log.error("reload refused: the old settings stay", extra={"fields": fields})
        return
    for fault in loaded.overlay_faults:
        _log.warning("model overlay ignored", extra={"fields": {"fault": str(fault)}})
    await learn_locals(loaded.settings, parts)
    front.service = build_service(loaded, parts)
    keep_warm(loaded.settings, parts)
    await _await_judge(loaded.settings, parts)
    ledger, front.ledger = (
        front.ledger,
        open_ledger(loaded.settings.ledger, front.metrics.drop_ledger_rows),
    )
    if ledger is not None:
        ledger.finish()
    # What the socket is bound to, and how large and slow a body may be, was fixed at start-up.
    kept = {name: getattr(front.server, name) for name in ("host", "port", "workers")}
    front.server = replace(loaded.settings.server, **kept)
    front.replies = loaded.settings.replies
    _log.info("settings reloaded")


def _tls(server: ServerSettings) -> ssl.SSLContext | None:
    if server.tls_cert is None:
        return None
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(server.tls_cert, server.tls_key)
    return context


if __name__ == "__main__":
    sys.exit(main())
