"""All local models' engines: one process each, and each found behind a link that stays.

One process for several models would share threads and spare some 40 MiB each. One for each keeps
apart what must be: a file that makes native code abort takes no other model's replies with it, a
large model's steps do not stand in line with the draft's, and a model is changed by starting its
successor beside it. The operating system shares the cores, and each engine uses only those without
other work (`local_models/machine.py`).

Fronts connect to `NAME.sock`, a link to the socket of the process that serves that model now. On a
change the successor is loaded first, then the link moves, then the old one is retired: it takes
nobody any more, ends its replies, and goes. So a change needs memory for both for a while; where
there is not enough, the old one stays, and that is said. For other adapters a running engine is
enough: it is told of them.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from edge.core.settings import LocalModelSettings
from local_models.options import EngineOptions
from local_models.process import EngineProcess, EngineStartError

_RETIRE_S = 600.0  # a reply that takes longer is cut


def socket_of(folder: str | Path, model: str) -> str:
    """Where fronts find the engine of `local` or `local:NAME`."""
    return str(Path(folder) / f"{model}.sock")


@dataclass(slots=True)
class _Kept:
    """What serves under a name. `started_with`: if it is another, so must the process be."""

    started_with: object
    loras: Mapping[str, str]
    process: EngineProcess
    watch: asyncio.Task[None] | None = None


class Engines:
    def __init__(self, folder: Path, *, log: Callable[[str], None]) -> None:
        """`folder`: of sockets, for this user alone."""
        self._folder = folder
        self._log = log
        self._kept: dict[str, _Kept] = {}
        self._retiring: set[EngineProcess] = set()
        self._tasks: asyncio.TaskGroup | None = None
        self._started = 0
        self._changing = asyncio.Lock()

    async def start(self, models: Mapping[str, LocalModelSettings]) -> None:
        """One after the other, so that each sees what memory is left. Raises `EngineStartError`."""
        for name, settings in models.items():
            await self._bring_up(name, settings)

    def watch(self, tasks: asyncio.TaskGroup) -> None:
        """Whoever dies is brought back, until `stop`."""
        self._tasks = tasks
        for kept in self._kept.values():
            kept.watch = tasks.create_task(kept.process.watch())

    async def change(self, models: Mapping[str, LocalModelSettings]) -> None:
        """New and other models are brought up. One that cannot be used changes nothing: what serves
        under its name goes on serving."""
        async with self._changing:
            for name, settings in models.items():
                kept = self._kept.get(name)
                try:
                    if kept is None or kept.started_with != _what_counts(settings):
                        await self._bring_up(name, settings)
                    elif settings.loras or kept.loras:
                        await kept.process.adapt(settings.loras)
                        kept.loras = settings.loras
                except EngineStartError as error:
                    fate = "the old one goes on serving" if kept else "it does not serve"
                    self._log(f"{name} model: {error}; {fate}")

    async def drop_all_but(self, names: Mapping[str, object]) -> None:
        """Once no front asks for the others any more."""
        async with self._changing:
            for name in self._kept.keys() - names.keys():
                with suppress(FileNotFoundError):
                    os.unlink(socket_of(self._folder, name))
                self._retire(self._kept.pop(name))

    async def stop(self) -> None:
        """Cancel what starts or changes first."""
        for kept in self._kept.values():
            if kept.watch is not None:
                kept.watch.cancel()
        processes = [*(kept.process for kept in self._kept.values()), *self._retiring]
        await asyncio.gather(*(process.stop() for process in processes))

    async def _bring_up(self, name: str, settings: LocalModelSettings) -> None:
        self._started += 1
        link = socket_of(self._folder, name)
        path = f"{link}.{self._started}"
        process = EngineProcess(settings, path, name=name, log=self._log)
        before = self._kept.get(name)
        if before is None:
            self._kept[name] = _Kept(None, {}, process)  # so that `stop` finds it while it loads
        try:
            await process.start()
        except BaseException:
            if before is not None:
                await process.stop()
            raise
        _point(link, path)
        self._kept[name] = kept = _Kept(_what_counts(settings), settings.loras, process)
        if self._tasks is not None:
            kept.watch = self._tasks.create_task(process.watch())
        if before is not None:
            self._log(f"{name} model: {settings.model} serves now")
            self._retire(before)

    def _retire(self, kept: _Kept) -> None:
        assert self._tasks is not None
        if kept.watch is not None:
            kept.watch.cancel()
        self._retiring.add(kept.process)
        self._tasks.create_task(self._see_off(kept.process))

    async def _see_off(self, process: EngineProcess) -> None:
        await process.retire(_RETIRE_S)
        self._retiring.discard(process)


def _point(link: str, path: str) -> None:
    """At once for everyone: who connects finds the old one or the new one."""
    fresh = f"{link}.fresh"
    os.symlink(path, fresh)
    os.replace(fresh, link)


def _what_counts(settings: LocalModelSettings) -> object:
    """What a running engine cannot be told. Its file, too: another one may lie there by now."""
    options = replace(EngineOptions.of(settings), loras={})
    with suppress(OSError):
        stat = os.stat(settings.model)
        return options, settings.hang_ms, stat.st_mtime_ns, stat.st_size
    return options, settings.hang_ms
