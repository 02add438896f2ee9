"""`prelude bench benefit` on replies made by hand: the figures, and which limits hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bench.benefit import Material, report
from bench.benefit_arms import PLACEBO, Arm, Opened
from bench.benefit_sets import GENERAL, Answered, Asked
from bench.report import Limit, Report
from edge.core.verdict import Task

PROMPTS = [f"How does a {first}{second}ion work?" for first in "bdfgkl" for second in "aeiou"]
ASKED = [Asked(GENERAL, prompt, Task.OPEN_QA) for prompt in PROMPTS]


def opened(asked: Sequence[Asked], openings: Mapping[str, str], ms: float) -> list[Opened]:
    return [Opened(each, openings.get(each.prompt, ""), ms, may_open=True) for each in asked]


def made(frames: Mapping[str, str], asked: Sequence[Asked] = ASKED) -> Report:
    """`asked` of the frames; the other arms have every prompt once."""
    prose = {prompt: f"Steam is how {prompt[9:-1]} in the end." for prompt in PROMPTS}
    arms = {
        Arm.NONE: opened(ASKED, {}, 0.0),
        Arm.PLACEBO: opened(ASKED, dict.fromkeys(PROMPTS, PLACEBO), 0.0),
        Arm.FRAME: opened(asked, frames, 100.0),
        Arm.MODEL: opened(ASKED, prose, 100.0),
        Arm.BARE: opened(ASKED, prose, 100.0),
    }
    texts = [Answered(PROMPTS[0], "It turns warm air into steam. That is all.", "Steam. 3.")]
    return report(arms, Material(asked, texts))


def plain(prompts: Sequence[str]) -> dict[str, str]:
    return {prompt: f"Let's look at how {prompt[9:-1]}." for prompt in prompts}


def row(told: Report, arm: Arm, table: int = 0) -> dict[str, object]:
    found = told.tables[table]
    return next(
        dict(zip(found.columns, cells, strict=True))
        for cells in found.rows
        if cells[0] == arm.value
    )


def limit(told: Report, name: str) -> Limit:
    return next(each for each in told.limits if name in each.name)


def test_coverage_time_and_harm_stand_in_one_row() -> None:
    figures = row(made(plain(PROMPTS[:20])), Arm.FRAME)
    assert figures["coverage %"] == "66.7"
    assert figures["opening P50 ms"] == "100"
    assert (figures["shown"], figures["harms"]) == (20, 0)
    assert figures["at most %"] == "16.84"
    assert float(str(figures["of the target's"])) < float(str(figures["all allowed"])) < 1


def test_without_openings_the_reader_waits_for_the_target() -> None:
    assert row(made({}), Arm.NONE)["all allowed"] == "1.00"


def test_an_opening_of_five_words_saves_no_time() -> None:
    short = dict.fromkeys(PROMPTS, "Let's look at this now.")
    assert row(made(short), Arm.FRAME)["all allowed"] == "1.00"


def test_half_of_the_allowed_prompts_must_be_opened() -> None:
    assert limit(made(plain(PROMPTS[:15])), "unopened").holds
    assert not limit(made(plain(PROMPTS[:14])), "unopened").holds


def test_few_openings_cannot_be_judged_and_say_so() -> None:
    told = made(plain(PROMPTS))
    assert limit(told, "lower bound (too few").holds
    assert any("too few to judge" in note for note in told.notes)


def test_many_harmless_openings_prove_the_limit_and_one_harm_breaks_it() -> None:
    many = ASKED * 25
    assert limit(made(plain(PROMPTS), many), "harm of `frame`, upper").holds
    harmful = {**plain(PROMPTS), PROMPTS[0]: "It works with Steam."}
    assert not limit(made(harmful, many), "harm of `frame`, upper").holds


def test_harm_is_shown_with_its_words() -> None:
    told = made({PROMPTS[0]: "Let's look at 7 parts of it now."})
    assert any(note.startswith("frame: asserts (7): ") for note in told.notes)


def test_a_level_that_harms_does_not_beat_the_placebo() -> None:
    told = made(plain(PROMPTS))
    assert row(told, Arm.FRAME, table=3)["beats the placebo"] == "yes"
    assert str(row(told, Arm.MODEL, table=3)["beats the placebo"]).startswith("no: harms")
    assert limit(told, "placebo matched").holds


def test_a_second_fixed_phrase_is_no_better_than_the_first() -> None:
    told = made(dict.fromkeys(PROMPTS, "Let's take a closer look at this."))
    assert not limit(told, "placebo matched").holds
