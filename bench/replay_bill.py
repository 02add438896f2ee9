"""What a hosted call costs: its prompt, and every token that was written until its end.

The prices are those of a model of the middle class in November 2026 (`adapters/models.toml`,
openai/gpt-6.1-terra), without the discount for a cached prompt: who asks again pays in full.
"""

from __future__ import annotations

from bench.answers import pieces
from edge.core.prices import Prices

PRICES = Prices(input=1.0, output=5.0)  # US$ per million tokens


def cost(prompt_tokens: int, written_tokens: int, prefix: str = "") -> float:
    """In millionths of a US$. `prefix`: what it was asked to continue."""
    read = prompt_tokens + (len(pieces(prefix)) if prefix else 0)
    return read * PRICES.input + written_tokens * PRICES.output
