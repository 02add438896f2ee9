"""How soon is everything free when a client leaves in mid-reply, or asks anew?

A client hears the first words and closes its connection; or, on a WebSocket, supersedes what it
asked, by turns of a hosted and of the local model. From then on: when the upstream notices that its
own connection was closed, and when the engine's slot is free again. Both are asked over HTTP, so
each figure has a round trip in it. The target is a simulator.
"""

from __future__ import annotations

import argparse
import asyncio
import time
from collections.abc import Iterator
from typing import Any

import aiohttp

from bench.report import SUMMARY, Curves, Limit, Report, Table, summary
from bench.upstream import TARGET, simulated_target

LIMIT_MS = 100.0
SUPERSEDED_MS = 50.0
UPSTREAM, SLOT = "upstream connection closed", "engine slot free"

_QUESTION = "Why does the sea have tides?"
_ASK_EVERY_S = 0.005
_PATIENCE_S = 10.0


def run(options: argparse.Namespace) -> Report:
    rounds = 20 if options.quick else 100
    with simulated_target("--ttft-ms", "50", "--tokens-per-s", "20") as (served, upstream):
        root = upstream.removesuffix("/v1")
        freed = asyncio.run(_leave_often(served, root, rounds))
        superseded = asyncio.run(_supersede_often(served, root, rounds))
    return Report(
        load=f"{rounds} clients of each kind, one after the other; each leaves at the first words",
        tables=(
            _table("ms from the client's leaving", freed),
            _table("ms from the frame that supersedes", superseded),
        ),
        limits=(
            *_limits("left", freed, LIMIT_MS),
            *_limits("superseded", superseded, SUPERSEDED_MS),
        ),
        notes=("with a round trip over HTTP in each figure",),
        plots=(
            Curves(
                "How soon is everything free when a client leaves?",
                "ms from the client's leaving",
                freed,
                of="clients that left",
                limit=LIMIT_MS,
                is_log=True,
            ),
        ),
    )


def _table(title: str, freed: dict[str, list[float]]) -> Table:
    rows = tuple((name, *summary(values)) for name, values in freed.items())
    return Table(title, ("", *SUMMARY), rows)


def _limits(how: str, freed: dict[str, list[float]], most: float) -> Iterator[Limit]:
    for name, values in freed.items():
        yield Limit(f"{how}: {name}, the latest", max(values), most, " ms")


async def _leave_often(served: str, upstream: str, rounds: int) -> dict[str, list[float]]:
    freed: dict[str, list[float]] = {UPSTREAM: [], SLOT: []}
    async with aiohttp.ClientSession() as session:
        for _ in range(rounds):
            before = len(await _log(session, upstream))
            left = await _hear_and_leave(served, TARGET)
            await _log(session, upstream, ended=before + 1)
            freed[UPSTREAM].append(_ms_since(left))
            left = await _hear_and_leave(served, "local")
            await _until_free(session, served.removesuffix("/v1"))
            freed[SLOT].append(_ms_since(left))
    return freed


async def _supersede_often(served: str, upstream: str, rounds: int) -> dict[str, list[float]]:
    freed: dict[str, list[float]] = {UPSTREAM: [], SLOT: []}
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(f"{served}/responses") as socket,
    ):
        await _ask_anew(socket, "local")
        await _hear(socket, "local")
        for _ in range(rounds):
            began = await _ask_anew(socket, TARGET)
            await _until_free(session, served.removesuffix("/v1"))
            freed[SLOT].append(_ms_since(began))
            await _hear(socket, TARGET)
            asked = len(await _log(session, upstream))
            began = await _ask_anew(socket, "local")
            await _log(session, upstream, ended=asked)
            freed[UPSTREAM].append(_ms_since(began))
            await _hear(socket, "local")
    return freed


async def _ask_anew(socket: aiohttp.ClientWebSocketResponse, model: str) -> float:
    """Supersede what runs; when it was asked for."""
    began = time.monotonic()
    options = {"supersede": True, "draft": "none"}
    frame = {"type": "response.create", "model": model, "input": _QUESTION, "prelude": options}
    await socket.send_json(frame)
    return began


async def _hear(socket: aiohttp.ClientWebSocketResponse, model: str) -> None:
    """The first words of this model's."""
    asked = ""
    while True:
        event = await socket.receive_json()
        if event["type"] == "response.created":
            asked = event["response"]["model"]
        if event["type"] == "response.output_text.delta" and asked == model:
            return


async def _hear_and_leave(served: str, model: str) -> float:
    """When the client left: a client of its own, so that its connection is really closed."""
    body = {
        "model": model,
        "messages": [{"role": "user", "content": _QUESTION}],
        "stream": True,
    }
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{served}/chat/completions", json=body) as reply,
    ):
        await reply.content.readuntil(b"\n\n")
        left = time.monotonic()
        reply.close()
        return left


async def _log(
    session: aiohttp.ClientSession, upstream: str, ended: int = 0
) -> list[dict[str, Any]]:
    query = {"ended": str(ended), "wait_s": str(_PATIENCE_S)}
    async with session.get(f"{upstream}/log", params=query) as reply:
        requests: list[dict[str, Any]] = (await reply.json())["requests"]
        return requests


async def _until_free(session: aiohttp.ClientSession, root: str) -> None:
    async with asyncio.timeout(_PATIENCE_S):
        while True:
            async with session.get(f"{root}/metrics") as reply:
                if 'prelude_local_busy_slots{model="local"} 0.0' in await reply.text():
                    return
            await asyncio.sleep(_ASK_EVERY_S)


def _ms_since(instant: float) -> float:
    return 1000 * (time.monotonic() - instant)
