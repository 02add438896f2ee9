"""The card that lies beside a model file: what it was made of, and how far it may be trusted."""

from __future__ import annotations

import numpy as np

from classifier.calibration import Judged
from classifier.prompt_sets import TASKS
from classifier.training import Pool, Trained

_SURE = (0.5, 0.6, 0.7, 0.8, 0.9)


def write_card(trained: Trained, pool: Pool, date: str) -> str:
    judged = Judged.of([row.task for row in trained.rows], trained.chances)
    own = np.array([row.source == "own" for row in trained.rows])
    ours = Judged(judged.truth[own], judged.chances[own])
    sources = "\n".join(f"| {name} | {count} |" for name, count in sorted(pool.sources().items()))
    pairs = len(pool.answered)
    return f"""\
# The built-in classifier

Two linear heads over hashed word and character n-grams (`classifier/features.py`), as ONNX: the
task of a prompt, and its difficulty. Made on {date} by `prelude train`; read by
`classifier/heads.py`.

## Made of

| source | prompts |
|---|---|
{sources}

The difficulty: {pairs} prompts that a weak and a strong model answered (Mixtral-8x7B and
GPT-4-1106 on MMLU and GSM8K), and a guess by task for our own, which nobody answered. dolly15k is
CC BY-SA 3.0, clinc150 CC BY 3.0, the other sources MIT or Apache-2.0. Only weights are here, no
prompt.

## How far to trust it

Of prompts left out of training (five folds): {100 * judged.accuracy:.1f} % right of all
{len(own)}, {100 * ours.accuracy:.1f} % of our own {int(own.sum())}.
Prompts of one source have much in common, so of a source that it never saw it knows less:
`prelude bench classifier --data DIR` measures that, and the speed.

closed_qa, extraction and summarization share their wording, and reasoning is found least. It has
seen no conversation of several turns, and little in other languages than English. The difficulty is
that of exam questions; of other prompts it is hardly more than the task's. Difficulty and
confidence say nothing of safety.

Calibration, expected error {judged.calibration_error:.3f} (of our own:
{ours.calibration_error:.3f}); temperature {trained.heads.temperature:.2f}:

{_calibration(judged)}

Sure enough, left out of training:

{_coverage(judged)}

## Which task is taken for which

Rows: the task. Columns: what it said. Our own prompts, left out of training.

{_confusion(ours)}
"""


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
