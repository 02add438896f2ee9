"""The tables of the ledger's file, and how a file of an earlier version gets them.

Each version adds to the one before it: a file is brought up to date by whoever first opens it to
write, in one transaction. A file that we did not make, or that a newer version made, is refused and
left as it is; whoever only reads takes an older one as it is.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from edge.core.errors import EdgeError

_APPLICATION_ID = 0x5072656C  # "Prel": tells our files from any other database
_FIRST = (
    """CREATE TABLE legs (
        id INTEGER PRIMARY KEY,
        request TEXT NOT NULL,
        leg INTEGER NOT NULL,
        at REAL NOT NULL,                  -- Unix time at which the reply was settled
        door TEXT NOT NULL,
        task TEXT NOT NULL,
        strategy TEXT NOT NULL,
        reply_outcome TEXT NOT NULL,
        model TEXT NOT NULL,
        role TEXT NOT NULL,
        outcome TEXT NOT NULL,
        error TEXT,
        abandoned INTEGER NOT NULL,        -- 1: the reader saw nothing of it
        started_ms REAL NOT NULL,          -- these three from the request's arrival
        first_text_ms REAL,
        ended_ms REAL NOT NULL,
        input_tokens INTEGER NOT NULL,
        cached_tokens INTEGER NOT NULL,    -- of input_tokens
        output_tokens INTEGER NOT NULL,
        reasoning_tokens INTEGER NOT NULL, -- of output_tokens
        reported INTEGER NOT NULL,         -- 1: by the platform; 0: estimated by us
        unseen_tokens INTEGER NOT NULL,    -- of output_tokens: reported, and never received
        cost_cents REAL                    -- NULL: nobody knows the price
    )""",
    "CREATE INDEX legs_at ON legs (at)",
    """CREATE TABLE prompts (
        request TEXT PRIMARY KEY,
        messages TEXT NOT NULL             -- JSON; filled only with ledger.prompts = true
    )""",
)
_REPLIES = (
    """CREATE TABLE replies (
        request TEXT PRIMARY KEY,
        at REAL NOT NULL,                  -- as in legs
        outcome TEXT NOT NULL,             -- reply_outcome in legs
        owner BLOB NOT NULL,               -- a mark: see ledger_marks.py
        question BLOB,                     -- likewise; NULL: it is not to be known again
        told_task TEXT,                    -- by the caller, in the request
        is_cheap INTEGER NOT NULL,         -- 1: the cheapest of its chain alone answered
        escalated INTEGER NOT NULL,        -- 1: the local model gave up by itself
        regenerated INTEGER NOT NULL,      -- 1: its owner asked the same again
        rating REAL,                       -- 0 to 1, by the caller, afterwards
        corrected_task TEXT                -- likewise
    )""",
    "CREATE INDEX replies_question ON replies (question, at)",
)
_VERSIONS = (_FIRST, _REPLIES)
SCHEMA_VERSION = len(_VERSIONS)
FIRST_WITH_REPLIES = 2


class LedgerError(EdgeError):
    """The file is not a ledger that this version can use."""


def bring_up_to_date(connection: sqlite3.Connection, path: Path) -> None:
    """Within a transaction. Raises `LedgerError`."""
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    is_new = not tables and not _pragma(connection, "application_id")
    version = 0 if is_new else version_of(connection, path)
    if version == SCHEMA_VERSION:
        return
    for statements in _VERSIONS[version:]:
        for statement in statements:
            connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def version_of(connection: sqlite3.Connection, path: Path) -> int:
    """Raises `LedgerError` for what this version cannot read."""
    if _pragma(connection, "application_id") != _APPLICATION_ID:
        raise LedgerError(f"{path}: a database, but no ledger of Prelude's")
    version = _pragma(connection, "user_version")
    if not 1 <= version <= SCHEMA_VERSION:
        raise LedgerError(f"{path}: version {version}, and this one knows {SCHEMA_VERSION}")
    return version


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    (value,) = connection.execute(f"PRAGMA {name}").fetchone()
    return int(value)
