"""The engine's keeper, with real engines: they are started, killed, brought back and stopped."""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import aclosing
from pathlib import Path

import pytest

from edge.core.errors import TierUnavailable
from edge.core.settings import LocalSettings
from local_models.client import LocalTier
from local_models.model_files import BUILTIN, resolve_model
from local_models.process import EngineProcess, EngineStartError
from tests.local_models.asking import call, endless, listen
from tests.local_models.conftest import engine_process

SETTINGS = LocalSettings(slots=1, context=512)


def test_an_engine_killed_in_mid_reply_is_unavailable_and_comes_back(tmp_path: Path) -> None:
    socket = tmp_path / "engine.sock"
    lines: list[str] = []

    async def kill_it() -> None:
        is_back = asyncio.Event()

        def log(line: str) -> None:
            lines.append(line)
            if "is back" in line:
                is_back.set()

        engine = EngineProcess(SETTINGS, str(socket), log=log)
        await engine.start()
        first = engine.pid
        assert first is not None
        tier = LocalTier("local", str(socket))
        async with asyncio.TaskGroup() as group:
            watch = group.create_task(engine.watch())
            async with aclosing(tier.stream(endless())) as pieces:
                await anext(pieces)
                os.kill(first, signal.SIGKILL)
                with pytest.raises(TierUnavailable, match="mid-reply"):
                    async for _ in pieces:
                        pass
            await is_back.wait()
            assert (await listen(tier, call("Hi"))).text
            watch.cancel()
        assert engine.pid not in (None, first)
        await engine.stop()

    asyncio.run(kill_it())
    assert "SIGKILL" in lines[0]
    assert len(lines) == 2


def test_a_stopped_engine_leaves_no_process_and_no_socket(tmp_path: Path) -> None:
    socket = tmp_path / "engine.sock"

    async def start_and_stop() -> int:
        engine = EngineProcess(SETTINGS, str(socket))
        await engine.start()
        pid = engine.pid
        assert pid is not None
        await engine.stop()
        assert engine.pid is None
        return pid

    pid = asyncio.run(start_and_stop())
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    assert not socket.exists()


def test_an_engine_with_a_reply_under_way_stops_all_the_same_and_quietly(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    async def stop_in_mid_reply() -> None:
        engine = EngineProcess(SETTINGS, str(tmp_path / "engine.sock"))
        await engine.start()
        tier = LocalTier("local", str(tmp_path / "engine.sock"), return_s=0.0)
        async with aclosing(tier.stream(endless())) as pieces:
            await anext(pieces)
            await engine.stop()
            with pytest.raises(TierUnavailable):
                async for _ in pieces:
                    pass

    asyncio.run(stop_in_mid_reply())
    assert capfd.readouterr().err == ""


def test_a_starting_engine_that_is_given_up_does_not_live_on(tmp_path: Path) -> None:
    async def give_up() -> None:
        engine = EngineProcess(SETTINGS, str(tmp_path / "engine.sock"))
        async with asyncio.TaskGroup() as group:
            start = group.create_task(engine.start())
            while engine.pid is None:  # noqa: ASYNC110 (a process that appears tells nobody)
                await asyncio.sleep(0)
            start.cancel()
        await engine.stop()
        assert engine.pid is None

    asyncio.run(give_up())


@pytest.mark.parametrize("keep", [None, 0, 3, 50_000_000])
def test_a_model_that_cannot_be_used_is_said_at_the_start(tmp_path: Path, keep: int | None) -> None:
    path = tmp_path / "model.gguf"
    if keep is not None:
        path.write_bytes(resolve_model(BUILTIN).read_bytes()[:keep])
    engine = EngineProcess(LocalSettings(model=str(path)), str(tmp_path / "engine.sock"))
    with pytest.raises(EngineStartError, match=str(path)):
        asyncio.run(engine.start())
    assert engine.pid is None


def test_a_socket_that_cannot_be_listened_on_is_said_at_the_start(tmp_path: Path) -> None:
    engine = EngineProcess(SETTINGS, str(tmp_path / ("long" * 40)))
    with pytest.raises(EngineStartError, match="cannot listen"):
        asyncio.run(engine.start())


def test_an_engine_ends_when_its_parent_is_gone(tmp_path: Path) -> None:
    socket = tmp_path / "engine.sock"
    with engine_process(str(socket), "--context", "512") as parents_end:
        assert socket.exists()
        parents_end.close()  # as when the parent dies; that it ends is checked there
    assert not socket.exists()


def test_a_context_beyond_the_models_training_is_cut_with_a_notice(tmp_path: Path) -> None:
    async def ask() -> None:
        engine = EngineProcess(LocalSettings(slots=1, context=100_000), str(tmp_path / "e.sock"))
        await engine.start()
        try:
            info = await LocalTier("local", str(tmp_path / "e.sock")).info()
        finally:
            await engine.stop()
        assert info.context == 8192
        assert "100000" in info.notices[0]

    asyncio.run(ask())
