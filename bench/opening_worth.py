"""What an opening is worth beyond a fixed phrase.

A fixed phrase (the placebo) is sooner than any model, may stand everywhere and harms nobody; only
that the question was understood it cannot show. That can be measured: put an opening before the
prompts of a hundred people, its own among them, and see whether its words tell whose it is. The
placebo is at chance. A level *beats the placebo* if more of its openings find their prompt, beyond
what chance explains (the exact lower bound against the placebo's upper one), and the openings are
not shown to harm more often than they may.

Matching by words rewards an echo. So it says nothing by itself: an echo that asserts or misses
the form is caught as harm, a hollow one as clumsy, and both are counted in the same report.

The second figure: how many of an opening's content words return in what a strong model really
wrote. It speaks only where such a text is at hand.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bench.binomial import lower_bound, upper_bound
from bench.content_words import content, has, stem, stems

OTHERS = 99


@dataclass(frozen=True, slots=True)
class Matched:
    """How many of `count` openings found their own prompt among a hundred."""

    hits: int
    count: int

    @property
    def at_least(self) -> float:
        return lower_bound(self.hits, self.count)

    @property
    def at_most(self) -> float:
        return upper_bound(self.hits, self.count)


def match(openings: Sequence[tuple[str, str]], pool: Sequence[str], dice: random.Random) -> Matched:
    """`openings` with their prompts; the other prompts are drawn from `pool`. Rare words weigh
    more, and ties are broken by the dice, as a guess would be."""
    known = {prompt: stems(prompt) for prompt in (*pool, *(prompt for prompt, _ in openings))}
    spread = Counter(part for prompt in pool for part in known[prompt])
    unheard = math.log(len(pool) + 1)
    weights = {part: unheard - math.log(prompts + 1) for part, prompts in spread.items()}
    hits = 0
    for prompt, opening in openings:
        others = [
            other for other in dice.sample(pool, min(len(pool), OTHERS + 1)) if other != prompt
        ]
        said = {stem(word) for word in content(opening)}
        scored = [
            (_weight(said & known[candidate], weights, unheard), dice.random(), candidate == prompt)
            for candidate in (prompt, *others[:OTHERS])
        ]
        hits += max(scored)[2]
    return Matched(hits, len(openings))


def _weight(common: set[str], weights: Mapping[str, float], unheard: float) -> float:
    """Rounded, so that the order in which a set is added up breaks no tie."""
    return round(sum(weights.get(part, unheard) for part in common), 9)


def returned(opening: str, text: str) -> float:
    """The share of the opening's content words that `text` says too."""
    said = content(opening)
    known = stems(text)
    return sum(has(known, word) for word in said) / len(said) if said else 0.0
