"""The engine's keeper: starts the process, waits until it serves, brings it back when it dies.

    engine = EngineProcess(settings.local, socket_path)
    await engine.start()             # raises EngineStartError for a model that cannot be used
    tasks.create_task(engine.watch())
    ...
    await engine.stop()

A model that cannot be used is said at the first start and nothing is tried again. Later
deaths (a crash in native code, kill -9) are answered with a new process: at once after a
long life, more and more slowly while it keeps dying, and rarely once that is a pattern
(`local_models/deaths.py`). An engine that hangs is killed (`local_models/watchdog.py`): then its
callers' connections close, and they hear at once what they would else have waited for.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from edge.core.errors import EdgeError, TierError, TierRejected
from edge.core.hub_names import is_hub_name
from edge.core.settings import LocalModelSettings
from local_models.client import LocalTier
from local_models.deaths import Deaths
from local_models.fetch import fetch_model
from local_models.life import Life, Loading, Ready, Silent, Still, Unable
from local_models.model_files import ModelFileError
from local_models.options import EngineOptions, to_arguments
from local_models.trouble import end_trouble, tell_trouble

_PROGRESS_S = 5.0
# How long llama.cpp's threads spin for each other before they sleep, in OpenMP's turns. Its
# default, 300,000 (milliseconds), takes the cores from everyone else. The policy sets the turns
# where OpenMP counts more threads than cores (it counts those of pools that rest, too): 100
# without it, 1,000 with it, and on two cores 105 tokens/s against 145, no busier at rest.
_SPINNING = {"GOMP_SPINCOUNT": "1000", "OMP_WAIT_POLICY": "active"}
# An assertion that fails in ggml would else start a debugger to print where: seconds, for nobody.
_NO_DEBUGGER = {"GGML_NO_BACKTRACE": "1"}
_START_S = 60.0  # of silence, while its libraries are read from a cold disk
_STOP_S = 5.0  # a step takes far less; who does not stop by then is killed


class EngineStartError(EdgeError):
    """The engine cannot serve with these settings; the message says why."""


class EngineProcess:
    def __init__(
        self,
        settings: LocalModelSettings,
        socket_path: str,
        *,
        name: str = "local",
        many_deaths: int = 5,
        log: Callable[[str], None] = lambda line: print(line, file=sys.stderr, flush=True),
    ) -> None:
        """`log` is told of slow loading, deaths and returns, a line each; `many_deaths` in a short
        time are a pattern, and then it is tried rarely."""
        self._options = EngineOptions.of(settings)
        self._hang_s = settings.hang_ms / 1000
        self._socket_path = socket_path
        self._name, self._log = name, log
        self._deaths = Deaths(many_deaths)
        self._life: Life | None = None

    @property
    def pid(self) -> int | None:
        """None while there is no engine."""
        return self._life.pid if self._life is not None else None

    @property
    def socket_path(self) -> str:
        return self._socket_path

    async def start(self) -> None:
        """Returns when the engine serves; raises `EngineStartError` when it never will."""
        await self._launch()

    async def watch(self) -> None:
        """Brings the engine back whenever it dies; until cancelled."""
        while True:
            began = time.monotonic()
            why = await self._death()
            while True:
                now = time.monotonic()
                await self._pause(why, self._deaths.note(at=now, lived_s=now - began))
                began = time.monotonic()
                try:
                    await self._launch()
                except EngineStartError as error:
                    why = str(error)
                    continue
                break
            end_trouble(self._socket_path)
            self._say(f"the engine is back (process {self.pid})")

    async def adapt(self, loras: Mapping[str, str]) -> None:
        """Has it serve these adapters, and its successors too. Raises `EngineStartError`, and then
        nothing has changed."""
        try:
            await LocalTier(self._name, self._socket_path).adapt(loras)
        except TierRejected as error:
            raise EngineStartError(str(error)) from error
        except TierError:
            pass  # it has just died: its successor will have them
        self._options = replace(self._options, loras=loras)

    async def stop(self) -> None:
        """Asks it to end, and sees to it, also while it loads. Cancel `start` or `watch` first."""
        await self._end(signal.SIGTERM, _STOP_S)

    async def retire(self, within_s: float) -> None:
        """Lets it end its replies, and take no more. Cancel `watch` first."""
        await self._end(signal.SIGUSR1, within_s)

    async def _end(self, number: signal.Signals, within_s: float) -> None:
        end_trouble(self._socket_path)
        if self._life is not None:
            await self._life.end(number, within_s)
            self._life.close()

    async def _pause(self, why: str, pause_s: float) -> None:
        if self._deaths.is_pattern:
            word = self._deaths.last_word(why)
            tell_trouble(self._socket_path, word)
            self._say(word)
        else:
            self._say(f"the engine ended ({why}); starting it in {pause_s:.1f} s")
        await asyncio.sleep(pause_s)

    async def _launch(self) -> None:
        if self._life is not None:
            self._life.close()
        if is_hub_name(self._options.model):
            await self._fetch()
        self._life = life = Life()
        await life.begin(*self._command(), env=self._environment())
        try:
            await self._until_ready(life)
        except EngineStartError:
            life.close()
            raise

    async def _fetch(self) -> None:
        """Once: whoever comes back finds the file where it was."""
        try:
            path = await fetch_model(self._options.model, self._environment(), self._say)
        except ModelFileError as error:
            raise EngineStartError(str(error)) from error
        self._options = replace(self._options, model=path)

    async def _until_ready(self, life: Life) -> None:
        told_at, share = life.began_at, 0.0
        while True:
            match await life.hear(max(_START_S, self._hang_s)):
                case Ready():
                    return
                case Unable(why):
                    await life.end(signal.SIGTERM, _STOP_S)
                    raise EngineStartError(why)
                case Silent() as hang:
                    await life.end(signal.SIGKILL, _STOP_S)
                    raise EngineStartError(
                        f"{self._options.model}: the engine {hang}, before it served"
                    )
                case Loading(share):
                    pass
                case None:
                    why = await life.ending()
                    model = self._options.model
                    raise EngineStartError(f"{model}: the engine ended ({why}) before it served")
            now = time.monotonic()
            if now - told_at >= _PROGRESS_S:
                told_at = now
                self._say(f"still loading after {now - life.began_at:.0f} s ({share:.0%} read)")

    async def _death(self) -> str:
        """Waits for the end of the engine, and brings it about where it hangs; how it came."""
        life = self._life
        assert life is not None
        while True:
            match await life.hear(self._hang_s):
                case Unable(why):
                    await life.end(signal.SIGTERM, _STOP_S)
                    return why
                case (Silent() | Still()) as hang if hang.seconds >= self._hang_s:
                    await life.end(signal.SIGKILL, _STOP_S)
                    return f"it {hang}"
                case None:
                    return await life.ending()

    def _command(self) -> list[str]:
        return [
            sys.executable, "-m", "local_models.engine", "--socket", self._socket_path,
            "--pulse", str(self._hang_s / 5), *to_arguments(self._options),
        ]  # fmt: skip

    def _environment(self) -> dict[str, str]:
        return {**_SPINNING, **_NO_DEBUGGER, **os.environ, "PYTHONPATH": _import_path()}

    def _say(self, line: str) -> None:
        self._log(f"{self._name} model: {line}")


def _import_path() -> str:
    """Where we were imported from comes first: the engine may be started from any directory."""
    ours = str(Path(__file__).parents[1])
    return os.pathsep.join(filter(None, (ours, os.environ.get("PYTHONPATH"))))
