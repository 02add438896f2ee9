"""stub"""
from __future__ import annotations
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from bench.replay_summary import Told

@dataclass(frozen=True, slots=True)
class RealRun:
    told: Told
    countable: Sequence[int]
    busy: float
    load: str
    notes: Sequence[str]

def run_real(quick: bool, data: Path | None, say: Callable[[str], None]) -> RealRun:
    raise NotImplementedError
