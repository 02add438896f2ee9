"""Words that came in one read go on as one piece.

A platform that writes faster than we read, or in bursts, sends many chunks in one packet. Apart
they would reach the reader at the same instant, and each would take the way through the stitcher,
the account and the door by itself (20 µs of CPU a chunk, where to read it takes 2).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from edge.core.types import Piece, Text, Thinking


def joined(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The same words, thoughts and log-probabilities in as few pieces as can be."""
    if len(pieces) < 2:
        return pieces
    found: list[Piece] = []
    for kind, run in groupby(pieces, type):
        same = list(run)
        if len(same) == 1:
            found += same
        elif kind is Text:
            found.append(_one_text([each for each in same if isinstance(each, Text)]))
        elif kind is Thinking:
            thoughts = (each.text for each in same if isinstance(each, Thinking))
            found.append(Thinking("".join(thoughts)))
        else:
            found += same
    return found


def _one_text(texts: Sequence[Text]) -> Text:
    logprobs = tuple(token for text in texts for token in text.logprobs)
    return Text("".join(text.text for text in texts), logprobs)
