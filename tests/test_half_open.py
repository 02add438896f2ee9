"""A thousand lines that say half a request, at the real service, while others are served."""

from __future__ import annotations

import asyncio
import contextlib
from contextlib import AsyncExitStack
from pathlib import Path

import aiohttp

from bench.answers import answer_to
from bench.reader import listen
from bench.service_process import ServiceHandle, service
from bench.simulator_process import simulator

QUESTION = "Why does the sea have tides?"
SETTINGS = """
[server]
request_timeout_ms = 2000
max_connections = 1100

[local]
model = "none"

[providers.sim]
kind = "openai_compatible"
base_url = "{base_url}"

[routes.default]
targets = ["sim/sim"]
"""
HALVES = (
    b"",
    b"POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\n",
    b"POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99\r\n\r\n{",
    b"POST /v1/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{",
)
LINES = 1000
ROOM_BYTES = 100 << 20  # for them all


def resident(pid: int) -> int:
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * 4096


Line = tuple[asyncio.StreamReader, asyncio.StreamWriter]  # a writer that is let go hangs up


async def half(stack: AsyncExitStack, port: int, number: int) -> Line:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    stack.callback(writer.transport.abort)
    writer.write(HALVES[number % len(HALVES)])
    return reader, writer


async def until_told_or_cut(line: Line) -> bytes:
    reader, _ = line
    told = b""
    with contextlib.suppress(ConnectionResetError):
        while b"}" not in told and (data := await reader.read(4096)):
            told += data
    return told


async def attack(ours: ServiceHandle) -> None:
    port, worker = int(ours.url.rpartition(":")[2]), ours.child("edge.worker")
    before = resident(worker)
    asked = {"model": "auto", "messages": [{"role": "user", "content": QUESTION}]}
    async with AsyncExitStack() as stack, aiohttp.ClientSession() as session:
        halves = [await half(stack, port, number) for number in range(LINES)]
        replies = await asyncio.gather(*(listen(session, ours.base_url, asked) for _ in range(20)))
        assert [(told.text, told.error) for told in replies] == [
            (answer_to(QUESTION).text, "")
        ] * len(replies)
        grown = resident(worker) - before
        assert grown < ROOM_BYTES
        # Those whose head came are told; the others' lines are only cut.
        told = await asyncio.gather(*map(until_told_or_cut, halves))
        assert [b" 408 " in words for words in told] == [False, False, True, True] * (LINES // 4)
        told_after = await listen(session, ours.base_url, asked)
        assert told_after.text == answer_to(QUESTION).text
        async with session.get(f"{ours.url}/metrics") as response:
            metrics = (await response.text()).splitlines()
    assert "prelude_running_requests 0.0" in metrics


def test_a_thousand_half_open_lines_hold_nobody_up_and_are_cut() -> None:
    flags = ("--ttft-ms", "0", "--tokens-per-s", "0", "--tokens", "0")
    with simulator(*flags) as target, service(SETTINGS.format(base_url=target.base_url)) as ours:
        asyncio.run(asyncio.wait_for(attack(ours), 60))
