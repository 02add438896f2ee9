"""What a platform does on the wire when it goes wrong: to the connection, and to its events.

An *act* happens once, at one place of a reply, and says whether the reply goes on behind it. A
*rewriting* turns the bytes of one event into the writes that are sent in its stead.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial, wraps
from typing import Protocol

import orjson

from bench.voice import Events, Trouble, Voice


class Wire(Protocol):
    """The connection under a reply, and the voice that speaks on it."""

    voice: Voice

    async def send_raw(self, data: bytes) -> None: ...
    async def send(self, events: Events) -> None: ...
    async def send_error(self, trouble: Trouble) -> None: ...
    async def send_nothing(self) -> None: ...  # alive, and no progress: a comment or a blank line
    def send_unframed(self, data: bytes) -> None: ...  # past HTTP: before the head
    def close(self) -> None: ...
    def reset(self) -> None: ...


Act = Callable[[Wire, float], Awaitable[bool]]  # (wire, ms) -> does the reply go on?
Rewrite = Callable[[bytes, int], Sequence[bytes]]  # (event, its number) -> what is written

_PING = b'event: ping\ndata: {"type": "ping"}\n\n'
_USAGE = b'data: {"object":"chat.completion.chunk","choices":[],"usage":{"prompt_tokens":9,'
_USAGE += b'"completion_tokens":1,"total_tokens":10}}\n\n'
_BABBLE = " and so on" * 10
_ERROR = {"message": "The server had an error.", "type": "server_error", "code": "server_error"}
ERROR_BODY = orjson.dumps({"error": _ERROR})


# -- the connection ----------------------------------------------------------


async def stall(wire: Wire, ms: float) -> bool:
    await asyncio.sleep(ms / 1000)
    return True


async def keep_alive_only(wire: Wire, ms: float) -> bool:
    return await _again_and_again(wire.send_nothing, ms)


async def ping_only(wire: Wire, ms: float) -> bool:
    """Where events have no such names, there are no pings either."""
    named = _is_in_lines(next(iter(wire.voice.empty())))
    return await _again_and_again(partial(wire.send_raw, _PING) if named else wire.send_nothing, ms)


async def empty_only(wire: Wire, ms: float) -> bool:
    return await _again_and_again(lambda: wire.send(wire.voice.empty()), ms)


async def _again_and_again(send: Callable[[], Awaitable[None]], ms: float) -> bool:
    until = asyncio.get_running_loop().time() + ms / 1000
    while asyncio.get_running_loop().time() < until:
        await send()
        await asyncio.sleep(0.1)
    return True


async def cut(wire: Wire, ms: float) -> bool:
    wire.close()
    return False


async def reset(wire: Wire, ms: float) -> bool:
    wire.reset()
    return False


async def half_a_head(wire: Wire, ms: float) -> bool:
    wire.send_unframed(b"HTTP/1.1 200 OK\r\nContent-Ty")
    wire.close()
    return False


async def no_http(wire: Wire, ms: float) -> bool:
    wire.send_unframed(b"\x15\x03\x03\x00\x02\x02\x28\r\n\r\n")  # a TLS alert, on a plain port
    wire.close()
    return False


# -- the stream --------------------------------------------------------------


async def end_early(wire: Wire, ms: float) -> bool:
    return False


async def half_an_event(wire: Wire, ms: float) -> bool:
    event = _event(wire)
    await wire.send_raw(event[: event.index(b"wor") + 3])
    wire.close()
    return False


async def garble(wire: Wire, ms: float) -> bool:
    event = _event(wire)
    await wire.send_raw(event[: event.index(b"wor")] + b"\xff\xfe\x00\xc3(\n\n")
    await wire.send_raw(bytes(range(128, 256)) + b"\n\n")
    return False


async def bad_line(wire: Wire, ms: float) -> bool:
    """No word is lost with it."""
    event = next(iter(wire.voice.empty()))
    await wire.send_raw(event[: len(event) * 2 // 3] + b"\n\n")
    return True


def _event(wire: Wire) -> bytes:
    return next(iter(wire.voice.say("word")))


async def bad_lines(wire: Wire, ms: float) -> bool:
    for _ in range(5):
        await bad_line(wire, ms)
    return False


async def error(wire: Wire, ms: float) -> bool:
    await wire.send_error("server")
    return False


async def error_429(wire: Wire, ms: float) -> bool:
    await wire.send_error("rate_limit")
    return False


async def error_event(wire: Wire, ms: float) -> bool:
    if not _is_in_lines(next(iter(wire.voice.empty()))):
        return await error(wire, ms)
    await wire.send_raw(b"event: error\ndata: " + orjson.dumps(_ERROR) + b"\n\n")
    return False


async def give_up(wire: Wire, ms: float) -> bool:
    """A finish reason that is none."""
    await wire.send(wire.voice.give_up())
    return False


async def babble(wire: Wire, ms: float) -> bool:
    """Words without end, until the other side has had enough. Many at a time: a limit of thousands
    of characters shall be reached soon, also where each event waits for a busy machine."""
    while True:
        await wire.send(wire.voice.say(_BABBLE))
        await asyncio.sleep(ms / 1000)


# -- single events -----------------------------------------------------------


def leave_out(event: bytes, number: int) -> Sequence[bytes]:
    return ()


def say_twice(event: bytes, number: int) -> Sequence[bytes]:
    return (event, event)


def break_json(event: bytes, number: int) -> Sequence[bytes]:
    """The words are in there, and no parser gets them out."""
    return (event[: len(event) // 2] + b"\n\n",)


# -- all events --------------------------------------------------------------


def _is_in_lines(event: bytes) -> bool:
    """Or else it is a binary frame, which begins with its length: a 0, for it is never so long."""
    return not event.startswith(b"\0")


def _of_lines(rewrite: Rewrite) -> Rewrite:
    """Another way to write lines; a frame is left as it is, for it has none."""

    @wraps(rewrite)
    def rewrite_lines(event: bytes, number: int) -> Sequence[bytes]:
        return rewrite(event, number) if _is_in_lines(event) else (event,)

    return rewrite_lines


@_of_lines
def cr_lf(event: bytes, number: int) -> Sequence[bytes]:
    """Split between the two, where a parser that looks at reads goes wrong."""
    body = event.rstrip(b"\n")
    return (body.replace(b"\n", b"\r\n") + b"\r\n\r", b"\n")


@_of_lines
def cr_only(event: bytes, number: int) -> Sequence[bytes]:
    return (event.replace(b"\n", b"\r"),)


@_of_lines
def byte_order_mark(event: bytes, number: int) -> Sequence[bytes]:
    return (b"\xef\xbb\xbf" + event if number == 0 else event,)


@_of_lines
def many_data_lines(event: bytes, number: int) -> Sequence[bytes]:
    name, _, data = event.rstrip(b"\n").partition(b"data: ")
    if b"\ndata: " in data:
        return (event,)  # it has many already
    if data.startswith(b"{"):
        data = orjson.dumps(orjson.loads(data), option=orjson.OPT_INDENT_2)
    return (name + b"".join(b"data: " + line + b"\n" for line in data.split(b"\n")) + b"\n",)


@_of_lines
def no_space(event: bytes, number: int) -> Sequence[bytes]:
    if b"data:  " in event:
        return (event,)  # its text begins with a blank, which would be taken for the one left out
    return (event.replace(b"data: ", b"data:", 1),)


@_of_lines
def comments_between(event: bytes, number: int) -> Sequence[bytes]:
    return (b": ping\n\nid: " + str(number).encode() + b"\nretry: 3000\n" + event,)


@_of_lines
def named(event: bytes, number: int) -> Sequence[bytes]:
    return (b"event: message\n" + event,)


def byte_by_byte(event: bytes, number: int) -> Sequence[bytes]:
    """Every character of more than one byte is split over reads."""
    return tuple(event[place : place + 1] for place in range(len(event)))


@_of_lines
def empty_choices(event: bytes, number: int) -> Sequence[bytes]:
    return (b'data: {"object":"chat.completion.chunk","choices":[]}\n\n', event)


@_of_lines
def early_usage(event: bytes, number: int) -> Sequence[bytes]:
    return (_USAGE, event) if number in (0, 9) else (event,)


def as_it_is(event: bytes, number: int) -> Sequence[bytes]:
    return (event,)
