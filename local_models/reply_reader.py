"""From the text a model writes to the pieces of a reply: words, thinking, tool calls.

The text comes cut anywhere. What may still become a mark (`<think>`, `<tool_call>`) is held back
until it is one or cannot be; a tool call is held until it is whole, because only then is it known
to be one. What turns out to be none, or is cut off, is told as the text it is: no word is lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from edge.core.types import Piece, Text, Thinking, TokenLogprob, ToolDelta
from local_models.tool_formats import ToolFormat, read_calls

THINK, THOUGHT = "<think>", "</think>"


class _Mode(Enum):
    START = auto()  # nothing but spaces yet
    AFTER = auto()  # the same, behind thoughts or a call: these spaces are no words
    WORDS = auto()
    THINKING = auto()
    CALL = auto()


class ReplyReader:
    def __init__(self, tools: ToolFormat | None = None, *, thinking: bool = False) -> None:
        """`tools`: the format of calls, where tools were offered; `thinking`: it has begun to."""
        self._tools = tools
        self.marks = {THINK, THOUGHT, *((tools.opens, tools.closes) if tools else ())}
        self._mode = _Mode.THINKING if thinking else _Mode.START
        self._held = ""
        self._logprobs: list[TokenLogprob] = []
        self.calls = 0

    def feed(self, text: Text) -> list[Piece]:
        """What is known now. Log-probabilities go out with the next words."""
        self._held += text.text
        self._logprobs += text.logprobs
        pieces: list[Piece] = []
        while (told := self._advance()) is not None:
            pieces += told
        return pieces

    def end(self) -> list[Piece]:
        """The reply ends here."""
        held, self._held = self._held, ""
        if self._mode is _Mode.CALL:
            return self._call(held)
        return self._say(held.lstrip() if self._mode is _Mode.AFTER else held)

    def _advance(self) -> list[Piece] | None:
        """One step: up to the next mark, or as far as can be told; None where it must wait."""
        if self._mode in (_Mode.START, _Mode.AFTER):
            return self._start()
        marks = self._marks()
        found = [(at, mark) for mark in marks if (at := self._held.find(mark)) >= 0]
        if found:
            at, mark = min(found)
            before, self._held = self._held[:at], self._held[at + len(mark) :]
            return self._pass(before, mark)
        sure = len(self._held) - _risky_tail(self._held, marks)
        if self._mode is _Mode.CALL or not sure:
            return None
        before, self._held = self._held[:sure], self._held[sure:]
        return self._say(before)

    def _start(self) -> list[Piece] | None:
        """Spaces before a mark are no words. A reply that begins with JSON may be a call."""
        text = self._held.lstrip()
        if not text:
            return None
        if self._mode is _Mode.AFTER:
            self._held = text
        if self._tools is not None and self._tools.is_bare and text[0] == "{":
            self._mode = _Mode.CALL
        elif any(text.startswith(mark) for mark in self._marks()):
            self._held, self._mode = text, _Mode.WORDS
        elif any(mark.startswith(text) for mark in self._marks()):
            return None
        else:
            self._mode = _Mode.WORDS
        return []

    def _marks(self) -> tuple[str, ...]:
        match self._mode:
            case _Mode.THINKING:
                return (THOUGHT,)
            case _Mode.CALL:
                assert self._tools is not None
                return (self._tools.closes,) if self._tools.closes else ()
            case _:
                return (THINK,) if self._tools is None else (THINK, self._tools.opens)

    def _pass(self, before: str, mark: str) -> list[Piece]:
        """Over a mark, with what stands before it."""
        match self._mode:
            case _Mode.CALL:
                self._mode = _Mode.AFTER
                return self._call(before)
            case _Mode.THINKING:
                pieces = self._say(before)
                self._mode = _Mode.AFTER
            case _:
                pieces = self._say(before)
                self._mode = _Mode.THINKING if mark == THINK else _Mode.CALL
        return pieces

    def _say(self, text: str) -> list[Piece]:
        if not text:
            return []
        if self._mode is _Mode.THINKING:
            self._logprobs.clear()
            return [Thinking(text)]
        logprobs, self._logprobs = tuple(self._logprobs), []
        return [Text(text, logprobs)]

    def _call(self, text: str) -> list[Piece]:
        calls = read_calls(text)
        if not calls:
            assert self._tools is not None
            is_marked = not (self._tools.is_bare and text.lstrip().startswith("{"))
            opens = self._tools.opens if is_marked else ""
            closes = self._tools.closes if self._mode is _Mode.AFTER else ""
            return [Text(opens + text + closes)]
        self._logprobs.clear()
        first, self.calls = self.calls, self.calls + len(calls)
        return [
            ToolDelta(index, call.id, call.name, call.arguments)
            for index, call in enumerate(calls, start=first)
        ]


def _risky_tail(text: str, marks: Sequence[str]) -> int:
    """How many of the last characters could be the beginning of a mark."""
    longest = max(map(len, marks), default=1) - 1
    for length in range(min(longest, len(text)), 0, -1):
        if any(mark.startswith(text[-length:]) for mark in marks):
            return length
    return 0
