"""Callers with an adapter each: what is left of the throughput that they would have without?

Eight adapters with small random weights, made for the occasion (`lora_file.py`), and as many
streams at once, each with another one; against the same streams with the model as it is, in turn,
by the same engine.
"""

from __future__ import annotations

import tempfile
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


async def measure(servers: Servers, texts: Texts, *, tokens: int, repeats: int) -> Report:
    names = [f"adapter-{n}" for n in range(_ADAPTERS)]
    base: list[Round] = []
    adapted: list[Round] = []
    with tempfile.TemporaryDirectory(prefix="prelude-bench-") as folder:
        files = {
            name: str(write_lora(Path(folder) / f"{name}.gguf", seed=n))
            for n, name in enumerate(names)
        }
        settings = LocalSettings(
            slots=_ADAPTERS,
            context=servers.info.context,
            threads=servers.info.threads,
            loras=files,
        )
        async with our_engine(settings) as (_, socket):
            listener = OurListener(socket, texts.end_tokens)
            for _ in range(repeats):
                base.append(await round_of(listener, texts, _ADAPTERS, tokens))
                adapted.append(await round_of(listener, texts, _ADAPTERS, tokens, names))
    ratios = [one.per_s / other.per_s for one, other in zip(base, adapted, strict=True)]
    return Report(
        load=f"{_ADAPTERS} streams of {tokens} tokens, each with an adapter of its own, {repeats} "
        "times",
        tables=(
            Table(
                f"{_ADAPTERS} streams at once, medians",
                ("", "tokens/s"),
                tuple(
                    (name, round(median([each.per_s for each in rounds]), 1))
                    for name, rounds in (("the base model", base), ("an adapter each", adapted))
                ),
            ),
        ),
        limits=(
            Limit(
                "tokens/s of the base model over those with an adapter each, median",
                median(ratios),
                MOST_OVER_ADAPTED,
            ),
            Limit("replies with adapters that failed", sum(each.broken for each in adapted), 0),
        ),
    )
