"""What a draft may say before the target speaks: its level, its frames, its faults."""

from edge.core.openings.framing import frames
from edge.core.openings.level import opening_level
from edge.core.openings.objections import objection

__all__ = ["frames", "objection", "opening_level"]
