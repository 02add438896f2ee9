"""A benchmark's report: what it says to people, to scripts, and to the shell."""

from __future__ import annotations

import json

from bench.report import SUMMARY, Limit, Report, Table, json_of, median, summary, text_of

TABLE = Table("ms", ("", "n", "P50", "who"), (("first", 3, 1234.5, "local"), ("last", 3, 7, "-")))


def report(*limits: Limit) -> Report:
    return Report(load="ten a second", tables=(TABLE,), limits=limits, notes=("a fake",))


def test_the_text_has_the_question_the_load_the_table_and_what_was_missed() -> None:
    text = text_of("x", "How fast?", report(Limit("P50", 80.5, 80, " ms"), Limit("P95", 1, 2)))
    assert text.startswith("x: How fast?\n\nmachine: ")
    assert "load:    ten a second\ncommit:  " in text
    assert "MISSED  P50: 80.5 ms (limit 80 ms)" in text
    assert "holds   P95: 1 (limit 2)" in text
    assert "note: a fake" in text


def test_columns_of_numbers_stand_to_the_right_and_words_to_the_left() -> None:
    lines = text_of("x", "?", report()).splitlines()
    at = lines.index("ms")
    assert lines[at + 1] == "       n      P50  who"
    assert lines[at + 3 : at + 5] == ["first  3  1,234.5  local", "last   3        7  -"]


def test_the_json_holds_the_figures_of_the_table() -> None:
    figures = json.loads(json.dumps(json_of("x", "How fast?", report(Limit("P50", 81, 80)))))
    assert figures["tables"]["ms"][0] == {"": "first", "n": 3, "P50": 1234.5, "who": "local"}
    assert figures["limits"][0] == {
        "name": "P50",
        "value": 81,
        "limit": 80,
        "unit": "",
        "holds": False,
    }
    assert figures["holds"] is False
    assert {"bench", "question", "machine", "load", "commit", "notes"} <= figures.keys()


def test_a_figure_that_is_not_there_holds_no_limit() -> None:
    missing = report(Limit("P50", median([]), 80))
    assert not missing.holds
    assert json_of("x", "?", missing)["limits"][0]["value"] is None


def test_a_report_without_limits_holds() -> None:
    assert report().holds


def test_a_summary_counts_and_orders() -> None:
    assert dict(zip(SUMMARY, summary([3.0, 1.0, 2.0]), strict=True)) == {
        "n": 3,
        "P50": 2.0,
        "P90": 2.8,
        "P95": 2.9,
        "P99": 3.0,
        "max": 3.0,
    }
    assert summary([])[:2] == (0, "-")
