"""Members of JSON that somebody else wrote, read as what they should be.

A platform may send any type anywhere. What is not of the type that is read here counts as absent.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from typing import Any

from adapters.lenient_json import mended
from edge.core.types import Json, TokenLogprob


def object_in(value: Json) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def objects_in(value: Json) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        yield from (item for item in value if isinstance(item, dict))


def text_in(value: Json) -> str:
    return value if isinstance(value, str) else ""


def name_in(value: Json) -> str | None:
    """A name or an id, which can be passed on. None: there is none, or an empty one."""
    if not isinstance(value, str) or not value:
        return None
    return value if value.isascii() else mended(value)


def number_in(value: Json) -> int | None:
    """A number of tokens, which some write as a float. None: nobody said; that is not zero."""
    return int(value) if isinstance(value, int | float) and 0 <= value < inf else None


def count_in(value: Json) -> int:
    """A number of those that are only told of when there are any."""
    return number_in(value) or 0


def logprobs_in(value: Json) -> Iterator[TokenLogprob]:
    """OpenAI's form, which others have taken over."""
    for entry in objects_in(value):
        match entry:
            case {"token": str(token), "logprob": float() | int() as logprob}:
                top = tuple(
                    (str(rival["token"]), float(rival["logprob"]))
                    for rival in objects_in(entry.get("top_logprobs"))
                    if "token" in rival and isinstance(rival.get("logprob"), float | int)
                )
                yield TokenLogprob(token, float(logprob), top)


def bare_logprobs_in(value: Json) -> Iterator[TokenLogprob]:
    """The form that OpenAI's completions have: a list of each thing, side by side."""
    told = object_in(value)
    tokens, logprobs = told.get("tokens"), told.get("token_logprobs")
    if not isinstance(tokens, list) or not isinstance(logprobs, list):
        return
    tops = told.get("top_logprobs")
    tops = tops if isinstance(tops, list) else []
    for index, (token, logprob) in enumerate(zip(tokens, logprobs, strict=False)):
        if isinstance(token, str) and isinstance(logprob, float | int):
            rivals = object_in(tops[index]) if index < len(tops) else {}
            top = tuple((t, float(p)) for t, p in rivals.items() if isinstance(p, float | int))
            yield TokenLogprob(token, float(logprob), top)
