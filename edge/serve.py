"""`prelude serve`: the parent, which owns the listening socket, the engine and the workers.

It answers nothing itself. The engine is a process of its own, because native code that aborts
must not take a reply with it; the workers are the front, and share the engine over a Unix
socket. Whoever dies is brought back, with a growing pause; Ctrl-C ends them all in order.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
import sys
import tempfile
from pathlib import Path

from local_models.process import EngineProcess

from edge.core.settings import Settings
from edge.platforms import platforms
from edge.settings_file import BadSettings, Loaded, load
from local_models.model_files import ModelFileError

_STOP_S = 15.0  # a worker drains for up to 10 s
_PAUSES_S = (0.2, 0.5, 1.0, 2.0, 5.0)
_STEADY_S = 30.0  # a worker that lived so long may fail anew with a short pause


def main(settings_path: Path | None, host: str | None, port: int | None) -> int:
    """Serve until told to stop. 0: stopped cleanly; 2: bad settings; 1: the rest."""
    try:
        loaded = load(settings_path, os.environ, platforms(), host=host, port=port)
    except BadSettings as error:
        sys.stderr.write(f"{error}\n")
        return 2
    for notice in loaded.notices:
        _say(notice)
    try:
        listener = _listen(loaded.settings)
    except OSError as error:
        server = loaded.settings.server
        _say(f"cannot listen on {server.host}:{server.port}: {error.strerror}")
        return 1
    with listener, tempfile.TemporaryDirectory(prefix="prelude-") as folder:
        try:
            asyncio.run(_Parent(loaded, listener, Path(folder)).run())
        except ModelFileError as error:
            _say(f"local.model: {error}")
            return 2
        except KeyboardInterrupt:
            pass
    return 0


class _Parent:
    def __init__(self, loaded: Loaded, listener: socket.socket, folder: Path) -> None:
        self._loaded = loaded
        self._listener = listener
        self._engine_socket = folder / "engine.sock"
        self._workers: dict[int, asyncio.subprocess.Process] = {}
        self._stop = asyncio.Event()

    async def run(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self._stop.set)
        loop.add_signal_handler(signal.SIGHUP, self._reload)
        async with contextlib.AsyncExitStack() as stack:
            if self._loaded.settings.local.model != "none":
                engine = EngineProcess(self._loaded.settings.local, self._engine_socket, _say)
                await stack.enter_async_context(engine)
            async with asyncio.TaskGroup() as group:
                for number in range(self._loaded.settings.server.workers):
                    group.create_task(self._keep_worker(number))

    async def _keep_worker(self, number: int) -> None:
        """Run worker `number`, again and again, until told to stop."""
        loop = asyncio.get_running_loop()
        failures = 0
        while not self._stop.is_set():
            started = loop.time()
            worker = await asyncio.create_subprocess_exec(
                *self._worker_command(), pass_fds=(self._listener.fileno(),)
            )
            self._workers[number] = worker
            try:
                code = await self._watch(worker)
            finally:
                del self._workers[number]
            if self._stop.is_set():
                return
            failures = 1 if loop.time() - started > _STEADY_S else failures + 1
            pause = _PAUSES_S[min(failures, len(_PAUSES_S)) - 1]
            _say(f"worker {number} ended with {code}; again in {pause:g} s")
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stop.wait(), pause)

    async def _watch(self, worker: asyncio.subprocess.Process) -> int:
        """Wait for its end; when we are told to stop, tell it, and insist after a while."""
        ended = asyncio.ensure_future(worker.wait())
        stopped = asyncio.ensure_future(self._stop.wait())
        try:
            await asyncio.wait((ended, stopped), return_when=asyncio.FIRST_COMPLETED)
            if not ended.done():
                worker.send_signal(signal.SIGTERM)
                await asyncio.wait((ended,), timeout=_STOP_S)
        finally:
            stopped.cancel()
            if not ended.done():
                worker.kill()
        return await ended

    def _worker_command(self) -> list[str]:
        server = self._loaded.settings.server
        command = [sys.executable, "-m", "edge.worker", "--fd", str(self._listener.fileno())]
        command += ["--host", server.host, "--port", str(server.port)]
        if self._loaded.file is not None:
            command += ["--config", str(self._loaded.file)]
        if self._loaded.settings.local.model != "none":
            command += ["--engine", str(self._engine_socket)]
        return command

    def _reload(self) -> None:
        for worker in self._workers.values():
            worker.send_signal(signal.SIGHUP)


def _listen(settings: Settings) -> socket.socket:
    """Open here, so that a port that is taken is told at once, and workers may come and go."""
    server = settings.server
    family = socket.AF_INET6 if ":" in server.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((server.host, server.port))
        listener.listen(1024)
    except OSError:
        listener.close()
        raise
    return listener


def _say(line: str) -> None:
    sys.stderr.write(f"prelude: {line}\n")
    sys.stderr.flush()
