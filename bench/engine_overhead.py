"""What a step costs beside the model: choosing tokens, making text of them, and all that is Python.

The engine keeps the seconds that it spends inside llama.cpp's decode calls. While every slot is
writing, one step follows the other: the rest of the time is ours.
"""

from __future__ import annotations

import asyncio
import time

from bench.engine_mixed import long_replies
from bench.engine_servers import Servers
from bench.engine_texts import Texts
from bench.report import Limit, Report, Table
from local_models.client import LocalTier
from local_models.counts import Counts

MOST_OVERHEAD = 0.08  # of a step's time

_SEQUENCES = 8
_FIRST_STEPS = 30  # by then all prompts are read
_LOOK_EVERY_S = 0.25
_MS = 1000


async def measure(servers: Servers, texts: Texts, *, steps: int) -> Report:
    tier = servers.ours.tier
    async with long_replies(servers.ours, texts, _SEQUENCES):
        so_far = (await tier.info()).counts.steps
        before = await _counts_at(tier, so_far + _FIRST_STEPS)
        began = time.monotonic()
        after = await _counts_at(tier, before.steps + steps)
        took = time.monotonic() - began
    taken = after.steps - before.steps
    decoding = after.decode_s - before.decode_s
    ours = took - decoding
    filled = (after.fed - before.fed) / taken
    return Report(
        load=f"{_SEQUENCES} replies being written for {taken} steps",
        tables=(
            Table(
                f"ms a step, of {filled:.1f} sequences in the mean",
                ("", "ms", "share %"),
                tuple(
                    (name, round(seconds / taken * _MS, 2), round(100 * seconds / took, 1))
                    for name, seconds in (
                        ("whole", took),
                        ("inside llama.cpp's decode", decoding),
                        ("all the rest", ours),
                    )
                ),
            ),
        ),
        limits=(
            Limit("share of a step that is not llama.cpp's decode", ours / took, MOST_OVERHEAD),
        ),
    )


async def _counts_at(tier: LocalTier, steps: int) -> Counts:
    while True:
        counts = (await tier.info()).counts
        if counts.steps >= steps:
            return counts
        await asyncio.sleep(_LOOK_EVERY_S)  # another process: there is no event to wait for
