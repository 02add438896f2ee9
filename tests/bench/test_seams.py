"""`prelude bench seams`, on few seams, and the legs that it plays."""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

import pytest

from bench import seams
from bench.answers import answers
from bench.seam_legs import LEGS, Seam, deltas

TEXT = answers()[0].text


def options(data: Path | None = None) -> argparse.Namespace:
    return argparse.Namespace(quick=True, data=data)


def test_hardly_a_seam_is_seen() -> None:
    report = seams.run(options())
    random_seams = report.limits[:2]  # the rest is of pairs that are hard on purpose
    assert all(limit.holds for limit in random_seams), report.notes
    assert [row[0] for row in report.tables[0].rows] == list(LEGS)
    assert sum(int(row[1]) for row in report.tables[0].rows) == 6 * seams.QUICK_CUTS


def test_restarts_in_other_words_are_counted_with_the_data(tmp_path: Path) -> None:
    row = {
        "strong_text": "Heat pumps move warmth from the cold air outside into the house. So they "
        "need little power. Their price is high.",
        "weak_text": "A heat pump moves warmth into the house from cold air outside. It is cheap.",
    }
    (tmp_path / "strong_texts_public.jsonl").write_text(2 * (json.dumps(row) + "\n"))
    report = seams.run(options(tmp_path))
    assert report.tables[2].rows[0] == ("a sentence", "seen", 1, 1, "100.00")


@pytest.mark.parametrize("name", LEGS)
def test_every_leg_knows_the_whole_text(name: str) -> None:
    dice = random.Random(1)
    for cut in range(20, len(TEXT), 40):
        prefix = TEXT[:cut].rstrip()
        seam = LEGS[name](dice, TEXT, prefix)
        assert seam.truth.endswith(TEXT)
        assert seam.truth.startswith(seam.prefix)
        assert seam.said.endswith(TEXT[len(prefix) :].lstrip()[1:])


def test_a_leg_that_leaves_out_a_word_is_a_defect() -> None:
    tally = seams.Tally()
    tally.add(Seam(TEXT[:50].rstrip(), TEXT, TEXT[len(TEXT[:50].rstrip()) + 9 :]))
    assert dict(tally.defects) == {"lost": 1}


def test_a_leg_that_is_thrown_away_is_a_defect() -> None:
    tally = seams.Tally()
    tally.add(Seam(TEXT[:200], TEXT, TEXT[:100] + " but no: " + TEXT))
    assert dict(tally.defects) == {"taken for a restart": 1}


def test_pieces_make_up_what_was_said() -> None:
    for seed in range(20):
        assert "".join(deltas(random.Random(seed), TEXT)) == TEXT
