"""The workers of a box tell each other which targets to leave alone.

    Health ──News──► one datagram ──► every other worker's socket ──► its Health

Each worker has a Unix datagram socket in the parent's runtime folder, and whoever else has one
there is a neighbour. Telling never waits: what a neighbour has no room for, or nobody is there to
hear, is counted and forgotten, because a worker that misses news still learns from its own calls.
Who begins asks all the others what they know. What cannot be read is counted and ignored.

What waits on the socket is read as it comes, and once more before each plan: a neighbour's
refusal that has been told is acted on, however busy the event loop is.
"""

from __future__ import annotations

import contextlib
import logging
import socket
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import orjson

from edge.core.health import Health
from edge.core.standing import News, Standing

_LARGEST = 1 << 17  # bytes; news of all the targets that `Health` keeps take half of it
_MOST_AT_ONCE = 64  # datagrams: whoever floods us holds nobody up
_LONGEST_NAME = 512
_TYPES = {field.name: type(field.default) for field in fields(Standing)}

_log = logging.getLogger("prelude")

Count = Callable[[str], None]  # of datagrams: "told", "lost", "heard", "asked" or "unreadable"


class Neighbours:
    """Nothing here waits or raises for a neighbour's sake."""

    def __init__(self, path: Path, health: Health, count: Count) -> None:
        """`path` is our own socket's; its siblings with the same suffix are the neighbours'."""
        self._path = path
        self._health = health
        self._count = count
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.setblocking(False)
        try:
            path.unlink(missing_ok=True)  # of one who was killed in our place
            self._socket.bind(str(path))
        except OSError:
            self._socket.close()
            raise

    def fileno(self) -> int:
        return self._socket.fileno()

    def exchange(self) -> None:
        """Hear what waits, and tell what became known here since the last time."""
        self.hear()
        if news := self._health.take_news():
            self._tell_all(_encode(news))

    def hear(self) -> None:
        for _ in range(_MOST_AT_ONCE):
            try:
                data, sender = self._socket.recvfrom(_LARGEST)
            except OSError:  # nothing waits
                return
            self._receive(data, sender)

    def ask(self) -> None:
        """For all that the others know; the answers are heard like any news."""
        self._tell_all(_encode((), wants_all=True))

    def close(self) -> None:
        self._socket.close()
        self._path.unlink(missing_ok=True)

    def _receive(self, data: bytes, sender: str | None) -> None:
        try:
            news, wants_all = _decode(data)
        except (ValueError, KeyError, TypeError):
            self._count("unreadable")
            return
        if not self._health.hear_news(news, time.monotonic()):
            self._count("unreadable")
        elif wants_all:
            self._count("asked")
            if sender:
                self._tell(Path(sender), _encode(self._health.all_news()))
        else:
            self._count("heard")

    def _tell_all(self, data: bytes) -> None:
        for path in self._path.parent.glob(f"*{self._path.suffix}"):
            if path != self._path:
                self._tell(path, data)

    def _tell(self, path: Path, data: bytes) -> None:
        try:
            self._socket.sendto(data, str(path))
        except OSError:  # no room, or it has just died
            self._count("lost")
        else:
            self._count("told")


@contextlib.contextmanager
def open_neighbours(path: Path, health: Health, count: Count) -> Iterator[Neighbours | None]:
    """None where there can be no socket: this worker then learns alone."""
    try:
        neighbours = Neighbours(path, health, count)
    except OSError as error:
        fields = {"path": str(path), "error": str(error)}
        _log.error("neighbours: no socket, so this worker learns alone", extra={"fields": fields})
        yield None
        return
    try:
        yield neighbours
    finally:
        neighbours.close()


def _encode(news: Sequence[News], *, wants_all: bool = False) -> bytes:
    return orjson.dumps({"news": [asdict(item) for item in news], "wants_all": wants_all})


def _decode(data: bytes) -> tuple[list[News], bool]:
    """Raises `ValueError`, `KeyError` or `TypeError` for what no worker wrote."""
    message = orjson.loads(data)
    news = [_read_news(item) for item in message["news"]]
    return news, message["wants_all"] is True


def _read_news(item: Any) -> News:
    tier, standing = item["tier"], item["standing"]
    if not isinstance(tier, str) or len(tier) > _LONGEST_NAME:
        raise ValueError("no name of a target")
    if {name: type(value) for name, value in standing.items()} != _TYPES:
        raise ValueError("no standing")
    return News(tier, Standing(**standing))
