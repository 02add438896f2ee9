"""Fuzzing of all decoders together, for so many seconds; see `decoder_check.py` for what it looks
for and `fuzz_process.py` for how."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_ROOT = Path(__file__).parent.parent
_PATIENCE_S = 60.0  # to start, and for one stream that takes long
_GOLDEN = _ROOT / "tests" / "adapters" / "golden"  # not there where the package is installed


@dataclass(frozen=True, slots=True)
class Fuzzed:
    """`finding`: the first promise that was broken, and by which bytes; empty: none."""

    seconds: float
    method: str
    runs: int
    finding: str

    @property
    def failures(self) -> int:
        return int(bool(self.finding))


def fuzz(seconds: float, golden: Iterable[Path] | None = None) -> Fuzzed:
    recorded = sorted(_GOLDEN.rglob("*.bin")) if golden is None else golden
    command = [sys.executable, "-m", "bench.fuzz_process", str(seconds), *map(str, recorded)]
    try:
        done = subprocess.run(
            command, cwd=_ROOT, capture_output=True, text=True, timeout=seconds + _PATIENCE_S
        )
    except subprocess.TimeoutExpired:
        return Fuzzed(seconds, "a decoder that does not end", 0, "nothing for a minute")
    if done.returncode:
        return Fuzzed(seconds, "a process that died", 0, done.stderr[-4000:])
    told = json.loads(done.stdout.splitlines()[-1])
    return Fuzzed(seconds, told["method"], told["runs"], told["finding"])
