"""How the local models fare, as operators are told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class LocalStatus:
    """Of a local model. `trouble`: why it is not to be expected back soon."""

    is_up: bool
    slots: int = 0
    busy: int = 0  # slots taken
    waiting: int = 0  # replies without a slot
    figures: Mapping[str, float] = field(default_factory=dict)  # what the engine counts, by name
    trouble: str | None = None

    @property
    def state(self) -> str:
        return "up" if self.is_up else "down"


Locals = Mapping[str, LocalStatus]  # by name, `local` or `local:NAME`: all that are to serve
