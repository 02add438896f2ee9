"""Callers that cost next to nothing, so that what is measured is the door they knock at.

Each is one connection, kept, with requests that were written beforehand; of HTTP/1.1 they know
where an answer ends. What is measured is how many answers come, all whole.
"""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count, cycle
from typing import cast
from urllib.parse import urlsplit

from bench.questions import SHORT_QUESTIONS, asker

CHUNKS = 36  # of a stream
STAMP = re.compile(rb"@(\d{8}\.\d{6})")  # a chunk's text: see `canned_host.py`
LAST_CHUNK = b"\r\n0\r\n\r\n"  # with the end of the one before: a header may end in 0, too
KEY = "sk-bench-0123456789"

_PATIENCE_S = 30.0
_BLANK = b"\r\n\r\n"


@dataclass(frozen=True, slots=True)
class Door:
    """Where callers go: the URL of its `/v1`, the name of the model there, and what it wants to
    be told besides."""

    url: str
    model: str = "sim"
    headers: Mapping[str, str] = field(default_factory=dict)


def split_address(door: Door) -> tuple[str, int]:
    parts = urlsplit(door.url)
    assert parts.hostname is not None
    assert parts.port is not None
    return parts.hostname, parts.port


_ASKER = "@" * 40  # behind each question, as wide as all of them will be
NUMBERS = count(1)  # of the process


def requests(door: Door, *, stream: bool) -> list[bytes]:
    """One for each question, from somebody whom `numbered` names."""
    parts = urlsplit(door.url)
    own = "".join(f"{name}: {value}\r\n" for name, value in door.headers.items())
    made = []
    for question in SHORT_QUESTIONS:
        messages = [{"role": "user", "content": f"{question} {_ASKER}"}]
        body = json.dumps({"model": door.model, "messages": messages, "stream": stream}).encode()
        head = (
            f"POST {parts.path}/chat/completions HTTP/1.1\r\nHost: {parts.netloc}\r\n"
            f"Authorization: Bearer {KEY}\r\nContent-Type: application/json\r\n{own}"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        made.append(head.encode() + body)
    return made


def numbered(request: bytes, number: int) -> bytes:
    """As no other: nobody answers from what was remembered of one before."""
    return request.replace(_ASKER.encode(), asker(number).ljust(len(_ASKER)).encode())


@dataclass(slots=True)
class Answer:
    """What came: whole only with its end."""

    ended_at: float | None = None
    data: bytearray = field(default_factory=bytearray)

    @property
    def is_good(self) -> bool:
        return self.ended_at is not None and self.data.startswith(b"HTTP/1.1 200")


class _Line(asyncio.Protocol):
    """One connection. `ended` is set at the answer's end, or when the connection is lost."""

    def __init__(self) -> None:
        self.transport: asyncio.Transport | None = None
        self.answer = Answer()
        self._loop = asyncio.get_running_loop()
        self._ended: asyncio.Future[None] | None = None
        self._length: int | None = None  # of the whole answer; None: unknown, or it comes in chunks

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)  # uvloop's own class is not one

    def connection_lost(self, exc: Exception | None) -> None:
        self.transport = None
        self._end()

    async def ask(self, request: bytes) -> Answer:
        if self.transport is None:
            return Answer()
        self.answer, self._length = Answer(), None
        self._ended = self._loop.create_future()
        self.transport.write(request)
        await self._ended
        return self.answer

    def data_received(self, data: bytes) -> None:
        had = self.answer.data
        is_head = not had
        had += data
        if is_head:
            head, _, _ = bytes(had).partition(_BLANK)
            _, found, length = head.lower().partition(b"content-length:")
            if found:
                self._length = len(head) + len(_BLANK) + int(length.partition(b"\r")[0])
        if had.endswith(LAST_CHUNK) if self._length is None else len(had) >= self._length:
            self.answer.ended_at = time.monotonic()
            self._end()

    def _end(self) -> None:
        if self._ended is not None and not self._ended.done():
            self._ended.set_result(None)


async def _connect(door: Door) -> _Line:
    host, port = split_address(door)
    _, line = await asyncio.get_running_loop().create_connection(_Line, host, port)
    return line


# -- as many as it can ---------------------------------------------------------


@dataclass(slots=True)
class Answered:
    """What several callers got who each asked again as soon as they were answered."""

    took_s: float
    good: int = 0
    failed: int = 0

    @property
    def per_s(self) -> float:
        return self.good / self.took_s


async def ask_on_and_on(door: Door, callers: int, for_s: float, *, stream: bool) -> Answered:
    began = time.monotonic()
    answered = Answered(0.0)
    async with asyncio.TaskGroup() as group:
        for caller in range(callers):
            group.create_task(_ask_until(door, began + for_s, stream, caller, answered))
    answered.took_s = time.monotonic() - began
    return answered


async def _ask_until(
    door: Door, until: float, stream: bool, caller: int, answered: Answered
) -> None:
    line = await _connect(door)
    made = requests(door, stream=stream)
    for request in cycle(made[caller % len(made) :] + made[: caller % len(made)]):
        try:
            async with asyncio.timeout(_PATIENCE_S):
                answer = await line.ask(numbered(request, next(NUMBERS)))
        except TimeoutError:
            answered.failed += 1
            break
        if answer.is_good and (not stream or len(STAMP.findall(answer.data)) == CHUNKS):
            answered.good += 1
        else:
            answered.failed += 1
            if line.transport is None:
                line = await _connect(door)
        if time.monotonic() >= until:
            break
    if line.transport is not None:
        line.transport.close()
