from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import openai
import pytest

from edge.core.knowledge import Knowledge, LocalFacts, ModelFacts
from edge.core.prices import Prices
from edge.core.settings import RouteSettings, TierSettings
from edge.core.types import Json, Request
from edge.core.verdict import Kinds, Task, Verdict
from edge.doors.openai_models import find_model, model_list
from edge.scripted import ScriptedTier, says
from edge.service import Service
from tests.edge.doors.asking import sdk

BIG = ModelFacts(
    "mine/big",
    prefill=True,
    context=8192,
    prices=Prices(1.0, 10.0, cached=0.1),
    modalities=("text", "image"),
    takes_forms=False,
)
ENCODER = ModelFacts("encoder", makes=frozenset({"embedding"}), is_local=True)


async def _judge(request: Request, kinds: Kinds) -> Verdict:
    return Verdict(Task.CHAT, 0.5, 0.5, "the test")


def service() -> Service:
    def find(name: str) -> ModelFacts | None:
        return BIG if name in ("mine/big", "big") else None

    return Service(
        knowledge=Knowledge(
            {"default": RouteSettings(targets=("mine/big",))},
            TierSettings(),
            find,
            LocalFacts(4096, "frame", fills_in=False),
            encoder=ENCODER,
        ),
        judge=_judge,
        tier=lambda name: ScriptedTier(name, ()),
        prices=lambda name: None,
        model_names=("auto", "local", "encoder", "mine/big"),
        notice="a test",
        aliases={"gpt-4o": "mine/big", "nobody": "mine/none", "claude-*": "auto"},
    )


def test_whoever_may_be_asked_for_is_listed_with_the_aliases_that_are_names() -> None:
    listed = model_list(service(), 7)
    assert list(listed) == ["auto", "local", "encoder", "mine/big", "gpt-4o"]
    assert [model["owned_by"] for model in listed.values()] == [*["prelude"] * 3, *["mine"] * 2]
    assert [model["prelude"]["kind"] for model in listed.values()] == [
        "planned",
        "local",
        "encoder",
        "hosted",
        "hosted",
    ]


def test_what_is_known_of_a_model_is_told() -> None:
    listed = model_list(service(), 7)
    assert listed["mine/big"] == {
        "id": "mine/big",
        "object": "model",
        "created": 7,
        "owned_by": "mine",
        "prelude": {
            "kind": "hosted",
            "streaming": True,
            "context": 8192,
            "modalities": ["text", "image"],
            "tools": None,
            "structured_output": False,
            "prefill": True,
            "completes": False,
            "fills_in": None,
            "makes": [],
            "prices": {
                "input": 1.0,
                "output": 10.0,
                "cached": 0.1,
                "cache_write": None,
                "image": None,
                "compute_s": 0.0,
                "video_s": None,
            },
        },
    }
    assert listed["auto"]["prelude"]["targets"] == ["mine/big"]
    assert listed["local"]["prelude"]["context"] == 4096
    assert listed["local"]["prelude"]["modalities"] == ["text"]
    assert listed["encoder"]["prelude"]["makes"] == ["embedding"]


@pytest.mark.parametrize(
    ("name", "meant"), [("gpt-4o", "mine/big"), ("claude-x", "auto"), ("big", "mine/big")]
)
def test_another_name_that_is_understood_says_who_is_meant(name: str, meant: str) -> None:
    told: Json = find_model(name, service(), 7)
    assert (told["id"], told["prelude"]["alias_of"]) == (name, meant)


@pytest.mark.parametrize("name", ["nobody", "mine/none", ""])
def test_a_name_that_nobody_has_is_none(name: str) -> None:
    assert find_model(name, service(), 7) is None


def test_every_number_of_a_price_is_told() -> None:
    told = find_model("mine/big", service(), 7)["prelude"]["prices"]
    assert set(told) == {field.name for field in dataclasses.fields(Prices)}


def test_openais_own_client_reads_them(
    serve: Callable[..., AbstractAsyncContextManager[Any]],
) -> None:
    async def scenario() -> None:
        async with serve(ScriptedTier("mine/big", (says("Hi."),))) as s, sdk(s) as client:
            listed = [model async for model in client.models.list()]
            one = await client.models.retrieve("mine/big")
            with pytest.raises(openai.NotFoundError) as missing:
                await client.models.retrieve("mine/none")
        assert [model.id for model in listed] == ["auto", "mine/big"]
        assert one.owned_by == "mine"
        assert one.model_extra is not None
        assert one.model_extra["prelude"]["prices"]["output"] == 10.0
        assert missing.value.code == "model_not_found"

    asyncio.run(scenario())
