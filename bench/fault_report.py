"""What the fault matrix found, in tables and pictures. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from bench.dead_ends import DEAD_ENDS
from bench.fault_cells import IN_OTHER_WORDS, PHASES, WAYS_TO_ASK, Cell, Expect
from bench.fault_outcome import Outcome
from bench.faults import FAULTS
from bench.report import Cell as Shown
from bench.report import Limit, Matrix, Report, Table, median
from edge.core.plan import Strategy

_COLUMNS = (
    "replies",
    "whole",
    "opened",
    "words lost",
    "words added",
    "dishonest",
    "end P50",
    "end max",
)
_MISSED_COLUMNS = (
    "variant",
    "strategy",
    "door",
    "fault",
    "phase",
    "expected",
    "ended as",
    "lost",
    "added",
    "why",
    "legs",
)
_LEVELS = (
    "every reply whole",
    "not whole, and says so",
    "not whole, and no stream shows it (not judged)",
    "not whole, and ends as if it were",
)
_ROWS = (*DEAD_ENDS, *FAULTS, *(f"{strategy}, {door}" for strategy, door in WAYS_TO_ASK))
_PLACES = ("connect", "headers", *PHASES, "-")
_NOTES = (
    "end: in times the unbroken reply's; words are counted against the unbroken reply",
    "shown, not judged: `lost` and `doubled`, lies that a stream does not show",
    f"shown, not judged: targets that it is no use to ask ({', '.join(IN_OTHER_WORDS)})",
    "to have one alone: prelude simulate, model sim?fault=NAME&after=CHARACTERS",
)

_Way = tuple[str, str, str]
_Key = Callable[[Cell], tuple[str, str]]


def report_of(outcomes: Sequence[Outcome], schedule: str) -> Report:
    usual = _usual_ends(outcomes)
    judged = [each for each in outcomes if each.cell.expect is Expect.WHOLE]
    missed = [each for each in outcomes if not each.is_as_expected]
    not_whole = sum(not each.is_as_expected for each in judged)

    def table(name: str, columns: tuple[str, str], key: _Key) -> Table:
        return Table(name, (*columns, *_COLUMNS), _grouped(outcomes, usual, key))

    return Report(
        load=f"{len(outcomes)} replies, {schedule}",
        tables=(
            table("by fault and phase", ("fault", "phase"), _fault_and_phase),
            table("by strategy and door", ("strategy", "door"), _strategy_and_door),
            table("by who stands behind", ("variant", ""), lambda cell: (cell.variant, "")),
            Table(
                "not as expected",
                _MISSED_COLUMNS,
                tuple(map(_missed_row, missed)),
            ),
        ),
        limits=(
            Limit("replies not whole, with a healthy model behind", not_whole, 0),
            Limit(
                "replies that ended as `stop` though not whole",
                sum(not each.is_honest for each in outcomes if each.cell.expect is not Expect.ANY),
                0,
            ),
            Limit("other replies that are not as expected", len(missed) - not_whole, 0),
            Limit("ways to ask for an opening that never got one", _unopened(outcomes), 0),
        ),
        notes=_NOTES,
        plots=_plots(outcomes),
    )


# -- tables ------------------------------------------------------------------


def _fault_and_phase(cell: Cell) -> tuple[str, str]:
    return cell.faulty.fault, cell.faulty.phase


def _strategy_and_door(cell: Cell) -> tuple[str, str]:
    return cell.strategy, cell.door


def _way(cell: Cell) -> _Way:
    return (cell.question, cell.strategy, cell.door)


def _usual_ends(outcomes: Iterable[Outcome]) -> dict[_Way, float]:
    """When an unbroken reply ends, by how it is asked for."""
    ends: dict[_Way, list[float]] = {}
    for each in outcomes:
        if each.cell.variant == "healthy":
            ends.setdefault(_way(each.cell), []).append(each.told.ended_s)
    return {way: median(found) for way, found in ends.items()}


def _grouped(
    outcomes: Sequence[Outcome], usual: dict[_Way, float], key: _Key
) -> tuple[tuple[Shown, ...], ...]:
    groups: dict[tuple[str, str], list[Outcome]] = {}
    for each in outcomes:
        groups.setdefault(key(each.cell), []).append(each)
    return tuple((*name, *_summed(group, usual)) for name, group in groups.items())


def _summed(group: Sequence[Outcome], usual: dict[_Way, float]) -> tuple[Shown, ...]:
    ratios = [each.told.ended_s / usual[_way(each.cell)] for each in group]
    return (
        len(group),
        sum(each.is_whole for each in group),
        sum(each.opened for each in group),
        sum(each.lost for each in group),
        sum(each.added for each in group),
        sum(not each.is_honest for each in group),
        round(median(ratios), 1),
        round(max(ratios), 1),
    )


def _unopened(outcomes: Iterable[Outcome]) -> int:
    """Strategies and doors of which the matrix shows nothing, for no seam was ever made."""
    opened: dict[tuple[str, str], bool] = {}
    for each in outcomes:
        if each.cell.strategy is not Strategy.TARGET:
            way = _strategy_and_door(each.cell)
            opened[way] = opened.get(way, False) or each.opened
    return list(opened.values()).count(False)


def _missed_row(each: Outcome) -> tuple[Shown, ...]:
    cell = each.cell
    return (
        cell.variant,
        cell.strategy,
        cell.door,
        cell.faulty.fault,
        f"{cell.faulty.phase} ({'' if cell.faulty.after is None else cell.faulty.after})",
        cell.expect,
        each.end,
        each.lost,
        each.added,
        each.told.error[:60],
        _legs(each),
    )


def _legs(each: Outcome) -> str:
    """What became of each that was asked, as the reply itself tells; of one without its end, who
    spoke."""
    if legs := each.told.report.get("legs"):
        ends = ((leg["error"] or leg["outcome"]).removeprefix(f"{leg['model']}: ") for leg in legs)
        return "; ".join(ends)
    speakers = {f"{words.tier} {words.leg}" for words in each.told.words if words.tier}
    return "; ".join(f"{speaker} spoke" for speaker in sorted(speakers))


# -- pictures ----------------------------------------------------------------


def _plots(outcomes: Sequence[Outcome]) -> tuple[Matrix, ...]:
    broken = [each for each in outcomes if each.cell.variant != "healthy"]
    alone = [each for each in broken if each.cell.behind is None]
    backed = [each for each in broken if each.cell.behind is not None]
    return (
        _matrix(
            f"A healthy model stands behind: are replies whole? ({len(backed):,} replies)",
            "fault of the first model",
            backed,
            lambda cell: cell.faulty.fault,
        ),
        _matrix(
            f"The same, by strategy and door: are replies whole? ({len(backed):,} replies)",
            "strategy, door",
            backed,
            lambda cell: f"{cell.strategy}, {cell.door}",
        ),
        _matrix(
            f"Nobody stands behind: does a broken reply say so? ({len(alone):,} replies)",
            "fault of the only model",
            alone,
            lambda cell: cell.faulty.fault,
        ),
    )


def _matrix(
    question: str, row_name: str, outcomes: Sequence[Outcome], row: Callable[[Cell], str]
) -> Matrix:
    groups: dict[tuple[str, str], list[Outcome]] = {}
    for each in outcomes:
        groups.setdefault((row(each.cell), each.cell.faulty.phase), []).append(each)
    return Matrix(
        question,
        row_name,
        "where it goes wrong (-: everywhere); in the boxes, whole replies of all",
        rows=tuple(sorted({name for name, _ in groups}, key=_ROWS.index)),
        columns=_PLACES,
        levels=_LEVELS,
        cells={pair: (_level(group), _count(group)) for pair, group in groups.items()},
    )


def _level(group: Iterable[Outcome]) -> int:
    """Of the worst reply among them."""
    return max(map(_level_of, group))


def _level_of(each: Outcome) -> int:
    if each.is_whole:
        return 0
    if each.is_honest:
        return 1
    return 2 if each.cell.expect is Expect.ANY else 3


def _count(group: Sequence[Outcome]) -> str:
    return f"{sum(each.is_whole for each in group)}/{len(group)}"
