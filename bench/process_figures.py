"""What the kernel says of another process."""

from __future__ import annotations

from pathlib import Path


def cpu_s(pid: int) -> float:
    """So long has it been on a CPU, all of its threads together."""
    spent = (file.read_text().split()[0] for file in Path(f"/proc/{pid}/task").glob("*/schedstat"))
    return sum(map(int, spent)) / 1e9


def resident_mib(pid: int, *, most: bool = False) -> float:
    """Its size in memory, now or the most that it ever was."""
    key = "VmHWM:" if most else "VmRSS:"
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith(key):
            return int(line.split()[1]) / 1024
    raise LookupError(f"process {pid} does not say how large it is")
