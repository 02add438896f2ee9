"""The engine: a loaded model behind a Unix socket, in a process of its own.

    python -m local_models.engine --socket PATH --model builtin --slots 4 --context 4096

A crash in native code then costs no reply that has a hosted target, and several front
processes share one model. Two threads: this one runs the event loop (sockets, JSON,
templates, tokenising), the other one the batcher, which alone touches the context. What a
step said crosses over in one call, however many replies took part in it.

It prints one line of JSON: `{"ready": true, ...}` when it serves; `{"error": "..."}` when it
cannot, and then exits with 2. It ends on SIGTERM, and when its standard input, if that is a
pipe, is closed: so it never outlives the service, whatever kills that.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import stat
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import orjson

from edge.core.errors import EdgeError
from local_models.caller import Caller
from local_models.job import Job, Said
from local_models.loaded import EngineOptions, LoadedModel, PromptTooLongError
from local_models.model_files import BUILTIN
from local_models.sampling import UnfitOptionsError
from local_models.templates import ChatTemplateError
from local_models.wire import (
    MAX_ASK_BYTES,
    Generate,
    Refusal,
    Refused,
    Warm,
    encode_info,
    encode_load,
)

_MAX_WAITING = 1024  # jobs without a slot; more are refused
_LONG_ASK = 1 << 15  # characters; longer ones are tokenised beside the loop, not on it
_NEWS_S = 0.02  # between two lines on the load
_HEARTBEAT_S = 0.25  # without news: whoever hears nothing for longer knows that we hang
_UNFIT = (ChatTemplateError, PromptTooLongError, UnfitOptionsError)


class ListenError(EdgeError):
    """The socket cannot be listened on."""


class EngineServer:
    def __init__(self, loaded: LoadedModel, thread: ThreadPoolExecutor) -> None:
        """`thread`: where the model was loaded."""
        self._loaded = loaded
        self._thread = thread
        self._callers: dict[asyncio.Task[None], Caller] = {}

    async def serve(self, path: Path) -> None:
        """Until SIGTERM or the parent's end; raises `EngineError` when llama.cpp fails."""
        loop = asyncio.get_running_loop()
        ended: asyncio.Future[None] = loop.create_future()
        for ending in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(ending, _end, ended)
        _watch_parent(loop, ended)
        server = await self._listen(path)
        batching = loop.run_in_executor(
            self._thread,
            self._loaded.batcher.run,
            lambda said: loop.call_soon_threadsafe(_hand_out, said),
        )
        _print_line({"ready": True, "info": self._loaded.info()})
        try:
            await asyncio.wait([ended, batching], return_when=asyncio.FIRST_COMPLETED)
        finally:
            server.close()
            with suppress(FileNotFoundError):  # newer Pythons do it themselves
                os.unlink(path)
            self._loaded.batcher.close()
            await self._hang_up()
        await batching

    async def _listen(self, path: Path) -> asyncio.Server:
        try:
            return await asyncio.start_unix_server(self._answer, path, limit=MAX_ASK_BYTES)
        except OSError as error:
            raise ListenError(f"{path}: cannot listen: {error}") from error

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, one ask. The caller leaves by closing, and its job is cancelled."""
        task: asyncio.Task[None] | None = asyncio.current_task()
        assert task is not None
        caller = self._callers[task] = Caller(reader, writer)
        try:
            match await caller.read_ask():
                case Generate() | Warm() as ask:
                    await self._generate(ask, caller)
                case "load":
                    await self._tell_load(caller)
                case "info":
                    caller.write(encode_info(self._loaded.info()))
                case Refused() as refused:
                    caller.tell([refused])
        finally:
            caller.close()
            del self._callers[task]

    async def _hang_up(self) -> None:
        """Who is still being answered finds the connection closed, and no stop."""
        for caller in self._callers.values():
            caller.drop()
        if self._callers:
            await asyncio.wait(list(self._callers))

    async def _tell_load(self, caller: Caller) -> None:
        """Until the caller leaves."""
        leaving = asyncio.create_task(caller.left())
        try:
            while not leaving.done():
                load = self._loaded.batcher.load
                caller.write(encode_load(load))
                quiet_s = 0.0
                while quiet_s < _HEARTBEAT_S and not leaving.done():
                    await asyncio.wait([leaving], timeout=_NEWS_S)
                    quiet_s += _NEWS_S
                    if self._loaded.batcher.load != load:
                        break
        finally:
            leaving.cancel()

    async def _generate(self, ask: Generate | Warm, caller: Caller) -> None:
        batcher = self._loaded.batcher
        if batcher.waiting >= _MAX_WAITING:
            caller.tell([Refused(Refusal.BUSY, f"{_MAX_WAITING} requests wait already")])
            return
        try:
            if sum(len(message.text) for message in ask.messages) > _LONG_ASK:
                job = await asyncio.to_thread(self._loaded.prepare, ask, caller.tell)
            else:
                job = self._loaded.prepare(ask, caller.tell)
        except _UNFIT as error:
            caller.tell([Refused(Refusal.OWN_LIMIT, str(error))])
            return
        if not isinstance(job, Job):
            caller.tell(job)
            return
        batcher.submit(job)
        try:
            await caller.left()
        finally:
            batcher.cancel(job)


def _hand_out(said: Said) -> None:
    for job, pieces in said:
        job.receive(pieces)


def _end(ended: asyncio.Future[None]) -> None:
    if not ended.done():
        ended.set_result(None)


def _watch_parent(loop: asyncio.AbstractEventLoop, ended: asyncio.Future[None]) -> None:
    """The parent holds the other end of our standard input, and says nothing on it."""
    mode = os.fstat(0).st_mode
    if not (stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)):
        return  # started by hand

    def hear() -> None:
        if not os.read(0, 4096):
            loop.remove_reader(0)
            _end(ended)

    loop.add_reader(0, hear)


def _print_line(data: dict[str, Any]) -> None:
    print(orjson.dumps(data).decode(), flush=True)


def _parse(arguments: Sequence[str] | None) -> tuple[EngineOptions, Path]:
    parser = argparse.ArgumentParser(prog="python -m local_models.engine")
    parser.add_argument("--socket", type=Path, required=True)
    parser.add_argument("--model", default=BUILTIN)
    parser.add_argument("--slots", type=int, default=4)
    parser.add_argument("--context", type=int, default=4096)
    parser.add_argument("--gpu-layers", type=int, default=-1)
    parser.add_argument("--threads", type=int, default=0)
    said = parser.parse_args(arguments)
    options = EngineOptions(said.model, said.slots, said.context, said.gpu_layers, said.threads)
    return options, said.socket


def main(arguments: Sequence[str] | None = None) -> int:
    options, path = _parse(arguments)
    os.umask(0o077)  # the socket is for this user alone
    # One thread for all that computes: OpenMP keeps a pool of threads for each that ever did.
    with ThreadPoolExecutor(1, "batcher") as thread:
        try:
            loaded = thread.submit(LoadedModel, options).result()
            asyncio.run(EngineServer(loaded, thread).serve(path))
        except EdgeError as error:
            _print_line({"error": str(error)})
            return 2
    loaded.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
