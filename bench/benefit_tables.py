"""The figures of `bench benefit`, from what each arm opened."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bench.benefit_arms import Arm, Opened
from bench.benefit_sets import SETS
from bench.binomial import lower_bound, upper_bound
from bench.distribution import percentile
from bench.labelled_openings import NO_HARM, Agreement
from bench.opening_harm import KINDS, Harm, harm
from bench.opening_worth import Matched, match, returned
from bench.report import Cell, Table, median
from bench.target_pace import first_sentence_ms, is_readable

MOST_HARM = 0.5  # percent, the upper bound
_EXAMPLE_CHARS = 160


@dataclass(frozen=True, slots=True)
class Judged:
    """One prompt in one arm. `target_ms`: when the target's own first sentence stands."""

    opened: Opened
    target_ms: float
    harm: Harm | None

    @property
    def is_shown(self) -> bool:
        return bool(self.opened.opening)

    @property
    def reader_ms(self) -> float:
        """When the reader has a first sentence that is worth the name."""
        if not is_readable(self.opened.opening):
            return self.target_ms
        return min(self.opened.ms, self.target_ms)


def judged(opened: Opened, seed: int) -> Judged:
    """The same prompt meets the same target in every arm."""
    asked = opened.asked
    dice = random.Random(f"{seed} {asked.prompt}")
    found = harm(opened.opening, asked) if opened.opening else None
    return Judged(opened, first_sentence_ms(asked.prompt, dice), found)


@dataclass(frozen=True, slots=True)
class Figures:
    """What is said of one arm."""

    all: Sequence[Judged]

    @property
    def shown(self) -> list[Judged]:
        return [each for each in self.all if each.is_shown]

    @property
    def allowed(self) -> list[Judged]:
        return [each for each in self.all if each.opened.may_open]

    @property
    def covered(self) -> list[Judged]:
        return [each for each in self.allowed if each.is_shown]

    @property
    def harms(self) -> list[Judged]:
        return [each for each in self.shown if each.harm is not None]

    @property
    def coverage(self) -> float:
        return percent(len(self.covered), len(self.allowed))

    @property
    def harm_at_most(self) -> float:
        return 100 * upper_bound(len(self.harms), len(self.shown))

    @property
    def harm_at_least(self) -> float:
        return 100 * lower_bound(len(self.harms), len(self.shown))


def first_sentence_ratio(of: Sequence[Judged]) -> float:
    """When the reader has a first sentence, in parts of when the target's stands; of the means."""
    target = sum(each.target_ms for each in of)
    return sum(each.reader_ms for each in of) / target if target else float("nan")


def main_table(arms: Mapping[Arm, Figures]) -> Table:
    """The reader's first sentence comes in parts of the target's own: where a reply was opened,
    and over all allowed prompts, opened or not."""
    columns = (
        "arm", "prompts", "allowed", "opened", "coverage %", "opening P50 ms", "P95 ms",
        "saved P50 ms", "of the target's", "all allowed", "shown", "harms", "harm %", "at most %",
    )  # fmt: skip
    return Table(
        "coverage, time saved and harm",
        columns,
        tuple((arm.value, *_cells(figures)) for arm, figures in arms.items()),
    )


def _cells(figures: Figures) -> Iterator[Cell]:
    covered, shown, harms = figures.covered, figures.shown, figures.harms
    readable = [each for each in covered if is_readable(each.opened.opening)]
    times = sorted(each.opened.ms for each in covered)
    yield from (len(figures.all), len(figures.allowed), len(covered))
    yield f"{figures.coverage:.1f}"
    yield f"{median(times):.0f}" if times else "-"
    yield f"{percentile(times, 0.95):.0f}" if times else "-"
    saved = [each.target_ms - each.reader_ms for each in readable]
    yield f"{median(saved):.0f}" if saved else "-"
    yield f"{first_sentence_ratio(covered):.2f}" if covered else "-"
    yield f"{first_sentence_ratio(figures.allowed):.2f}"
    yield from (len(shown), len(harms))
    yield f"{percent(len(harms), len(shown)):.2f}" if shown else "-"
    yield f"{figures.harm_at_most:.2f}" if shown else "-"


def harm_table(arms: Mapping[Arm, Figures]) -> Table:
    """Where the harm is."""
    rows: list[tuple[Cell, ...]] = []
    for arm, figures in arms.items():
        for name in SETS:
            of_set = [each for each in figures.all if each.opened.asked.set == name]
            shown = [each for each in of_set if each.is_shown]
            kinds = Counter(each.harm.kind for each in shown if each.harm is not None)
            if shown:
                rows.append(
                    (arm.value, name, len(of_set), len(shown), *(kinds[kind] for kind in KINDS))
                )
    columns = ("arm", "set", "prompts", "shown", *(kind.replace("_", " ") for kind in KINDS))
    return Table("harm by set and kind", columns, tuple(rows))


def task_table(figures: Figures) -> Table:
    """Coverage by the task that people gave the prompt."""
    tasks = Counter(each.opened.asked.task for each in figures.allowed)
    covered = Counter(each.opened.asked.task for each in figures.covered)
    rows = tuple(
        (task.value, count, covered[task], f"{percent(covered[task], count):.1f}")
        for task, count in tasks.most_common()
    )
    return Table("coverage of `frame` by task", ("task", "allowed", "opened", "%"), rows)


@dataclass(frozen=True, slots=True)
class Worth:
    """`returned` are the shares of the openings' words that a real answer says too."""

    matched: Matched
    returned: Sequence[float]
    harm_at_least: float


def worth(
    figures: Figures, pool: Sequence[str], texts: Mapping[str, str], dice: random.Random
) -> Worth:
    openings = [(each.opened.asked.prompt, each.opened.opening) for each in figures.covered]
    shares = [
        returned(each.opened.opening, texts[each.opened.asked.prompt])
        for each in figures.shown
        if each.opened.asked.prompt in texts
    ]
    return Worth(match(openings, pool, dice), shares, figures.harm_at_least)


def verdict(level: Worth, placebo: Worth) -> str:
    """Whether it beats the placebo, and if not, why; the rule is told in `opening_worth`."""
    if not level.matched.at_least > placebo.matched.at_most:
        return "no: not told apart from a fixed phrase"
    if level.harm_at_least > MOST_HARM:
        return f"no: harms at least {level.harm_at_least:.1f} %"
    return "yes"


def worth_table(worths: Mapping[Arm, Worth]) -> Table:
    columns = (
        "arm", "openings", "own prompt found", "%", "at least %", "at most %",
        "real answers", "words that return %", "beats the placebo",
    )  # fmt: skip
    rows = tuple(
        (
            arm.value,
            each.matched.count,
            each.matched.hits,
            f"{percent(each.matched.hits, each.matched.count):.1f}",
            f"{100 * each.matched.at_least:.1f}",
            f"{100 * each.matched.at_most:.1f}",
            len(each.returned),
            f"{percent(sum(each.returned), len(each.returned)):.0f}" if each.returned else "-",
            "-" if arm is Arm.PLACEBO else verdict(each, worths[Arm.PLACEBO]),
        )
        for arm, each in worths.items()
    )
    return Table("worth beyond a fixed phrase: its own prompt among 100", columns, rows)


def agreement_tables(agreement: Agreement) -> tuple[Table, Table]:
    """By the opening's level, and by the kind of harm."""
    levels = {"all": agreement.all, **agreement.levels}
    by_level: tuple[tuple[Cell, ...], ...] = tuple(
        (
            level, tally.count, tally.right_harms, tally.false_harms, tally.missed,
            f"{100 * tally.precision:.1f}", f"{100 * tally.recall:.1f}",
        )
        for level, tally in levels.items()
    )  # fmt: skip
    columns = ("level", "labelled", "harms found", "false", "missed", "precision %", "recall %")
    verdicts = (NO_HARM, *KINDS)
    by_kind: tuple[tuple[Cell, ...], ...] = tuple(
        (label.replace("_", " "), *(agreement.confusion[label, verdict] for verdict in verdicts))
        for label in verdicts
    )
    kinds = ("labelled", *(f"judged {verdict}".replace("_", " ") for verdict in verdicts))
    return (
        Table("the harm checker against openings labelled by hand", columns, by_level),
        Table("the same by kind", kinds, by_kind),
    )


def percent(part: float, whole: float) -> float:
    return 100 * part / whole if whole else float("nan")


def examples(arm: Arm, harms: Iterable[Judged], most: int) -> Iterator[str]:
    """Of every kind a few, no sentence twice."""
    told: Counter[str] = Counter()
    seen: set[str] = set()
    for each in harms:
        opening, found = each.opened.opening, each.harm
        if found is not None and told[found.kind] < most and opening not in seen:
            told[found.kind] += 1
            seen.add(opening)
            yield f"{arm.value}: {found.kind} ({found.words}): {opening[:_EXAMPLE_CHARS]}"
