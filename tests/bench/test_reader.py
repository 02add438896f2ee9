"""What a reader notes of a stream."""

from __future__ import annotations

import asyncio

import aiohttp

from bench.answers import answer_to
from bench.reader import Told, Words, listen
from bench.simulator_process import SimulatorHandle
from bench.trace import runs

PROMPT = "Why does the sea have tides?"


def told_by(sim: SimulatorHandle, model: str) -> Told:
    async def ask() -> Told:
        async with aiohttp.ClientSession() as session:
            messages = [{"role": "user", "content": PROMPT}]
            return await listen(session, sim.base_url, {"model": model, "messages": messages})

    return asyncio.run(ask())


def test_a_whole_reply_is_heard_word_for_word(sim: SimulatorHandle) -> None:
    told = told_by(sim, "sim?split=1")
    assert told.text == answer_to(PROMPT).text
    assert (told.error, told.finish_reason) == ("", "stop")
    assert told.first_text_s() == told.words[0].at_s <= told.ended_s


def test_a_reply_that_is_no_whole_one_is_an_error(sim: SimulatorHandle) -> None:
    assert told_by(sim, "sim?fault=end_early").error == "ended without a finish"
    assert told_by(sim, "sim?fault=no_finish").error == "ended without a finish"
    assert "had an error" in told_by(sim, "sim?fault=error").error
    assert "status 503" in told_by(sim, "sim?fault=503").error
    assert "lost" in told_by(sim, "sim?fault=cut").error


def test_a_sentence_is_there_with_its_last_character() -> None:
    words = [Words(1.0, "It is 3"), Words(2.0, ".5"), Words(3.0, " cm."), Words(4.0, " High.")]
    assert Told(words=words).first_sentence_s() == 3.0


def test_words_that_make_no_sentence_are_none() -> None:
    assert Told(words=[Words(1.0, "Hm,")]).first_sentence_s() is None
    assert Told().first_sentence_s() is None


def test_words_are_told_apart_by_tier_and_leg() -> None:
    words = [
        Words(1.0, "Let me see.", "draft", 0),
        Words(2.0, "\n\nIt", "target", 1),
        Words(3.0, " rains.", "target", 1),
        Words(4.0, " Often.", "target", 2),
    ]
    told = Told(words=words)
    assert told.first_sentence_s(told.of_tier("target")) == 3.0
    assert [[each.at_s for each in run] for run in runs(words)] == [[1.0], [2.0, 3.0], [4.0]]
