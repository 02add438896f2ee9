"""Read a JSON object field by field; a wrong one is a `BadRequest` that names its path."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

import orjson

from edge.core.errors import BadRequest
from edge.core.types import Json

Kind = TypeVar("Kind")
_LONGEST_KIND = 50


def parse_object(body: bytes | str) -> Fields:
    """The body as an object; orjson refuses what is not UTF-8, not JSON, or nested too deep."""
    try:
        data = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise BadRequest(f"The body is not valid JSON: {error}") from error
    if not isinstance(data, dict):
        raise BadRequest(f"The body must be a JSON object, not {_kind(data)}.")
    return Fields(data)


class Fields:
    """A JSON object and its path in the body. `null` reads as absent."""

    def __init__(self, data: Mapping[str, Json], path: str = "") -> None:
        self.data = data
        self.path = path

    def at(self, key: str | int) -> str:
        if isinstance(key, int):
            return f"{self.path}[{key}]"
        return f"{self.path}.{key}" if self.path else key

    def wrong(self, key: str, wanted: str) -> BadRequest:
        path = self.at(key)
        value = self.data.get(key)
        got = "it is missing" if value is None else f"got {_kind(value)}"
        return BadRequest(f"`{path}` must be {wanted}; {got}.", param=path)

    def not_taken(self, key: str, wanted: str) -> BadRequest:
        """As `wrong`, of a word that names a kind: no one's prompt, so that it is told back."""
        kind = self.data.get(key)
        if not isinstance(kind, str):
            return self.wrong(key, wanted)
        path = self.at(key)
        message = f"`{path}` must be {wanted}; `{kind[:_LONGEST_KIND]}` is not supported."
        return BadRequest(message, param=path, code="unsupported_value")

    def text(self, key: str) -> str | None:
        return self._typed(key, str, "a string")

    def flag(self, key: str) -> bool | None:
        return self._typed(key, bool, "true or false")

    def integer(self, key: str, low: int, high: int) -> int | None:
        wanted = f"an integer from {low} to {high}"
        value = self._typed(key, int, wanted)
        if value is not None and not low <= value <= high:
            raise BadRequest(f"`{self.at(key)}` must be {wanted}; got {value}.", param=self.at(key))
        return value

    def number(self, key: str, low: float, high: float) -> float | None:
        wanted = f"a number from {low:g} to {high:g}"
        value = self.data.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.wrong(key, wanted)
        if not low <= value <= high:
            raise BadRequest(f"`{self.at(key)}` must be {wanted}; got {value}.", param=self.at(key))
        return float(value)

    def object(self, key: str) -> Fields | None:
        value = self._typed(key, dict, "an object")
        return None if value is None else Fields(value, self.at(key))

    def items(self, key: str) -> list[Json] | None:
        return self._typed(key, list, "an array")

    def objects(self, key: str) -> list[Fields] | None:
        values = self.items(key)
        if values is None:
            return None
        fields = []
        for at, value in enumerate(values):
            path = f"{self.at(key)}[{at}]"
            if not isinstance(value, dict):
                raise BadRequest(f"`{path}` must be an object; got {_kind(value)}.", param=path)
            fields.append(Fields(value, path))
        return fields

    def texts(self, key: str, most: int) -> tuple[str, ...] | None:
        """An array of strings, or one string for an array of one."""
        value = self.data.get(key)
        if value is None:
            return None
        if isinstance(value, str):
            return (value,)
        if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
            raise self.wrong(key, "a string or an array of strings")
        if len(value) > most:
            path = self.at(key)
            raise BadRequest(f"`{path}` may hold {most} strings; got {len(value)}.", param=path)
        return tuple(value)

    def _typed(self, key: str, kind: type[Kind], wanted: str) -> Kind | None:
        value = self.data.get(key)
        if value is None:
            return None
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.wrong(key, wanted)
        return value


def _kind(value: Json) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "a boolean"
        case int() | float():
            return "a number"
        case str():
            return "a string"
        case list():
            return "an array"
        case _:
            return "an object"
