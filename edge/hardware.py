"""What this machine has, as far as it will say: nothing here fails, it knows less."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_NVIDIA_SMI = (
    "nvidia-smi",
    "--query-gpu=name,memory.total,memory.free,driver_version",
    "--format=csv,noheader,nounits",
)
_NVIDIA_SMI_S = 10.0  # a driver that is not loaded yet takes seconds


@dataclass(frozen=True, slots=True)
class Gpu:
    name: str
    memory_mib: int
    free_mib: int
    driver: str


@dataclass(frozen=True, slots=True)
class Hardware:
    """None is unknown. `cpus` are those that this process may use, hyper-threads counted;
    `load` is how many the last minute kept busy, on average."""

    cpu: str
    cpus: int
    load: float
    memory_mib: int | None
    free_mib: int | None
    gpus: tuple[Gpu, ...]
    no_gpu_because: str  # empty when there is one


def look_around() -> Hardware:
    memory = parse_meminfo(_read("/proc/meminfo"))
    gpus, reason = _find_gpus()
    return Hardware(
        cpu=parse_cpuinfo(_read("/proc/cpuinfo")) or platform.processor() or platform.machine(),
        cpus=len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else _all_cpus(),
        load=os.getloadavg()[0],
        memory_mib=memory.get("MemTotal"),
        free_mib=memory.get("MemAvailable"),
        gpus=gpus,
        no_gpu_because=reason,
    )


def parse_cpuinfo(text: str) -> str | None:
    found = re.search(r"^(?:model name|Model)\s*:\s*(.+)$", text, re.MULTILINE)
    return found[1].strip() if found else None


def parse_meminfo(text: str) -> dict[str, int]:
    """In MiB, by the kernel's names."""
    lines = re.finditer(r"^(\w+):\s+(\d+) kB$", text, re.MULTILINE)
    return {line[1]: int(line[2]) // 1024 for line in lines}


def parse_gpus(text: str) -> Iterator[Gpu]:
    """A line of `nvidia-smi` for each; fields it does not know are `[N/A]`."""
    for line in text.splitlines():
        fields = [field.strip() for field in line.split(",")]
        if len(fields) == 4:
            name, total, free, driver = fields
            yield Gpu(name, _number(total), _number(free), driver)


def _find_gpus() -> tuple[tuple[Gpu, ...], str]:
    try:
        done = subprocess.run(
            _NVIDIA_SMI, capture_output=True, text=True, timeout=_NVIDIA_SMI_S, check=False
        )
    except FileNotFoundError:
        return (), "there is no nvidia-smi"
    except OSError as error:
        return (), f"nvidia-smi does not run: {error.strerror}"
    except subprocess.TimeoutExpired:
        return (), f"nvidia-smi did not answer within {_NVIDIA_SMI_S:g} s"
    gpus = tuple(parse_gpus(done.stdout)) if done.returncode == 0 else ()
    if gpus:
        return gpus, ""
    said = (done.stdout or done.stderr).strip().partition("\n")[0]
    return (), f"nvidia-smi found none: {said or f'exit code {done.returncode}'}"


def _read(path: str) -> str:
    try:
        return Path(path).read_text(errors="replace")
    except OSError:  # not Linux
        return ""


def _number(field: str) -> int:
    return int(field) if field.isdecimal() else 0


def _all_cpus() -> int:
    return os.cpu_count() or 1
