"""When a hosted model's first sentence stands, with the latencies of the public traces.

The simulator's own timetable, without the simulator: what `bench.fitted` says of today's hosts is
drawn for each prompt, and one of the texts that ship is spoken at that pace. Only a sentence of
six words or more counts: "Sure." is nothing to read.
"""

from __future__ import annotations

import random

from bench.answers import answer_to, pieces
from bench.knobs import Knobs
from bench.pace import timetable
from edge.core.sentences import first_sentence_end

MIN_WORDS = 6


def first_sentence_ms(prompt: str, dice: random.Random) -> float:
    """From the request's arrival. The text is the simulator's answer to `prompt`."""
    text = answer_to(prompt).text
    end = readable_end(text)
    said = 0
    table = timetable(pieces(text), Knobs(), dice)
    for chunk in table.chunks:
        said += len(chunk.text)
        if said >= end:
            return chunk.at_s * 1000
    return table.end_s * 1000


def readable_end(text: str) -> int:
    """Where the first sentence ends that is long enough to be read."""
    start = 0
    while (length := first_sentence_end(text[start:], final=True)) is not None:
        if is_readable(text[start : start + length]):
            return start + length
        start += length
        start += len(text[start:]) - len(text[start:].lstrip())
    return len(text)


def is_readable(sentence: str) -> bool:
    return len(sentence.split()) >= MIN_WORDS
