"""`prelude train`: make the classifier's model anew, from labelled prompts."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

from classifier.glance import GLANCE_FILE, write_glance
from classifier.heads import BUILTIN, HeadsModel
from classifier.heads_graph import write_graph
from classifier.measuring import measure
from classifier.model_card import write_card
from classifier.quality import write_measured
from classifier.training import read_pool, train
from edge.commands.arguments import add_config
from edge.commands.ledger import first_instant, path_of_settings
from edge.commands.train_on_ledger import train_on_ledger
from edge.core.errors import EdgeError
from edge.platforms import platforms
from edge.settings_file import load

_THE_SETTINGS = Path()
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
        metavar="DIR",
        help=f"where model.onnx, {GLANCE_FILE}, quality.json and their card, README.md, are "
        "written; by default in the place of the built-in ones, and what a ledger taught beside it "
        "(prelude/classifier of the state folder)",
    )
    parser.add_argument(
        "--from-ledger",
        nargs="?",
        const=_THE_SETTINGS,
        type=Path,
        metavar="FILE",
        help="correct the built-in model by the prompts that a ledger kept (else the settings' "
        "ledger), and by what their callers said of the replies and what became of them: seconds",
    )
    parser.add_argument("--days", type=int, metavar="N", help="the ledger's last N days only")
    add_config(parser)
    arguments = parser.parse_args(argv)
    if arguments.days is not None and arguments.days < 1:
        parser.error("--days: at least 1")
    if find_spec("sklearn") is None:
        raise EdgeError("scikit-learn is not installed: pip install 'prelude-edge[train]'")
    start = time.monotonic()

    def tell(line: str) -> None:
        print(f"{time.monotonic() - start:4.0f} s  {line}", file=sys.stderr, flush=True)

    ledger: Path | None = arguments.from_ledger
    if ledger is not None:
        config, since = arguments.config, first_instant(arguments.days)
        path = path_of_settings(config) if ledger == _THE_SETTINGS else ledger
        train_on_ledger(path, since, arguments.out or _state_folder(config), tell)
        return 0
    data: Path | None = arguments.data
    pool = read_pool(data and data / _TASKS, data and data / _ANSWERED)
    out: Path = arguments.out or BUILTIN.parent
    trained = train(pool, tell)
    date = datetime.now(UTC).date().isoformat()
    sources = ", ".join(f"{name} {count}" for name, count in sorted(pool.sources().items()))
    try:
        out.mkdir(parents=True, exist_ok=True)
        file = out / BUILTIN.name
        file.write_bytes(write_graph(trained.heads, {"date": date, "sources": sources}))
        write_glance(file, trained.glance)
        measured, kept = measure(HeadsModel(file), pool, trained, tell)
        write_measured(file, measured)
        card = out / "README.md"
        card.write_text(write_card(trained, pool, measured, kept, date), encoding="utf-8")
    except OSError as error:
        raise EdgeError(f"{error.filename}: {error.strerror}") from error
    tell(f"{file}, {GLANCE_FILE} and their card, {card.name}, are written")
    return 0


def _state_folder(config: Path | None) -> Path:
    beside = load(config, os.environ, platforms()).overlay_file
    if beside is None:
        raise EdgeError("neither XDG_STATE_HOME nor HOME says where state is kept: --out DIR")
    return beside.with_name("classifier")
