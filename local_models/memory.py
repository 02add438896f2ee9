"""How much memory the machine has left for us, and whether the kernel has lately taken some back.

Free is what the kernel says could be had without swapping, or what is left of the limit of a
control group that we are in, whichever is less: in a container the first alone would promise the
whole machine. File pages that are cached count as free in both: the weights are such pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

_MEMINFO = Path("/proc/meminfo")
_VMSTAT = Path("/proc/vmstat")
_OUR_GROUPS = Path("/proc/self/cgroup")
_GROUPS = Path("/sys/fs/cgroup")
# Names in control groups v2 and v1: the limit, what is used, and which of it is cached files.
_V2 = ("memory.max", "memory.current", ("inactive_file", "active_file"))
_V1 = (
    "memory.limit_in_bytes",
    "memory.usage_in_bytes",
    ("total_inactive_file", "total_active_file"),
)


def free_bytes() -> int | None:
    """None where the system does not say."""
    found = [*_of_the_machine(), *left_in_groups(_lines(_OUR_GROUPS), _GROUPS)]
    return max(0, min(found)) if found else None


def oom_kills() -> int:
    """How many processes the kernel has killed for want of memory since it was started."""
    return _counts(_VMSTAT).get("oom_kill", 0)


def left_in_groups(memberships: Iterable[str], groups: Path) -> Iterator[int]:
    """What is left in each group that we are in, from ours up: every limit holds. `memberships` are
    lines as of /proc/self/cgroup, `groups` is where the groups' folders are."""
    for line in memberships:
        number, controllers, path = line.split(":", 2)
        if number == "0" and not controllers:
            root, names = groups, _V2
        elif "memory" in controllers.split(","):
            root, names = groups / "memory", _V1
        else:
            continue
        folder = root / path.lstrip("/")
        for group in (folder, *folder.parents):
            yield from _left(group, *names)
            if group == root:
                break


def _of_the_machine() -> Iterator[int]:
    kib = _counts(_MEMINFO).get("MemAvailable:")
    if kib is not None:
        yield kib << 10


def _left(group: Path, limit: str, used: str, cached: tuple[str, ...]) -> Iterator[int]:
    most, taken = _number(group / limit), _number(group / used)
    if most is not None and taken is not None:
        counts = _counts(group / "memory.stat")
        yield most - taken + sum(counts.get(name, 0) for name in cached)


def _number(path: Path) -> int | None:
    for line in _lines(path):
        return int(line) if line.isdecimal() else None  # `max` is no limit
    return None


def _counts(path: Path) -> dict[str, int]:
    """Of `name value` lines."""
    words = (line.split() for line in _lines(path))
    return {row[0]: int(row[1]) for row in words if len(row) > 1 and row[1].isdecimal()}


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text().splitlines()
    except OSError:
        return []
