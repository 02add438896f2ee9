"""The engine's keeper: starts the process, waits until it serves, brings it back when it dies.

    engine = EngineProcess(settings.local, socket_path)
    await engine.start()             # raises EngineStartError for a model that cannot be used
    tasks.create_task(engine.watch())
    ...
    await engine.stop()

A model that cannot be used is said at the first start and nothing is tried again. Later
deaths (a crash in native code, kill -9) are answered with a new process: at once after a
long life, more and more slowly while it keeps dying.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import orjson

from edge.core.errors import EdgeError
from edge.core.settings import LocalSettings

_FIRST_PAUSE_S = 0.2
_LONGEST_PAUSE_S = 5.0
_LONG_LIFE_S = 30.0  # after so long a death is news, not a pattern
_PROGRESS_S = 5.0
# How long llama.cpp's threads spin for each other before they sleep, in OpenMP's turns. Its
# default, 300,000 (milliseconds), takes the cores from everyone else. The policy sets the turns
# where OpenMP counts more threads than cores (it counts those of pools that rest, too): 100
# without it, 1,000 with it, and on two cores 105 tokens/s against 145, no busier at rest.
_SPINNING = {"GOMP_SPINCOUNT": "1000", "OMP_WAIT_POLICY": "active"}
_STOP_S = 5.0  # a step takes far less; who does not stop by then is killed


class EngineStartError(EdgeError):
    """The engine cannot serve with these settings; the message says why."""


class EngineProcess:
    def __init__(
        self,
        settings: LocalSettings,
        socket_path: str,
        *,
        log: Callable[[str], None] = lambda line: print(line, file=sys.stderr, flush=True),
    ) -> None:
        """`log` is told of slow loading, deaths and returns, a line each."""
        self._command = (
            sys.executable, "-m", "local_models.engine",
            "--socket", socket_path,
            "--model", settings.model,
            "--slots", str(settings.slots),
            "--context", str(settings.context),
            "--gpu-layers", str(settings.gpu_layers),
            "--threads", str(settings.threads),
        )  # fmt: skip
        self._log = log
        self._process: Process | None = None

    @property
    def pid(self) -> int | None:
        """None while there is no engine."""
        process = self._process
        return process.pid if process is not None and process.returncode is None else None

    async def start(self) -> None:
        """Returns when the engine serves; raises `EngineStartError` when it never will."""
        await self._launch()

    async def watch(self) -> None:
        """Brings the engine back whenever it dies; until cancelled."""
        pause = 0.0
        while True:
            began = time.monotonic()
            ending = await self._death()
            lived_long = time.monotonic() - began > _LONG_LIFE_S
            pause = _FIRST_PAUSE_S if lived_long or not pause else min(2 * pause, _LONGEST_PAUSE_S)
            self._log(f"local model: the engine ended ({ending}); starting it in {pause:.1f} s")
            await asyncio.sleep(pause)
            try:
                await self._launch()
            except EngineStartError as error:
                self._log(f"local model: {error}")
                continue
            self._log(f"local model: the engine is back (process {self.pid})")

    async def stop(self) -> None:
        """Asks it to end, and sees to it, also while it loads. Cancel `start` or `watch` first."""
        process = self._process
        if process is None or process.returncode is not None:
            return
        with suppress(ProcessLookupError):
            process.terminate()
        try:
            async with asyncio.timeout(_STOP_S):
                await process.wait()
        except TimeoutError:
            process.kill()
            await process.wait()

    async def _launch(self) -> None:
        process = await asyncio.create_subprocess_exec(
            *self._command,
            stdin=PIPE,  # its other end closes with us, and the engine then ends
            stdout=PIPE,
            env={**_SPINNING, **os.environ, "PYTHONPATH": _import_path()},
            start_new_session=True,  # Ctrl-C is for us; we stop it when the last reply is out
        )
        self._process = process
        said = await self._first_line(process)
        if not said:
            raise EngineStartError(f"the engine ended ({await self._death()}) before it served")
        if "error" in said:
            await process.wait()
            raise EngineStartError(said["error"])

    async def _first_line(self, process: Process) -> dict[str, Any]:
        """What it says once it serves or cannot; nothing if it dies first."""
        assert process.stdout is not None
        waited = 0.0
        while True:
            try:
                async with asyncio.timeout(_PROGRESS_S):
                    line = await process.stdout.readline()
            except TimeoutError:
                waited += _PROGRESS_S
                self._log(f"local model: still loading after {waited:.0f} s")
                continue
            return orjson.loads(line) if line else {}

    async def _death(self) -> str:
        assert self._process is not None
        code = await self._process.wait()
        return f"exit {code}" if code >= 0 else signal.Signals(-code).name


def _import_path() -> str:
    """Where we were imported from comes first: the engine may be started from any directory."""
    ours = str(Path(__file__).parents[1])
    return os.pathsep.join(filter(None, (ours, os.environ.get("PYTHONPATH"))))
