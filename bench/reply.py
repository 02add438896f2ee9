"""One reply of the simulator on its way: the clock and the wire under script, pace and fault."""

from __future__ import annotations

import asyncio
import random
import socket
import struct
import time
from collections.abc import Sequence

import orjson
from aiohttp import web

from bench.chat_reply import (
    Envelope,
    first_delta,
    text_delta,
    tool_delta,
    usage,
    whole_message,
)
from bench.chat_request import Asked
from bench.faults import FAULTS, Break, Omit
from bench.knobs import Knobs
from bench.pace import Chunk, timetable
from bench.request_log import Entry
from bench.script import script


class Reply:
    """One reply under way: the script, its timetable, and what goes wrong with them."""

    def __init__(self, request: web.Request, entry: Entry, asked: Asked, knobs: Knobs) -> None:
        self._asked = asked
        self._entry = entry
        self._fault = FAULTS[knobs.fault]
        rng = random.Random(f"{knobs.seed}:{entry.n}")
        self._script = script(asked, knobs)
        self._times = timetable(self._script.pieces, knobs, rng)
        self._wire = HttpWire(request, entry, asked.stream, knobs.split, rng)
        self._ms = knobs.ms
        self._after = knobs.after
        self._start = entry.arrived
        self._begun = False
        self._envelope = Envelope(
            id=f"chatcmpl-sim{entry.n}",
            created=int(entry.received_at),
            model=asked.model,
            include_usage=asked.include_usage,
        )

    async def run(self) -> web.StreamResponse:
        try:
            went_well = await (self._stream() if self._asked.stream else self._send_whole())
            self._entry.end("finished" if went_well else "fault")
        except ConnectionError:
            self._entry.end("cancelled")  # it left while we wrote
        return self._wire.response

    async def _stream(self) -> bool:
        await self._sleep_until(self._times.head_s)
        await self._wire.open()
        chunks = self._times.chunks
        if isinstance(self._fault, Break):
            before, behind = _divided(chunks, self._break_after(self._fault))
            await self._say(before)
            if behind is not None:
                if not await self._break(self._fault):
                    return False
                await self._say(behind)
        else:
            await self._say(chunks)
        await self._sleep_until(self._times.end_s)
        await self._finish()
        return True

    async def _say(self, chunks: Sequence[Chunk]) -> None:
        for chunk in chunks:
            await self._sleep_until(chunk.at_s)
            await self._begin()
            delta = text_delta if self._script.tool is None else tool_delta
            await self._wire.send_event(self._envelope.chunk(delta(chunk.text)))
            self._entry.said(chunk.text)

    async def _begin(self) -> None:
        if not self._begun:
            self._begun = True
            opening = first_delta(self._script.tool, self._call_id)
            await self._wire.send_event(self._envelope.chunk(opening))

    async def _finish(self) -> None:
        await self._begin()
        if not self._omits("finish"):
            await self._wire.send_event(self._envelope.chunk({}, self._script.finish_reason))
        if self._asked.include_usage and not self._omits("usage"):
            await self._wire.send_event(self._envelope.usage_chunk(self._usage()))
        await self._wire.send_raw(b"data: [DONE]\n\n")

    async def _send_whole(self) -> bool:
        text = "".join(self._script.pieces)
        body = orjson.dumps(
            self._envelope.completion(
                whole_message(text, self._script.tool, self._call_id),
                None if self._omits("finish") else self._script.finish_reason,
                None if self._omits("usage") else self._usage(),
            )
        )
        await self._sleep_until(self._times.end_s)
        await self._wire.open()
        if isinstance(self._fault, Break) and self._break_after(self._fault) <= len(body):
            place = self._break_after(self._fault)
            await self._wire.send_raw(body[:place])
            if not await self._break(self._fault):
                return False
            body = body[place:]
        await self._wire.send_raw(body)
        self._entry.said(text)
        return True

    async def _break(self, fault: Break) -> bool:
        """Whether the reply goes on; if so, everything in it comes that much later."""
        began = time.monotonic()
        goes_on = await fault.act(self._wire, fault.ms if self._ms is None else self._ms)
        self._start += time.monotonic() - began
        return goes_on

    def _break_after(self, fault: Break) -> int:
        return fault.after if self._after is None else self._after

    def _omits(self, part: str) -> bool:
        return isinstance(self._fault, Omit) and self._fault.part == part

    def _usage(self) -> dict[str, int]:
        return usage(self._asked.prompt_tokens, len(self._script.pieces))

    @property
    def _call_id(self) -> str:
        return f"call_sim{self._entry.n}"

    async def _sleep_until(self, since_start_s: float) -> None:
        # When the time is past it still lets the loop turn: a client that left is noticed.
        await asyncio.sleep(self._start + since_start_s - time.monotonic())


class HttpWire:
    """The bytes of one reply (a `faults.Wire`)."""

    def __init__(
        self, request: web.Request, entry: Entry, stream: bool, split: float, rng: random.Random
    ) -> None:
        self._request = request
        self._entry = entry
        self._stream = stream
        self._split = split
        self._rng = rng
        kind = "text/event-stream; charset=utf-8" if stream else "application/json"
        self.response = web.StreamResponse(
            headers={"Content-Type": kind, "x-request-id": f"req_sim{entry.n}"}
        )

    async def open(self) -> None:
        self.response.enable_chunked_encoding()
        await self.response.prepare(self._request)
        self._entry.status = 200
        self._entry.wrote()

    async def send_event(self, event: object) -> None:
        data = orjson.dumps(event)
        await self.send_raw(b"data: " + data + b"\n\n" if self._stream else data)

    async def send_nothing(self) -> None:
        await self.send_raw(b": keepalive\n\n" if self._stream else b"\n")

    async def send_raw(self, data: bytes) -> None:
        if len(data) > 1 and self._rng.random() < self._split:
            place = self._rng.randrange(1, len(data))
            await self.response.write(data[:place])
            await asyncio.sleep(0)  # lets the first part leave by itself
            data = data[place:]
        if data:
            await self.response.write(data)
        self._entry.wrote()

    def close(self) -> None:
        if self._request.transport is not None:
            self._request.transport.close()

    def reset(self) -> None:
        transport = self._request.transport
        if transport is not None:
            lingering_off = struct.pack("ii", 1, 0)  # close() then sends RST instead of FIN
            sock = transport.get_extra_info("socket")
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, lingering_off)
            transport.abort()


def _divided(chunks: Sequence[Chunk], after: int) -> tuple[list[Chunk], list[Chunk] | None]:
    """The chunks before and behind the place; None behind it when the reply is too short."""
    before: list[Chunk] = []
    left = after
    for place, chunk in enumerate(chunks):
        if left < len(chunk.text):
            head, tail = chunk.text[:left], chunk.text[left:]
            if head:
                before.append(Chunk(chunk.at_s, head, chunk.pieces))
            return before, [Chunk(chunk.at_s, tail, chunk.pieces), *chunks[place + 1 :]]
        before.append(chunk)
        left -= len(chunk.text)
    return before, [] if left == 0 else None
