"""Draws a report's plots into one picture, each below the one before.

Whoever looks at the picture has no caption: so a plot's title is its question, its axes name their
units, its limit is a line that says its value, and what colours tell is told by words as well. The
colours are Okabe and Ito's, which the colour-blind can tell apart.

matplotlib is an extra: the figures themselves need none of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from math import isfinite
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING

from bench.report import Bars, Curves, Matrix, Plot
from edge.core.errors import EdgeError

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_COLOURS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#000000")
_DASHES = ("-", "--", "-.", ":")
_LEVELS = ("#8fd3b6", "#a9d5f2", "#f5d48a", "#d55e00")  # light enough for the words on them
_INK, _FAINT = "#222222", "#d9d9d9"
_WIDTH = 10.0  # inches
_HEIGHT = 5.0
_ROW_HEIGHT = 0.24  # of a matrix
_WIDEST_BAR = 0.4  # of the room for a group
_UNIT_CHARS = 44  # in a line beside an axis
_GROUP_CHARS = 18  # in a line below a group of bars
_COLUMN_CHARS = 9  # in a line above a column of a matrix
_CHAR_WIDTH = 0.09  # of a row's name
_DPI = 120


def require_matplotlib() -> None:
    """Raises `EdgeError` without it: to be asked before a benchmark runs for minutes."""
    if find_spec("matplotlib") is None:
        raise EdgeError(
            "plots need matplotlib, which is not installed: pip install 'prelude-edge[bench]', "
            "or in a checkout `make test`, which installs it too"
        )


def draw(plots: Sequence[Plot], file: Path) -> None:
    """Write the plots as a PNG. Raises `EdgeError` where there are none."""
    if not plots:
        raise EdgeError("this run has nothing to draw")
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # no window, no display
    from matplotlib.figure import Figure

    heights = [_height(plot) for plot in plots]
    figure = Figure(figsize=(_WIDTH, sum(heights)), dpi=_DPI, facecolor="white")
    FigureCanvasAgg(figure)
    parts = figure.subfigures(len(plots), 1, height_ratios=heights, squeeze=False)
    for plot, part in zip(plots, parts[:, 0], strict=True):
        part.subplots_adjust(**_margins(plot))
        axes = part.add_subplot()
        axes.set_title(plot.question, loc="left", fontsize=13, color=_INK, pad=_title_pad(plot))
        axes.spines[["top", "right"]].set_visible(False)
        axes.tick_params(labelsize=10, colors=_INK)
        match plot:
            case Bars():
                _draw_bars(axes, plot)
            case Curves():
                _draw_curves(axes, plot)
            case Matrix():
                _draw_matrix(axes, plot)
    figure.savefig(file, format="png")


# -- the kinds ---------------------------------------------------------------


def _draw_bars(axes: Axes, plot: Bars) -> None:
    width = min(0.8 / len(plot.series), _WIDEST_BAR)
    left = width * len(plot.series) / 2
    for place, (name, values) in enumerate(plot.series.items()):
        at = [group - left + width * (place + 0.5) for group in range(len(plot.groups))]
        bars = axes.bar(
            at,
            values,
            width * 0.92,
            label=name,
            color=_COLOURS[place % len(_COLOURS)],
            yerr=_spread(values, plot.bounds[name]) if name in plot.bounds else None,
            error_kw={"ecolor": _INK, "capsize": 3},
        )
        axes.bar_label(bars, list(map(_figure, values)), fontsize=9, padding=3, color=_INK)
    axes.set_xticks(range(len(plot.groups)), [fill(name, _GROUP_CHARS) for name in plot.groups])
    axes.set_xlim(-0.5, len(plot.groups) - 0.5)
    axes.set_ylabel(fill(plot.unit, _UNIT_CHARS), fontsize=11)
    axes.grid(axis="y", color=_FAINT)
    axes.set_axisbelow(True)
    axes.margins(y=0.15)
    if plot.is_log:
        axes.set_yscale("log")
    if plot.limit is not None:
        axes.axhline(plot.limit, color=_INK, linestyle="--")
        axes.text(-0.48, plot.limit, f"limit {plot.limit:g}", fontsize=10, color=_INK, va="bottom")
    if len(plot.series) > 1:
        _add_legend(axes)


def _draw_curves(axes: Axes, plot: Curves) -> None:
    for place, (name, values) in enumerate(plot.series.items()):
        known = sorted(filter(isfinite, values))
        axes.step(
            known,
            [(count + 1) / len(values) for count in range(len(known))],
            where="post",
            label=f"{name} (n = {len(values)})",
            color=_COLOURS[place % len(_COLOURS)],
            linestyle=_DASHES[place % len(_DASHES)],
            linewidth=2,
        )
    if plot.is_log:
        _count_in_tens(axes)
    axes.set_xlabel(plot.unit, fontsize=11)
    axes.set_ylabel(f"share of {plot.of}", fontsize=11)
    axes.set_ylim(0, 1.02)
    axes.set_yticks([0, 0.25, 0.5, 0.75, 0.9, 1], ["0", "25 %", "50 %", "75 %", "90 %", "100 %"])
    axes.grid(color=_FAINT)
    if plot.limit is not None:
        axes.axvline(plot.limit, color=_INK, linestyle="--", label=f"limit: {plot.limit:g}")
    _add_legend(axes)


def _draw_matrix(axes: Axes, plot: Matrix) -> None:
    from matplotlib.patches import Patch, Rectangle

    for (row, column), (level, text) in plot.cells.items():
        x, y = plot.columns.index(column), plot.rows.index(row)
        patch = Rectangle((x - 0.5, y - 0.5), 1, 1, facecolor=_LEVELS[level], edgecolor="white")
        axes.add_patch(patch)
        axes.text(x, y, text, ha="center", va="center", fontsize=9, color=_INK)
    axes.set_xlim(-0.5, len(plot.columns) - 0.5)
    axes.set_ylim(len(plot.rows) - 0.5, -0.5)
    axes.set_xticks(range(len(plot.columns)), [fill(name, _COLUMN_CHARS) for name in plot.columns])
    axes.xaxis.tick_top()
    axes.xaxis.set_label_position("top")
    axes.set_yticks(range(len(plot.rows)), plot.rows)
    axes.set_xlabel(plot.column_name, fontsize=11)
    axes.set_ylabel(plot.row_name, fontsize=11, loc="top")
    axes.spines[:].set_visible(False)
    axes.tick_params(length=0)
    patches = [
        Patch(facecolor=colour, label=level)
        for colour, level in zip(_LEVELS, plot.levels, strict=False)
    ]
    axes.legend(
        handles=patches,
        loc="upper left",
        bbox_to_anchor=(0, 0),
        ncols=2,
        fontsize=10,
        frameon=False,
    )


# -- the page ----------------------------------------------------------------


def _height(plot: Plot) -> float:
    return 2.5 + _ROW_HEIGHT * len(plot.rows) if isinstance(plot, Matrix) else _HEIGHT


def _margins(plot: Plot) -> dict[str, float]:
    """In parts of the page, from inches: a tall page has no wider rim than a low one."""
    height = _height(plot)
    if isinstance(plot, Matrix):
        left = (0.6 + _CHAR_WIDTH * max(map(len, plot.rows), default=0)) / _WIDTH
        return {"left": left, "right": 0.98, "top": 1 - 1.3 / height, "bottom": 0.8 / height}
    return {"left": 0.1, "right": 0.97, "top": 1 - 0.6 / height, "bottom": 1.2 / height}


def _title_pad(plot: Plot) -> float:
    return 14.0 if isinstance(plot, Matrix) else 10.0


def _add_legend(axes: Axes) -> None:
    """Below the axes, where it hides no value."""
    axes.legend(loc="upper left", bbox_to_anchor=(0, -0.14), ncols=3, fontsize=10, frameon=False)


def _count_in_tens(axes: Axes) -> None:
    """A logarithmic scale that people can read: 100, 200, 500, 1,000."""
    from matplotlib.ticker import LogLocator, NullLocator

    axes.set_xscale("log")
    axes.xaxis.set_major_locator(LogLocator(subs=(1.0, 2.0, 5.0)))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.xaxis.set_major_formatter("{x:,g}")


def _spread(
    values: Sequence[float], bounds: Sequence[tuple[float, float]]
) -> tuple[list[float], list[float]]:
    """How far down and up each value may be off."""
    pairs = list(zip(values, bounds, strict=True))
    return [value - low for value, (low, _) in pairs], [high - value for value, (_, high) in pairs]


def _figure(value: float) -> str:
    if not isfinite(value):
        return "-"
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
