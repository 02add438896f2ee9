from __future__ import annotations

import asyncio
import gc
import weakref
from collections.abc import Awaitable
from typing import Any

import pytest

from edge.core.errors import BadRequest, Overloaded
from edge.core.settings import ReplySettings
from edge.telling import Answer, Broken, Telling
from edge.tellings import Joining, Tellings

FRAMES = [b"data: one\n\n", b"data: two\n\n"]
JOINING = Joining("chat", "once", b"body")


def run(scenario: Awaitable[None]) -> None:
    async def bounded() -> None:
        async with asyncio.timeout(10):
            await scenario

    asyncio.run(bounded())


class Work:
    """Says what it is told to, until it is let go."""

    def __init__(self) -> None:
        self.began, self.let_go, self.stopped = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def __call__(self, telling: Telling) -> Answer | None:
        try:
            telling.begin({}, b"")
            telling.say(FRAMES[0])
            self.began.set()
            await self.let_go.wait()
            telling.say(FRAMES[1])
        finally:
            self.stopped.set()
        return None


def tellings(**settings: Any) -> Tellings:
    return Tellings(lambda: ReplySettings(**settings))


async def heard(telling: Telling, place: int = 0) -> bytes:
    with telling.listening():
        return b"".join([frames async for frames in telling.follow(place)])


def test_all_listen_at_their_own_pace_from_any_place() -> None:
    async def scenario() -> None:
        work, kept = Work(), tellings()
        telling = kept.start("1", "me", work)
        listeners = [asyncio.ensure_future(heard(telling, place)) for place in (0, 0, 1, 2)]
        await work.began.wait()
        work.let_go.set()
        assert await asyncio.gather(*listeners) == [b"".join(FRAMES)] * 2 + [FRAMES[1], b""]
        assert await heard(telling) == b"".join(FRAMES)
        assert (kept.count, kept.size) == (0, 0)

    run(scenario())


@pytest.mark.parametrize(
    ("how", "goes_on"),
    [
        ({"can_resume": True}, True),
        ({"can_resume": False}, False),
        ({"can_resume": False, "joining": JOINING}, True),
        ({"can_resume": True, "is_background": True}, True),
    ],
)
def test_who_leaves_last_ends_what_cannot_be_found_again(
    how: dict[str, bool], goes_on: bool
) -> None:
    async def scenario() -> None:
        work, kept = Work(), tellings()
        telling = kept.start("1", "me", work, **how)  # type: ignore[arg-type]  # as the table says
        await work.began.wait()
        with telling.listening():
            pass
        if not goes_on:
            await work.stopped.wait()
            await telling.wait()
            with pytest.raises(Broken):
                await heard(telling)
            return
        work.let_go.set()
        assert await heard(telling) == b"".join(FRAMES)

    run(scenario())


def test_one_who_comes_back_in_time_keeps_it_going() -> None:
    async def scenario() -> None:
        work, kept = Work(), tellings(grace_s=1)
        telling = kept.start("1", "me", work)
        await work.began.wait()
        with telling.listening():
            pass
        listener = asyncio.ensure_future(heard(telling))
        await asyncio.sleep(1.2)  # more than the grace: it must not ring
        work.let_go.set()
        assert await listener == b"".join(FRAMES)

    run(scenario())


def test_grace_ends() -> None:
    async def scenario() -> None:
        work, kept = Work(), tellings(grace_s=1)
        telling = kept.start("1", "me", work)
        await work.began.wait()
        with telling.listening():
            pass
        await work.stopped.wait()

    run(scenario())


def test_what_is_cancelled_at_once_may_still_say_its_last_words() -> None:
    async def scenario() -> None:
        work, kept = Work(), tellings()
        kept.start("1", "me", work).cancel()
        await work.stopped.wait()

    run(scenario())


def test_another_owner_finds_nothing() -> None:
    async def scenario() -> None:
        work, kept = Work(), tellings()
        telling = kept.start("1", "me", work)
        assert kept.find("1", "me") is telling
        assert kept.find("1", "you") is None
        hidden = kept.start("2", "me", Work(), can_resume=False)
        assert kept.find("2", "me") is None
        assert not hidden.is_over
        await kept.close()

    run(scenario())


def test_an_answer_that_ended_well_is_joined_until_it_must_make_room() -> None:
    async def scenario() -> None:
        kept = tellings(most=2)

        async def whole(telling: Telling) -> Answer | None:
            return Answer(200, b"all of it", "text/plain", {})

        telling = kept.start("1", "me", whole, joining=JOINING)
        await telling.wait()
        assert kept.join("me", JOINING) is telling
        assert kept.join("you", JOINING) is None
        with pytest.raises(BadRequest):
            kept.join("me", Joining("chat", "once", b"another"))
        assert kept.size == len(b"all of it")
        for id_ in ("2", "3"):
            kept.start(id_, "me", Work())
        assert kept.join("me", JOINING) is None
        assert kept.size == 0
        with pytest.raises(Overloaded, match="most is 2"):
            kept.start("4", "me", Work())
        await kept.close()

    run(scenario())


def test_one_that_is_being_cancelled_is_joined_no_more() -> None:
    async def scenario() -> None:
        kept, work = tellings(), Work()
        first = kept.start("1", "me", work, joining=JOINING)
        await work.began.wait()
        first.cancel()
        assert kept.join("me", JOINING) is None
        second = kept.start("2", "me", Work(), joining=JOINING)
        await first.wait()
        await asyncio.sleep(0)
        assert kept.join("me", JOINING) is second
        await kept.close()

    run(scenario())


def test_what_was_said_is_freed_when_it_made_room() -> None:
    async def scenario() -> None:
        kept, work = tellings(most=1), Work()
        work.let_go.set()
        telling = kept.start("1", "me", work, joining=JOINING)
        await heard(telling)
        journal = weakref.ref(telling.journal)
        del telling
        kept.start("2", "me", Work())
        gc.collect()
        assert journal() is None
        await kept.close()

    run(scenario())


def test_bytes_are_bounded_too() -> None:
    async def scenario() -> None:
        work, kept = Work(), tellings(max_bytes=len(FRAMES[0]))
        telling = kept.start("1", "me", work)
        await work.began.wait()
        with pytest.raises(Overloaded, match="max_bytes is"):
            kept.start("2", "me", Work())
        work.let_go.set()
        await telling.wait()
        assert kept.size == 0
        kept.start("2", "me", Work())
        await kept.close()

    run(scenario())
