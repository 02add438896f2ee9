from __future__ import annotations

from pathlib import Path

import pytest

from classifier.quality import read_curve
from edge.core.dial import NO_CURVE


def test_curve_is_read_by_quality(tmp_path: Path) -> None:
    path = tmp_path / "quality.json"
    path.write_text('{"0.95": 0.4, "1.0": 0}')
    curve = read_curve(path)
    assert curve.threshold(0.9) == 0.4
    assert curve.threshold(0.99) == 0


def test_without_a_file_nothing_was_measured(tmp_path: Path) -> None:
    assert read_curve(tmp_path / "quality.json") == NO_CURVE


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"a": 1}', '{"0.9": null}', '{"0.9": 2}', '{"0.9": NaN}']
)
def test_what_is_no_curve_is_refused_by_its_name(tmp_path: Path, text: str) -> None:
    path = tmp_path / "quality.json"
    path.write_text(text)
    with pytest.raises(ValueError, match=r"quality\.json: "):
        read_curve(path)
