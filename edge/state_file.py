"""A small SQLite file of the state folder, that all workers of the box share.

It is its owner's alone (mode 0600), tells by a number in its head whose it is, and forgets what is
deleted (`secure_delete`). It is used in a thread of its own, because it may be busy.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from edge.core.errors import Overloaded
from edge.core.types import Json
from edge.private_file import make_private

Cell = str | int | float | bytes | None
_BUSY_S = 5.0
_RETRY_S = 5.0
_log = logging.getLogger("prelude")
_File = TypeVar("_File")
_T = TypeVar("_T")


class StateFileError(Exception):
    """The file is not one of ours."""


@dataclass(frozen=True, slots=True)
class Layout:
    """`application_id` tells our files from any other; `holds` is a word for people. What is
    precious survives a loss of power, too, and takes longer to write."""

    application_id: int
    version: int
    tables: tuple[str, ...]
    holds: str
    is_precious: bool = True


class StateFile:
    """Raises `sqlite3.Error`, `OSError`, and `StateFileError` when it is opened. One thread at a
    time. `path` None: in memory."""

    def __init__(self, path: Path | None, layout: Layout) -> None:
        if path is not None:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            make_private(path)
        self._connection = sqlite3.connect(
            path or ":memory:", timeout=_BUSY_S, isolation_level=None, check_same_thread=False
        )
        try:
            self._create_or_check(path, layout)
            self._connection.execute("PRAGMA journal_mode = WAL")
            if not layout.is_precious:
                self._connection.execute("PRAGMA synchronous = NORMAL")
            self._connection.execute("PRAGMA secure_delete = ON")
        except BaseException:
            self.close()
            raise

    def read(self, query: str, cells: Sequence[Cell] = ()) -> list[tuple[Json, ...]]:
        return self._connection.execute(query, cells).fetchall()

    def write(self, statement: str, cells: Sequence[Cell] = ()) -> int:
        """How many rows it changed. Within a `transaction`, or as one."""
        if self._connection.in_transaction:
            return self._connection.execute(statement, cells).rowcount
        with self.transaction():
            return self._connection.execute(statement, cells).rowcount

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")
            raise

    def close(self) -> None:
        self._connection.close()

    def _create_or_check(self, path: Path | None, layout: Layout) -> None:
        with self.transaction():
            (tables,) = self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            (kind,) = self._connection.execute("PRAGMA application_id").fetchone()
            (version,) = self._connection.execute("PRAGMA user_version").fetchone()
            if tables or kind:
                if (kind, version) != (layout.application_id, layout.version):
                    message = f"{path}: not a file of {layout.holds} that this version knows"
                    raise StateFileError(message)
                return
            for table in layout.tables:
                self._connection.execute(table)
            self._connection.execute(f"PRAGMA application_id = {layout.application_id}")
            self._connection.execute(f"PRAGMA user_version = {layout.version}")


class OnThread(Generic[_File]):
    """A file that is opened when it is first needed, and used in one thread."""

    def __init__(self, open_file: Callable[[], _File], holds: str) -> None:
        self._open = open_file
        self._holds = holds
        self._file: _File | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=holds)

    async def call(self, act: Callable[[_File], _T]) -> _T:
        """Raises `Overloaded` where the file cannot be used."""

        def run() -> _T:
            if self._file is None:
                self._file = self._open()
            return act(self._file)

        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, run)
        except (sqlite3.Error, OSError, StateFileError) as error:
            fields = {"error": str(error)}
            _log.error(f"the file of {self._holds} cannot be used", extra={"fields": fields})
            message = f"{self._holds} cannot be kept now"
            raise Overloaded(message, retry_after_s=_RETRY_S) from error

    @property
    def is_open(self) -> bool:
        return self._file is not None

    async def close(self, close_file: Callable[[_File], None]) -> None:
        if self._file is not None:
            await self.call(close_file)
            self._file = None
        self._thread.shutdown()
