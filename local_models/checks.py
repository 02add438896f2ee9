"""Lines of JSON, and checks of what came in one: a wrong type must not reach native code."""

from __future__ import annotations

import math
from typing import Any

import orjson


class WireError(ValueError):
    """A line that cannot be read; the message names what is wrong, never what was said."""


def write_line(data: Any) -> bytes:
    try:
        return orjson.dumps(data, default=dict, option=orjson.OPT_APPEND_NEWLINE)
    except orjson.JSONEncodeError as error:  # half a surrogate pair, a number over 64 bits
        raise WireError(f"cannot be written as JSON: {error}") from error


def read_line(line: bytes) -> dict[str, Any]:
    try:
        data = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise WireError("not JSON") from error
    return read_object(data, "the line")


def read_object(value: Any, name: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise WireError(f"{name}: not an object")
    return value


def read_list(value: Any, name: str) -> list[Any]:
    if not isinstance(value, list):
        raise WireError(f"{name}: not a list")
    return value


def read_objects(value: Any, name: str) -> list[dict[str, Any]]:
    return [read_object(item, name) for item in read_list(value, name)]


def read_text(value: Any, name: str) -> str:
    if not isinstance(value, str):
        raise WireError(f"{name}: not a string")
    return value


def read_texts(value: Any, name: str) -> tuple[str, ...]:
    return tuple(read_text(item, name) for item in read_list(value, name))


def read_number(value: Any, name: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise WireError(f"{name}: not a number")
    return float(value)


def read_integer(value: Any, name: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise WireError(f"{name}: not a whole number")
    return value


def read_positive(value: Any, name: str) -> int:
    if read_integer(value, name) < 1:
        raise WireError(f"{name}: less than 1")
    return int(value)
