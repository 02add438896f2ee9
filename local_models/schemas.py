"""JSON schemas, whatever is made of them: where references lead, what parts say together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

SAYS_NOTHING = frozenset(
    "$schema $id $anchor $comment $defs definitions title description default examples example "
    "deprecated readOnly writeOnly discriminator".split()
)


class SchemaError(ValueError):
    """A schema that cannot be followed; the message says why, in the caller's words."""


def merge(parts: Iterable[Any]) -> dict[str, Any]:
    """What all parts of an `allOf` say together, where they speak of different things."""
    whole: dict[str, Any] = {}
    for part in parts:
        for key, value in as_dict(part, "allOf").items():
            if value is None or key in SAYS_NOTHING:
                continue
            if key not in whole or whole[key] == value:
                whole[key] = value
            elif key == "properties":
                whole[key] = {**whole[key], **as_dict(value, key)}
            elif key == "required":
                whole[key] = [*whole[key], *as_list(value)]
            else:
                raise SchemaError(f"allOf: its parts differ in {key[:40]!r}")
    return whole


def resolve(root: Any, ref: str) -> Any:
    """What a JSON pointer points at: https://datatracker.ietf.org/doc/html/rfc6901"""
    if not ref.startswith("#"):
        raise SchemaError(f"$ref: {ref[:80]!r} is not in the schema itself")
    found = root
    for step in ref.split("/")[1:]:
        key = step.replace("~1", "/").replace("~0", "~")
        if isinstance(found, list) and key.isdecimal() and int(key) < len(found):
            found = found[int(key)]
        elif isinstance(found, dict) and key in found:
            found = found[key]
        else:
            raise SchemaError(f"$ref: there is no {ref[:80]!r}")
    return found


def as_dict(value: Any, name: str) -> dict[str, Any]:
    if value is not None and not isinstance(value, dict):
        raise SchemaError(f"{name}: not an object")
    return value or {}


def as_list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise SchemaError("a list is missing")
    return value
