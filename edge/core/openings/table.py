"""How a bank is written down: a form, a list of phrases, a pattern."""

from __future__ import annotations

import re

from edge.core.openings.bank import Form


def form(asks: str, *says: str) -> Form:
    """One ask a line."""
    return Form(tuple(line.strip() for line in asks.strip().splitlines()), says)


def phrases(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def small_words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE | re.DOTALL)


# A prompt in a language with few forms may hold nothing that they do not foresee: every sentence
# asks, unless it is one of the bank's asides.
EVERY_SENTENCE = re.compile("")
