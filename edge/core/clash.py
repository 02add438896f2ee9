"""A fault of settings that fit each for itself, and not together."""

from __future__ import annotations

from dataclasses import dataclass

from edge.core.settings import KeyPath


@dataclass(frozen=True, slots=True)
class Clash:
    """What is wrong, and the keys that could mend it: the first one written takes the blame."""

    keys: tuple[KeyPath, ...]
    reason: str
