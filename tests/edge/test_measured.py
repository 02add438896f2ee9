"""Whose difficulty is a measure: a model's with its own curve beside it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from classifier.glance import GLANCE_FILE
from classifier.heads import BUILTIN
from classifier.quality import NOTHING, QUALITY_FILE, write_measured
from edge.core.settings import ClassifierSettings
from edge.parts import measured_of

SHIPPED = measured_of(ClassifierSettings("builtin"))


def test_the_built_in_model_has_its_curve() -> None:
    assert SHIPPED.curve.threshold(0.95) is not None
    assert SHIPPED.tasks


@pytest.mark.parametrize("model", ["rules", "local", "local:big", "judge.gguf"])
def test_whatever_is_no_trained_file_was_not_measured(model: str) -> None:
    assert measured_of(ClassifierSettings(model)) == NOTHING


def test_a_model_of_ones_own_is_measured_by_its_own_curve_alone(tmp_path: Path) -> None:
    file = Path(shutil.copy(BUILTIN, tmp_path / "model.onnx"))
    assert measured_of(ClassifierSettings(str(file))) == NOTHING
    shutil.copy(BUILTIN.with_name(QUALITY_FILE), tmp_path)
    assert measured_of(ClassifierSettings(str(file))) == NOTHING  # it is of one with a glance
    shutil.copy(BUILTIN.with_name(GLANCE_FILE), tmp_path)
    assert measured_of(ClassifierSettings(str(file))) == SHIPPED
    file.write_bytes(file.read_bytes() + b"\0")
    assert measured_of(ClassifierSettings(str(file))) == NOTHING


def test_a_folder_is_measured_by_the_curve_in_it(tmp_path: Path) -> None:
    (tmp_path / "model.onnx").write_bytes(b"a sequence classifier")
    assert measured_of(ClassifierSettings(str(tmp_path))) == NOTHING
    write_measured(tmp_path / "model.onnx", SHIPPED)
    assert measured_of(ClassifierSettings(str(tmp_path))) == SHIPPED
