"""A table for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def as_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A line for each row, its columns as wide as they need be."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    for row in (head, *rows):
        cells = (f"{cell:{width}}" for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()
