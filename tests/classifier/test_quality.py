"""What was measured of a model's difficulty, and that it is of this very model."""

from __future__ import annotations

from pathlib import Path

import pytest

from classifier.glance import GLANCE_FILE
from classifier.heads import BUILTIN
from classifier.quality import NOTHING, QUALITY_FILE, Measured, read_measured, write_measured
from edge.core.dial import QualityCurve
from edge.core.verdict import Task

MEASURED = Measured(QualityCurve({0.95: 0.4, 1.0: 0.0}), frozenset({Task.MATH, Task.REASONING}))


@pytest.fixture
def model(tmp_path: Path) -> Path:
    file = tmp_path / "model.onnx"
    file.write_bytes(b"a model")
    return file


def test_what_is_written_is_read_again(model: Path) -> None:
    write_measured(model, MEASURED)
    assert read_measured(model) == MEASURED
    assert read_measured(model).curve.threshold(0.9) == 0.4


def test_without_a_file_nothing_was_measured(model: Path) -> None:
    assert read_measured(model) == NOTHING


def test_curve_of_another_model_says_nothing(model: Path) -> None:
    write_measured(model, MEASURED)
    model.write_bytes(b"another one")
    assert read_measured(model) == NOTHING


def test_curve_of_another_glance_says_nothing(model: Path) -> None:
    model.with_name(GLANCE_FILE).write_bytes(b"its glance")
    write_measured(model, MEASURED)
    assert read_measured(model) == MEASURED
    model.with_name(GLANCE_FILE).unlink()
    assert read_measured(model) == NOTHING


def test_curve_from_before_goes_when_there_is_none(model: Path) -> None:
    write_measured(model, MEASURED)
    write_measured(model, NOTHING)
    assert not model.with_name(QUALITY_FILE).exists()


def test_model_that_is_not_there_was_not_measured(tmp_path: Path) -> None:
    (tmp_path / QUALITY_FILE).write_text('{"model": "", "tasks": [], "thresholds": {}}')
    assert read_measured(tmp_path / "none" / "model.onnx") == NOTHING


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        '{"0.95": 0.4}',
        '{"model": "x", "tasks": ["math"], "thresholds": {"a": 1}}',
        '{"model": "x", "tasks": ["math"], "thresholds": {"0.9": null}}',
        '{"model": "x", "tasks": ["math"], "thresholds": {"0.9": 2}}',
        '{"model": "x", "tasks": ["math"], "thresholds": {"0.9": NaN}}',
        '{"model": "x", "tasks": ["maths"], "thresholds": {"0.9": 0.1}}',
    ],
)
def test_what_is_no_curve_is_refused_by_its_name(model: Path, text: str) -> None:
    model.with_name(QUALITY_FILE).write_text(text)
    with pytest.raises(ValueError, match=r"quality\.json: "):
        read_measured(model)


def test_the_built_in_model_ships_with_its_own_curve() -> None:
    shipped = read_measured(BUILTIN)
    assert sorted(shipped.curve.thresholds) == [0.9, 0.95, 0.99, 1.0]
    falling = [shipped.curve.thresholds[quality] for quality in (0.9, 0.95, 0.99, 1.0)]
    assert falling == sorted(falling, reverse=True)
    assert shipped.tasks
