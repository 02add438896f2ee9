"""Files that were made once at some cost, kept in a folder that any number of processes share.

A file is called `KEY-DIGEST.onnx`: the key says what it was made from, the digest what is in it. So
one look tells whether it is whole, and no second file has to agree with it. It is written under
another name and renamed, so that nobody finds half of one; two that make the same at the same
time make it twice, and either will do. One that is not whole is made anew.

Without a folder, or where it cannot be written (a full disk, a read-only one), what was made
serves all the same, and is made again next time.
"""

from __future__ import annotations

import hashlib
import logging
import os
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

_DIGEST_CHARS = 64
_ABANDONED_S = 3600.0  # nobody writes for so long: whoever did has died

_log = logging.getLogger("prelude")


def kept_or_made(folder: Path | None, key: str, make: Callable[[], bytes]) -> Path | bytes:
    """The file with what `make` gives; or that itself, where it cannot be kept. Raises what `make`
    raises."""
    if folder is not None and (found := _find(folder, key)) is not None:
        return found
    start = time.monotonic()
    data = make()
    fields = {"file": key, "bytes": len(data), "seconds": round(time.monotonic() - start, 2)}
    _log.info("model file made", extra={"fields": fields})
    if folder is not None:
        try:
            return _keep(folder, key, data)
        except OSError as error:
            fields = {"folder": str(folder), "reason": str(error)}
            _log.warning(
                "model file not kept: it is made again next time", extra={"fields": fields}
            )
    return data


def _find(folder: Path, key: str) -> Path | None:
    for path in sorted(folder.glob(f"{key}-{'?' * _DIGEST_CHARS}.onnx")):
        try:
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            fields = {"file": str(path), "reason": str(error)}
            _log.warning("kept model file cannot be read", extra={"fields": fields})
            continue
        if digest == path.stem[-_DIGEST_CHARS:]:
            return path
        _log.warning("kept model file is damaged: made anew", extra={"fields": {"file": str(path)}})
        with suppress(OSError):
            path.unlink()
    return None


def _keep(folder: Path, key: str, data: bytes) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    _remove_abandoned(folder)
    path = folder / f"{key}-{hashlib.sha256(data).hexdigest()}.onnx"
    descriptor, part = tempfile.mkstemp(suffix=".part", dir=folder)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())  # else a crash of the machine may leave the name and no bytes
        os.replace(part, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(part)
        raise
    return path


def _remove_abandoned(folder: Path) -> None:
    for part in folder.glob("*.part"):
        with suppress(OSError):  # somebody else may be as tidy
            if part.stat().st_mtime < time.time() - _ABANDONED_S:
                part.unlink()
