"""`prelude train`: make the classifier's model anew, from labelled prompts."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

from classifier.heads import BUILTIN, HeadsModel
from classifier.heads_graph import write_graph
from classifier.measuring import measure
from classifier.model_card import write_card
from classifier.quality import write_measured
from classifier.training import read_pool, train
from edge.core.errors import EdgeError

_TASKS, _ANSWERED = "task_prompts_public.jsonl", "weak_strong_public.jsonl"


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="prelude train",
        description="Train the heads for task and difficulty on the prompts that ship, about a "
        "minute on one core, and write the model with its card. Without --data the difficulty is "
        "no more than a guess by the task. Needs scikit-learn: pip install 'prelude-edge[train]'.",
    )
    parser.add_argument(
        "--data",
        type=Path,
        metavar="DIR",
        help=f"adds public prompts: {_TASKS}, and {_ANSWERED} for the difficulty",
    )
    parser.add_argument(
        "--out",
        type=Path,
        default=BUILTIN.parent,
        metavar="DIR",
        help="where model.onnx, its quality.json and its card, README.md, are written; by default "
        "in the place of the built-in ones",
    )
    arguments = parser.parse_args(argv)
    if find_spec("sklearn") is None:
        raise EdgeError("scikit-learn is not installed: pip install 'prelude-edge[train]'")
    start = time.monotonic()

    def tell(line: str) -> None:
        print(f"{time.monotonic() - start:4.0f} s  {line}", file=sys.stderr, flush=True)

    data: Path | None = arguments.data
    pool = read_pool(data and data / _TASKS, data and data / _ANSWERED)
    trained = train(pool, tell)
    date = datetime.now(UTC).date().isoformat()
    sources = ", ".join(f"{name} {count}" for name, count in sorted(pool.sources().items()))
    try:
        arguments.out.mkdir(parents=True, exist_ok=True)
        file = arguments.out / BUILTIN.name
        file.write_bytes(write_graph(trained.heads, {"date": date, "sources": sources}))
        measured, kept = measure(HeadsModel(file), pool, trained, tell)
        write_measured(file, measured)
        card = arguments.out / "README.md"
        card.write_text(write_card(trained, pool, measured, kept, date), encoding="utf-8")
    except OSError as error:
        raise EdgeError(f"{error.filename}: {error.strerror}") from error
    tell(f"{file} ({file.stat().st_size / 1e6:.1f} MB) and its card, {card.name}, are written")
    return 0
