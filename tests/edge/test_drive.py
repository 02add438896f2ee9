"""The driver with scripted tiers: it does what the stitcher says and leaves nothing behind."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator

import pytest

from edge.core.accounting import Account
from edge.core.errors import TierUnavailable
from edge.core.events import Emit, End, Role, StartLeg
from edge.core.plan import Clocks, Plan, Strategy, Target
from edge.core.stitch import Stitcher
from edge.core.types import Call, FinishReason, Message, Piece, Request, Sampling, Stop, Text
from edge.drive import drive
from edge.scripted import ScriptedTier, Wait, says

CLOCKS = Clocks(5.0, 5.0, 5.0)
CALL = Call(Request("r", "auto", ()), (Message("user"),), Sampling())


class Run:
    """One reply driven over these tiers, in order."""

    def __init__(self, *tiers: ScriptedTier, clocks: Clocks = CLOCKS, pace: float = 0.0) -> None:
        self.tiers = {tier.name: tier for tier in tiers}
        chain = tuple(Target(tier.name, Role.TARGET, True, clocks) for tier in tiers)
        self.plan = Plan(
            Strategy.TARGET, chain, fast_deadline=0.0, deep_s=15.0, pace_tokens_per_s=pace
        )
        self.account = Account(0.0, 1, {})
        self.sent: list[Emit | End] = []

    def open_leg(self, start: StartLeg) -> AsyncGenerator[Piece, None]:
        return self.tiers[start.tier].stream(CALL)

    async def send(self, action: Emit | End) -> None:
        self.sent.append(action)

    async def drive(self) -> None:
        async with asyncio.timeout(10):
            await drive(Stitcher(self.plan), self.open_leg, self.send, self.account)

    @property
    def text(self) -> str:
        pieces = (action.piece for action in self.sent if isinstance(action, Emit))
        return "".join(piece.text for piece in pieces if isinstance(piece, Text))

    @property
    def end(self) -> End:
        last = self.sent[-1]
        assert isinstance(last, End)
        return last


def test_reply_runs_to_its_end() -> None:
    run = Run(ScriptedTier("a", (says("One ", "two."),)))
    asyncio.run(run.drive())
    assert (run.text, run.end) == ("One two.", End(FinishReason.STOP))
    assert [leg.outcome for leg in run.account.legs] == ["stop"]


def test_bug_in_an_adapter_costs_its_leg_and_not_the_reply() -> None:
    run = Run(ScriptedTier("a", ((KeyError("oops"),),)), ScriptedTier("b", (says("Two."),)))
    asyncio.run(run.drive())
    assert (run.text, run.end.reason) == ("Two.", FinishReason.STOP)
    assert run.account.legs[0].error == "a: KeyError in its adapter"


def test_stalled_leg_is_closed_and_the_next_one_goes_on() -> None:
    clocks = Clocks(0.02, 0.02, 0.02)
    stalled, other = ScriptedTier("a", ((Wait(),),)), ScriptedTier("b", (says("Two."),))
    run = Run(stalled, other, clocks=clocks)
    asyncio.run(run.drive())
    assert (run.text, stalled.closed) == ("Two.", 1)


def test_cancelling_the_reply_closes_every_leg_and_settles_the_account() -> None:
    async def scenario() -> None:
        tier = ScriptedTier("a", ((Text("One"), Wait()),))
        run = Run(tier)
        task = asyncio.ensure_future(run.drive())
        await tier.until(calls=1)
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert tier.closed == 1
        assert [leg.outcome for leg in run.account.legs] == ["cancelled"]
        assert run.account.settled_at is not None
        assert len(asyncio.all_tasks()) == 1

    asyncio.run(scenario())


def test_reader_that_is_slow_makes_no_leg_late() -> None:
    """The gap clock runs between a leg's words, not between a reader's reads."""

    class SlowReader(Run):
        async def send(self, action: Emit | End) -> None:
            await asyncio.sleep(0.05)
            await super().send(action)

    clocks = Clocks(0.04, 0.04, 0.04)
    run = SlowReader(ScriptedTier("a", (says("a", "b", "c", "d"),)), clocks=clocks)
    asyncio.run(run.drive())
    assert (run.text, run.end.reason) == ("abcd", FinishReason.STOP)


def test_reader_that_does_not_read_holds_the_leg_back() -> None:
    """A bounded inbox: what nobody reads is not piled up here."""

    async def scenario() -> None:
        class Endless:
            said = 0

            async def stream(self, call: Call) -> AsyncGenerator[Piece, None]:
                while True:
                    self.said += 1
                    yield Text("x")

        endless, run = Endless(), Run(ScriptedTier("a", (says("unused"),)))
        blocked = asyncio.Event()

        async def send(action: Emit | End) -> None:
            blocked.set()
            await asyncio.Event().wait()

        def open_leg(start: StartLeg) -> AsyncGenerator[Piece, None]:
            return endless.stream(CALL)

        task = asyncio.ensure_future(drive(Stitcher(run.plan), open_leg, send, run.account))
        await blocked.wait()
        for _ in range(1000):
            await asyncio.sleep(0)
        assert endless.said < 300
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(scenario())


def test_failure_of_the_reader_ends_the_legs_too() -> None:
    async def scenario() -> None:
        tier = ScriptedTier("a", ((Text("One"), Wait()),))
        run = Run(tier)

        async def send(action: Emit | End) -> None:
            raise ConnectionResetError

        with pytest.raises(ExceptionGroup):
            await drive(Stitcher(run.plan), run.open_leg, send, run.account)
        assert tier.closed == 1

    asyncio.run(scenario())


def test_every_target_failing_is_told_as_an_error() -> None:
    error = TierUnavailable("a: gone")
    run = Run(ScriptedTier("a", ((Text("One"), error, Stop(FinishReason.STOP)),)))
    asyncio.run(run.drive())
    assert (run.end.reason, run.end.error) == (FinishReason.ERROR, error)


# -- at a pace ----------------------------------------------------------------

BURST = "It moves heat." + " moo" * 40


def test_end_of_the_reply_waits_for_no_pace() -> None:
    """At this pace its words would take three minutes."""
    run = Run(ScriptedTier("a", (says(BURST),)), pace=0.25)
    asyncio.run(run.drive())
    assert (run.text, run.end) == (BURST, End(FinishReason.STOP))
    assert len(run.sent) > 40


def test_stall_is_seen_in_time_and_bridged_with_what_was_kept_back() -> None:
    """The first leg falls silent after its burst, is left for that, and its words go on."""
    stalled = ScriptedTier("a", ((Text(BURST), Wait()), (Wait(),)))
    saved = ScriptedTier("b", ((Wait(0.3), *says(" Then it stops. Again.")),))

    class Watched(Run):
        shown_after_the_stall = 0

        async def send(self, action: Emit | End) -> None:
            self.shown_after_the_stall += stalled.closed == 1 and not saved.closed
            await super().send(action)

    run = Watched(stalled, saved, clocks=Clocks(5.0, 0.1, 5.0), pace=50.0)
    asyncio.run(run.drive())
    assert run.text == f"{BURST} Then it stops. Again."
    assert run.account.legs[0].error == "a: silent for 0.1 s (leg 0)"
    assert run.shown_after_the_stall > 2


def test_account_knows_only_of_words_that_were_sent() -> None:
    async def scenario() -> None:
        run = Run(ScriptedTier("a", ((Text(BURST), Wait()),)), pace=0.25)
        sent = asyncio.Event()

        async def send(action: Emit | End) -> None:
            run.sent.append(action)
            sent.set()

        reply = drive(Stitcher(run.plan), run.open_leg, send, run.account)
        task = asyncio.ensure_future(reply)
        await sent.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert run.text == "It moves heat."
        assert run.account.shown_chars == {0: len(run.text)}
        (leg,) = run.account.legs
        assert (leg.said_chars, leg.outcome) == (len(BURST), "cancelled")
        assert len(asyncio.all_tasks()) == 1

    asyncio.run(scenario())
