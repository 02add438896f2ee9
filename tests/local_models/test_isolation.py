"""What an engine survives, and what happens when it does not: every one is real, and hurt."""

from __future__ import annotations

import asyncio
import os
import signal
import socket as sockets
import stat
import sys
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from edge.core.errors import TierUnavailable
from edge.core.settings import LocalSettings
from local_models.client import LocalTier
from local_models.process import EngineProcess
from local_models.trouble import read_trouble
from tests.local_models.asking import GREEDY, call, endless, listen
from tests.local_models.tiny_gguf import CHATML, TinyModel, write_model

# Asked about `forever`, this template never comes to an end.
HANGS = (
    "{% if 'forever' in messages[0]['content'] %}"
    "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}{% endif %}"
)


@dataclass(slots=True)
class Log:
    """Lines, and waiting for one."""

    lines: list[str] = field(default_factory=list)
    _came: asyncio.Condition = field(default_factory=asyncio.Condition)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def __call__(self, line: str) -> None:
        self.lines.append(line)
        task = asyncio.ensure_future(self._tell())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def has(self, words: str) -> str:
        async with self._came:
            await self._came.wait_for(lambda: any(words in line for line in self.lines))
        return next(line for line in self.lines if words in line)

    async def _tell(self) -> None:
        async with self._came:
            self._came.notify_all()


@dataclass(frozen=True, slots=True)
class Kept:
    engine: EngineProcess
    tier: LocalTier
    log: Log


@asynccontextmanager
async def kept(
    tmp_path: Path, *, template: str = "", many_deaths: int = 5, hang_ms: int = 1500
) -> AsyncIterator[Kept]:
    """An engine with a tiny model, which is brought back when it dies."""
    model = write_model(tmp_path / "tiny.gguf", TinyModel(chat_template=template + CHATML))
    settings = LocalSettings(model=str(model), slots=2, context=512, hang_ms=hang_ms)
    socket, log = str(tmp_path / "engine.sock"), Log()
    engine = EngineProcess(settings, socket, many_deaths=many_deaths, log=log)
    await engine.start()
    try:
        async with asyncio.TaskGroup() as group:
            watch = group.create_task(engine.watch())
            yield Kept(engine, LocalTier("local", socket), log)
            watch.cancel()
    finally:
        await engine.stop()


def tiny(question: str = "the sea") -> object:
    return call(question, sampling=replace(GREEDY, max_tokens=3))


async def is_gone(tier: LocalTier, question: str) -> None:
    """Its reply ends because the engine does."""
    with pytest.raises(TierUnavailable):
        await listen(tier, call(question, sampling=replace(GREEDY, max_tokens=400)))


# -- hangs -------------------------------------------------------------------


def test_an_engine_that_is_stopped_in_mid_reply_is_replaced_and_its_caller_told(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        async with kept(tmp_path) as it:
            first = it.engine.pid
            assert first is not None
            async with aclosing(it.tier.stream(endless("the sea"))) as pieces:
                await anext(pieces)
                os.kill(first, signal.SIGSTOP)
                with pytest.raises(TierUnavailable, match="mid-reply"):
                    async for _ in pieces:
                        pass
            assert "no sign of life" in await it.log.has("ended")
            await it.log.has("is back")
            assert it.engine.pid not in (None, first)
            assert (await listen(it.tier, call("the sea"))).pieces

    asyncio.run(run())


def test_an_engine_whose_loop_never_returns_is_replaced(tmp_path: Path) -> None:
    async def run() -> None:
        async with kept(tmp_path, template=HANGS) as it:
            await is_gone(it.tier, "forever")
            assert "answered nobody" in await it.log.has("ended")
            await it.log.has("is back")
            assert (await listen(it.tier, call("the sea"))).pieces

    asyncio.run(run())


def test_an_engine_at_rest_is_not_taken_for_one_that_hangs(tmp_path: Path) -> None:
    async def run() -> None:
        async with kept(tmp_path, hang_ms=500) as it:
            first = it.engine.pid
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(1.2):
                    await it.log.has("ended")
            assert it.engine.pid == first

    asyncio.run(run())


# -- deaths ------------------------------------------------------------------


def test_an_engine_that_keeps_dying_gets_a_last_word(tmp_path: Path) -> None:
    async def run() -> None:
        async with kept(tmp_path, many_deaths=2) as it:
            for _ in range(2):
                assert it.engine.pid is not None
                os.kill(it.engine.pid, signal.SIGABRT)
                await it.log.has("ended" if len(it.log.lines) == 0 else "died 2 times")
                if len(it.log.lines) < 2:
                    await it.log.has("is back")
            word = await it.log.has("died 2 times")
            assert "SIGABRT" in word
            assert "Try" in word
            trouble = read_trouble(str(tmp_path / "engine.sock"))
            assert trouble is not None
            assert trouble in word

    asyncio.run(run())
    assert read_trouble(str(tmp_path / "engine.sock")) is None  # it was stopped since


# -- the socket --------------------------------------------------------------


def test_the_socket_is_for_this_user_alone(engine: str) -> None:
    assert stat.S_IMODE(os.stat(engine).st_mode) == 0o600


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_another_user_who_gets_hold_of_the_socket_is_not_listened_to(tmp_path: Path) -> None:
    script = (
        "import os, socket, sys\n"
        "os.setuid(65534)\n"
        "s = socket.socket(socket.AF_UNIX); s.connect(sys.argv[1])\n"
        "try:\n"
        '    s.sendall(b\'{"op": "info"}\\n\'); said = s.recv(100)\n'
        "except ConnectionError:\n"
        "    said = b''\n"
        "sys.exit(len(said) and 1)\n"
    )

    async def run() -> tuple[int, bool]:
        async with kept(tmp_path) as it:
            path = tmp_path / "engine.sock"
            path.chmod(0o777)
            for folder in (tmp_path, *tmp_path.parents):
                if folder.owner() == "root" and not folder.stat().st_mode & 0o001:
                    opened.append((folder, folder.stat().st_mode))
                    folder.chmod(folder.stat().st_mode | 0o011)
            stranger = await asyncio.create_subprocess_exec(sys.executable, "-c", script, str(path))
            return await stranger.wait(), bool((await it.tier.info()).slots)

    opened: list[tuple[Path, int]] = []
    try:
        assert asyncio.run(run()) == (0, True)
    finally:
        for folder, mode in opened:
            folder.chmod(stat.S_IMODE(mode))


@pytest.mark.parametrize(
    "garbage",
    [b"\n", b"\x00\xff\xfe\n", b"{}\n", b"[" * 100_000 + b"\n", b'{"op": "generate"', b"x" * 100],
)
def test_garbage_on_the_socket_hurts_nobody(engine: str, garbage: bytes, tier: LocalTier) -> None:
    with sockets.socket(sockets.AF_UNIX) as stranger:
        stranger.connect(engine)
        stranger.sendall(garbage)
        if garbage.endswith(b"\n"):
            assert b"refused" in stranger.recv(1000)
    assert asyncio.run(tier.info()).busy == 0


def test_a_thousand_cancellations_leave_every_slot_free_and_no_memory_behind(
    tmp_path: Path,
) -> None:
    async def leave_early(tier: LocalTier, number: int) -> None:
        async with aclosing(tier.stream(endless(f"the sea is {number}"))) as pieces:
            if number % 3:
                await anext(pieces)

    async def leave(tier: LocalTier, numbers: range) -> None:
        for start in range(numbers.start, numbers.stop, 8):
            batch = range(start, min(start + 8, numbers.stop))
            await asyncio.gather(*(leave_early(tier, number) for number in batch))
        heard = await listen(tier, call("the sea", sampling=replace(GREEDY, max_tokens=2)))
        assert heard.pieces

    async def run() -> tuple[int, int]:
        async with kept(tmp_path, hang_ms=10_000) as it:
            pid = it.engine.pid
            assert pid is not None
            await leave(it.tier, range(200))  # warms up its pools
            before = resident_kib(pid)
            await leave(it.tier, range(1000))
            info = await it.tier.info()
            assert (info.busy, info.waiting) == (0, 0)
            assert it.engine.pid == pid
            return before, resident_kib(pid)

    before, after = asyncio.run(run())
    assert after < 1.02 * before + 2048


def resident_kib(pid: int) -> int:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    raise AssertionError
