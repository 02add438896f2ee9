"""An engine's socket: who connects, what they ask, and what they are told.

Two threads: this one runs the event loop (sockets, JSON, templates, tokenising), the other one the
batcher, which alone touches the context. What a step said crosses over in one call, however many
replies took part in it.
"""

from __future__ import annotations

import asyncio
import os
import signal
import stat
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing, suppress
from pathlib import Path
from typing import Any

import orjson

from edge.core.errors import EdgeError
from edge.core.types import FinishReason, Stop
from local_models.asks import MAX_ASK_BYTES, Adapt, Embed, Generate, Infill, Reading, Score, Warm
from local_models.caller import Caller
from local_models.job import Job, Said
from local_models.loaded import LoadedModel
from local_models.loras import UnknownAdapterError
from local_models.model_files import ModelFileError
from local_models.peers import is_ours
from local_models.preparing import UNFIT, PromptTooLongError
from local_models.wire import Refusal, Refused, encode_info, encode_load
from local_models.wishes import NO_WISHES

_MAX_WAITING = 1024  # jobs without a slot; more are refused
_LONG_ASK = 1 << 15  # characters; longer ones are tokenised beside the loop, not on it
_NEWS_S = 0.02  # between two lines on the load, while there is any
_HEARTBEAT_S = 0.25  # without news: whoever hears nothing for longer knows that we hang
_UNFIT = (*UNFIT, UnknownAdapterError)


class ListenError(EdgeError):
    """The socket cannot be listened on."""


class EngineServer:
    def __init__(self, loaded: LoadedModel, thread: ThreadPoolExecutor) -> None:
        """`thread`: where the model was loaded."""
        self._loaded = loaded
        self._thread = thread
        self._callers: dict[asyncio.Task[None], Caller] = {}
        self._stir = asyncio.Event()  # set, and replaced, when there is news
        self._ended: asyncio.Future[None] | None = None  # what `serve` waits for
        self._is_retiring = False

    async def serve(self, path: Path) -> None:
        """Until SIGTERM or the parent's end, or, after SIGUSR1, until the last reply's; raises
        `EngineError` when llama.cpp fails."""
        loop = asyncio.get_running_loop()
        ended: asyncio.Future[None] = loop.create_future()
        for ending in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(ending, _end, ended)
        _watch_parent(loop, ended)
        self._ended = ended
        server = await self._listen(path)
        loop.add_signal_handler(signal.SIGUSR1, self._retire, server)
        batching = loop.run_in_executor(
            self._thread,
            self._loaded.batcher.run,
            lambda said: loop.call_soon_threadsafe(_hand_out, said),
        )
        print_line({"ready": True, "info": self._loaded.info()})
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
        before = os.umask(0o177)  # the socket is for this user alone, from its first moment
        try:
            return await asyncio.start_unix_server(self._answer, path, limit=MAX_ASK_BYTES)
        except OSError as error:
            raise ListenError(f"{path}: cannot listen: {error}") from error
        finally:
            os.umask(before)

    def _retire(self, server: asyncio.Server) -> None:
        """A successor serves: who is here is answered to the end, and nobody else is taken."""
        server.close()
        self._is_retiring = True
        self._wake_watchers()
        self._end_if_done()

    def _end_if_done(self) -> None:
        if self._is_retiring and not self._callers and self._ended is not None:
            _end(self._ended)

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, one ask. The caller leaves by closing, and its job is cancelled."""
        if not is_ours(writer):
            writer.transport.abort()
            return
        task: asyncio.Task[None] | None = asyncio.current_task()
        assert task is not None
        caller = self._callers[task] = Caller(reader, writer)
        try:
            match await caller.read_ask():
                case Generate() | Warm() | Infill() | Score() as ask:
                    await self._read(ask, caller)
                case Embed() as ask:
                    await self._embed(ask, caller)
                case Adapt(loras):
                    await self._adapt(loras, caller)
                case "load":
                    await self._tell_load(caller)
                case "info":
                    caller.write(encode_info(self._loaded.info()))
                case Refused() as refused:
                    caller.tell([refused])
        finally:
            caller.close()
            del self._callers[task]
            self._end_if_done()

    async def _hang_up(self) -> None:
        """Who is still being answered finds the connection closed, and no stop."""
        for caller in self._callers.values():
            caller.drop()
        if self._callers:
            await asyncio.wait(list(self._callers))

    async def _adapt(self, loras: Mapping[str, str], caller: Caller) -> None:
        try:
            await asyncio.to_thread(self._loaded.adapt, loras)
        except ModelFileError as error:
            caller.tell([Refused(Refusal.OWN_LIMIT, str(error))])
        else:
            caller.tell([Stop(FinishReason.STOP)])

    async def _tell_load(self, caller: Caller) -> None:
        """Until the caller leaves."""
        leaving = asyncio.create_task(caller.left())
        batcher = self._loaded.batcher
        try:
            while not leaving.done() and not self._is_retiring:
                caller.write(encode_load(batcher.load))
                if not (batcher.busy or batcher.waiting):
                    stirring = asyncio.create_task(self._stir.wait())
                    both = (leaving, stirring)
                    await asyncio.wait(
                        both, timeout=_HEARTBEAT_S, return_when=asyncio.FIRST_COMPLETED
                    )
                    stirring.cancel()
                await asyncio.wait([leaving], timeout=_NEWS_S)
        finally:
            leaving.cancel()

    def _wake_watchers(self) -> None:
        stir, self._stir = self._stir, asyncio.Event()
        stir.set()

    async def _embed(self, ask: Embed, caller: Caller) -> None:
        try:
            async with aclosing(self._loaded.embed(ask.texts)) as pieces:
                async for piece in pieces:
                    await caller.tell_slowly(piece)
        except _UNFIT as error:
            caller.tell([_refusal(error)])
        except ConnectionError:
            return  # the caller has left

    async def _read(self, ask: Reading, caller: Caller) -> None:
        batcher = self._loaded.batcher
        if batcher.waiting >= _MAX_WAITING:
            caller.tell([Refused(Refusal.BUSY, f"{_MAX_WAITING} requests wait already")])
            return
        try:
            if _is_long(ask):
                job = await asyncio.to_thread(self._loaded.prepare, ask, caller.tell)
            else:
                job = self._loaded.prepare(ask, caller.tell)
        except _UNFIT as error:
            caller.tell([_refusal(error)])
            return
        if not isinstance(job, Job):
            caller.tell(job)
            return
        batcher.submit(job)
        self._wake_watchers()
        try:
            await caller.left()
        finally:
            batcher.cancel(job)


def _refusal(error: Exception) -> Refused:
    is_limit = isinstance(error, PromptTooLongError)
    return Refused(Refusal.OWN_LIMIT if is_limit else Refusal.UNABLE, str(error))


def _is_long(ask: Reading) -> bool:
    match ask:
        case Generate() if ask.wishes != NO_WISHES:
            return True  # a grammar may have to be made
        case Generate() | Warm():
            size = sum(len(message.text) for message in ask.messages)
        case Score():
            size = sum(map(len, (ask.prefix, *ask.labels, *(m.text for m in ask.messages))))
        case Infill():
            size = len(ask.prefix) + len(ask.suffix or "")
    return size > _LONG_ASK


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


def print_line(data: dict[str, Any]) -> None:
    os.write(1, orjson.dumps(data) + b"\n")  # in one piece: two threads speak
