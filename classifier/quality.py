"""The measured curve of the difficulty head: which difficulty may go to the cheaper model, for how
much of the strong one's quality.

`model/quality.json` is written where the head is trained, from prompts that it did not see: one
object, a share of the strong model's quality as the key, a threshold of difficulty as the value:

    {"0.95": 0.41, "0.99": 0.22, "1.0": 0.0}

Without the file nothing was measured, and nothing is saved by it.
"""

from __future__ import annotations

import json
from pathlib import Path

from edge.core.dial import NO_CURVE, QualityCurve

QUALITY_FILE = Path(__file__).with_name("model") / "quality.json"


def read_curve(path: Path = QUALITY_FILE) -> QualityCurve:
    """Raises `ValueError`, which names the file, for one that is no curve."""
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return NO_CURVE
    try:
        thresholds = {float(key): float(value) for key, value in json.loads(text).items()}
    except (ValueError, TypeError, AttributeError) as error:
        raise ValueError(f"{path.name}: not an object of numbers by numbers") from error
    if not all(0 <= each <= 1 for pair in thresholds.items() for each in pair):
        raise ValueError(f"{path.name}: a quality or a threshold is not from 0 to 1")
    return QualityCurve(thresholds)
