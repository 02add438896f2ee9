"""What was measured of a model's difficulty: which may go to the cheaper model, for how much of the
strong one's quality, and of which tasks that is known.

`quality.json` lies beside the model file that it was drawn with. `prelude train` writes it, where
there are prompts that a weak and a strong model answered:

    {"model": "<sha256 of the model file, and its glance's>", "tasks": ["math", "reasoning"],
     "thresholds": {"0.95": 0.41, "0.99": 0.22, "1.0": 0.0}}

a share of the strong model's quality as the key, a threshold of difficulty as the value. A prompt
of a task that is not named was not measured. Nor was anything without the file, or where the model
is another than the one that it was drawn with: then nothing is saved by it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from classifier.glance import GLANCE_FILE
from edge.core.dial import NO_CURVE, QualityCurve
from edge.core.verdict import Task

QUALITY_FILE = "quality.json"


@dataclass(frozen=True, slots=True)
class Measured:
    """`tasks`: those whose prompts were among the ones that the curve was drawn over."""

    curve: QualityCurve = NO_CURVE
    tasks: frozenset[Task] = frozenset()


NOTHING = Measured()


def read_measured(model: Path) -> Measured:
    """What was measured of a model file. Raises `ValueError`, which names the file, for one that is
    no curve."""
    path = model.with_name(QUALITY_FILE)
    try:
        text = path.read_text("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return NOTHING
    try:
        data = json.loads(text)
        thresholds = {float(key): float(value) for key, value in data["thresholds"].items()}
        tasks = frozenset(map(Task, data["tasks"]))
        digest = str(data["model"])
    except (ValueError, TypeError, AttributeError, KeyError) as error:
        raise ValueError(f"{path.name}: not the model, tasks and thresholds of a curve") from error
    if not all(0 <= each <= 1 for pair in thresholds.items() for each in pair):
        raise ValueError(f"{path.name}: a quality or a threshold is not from 0 to 1")
    return Measured(QualityCurve(thresholds), tasks) if digest == _digest(model) else NOTHING


def write_measured(model: Path, measured: Measured) -> None:
    """Beside the model file; without a curve one that lies there from before is taken away."""
    path = model.with_name(QUALITY_FILE)
    if not measured.curve.thresholds:
        path.unlink(missing_ok=True)
        return
    written: Mapping[str, object] = {
        "model": _digest(model),
        "tasks": sorted(measured.tasks),
        "thresholds": {f"{key:g}": value for key, value in measured.curve.thresholds.items()},
    }
    path.write_text(json.dumps(written, indent=1) + "\n", "utf-8")


def _digest(model: Path) -> str:
    """Both say how hard a prompt is."""
    glance = model.with_name(GLANCE_FILE)
    try:
        written = model.read_bytes() + (glance.read_bytes() if glance.exists() else b"")
    except OSError:  # whoever loads it says so
        return ""
    return hashlib.sha256(written).hexdigest()
