"""Several engines with tiny models: found by name, and changed under a running reply."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Mapping
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from edge.core.errors import TierUnavailable
from edge.core.settings import LocalModelSettings
from edge.core.types import Stop, Text
from local_models.client import LocalTier
from local_models.engines import Engines, socket_of
from local_models.process import EngineStartError
from tests.local_models.asking import GREEDY, call, listen
from tests.local_models.tiny_gguf import TinyModel, write_model

LONG = replace(GREEDY, max_tokens=400, logit_bias={"2": -100.0, "4": -100.0})


def tiny(path: Path, *, name: str, context: int = 512) -> LocalModelSettings:
    write_model(path, TinyModel(name=name, seed=len(name)))
    return LocalModelSettings(model=str(path), slots=2, context=context)


@dataclass(frozen=True, slots=True)
class Serving:
    engines: Engines
    folder: Path
    lines: list[str]

    def tier(self, name: str, *, return_s: float = 5.0) -> LocalTier:
        return LocalTier(name, socket_of(self.folder, name), return_s=return_s)

    async def model_of(self, name: str) -> str:
        return (await self.tier(name).info()).model


@asynccontextmanager
async def serving(folder: Path, models: Mapping[str, LocalModelSettings]) -> AsyncIterator[Serving]:
    lines: list[str] = []
    engines = Engines(folder, log=lines.append)
    try:
        await engines.start(models)
        async with asyncio.TaskGroup() as group:
            engines.watch(group)
            yield Serving(engines, folder, lines)
            await engines.stop()
    finally:
        await engines.stop()


def test_each_model_is_found_by_its_name(tmp_path: Path) -> None:
    models = {
        "local": tiny(tmp_path / "a.gguf", name="small"),
        "local:big": tiny(tmp_path / "b.gguf", name="larger"),
    }

    async def run() -> None:
        async with serving(tmp_path, models) as it:
            assert await it.model_of("local") == "small"
            assert await it.model_of("local:big") == "larger"

    asyncio.run(run())
    assert not [path for path in tmp_path.iterdir() if ".sock." in path.name]


def test_a_model_is_changed_under_a_running_reply_which_ends_as_it_would_have(
    tmp_path: Path,
) -> None:
    first = {"local": tiny(tmp_path / "a.gguf", name="one")}
    second = {"local": tiny(tmp_path / "b.gguf", name="another")}

    async def run() -> None:
        async with serving(tmp_path, first) as it:
            alone = await listen(it.tier("local"), call("the sea", sampling=LONG))
            async with aclosing(it.tier("local").stream(call("the sea", sampling=LONG))) as old:
                heard = [await anext(old)]
                await it.engines.change(second)
                assert await it.model_of("local") == "another"
                assert (await listen(it.tier("local"), call("the sea"))).pieces
                heard += [piece async for piece in old]
            assert isinstance(heard[-1], Stop)
            said = "".join(piece.text for piece in heard if isinstance(piece, Text))
            assert said == alone.text

    asyncio.run(run())


def test_replies_asked_for_without_a_pause_all_come_through_a_change(tmp_path: Path) -> None:
    first = {"local": tiny(tmp_path / "a.gguf", name="one")}
    second = {"local": tiny(tmp_path / "b.gguf", name="another")}

    async def ask_on(it: Serving, over: asyncio.Event) -> int:
        heard = 0
        while not over.is_set():
            reply = await listen(
                it.tier("local"), call("the", sampling=replace(GREEDY, max_tokens=4))
            )
            assert isinstance(reply.pieces[-1], Stop)
            heard += 1
        return heard

    async def run() -> list[int]:
        async with serving(tmp_path, first) as it:
            over = asyncio.Event()
            async with asyncio.TaskGroup() as group:
                asking = [group.create_task(ask_on(it, over)) for _ in range(4)]
                await it.engines.change(second)
                await it.engines.change(first)
                over.set()
            return [task.result() for task in asking]

    assert min(asyncio.run(run())) > 0


def test_a_model_that_cannot_be_used_leaves_the_old_one_serving(tmp_path: Path) -> None:
    first = {"local": tiny(tmp_path / "a.gguf", name="one")}
    (tmp_path / "bad.gguf").write_bytes(b"GGUF" + bytes(100))

    async def run() -> None:
        async with serving(tmp_path, first) as it:
            await it.engines.change({"local": LocalModelSettings(model=str(tmp_path / "bad.gguf"))})
            assert await it.model_of("local") == "one"
            assert any("bad.gguf" in line and "goes on serving" in line for line in it.lines)

    asyncio.run(run())


def test_settings_that_change_nothing_keep_the_process(tmp_path: Path) -> None:
    first = {"local": tiny(tmp_path / "a.gguf", name="one")}

    async def run() -> None:
        async with serving(tmp_path, first) as it:
            before = os.readlink(socket_of(tmp_path, "local"))
            await it.engines.change({"local": replace(first["local"], opening="model")})
            assert os.readlink(socket_of(tmp_path, "local")) == before
            tiny(tmp_path / "a.gguf", name="rewritten")
            await it.engines.change(first)
            assert await it.model_of("local") == "rewritten"

    asyncio.run(run())


def test_a_model_that_is_no_longer_named_goes(tmp_path: Path) -> None:
    models = {
        "local": tiny(tmp_path / "a.gguf", name="one"),
        "local:big": tiny(tmp_path / "b.gguf", name="another"),
    }

    async def run() -> None:
        async with serving(tmp_path, models) as it:
            await it.engines.drop_all_but({"local": models["local"]})
            with pytest.raises(TierUnavailable):
                await it.tier("local:big", return_s=0.0).info()
            assert await it.model_of("local") == "one"

    asyncio.run(run())


def test_a_model_that_cannot_fit_is_refused_with_the_numbers(tmp_path: Path) -> None:
    huge = tiny(tmp_path / "a.gguf", name="one", context=10**6)
    write_model(tmp_path / "a.gguf", TinyModel(context=10**9, layers=4))
    models = {"local": replace(huge, slots=256, context=2**31 - 1)}

    async def run() -> None:
        async with serving(tmp_path, models):
            pass

    # ExceptionGroup never: it is raised before anything runs beside it.
    with pytest.raises(EngineStartError, match=r"needs [\d,]+ MiB .*are free: fewer slots"):
        asyncio.run(run())
