"""Stored replies: those that their callers asked to be kept, running and ended.

A row has the response as its dialect shows it, the items that were asked, and the conversation
that a later request goes on with. The frames of a reply that is streamed are written as they are
said, so that any worker, and the next start, can tell it again from any place. Who writes a row
says at least every few seconds that it still does; a running row that nobody writes any more is a
broken reply.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import orjson

from edge.core.types import Json
from edge.journal import split_frames
from edge.state_file import Layout, StateFile

LAYOUT = Layout(
    0x50726C72,  # "Prlr"
    1,
    (
        """CREATE TABLE replies (
            id TEXT PRIMARY KEY,
            owner TEXT NOT NULL,
            created_at REAL NOT NULL,   -- Unix times
            seen_at REAL NOT NULL,      -- when its worker last wrote it
            is_running INTEGER NOT NULL,
            is_streamed INTEGER NOT NULL,
            is_cancelled INTEGER NOT NULL DEFAULT 0,  -- asked for by another worker
            size INTEGER NOT NULL,      -- bytes, its frames included
            response BLOB NOT NULL,     -- these three: JSON
            asked BLOB NOT NULL,
            conversation BLOB NOT NULL
        )""",
        "CREATE INDEX replies_by_age ON replies (created_at, size)",
        """CREATE TABLE frames (
            reply TEXT NOT NULL,
            place INTEGER NOT NULL,     -- of its first frame
            until INTEGER NOT NULL,
            data BLOB NOT NULL,         -- packed
            PRIMARY KEY (reply, place)
        ) WITHOUT ROWID""",
    ),
    "replies",
    is_precious=False,
)
_FAST = 1  # zlib's level
Orders = Literal["go on", "cancel", "forget"]


@dataclass(frozen=True, slots=True)
class StoredReply:
    """`conversation` is all that was said, its own answer last; empty while it runs."""

    id: str
    owner: str
    created_at: float
    response: Json = field(repr=False)
    asked: list[Json] = field(repr=False)
    conversation: list[Json] = field(default_factory=list, repr=False)
    is_running: bool = False
    is_streamed: bool = False
    seen_at: float = 0.0


class ReplyFile:
    """Each call is a transaction of its own."""

    def __init__(self, path: Path | None) -> None:
        self._file = StateFile(path, LAYOUT)
        self.close = self._file.close

    def add(self, reply: StoredReply, now: float) -> None:
        told = _told(reply)
        self._file.write(
            "INSERT INTO replies (id, owner, created_at, seen_at, is_running, is_streamed, size, "
            "response, asked, conversation) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                reply.id,
                reply.owner,
                reply.created_at,
                now,
                reply.is_running,
                reply.is_streamed,
                sum(map(len, told)),
                *told,
            ),
        )

    def go_on(self, reply: StoredReply, place: int, frames: bytes, now: float) -> Orders:
        """What was said since, or only that it still runs; and what others want of it."""
        response = orjson.dumps(reply.response)
        with self._file.transaction():
            self._add_frames(reply.id, place, frames)
            changed = self._file.write(
                "UPDATE replies SET seen_at = ?, response = ?, size = ? + size WHERE id = ?",
                (now, response, len(frames), reply.id),
            )
            if not changed:
                self._file.write("DELETE FROM frames WHERE reply = ?", (reply.id,))
                return "forget"
            rows = self._file.read("SELECT is_cancelled FROM replies WHERE id = ?", (reply.id,))
        return "cancel" if rows[0][0] else "go on"

    def end(self, reply: StoredReply, place: int, frames: bytes, now: float) -> None:
        """Its last words. One that was deleted meanwhile stays so."""
        told = _told(reply)
        with self._file.transaction():
            self._add_frames(reply.id, place, frames)
            ((packed,),) = self._file.read(
                "SELECT coalesce(sum(length(data)), 0) FROM frames WHERE reply = ?", (reply.id,)
            )
            changed = self._file.write(
                "UPDATE replies SET seen_at = ?, is_running = 0, size = ?, response = ?, "
                "asked = ?, conversation = ? WHERE id = ?",
                (now, sum(map(len, told)) + packed, *told, reply.id),
            )
            if not changed:
                self._file.write("DELETE FROM frames WHERE reply = ?", (reply.id,))

    def find(self, id_: str, owner: str) -> StoredReply | None:
        rows = self._file.read(
            "SELECT id, owner, created_at, response, asked, conversation, is_running, is_streamed, "
            "seen_at FROM replies WHERE id = ? AND owner = ?",
            (id_, owner),
        )
        if not rows:
            return None
        id_, owner, created_at, response, asked, conversation, runs, streamed, seen_at = rows[0]
        return StoredReply(
            id_,
            owner,
            created_at,
            orjson.loads(response),
            orjson.loads(asked),
            orjson.loads(conversation),
            is_running=bool(runs),
            is_streamed=bool(streamed),
            seen_at=seen_at,
        )

    def frames(self, id_: str, place: int) -> tuple[bytes, int]:
        """As `Journal.read`: some of what was said from there on, and the place behind it."""
        rows = self._file.read(
            "SELECT place, until, data FROM frames WHERE reply = ? AND until > ? "
            "ORDER BY place LIMIT 1",
            (id_, place),
        )
        if not rows:
            return b"", place
        begin, until, data = rows[0]
        return b"".join(split_frames(zlib.decompress(data))[max(0, place - begin) :]), until

    def is_told(self, id_: str, dead_before: float) -> bool:
        """Whether somebody still says more of it."""
        query = "SELECT 1 FROM replies WHERE id = ? AND is_running AND seen_at >= ?"
        return bool(self._file.read(query, (id_, dead_before)))

    def count_frames(self, id_: str) -> int:
        rows = self._file.read("SELECT max(until) FROM frames WHERE reply = ?", (id_,))
        return rows[0][0] or 0

    def ask_to_cancel(self, id_: str) -> None:
        self._file.write("UPDATE replies SET is_cancelled = 1 WHERE id = ?", (id_,))

    def remove(self, id_: str, owner: str) -> bool:
        with self._file.transaction():
            gone = self._file.write("DELETE FROM replies WHERE id = ? AND owner = ?", (id_, owner))
            if gone:
                self._file.write("DELETE FROM frames WHERE reply = ?", (id_,))
        return bool(gone)

    def forget(self, before: float, most: int, max_bytes: int, dead_before: float) -> int:
        """Those that are too old, and the oldest of too many. What runs stays. How many went."""
        query = "SELECT count(*), coalesce(sum(size), 0), min(created_at) FROM replies"
        ((count, size, oldest),) = self._file.read(query)
        if count <= most and size <= max_bytes and (oldest is None or oldest >= before):
            return 0
        gone = 0
        with self._file.transaction():
            for id_, created_at, bytes_ in self._file.read(
                "SELECT id, created_at, size FROM replies WHERE NOT is_running OR seen_at < ? "
                "ORDER BY created_at",
                (dead_before,),
            ):
                if created_at >= before and count <= most and size <= max_bytes:
                    break
                self._file.write("DELETE FROM replies WHERE id = ?", (id_,))
                self._file.write("DELETE FROM frames WHERE reply = ?", (id_,))
                count, size, gone = count - 1, size - bytes_, gone + 1
        return gone

    def _add_frames(self, id_: str, place: int, frames: bytes) -> None:
        if frames:
            until = place + len(split_frames(frames))
            packed = zlib.compress(frames, _FAST)
            self._file.write(
                "INSERT OR IGNORE INTO frames VALUES (?, ?, ?, ?)", (id_, place, until, packed)
            )


def _told(reply: StoredReply) -> list[bytes]:
    return [orjson.dumps(part) for part in (reply.response, reply.asked, reply.conversation)]
