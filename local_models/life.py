"""One life of the engine as its parent follows it: what it says, its silences, and its end.

The engine speaks on its standard output, a line of JSON each: that it loads, that it serves, that
it cannot, and its pulse. What native code writes before it aborts goes to standard error, which is
a file without a name: nobody has to read it along, and its last line tells how the life ended.
"""

from __future__ import annotations

import asyncio
import signal
import tempfile
import time
from asyncio.subprocess import PIPE, Process
from contextlib import suppress
from dataclasses import dataclass

import orjson

from local_models.memory import oom_kills

_LAST_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Loading:
    share: float  # of the file


@dataclass(frozen=True, slots=True)
class Ready:
    pass


@dataclass(frozen=True, slots=True)
class Unable:
    """It cannot serve, or not any longer, and says why; it ends by itself."""

    why: str


@dataclass(frozen=True, slots=True)
class Still:
    """It lives, and its batcher (or its loop, where `is_loop`) has not moved for so long."""

    seconds: float
    is_loop: bool

    def __str__(self) -> str:
        what = "answered nobody" if self.is_loop else "took no step while replies waited,"
        return f"hung: it {what} for {self.seconds:.0f} s"


@dataclass(frozen=True, slots=True)
class Silent:
    """Not even a pulse."""

    seconds: float

    def __str__(self) -> str:
        return f"hung: it gave no sign of life for {self.seconds:.0f} s"


News = Loading | Ready | Unable | Still | Silent


class Life:
    def __init__(self) -> None:
        self._oom_kills = oom_kills()
        self._process: Process | None = None
        self._complaints = tempfile.TemporaryFile()  # noqa: SIM115 (closed by `close`)
        self.began_at = time.monotonic()

    @property
    def pid(self) -> int | None:
        """None before and after."""
        process = self._process
        return process.pid if process is not None and process.returncode is None else None

    async def begin(self, *command: str, env: dict[str, str]) -> None:
        self._process = await asyncio.create_subprocess_exec(
            *command,
            stdin=PIPE,  # its other end closes with us, and the engine then ends
            stdout=PIPE,
            stderr=self._complaints,
            env=env,
            start_new_session=True,  # Ctrl-C is for us; we stop it when the last reply is out
        )

    async def end(self, number: signal.Signals, within_s: float) -> None:
        """Asks for it with a signal, unless it has come, and insists after a while."""
        process = self._process
        if process is None:
            return
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.send_signal(number)
        try:
            async with asyncio.timeout(within_s):
                await process.wait()
        except TimeoutError:
            process.kill()
            await process.wait()

    def close(self) -> None:
        self._complaints.close()

    async def hear(self, within_s: float) -> News | None:
        """What it says next, or that it is `Silent`; None: it has ended, or closed its mouth."""
        assert self._process is not None
        assert self._process.stdout is not None
        # In two halves: if it was us who slept, its words are read between them.
        for _ in range(2):
            try:
                async with asyncio.timeout(within_s / 2):
                    line = await self._process.stdout.readline()
            except TimeoutError:
                continue
            return _read(line) if line else None
        return Silent(within_s)

    async def ending(self) -> str:
        """How it ended, once it has."""
        assert self._process is not None
        code = await self._process.wait()
        if code == -signal.SIGKILL and oom_kills() > self._oom_kills:
            return "SIGKILL, while the kernel killed processes for want of memory"
        end = f"exit {code}" if code >= 0 else signal.Signals(-code).name
        complaint = self._last_complaint()
        return f"{end}: {complaint}" if complaint else end

    def _last_complaint(self) -> str:
        size = self._complaints.seek(0, 2)
        self._complaints.seek(max(0, size - _LAST_BYTES))
        return self._complaints.read().decode("utf-8", "replace").strip().rpartition("\n")[2]


def _read(line: bytes) -> News:
    match orjson.loads(line):
        case {"ready": True}:
            return Ready()
        case {"error": str(why)}:
            return Unable(why)
        case {"loading": float(share)}:
            return Loading(share)
        case {"pulse": [float(step_s), float(loop_s)]}:
            return Still(max(step_s, loop_s), loop_s > step_s)
        case _:
            raise ValueError("a line that no engine of ours says")
