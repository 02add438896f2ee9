"""Has a model fetched from the Hugging Face Hub, by a process of its own: `local_models/hub.py`."""

from __future__ import annotations

import asyncio
import sys
import time
from asyncio.subprocess import PIPE
from collections.abc import Callable, Mapping
from contextlib import suppress

import orjson

from local_models.model_files import ModelFileError

_TOLD_EVERY_S = 5.0
# The library would also look around on this machine, and tell the hub what it runs beside.
_QUIET = {"HF_HUB_DISABLE_PROGRESS_BARS": "1", "HF_HUB_DISABLE_TELEMETRY": "1"}


async def fetch_model(name: str, env: Mapping[str, str], say: Callable[[str], None]) -> str:
    """The file's path; `say` is told how far it is every few seconds. Raises `ModelFileError`."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "local_models.hub", name),
        stdout=PIPE,
        env={**env, **_QUIET},
        start_new_session=True,
    )
    assert process.stdout is not None
    told_at = time.monotonic()
    try:
        async for line in process.stdout:
            match orjson.loads(line):
                case {"file": str(path)}:
                    return path
                case {"error": str(why)}:
                    raise ModelFileError(why)
                case {"loading": float(share)} if time.monotonic() - told_at > _TOLD_EVERY_S:
                    told_at = time.monotonic()
                    say(f"{name}: {share:.0%} is here")
        raise ModelFileError(f"{name}: its download ended without a word")
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
