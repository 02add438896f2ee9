"""The I/O shell of the stitcher: run the legs it asks for and tell it what happened.

One task group owns the legs of one reply. Each leg pushes its pieces into one bounded inbox;
a reader that does not keep up therefore slows the platforms down instead of filling memory.
What has arrived is handled before any timer: a leg is not late because *we* were. Between the
stitcher and the reader stands the pacer; an account tells what was sent, and when.

All that has arrived is handled before anybody waits, and only then is the reader's `flush` called:
so a burst of a platform leaves in one write, no later than its first word would have.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing, suppress

from edge.core.accounting import Account
from edge.core.errors import TierError, TierUnavailable
from edge.core.events import Action, CancelLeg, Emit, End, Event, Failed, Finished, Heard, StartLeg
from edge.core.pacing import Pacer
from edge.core.stitch import Stitcher
from edge.core.types import Piece

Clock = Callable[[], float]
OpenLeg = Callable[[StartLeg], AsyncGenerator[Piece, None]]
Send = Callable[[Emit | End], Awaitable[None]]
Flush = Callable[[], Awaitable[None]]

_INBOX_PIECES = 256
_TICK_S = 0.002  # uvloop's timers tick in milliseconds and may fire a little early
_log = logging.getLogger("prelude")


async def nothing_held() -> None:
    """The reader gets every action at once."""


async def drive(
    stitcher: Stitcher,
    open_leg: OpenLeg,
    send: Send,
    account: Account,
    clock: Clock = time.monotonic,
    flush: Flush = nothing_held,
) -> None:
    """Run one reply to its `End`. Cancelling it cancels every leg; the account is settled
    on every way out. A `send` that holds actions back lets go of them in `flush`."""
    inbox: asyncio.Queue[Event | None] = asyncio.Queue(_INBOX_PIECES)
    legs: dict[int, asyncio.Task[None]] = {}
    pacer = Pacer(stitcher.plan.pace_tokens_per_s)
    alarm = _Alarm(inbox, clock)
    try:
        async with asyncio.TaskGroup() as group:

            async def perform(actions: list[Action]) -> None:
                for action in actions:
                    match action:
                        case Emit():
                            await show(pacer.receive(action, clock()))
                        case StartLeg():
                            account.start(action, clock())
                            task = group.create_task(_run_leg(action, open_leg, inbox, clock))
                            legs[action.leg] = task
                        case CancelLeg():
                            account.cancel(action, clock())
                            legs[action.leg].cancel()
                        case End():
                            await show(pacer.flush())
                            account.settle(clock())
                            await send(action)

            async def show(emits: list[Emit]) -> None:
                for emit in emits:
                    account.emit(emit, clock())
                    await send(emit)

            await perform(stitcher.start(clock()))
            while not stitcher.is_done:
                if inbox.empty():
                    await flush()
                    alarm.set(_earlier(stitcher.next_timer(), pacer.next_timer()))
                event = await inbox.get()
                now = clock()
                if event is None:
                    now = max(now, min(alarm.rang_at, now + _TICK_S))
                await show(pacer.handle_timer(now))
                if event is not None:
                    account.hear(event)
                    await perform(stitcher.receive(event))
                else:
                    await perform(stitcher.handle_timer(now))
            await flush()
    finally:
        alarm.stop()
        account.settle(clock())


class _Alarm:
    """Puts None into the inbox at an instant, or before it: nearly every timer of a stream is put
    off before it comes, so one that is set already is let ring, and then set anew. (A timeout
    around each wait costs as much as reading the chunk that ends it.)

    A full inbox needs no waking: `set` is called again once it has been emptied."""

    def __init__(self, inbox: asyncio.Queue[Event | None], clock: Clock) -> None:
        self.rang_at = 0.0  # the instant that it was last set for
        self._inbox = inbox
        self._clock = clock
        self._handle: asyncio.TimerHandle | None = None
        self._at = 0.0

    def set(self, at: float | None) -> None:
        if at is None or (self._handle is not None and self._at <= at):
            return
        self.stop()
        self._at = at
        loop = asyncio.get_running_loop()
        self._handle = loop.call_later(max(0.0, at - self._clock()), self._ring)

    def stop(self) -> None:
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None

    def _ring(self) -> None:
        self._handle, self.rang_at = None, self._at
        with suppress(asyncio.QueueFull):
            self._inbox.put_nowait(None)


def _earlier(one: float | None, other: float | None) -> float | None:
    if one is None or other is None:
        return other if one is None else one
    return min(one, other)


async def _run_leg(
    start: StartLeg, open_leg: OpenLeg, inbox: asyncio.Queue[Event | None], clock: Clock
) -> None:
    try:
        async with aclosing(open_leg(start)) as pieces:
            async for piece in pieces:
                await inbox.put(Heard(start.leg, clock(), piece))
        await inbox.put(Finished(start.leg, clock()))
    except TierError as error:
        await inbox.put(Failed(start.leg, clock(), error))
    except Exception as error:  # a bug in an adapter costs its leg, not the reply
        _log.exception("leg %d: a bug in the adapter of %s", start.leg, start.tier)
        broken = TierUnavailable(f"{start.tier}: {type(error).__name__} in its adapter")
        broken.__cause__ = error
        await inbox.put(Failed(start.leg, clock(), broken))
