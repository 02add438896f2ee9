"""What a verdict of the built-in model costs on one core: time, memory, and until it is ready."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress
from operator import not_

from classifier.heads import HeadsModel

CHARS_PER_TOKEN = 4  # of English prose, rounded down: the prompts are rather longer than they count

_FRESH = """
import json, os, time
def resident(): return int(open("/proc/self/statm").read().split()[1]) * os.sysconf("SC_PAGESIZE")
import edge.core.verdict, asyncio
before, start, cpu = resident(), time.monotonic(), time.process_time()
from classifier.heads import HeadsModel
model = HeadsModel()  # kept: what it holds counts
model.judge_text("How does a heat pump work?")
model.judge_text("the same, but with more of it, and then what we said")  # in doubt
print(json.dumps({"wall_s": time.monotonic() - start, "cpu_s": time.process_time() - cpu,
                  "memory_mib": (resident() - before) / 2**20}))
"""


@dataclass(frozen=True, slots=True)
class Fresh:
    """Of a process that had nothing of the classifier in it: until its first judgement."""

    wall_s: float
    cpu_s: float
    memory_mib: float


def start_fresh() -> Fresh:
    done = subprocess.run([sys.executable, "-c", _FRESH], capture_output=True, check=True)
    return Fresh(**json.loads(done.stdout))


def prompts_of(tokens: int, texts: Sequence[str], count: int) -> list[str]:
    """Real prompts, one after the other, cut to so many tokens."""
    size = tokens * CHARS_PER_TOKEN
    whole = "\n".join(texts)
    starts = range(0, max(len(whole) - size, 1), max((len(whole) - size) // count, 1))
    return [whole[start : start + size] for start in starts][:count]


def split(model: HeadsModel, prompts: Sequence[str]) -> tuple[list[str], list[str]]:
    """Those that a glance decides, and the others."""
    early = [model.judge_text(prompt).at_a_glance for prompt in prompts]
    return list(compress(prompts, early)), list(compress(prompts, map(not_, early)))


def time_judgements(model: HeadsModel, prompts: Sequence[str]) -> tuple[list[float], list[float]]:
    """Milliseconds of each: of the clock, and of the core. On a machine with other work the first
    holds the waiting for a core, too."""
    clock, core = [], []
    for prompt in prompts:
        at, worked = time.perf_counter(), time.thread_time()
        model.judge_text(prompt)
        core.append((time.thread_time() - worked) * 1000)
        clock.append((time.perf_counter() - at) * 1000)
    return clock, core
