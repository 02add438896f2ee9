"""What the kernel says of memory; on a system that says nothing, nothing is made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from local_models.memory import free_bytes, left_in_groups, oom_kills

HAS_PROC = Path("/proc/meminfo").exists()


@pytest.mark.skipif(not HAS_PROC, reason="needs Linux's /proc")
def test_free_memory_is_some_and_less_than_the_machine_has() -> None:
    first = Path("/proc/meminfo").read_text().split()
    total = int(first[1]) << 10
    free = free_bytes()
    assert free is not None
    assert 0 < free <= total


@pytest.mark.skipif(not HAS_PROC, reason="needs Linux's /proc")
def test_the_kernel_counts_what_it_killed() -> None:
    assert oom_kills() >= 0


def test_every_limit_from_our_group_up_holds_and_cached_files_count_as_free(tmp_path: Path) -> None:
    inner = tmp_path / "box" / "app"
    inner.mkdir(parents=True)
    _write(inner, {"memory.max": "1000", "memory.current": "900"})
    _write(inner, {"memory.stat": "anon 600\ninactive_file 200\nactive_file 50\n"})
    _write(tmp_path / "box", {"memory.max": "max", "memory.current": "5000"})
    _write(tmp_path, {"memory.max": "6000", "memory.current": "5900"})
    assert list(left_in_groups(["0::/box/app"], tmp_path)) == [350, 100]


def test_control_groups_of_the_first_version_are_read_too(tmp_path: Path) -> None:
    group = tmp_path / "memory" / "app"
    group.mkdir(parents=True)
    _write(group, {"memory.limit_in_bytes": "1000", "memory.usage_in_bytes": "900"})
    lines = ["9:name=systemd:/", "4:memory:/app", "0::/"]
    assert list(left_in_groups(lines, tmp_path)) == [100]


def _write(group: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (group / name).write_text(text + "\n")
