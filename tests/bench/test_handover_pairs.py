"""Which openings stand above which answers, and how they are counted."""

from __future__ import annotations

from bench.benefit_sets import Answered
from bench.handover import STRATEGIES
from bench.handover_pairs import handover_table, pairs, shipped_texts
from bench.questions import SHORT_QUESTIONS

ROBE = Answered(
    "How many bolts?",
    "The robe takes 2 bolts of blue and 1,200.50 of white. That is 1,202.50 in all.",
    "A robe takes 2 bolts of fiber. #### 3",
)


def test_an_answer_is_opened_in_every_way() -> None:
    made = {pair.kind: pair for pair in pairs([ROBE], {ROBE.prompt: "A robe is long."}, {})}
    assert made["its own first sentence"].opening == (
        "The robe takes 2 bolts of blue and 1,200.50 of white."
    )
    assert made["the same, a number wrong"].opening == (
        "The robe takes 2 bolts of blue and 1201 of white."
    )
    assert made["another model's first sentence"].opening == "A robe takes 2 bolts of fiber."
    assert made["another model's result"].opening == "The answer is 3."
    assert made["the small model's prose"].opening == "A robe is long."
    assert {kind for kind, pair in made.items() if pair.disagrees} == {
        "the same, a number wrong",
        "another model's result",
    }


def test_frames_stand_above_the_texts_that_ship() -> None:
    question = SHORT_QUESTIONS[0]
    made = list(pairs([ROBE], {}, {question: "Let's look at the tides."}))
    framed = [pair for pair in made if pair.level == "frame" and pair.opening]
    assert [(pair.prompt, pair.text) for pair in framed] == [(question, shipped_texts()[question])]


def test_without_data_the_texts_that_ship_serve() -> None:
    kinds = {pair.kind for pair in pairs([], {}, {})}
    assert "its own first sentence" in kinds and "another model's result" not in kinds


def test_every_strategy_and_kind_has_a_row_and_empty_openings_none() -> None:
    table = handover_table(list(pairs([ROBE], {}, {})))
    rows = [dict(zip(table.columns, cells, strict=True)) for cells in table.rows]
    assert len(rows) == 4 * len(STRATEGIES)
    own = next(
        row
        for row in rows
        if (row["strategy"], row["the opening is"]) == ("preamble", "its own first sentence")
    )
    assert (own["replies"], own["told twice"], own["with words skipped"]) == (1, 1, 0)
