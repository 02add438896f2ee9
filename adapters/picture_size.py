"""A size as `WIDTHxHEIGHT`, and its shape as platforms name it that have shapes instead of sizes:
`16:9`. They choose how many points it has."""

from __future__ import annotations

from collections.abc import Collection
from math import gcd

from adapters.dialect import HostedModel, cannot


def sides(size: str, model: HostedModel) -> tuple[int, int]:
    """Raises `TierRejected` for what is no size (`auto` is none)."""
    width, _, height = size.partition("x")
    if not (width.isdecimal() and height.isdecimal() and int(width) and int(height)):
        raise cannot(model, "takes sizes such as 1024x1024 only", "size")
    return int(width), int(height)


def shape(size: str, model: HostedModel, known: Collection[str] | None = None) -> str:
    """Raises `TierRejected` for a shape that is not among the known ones."""
    width, height = sides(size, model)
    common = gcd(width, height)
    found = f"{width // common}:{height // common}"
    if known is not None and found not in known:
        raise cannot(model, f"makes no pictures of {found}, but {', '.join(known)}", "size")
    return found
