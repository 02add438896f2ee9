"""What jobs have in common: when to ask again, what is new in an answer, what was used."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from adapters.lenient_json import loads_whole
from edge.core.accounting import estimate_prompt, estimate_tokens
from edge.core.errors import TierGarbled
from edge.core.types import Call, Json, Usage

# The first words are worth asking soon for; of a job that waits for a machine every two seconds is
# soon enough, and far below what platforms allow.
_FIRST_S = 0.2
_GROWTH = 1.5
_MOST_S = 2.0


class Backoff:
    """How long to wait at most before the next question."""

    def __init__(self) -> None:
        self._next_s = _FIRST_S

    def next_s(self) -> float:
        now_s, self._next_s = self._next_s, min(_MOST_S, self._next_s * _GROWTH)
        return now_s

    def reset(self) -> None:
        """There was something new."""
        self._next_s = _FIRST_S


class Growing:
    """A text that is given again each time, from its beginning."""

    def __init__(self, tier: str) -> None:
        self.text = ""
        self._tier = tier

    def more(self, whole: str) -> str:
        """What is new in it. Raises `TierGarbled` where words that were given are gone."""
        if not whole.startswith(self.text):
            raise TierGarbled(f"{self._tier}: took back words that it had said")
        new = whole[len(self.text) :]
        self.text = whole
        return new


def read_object(tier: str, body: bytes) -> dict[str, Any]:
    """Raises `TierGarbled` for what is no JSON object."""
    try:
        value = loads_whole(body)
    except ValueError as error:
        raise TierGarbled(f"{tier}: {len(body)} bytes that are no JSON") from error
    if not isinstance(value, dict):
        raise TierGarbled(f"{tier}: JSON that is no object where a job should be")
    return value


def member(value: Json, name: str) -> Any:
    """None where there is none, whatever `value` is."""
    return value.get(name) if isinstance(value, Mapping) else None


def usage_of(call: Call, text: str, given: Json, written: Json, compute_s: Json) -> Usage:
    """Tokens as counted there, else as we estimate them; the seconds are there only."""
    seconds = float(compute_s) if isinstance(compute_s, int | float) and compute_s > 0 else 0.0
    if isinstance(given, int) and isinstance(written, int):
        return Usage(given, written, compute_s=seconds)
    prompt, said = estimate_prompt(call.messages), round(estimate_tokens(text))
    return Usage(prompt, said, reported=False, compute_s=seconds)
