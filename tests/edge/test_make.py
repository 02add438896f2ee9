"""What is made in one piece, with scripted makers in the place of models."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from edge.core.errors import (
    DeadlineExceeded,
    TierError,
    TierGarbled,
    TierRateLimited,
    TierRejected,
    TierStalled,
    TierUnavailable,
)
from edge.core.knowledge import Knowledge, ModelFacts
from edge.core.limits import Limits, Rate
from edge.core.media import Ask, Draw, Embed, Kind, Made, MediaRequest, Picture
from edge.core.prices import Prices
from edge.core.settings import DeepSettings, RouteSettings, TierSettings
from edge.core.types import Options, Request, Usage
from edge.core.verdict import Kinds, Task, Verdict
from edge.make import Making, begin, make
from edge.service import Service

VECTORS = Made(Usage(1_000_000, 0), vectors=((1.0, 2.0),))
PICTURE = Made(Usage(3, 0, reported=False, images=2), files=(Picture(data="AAAA"),) * 2)


@dataclass
class ScriptedMaker:
    """Gives or raises what its script says, one thing a call; None: waits until it is left."""

    name: str
    script: list[Made | Exception | None]
    calls: int = 0
    left: int = 0
    asked: asyncio.Event = field(default_factory=asyncio.Event)

    async def make(self, request: MediaRequest, /) -> Made:
        step = self.script[self.calls]
        self.calls += 1
        self.asked.set()
        if step is None:
            try:
                await asyncio.Event().wait()
            finally:
                self.left += 1
        if isinstance(step, Exception):
            raise step
        assert step is not None
        return step


async def _judge(request: Request, kinds: Kinds) -> Verdict:
    return Verdict(Task.OTHER, 0.5, 0.5, "the test")


def serving(
    *makers: ScriptedMaker,
    prices: Prices | None = None,
    deep: DeepSettings | None = None,
    limits: Limits | None = None,
) -> Service:
    by_name = {maker.name: maker for maker in makers}
    both: frozenset[str] = frozenset({"image", "embedding"})
    route = RouteSettings(targets=tuple(by_name))

    def find(name: str) -> ModelFacts | None:
        return ModelFacts(name, makes=both, space="e3") if name in by_name else None

    def maker_of(name: str, kind: Kind) -> ScriptedMaker:
        return by_name[name]

    return Service(
        Knowledge(
            {"default": RouteSettings(), "embedding": route, "image": route},
            TierSettings(deep=deep or DeepSettings()),
            find,
            None,
            limits=limits or Limits(),
        ),
        judge=_judge,
        tier=lambda name: pytest.fail("nobody chats here"),
        prices=lambda name: prices,
        model_names=(),
        notice="a test",
        draw=lambda: 0.0,
        maker=maker_of,
    )


def started(service: Service, ask: Ask | None = None, **options: Any) -> Making:
    loop = asyncio.get_running_loop()
    request = MediaRequest("r", "auto", ask or Embed(("tide",)), options=Options(**options))
    return begin(service, request, loop.time())


def run(scenario: Callable[[], Awaitable[None]]) -> None:
    async def bounded() -> None:
        async with asyncio.timeout(20):
            await scenario()

    asyncio.run(bounded())


def outcomes(making: Making) -> list[tuple[str, str]]:
    return [(leg.tier, leg.outcome) for leg in making.account.legs]


@pytest.mark.parametrize(
    "error",
    [
        TierUnavailable("gone", status=500),
        TierUnavailable("no key", status=401, lasting=True),
        TierRateLimited("slow down", retry_after_s=0.1),
        TierGarbled("cut"),
        TierRejected("too large", own_limit=True),
        RuntimeError("a bug"),
    ],
)
def test_the_next_target_makes_what_the_first_one_cannot(error: Exception) -> None:
    async def scenario() -> None:
        service = serving(ScriptedMaker("a/x", [error]), ScriptedMaker("b/y", [VECTORS]))
        making = started(service)
        assert await make(service, making) is VECTORS
        assert outcomes(making) == [("a/x", "failed"), ("b/y", "stop")]
        assert making.account.models == ["b/y"]
        assert making.account.settled_at is not None

    run(scenario)


def test_a_wrong_key_marks_the_target_down() -> None:
    async def scenario() -> None:
        wrong = TierUnavailable("no key", status=401, lasting=True)
        service = serving(ScriptedMaker("a/x", [wrong]), ScriptedMaker("b/y", [VECTORS] * 2))
        await make(service, started(service))
        assert [target.tier for target in started(service).plan.chain] == ["b/y"]

    run(scenario)


def test_the_callers_own_fault_is_told_and_nobody_else_is_asked() -> None:
    async def scenario() -> None:
        second = ScriptedMaker("b/y", [VECTORS])
        service = serving(ScriptedMaker("a/x", [TierRejected("no such size")]), second)
        with pytest.raises(TierRejected, match="no such size"):
            await make(service, started(service))
        assert second.calls == 0

    run(scenario)


def test_one_that_is_late_is_left_for_the_next_and_paid_for() -> None:
    async def scenario() -> None:
        slow = ScriptedMaker("a/x", [None])
        deep = DeepSettings(image_ms=20)
        prices = Prices(0.0, 0.0, image=0.05)
        service = serving(slow, ScriptedMaker("b/y", [PICTURE]), prices=prices, deep=deep)
        making = started(service, Draw("tide", 2))
        assert await make(service, making) is PICTURE
        assert slow.left == 1
        first = making.account.legs[0]
        assert isinstance(first.cause, TierStalled)
        assert (first.usage.images, first.usage.reported) == (2, False)
        assert making.account.cost_cents == pytest.approx(20.0)

    run(scenario)


def test_the_requests_deadline_ends_it_and_is_no_fault_of_the_targets() -> None:
    async def scenario() -> None:
        slow = ScriptedMaker("a/x", [None])
        service = serving(slow, ScriptedMaker("b/y", [VECTORS]))
        making = started(service, max_latency_ms=20)
        with pytest.raises(DeadlineExceeded):
            await make(service, making)
        assert slow.left == 1
        assert outcomes(making) == [("a/x", "cancelled")]

    run(scenario)


def test_the_last_target_is_asked_again_after_the_pause_it_asks_for() -> None:
    async def scenario() -> None:
        pause = TierRateLimited("slow down", retry_after_s=0.01)
        only = ScriptedMaker("a/x", [pause, VECTORS])
        service = serving(only)
        assert await make(service, started(service)) is VECTORS
        assert only.calls == 2

    run(scenario)


def test_whoever_leaves_ends_the_call_and_every_leg_is_settled() -> None:
    async def scenario() -> None:
        slow = ScriptedMaker("a/x", [None])
        service = serving(slow, ScriptedMaker("b/y", [VECTORS]))
        making = started(service)
        task = asyncio.create_task(make(service, making))
        await slow.asked.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert slow.left == 1
        assert outcomes(making) == [("a/x", "cancelled")]
        assert making.account.settled_at is not None

    run(scenario)


def test_a_configured_limit_sends_the_call_elsewhere() -> None:
    async def scenario() -> None:
        limits = Limits()
        limits.configure({"a": Rate(requests=1)})
        first = ScriptedMaker("a/x", [VECTORS] * 2)
        service = serving(first, ScriptedMaker("b/y", [VECTORS]), limits=limits)
        both = [started(service), started(service)]  # planned while there is room for one of them
        for making in both:
            await make(service, making)
        assert first.calls == 1
        assert outcomes(both[1]) == [("a/x", "failed"), ("b/y", "stop")]
        assert both[1].account.legs[0].cost_cents == 0.0

    run(scenario)


def test_each_picture_that_is_asked_for_counts_against_the_limit() -> None:
    async def scenario() -> None:
        limits = Limits()
        limits.configure({"a": Rate(outputs=24)})  # four at a time
        first = ScriptedMaker("a/x", [PICTURE] * 2)
        service = serving(first, ScriptedMaker("b/y", [PICTURE]), limits=limits)
        both = [started(service, Draw("tide", 3)), started(service, Draw("tide", 3))]
        for making in both:
            await make(service, making)
        assert first.calls == 1
        assert outcomes(both[1]) == [("a/x", "failed"), ("b/y", "stop")]

    run(scenario)


@pytest.mark.parametrize(
    ("prices", "ask", "made", "cents"),
    [
        (Prices(0.02, 0.0), Embed(("tide",)), VECTORS, 2.0),
        (Prices(0.0, 0.0, image=0.04), Draw("tide", 2), PICTURE, 8.0),
        (Prices(5.0, 40.0), Draw("a"), Made(Usage(0, 1_000_000, images=1)), 4000.0),
        (Prices(5.0, 40.0), Draw("tide", 2), PICTURE, None),
        (None, Embed(("tide",)), VECTORS, None),
    ],
    ids=["by the token", "by the picture", "a picture's tokens", "of unknown price", "no price"],
)
def test_what_it_costs_is_known_or_said_to_be_unknown(
    prices: Prices | None, ask: Ask, made: Made, cents: float | None
) -> None:
    async def scenario() -> None:
        service = serving(ScriptedMaker("a/x", [made]), prices=prices)
        making = started(service, ask)
        await make(service, making)
        assert making.account.cost_known is (cents is not None)
        assert making.account.cost_cents == pytest.approx(cents or 0.0)
        assert making.account.legs[0].unseen_tokens == 0

    run(scenario)


def test_when_everyone_fails_the_most_telling_error_is_raised() -> None:
    async def scenario() -> None:
        own = TierRejected("b/y: takes no size", own_limit=True)
        gone: TierError = TierUnavailable("a/x: gone", status=500)
        service = serving(ScriptedMaker("a/x", [gone]), ScriptedMaker("b/y", [own]))
        with pytest.raises(TierUnavailable, match="a/x: gone"):
            await make(service, started(service))

    run(scenario)
