"""What the machine offers, and how much of it is ours right now.

The threads of one decode step wait for each other at hundreds of barriers. When one of
them has lost its core to another process, every barrier costs a time slice: on two cores
with other work on them, 32 tokens of prompt took 3,279 ms with two threads and 119 ms
with one (on two idle cores 64 and 124). So a step uses only as many threads as there are
cores without other work.
"""

from __future__ import annotations

import os
from collections import deque
from pathlib import Path

_LOAD = "/proc/loadavg"  # its fourth field begins with the number of threads that want to run
_OUR_THREADS = "/proc/self/task"
_TOPOLOGY = Path("/sys/devices/system/cpu")


class SpareCores:
    """How many threads the next step should have, from what was seen after the last ones."""

    def __init__(self, *, most: int, cores: int) -> None:
        """`most`: the threads of a step on an idle machine; `cores`: how many it has."""
        self._most = most
        self._cores = cores
        # What is there twice in a row is work; what is there once was passing by.
        self._others: deque[int] = deque(maxlen=2)

    @property
    def threads(self) -> int:
        others = min(self._others, default=0)
        return max(1, min(self._most, self._cores - others))

    def note(self, others: int) -> None:
        """`others`: threads of other processes that want to run."""
        self._others.append(max(0, others))


def physical_cores() -> int:
    """Cores this process may use, counting the two threads of one core once.

    llama.cpp gains nothing from the second thread of a core: both wait for the same memory.
    """
    if not hasattr(os, "sched_getaffinity"):  # not Linux
        return os.cpu_count() or 1
    allowed = os.sched_getaffinity(0)
    return len({_siblings(cpu) for cpu in allowed})


def others_running() -> int:
    """Threads of other processes that run or want to; 0 where the system does not say.

    Takes 30 µs, of a step's 5 ms and more.
    """
    try:
        with open(_LOAD, "rb", buffering=0) as file:
            everyone = int(file.read(64).split()[3].partition(b"/")[0])
        return everyone - sum(map(_runs, os.listdir(_OUR_THREADS)))
    except OSError:
        return 0


def _runs(thread: str) -> bool:
    with open(f"{_OUR_THREADS}/{thread}/stat", "rb", buffering=0) as file:
        return file.read(128).rpartition(b")")[2].split()[0] == b"R"


def _siblings(cpu: int) -> str:
    """The logical CPUs of its core, as Linux lists them; alone where Linux does not say."""
    try:
        return (_TOPOLOGY / f"cpu{cpu}/topology/thread_siblings_list").read_text()
    except OSError:
        return str(cpu)
