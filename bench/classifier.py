"""Does the built-in classifier know the task, how sure may it be, and what does it cost?

Accuracy is asked three ways, because a model knows a source by its style: of prompts left out of
training at random (five folds), of every public source left out whole, and of chat prompts by
somebody who never saw the training set (`sets/chat_prompts.jsonl`; the shipped model; nothing was
tuned on them). Merged: closed_qa, extraction and summarization count as one task, open_qa and
brainstorming as another, because their wording is the same in Dolly.

Difficulty is asked of the shipped model, on the half of the answered prompts that nothing was
fitted to: how many calls a perfect choice of the threshold would save, and what the thresholds that
ship keep and save, as the dial applies them.

A prompt that a glance tells enough of is decided by it (`classifier/glance.py`): of how many that
is so, how often it is right, and how often those would be who know more, is asked of all of these
prompts; and what either costs for prompts of one length.
"""

from __future__ import annotations

import argparse

import numpy as np

from bench.classifier_cascades import chat, left_out, short_questions, unseen
from bench.classifier_pairs import GOALS, QUOTED, scores, with_interval
from bench.classifier_speed import prompts_of, split, start_fresh, time_judgements
from bench.data_folder import find
from bench.report import SUMMARY, Bars, Cell, Limit, Matrix, Plot, Report, Table, summary
from classifier.calibration import Cascade, Judged
from classifier.fitting import choose
from classifier.heads import BUILTIN, HeadsModel
from classifier.measuring import keep_promises
from classifier.prompt_sets import (
    TASKS,
    Answered,
    Labelled,
    halves,
    read_answered,
    read_own,
    read_public,
)
from classifier.quality import read_measured
from edge.core.verdict import Task

SEED = 20_261
SURE = 0.8
_LENGTHS = {12: 5.0, 64: 5.0, 512: 15.0}  # tokens; most milliseconds
_MERGED = {
    Task.EXTRACTION: Task.CLOSED_QA,
    Task.SUMMARIZATION: Task.CLOSED_QA,
    Task.BRAINSTORMING: Task.OPEN_QA,
}
_MERGE = np.array([TASKS.index(_MERGED.get(task, task)) for task in TASKS])


class _Findings:
    """Tables, limits, notes and plots, as they come."""

    def __init__(self) -> None:
        self.tables: list[Table] = []
        self.limits: list[Limit] = []
        self.notes: list[str] = []
        self.plots: list[Plot] = []

    def at_most(self, name: str, value: float, limit: float, unit: str) -> None:
        self.limits.append(Limit(name, value, limit, unit))

    def at_least(self, name: str, share: float, goal: float) -> None:
        """Said as what is missing: a limit is the most that a figure may be."""
        self.at_most(f"{name}, short of all", 100 - 100 * share, 100 - 100 * goal, " %")


def run(options: argparse.Namespace) -> Report:
    found = _Findings()
    own = read_own()
    public, answered = [], []
    if options.data is not None:
        public = read_public(find(options.data, "task_prompts_public.jsonl"))
        answered = read_answered(find(options.data, "weak_strong_public.jsonl"))
    _speed(own, 200 if options.quick else 1000, found)
    everything = [*own, *public]
    rows = [everything[place] for place in choose(everything)] if public else own
    judged = _accuracy(rows, public, found, quick=options.quick)
    _draw_calibration(judged, found)
    if answered:
        _, held = halves(answered)
        _difficulty(held, 200 if options.quick else 2000, found)
        _dial(held, found)
    else:
        found.notes.append("without --data: no unseen public source, and nothing on difficulty")
    found.notes.append(
        "an unseen source is not quite unseen: the rules, which are among the features, were "
        "written with the public sources at hand"
    )
    load = f"{len(own)} own and {len(rows) - len(own)} public prompts; one prompt at a time"
    return Report(
        load, tuple(found.tables), tuple(found.limits), tuple(found.notes), tuple(found.plots)
    )


# -- cost --------------------------------------------------------------------


def _speed(own: list[Labelled], count: int, found: _Findings) -> None:
    model = HeadsModel()
    texts = [row.prompt for row in own]
    model.judge_text(texts[0])
    rows, paths = [], []
    for tokens, most_ms in _LENGTHS.items():
        prompts = prompts_of(tokens, texts, count)
        clock, core = time_judgements(model, prompts)
        rows += [
            (f"{tokens} tokens, the clock", *summary(clock)),
            (f"{tokens} tokens, the core", *summary(core)),
        ]
        for who, some in zip(("at a glance", "as a whole"), split(model, prompts), strict=True):
            if some:
                _, taken = time_judgements(HeadsModel(), some)
                paths.append((f"{tokens} tokens, {who}", *summary(taken)))
        p99 = float(np.percentile(core, 99))
        found.at_most(f"P99 of a core's time at {tokens} tokens", p99, most_ms, " ms")
    found.tables.append(Table("one judgement, ms", ("prompt", *SUMMARY), tuple(rows)))
    by_whom = "one judgement, ms of a core, by who decides it"
    found.tables.append(Table(by_whom, ("prompt", *SUMMARY), tuple(paths)))
    fresh = start_fresh()
    figures = (("until the first judgement, s", fresh.wall_s), ("of a core, s", fresh.cpu_s))
    rows_ = (*figures, ("memory, MiB", fresh.memory_mib))
    found.tables.append(Table("a process that starts", ("what", "value"), rows_))
    found.at_most("ready after", fresh.wall_s, 2.0, " s")
    found.at_most("memory", fresh.memory_mib, 200.0, " MiB")


# -- tasks -------------------------------------------------------------------

_EARLY = ("prompts", "n", "at a glance, %", "right of these, %", "by the whole, %", "in doubt, %")
_ACCURACY = ("prompts", "n", "right, %", "merged, %", "sure, %", "right of these, %", "ECE")


def _accuracy(
    rows: list[Labelled], public: list[Labelled], found: _Findings, *, quick: bool
) -> Judged:
    """What is found on prompts left out at random."""
    own = np.array([row.source == "own" for row in rows])
    inside = left_out(rows)
    cascades = {"five folds, all": inside, "five folds, our own": inside.of(own)}
    found.at_most("calibration error, five folds", inside.judged.calibration_error, 0.05, "")
    sources = sorted({row.source for row in public}) if not quick else ["dolly15k"]
    for source in sources if public else ():
        cascades[f"{source}, unseen"] = unseen(source, rows, public, SEED)
        judged = cascades[f"{source}, unseen"].judged
        if source == "dolly15k":
            found.at_least("Dolly, unseen: right", judged.accuracy, 0.50)
            found.at_least("Dolly, unseen: right, merged", _merged(judged), 0.65)
    cascade, second = chat()
    said = cascade.judged
    cascades["chat prompts, the shipped model"] = cascade
    accepted = float((said.is_right | (said.said == second)).mean())
    found.at_least("chat prompts: right", said.accuracy, 0.70)
    found.at_least("chat prompts: right, merged", _merged(said), 0.80)
    found.at_least("chat prompts: right, or the second task that was noted", accepted, 0.80)
    covered, right = said.covered(SURE)
    found.at_least(f"chat prompts with confidence {SURE}", covered, 0.60)
    found.at_least("and right of these", right, 0.90)
    found.tables += [
        Table(
            f"the task (sure: confidence of {SURE} or more)",
            _ACCURACY,
            tuple(_line(name, one.judged) for name, one in cascades.items()),
        ),
        Table(
            "decided at a glance, and how often the whole would be right of the same prompts",
            _EARLY,
            tuple(_early(name, one) for name, one in cascades.items()),
        ),
    ]
    found.notes.append(
        f"of the short questions of the other benchmarks (bench/questions.py) a glance decides "
        f"{100 * short_questions():.0f} %"
    )
    found.tables.append(_by_task(said))
    found.plots.append(_confusion(said))
    return inside.judged


def _line(name: str, judged: Judged) -> tuple[Cell, ...]:
    covered, right = judged.covered(SURE)
    shares = (judged.accuracy, _merged(judged), covered, right)
    percent = (round(100 * share, 1) for share in shares)
    return (name, len(judged.truth), *percent, f"{judged.calibration_error:.3f}")


def _early(name: str, cascade: Cascade) -> tuple[Cell, ...]:
    early, whole = cascade.is_early, cascade.whole.is_right
    rights = (cascade.glance.is_right[early], whole[early], whole[~early])
    shares = (early.mean(), *(right.mean() if len(right) else np.nan for right in rights))
    return (name, len(early), *(round(100 * float(share), 1) for share in shares))


def _merged(judged: Judged) -> float:
    return float((_MERGE[judged.said] == _MERGE[judged.truth]).mean())


def _by_task(judged: Judged) -> Table:
    table = judged.confusion()
    rows = []
    for place, task in enumerate(TASKS):
        count, right, said = table[place].sum(), table[place, place], table[:, place].sum()
        found = round(100 * right / max(count, 1), 1)
        rows.append((task.value, int(count), found, round(100 * right / max(said, 1), 1)))
    columns = ("task", "n", "found, %", "right when said, %")
    return Table("chat prompts by task", columns, tuple(rows))


# -- pictures ----------------------------------------------------------------


def _confusion(judged: Judged) -> Matrix:
    table = judged.confusion()
    names = tuple(task.value for task in TASKS)
    cells = {}
    for row, truth in enumerate(names):
        for column, said in enumerate(names):
            count = int(table[row, column])
            if count:
                share = count / table[row].sum()
                level = 0 if row == column else 1 if share < 0.05 else 2 if share < 0.15 else 3
                cells[truth, said] = (level, str(count))
    levels = ("right", "below 5 % of the row", "below 15 %", "15 % and more")
    question = "Chat prompts: which task is taken for which?"
    return Matrix(question, "the task", "what the model says", names, names, levels, cells)


def _draw_calibration(judged: Judged, found: _Findings) -> None:
    bins = judged.bins()
    series = {
        "confidence": [100 * mean for _, mean, _ in bins],
        "right": [100 * right for _, _, right in bins],
    }
    groups = tuple(f"n = {count}" for count, _, _ in bins)
    question = "Left out of training: is it as often right as it says?"
    found.plots.append(Bars(question, "percent of prompts", groups, series))


# -- difficulty --------------------------------------------------------------


def _difficulty(held: list[Answered], tries: int, found: _Findings) -> None:
    by_method = scores(HeadsModel(), held, SEED)
    lines: list[tuple[Cell, ...]] = []
    for source, quoted in QUOTED.items():
        places = [at for at, row in enumerate(held) if row.source == source]
        rows = [held[at] for at in places]
        series: dict[str, list[float]] = {}
        bounds: dict[str, list[tuple[float, float]]] = {}
        for method, hardness in by_method.items():
            three = [with_interval(hardness[places], rows, goal, tries, SEED) for goal in GOALS]
            saved = [100 - 100 * middle for middle, _, _ in three]
            series[method] = saved
            bounds[method] = [(100 - 100 * high, 100 - 100 * low) for _, low, high in three]
            cells = (
                f"{value:.1f} ({low:.1f} to {high:.1f})"
                for value, (low, high) in zip(saved, bounds[method], strict=True)
            )
            lines.append((f"{source}: {method}", len(rows), *cells))
        series["a regression, as quoted"] = [100 - calls for calls in quoted]
        lines.append(
            (f"{source}: a regression, as quoted", "-", *(f"{100 - c:.1f}" for c in quoted))
        )
        groups = tuple(f"{100 * goal:.0f} % of the strong model's quality" for goal in GOALS)
        question = f"{source}: how many calls of the strong model are saved?"
        found.plots.append(Bars(question, "percent of prompts", groups, series, bounds))
        low_at_99 = bounds["our head"][1][0]
        found.at_most(
            f"{source}: the quoted regression's saving at 99 %, less our interval's low end",
            100 - quoted[1] - low_at_99,
            0.0,
            " points",
        )
    columns = ("pair, held-out half", "n", *(f"at {100 * goal:.0f} %" for goal in GOALS))
    found.tables.append(
        Table(
            "calls of the strong model saved, % (95 % of bootstrap samples)", columns, tuple(lines)
        )
    )


def _dial(held: list[Answered], found: _Findings) -> None:
    kept = keep_promises(HeadsModel(), read_measured(BUILTIN), held)
    rows: list[tuple[Cell, ...]] = []
    for one in kept:
        shares = (
            f"{100 * share:.1f} ({100 * low:.1f} to {100 * high:.1f})"
            for share, low, high in (one.kept, one.saved)
        )
        rows.append((f"{one.source}: quality {one.quality:g}", one.prompts, *shares))
    columns = ("held-out half", "n", "kept of the score, %", "calls saved, %")
    found.tables.append(Table("the dial, by the thresholds that ship", columns, tuple(rows)))
    whole = [one for one in kept if one.source == "all"]
    for one in whole:
        found.at_most(
            f"quality {one.quality:g}: the promise, less the upper end of what was kept",
            100 * (one.quality - one.kept[2]),
            0.0,
            " points",
        )
    percent = {
        name: [tuple(100 * end for end in share) for share in shares]
        for name, shares in (
            ("score kept", [one.kept for one in whole]),
            ("calls saved", [one.saved for one in whole]),
        )
    }
    found.plots.append(
        Bars(
            "The dial on prompts that nothing was fitted to: what is kept, what is saved?",
            "percent",
            tuple(f"quality {one.quality:g}" for one in whole),
            {name: [value for value, _, _ in ends] for name, ends in percent.items()},
            {name: [(low, high) for _, low, high in ends] for name, ends in percent.items()},
        )
    )
