"""What `prelude doctor` looks at of the embedded encoder: whether it opens, and how fast it is."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from classifier.encoder import open_encoder
from classifier.encoder_files import DIMENSIONS, LONGEST, NAME, WeightsError
from edge.core.settings import EncoderSettings

_SENTENCE = "Why does the sea have tides, and why are some of them higher than others? "
_TRIES = 5


@dataclass(frozen=True, slots=True)
class EncoderState:
    """`fault`: why it cannot be used. `sentence_ms`: one vector, the best of a few."""

    name: str = NAME
    dimensions: int = DIMENSIONS
    longest: int = LONGEST
    opened_in_s: float = 0.0
    sentence_ms: float = 0.0
    fault: str = ""


def examine_encoder(settings: EncoderSettings, cache: Path | None) -> EncoderState:
    began = time.monotonic()
    try:
        encoder = open_encoder(cache, threads=settings.threads)
        opened_in_s = time.monotonic() - began
        times = []
        for _ in range(_TRIES):
            began = time.monotonic()
            encoder.embed([_SENTENCE])
            times.append(time.monotonic() - began)
    except WeightsError as error:
        return EncoderState(fault=str(error))
    return EncoderState(opened_in_s=opened_in_s, sentence_ms=min(times) * 1000)


def describe_encoder(state: EncoderState) -> list[str]:
    if state.fault:
        return [f"cannot be used: {state.fault}"]
    return [
        f"{state.name}, {state.dimensions} numbers, reads {state.longest} tokens",
        f"opened in {state.opened_in_s:.1f} s, a sentence takes {state.sentence_ms:.0f} ms",
    ]
