"""Where the matrix breaks a reply, and what it makes of one."""

from __future__ import annotations

import pytest

from bench.answers import answer_to
from bench.dead_ends import DEAD_ENDS
from bench.fault_cells import (
    CHINESE,
    PHASES,
    STRATEGIES,
    WITH_FENCE,
    Cell,
    Expect,
    Faulty,
    cells,
    cells_alone,
    place_of,
)
from bench.fault_doors import Door
from bench.fault_outcome import difference, judge
from bench.faults import FAULTS, NO_FAULT
from bench.knobs import Knobs, turned_by_model_id
from bench.reader import Told, Words
from classifier.rules import judge as judge_by_rules
from edge.core.openings.framing import frames
from edge.core.plan import Strategy
from edge.core.types import Message, Request, TextPart

TEXT = answer_to(WITH_FENCE).text


def told(text: str, finish_reason: str = "stop", error: str = "") -> Told:
    return Told([Words(0.1, text)], 0.1, finish_reason, error)


def cell(expect: Expect = Expect.WHOLE, strategy: Strategy = Strategy.TARGET) -> Cell:
    return Cell("alone", WITH_FENCE, Faulty("cut"), None, expect, strategy=strategy)


def test_places_are_where_their_names_say() -> None:
    place = {phase: place_of(phase, TEXT) for phase in PHASES}
    assert place["before text"] == 0
    assert TEXT[: place["first sentence"]].isprintable()
    assert "." not in TEXT[: place["first sentence"]]
    word = place["mid-word"]
    assert word is not None
    assert TEXT[word - 1].isalnum()
    assert TEXT[word].isalnum()
    assert TEXT[: place["in a fence"]].count("```") == 1
    assert place["last chunk"] == len(TEXT) - 2
    assert place["before the end"] == len(TEXT)


def test_the_question_that_is_asked_with_every_strategy_has_an_opening() -> None:
    request = Request("r", "auto", (Message("user", (TextPart(WITH_FENCE),)),))
    assert frames(WITH_FENCE, judge_by_rules(request))


def test_a_text_without_a_fence_is_not_broken_in_one() -> None:
    assert place_of("in a fence", answer_to(CHINESE).text) is None


@pytest.mark.parametrize("quick", [True, False])
def test_every_fault_has_a_cell_and_every_model_is_one_of_the_simulators(quick: bool) -> None:
    asked = [*cells(quick), *cells_alone(quick)]
    assert {*FAULTS, *DEAD_ENDS} - {NO_FAULT} <= {each.faulty.fault for each in asked}
    for each in asked:
        first = each.models[0]
        if each.faulty.fault not in DEAD_ENDS:
            assert turned_by_model_id(Knobs(), first.id).fault == each.faulty.fault


@pytest.mark.parametrize("quick", [True, False])
def test_every_strategy_is_asked_for_through_every_door_that_has_it(quick: bool) -> None:
    asked = {(each.strategy, each.door) for each in cells(quick)}
    assert {strategy for strategy, _ in asked} == set(STRATEGIES)
    for strategy in STRATEGIES:
        is_alone = strategy is Strategy.TARGET
        doors = {door for door in Door if is_alone or door.has_openings}
        assert {door for its, door in asked if its is strategy} == doors


def test_no_two_cells_share_a_model() -> None:
    names = [
        model.name
        for each in (*cells(quick=False), *cells_alone(quick=False))
        for model in each.models
    ]
    assert len(names) == len(set(names))


def test_words_lost_and_words_too_many_are_counted_apart() -> None:
    assert difference("one two three four", "one three four") == (1, 0)
    assert difference("one two three", "one two two three") == (0, 1)
    assert difference("one two", "one twotwo") == (1, 1)


def test_a_whole_reply_is_one_that_differs_in_nothing() -> None:
    assert judge(cell(), told(TEXT)).is_as_expected
    assert not judge(cell(), told(TEXT + " ")).is_as_expected
    assert not judge(cell(), told(TEXT, "length")).is_as_expected
    assert not judge(cell(), told(TEXT, error="broken")).is_as_expected


def test_a_truncated_reply_is_honest_only_as_another_end_than_stop() -> None:
    honest = cell(Expect.HONEST)
    assert not judge(honest, told(TEXT[:40])).is_as_expected
    assert judge(honest, told(TEXT[:40], error="nobody is left")).is_as_expected
    assert judge(honest, told(TEXT[:40], "length")).is_as_expected


def test_an_opening_is_not_taken_for_the_answer() -> None:
    opened = Told([Words(0.1, "Let's see.", "draft"), Words(0.2, "\n\n" + TEXT, "target")], 0.3)
    opened.finish_reason = "stop"
    assert judge(cell(strategy=Strategy.PREAMBLE), opened).is_as_expected
