"""The engine when it matters who comes first: deadlines, warm-ups, what is remembered."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from contextlib import aclosing
from dataclasses import replace

import numpy as np
import pytest

from edge.core.errors import TierStalled
from edge.core.types import Call, Sampling, Urgency
from local_models.client import LocalTier
from local_models.llama import Model
from local_models.llama_context import Context, Feed, StepInterrupted
from tests.local_models.asking import (
    TELLING,
    assert_same_but_for_ties,
    call,
    choose,
    endless,
    listen,
    user,
)
from tests.local_models.conftest import SLOTS

TEXT = "The river ran down to the sea, and the boats ran with it. "
CHOICES = ("Here is a summary of it.", "Let me explain it.")
SHORT = Sampling(temperature=0.0, max_tokens=3)


def draft(question: str, within_s: float, give_up_s: float | None = None) -> Call:
    now = time.monotonic()
    give_up_at = None if give_up_s is None else now + give_up_s
    return replace(choose(question, *CHOICES), urgency=Urgency(now + within_s, give_up_at))


def remembered(text: str, scope: str | None, sampling: Sampling = SHORT) -> Call:
    return replace(call(text, sampling=sampling), scope=scope)


# -- deadlines ---------------------------------------------------------------


def test_draft_takes_no_slot_from_replies_and_waits_for_none(tier: LocalTier) -> None:
    async def ask_a_full_engine() -> None:
        async with asyncio.TaskGroup() as group:
            running = [group.create_task(listen(tier, endless())) for _ in range(SLOTS)]
            while (await tier.info()).busy < SLOTS:
                pass
            heard = await listen(tier, draft("What is a river?", 30.0))
            assert heard.text in CHOICES
            assert not any(task.done() for task in running)
            for task in running:
                task.cancel()

    asyncio.run(ask_a_full_engine())


def test_draft_is_said_before_a_long_prompt_that_came_first(tier: LocalTier) -> None:
    async def ask_both() -> None:
        async with asyncio.TaskGroup() as group:
            long = group.create_task(listen(tier, call(TEXT * 30, sampling=SHORT)))
            while not (await tier.info()).busy:
                pass
            assert (await listen(tier, draft("Why?", 30.0))).text in CHOICES
            assert not long.done()
            long.cancel()

    asyncio.run(ask_both())


def test_draft_that_would_come_when_nobody_needs_it_is_refused(tier: LocalTier) -> None:
    async def ask() -> None:
        before = (await tier.info()).counts
        with pytest.raises(TierStalled, match="in time"):
            await listen(tier, draft(TEXT * 30, 0.01, give_up_s=0.02))
        after = (await tier.info()).counts
        assert (after.given_up, after.deadlines_missed) == (
            before.given_up + 1,
            before.deadlines_missed + 1,
        )
        assert (await tier.info()).busy == 0

    asyncio.run(ask())


def test_deadlines_met_are_counted(tier: LocalTier) -> None:
    async def ask() -> None:
        before = (await tier.info()).counts
        await listen(tier, draft("What is a boat?", 60.0))
        after = (await tier.info()).counts
        assert after.deadlines_met == before.deadlines_met + 1
        assert after.steps > before.steps
        assert after.read_tokens > before.read_tokens

    asyncio.run(ask())


# -- what is remembered ------------------------------------------------------


def test_growing_text_is_read_where_it_has_grown(tier: LocalTier) -> None:
    async def ask_twice() -> None:
        first = await listen(tier, remembered(TEXT * 8, "me"))
        grown = await listen(tier, remembered(TEXT * 8 + "So did we", "me"))
        assert first.usage.input - 10 < grown.usage.cached < grown.usage.input
        alone = await listen(tier, remembered(TEXT * 8 + "So did we", None))
        assert grown.text == alone.text

    asyncio.run(ask_twice())


def test_nobody_finds_what_another_scope_has_read(tier: LocalTier) -> None:
    async def ask_for_two() -> None:
        head = (await tier.info()).head
        await listen(tier, remembered(TEXT * 9, "me"))
        assert (await listen(tier, remembered(TEXT * 9, "you"))).usage.cached == head
        assert (await listen(tier, remembered(TEXT * 9, None))).usage.cached == head
        assert (await listen(tier, remembered(TEXT * 9, "me"))).usage.cached > head

    asyncio.run(ask_for_two())


def test_what_was_warmed_is_not_read_again(tier: LocalTier) -> None:
    async def warm_and_ask() -> None:
        await tier.warm((user("Once more. " + TEXT * 7),), "me")
        heard = await listen(tier, remembered("Once more. " + TEXT * 7 + "What now?", "me"))
        assert heard.usage.cached > heard.usage.input - 20

    asyncio.run(warm_and_ask())


def test_what_a_warm_up_was_reading_when_it_was_called_off_is_not_lost(tier: LocalTier) -> None:
    async def warm_call_off_and_ask() -> None:
        text = "Nearly. " + TEXT * 20
        before = (await tier.info()).counts
        warming = asyncio.create_task(tier.warm((user(text),), "me"))
        while not (await tier.info()).busy:
            pass
        warming.cancel()
        heard = await listen(tier, remembered(text, "me"))
        assert heard.usage.cached > (await tier.info()).head
        assert (await tier.info()).counts.interrupted == before.interrupted

    asyncio.run(warm_call_off_and_ask())


def test_those_who_come_together_read_what_they_share_once(tier: LocalTier) -> None:
    async def ask_together() -> None:
        questions = [f"All at once. {TEXT * 9}{last}" for last in ("Why?", "How so?", "When?")]
        calls = [call(question, sampling=TELLING) for question in questions]
        heard = await asyncio.gather(*(listen(tier, replace(it, scope="us")) for it in calls))
        unread = sorted(one.usage.input - one.usage.cached for one in heard)
        assert unread[0] <= unread[1] <= 40 < 100 < unread[2]
        for asked, beside in zip(calls, heard, strict=True):
            assert_same_but_for_ties((await listen(tier, asked)).logprobs, beside.logprobs)

    asyncio.run(ask_together())


def test_prompt_is_copied_from_a_reply_that_is_still_written(tier: LocalTier) -> None:
    async def ask_beside() -> None:
        story = replace(endless("A story. " + TEXT * 5), scope="me")
        async with aclosing(tier.stream(story)) as pieces:
            await anext(pieces)
            heard = await listen(tier, remembered("A story. " + TEXT * 5 + "Why?", "me"))
            assert heard.usage.cached > heard.usage.input - 20
        alone = await listen(tier, remembered("A story. " + TEXT * 5 + "Why?", None))
        assert heard.text == alone.text

    asyncio.run(ask_beside())


@pytest.fixture
def context(model: Model) -> Iterator[Context]:
    context = Context(model, sequences=3, context=512, batch=128, threads=1)
    yield context
    context.close()


def test_logits_after_a_copied_prefix_are_those_after_an_own_one(
    model: Model, context: Context
) -> None:
    """With the same borders between chunks, to the last bit."""
    tokens = model.tokenize(TEXT * 6, parse_special=False)
    chunks = [(at, tokens[at : at + 32]) for at in range(0, 96, 32)]

    def read(sequence: int, start: int) -> np.ndarray:
        for at, chunk in chunks[start:]:
            (output,) = context.decode([Feed(sequence, at, chunk, wants_logits=True)])
        return output.logits.copy()

    own = read(0, 0)
    context.copy(0, 1)
    context.cut(1, 64)
    assert np.array_equal(read(1, 2), own)
    context.cut(0, 32)
    assert np.array_equal(read(0, 1), own)


# -- the load ----------------------------------------------------------------


def test_load_is_told_at_once_and_when_it_changes(tier: LocalTier) -> None:
    async def watch() -> None:
        async with aclosing(tier.loads()) as loads:
            idle = await anext(loads)
            assert (idle.common_s, idle.urgent_s) == (0, 0)
            async with aclosing(tier.stream(endless())) as story:
                await anext(story)
                while not (await anext(loads)).common_s:
                    pass
            while (await anext(loads)).common_s:
                pass

    asyncio.run(watch())


# -- stopping a step ---------------------------------------------------------


def test_step_that_is_stopped_can_be_made_again(model: Model, context: Context) -> None:
    tokens = model.tokenize(TEXT * 6, parse_special=False)[:64]
    (output,) = context.decode([Feed(0, 0, tokens[:32], wants_logits=True)])
    (output,) = context.decode([Feed(0, 32, tokens[32:], wants_logits=True)])
    expected = output.logits.copy()
    context.cut(0, 32)
    context.interrupt()
    with pytest.raises(StepInterrupted):
        context.decode([Feed(0, 32, tokens[32:], wants_logits=True)])
    context.resume()
    (output,) = context.decode([Feed(0, 32, tokens[32:], wants_logits=True)])
    assert np.array_equal(output.logits, expected)
