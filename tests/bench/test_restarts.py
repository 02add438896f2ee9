"""What `prelude bench seams` counts of restarts and prefaces, on a few that are known."""

from __future__ import annotations

import json
from pathlib import Path

from bench.report import Table
from bench.restarts import Written, judge_told, judge_written, read_written

SHOWN = "Heat pumps move warmth from the cold air outside into the house."
AGAIN = "A heat pump moves warmth into the house from cold air outside. It is cheap."
REST = "In winter their output falls, so size them with care."


def written(kind: str, said: str, preface: str = "", shown: str = SHOWN) -> Written:
    return Written("en", kind, "sentence end", shown, preface + said, preface)  # type: ignore[arg-type]  # a word of the file


def rows(tables: tuple[Table, ...], title: str) -> list[tuple[object, ...]]:
    (table,) = (table for table in tables if table.name.startswith(title))
    return list(table.rows)


def test_a_restart_is_caught_or_missed() -> None:
    found = judge_written([written("restart", AGAIN), written("restart", REST)])
    told = rows(found.tables, "restarts")
    assert told == [("en", "sentence end", 2, 1, "50.00")]


def test_an_honest_rest_that_is_taken_is_told_and_misses_the_limit() -> None:
    good = judge_written([written("honest", REST)])
    assert rows(good.tables, "honest") == [("en", "sentence end", 1, 0, "0.00")]
    assert all(limit.holds for limit in good.limits)
    bad = judge_written([written("honest", f"{SHOWN} {REST}")])
    assert rows(bad.tables, "honest") == [("en", "sentence end", 1, 1, "100.00")]
    assert not any(limit.holds for limit in bad.limits)
    assert "taken for a restart" in bad.notes[0]


def test_an_honest_rest_that_loses_its_first_words_is_told_too() -> None:
    cut = judge_written([written("honest", "Here is the rest: of it.")])
    assert rows(cut.tables, "honest") == [("en", "sentence end", 1, 0, "0.00")]  # it has its space
    assert rows(cut.tables, "the same") == [("en", "sentence end", 1, 1, "100.00")]


def test_prefaces_are_cut_exactly_or_missed() -> None:
    found = judge_written(
        [
            written("preface", REST, "Sure! Here is the rest:\n\n"),
            written("preface", REST, "As to the matter at hand, then:\n\n"),
            written("preface", AGAIN, "Sure! Here is the rest:\n\n"),
            written("preface", "Continuing: " + REST, "Of course. Here is the rest:\n"),
        ]
    )
    assert rows(found.tables, "prefaces") == [("en", 4, 2, 1, 0, 0, 1)]


def test_pairs_are_read_whether_or_not_the_preface_stands_in_front(tmp_path: Path) -> None:
    row = {"id": "1", "language": "en", "kind": "preface", "place": "inside", "shown": SHOWN}
    lines = [row | {"preface": "Sure! ", "next": said} for said in ("it is", "Sure! it is")]
    path = tmp_path / "pairs.jsonl"
    path.write_text("# by hand\n" + "".join(json.dumps(line) + "\n" for line in lines))
    assert [(pair.next, pair.rest) for pair in read_written(path)] == [("Sure! it is", "it is")] * 2


def test_every_other_pair_of_models_answers_is_unseen() -> None:
    text = SHOWN + " So they need little power. Their price is high, and so is their worth."
    found = judge_told([(text, AGAIN), (text, REST)])
    assert found.tables[0].rows[0] == ("a sentence", "seen", 1, 1, "100.00")
    assert found.tables[0].rows[3] == ("a sentence", "unseen", 1, 0, "0.00")
    assert [row[2] for row in found.tables[1].rows] == [0, 0]
