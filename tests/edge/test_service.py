from __future__ import annotations

import asyncio
import time
from dataclasses import replace

import pytest

from edge.core.accounting import LegReport
from edge.core.errors import TierUnavailable
from edge.core.events import Role
from edge.core.health import Health
from edge.core.knowledge import Knowledge, LocalFacts, ModelFacts
from edge.core.prices import Prices
from edge.core.settings import RouteSettings, TierSettings
from edge.core.types import Message, Options, Request, TextPart, Usage
from edge.core.verdict import Kinds, Task, Verdict
from edge.scripted import ScriptedTier
from edge.service import Service

ASK = Message("user", (TextPart("How do I keep basil alive on a windowsill?"),))
REQUEST = Request("r", "auto", (ASK,), caller="someone")
Warmed = list[tuple[str, str]]


def find(name: str) -> ModelFacts:
    return ModelFacts(name, is_local=name.startswith("local:"))


def service(warmed: Warmed, health: Health | None = None) -> Service:
    async def warm(name: str, messages: tuple[Message, ...], scope: str) -> None:
        warmed.append((name, scope))

    async def judge(request: Request, kinds: Kinds) -> Verdict:
        return Verdict(Task.OPEN_QA, 0.5, 0.5, "the test", language="en")

    return Service(
        Knowledge(
            {"default": RouteSettings(targets=("a/big", "b/equal"))},
            TierSettings(),
            find,
            LocalFacts(4096, "model"),
            health or Health(),
        ),
        judge=judge,
        tier=lambda name: ScriptedTier(name, ()),
        prices=lambda name: Prices(0.0, 0.0),
        model_names=(),
        notice="",
        warm_local=warm,
    )


def test_warming_leaves_the_probe_of_a_target_to_a_request() -> None:
    health, warmed = Health(), Warmed()
    long_ago = time.monotonic() - 10_000
    down = TierUnavailable("a/big: 401", status=401, lasting=True)
    usage = Usage(9, 9)
    failed = LegReport(
        0, "a/big", Role.TARGET, 0.0, None, 1.0, "failed", None, usage, None, cause=down
    )
    health.hear([failed], long_ago)
    asyncio.run(service(warmed, health).warm(REQUEST))
    assert warmed == [("local", "someone")]
    planned = asyncio.run(service(warmed, health).begin(REQUEST, time.monotonic())).plan
    assert planned.chain[0].tier == "a/big"


@pytest.mark.parametrize(
    ("request_", "name"),
    [
        (replace(REQUEST, options=Options(draft="local:small")), "local:small"),
        (replace(REQUEST, model="local:legal"), "local:legal"),
        (replace(REQUEST, model="local"), "local"),
    ],
)
def test_who_will_read_the_request_is_warmed(request_: Request, name: str) -> None:
    warmed = Warmed()
    asyncio.run(service(warmed).warm(request_))
    assert warmed == [(name, "someone")]


def test_nobody_is_warmed_for_a_caller_who_cannot_be_told_from_others() -> None:
    warmed = Warmed()
    asyncio.run(service(warmed).warm(replace(REQUEST, caller="")))
    assert warmed == []


GUESS = Verdict(Task.OPEN_QA, 0.5, 0.5, "a guess", language="en")


def test_the_local_model_reads_while_a_slow_judge_still_looks() -> None:
    """The judge comes back only once somebody has begun to read: whoever waits for it first would
    wait for ever."""
    events: list[str] = []

    async def scenario() -> None:
        reads = asyncio.Event()

        async def warm(name: str, messages: tuple[Message, ...], scope: str) -> None:
            events.append(f"{name} reads {messages[-1].text} for {scope}")
            reads.set()
            try:
                await asyncio.Event().wait()
            finally:
                events.append("reads no more")

        async def judge(request: Request, kinds: Kinds) -> Verdict:
            await reads.wait()
            events.append("verdict")
            return GUESS

        slow = replace(service([]), judge=judge, guess=lambda request: GUESS, warm_local=warm)
        async with asyncio.timeout(10):
            reply = await slow.begin(REQUEST, time.monotonic())
        assert reply.plan.draft is not None

    asyncio.run(scenario())
    assert events == [f"local reads {ASK.text} for someone", "verdict", "reads no more"]


@pytest.mark.parametrize(
    ("request_", "guess"),
    [
        (REQUEST, None),
        (replace(REQUEST, caller=""), GUESS),
        (replace(REQUEST, options=Options(task="code")), GUESS),
        (replace(REQUEST, options=Options(targets=("a/big",), draft="none")), GUESS),
    ],
)
def test_nothing_is_read_beside_the_judge_for_a_plan_that_would_not_need_it(
    request_: Request, guess: Verdict | None
) -> None:
    warmed = Warmed()

    async def scenario() -> None:
        came = asyncio.Event()

        def guess_at(request: Request) -> Verdict | None:
            came.set()
            return guess

        async def judge(request: Request, kinds: Kinds) -> Verdict:
            if request.caller:
                await came.wait()
            return GUESS

        slow = replace(service(warmed), judge=judge, guess=guess_at)
        async with asyncio.timeout(10):
            await slow.begin(request_, time.monotonic())

    asyncio.run(scenario())
    assert warmed == []


def test_nothing_is_read_ahead_of_a_quick_verdict() -> None:
    warmed = Warmed()
    quick = replace(service(warmed), guess=lambda request: GUESS)
    asyncio.run(quick.begin(REQUEST, time.monotonic()))
    assert warmed == []


def test_a_name_that_nobody_has_is_an_alias_and_one_that_somebody_has_is_not() -> None:
    known = {"a/big": find("a/big"), "b/equal": find("b/equal"), "claude-own": find("claude-own")}
    plain = service([])
    aliased = replace(
        plain,
        knowledge=replace(plain.knowledge, find=known.get),
        aliases={"claude-*": "auto", "auto": "b/equal"},
    )
    assert aliased.real_name("claude-own") == "claude-own"
    assert aliased.real_name("auto") == "auto"
    reply = asyncio.run(aliased.begin(replace(REQUEST, model="claude-opus-5-5"), time.monotonic()))
    assert [rung.tier for rung in reply.plan.chain][:2] == ["a/big", "b/equal"]
