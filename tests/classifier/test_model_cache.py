from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from classifier.model_cache import kept_or_made

MADE = b"a model" * 1000


class Maker:
    def __init__(self) -> None:
        self.calls = 0

    def __call__(self) -> bytes:
        self.calls += 1
        return MADE


def kept(folder: Path, make: Maker) -> Path:
    found = kept_or_made(folder, "key-v1", make)
    assert isinstance(found, Path)
    assert found.read_bytes() == MADE
    return found


def test_what_was_made_once_is_found_again(tmp_path: Path) -> None:
    make = Maker()
    first = kept(tmp_path / "new" / "folder", make)
    assert kept(tmp_path / "new" / "folder", make) == first
    assert make.calls == 1
    assert kept_or_made(tmp_path / "new" / "folder", "key-v2", make) != first
    assert make.calls == 2


def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    make = Maker()
    path = kept(tmp_path, make)
    for damaged in (MADE[:-1], b"", b"X" + MADE[1:]):
        path.write_bytes(damaged)
        assert kept(tmp_path, make) == path
    assert make.calls == 4


def test_half_of_a_file_is_never_taken_for_one(tmp_path: Path) -> None:
    make = Maker()
    running, abandoned = tmp_path / "running.part", tmp_path / "abandoned.part"
    for part in (running, abandoned):
        part.write_bytes(MADE[:10])
    os.utime(abandoned, (0, 0))
    kept(tmp_path, make)
    assert running.exists()
    assert not abandoned.exists()


def test_where_nothing_can_be_kept_it_serves_all_the_same(tmp_path: Path) -> None:
    make = Maker()
    in_the_way = tmp_path / "file"
    in_the_way.write_bytes(b"no folder")
    assert kept_or_made(in_the_way, "key", make) == MADE
    assert kept_or_made(None, "key", make) == MADE


def test_processes_that_make_it_at_once_all_have_it(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from classifier.model_cache import kept_or_made; "
        "found = kept_or_made(Path(sys.argv[1]), 'key', lambda: b'a model' * 500_000); "
        "sys.exit(found.read_bytes() != b'a model' * 500_000)"
    )
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", script, str(tmp_path)]
    processes = [subprocess.Popen(command, cwd=root) for _ in range(4)]
    assert [process.wait(60) for process in processes] == [0, 0, 0, 0]
    assert [path.suffix for path in tmp_path.iterdir()] == [".onnx"]
