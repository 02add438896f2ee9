"""One reply of the simulator on its way: the clock and the wire under script, pace and fault."""

from __future__ import annotations

import asyncio
import random
import socket
import struct
import time
from collections.abc import Sequence
from typing import Protocol

from aiohttp import web

from bench.asked import Asked
from bench.faults import FAULTS, Behead, Break, End, Fault, Instead, Spoil, Tail, Unstreamed, Write
from bench.knobs import Knobs
from bench.pace import Chunk, timetable
from bench.request_log import Entry
from bench.script import script
from bench.voice import TROUBLES, Events, Occasion, Platform, Trouble, Voice


class Line(Protocol):
    """Where the bytes of one reply go."""

    async def open(self, content_type: str, request_id: str, *, gzip: bool) -> None: ...
    async def write(self, data: bytes) -> None: ...
    def write_unframed(self, data: bytes) -> None: ...  # past HTTP: before the head
    def close(self) -> None: ...
    def reset(self) -> None: ...


class Reply:
    """One reply under way: the script, its timetable, and what goes wrong with them."""

    def __init__(
        self, line: Line, entry: Entry, asked: Asked, knobs: Knobs, platform: Platform
    ) -> None:
        self._entry = entry
        self._fault = FAULTS[knobs.fault]
        rng = random.Random(f"{knobs.seed}:{entry.n}")
        self._script = script(asked, knobs)
        self._times = timetable(self._script.pieces, knobs, rng)
        self._stream = asked.stream and not isinstance(self._fault, Unstreamed)
        occasion = Occasion(entry.n, int(entry.received_at), asked, self._script.tool)
        self._voice = platform.voice(occasion)
        self._wire = WireUnderReply(
            line, entry, platform, self._voice, self._stream, self._fault, knobs.split, rng
        )
        self._ms = knobs.ms
        self._after = knobs.after
        self._start = entry.arrived
        self._begun = False

    @property
    def voice(self) -> Voice:
        return self._voice

    async def run(self) -> None:
        try:
            self._entry.end("finished" if await self._answer() else "fault")
        except ConnectionError:
            self._entry.end("cancelled")  # it left while we wrote

    async def _answer(self) -> bool:
        """Whether it went well."""
        match self._fault:
            case Behead(act=act):
                return await act(self._wire, 0.0)
            case Instead(body=body):
                await self._wire.open()
                await self._wire.send_raw(body)
                return False
        return await (self._send_stream() if self._stream else self._send_whole())

    async def _send_stream(self) -> bool:
        await self._sleep_until(self._times.head_s)
        await self._wire.open()
        match self._fault:
            case Break() as fault:
                before, behind = _divided(self._times.chunks, self._place(fault))
                await self._say(before)
                if behind is not None:
                    if not await self._break(fault):
                        return False
                    await self._say(behind)
            case Spoil() as fault:
                before, behind = _divided(self._times.chunks, self._place(fault))
                await self._say(before)
                await self._say((behind or [])[:1], fault)
                await self._say((behind or [])[1:])
            case _:
                await self._say(self._times.chunks)
        await self._sleep_until(self._times.end_s)
        await self._finish()
        return True

    async def _say(self, chunks: Sequence[Chunk], spoil: Spoil | None = None) -> None:
        for chunk in chunks:
            await self._sleep_until(chunk.at_s)
            await self._begin()
            await self._wire.send(self._voice.say(chunk.text), spoil)
            self._entry.said(chunk.text)

    async def _begin(self) -> None:
        if not self._begun:
            self._begun = True
            await self._wire.send(self._voice.begin())

    async def _finish(self) -> None:
        await self._begin()
        for end in self._ends:
            match end:
                case "finish":
                    await self._wire.send(self._voice.finish(self._script.finish_reason))
                case "usage":
                    await self._wire.send(self._voice.usage(len(self._script.pieces)))
                case "done":
                    await self._wire.send(self._voice.done())

    async def _send_whole(self) -> bool:
        text = "".join(self._script.pieces)
        body = self._voice.whole(
            text,
            self._script.finish_reason if "finish" in self._ends else None,
            len(self._script.pieces) if "usage" in self._ends else None,
        )
        await self._sleep_until(self._times.end_s)
        await self._wire.open()
        if isinstance(self._fault, Break) and self._breaks(self._fault, body):
            place = min(self._place(self._fault), len(body))
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

    def _breaks(self, fault: Break, body: bytes) -> bool:
        return fault.always or self._place(fault) <= len(body)

    def _place(self, fault: Break | Spoil) -> int:
        return fault.after if self._after is None else self._after

    @property
    def _ends(self) -> tuple[End, ...]:
        return self._fault.ends if isinstance(self._fault, Tail) else ("finish", "usage", "done")

    async def _sleep_until(self, since_start_s: float) -> None:
        # When the time is past it still lets the loop turn: a client that left is noticed.
        await asyncio.sleep(self._start + since_start_s - time.monotonic())


class WireUnderReply:
    """How the events of one reply are written (a `fault_acts.Wire`)."""

    def __init__(
        self,
        line: Line,
        entry: Entry,
        platform: Platform,
        voice: Voice,
        stream: bool,
        fault: Fault,
        split: float,
        rng: random.Random,
    ) -> None:
        self.voice = voice
        self._platform = platform
        self._line = line
        self._entry = entry
        self._stream = stream
        self._split = split
        self._rng = rng
        self._events = 0
        self._write = fault if stream and isinstance(fault, Write) else Write("as ever")
        self._kind = "application/json"
        if stream:
            self._kind = self._write.content_type or voice.content_type
        if isinstance(fault, Instead):
            self._kind = fault.content_type

    async def open(self) -> None:
        await self._line.open(self._kind, f"req_sim{self._entry.n}", gzip=self._write.gzip)
        self._entry.status = 200
        self._entry.wrote()

    async def send(self, events: Events, spoil: Spoil | None = None) -> None:
        rewrite = spoil.rewrite if spoil else self._write.rewrite
        for event in events:
            for part in rewrite(event, self._events) if self._stream else (event,):
                await self.send_raw(part)
            self._events += 1

    async def send_error(self, trouble: Trouble) -> None:
        if self._stream:
            await self.send(self.voice.error(trouble))
        else:
            await self.send_raw(self._platform.refusal(TROUBLES[trouble]))

    async def send_nothing(self) -> None:
        await self.send_raw(self.voice.nothing() if self._stream else b"\n")

    async def send_raw(self, data: bytes) -> None:
        if len(data) > 1 and self._rng.random() < self._split:
            place = self._rng.randrange(1, len(data))
            await self._line.write(data[:place])
            await asyncio.sleep(0)  # lets the first part leave by itself
            data = data[place:]
        if data:
            await self._line.write(data)
        self._entry.wrote()

    def send_unframed(self, data: bytes) -> None:
        self._line.write_unframed(data)

    def close(self) -> None:
        self._line.close()

    def reset(self) -> None:
        self._line.reset()


class HttpLine:
    """The answer to one request."""

    def __init__(self, request: web.Request) -> None:
        self.response = web.StreamResponse()
        self._request = request

    async def open(self, content_type: str, request_id: str, *, gzip: bool) -> None:
        self.response.headers["Content-Type"] = content_type
        self.response.headers["x-request-id"] = request_id
        self.response.headers["request-id"] = request_id  # as Anthropic has it
        self.response.enable_chunked_encoding()
        if gzip:
            self.response.enable_compression(web.ContentCoding.gzip)
        await self.response.prepare(self._request)

    async def write(self, data: bytes) -> None:
        await self.response.write(data)

    def write_unframed(self, data: bytes) -> None:
        if self._request.transport is not None:
            self._request.transport.write(data)

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
