"""A plausible value for a JSON schema: a forced tool's arguments, a reply in a forced form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def example(schema: Mapping[str, Any], words: str) -> Any:
    """Strings without a value of their own are `words`."""
    for keyword in ("const", "default"):
        if keyword in schema:
            return schema[keyword]
    if schema.get("enum"):
        return schema["enum"][0]
    for keyword in ("anyOf", "oneOf", "allOf"):
        if schema.get(keyword):
            return example(schema[keyword][0], words)
    kind = schema.get("type", "object" if "properties" in schema else "string")
    match kind[0] if isinstance(kind, list) else kind:
        case "object":
            members = schema.get("properties") or {}
            return {name: example(member, words) for name, member in members.items()}
        case "array":
            return [example(schema.get("items") or {}, words)]
        case "integer":
            return max(1, int(schema.get("minimum", 1)))
        case "number":
            return max(1.5, float(schema.get("minimum", 1.5)))
        case "boolean":
            return True
        case "null":
            return None
    return words
