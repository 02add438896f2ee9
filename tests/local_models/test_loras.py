"""Adapters in a real engine: they change what is said, nobody else's words, and come and go."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import aclosing, asynccontextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from edge.core.errors import TierRejected
from edge.core.settings import LocalModelSettings
from edge.core.types import Call, Stop, Text
from local_models.client import LocalTier
from local_models.llama import Lora, Model
from local_models.model_files import ModelFileError
from local_models.process import EngineProcess, EngineStartError
from tests.local_models.asking import GREEDY, call, listen
from tests.local_models.tiny_gguf import TinyModel, Value, write_gguf, write_lora, write_model

LONG = replace(GREEDY, max_tokens=300, logit_bias={"2": -100.0, "4": -100.0})


@asynccontextmanager
async def adapted(tmp_path: Path, loras: Mapping[str, Path]) -> AsyncIterator[EngineProcess]:
    model = write_model(tmp_path / "tiny.gguf")
    named = {name: str(path) for name, path in loras.items()}
    settings = LocalModelSettings(model=str(model), slots=4, context=512, loras=named)
    engine = EngineProcess(settings, str(tmp_path / "e.sock"))
    try:
        await engine.start()
        yield engine
    finally:
        await engine.stop()


def tier(tmp_path: Path, adapter: str | None = None) -> LocalTier:
    return LocalTier("local", str(tmp_path / "e.sock"), adapter=adapter)


def zero_lora(path: Path) -> Path:
    """What it adds is nothing."""
    width = TinyModel().width
    a, b = np.ones((4, width), np.float32), np.zeros((width, 4), np.float32)
    facts: dict[str, Value] = {
        "general.architecture": "llama",
        "general.type": "adapter",
        "adapter.type": "lora",
        "adapter.lora.alpha": 4.0,
    }
    names = "blk.0.attn_q.weight.lora_a", "blk.0.attn_q.weight.lora_b"
    write_gguf(path, facts, dict(zip(names, (a, b), strict=True)))
    return path


def in_scope(question: str) -> Call:
    return replace(call(question), scope="somebody")


def test_an_adapter_changes_what_is_said_and_one_of_zeros_does_not(tmp_path: Path) -> None:
    loras = {
        "strong": write_lora(tmp_path / "s.gguf"),
        "nothing": zero_lora(tmp_path / "z.gguf"),
    }

    async def run() -> None:
        async with adapted(tmp_path, loras):
            base = await listen(tier(tmp_path), call("the sea"))
            strong = await listen(tier(tmp_path, "strong"), call("the sea"))
            nothing = await listen(tier(tmp_path, "nothing"), call("the sea"))
            assert strong.text != base.text
            assert nothing.text == base.text
            assert base.usage.cached == strong.usage.cached > 0  # the head, each its own

    asyncio.run(run())


def test_replies_with_different_adapters_at_once_are_each_as_they_are_alone(
    tmp_path: Path,
) -> None:
    loras = {name: write_lora(tmp_path / f"{name}.gguf", seed=ord(name)) for name in "abc"}

    async def run() -> None:
        async with adapted(tmp_path, loras):
            tiers = [tier(tmp_path, name) for name in (None, "a", "b", "c")]
            alone = [(await listen(one, call("the sea", sampling=LONG))).text for one in tiers]
            assert len(set(alone)) == len(alone)
            together = await asyncio.gather(
                *(listen(one, call("the sea", sampling=LONG)) for one in tiers)
            )
            assert [heard.text for heard in together] == alone

    asyncio.run(run())


def test_what_one_adapter_has_read_is_not_taken_for_read_by_another(tmp_path: Path) -> None:
    question = "the sea is blue and the sea is one and two and yes and no and the sea is blue"

    async def run() -> None:
        async with adapted(tmp_path, {"a": write_lora(tmp_path / "a.gguf")}):
            plain, own = tier(tmp_path), tier(tmp_path, "a")
            fresh = [await listen(one, call(question)) for one in (plain, own)]
            for one, expected in ((plain, fresh[0]), (own, fresh[1]), (plain, fresh[0])):
                assert (await listen(one, in_scope(question))).text == expected.text
            again = await listen(own, in_scope(question))
            assert again.text == fresh[1].text
            assert again.usage.cached > 16  # its own it may have

    asyncio.run(run())


def test_adapters_come_and_go_while_a_reply_speaks_with_one(tmp_path: Path) -> None:
    first, second = write_lora(tmp_path / "a.gguf"), write_lora(tmp_path / "b.gguf", seed=2)

    async def run() -> None:
        async with adapted(tmp_path, {"a": first}) as engine:
            pid = engine.pid
            alone = await listen(tier(tmp_path, "a"), call("the sea", sampling=LONG))
            with pytest.raises(TierRejected, match="no adapter 'b'") as caught:
                await listen(tier(tmp_path, "b"), call("the sea"))
            assert caught.value.own_limit
            async with aclosing(
                tier(tmp_path, "a").stream(call("the sea", sampling=LONG))
            ) as pieces:
                heard = [await anext(pieces)]
                await engine.adapt({"b": str(second)})
                assert (await listen(tier(tmp_path, "b"), call("the sea"))).text
                with pytest.raises(TierRejected, match="no adapter 'a'"):
                    await listen(tier(tmp_path, "a"), call("the sea"))
                heard += [piece async for piece in pieces]
            assert isinstance(heard[-1], Stop)
            said = "".join(piece.text for piece in heard if isinstance(piece, Text))
            assert said == alone.text
            assert (await tier(tmp_path).info()).loras == ("b",)
            assert engine.pid == pid

    asyncio.run(run())


def test_an_adapter_that_cannot_be_used_leaves_those_that_are_there(tmp_path: Path) -> None:
    wide = write_lora(tmp_path / "wide.gguf", TinyModel(width=64))

    async def run() -> None:
        async with adapted(tmp_path, {"a": write_lora(tmp_path / "a.gguf")}) as engine:
            for path in (wide, tmp_path / "none.gguf", tmp_path / "tiny.gguf"):
                with pytest.raises(EngineStartError, match=path.name):
                    await engine.adapt({"b": str(path)})
            assert (await tier(tmp_path).info()).loras == ("a",)
            assert (await listen(tier(tmp_path, "a"), call("the sea"))).text

    asyncio.run(run())


def test_an_adapter_that_cannot_be_used_is_said_at_the_start(tmp_path: Path) -> None:
    wide = write_lora(tmp_path / "wide.gguf", TinyModel(width=64))

    async def run() -> None:
        async with adapted(tmp_path, {"a": wide}):
            pass

    with pytest.raises(EngineStartError, match=r"wide\.gguf"):
        asyncio.run(run())


def test_an_adapter_may_outlive_its_model(tmp_path: Path) -> None:
    model = Model(write_model(tmp_path / "tiny.gguf"))
    lora = Lora(model, write_lora(tmp_path / "a.gguf"))
    gone = Lora(model, write_lora(tmp_path / "b.gguf"))
    del gone
    model.close()
    assert lora.handle
    del lora


def test_an_adapter_is_no_model(tmp_path: Path) -> None:
    settings = LocalModelSettings(model=str(write_lora(tmp_path / "a.gguf")))
    engine = EngineProcess(settings, str(tmp_path / "e.sock"))
    with pytest.raises(EngineStartError, match="name it in loras"):
        asyncio.run(engine.start())
    with pytest.raises(ModelFileError):
        Model(Path(settings.model))
