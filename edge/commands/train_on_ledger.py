"""`prelude train --from-ledger`: a classifier that knows one's own prompts.

The packaged model is not touched: the new one goes into a folder of the state, or `--out`, and
judges nothing before the settings name it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from classifier.built_heads import read_heads
from classifier.heads import BUILTIN, HeadsModel
from classifier.heads_graph import write_graph
from classifier.ledger_card import measure, write_facts, write_ledger_card
from classifier.ledger_labels import LEAST_OF_EACH, LEAST_TASKS, Labels, find_labels
from classifier.ledger_training import correct
from edge.core.classifier_names import TRAINED_CARD
from edge.core.errors import EdgeError
from edge.ledger_kept import Harvest, read_kept


def train_on_ledger(ledger: Path, since: float, out: Path, tell: Callable[[str], None]) -> None:
    """`since`: a Unix time. Raises `EdgeError`, also where there is too little to learn from."""
    harvest = read_kept(ledger, since)
    labels = find_labels(harvest.kept)
    tell(_found(labels))
    if not (labels.teach_tasks or labels.teach_difficulty):
        raise EdgeError(_too_few(ledger, harvest, labels))
    corrected = correct(read_heads(BUILTIN), labels)
    date = datetime.now(UTC).date().isoformat()
    figures = measure(corrected, labels, date=date, replies=harvest.replies, kept=len(harvest.kept))
    try:
        out.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = out / BUILTIN.name
        file.write_bytes(write_graph(corrected.heads, {"date": date, "sources": "builtin, ledger"}))
        (out / "README.md").write_text(write_ledger_card(figures), encoding="utf-8")
        (out / TRAINED_CARD).write_text(write_facts(figures), encoding="utf-8")
    except OSError as error:
        raise EdgeError(f"{error.filename}: {error.strerror}") from error
    HeadsModel(file).judge_text("Hello!")  # it can be used
    tell(f"{file} and its card, README.md, are written")
    if figures.is_worse:
        tell("on prompts that it did not see it is worse than the built-in one: see the card")
    print(f'To use it, add to the settings:\n\n[classifier]\nmodel = "{out.absolute()}"')


def _found(labels: Labels) -> str:
    return (
        f"{len(labels.tasks)} prompts whose task somebody told; {labels.hard} that were too hard "
        f"for a cheap model and {labels.easy} that were not, of which {labels.stood} nobody rated"
    )


def _too_few(ledger: Path, harvest: Harvest, labels: Labels) -> str:
    return (
        f"{ledger}: too little to learn from. It has {len(labels.tasks)} prompts whose task "
        f"somebody told ({LEAST_TASKS} are needed), and {labels.hard} that were too hard for a "
        f"cheap model and {labels.easy} that were not ({LEAST_OF_EACH} of each are). Of its "
        f"{harvest.replies} replies in this time, {len(harvest.kept)} have their prompts, which "
        "are kept only with `prompts = true` in [ledger]"
    )
