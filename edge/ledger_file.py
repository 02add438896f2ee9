"""The ledger's file: SQLite, with a row for every leg, one for every reply that can be rated, and
what was asked where that is kept.

Several processes write to one file, so a connection takes its turn (write-ahead log, short
transactions that say at once that they will write).
"""

from __future__ import annotations

import contextlib
import sqlite3
import urllib.parse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from edge import ledger_replies
from edge.core.feedback import Feedback
from edge.ledger_replies import Rated, ReplyRow
from edge.ledger_schema import LedgerError, bring_up_to_date, version_of
from edge.private_file import make_private

_BUSY_S = 1.0  # another process's transaction takes milliseconds
_LARGEST = 2**40  # no leg has a trillion tokens; sums of what a platform makes up must fit, too

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class LegRow:
    """One row of `legs`: the fields are its columns."""

    request: str
    leg: int
    at: float
    door: str
    task: str
    strategy: str
    reply_outcome: str
    model: str
    role: str
    outcome: str
    error: str | None
    abandoned: bool
    started_ms: float
    first_text_ms: float | None
    ended_ms: float
    input_tokens: int
    cached_tokens: int
    output_tokens: int
    reasoning_tokens: int
    reported: bool
    unseen_tokens: int
    cost_cents: float | None


_COLUMNS = tuple(field.name for field in fields(LegRow))
_INSERT_LEG = f"INSERT INTO legs ({', '.join(_COLUMNS)}) VALUES (:{', :'.join(_COLUMNS)})"
_OLDEST = "SELECT id, request FROM legs WHERE at < ? ORDER BY at LIMIT ?"
_INSERT_PROMPT = "INSERT OR REPLACE INTO prompts (request, messages) VALUES (?, ?)"


class LedgerFile:
    """A connection that writes. Raises `sqlite3.Error`, `OSError` or `LedgerError`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        make_private(path)
        self._inode = path.stat().st_ino
        self._connection = sqlite3.connect(path, timeout=_BUSY_S, isolation_level=None)
        try:
            with self._transaction():
                bring_up_to_date(self._connection, path)
            self._connection.execute("PRAGMA journal_mode = WAL")
            # Survives any end of this process; only a power cut may take the last rows.
            self._connection.execute("PRAGMA synchronous = NORMAL")
            # What is deleted is overwritten: nobody finds an old prompt in the file's free room.
            self._connection.execute("PRAGMA secure_delete = ON")
        except BaseException:
            self.close()
            raise

    @property
    def is_in_place(self) -> bool:
        """False once somebody moved or removed the file: rows would go where nobody looks."""
        try:
            return self._path.stat().st_ino == self._inode
        except FileNotFoundError:
            return False

    def write(
        self,
        rows: Iterable[LegRow],
        prompts: Iterable[tuple[str, str]],
        replies: Iterable[ReplyRow] = (),
    ) -> None:
        """All of it or nothing. `prompts` are pairs of a request and its messages."""
        with self._transaction():
            self._connection.executemany(_INSERT_LEG, map(_cells, rows))
            self._connection.executemany(_INSERT_PROMPT, prompts)
            ledger_replies.add(self._connection, replies)

    def rate(self, request: str, owner: bytes, feedback: Feedback) -> Rated | None:
        """None: this owner has no such reply here."""
        with self._transaction():
            return ledger_replies.rate(self._connection, request, owner, feedback)

    def forget(self, before: float, most: int) -> int:
        """Remove the oldest of the legs that were settled before that Unix time, `most` of them,
        and what is known of their replies; how many there were. The file does not shrink: its room
        is used again."""
        with self._transaction():
            oldest = self._connection.execute(_OLDEST, (before, most)).fetchall()
            for leg, request in oldest:
                self._connection.execute("DELETE FROM legs WHERE id = ?", (leg,))
                self._connection.execute("DELETE FROM prompts WHERE request = ?", (request,))
                self._connection.execute("DELETE FROM replies WHERE request = ?", (request,))
        return len(oldest)

    def close(self) -> None:
        self._connection.close()

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        # IMMEDIATE: one that first reads and then wants to write is refused without a wait.
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):  # a full disk has rolled it back already
                self._connection.execute("ROLLBACK")
            raise


@contextlib.contextmanager
def open_to_read(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that changes nothing. Raises `LedgerError`."""
    if not path.exists():
        raise LedgerError(f"{path}: no ledger there yet")
    url = f"file:{urllib.parse.quote(str(path.absolute()))}?mode=ro"
    try:
        with contextlib.closing(sqlite3.connect(url, uri=True, timeout=_BUSY_S)) as connection:
            version_of(connection, path)
            yield connection
    except sqlite3.Error as error:
        raise LedgerError(f"{path}: {error}") from error


def _cells(row: LegRow) -> dict[str, Cell]:
    return {name: _storable(getattr(row, name)) for name in _COLUMNS}


def _storable(cell: Cell) -> Cell:
    """What a platform sent may be in here: a number without end, half of a character."""
    match cell:
        case str():
            return cell.encode("utf-8", "replace").decode()
        case int():
            return max(-_LARGEST, min(cell, _LARGEST))
        case _:
            return cell
