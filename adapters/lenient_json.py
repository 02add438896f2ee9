"""JSON as platforms write it: orjson, and what orjson refuses though it is sent.

Python's own parser takes NaN and Infinity, which some servers give as a log-probability,
half a surrogate pair, which is what a gateway makes of an emoji when it cuts a string by
UTF-16 units, and, when told to, line breaks and tabs that a host forgot to escape. Its writer
takes integers of more than 64 bits, which callers may put in a tool's schema. It is several
times slower, so it is asked second.
"""

from __future__ import annotations

import json

import orjson

from edge.core.types import Json

MAX_DEPTH = 200  # what is passed on is put into something else, and orjson writes 254 levels


def loads(data: bytes) -> Json:
    """Raises `ValueError` on what is no JSON at all, or too deep to be written again."""
    try:
        value = orjson.loads(data)
    except ValueError:
        value = _loads_slowly(data)
    return _checked(data, value)


def loads_whole(data: bytes) -> Json:
    """As `loads`, of what is not gone on with elsewhere: half a surrogate pair is U+FFFD, so that
    every string can be encoded."""
    try:  # orjson refuses half a pair: to look for one in 96 long vectors would take 25 ms more
        return _checked(data, orjson.loads(data))
    except ValueError:
        return mended(_checked(data, _loads_slowly(data)))


def mended(value: Json) -> Json:
    """Every half of a surrogate pair in it as U+FFFD."""
    match value:
        case str():
            return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        case list():
            return [mended(item) for item in value]
        case dict():
            return {mended(key): mended(item) for key, item in value.items()}
    return value


def _loads_slowly(data: bytes) -> Json:
    try:
        return json.loads(data, strict=False)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _checked(data: bytes, value: Json) -> Json:
    if len(data) > 2 * MAX_DEPTH and _is_too_deep(data, value):
        raise ValueError("nested too deeply")
    return value


def _is_too_deep(data: bytes, value: Json) -> bool:
    if data.count(b"[") + data.count(b"{") <= MAX_DEPTH:
        return False
    level = [value]
    for _ in range(MAX_DEPTH + 1):
        level = [
            inner
            for outer in level
            if isinstance(outer, dict | list)
            for inner in (outer.values() if isinstance(outer, dict) else outer)
        ]
    return bool(level)


def dumps(value: Json) -> bytes:
    try:
        return orjson.dumps(value)
    except TypeError:
        return json.dumps(value).encode()


class Halves:
    """Joins the halves of a surrogate pair that came in two strings; one that stays alone
    becomes U+FFFD, so that what is passed on can always be encoded."""

    def __init__(self) -> None:
        self._first = ""

    @property
    def has_half(self) -> bool:
        return bool(self._first)

    def join(self, text: str) -> str:
        if not self._first and text.isascii():
            return text
        text, self._first = self._first + text, ""
        if "\ud800" <= text[-1:] <= "\udbff":
            text, self._first = text[:-1], text[-1]
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
