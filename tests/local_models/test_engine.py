"""The engine with many callers at once, asked through its socket."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from dataclasses import replace
from itertools import accumulate

import pytest

from edge.core.errors import TierRejected
from edge.core.types import Call, FinishReason, Message, Piece, Sampling, TextPart
from local_models.client import LocalTier
from tests.local_models.asking import (
    ENDLESS,
    GREEDY,
    TELLING,
    assert_same_but_for_ties,
    call,
    choose,
    endless,
    listen,
    user,
)
from tests.local_models.conftest import SLOTS

QUESTIONS = (
    "What is the capital of France?",
    "How do I boil an egg?",
    "Why is the sky blue?",
    "Name three fruits.",
    "Who was Napoleon?",
)
LONG_PROMPT = "Summarize this. " + "The river ran down to the sea, and the boats ran with it. " * 30


# -- several callers ---------------------------------------------------------


def test_every_one_of_several_callers_hears_what_it_would_hear_alone(tier: LocalTier) -> None:
    async def ask_all() -> None:
        calls = [call(question, sampling=TELLING) for question in QUESTIONS]
        alone = [await listen(tier, asked) for asked in calls]
        together = await asyncio.gather(*(listen(tier, asked) for asked in calls))
        for one, other in zip(alone, together, strict=True):
            assert_same_but_for_ties(one.logprobs, other.logprobs)

    assert len(QUESTIONS) > SLOTS
    asyncio.run(ask_all())


def test_a_short_question_is_answered_while_a_long_prompt_is_read(tier: LocalTier) -> None:
    async def ask_both() -> None:
        async with asyncio.TaskGroup() as group:
            long = group.create_task(listen(tier, call(LONG_PROMPT)))
            await until(tier, busy=1)
            short = await listen(tier, call("Hi", sampling=replace(GREEDY, max_tokens=3)))
            assert short.text
            assert not long.done()
            long.cancel()

    asyncio.run(ask_both())


def test_a_reply_goes_on_while_a_long_prompt_is_read(tier: LocalTier) -> None:
    async def ask_both() -> None:
        async with aclosing(tier.stream(endless())) as story:
            await anext(story)
            before = (await tier.info()).counts
            await first_text(tier, call(LONG_PROMPT))
            after = (await tier.info()).counts
            assert after.steps - before.steps > 3
            assert after.paused == before.paused
            await anext(story)

    asyncio.run(ask_both())


def test_who_waits_for_a_slot_gets_one_in_order(tier: LocalTier) -> None:
    async def ask_more_than_fit() -> list[str]:
        order: list[str] = []

        async def wait_in_line(name: str) -> None:
            await first_text(tier, endless(name))
            order.append(name)

        async with asyncio.TaskGroup() as group:
            running = [group.create_task(listen(tier, endless())) for _ in range(SLOTS)]
            await until(tier, busy=SLOTS)
            for place, name in enumerate(("first", "second", "third"), start=1):
                group.create_task(wait_in_line(name))
                await until(tier, waiting=place)
            running[1].cancel()
            await until(tier, waiting=0)
            for task in running:
                task.cancel()
        return order

    assert asyncio.run(ask_more_than_fit()) == ["first", "second", "third"]


# -- cancelling --------------------------------------------------------------


def test_a_cancelled_reply_frees_its_slot(tier: LocalTier) -> None:
    async def leave_early() -> None:
        for _ in range(SLOTS):
            await first_text(tier, endless())
        heard = await listen(tier, call("Hi", sampling=replace(GREEDY, max_tokens=2)))
        assert heard.reason in FinishReason  # long before those stories could have ended
        assert (await tier.info()).busy == 0

    asyncio.run(leave_early())


def test_a_prompt_that_is_still_being_read_is_dropped_when_its_caller_leaves(
    tier: LocalTier,
) -> None:
    async def leave_while_it_reads() -> None:
        async with asyncio.TaskGroup() as group:
            long = group.create_task(listen(tier, call(LONG_PROMPT)))
            await until(tier, busy=1)
            long.cancel()
        await listen(tier, call("Hi", sampling=replace(GREEDY, max_tokens=2)))
        assert (await tier.info()).busy == 0

    asyncio.run(leave_while_it_reads())


def test_who_leaves_the_line_is_not_waited_for(tier: LocalTier) -> None:
    async def leave_the_line() -> None:
        async with asyncio.TaskGroup() as group:
            running = [group.create_task(listen(tier, endless())) for _ in range(SLOTS)]
            await until(tier, busy=SLOTS)
            waiting = group.create_task(listen(tier, endless()))
            await until(tier, waiting=1)
            waiting.cancel()
            await until(tier, waiting=0)
            assert (await tier.info()).busy == SLOTS
            for task in running:
                task.cancel()

    asyncio.run(leave_the_line())


# -- one reply ---------------------------------------------------------------


def test_a_reply_that_the_model_ends_stops_there(tier: LocalTier) -> None:
    heard = asyncio.run(listen(tier, call("Name three fruits.")))
    assert heard.reason is FinishReason.STOP
    assert heard.usage.output == sum(1 for _ in heard.texts)  # one token each: plain ASCII


def test_usage_counts_the_prompt_what_was_read_in_advance_and_the_reply(tier: LocalTier) -> None:
    async def ask() -> None:
        head = (await tier.info()).head
        heard = await listen(tier, call("Hi", sampling=replace(GREEDY, max_tokens=5)))
        assert heard.reason is FinishReason.LENGTH
        assert (heard.usage.cached, heard.usage.output) == (head, 5)
        assert head < heard.usage.input < head + 10
        assert heard.usage.reported

    asyncio.run(ask())


def test_a_system_message_replaces_what_was_read_in_advance(tier: LocalTier) -> None:
    system = Message("system", (TextPart("You only say yes."),))

    async def ask() -> None:
        before = await listen(tier, call("Are you there?"))
        with_system = await listen(tier, call(system, user("Are you there?")))
        assert with_system.usage.cached == 0
        assert await listen(tier, call("Are you there?")) == before

    asyncio.run(ask())


def test_a_reply_that_is_asked_for_whole_comes_in_one_piece(tier: LocalTier) -> None:
    async def ask_both_ways() -> None:
        streamed = await listen(tier, call("Name three fruits."))
        whole = await listen(tier, replace(call("Name three fruits."), stream=False))
        assert len(streamed.texts) > 1
        assert len(whole.texts) == 1
        assert (whole.text, whole.usage, whole.reason) == (
            streamed.text, streamed.usage, streamed.reason,
        )  # fmt: skip

    asyncio.run(ask_both_ways())


@pytest.mark.parametrize("space", ["", " "])
@pytest.mark.parametrize("words", [1, 3, 6])
def test_a_prefix_is_continued_as_if_the_model_had_said_it(
    tier: LocalTier, words: int, space: str
) -> None:
    async def ask_in_two() -> None:
        asked = call("Why is the sky blue?", sampling=TELLING)
        whole = await listen(tier, asked)
        prefix = " ".join(whole.text.split(" ")[:words])
        rest = await listen(tier, replace(asked, prefix=prefix + space))
        assert rest.text.startswith(" ") != bool(space)
        tokens = list(accumulate(entry.token for entry in whole.logprobs)).index(prefix) + 1
        assert_same_but_for_ties(whole.logprobs[tokens:], rest.logprobs)

    asyncio.run(ask_in_two())


def test_a_stop_string_across_tokens_ends_the_reply_unseen(tier: LocalTier) -> None:
    async def ask_and_stop() -> None:
        whole = await listen(tier, call("Why is the sky blue?"))
        middle = whole.texts[4].text + whole.texts[5].text  # two tokens' words
        assert middle in whole.text
        stop = middle[1:-1]
        sampling = replace(GREEDY, stop=(stop,))
        heard = await listen(tier, call("Why is the sky blue?", sampling=sampling))
        assert heard.text == whole.text[: whole.text.index(stop)]
        assert heard.reason is FinishReason.STOP

    asyncio.run(ask_and_stop())


def test_characters_of_several_tokens_come_whole(tier: LocalTier) -> None:
    party = "🎉🎉🎉🎉🎉🎉"
    asked = replace(call(f"Repeat after me: {party}{party}"), prefix=party)
    heard = asyncio.run(listen(tier, asked))
    assert "🎉" in heard.text
    assert "\ufffd" not in heard.text
    assert len(heard.texts) < heard.usage.output  # some tokens had only a part of one


def test_logprobs_are_those_of_the_models_own_distribution(tier: LocalTier) -> None:
    sampling = Sampling(temperature=0.0, max_tokens=6, logprobs=True, top_logprobs=3)
    heard = asyncio.run(listen(tier, call("Why is the sky blue?", sampling=sampling)))
    entries = [entry for text in heard.texts for entry in text.logprobs]
    assert "".join(entry.token for entry in entries) == heard.text
    for entry in entries:
        assert (entry.token, entry.logprob) == entry.top[0]  # greedy takes the likeliest
        assert [logprob for _, logprob in entry.top] == sorted(
            (logprob for _, logprob in entry.top), reverse=True
        )
        assert all(logprob <= 0 for _, logprob in entry.top)


def test_the_same_seed_says_the_same(tier: LocalTier) -> None:
    def ask(seed: int) -> str:
        sampling = Sampling(temperature=1.5, top_p=1.0, seed=seed, max_tokens=16)
        return asyncio.run(listen(tier, call("Tell me a story.", sampling=sampling))).text

    assert ask(1) == ask(1)
    assert len({ask(seed) for seed in range(4)}) > 1


def test_penalties_keep_a_reply_from_looping(tier: LocalTier) -> None:
    def words(presence: float) -> list[str]:
        sampling = replace(ENDLESS, max_tokens=60, presence_penalty=presence)
        return asyncio.run(listen(tier, call("Say no.", sampling=sampling))).text.split()

    assert len(set(words(2.0))) > len(set(words(0.0)))


def test_a_reply_ends_with_length_when_the_context_is_full(tier: LocalTier) -> None:
    async def fill_the_context() -> None:
        size = (await tier.info()).context
        words = "word " * (size - 60)
        heard = await listen(tier, call(words, sampling=ENDLESS))
        assert heard.reason is FinishReason.LENGTH
        assert heard.usage.input + heard.usage.output == size

    asyncio.run(fill_the_context())


# -- choices -----------------------------------------------------------------


@pytest.mark.parametrize("question", QUESTIONS)
def test_only_one_of_the_choices_is_ever_said(tier: LocalTier, question: str) -> None:
    choices = (
        "Let me explain.",
        "Let me explain it step by step.",
        "Let's look at eggs.",
        "Let's look at egg whites.",
        "Here is a list.",
        "Здесь список 🎉.",
    )
    heard = asyncio.run(listen(tier, choose(question, *choices)))
    assert heard.text in choices
    assert heard.reason is FinishReason.STOP


def test_the_model_picks_the_choice_that_fits(tier: LocalTier) -> None:
    choices = ("Here is a poem about the sea.", "Here is a recipe for soup.")
    questions = ("Write a poem about the sea.", "How do I cook soup?")
    said = [asyncio.run(listen(tier, choose(q, *choices))).text for q in questions]
    assert said == list(choices)


@pytest.mark.parametrize("choices", [("Yes", "Yes, of course"), ("Yes, of course", "Yes")])
def test_a_choice_may_be_the_beginning_of_another(
    tier: LocalTier, choices: tuple[str, ...]
) -> None:
    heard = asyncio.run(listen(tier, choose("Is water wet?", *choices)))
    assert heard.text in choices


def test_a_single_choice_needs_no_slot(tier: LocalTier) -> None:
    async def ask_a_full_engine() -> None:
        async with asyncio.TaskGroup() as group:
            running = [group.create_task(listen(tier, endless())) for _ in range(SLOTS)]
            await until(tier, busy=SLOTS)
            heard = await listen(tier, choose("Why?", "Let me explain.", "Let me explain."))
            assert heard.text == "Let me explain."
            assert (await tier.info()).busy == SLOTS
            for task in running:
                task.cancel()

    asyncio.run(ask_a_full_engine())


# -- what it cannot do -------------------------------------------------------


@pytest.mark.parametrize("words", [1000, 50_000])  # on the event loop, and beside it
def test_a_prompt_beyond_the_context_is_refused_with_both_numbers(
    tier: LocalTier, words: int
) -> None:
    async def ask_too_much() -> None:
        info = await tier.info()
        with pytest.raises(TierRejected) as caught:
            await listen(tier, call(" ".join(["word"] * words)))
        assert caught.value.own_limit
        tokens = (await listen(tier, call("word"))).usage.input + words - 1
        assert str(info.context) in str(caught.value)
        assert str(tokens) in str(caught.value)

    asyncio.run(ask_too_much())


def test_a_token_that_the_model_does_not_have_cannot_be_biased(tier: LocalTier) -> None:
    sampling = Sampling(logit_bias={"100000": 5.0})
    with pytest.raises(TierRejected, match="logit_bias"):
        asyncio.run(listen(tier, call("Hi", sampling=sampling)))


# -- helpers -----------------------------------------------------------------


async def first_text(tier: LocalTier, asked: Call) -> Piece:
    """And leaves."""
    async with aclosing(tier.stream(asked)) as pieces:
        return await anext(pieces)


async def until(tier: LocalTier, *, busy: int | None = None, waiting: int | None = None) -> None:
    """The engine tells its load only when asked."""
    while True:
        info = await tier.info()
        if busy in (None, info.busy) and waiting in (None, info.waiting):
            return
