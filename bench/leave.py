"""How soon is everything free when a client leaves in mid-reply?

A client hears the first words and closes its connection. From then on: when the upstream notices
that its own connection was closed, and when the engine's slot is free again. Both are asked over
HTTP, so each figure has a round trip in it. The target is a simulator.
"""

from __future__ import annotations

import argparse
import asyncio
import time
from typing import Any

import aiohttp

from bench.report import SUMMARY, Curves, Limit, Report, Table, summary
from bench.upstream import TARGET, simulated_target

LIMIT_MS = 100.0

_QUESTION = "Why does the sea have tides?"
_ASK_EVERY_S = 0.005
_PATIENCE_S = 10.0


def run(options: argparse.Namespace) -> Report:
    rounds = 20 if options.quick else 100
    with simulated_target("--ttft-ms", "50", "--tokens-per-s", "20") as (served, upstream):
        freed = asyncio.run(_leave_often(served, upstream.removesuffix("/v1"), rounds))
    return Report(
        load=f"{rounds} clients of each kind, one after the other; each leaves at the first words",
        tables=(
            Table(
                "ms from the client's leaving",
                ("", *SUMMARY),
                tuple((name, *summary(values)) for name, values in freed.items()),
            ),
        ),
        limits=tuple(
            Limit(f"{name}, the latest", max(values), LIMIT_MS, " ms")
            for name, values in freed.items()
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


async def _leave_often(served: str, upstream: str, rounds: int) -> dict[str, list[float]]:
    freed: dict[str, list[float]] = {"upstream connection closed": [], "engine slot free": []}
    async with aiohttp.ClientSession() as session:
        for _ in range(rounds):
            before = len(await _log(session, upstream))
            left = await _hear_and_leave(served, TARGET)
            await _log(session, upstream, ended=before + 1)
            freed["upstream connection closed"].append(_ms_since(left))
            left = await _hear_and_leave(served, "local")
            await _until_free(session, served.removesuffix("/v1"))
            freed["engine slot free"].append(_ms_since(left))
    return freed


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
