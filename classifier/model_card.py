"""The card that lies beside a model file: what it was made of, and how far it may be trusted."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from classifier.calibration import Judged
from classifier.measuring import Kept
from classifier.prompt_sets import TASKS
from classifier.quality import QUALITY_FILE, Measured
from classifier.training import Pool, Trained
from edge.core.dial import SURE

_SURE = (0.5, 0.6, 0.7, 0.8, 0.9)


def write_card(
    trained: Trained, pool: Pool, measured: Measured, kept: Sequence[Kept], date: str
) -> str:
    judged = trained.cascade.judged
    own = np.array([row.source == "own" for row in trained.rows])
    ours = Judged(judged.truth[own], judged.chances[own])
    sources = "\n".join(f"| {name} | {count} |" for name, count in sorted(pool.sources().items()))
    pairs = len(trained.difficulty)
    return f"""\
# The built-in classifier

Two linear heads, as ONNX, over hashed word and character n-grams and a vector of what the prompt is
about (`classifier/features.py`): its task, and its difficulty. Two more, `glance.npz`, know the
n-grams alone, and decide what they are sure enough of (`classifier/glance.py`). Made on {date} by
`prelude train`; read by `classifier/heads.py`. The vector comes from `reader/`: the first two
layers and the 10,000 commonest words of all-MiniLM-L6-v2 (Apache-2.0), by
`python -m classifier.reader_files`.

## Made of

| source | prompts |
|---|---|
{sources}

The difficulty: {pairs} prompts that a weak and a strong model answered (Mixtral-8x7B and
GPT-4-1106 on MMLU and GSM8K; half of those that there are), and a guess by task for our own, which
nobody answered. dolly15k is CC BY-SA 3.0, clinc150 CC BY 3.0, the other sources MIT or Apache-2.0.
Only weights are here, no prompt.

## How far to trust it

Of prompts left out of training (five folds): {100 * judged.accuracy:.1f} % right of all
{len(own)}, {100 * ours.accuracy:.1f} % of our own {int(own.sum())}.
Prompts of one source have much in common, so of a source that it never saw it knows less:
`prelude bench classifier --data DIR` measures that, and the speed.

On 467 chat prompts by somebody else, which it never saw, it is right less often than on our own:
`prelude bench classifier` says how often.

closed_qa, extraction and summarization share their wording, and reasoning is found least. It has
seen no conversation of several turns, and little in other languages than English. The difficulty is
that of exam questions; of other prompts it is hardly more than the task's. Difficulty and
confidence say nothing of safety.

Calibration, expected error {judged.calibration_error:.3f} (of our own:
{ours.calibration_error:.3f}); temperature {trained.heads.temperature:.2f}:

{_calibration(judged)}

Sure enough, left out of training:

{_coverage(judged)}

{_at_a_glance(trained)}

{_quality(measured, kept)}

## Which task is taken for which

Rows: the task. Columns: what it said. Our own prompts, left out of training.

{_confusion(ours)}
"""


def _at_a_glance(trained: Trained) -> str:
    own = np.array([row.source == "own" for row in trained.rows])
    cascade, early = trained.cascade, trained.cascade.is_early
    glanced, whole = (each.is_right[early].mean() for each in (cascade.glance, cascade.whole))
    return f"""\
At a glance, with a confidence of {trained.glance.enough:g} or more (temperature
{trained.glance.temperature:.2f}), {100 * early.mean():.0f} % are decided, and of our own
{100 * early[own].mean():.0f} %. Of these {100 * glanced:.1f} % are right; by all that is known of
them it would be {100 * whole:.1f} %."""


def _quality(measured: Measured, kept: Sequence[Kept]) -> str:
    if not kept:
        return "No quality of the dial was measured: `quality` saves nothing by this model."
    rows = [
        f"| {one.source} | {one.quality:g} | {measured.curve.threshold(one.quality):.3f} "
        f"| {one.prompts} | {_percent(one.kept)} | {_percent(one.saved)} |"
        for one in kept
    ]
    table = "\n".join(
        ["| source | quality | below | prompts | kept | saved |", "|---" * 6 + "|", *rows]
    )
    tasks = ", ".join(sorted(measured.tasks))
    return f"""\
## What the dial keeps and saves

`{QUALITY_FILE}` has the difficulty below which the cheaper model answers, for a `quality`. It was
drawn on the half of the answered prompts that the difficulty was fitted to, by folds, with a margin
of 2.33 standard errors. Here is what it does to the other half, which nothing was fitted to: the
share kept of the strong model's right answers, and saved of its calls, with the middle 95 % of
bootstrap samples.

{table}

That is one pair of models, and questions of exams. The promise is made for all of these prompts
together, and holds for no source by itself. It is for prompts that are taken for one of these
tasks: {tasks}. Of any other no pair's answers were seen.
Such prompts, and those of a confidence below {SURE:g}, go to the strong model; `prelude explain`
says for which of the reasons. Real prompts of these tasks are others than an exam's, too: what a
threshold keeps of them nobody measured."""


def _percent(share: tuple[float, float, float]) -> str:
    value, low, high = (100 * one for one in share)
    return f"{value:.1f} % ({low:.1f} to {high:.1f})"


def _calibration(judged: Judged) -> str:
    rows = [
        f"| {count} | {100 * mean:.0f} % | {100 * right:.0f} % |"
        for count, mean, right in judged.bins()
    ]
    return "\n".join(["| prompts | confidence | right |", "|---|---|---|", *rows])


def _coverage(judged: Judged) -> str:
    rows = []
    for confidence in _SURE:
        share, right = judged.covered(confidence)
        rows.append(f"| {confidence} | {100 * share:.0f} % | {100 * right:.0f} % |")
    return "\n".join(["| confidence from | prompts | right |", "|---|---|---|", *rows])


def _confusion(judged: Judged) -> str:
    names = [task.value for task in TASKS]
    lines = ["| | " + " | ".join(names) + " |", "|---" * (len(names) + 1) + "|"]
    for name, row in zip(names, judged.confusion().tolist(), strict=True):
        lines.append(f"| {name} | " + " | ".join(str(count or "") for count in row) + " |")
    return "\n".join(lines)
