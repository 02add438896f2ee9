"""Makes up bytes for every decoder until its time is up, or a promise is broken; says which in a
line of JSON. A process of its own, because the fuzzer takes over the one that it runs in.

With atheris, what reaches a line that nothing reached before is kept and changed further. Where it
is not installed, all begin with the seeds.
"""

from __future__ import annotations

import json
import os
import random
import sys
import tempfile
import time
import traceback
from contextlib import nullcontext
from pathlib import Path
from typing import Any, NoReturn

try:
    import atheris  # type: ignore[import-untyped]  # it has no types
except ImportError:
    atheris = None

with nullcontext() if atheris is None else atheris.instrument_imports(include=["adapters"]):
    from bench.decoder_check import SUBJECTS, check, mutate, seeds

_NAMES = tuple(SUBJECTS)


class Fuzzing:
    def __init__(self, seconds: float) -> None:
        self._until = time.monotonic() + seconds
        self._runs = 0

    def try_one(self, data: bytes) -> None:
        """The first byte says which decoder."""
        if time.monotonic() > self._until:
            self._end()
        if not data:
            return
        self._runs += 1
        name = _NAMES[data[0] % len(_NAMES)]
        try:
            check(name, data[1:])
        except Exception:
            self._end(f"{name}: {traceback.format_exc(limit=-3)}of {data[1:]!r}")

    def _end(self, finding: str = "") -> NoReturn:
        method = "random mutations" if atheris is None else "atheris"
        told = {"runs": self._runs, "method": method, "finding": finding}
        print(json.dumps(told), flush=True)
        os._exit(0)  # libFuzzer is to write no report of its own


def main(seconds: float, golden: list[Path]) -> None:
    corpus = [bytes([_NAMES.index(name)]) + data for name, data in seeds(golden)]
    fuzzing = Fuzzing(seconds)
    for data in corpus:
        fuzzing.try_one(data)
    if atheris is None:
        rng = random.Random(0)
        while True:
            fuzzing.try_one(_mutate(rng.choice(corpus), rng))
    with tempfile.TemporaryDirectory() as folder:
        for number, data in enumerate(corpus):
            Path(folder, str(number)).write_bytes(data)
        flags = ["-max_len=8192", "-rss_limit_mb=1024", "-timeout=10", "-verbosity=0"]

        def mutated(data: bytes, max_size: int, seed: int) -> Any:
            rng = random.Random(seed)
            if not data or rng.randrange(4) == 0:
                return atheris.Mutate(data, len(data))
            return _mutate(data, rng)[:max_size]

        atheris.Setup([sys.argv[0], *flags, folder], fuzzing.try_one, custom_mutator=mutated)
        atheris.Fuzz()


def _mutate(data: bytes, rng: random.Random) -> bytes:
    return data[:1] + mutate(data[1:], rng)


if __name__ == "__main__":
    main(float(sys.argv[1]), [Path(path) for path in sys.argv[2:]])
