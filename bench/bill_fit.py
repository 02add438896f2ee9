"""Fits what the bill needs to the public sets and prints `bench/bill_fitted.py`.

    python -m bench.bill_fit --data DIR > bench/bill_fitted.py

- *Difficulty and outcomes.* The half of weak_strong_public.jsonl that is asked, by tenths of the
  regression's difficulty (see `bench/bill_scores.py`): its edges, and in each tenth the shares of
  the prompts that both models, the weak one only, the strong one only, and neither got right.
- *Conversations.* Of Mooncake's requests, how many begin with more than two blocks of 512 tokens
  that were read within five minutes before (two are shared by nearly all of them), and how much of
  such a prompt those are.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from textwrap import dedent

from bench.bill_scores import REGRESSION, Scored, scored
from bench.data_folder import find
from bench.distribution import fit
from edge.core.history import CACHED_S

_TENTHS = 10
_BLOCK = 512
_COMMON_BLOCKS = 2


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.bill_fit")
    parser.add_argument("--data", type=Path, required=True)
    data: Path = parser.parse_args(argv).data
    rows = sorted(scored(data).asked, key=lambda row: row.difficulty[REGRESSION])
    tenths = [
        rows[len(rows) * place // _TENTHS : len(rows) * (place + 1) // _TENTHS]
        for place in range(_TENTHS)
    ]
    edges = [tenth[0].difficulty[REGRESSION] for tenth in tenths]
    edges.append(rows[-1].difficulty[REGRESSION])
    continues, shared = _conversations(data)
    outcomes = "\n".join(f"    {_outcomes(tenth)}," for tenth in tenths)
    knots = "\n".join(f"        {knot}," for knot in shared)
    print(
        dedent('''\
            """Numbers fitted to the public sets on {today}. Written by `python -m bench.bill_fit`:
            do not edit. Where each comes from is told in `bench/bill_fit.py`.
            """

            from bench.distribution import Quantiles

            SHARES = {edges}
            OUTCOMES = (
            {outcomes}
            )
            CONTINUES = {continues}
            SHARED = Quantiles(
                (
            {knots}
                )
            )''').format(
            today=datetime.now(UTC).date(),
            edges=tuple(round(edge, 3) for edge in edges),
            outcomes=outcomes,
            continues=round(continues, 3),
            knots=knots,
        )
    )
    return 0


def _outcomes(rows: Sequence[Scored]) -> tuple[float, ...]:
    told = [(row.weak, row.strong) for row in rows]
    return tuple(
        round(told.count(each) / len(told), 3) for each in ((1, 1), (1, 0), (0, 1), (0, 0))
    )


def _conversations(data: Path) -> tuple[float, Sequence[tuple[float, float]]]:
    read_at: dict[int, float] = {}
    shares, count = list[float](), 0
    with find(data, "mooncake_conversation_trace.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            at_s, known = row["timestamp"] / 1000, 0
            for block in row["hash_ids"]:
                if at_s - read_at.get(block, -CACHED_S - at_s - 1) > CACHED_S:
                    break
                known += 1
            read_at.update(dict.fromkeys(row["hash_ids"], at_s))
            count += 1
            if known > _COMMON_BLOCKS:
                shares.append(min(1.0, known * _BLOCK / row["input_length"]))
    knots = fit(shares, (0.1, 0.25, 0.5, 0.75, 0.9)).knots
    return len(shares) / count, [(share, round(value, 3)) for share, value in knots]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
