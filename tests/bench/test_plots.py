"""Plots: pure data in, one readable picture out."""

from __future__ import annotations

import struct
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from bench.plots import draw
from bench.report import Bars, Curves, Matrix, Plot

ROOT = Path(__file__).parents[2]
BARS = Bars(
    "Does it do harm?",
    "% of openings",
    ("closed QA", "sums"),
    {"placebo": (2.0, float("nan")), "frame": (0.1, 0.0)},
    {"frame": ((0.0, 0.5), (0.0, 0.4))},
    limit=0.5,
)
CURVES = Curves("How soon?", "ms", {"direct": (900.0, 700.0), "ours": ()}, limit=800, is_log=True)
MATRIX = Matrix(
    "What came of it?",
    "fault",
    "phase",
    ("cut", "stall"),
    ("headers", "mid-word"),
    ("whole", "lost"),
    {("cut", "mid-word"): (0, "3/3"), ("stall", "headers"): (1, "0/1")},
)


def size(file: Path) -> tuple[int, int]:
    """Width and height, from the head of a PNG."""
    data = file.read_bytes()
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", data[16:24])
    return width, height


@pytest.mark.parametrize("plots", [[BARS], [CURVES], [MATRIX], [BARS, CURVES, MATRIX]])
def test_plots_become_one_picture(plots: Sequence[Plot], tmp_path: Path) -> None:
    file = tmp_path / "plot.png"
    draw(plots, file)
    width, height = size(file)
    assert width == 1200
    assert height >= 300 * len(plots)


def test_every_row_of_a_matrix_has_its_room(tmp_path: Path) -> None:
    many = Matrix("?", "", "", tuple(map(str, range(60))), ("a",), ("whole",), {})
    low, tall = tmp_path / "low.png", tmp_path / "tall.png"
    draw([MATRIX], low)
    draw([many], tall)
    assert size(tall)[1] - size(low)[1] >= 58 * 20


def test_without_matplotlib_the_error_names_the_extra() -> None:
    command = "from bench.plots import require_matplotlib; require_matplotlib()"
    done = subprocess.run(
        [sys.executable, "-S", "-c", command],  # -S: an interpreter without what is installed
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "EdgeError: plots need matplotlib" in done.stderr
    assert "prelude-edge[bench]" in done.stderr
