"""Tables of a settings file become the dataclasses of `edge/core/settings.py`.

The dataclasses are the schema: their types and their fields' metadata (`min`, `max`, `one_of`)
say all that is checked here, so a new key is one line there and none here. Nothing stops at
the first fault: what does not fit is noted and left at its default.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from types import UnionType
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin, get_type_hints

from edge.core.settings import KeyPath
from edge.core.settings_rules import suggest

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    Section = TypeVar("Section", bound=DataclassInstance)

NOT_BUILT = frozenset(
    tuple(key.split("."))
    for key in (
        "limits",
        "budget",
        "cache",
        "queue",
        "telemetry",
    )
)  # promised by the contract, and refused by name until they do something

_Pattern = tuple[str, ...]
_LARGEST = 2**31 - 1  # of a whole number without a `max`: 24 days in ms, 2 GiB in bytes
_WRONG = object()  # what a value that does not fit becomes
_KINDS = {
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    str: "a text",
    list: "a list",
    dict: "a table",
}


@dataclass(frozen=True, slots=True)
class Misfit:
    key: KeyPath
    reason: str


def read_section(schema: type[Section], table: dict[str, Any]) -> tuple[Section, list[Misfit]]:
    """The section as the file has it, and everything in the file that does not fit."""
    reader = _Reader()
    return reader.read_table(schema, table, (), ()), reader.misfits


class _Reader:
    """`key` is where we are in the file; `pattern` is the same with `*` for names of one's own."""

    def __init__(self) -> None:
        self.misfits: list[Misfit] = []

    def read_table(
        self,
        schema: type[Section],
        table: Mapping[str, Any],
        key: KeyPath,
        pattern: _Pattern,
    ) -> Section:
        types = get_type_hints(schema)
        rules = {field.name: field.metadata for field in fields(schema)}
        values: dict[str, Any] = {}
        for name, raw in table.items():
            if (*pattern, name) in NOT_BUILT:
                self._refuse((*key, name), "not built yet")
            elif name not in types:
                hint = suggest(name, types) or f"; known here: {', '.join(types)}"
                self._refuse((*key, name), f"unknown {_noun(raw)}{hint}")
            else:
                value = self._read(types[name], raw, (*key, name), (*pattern, name), rules[name])
                if value is not _WRONG:
                    values[name] = value
        return schema(**values)

    def _read(
        self, kind: Any, raw: Any, key: KeyPath, pattern: _Pattern, rules: Mapping[str, Any]
    ) -> Any:
        if isinstance(kind, UnionType):  # `X | None`: TOML has no null, so a written value is an X
            kind = get_args(kind)[0]
        if isinstance(kind, type) and is_dataclass(kind):
            if isinstance(raw, dict):
                return self.read_table(kind, raw, key, pattern)
            return self._refuse_kind(key, dict, raw)
        origin, inner = get_origin(kind), get_args(kind)
        if origin is tuple:
            if not isinstance(raw, list):
                return self._refuse_kind(key, list, raw)
            items = [
                self._read(inner[0], item, (*key, index), pattern, rules)
                for index, item in enumerate(raw)
            ]
            return tuple(item for item in items if item is not _WRONG)
        if origin is not None:  # Mapping[str, X]: the names are one's own
            if not isinstance(raw, dict):
                return self._refuse_kind(key, dict, raw)
            named = {
                name: self._read(inner[1], item, (*key, name), (*pattern, "*"), rules)
                for name, item in raw.items()
            }
            return {name: item for name, item in named.items() if item is not _WRONG}
        return self._read_scalar(kind, raw, key, pattern, rules)

    def _read_scalar(
        self, kind: Any, raw: Any, key: KeyPath, pattern: _Pattern, rules: Mapping[str, Any]
    ) -> Any:
        if kind is float and type(raw) is int:
            raw = float(raw) if abs(raw) <= _LARGEST else math.inf
        if type(raw) is not kind:  # not isinstance: to Python, true is a whole number
            return self._refuse_kind(key, kind, raw)
        if kind is str:
            return self._read_text(raw, key, rules.get("one_of"))
        if kind is bool:
            return raw
        least = rules.get("min", -_LARGEST)
        most = rules.get("max", _LARGEST)
        if not math.isfinite(raw):
            return self._refuse(key, "not a finite number")
        if raw < least:
            return self._refuse(key, f"{raw} is less than {least}")
        if raw > most:
            return self._refuse(key, f"{raw} is more than {most}")
        return raw

    def _read_text(self, raw: str, key: KeyPath, one_of: tuple[str, ...] | None) -> Any:
        if not raw:
            return self._refuse(key, "must not be empty")
        if any(character < " " or character == "\x7f" for character in raw):
            return self._refuse(key, "must not hold control characters")
        if one_of is not None and raw not in one_of:
            return self._refuse(key, f'"{raw}" is not one of {", ".join(one_of)}')
        return raw

    def _refuse_kind(self, key: KeyPath, wanted: type, raw: Any) -> Any:
        # The value is not repeated: it may be a key that landed in the wrong place.
        return self._refuse(key, f"expected {_KINDS[wanted]}, got {_describe(raw)}")

    def _refuse(self, key: KeyPath, reason: str) -> Any:
        self.misfits.append(Misfit(key, reason))
        return _WRONG


def _describe(raw: Any) -> str:
    return _KINDS.get(type(raw), "a date or time")  # the only other types TOML has


def _noun(raw: Any) -> str:
    return "section" if isinstance(raw, dict) else "key"
