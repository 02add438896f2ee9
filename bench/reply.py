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
from bench.faults import FAULTS, Behead, Break, End, Fault, Instead, Spoil, Tail, Unstreamed, Write
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
        self._stream = asked.stream and not isinstance(self._fault, Unstreamed)
        self._wire = HttpWire(request, entry, self._stream, self._fault, knobs.split, rng)
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
            self._entry.end("finished" if await self._answer() else "fault")
        except ConnectionError:
            self._entry.end("cancelled")  # it left while we wrote
        return self._wire.response

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
            delta = text_delta if self._script.tool is None else tool_delta
            event = self._envelope.chunk(delta(chunk.text))
            await self._wire.send_event(event, spoil)
            self._entry.said(chunk.text)

    async def _begin(self) -> None:
        if not self._begun:
            self._begun = True
            opening = first_delta(self._script.tool, self._call_id)
            await self._wire.send_event(self._envelope.chunk(opening))

    async def _finish(self) -> None:
        await self._begin()
        for end in self._ends:
            match end:
                case "finish":
                    finish = self._envelope.chunk({}, self._script.finish_reason)
                    await self._wire.send_event(finish)
                case "usage" if self._asked.include_usage:
                    await self._wire.send_event(self._envelope.usage_chunk(self._usage()))
                case "done":
                    await self._wire.send_data(b"[DONE]")

    async def _send_whole(self) -> bool:
        text = "".join(self._script.pieces)
        body = orjson.dumps(
            self._envelope.completion(
                whole_message(text, self._script.tool, self._call_id),
                self._script.finish_reason if "finish" in self._ends else None,
                self._usage() if "usage" in self._ends else None,
            )
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

    def _usage(self) -> dict[str, int]:
        return usage(self._asked.prompt_tokens, len(self._script.pieces))

    @property
    def _call_id(self) -> str:
        return f"call_sim{self._entry.n}"

    async def _sleep_until(self, since_start_s: float) -> None:
        # When the time is past it still lets the loop turn: a client that left is noticed.
        await asyncio.sleep(self._start + since_start_s - time.monotonic())


class HttpWire:
    """The bytes of one reply (a `fault_acts.Wire`)."""

    def __init__(
        self,
        request: web.Request,
        entry: Entry,
        stream: bool,
        fault: Fault,
        split: float,
        rng: random.Random,
    ) -> None:
        self._request = request
        self._entry = entry
        self._stream = stream
        self._split = split
        self._rng = rng
        self._events = 0
        self._write = fault if stream and isinstance(fault, Write) else Write("as ever")
        kind = self._write.content_type if stream else "application/json"
        if isinstance(fault, Instead):
            kind = fault.content_type
        self.response = web.StreamResponse(
            headers={"Content-Type": kind, "x-request-id": f"req_sim{entry.n}"}
        )

    async def open(self) -> None:
        self.response.enable_chunked_encoding()
        if self._write.gzip:
            self.response.enable_compression(web.ContentCoding.gzip)
        await self.response.prepare(self._request)
        self._entry.status = 200
        self._entry.wrote()

    async def send_event(self, event: object, spoil: Spoil | None = None) -> None:
        await self.send_data(orjson.dumps(event), spoil)

    async def send_data(self, data: bytes, spoil: Spoil | None = None) -> None:
        if not self._stream:
            await self.send_raw(data)
            return
        rewrite = spoil.rewrite if spoil else self._write.rewrite
        for part in rewrite(b"data: " + data + b"\n\n", self._events):
            await self.send_raw(part)
        self._events += 1

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

    def send_unframed(self, data: bytes) -> None:
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
