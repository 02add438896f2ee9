"""The dial between cost and quality: how hard a prompt may be for the cheaper model to have it.

A quality of 0.95 means: of what the strong model would get right, 0.95 shall still be right. Below
a threshold of difficulty the cheaper model answers, above it the strong one; which threshold keeps
which quality was measured, on prompts that the judge of difficulty had not seen, and comes as a
curve. Between two measured qualities the stricter one's threshold holds, and for more quality than
was measured the strong model answers always.

A threshold means something only for the judge that it was measured with: a difficulty from
elsewhere, or of a prompt that the judge is unsure about, means the strong model.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from edge.core.verdict import Verdict

SURE = 0.6  # a verdict of less confidence is no reason to save


@dataclass(frozen=True, slots=True)
class QualityCurve:
    """By quality, the difficulty up to which the cheaper model answers."""

    thresholds: Mapping[float, float] = field(default_factory=dict)

    def threshold(self, quality: float) -> float | None:
        """None: nobody measured one that keeps as much."""
        enough = [known for known in self.thresholds if known >= quality]
        return self.thresholds[min(enough)] if enough else None


NO_CURVE = QualityCurve()


@dataclass(frozen=True, slots=True)
class Setting:
    """What the dial says of one prompt. `because` is for people."""

    is_easy: bool
    because: str


def turn(quality: float, verdict: Verdict, curve: QualityCurve) -> Setting:
    """Whether the cheaper model may answer."""
    threshold = curve.threshold(quality)
    hard = _why_hard(verdict, threshold)
    if hard is not None:
        return Setting(False, f"quality {quality:g}: {hard}")
    return Setting(
        True, f"quality {quality:g}: difficulty {verdict.difficulty:.2f} is below {threshold:.2f}"
    )


def _why_hard(verdict: Verdict, threshold: float | None) -> str | None:
    if threshold is None:
        return "no threshold was measured that keeps it"
    if not verdict.is_calibrated:
        return f"the difficulty of {verdict.task} prompts is a guess, not a measure"
    if verdict.confidence < SURE:
        return f"the verdict's confidence {verdict.confidence:.2f} is below {SURE:g}"
    if verdict.difficulty >= threshold:
        return f"difficulty {verdict.difficulty:.2f} is not below {threshold:.2f}"
    return None
