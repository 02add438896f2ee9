"""Marks by which the ledger knows an owner or a question again, without keeping either.

A mark is a keyed hash. The key lies in a file of its own beside the ledger (`ledger.sqlite.key`),
so that a ledger which is handed on tells nobody whether a certain question was asked. Whoever
deletes the key makes the marks mean nothing: feedback on earlier replies is then refused.
"""

from __future__ import annotations

import contextlib
import os
import secrets
from hashlib import blake2b
from pathlib import Path

_KEY_BYTES = 32
_MARK_BYTES = 16


def mark(key: bytes, *texts: str) -> bytes:
    """The same for the same texts, one by one."""
    hashed = blake2b(key=key, digest_size=_MARK_BYTES)
    for text in texts:
        data = text.encode("utf-8", "surrogatepass")
        hashed.update(b"%d " % len(data) + data)
    return hashed.digest()


def key_file(ledger: Path) -> Path:
    return ledger.with_name(f"{ledger.name}.key")


def read_key(ledger: Path) -> bytes:
    """The key of this ledger, which is made where there is none: by one of those who want it at
    once, and whole. Raises `OSError`."""
    path = key_file(ledger)
    with contextlib.suppress(FileNotFoundError):
        return path.read_bytes()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with open(descriptor, "wb") as file:
            file.write(secrets.token_bytes(_KEY_BYTES))
        with contextlib.suppress(FileExistsError):  # another was sooner: theirs holds
            os.link(made, path)
    finally:
        made.unlink()
    return path.read_bytes()
