"""Which difficulty may go to the cheaper model, for how much of the strong one's quality.

Prompts are known that both models answered. Up to a threshold of difficulty the weak one's answers
stand, above it the strong one's; what is kept is their score together, as a share of the strong
model's alone. A threshold for a quality is the highest that keeps it.

What is kept of a few thousand prompts is a sample. So a threshold may be asked to keep its quality
with a margin: so many standard errors of what is kept. They are those of a ratio of two sums over
the same prompts (the delta method): with `lost` for strong - weak where the weak one answers,

    kept = 1 - sum(lost) / sum(strong)
    error² = sum((lost - (1 - kept) strong)²) / sum(strong)²
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

# Standard errors: one threshold keeps its promise in 99 of hundred samples. (95 would be 1.645; but
# several are promised, and each is the highest of many that seemed to do.)
SURELY = 2.33


def draw_thresholds(
    difficulty: Floats, weak: Floats, strong: Floats, qualities: Iterable[float], margin: float = 0
) -> dict[float, float]:
    """By quality; a number each for every prompt. Prompts of the same difficulty go the same way,
    and those of 1 always to the strong model."""
    order = np.argsort(difficulty, kind="stable")
    ranked = np.append(difficulty[order], 1.0)
    kept, error = _kept(weak[order], strong[order])
    until = np.concatenate([[0.0], ranked[1:]])
    is_edge = np.concatenate([[True], ranked[1:] > ranked[:-1]])
    sure = np.concatenate([[1.0], kept - margin * error])
    return {
        quality: float(until[is_edge & (sure >= quality)].max(initial=0.0)) for quality in qualities
    }


def shares(
    difficulty: Floats, weak: Floats, strong: Floats, threshold: float
) -> tuple[float, float]:
    """Of the strong model's score what is kept, and of its calls what is saved."""
    is_easy = difficulty < threshold
    return float(np.where(is_easy, weak, strong).sum() / strong.sum()), float(is_easy.mean())


def shares_between(
    difficulty: Floats, weak: Floats, strong: Floats, threshold: float, tries: int, seed: int = 0
) -> tuple[tuple[float, float], tuple[float, float]]:
    """The middle 95 % of both, over bootstrap samples of the prompts."""
    random = np.random.default_rng(seed)
    found = []
    for _ in range(tries):
        drawn = random.integers(0, len(weak), len(weak))
        found.append(shares(difficulty[drawn], weak[drawn], strong[drawn], threshold))
    (low_kept, low_saved), (high_kept, high_saved) = np.percentile(found, [2.5, 97.5], axis=0)
    return (float(low_kept), float(high_kept)), (float(low_saved), float(high_saved))


def _kept(weak: Floats, strong: Floats) -> tuple[Floats, Floats]:
    """Of the strong model's score, once the weak one has answered so many; and its error."""
    whole, lost = strong.sum(), strong - weak
    share = np.cumsum(lost) / whole
    squares = np.cumsum(lost**2) - 2 * share * np.cumsum(lost * strong)
    error = np.sqrt(np.maximum(squares + share**2 * (strong**2).sum(), 0)) / whole
    return 1 - share, error
