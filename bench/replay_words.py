"""What is said in a replayed reply: real texts, of exactly the length that the trace has.

A hosted model is given one text for each request, whoever asks for it and however often, so that a
reply can be compared with the whole one, and a continuation goes on in the same words.
"""

from __future__ import annotations

import functools

from bench.answers import answers, lengthened, pieces
from edge.core.sentences import sentences_end

LEAST_WORDS = 6  # of a sentence that counts
_LONGEST = 2_048  # tokens; the traces' longest reply has 2,000
_SENTENCES_LOOKED_AT = 20


def whole_reply(n: int, tokens: int) -> str:
    """What the `n`-th request is answered with."""
    said = _pieces_from(n % len(_texts()))
    return "".join(said[: min(tokens, _LONGEST)]).strip()


def counted_sentence_end(text: str) -> int | None:
    """Where the first sentence of six words or more ends; None: there is none, or it is cut off."""
    start = 0
    for count in range(1, _SENTENCES_LOOKED_AT):
        end = sentences_end(text, count)
        if end is None:
            return None
        if len(text[start:end].split()) >= LEAST_WORDS:
            return end
        start = end
    return None


@functools.cache
def _texts() -> tuple[str, ...]:
    """Those whose pieces are about a token each."""
    return tuple(answer.text for answer in answers() if answer.text.isascii())


@functools.cache
def _pieces_from(first: int) -> list[str]:
    return pieces(lengthened(_texts()[first], _LONGEST))
