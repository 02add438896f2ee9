from __future__ import annotations

from dataclasses import replace

import pytest

from edge.core.dial import NO_CURVE, QualityCurve, turn
from edge.core.verdict import Task, Verdict

CURVE = QualityCurve({0.9: 0.5, 0.95: 0.3, 0.99: 0.1})
EASY = Verdict(Task.OPEN_QA, 0.2, 0.9, "the test", is_calibrated=True)


def test_prompt_below_the_threshold_is_easy_and_above_it_is_not() -> None:
    assert turn(0.95, EASY, CURVE).is_easy
    assert not turn(0.95, replace(EASY, difficulty=0.3), CURVE).is_easy
    assert "difficulty 0.20 is below 0.30" in turn(0.95, EASY, CURVE).because


def test_between_two_measured_qualities_the_stricter_one_holds() -> None:
    assert CURVE.threshold(0.91) == 0.3
    assert CURVE.threshold(0.2) == 0.5


@pytest.mark.parametrize(
    ("quality", "verdict", "curve", "why"),
    [
        (1.0, EASY, CURVE, "no threshold was measured"),
        (0.9, EASY, NO_CURVE, "no threshold was measured"),
        (0.9, replace(EASY, confidence=0.5), CURVE, "confidence 0.50 is below"),
        (0.9, replace(EASY, is_calibrated=False), CURVE, "a guess"),
    ],
)
def test_whatever_is_not_known_means_the_strong_model(
    quality: float, verdict: Verdict, curve: QualityCurve, why: str
) -> None:
    setting = turn(quality, verdict, curve)
    assert not setting.is_easy
    assert why in setting.because
