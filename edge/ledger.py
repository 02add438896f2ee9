"""The ledger: a row for every leg of every reply, finished or abandoned.

    record() ──► what waits, bounded ──► one writer thread ──► one file, shared by all workers

No request waits for the disk and no fault of the disk fails a reply. The writer gathers for a
moment and takes all that waits in one transaction: so it keeps up, and does not wake, and hold the
interpreter up, for each reply. A file that cannot be written (locked, read-only, full, not a
ledger) is tried again for as long as we run, and an operator is told once; what finds no room
meanwhile is dropped and counted. A file that was moved away is begun anew.

Rows that are older than an operator wants to keep are deleted by the same thread, a few at a time,
when nothing waits to be written: at the start, and every hour.

What was written survives `kill -9`: only what waited for less than a moment and a transaction dies
with the process. `close` writes all that was accepted.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from edge.core.feedback import Feedback
from edge.core.settings import LedgerSettings
from edge.ledger_entry import Entry, entry_of, messages_in_json, reply_row
from edge.ledger_file import LedgerFile
from edge.ledger_marks import mark, read_key
from edge.ledger_replies import Rated, ReplyRow
from edge.ledger_schema import LedgerError
from edge.settled import Settled

_MOST_WAITING = 4096  # replies: about 20 s of a busy box, while the disk does not answer
_GATHER_S = 0.1
_MOST_A_TRANSACTION = 512  # replies: others wait for their turn meanwhile
_MOST_FORGOTTEN = 500  # rows in a transaction: milliseconds, so that other workers get their turn
_FORGET_PAUSE_S = 0.05  # between two of them
_FORGET_EVERY_S = 3600.0
_DAY_S = 86_400.0
_PAUSES_S = (0.05, 0.2, 1.0, 5.0)
_CLOSE_S = 3.0
_log = logging.getLogger("prelude")


class Ledger:
    """Its methods may be called from any thread. `count_dropped` is told of rows that are lost;
    `keep_days` 0 keeps rows for ever."""

    def __init__(
        self,
        path: Path,
        *,
        keep_prompts: bool = False,
        keep_days: int = 0,
        count_dropped: Callable[[int], None] = lambda rows: None,
        most_waiting: int = _MOST_WAITING,
    ) -> None:
        self.path = path
        self._keep_prompts = keep_prompts
        self._keep_s = keep_days * _DAY_S
        self._count_dropped = count_dropped
        self._most_waiting = most_waiting
        self._waiting: deque[Entry] = deque()
        self._changed = threading.Condition()  # guards what waits, and `_stop_by`
        self._stop_by: float | None = None  # monotonic
        self._is_dropping = False
        self._file: LedgerFile | None = None  # this and the rest belong to the writer
        self._fault: str | None = None
        self._forget_at = time.monotonic()
        self._forgotten = 0  # rows, since we last said so
        # No daemon: a process that ends after `finish` still writes what was accepted.
        self._writer = threading.Thread(target=self._write_all, name="ledger")
        self._writer.start()

    def record(self, reply: Settled, door: str, outcome: str) -> None:
        """Take one settled reply. Neither waits for the disk nor fails with it."""
        now = time.time()
        if entry := entry_of(reply, door, outcome, now, keep_prompts=self._keep_prompts):
            self.add(entry)

    def add(self, entry: Entry) -> None:
        with self._changed:
            has_room = self._stop_by is None and len(self._waiting) < self._most_waiting
            if has_room:
                self._waiting.append(entry)
                if len(self._waiting) in (1, _MOST_A_TRANSACTION):  # else it knows, or gathers
                    self._changed.notify()
            is_first_drop = not has_room and not self._is_dropping
            self._is_dropping = self._is_dropping or not has_room
        if not has_room:
            self._count_dropped(len(entry.rows))
        if is_first_drop:
            self._tell("ledger: too many rows wait for the disk, more are dropped")

    def rate(self, request: str, caller: str, feedback: Feedback) -> Rated | None:
        """What is now known of the reply; None: this caller has none of that id in the file, or not
        yet. Waits for the disk, unlike all else. Raises `LedgerError` where it cannot be written.
        """
        try:
            if not self.path.exists():
                return None
            owner = mark(read_key(self.path), caller)
            with closing(LedgerFile(self.path)) as file:
                return file.rate(request, owner, feedback)
        except (sqlite3.Error, OSError) as error:
            raise LedgerError(f"{self.path}: {error}") from error

    def finish(self, within_s: float = _CLOSE_S) -> None:
        """Accept no more; the writer ends when all is written, or that time is up."""
        with self._changed:
            if self._stop_by is None:
                self._stop_by = time.monotonic() + within_s
            self._changed.notify()

    def close(self, within_s: float = _CLOSE_S) -> None:
        self.finish(within_s)
        self._writer.join()

    # The writer.

    def _write_all(self) -> None:
        while (batch := self._take()) is not None:
            if batch:
                self._write(batch)
            else:
                self._forget()
        self._close_file()

    def _take(self) -> list[Entry] | None:
        """What waits, once there is some; nothing when it is time to forget, and None when that
        was the last."""
        with self._changed:
            idle_s = max(0.0, self._forget_at - time.monotonic()) if self._keep_s else None
            self._changed.wait_for(lambda: self._waiting or self._stop_by is not None, idle_s)
            if self._waiting:
                self._changed.wait_for(self._has_enough, _GATHER_S)
            count = len(self._waiting)
            if self._stop_by is None:  # else all at once: there may be time for one try only
                count = min(count, _MOST_A_TRANSACTION)
            elif not count:
                return None
            return [self._waiting.popleft() for _ in range(count)]

    def _has_enough(self) -> bool:
        return len(self._waiting) >= _MOST_A_TRANSACTION or self._stop_by is not None

    def _forget(self) -> None:
        """A few of the rows that are too old. Where that fails, another time will do."""
        count = 0
        try:
            if self.path.exists():
                oldest = time.time() - self._keep_s
                count = self._open_file().forget(oldest, _MOST_FORGOTTEN)
        except (sqlite3.Error, OSError, LedgerError) as error:
            self._close_file()
            self._tell("ledger: old rows could not be deleted", str(error))
        self._forgotten += count
        is_done = count < _MOST_FORGOTTEN
        self._forget_at = time.monotonic() + (_FORGET_EVERY_S if is_done else _FORGET_PAUSE_S)
        if is_done and self._forgotten:
            fields = {"path": str(self.path), "rows": self._forgotten}
            _log.info("ledger: old rows deleted", extra={"fields": fields})
            self._forgotten = 0

    def _write(self, batch: Sequence[Entry]) -> None:
        """Until it is written, or there is no time left for it."""
        rows = [row for entry in batch for row in entry.rows]
        prompts = [
            (entry.rows[0].request, messages_in_json(entry)) for entry in batch if entry.messages
        ]
        attempts = 0
        while True:
            try:
                self._open_file().write(rows, prompts, self._reply_rows(batch))
            except (sqlite3.Error, OSError, LedgerError) as error:
                self._close_file()
                self._note_fault(str(error))
            else:
                self._note_fault(None)
                with self._changed:
                    self._is_dropping = False
                return
            if not self._may_try_again(attempts):
                self._count_dropped(len(rows))
                self._tell(f"ledger: {len(rows)} rows were not written before the end")
                return
            attempts += 1

    def _reply_rows(self, batch: Sequence[Entry]) -> list[ReplyRow]:
        """The key may be missing as the file may: this is tried again as that is."""
        rated = [entry for entry in batch if entry.facts is not None]
        if not rated:
            return []
        key = read_key(self.path)
        return [reply_row(entry.rows[0], entry.facts, key) for entry in rated if entry.facts]

    def _may_try_again(self, attempts: int) -> bool:
        """After a pause; when we are to stop, as long as there is time."""
        with self._changed:
            pause_s = _PAUSES_S[min(attempts, len(_PAUSES_S) - 1)]
            if self._stop_by is None:
                self._changed.wait_for(lambda: self._stop_by is not None, pause_s)
                return True
            if time.monotonic() + _PAUSES_S[0] > self._stop_by:
                return False
            self._changed.wait(_PAUSES_S[0])
            return True

    def _open_file(self) -> LedgerFile:
        if self._file is not None and not self._file.is_in_place:
            self._close_file()
        if self._file is None:
            self._file = LedgerFile(self.path)
        return self._file

    def _close_file(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None

    def _note_fault(self, fault: str | None) -> None:
        """Tell it when it comes, when it turns into another, and when it has gone."""
        if fault == self._fault:
            return
        self._fault = fault
        if fault is None:
            _log.info("ledger: written again", extra={"fields": {"path": str(self.path)}})
        else:
            self._tell("ledger: cannot be written, its rows wait", fault)

    def _tell(self, event: str, fault: str | None = None) -> None:
        fields = {"path": str(self.path)} | ({} if fault is None else {"error": fault})
        _log.error(event, extra={"fields": fields})


def open_ledger(settings: LedgerSettings, count_dropped: Callable[[int], None]) -> Ledger | None:
    """None where none is kept."""
    if not settings.enabled or settings.path is None:
        return None
    return Ledger(
        Path(settings.path),
        keep_prompts=settings.prompts,
        keep_days=settings.keep_days,
        count_dropped=count_dropped,
    )
