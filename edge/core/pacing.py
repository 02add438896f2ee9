"""Show a bursty target's words at an even pace, and spend what is kept back when it falls silent.

    Stitcher ──Emit──► Pacer ──Emits, word by word──► the reader
                         └ what came faster than the pace waits here

People read about 4.8 tokens a second; a target writes ten times that, in bursts, and sometimes
stops. What it wrote ahead is a store: while a leg stalls and another takes over, the reader still
gets words. The stitcher knows nothing of it, so no clock of a leg is ever moved by the pace.

What the reader never waits for:

- an opening, and the first sentence of the answer: they are shown as they come;
- a tool call: it is shown at once, with all that stood before it;
- the end: when the reply ends, however it ends, all that is left is shown at once.

And no word waits longer than `LONGEST_HOLD_S`: a target that is faster than the pace all the time
is shown at its own pace, so much later, until it ends. That bounds the store, too. The hold is as
long as it usually takes until somebody goes on where a target stalled: three seconds until it is
noticed (`tiers.deep.stall_ms`), and up to three until the next one has a sentence.

Words are told apart by white space, which stays before the word that it leads to: what is shown
never ends in white space, here as in the stitcher. Scripts without spaces go by a few characters.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import replace

from edge.core.accounting import estimate_tokens
from edge.core.events import Emit, Role
from edge.core.sentences import first_sentence_end
from edge.core.types import Text, ToolDelta

LONGEST_HOLD_S = 6.0
_WORD = re.compile(r"\s*\S{1,16}|\s+\Z")


class Pacer:
    """One reply. Show, in order, what its methods return."""

    def __init__(self, tokens_per_s: float) -> None:
        """0: everything is shown as it comes."""
        self._tokens_per_s = tokens_per_s
        # Each with the instant that it is due, if all before it has been shown.
        self._waiting: deque[tuple[float, Emit]] = deque()
        self._next_due = 0.0  # of the next word, as the pace would have it
        self._beginning: str | None = ""  # of the answer, up to its first sentence's end

    def receive(self, emit: Emit, now: float) -> list[Emit]:
        piece = emit.piece
        if not self._tokens_per_s:
            return [emit]
        if isinstance(piece, ToolDelta):
            return [*self.flush(), emit]
        if not isinstance(piece, Text) or piece.logprobs:
            self._waiting.append((now, emit))
        elif emit.role is Role.DRAFT:
            self._show_at_once(emit, piece.text, now)
        else:
            self._receive_answer(emit, piece.text, now)
        return self.handle_timer(now)

    def next_timer(self) -> float | None:
        """When to call `handle_timer`; None while nothing waits."""
        return self._waiting[0][0] if self._waiting else None

    def handle_timer(self, now: float) -> list[Emit]:
        due = []
        while self._waiting and self._waiting[0][0] <= now:
            due.append(self._waiting.popleft()[1])
        return due

    def flush(self) -> list[Emit]:
        """All that waits: the reply is over."""
        left = [emit for _, emit in self._waiting]
        self._waiting.clear()
        return left

    def _receive_answer(self, emit: Emit, text: str, now: float) -> None:
        words = _WORD.findall(text[self._take_beginning(text) :])
        first = text[: len(text) - sum(map(len, words))]
        if first:
            self._show_at_once(_part(emit, first, is_last=not words), first, now)
            emit = replace(emit, corrects=False)  # it is said once
        for number, word in enumerate(words, start=1):
            due = min(max(now, self._next_due), now + LONGEST_HOLD_S)
            self._next_due = due + self._reading_s(word)
            self._waiting.append((due, _part(emit, word, is_last=number == len(words))))

    def _take_beginning(self, text: str) -> int:
        """How much of this text belongs to the first sentence of the answer."""
        if self._beginning is None:
            return 0
        before, self._beginning = len(self._beginning), self._beginning + text
        end = first_sentence_end(self._beginning)
        if end is None:
            return len(text)
        self._beginning = None
        return max(0, end - before)

    def _show_at_once(self, emit: Emit, text: str, now: float) -> None:
        """It takes the reader's time all the same."""
        self._next_due = max(now, self._next_due) + self._reading_s(text)
        self._waiting.append((now, emit))

    def _reading_s(self, text: str) -> float:
        return estimate_tokens(text) / self._tokens_per_s


def _part(emit: Emit, text: str, *, is_last: bool) -> Emit:
    return replace(emit, piece=Text(text), ends_block=emit.ends_block and is_last)
