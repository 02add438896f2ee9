"""What the matrix's tables and pictures make of a few replies."""

from __future__ import annotations

from bench.answers import answer_to
from bench.fault_cells import WITH_FENCE, Cell, Expect, Faulty
from bench.fault_outcome import judge
from bench.fault_report import report_of
from bench.reader import Told, Words
from bench.report import Matrix, text_of
from edge.core.plan import Strategy

TEXT = answer_to(WITH_FENCE).text


def told(text: str, finish_reason: str = "stop", error: str = "") -> Told:
    return Told([Words(0.1, text)], 0.5, finish_reason, error)


def test_each_box_has_the_worst_of_its_replies_and_how_many_were_whole() -> None:
    seen = [
        ("none", told(TEXT), "continues", Expect.WHOLE, "healthy"),
        ("cut", told(TEXT), "continues", Expect.WHOLE, "alone"),
        ("cut", told(TEXT[:99]), "continues", Expect.WHOLE, "alone"),
        ("stall", told(TEXT), "continues", Expect.WHOLE, "alone"),
        ("lost", told(TEXT[5:]), "continues", Expect.ANY, "alone"),
        ("endless", told(TEXT + " and so on", "length"), "continues", Expect.LENGTH, "alone"),
        ("cut", told(TEXT[:99], error="nobody is left"), None, Expect.HONEST, "nobody behind"),
    ]
    report = report_of(
        [
            judge(Cell(variant, WITH_FENCE, Faulty(fault, "mid-word"), behind, expect), reply)
            for fault, reply, behind, expect, variant in seen
        ],
        "one a second",
    )
    backed, by_way, alone = report.plots
    assert isinstance(backed, Matrix) and isinstance(by_way, Matrix) and isinstance(alone, Matrix)
    assert backed.rows == ("stall", "cut", "endless", "lost")  # as in the catalogue
    boxes = {row: box for (row, _), box in backed.cells.items()}
    assert boxes == {
        "cut": (3, "1/2"),
        "stall": (0, "1/1"),
        "lost": (2, "0/1"),
        "endless": (1, "0/1"),
    }
    assert alone.cells == {("cut", "mid-word"): (1, "0/1")}
    assert by_way.cells == {("target, chat", "mid-word"): (3, "2/5")}
    assert [limit.value for limit in report.limits] == [1, 1, 0, 0]
    text = text_of("faults", "?", report)
    assert "by strategy and door" in text and "by fault and phase" in text


def test_what_is_not_as_expected_is_told_with_what_became_of_each_leg() -> None:
    reply = told(TEXT[:99])
    first = {"model": "sim/cut-a", "outcome": "failed", "error": "sim/cut-a: no text for 2 s"}
    reply.report = {"legs": [first, {"model": "local", "outcome": "stop", "error": None}]}
    unfinished = Told([Words(0.1, "Well", "target", 1)], error="not ended within 60 s")
    cell = Cell("alone", WITH_FENCE, Faulty("cut"), "continues", Expect.WHOLE)
    healthy = Cell("healthy", WITH_FENCE, Faulty("none"), "continues", Expect.WHOLE)
    outcomes = [judge(healthy, told(TEXT)), judge(cell, reply), judge(cell, unfinished)]
    *_, missed = report_of(outcomes, "one a second").tables
    assert [row[-1] for row in missed.rows] == ["no text for 2 s; stop", "target 1 spoke"]


def test_a_strategy_that_never_showed_an_opening_is_no_proof_of_its_seams() -> None:
    def unopened(*replies: Told) -> float:
        cell = Cell(
            "healthy",
            WITH_FENCE,
            Faulty("none"),
            "continues",
            Expect.WHOLE,
            strategy=Strategy.PREAMBLE,
        )
        return report_of([judge(cell, reply) for reply in replies], "").limits[-1].value

    opened = Told([Words(0.1, "Let me see.", "draft"), Words(0.2, TEXT, "target")], 0.5, "stop")
    assert unopened(told(TEXT), told(TEXT)) == 1
    assert unopened(told(TEXT), opened) == 0
