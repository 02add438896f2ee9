"""How the matrix puts its questions."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

from bench.dead_ends import DEAD_ENDS
from bench.fault_cells import SIMULATOR, cells
from bench.fault_matrix import parts_of, settings_of
from edge.platforms import platforms
from edge.settings_file import load

PORTS = dict.fromkeys((SIMULATOR, *DEAD_ENDS), 9)


def test_a_service_takes_the_settings_of_each_part_and_no_cell_is_left_out(tmp_path: Path) -> None:
    asked = cells(quick=False)
    parts = parts_of(asked)
    assert list(chain.from_iterable(parts)) == asked
    largest = max(("".join(settings_of(part, "none", PORTS)) for part in parts), key=len)
    file = tmp_path / "prelude.toml"
    file.write_text(largest)
    assert len(load(file, {}, platforms()).settings.models) >= len(parts[0])
