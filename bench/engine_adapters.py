"""Callers with an adapter each: what is left of the throughput that they would have without?

Eight adapters of rank 8 for the queries and the values, which is the usual choice, with small
random weights made for the occasion (`lora_file.py`). Requests go over them in rotation, and the
same requests to the model as it is, in turn, by the same engine: one request at a time; eight at
once, each with another adapter; and sixteen at once, two for each adapter. llama.cpp has one
adapter for all that a step computes: so where several are wanted at once, a step serves one or two
replies, not eight or sixteen, and that is what it costs. The adapters themselves cost next to
nothing.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.engine_listener import OurListener
from bench.engine_servers import Servers, our_engine
from bench.engine_texts import Texts
from bench.engine_throughput import Round, round_of
from bench.lora_file import write_lora
from bench.report import Limit, Report, Table, median
from edge.core.settings import LocalSettings

MOST_OVER_ADAPTED = 1 / 0.8  # the base model's tokens/s, over those with adapters

_ADAPTERS = 8
_STREAMS = (1, _ADAPTERS, 2 * _ADAPTERS)


async def measure(servers: Servers, texts: Texts, *, tokens: int, repeats: int) -> Report:
    names = [f"adapter-{n}" for n in range(_ADAPTERS)]
    base: dict[int, list[Round]] = {streams: [] for streams in _STREAMS}
    adapted: dict[int, list[Round]] = {streams: [] for streams in _STREAMS}
    with tempfile.TemporaryDirectory(prefix="prelude-bench-") as folder:
        files = {
            name: str(write_lora(Path(folder) / f"{name}.gguf", seed=n))
            for n, name in enumerate(names)
        }
        settings = LocalSettings(
            slots=max(_STREAMS),
            context=servers.info.context,
            threads=servers.info.threads,
            loras=files,
        )
        async with our_engine(settings) as (_, socket):
            listener = OurListener(socket, texts.end_tokens)
            for repeat in range(repeats):
                for streams in _STREAMS:
                    rotated = names[repeat % _ADAPTERS :] + names[: repeat % _ADAPTERS]
                    base[streams].append(await round_of(listener, texts, streams, tokens))
                    adapted[streams].append(
                        await round_of(listener, texts, streams, tokens, rotated)
                    )
    return Report(
        load=f"{_ADAPTERS} adapters in rotation, {', '.join(map(str, _STREAMS))} streams at once "
        f"of {tokens} tokens, {repeats} times",
        tables=(
            Table(
                f"{_ADAPTERS} adapters in rotation, medians",
                ("streams at once", "the base model, tokens/s", "with adapters", "% of the base"),
                tuple(
                    (
                        streams,
                        round(median([each.per_s for each in base[streams]]), 1),
                        round(median([each.per_s for each in adapted[streams]]), 1),
                        round(100 / _median_ratio(base[streams], adapted[streams])),
                    )
                    for streams in _STREAMS
                ),
            ),
        ),
        limits=(
            *(
                Limit(
                    f"tokens/s of the base model over those with adapters, {streams} at once",
                    _median_ratio(base[streams], adapted[streams]),
                    MOST_OVER_ADAPTED,
                )
                for streams in _STREAMS
            ),
            Limit(
                "replies with adapters that failed",
                sum(each.broken for rounds in adapted.values() for each in rounds),
                0,
            ),
        ),
    )


def _median_ratio(base: Sequence[Round], adapted: Sequence[Round]) -> float:
    return median([one.per_s / other.per_s for one, other in zip(base, adapted, strict=True)])
