"""The I/O shell of the stitcher: run the legs it asks for and tell it what happened.

One task group owns the legs of one reply. Each leg pushes its pieces into one bounded inbox;
a reader that does not keep up therefore slows the platforms down instead of filling memory.
What has arrived is handled before any timer: a leg is not late because *we* were. Between the
stitcher and the reader stands the pacer; an account tells what was sent, and when.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing

from edge.core.accounting import Account
from edge.core.errors import TierError, TierUnavailable
from edge.core.events import Action, CancelLeg, Emit, End, Event, Failed, Finished, Heard, StartLeg
from edge.core.pacing import Pacer
from edge.core.stitch import Stitcher
from edge.core.types import Piece

Clock = Callable[[], float]
OpenLeg = Callable[[StartLeg], AsyncGenerator[Piece, None]]
Send = Callable[[Emit | End], Awaitable[None]]

_INBOX_PIECES = 256
_log = logging.getLogger("prelude")


async def drive(
    stitcher: Stitcher,
    open_leg: OpenLeg,
    send: Send,
    account: Account,
    clock: Clock = time.monotonic,
) -> None:
    """Run one reply to its `End`. Cancelling it cancels every leg; the account is settled
    on every way out."""
    inbox: asyncio.Queue[Event] = asyncio.Queue(_INBOX_PIECES)
    legs: dict[int, asyncio.Task[None]] = {}
    pacer = Pacer(stitcher.plan.pace_tokens_per_s)
    try:
        async with asyncio.TaskGroup() as group:

            async def perform(actions: list[Action]) -> None:
                for action in actions:
                    match action:
                        case StartLeg():
                            account.start(action, clock())
                            task = group.create_task(_run_leg(action, open_leg, inbox, clock))
                            legs[action.leg] = task
                        case CancelLeg():
                            account.cancel(action, clock())
                            legs[action.leg].cancel()
                        case Emit():
                            await show(pacer.receive(action, clock()))
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
                wake_at = _earlier(stitcher.next_timer(), pacer.next_timer())
                event = await _next_event(inbox, wake_at, clock)
                now = clock()
                if event is None and wake_at is not None:
                    # uvloop's timers tick in milliseconds and may fire a little early.
                    now = max(wake_at, now)
                await show(pacer.handle_timer(now))
                if event is not None:
                    account.hear(event)
                    await perform(stitcher.receive(event))
                else:
                    await perform(stitcher.handle_timer(now))
    finally:
        account.settle(clock())


def _earlier(one: float | None, other: float | None) -> float | None:
    if one is None or other is None:
        return other if one is None else one
    return min(one, other)


async def _next_event(
    inbox: asyncio.Queue[Event], timer: float | None, clock: Clock
) -> Event | None:
    """The next event, or None when the timer comes first. A full inbox yields to no timer:
    `get` then returns before the timeout can be heard."""
    try:
        async with asyncio.timeout(None if timer is None else timer - clock()):
            return await inbox.get()
    except TimeoutError:
        return None


async def _run_leg(
    start: StartLeg, open_leg: OpenLeg, inbox: asyncio.Queue[Event], clock: Clock
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
