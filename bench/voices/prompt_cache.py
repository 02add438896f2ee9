"""What a platform was told to keep of prompts: what a call reads of it, and what it adds."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

LEAST_TOKENS = 1024  # a shorter beginning is not kept, and nobody is told


@dataclass(frozen=True, slots=True)
class Segment:
    """A block of a prompt as it was written; marked: all up to here is to be kept."""

    written: bytes
    tokens: int
    is_marked: bool


class PromptCache:
    """Nothing is ever forgotten: a simulator does not live long."""

    def __init__(self) -> None:
        self._kept: set[bytes] = set()

    def look_up(self, segments: Sequence[Segment]) -> tuple[int, int]:
        """Tokens read and tokens written: the longest beginning that was kept, up to the last mark,
        and what lies between the two."""
        state, tokens = hashlib.sha256(), 0
        last_mark = read = 0
        kept = set()
        for segment in segments:
            state.update(segment.written + b"\n")
            tokens += segment.tokens
            if state.digest() in self._kept:
                read = tokens
            if segment.is_marked and tokens >= LEAST_TOKENS:
                kept.add(state.digest())
                last_mark = tokens
        self._kept |= kept
        read = min(read, last_mark)
        return read, last_mark - read
