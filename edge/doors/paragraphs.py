"""The empty line between two blocks of a reply that its reader has as one text. Pure."""

from __future__ import annotations

from edge.core.events import Emit
from edge.core.types import Text

BREAK = "\n\n"


class Paragraphs:
    """Puts an empty line between blocks: as soon as one is known to be whole, so that a reader
    (or a voice) need not wait for the next to know it."""

    def __init__(self) -> None:
        self._block = 0

    def text(self, emit: Emit) -> str:
        assert isinstance(emit.piece, Text)
        text = emit.piece.text
        if emit.block > self._block:
            text = BREAK + text
        self._block = emit.block
        if emit.ends_block:
            self._block += 1
            text += BREAK
        return text
