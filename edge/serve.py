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
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable, Coroutine
from functools import partial
from pathlib import Path

from prometheus_client import multiprocess

from edge.core.classifier_names import all_engines, setting_of
from edge.core.settings import Settings
from edge.platforms import platforms
from edge.settings_file import BadSettings, Loaded, load
from local_models.engines import Engines
from local_models.process import EngineStartError

_STOP_S = 15.0  # a worker drains for up to 10 s
_PAUSES_S = (0.2, 0.5, 1.0, 2.0, 5.0)
_STEADY_S = 30.0  # a worker that lived so long may fail anew with a short pause


def main(settings_path: Path | None, host: str | None, port: int | None) -> int:
    """Serve until told to stop. 0: stopped cleanly; 2: bad settings; 1: the rest."""
    load_all = partial(load, settings_path, os.environ, platforms(), host=host, port=port)
    try:
        loaded = load_all()
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
            asyncio.run(_Parent(loaded, load_all, listener, Path(folder)).run())
        except EngineStartError as error:
            _say(str(error))
            return 2
    return 0


class _Parent:
    def __init__(
        self,
        loaded: Loaded,
        load_again: Callable[[], Loaded],
        listener: socket.socket,
        folder: Path,
    ) -> None:
        self._loaded = loaded
        self._load = load_again
        self._listener = listener
        self._folder = folder
        self._engines = Engines(folder, log=_say)
        self._workers: dict[int, Process] = {}
        self._deaf: set[Process] = set()  # not ready yet: a signal would end them
        self._unread: set[Process] = set()  # of those: to read the settings anew once they are
        self._stop = asyncio.Event()
        self._reread = asyncio.Event()
        self._is_announced = False

    async def run(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self._stop.set)
        loop.add_signal_handler(signal.SIGHUP, self._reread.set)
        settings = self._loaded.settings
        try:
            await self._unless_stopped(self._start_engines(settings))
            async with asyncio.TaskGroup() as group:
                self._engines.watch(group)
                reloading = group.create_task(self._reload_when_told())
                workers = [
                    group.create_task(self._keep_worker(number))
                    for number in range(settings.server.workers)
                ]
                await asyncio.wait(workers)
                reloading.cancel()
                await self._engines.stop()
        finally:
            await self._engines.stop()

    async def _start_engines(self, settings: Settings) -> None:
        for name, model in all_engines(settings).items():
            try:
                await self._engines.start({name: model})
            except EngineStartError as error:
                raise EngineStartError(f"{setting_of(name)}: {error}") from error

    async def _unless_stopped(self, start: Coroutine[None, None, None]) -> None:
        """Loading a large model takes a while: Ctrl-C is heard meanwhile."""
        starting = asyncio.ensure_future(start)
        stopped = asyncio.ensure_future(self._stop.wait())
        await asyncio.wait((starting, stopped), return_when=asyncio.FIRST_COMPLETED)
        stopped.cancel()
        if not starting.done():
            starting.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await starting

    async def _keep_worker(self, number: int) -> None:
        """Run worker `number`, again and again, until told to stop."""
        loop = asyncio.get_running_loop()
        failures = 0
        while not self._stop.is_set():
            started = loop.time()
            worker = await self._spawn(number)
            self._workers[number] = worker
            self._deaf.add(worker)
            try:
                async with asyncio.TaskGroup() as group:
                    group.create_task(self._announce(worker))
                    code = await self._watch(worker)
            finally:
                del self._workers[number]
                self._deaf.discard(worker)
                self._unread.discard(worker)
                self._forget(worker)
            if self._stop.is_set():
                return
            failures = 1 if loop.time() - started > _STEADY_S else failures + 1
            pause = _PAUSES_S[min(failures, len(_PAUSES_S)) - 1]
            _say(f"worker {number} ended with {code}; again in {pause:g} s")
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stop.wait(), pause)

    async def _spawn(self, number: int) -> Process:
        return await asyncio.create_subprocess_exec(
            *self._worker_command(number),
            env=os.environ | self._metrics_folder(),
            pass_fds=(self._listener.fileno(),),
            stdin=PIPE,  # its other end closes with us, and the worker then ends
            stdout=PIPE,
            start_new_session=True,  # Ctrl-C is for us
        )

    async def _announce(self, worker: Process) -> None:
        """Say where we serve, once the first worker says that it answers."""
        assert worker.stdout is not None
        if not await worker.stdout.readline():
            return
        self._deaf.discard(worker)
        if worker in self._unread:
            worker.send_signal(signal.SIGHUP)
        if not self._is_announced:
            self._is_announced = True
            server = self._loaded.settings.server
            scheme = "https" if server.tls_cert else "http"
            host = f"[{server.host}]" if ":" in server.host else server.host
            _say(f"serving on {scheme}://{host}:{self._listener.getsockname()[1]}")

    async def _watch(self, worker: Process) -> int:
        """Wait for its end; when we are told to stop, tell it, and insist after a while."""
        ended = asyncio.ensure_future(worker.wait())
        stopped = asyncio.ensure_future(self._stop.wait())
        try:
            await asyncio.wait((ended, stopped), return_when=asyncio.FIRST_COMPLETED)
            if not ended.done():
                worker.terminate()
                await asyncio.wait((ended,), timeout=_STOP_S)
        finally:
            stopped.cancel()
            if not ended.done():
                worker.kill()
        return await ended

    def _metrics_folder(self) -> dict[str, str]:
        """Several workers count into files of one folder, so that any of them can tell for all."""
        if self._loaded.settings.server.workers == 1:
            return {}
        return {"PROMETHEUS_MULTIPROC_DIR": str(self._folder)}

    def _forget(self, worker: Process) -> None:
        """What a dead worker was doing, it does no longer."""
        if folder := self._metrics_folder():
            multiprocess.mark_process_dead(worker.pid, *folder.values())  # type: ignore[no-untyped-call]  # untyped library

    def _worker_command(self, number: int) -> list[str]:
        server = self._loaded.settings.server
        command = [sys.executable, "-m", "edge.worker", "--fd", str(self._listener.fileno())]
        command += ["--host", server.host, "--port", str(server.port)]
        if server.workers > 1:
            command += ["--own-socket", str(self._folder / f"worker-{number}.news")]
            command += ["--number", str(number), "--workers", str(server.workers)]
        if self._loaded.file is not None:
            command += ["--config", str(self._loaded.file)]
        return [*command, "--engines", str(self._folder)]

    async def _reload_when_told(self) -> None:
        """New models serve before the workers hear of them, and old ones until they no longer
        ask for them."""
        while True:
            await self._reread.wait()
            self._reread.clear()
            try:
                models = all_engines(self._load().settings)
            except BadSettings:  # the workers say so, and nothing changes
                self._tell_workers()
                continue
            await self._engines.change(models)
            self._tell_workers()
            await self._engines.drop_all_but(models)

    def _tell_workers(self) -> None:
        for worker in self._workers.values():
            if worker in self._deaf:
                self._unread.add(worker)
            else:
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
