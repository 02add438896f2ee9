"""The output items of a response while they grow: the events that begin, fill and end each. Pure.

One message, or one item of thoughts, is told at a time. Calls of tools may be told by turns, as
some platforms do: one ends when something else begins and its arguments are a whole object, and
all do with the response. What comes for a call that has ended is nothing, or no part of it.

A block that is an opening becomes a message of its own with `phase: "commentary"`, which ends in
an empty line; the answer is `final_answer`. Thoughts are told as they are, or as the summary that
was asked for: clients of OpenAI's own models, which tell no others, read only that.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import orjson

from edge.core.events import Emit, Role
from edge.core.types import Json, Text, Thinking, ToolDelta
from edge.doors.chat_wire import chat_logprobs
from edge.doors.paragraphs import BREAK

Event = tuple[str, dict[str, Json]]  # its type, and its members


class _Words(NamedTuple):
    """What a kind of text is called: its part, the events of that and of its words, and where in
    the item it stands."""

    part: str
    of_part: str
    of_words: str
    place: str


_ANSWER = _Words("output_text", "content_part", "output_text", "content_index")
_THOUGHTS = _Words("reasoning_text", "content_part", "reasoning_text", "content_index")
_SUMMARY = _Words(
    "summary_text", "reasoning_summary_part", "reasoning_summary_text", "summary_index"
)
_OPENING, _FINAL = {"phase": "commentary"}, {"phase": "final_answer"}
_PREFIXES = {"message": "msg", "function_call": "fc", "reasoning": "rs"}


class Item:
    """`words` None: it is a call, and what it says are arguments."""

    def __init__(self, id_: str, index: int, kind: str, words: _Words | None, head: Json) -> None:
        self.id = id_
        self.index = index
        self.kind = kind
        self.words = words
        self.said: list[str] = []
        self.logprobs: list[Json] = []
        self.status = "in_progress"
        self._head = head
        self._has_odds = words is _ANSWER
        self._delta = f"{words.of_words}.delta" if words else "function_call_arguments.delta"

    @property
    def is_open(self) -> bool:
        return self.status == "in_progress"

    @property
    def is_answer(self) -> bool:
        """What a later turn should remember."""
        return self.kind == "function_call" or self._head.get("phase") == "final_answer"

    @property
    def text(self) -> str:
        return "".join(self.said)

    def json(self) -> Json:
        match self.words:
            case None:
                body: Json = {"arguments": self.text}
            case _ if self.words is _ANSWER:
                content = [self.part()] if self.said or not self.is_open else []
                body = {"role": "assistant", "content": content}
            case _ if self.words is _SUMMARY:
                body = {"summary": [self.part()]}
            case _:
                body = {"summary": [], "content": [self.part()]}
        return {"id": self.id, "type": self.kind, "status": self.status, **self._head, **body}

    def part(self) -> Json:
        assert self.words is not None
        part: Json = {"type": self.words.part, "text": self.text}
        return part | {"annotations": [], "logprobs": self.logprobs} if self._has_odds else part

    def begin(self) -> Iterator[Event]:
        yield "output_item.added", {"output_index": self.index, "item": self.json()}
        if self.words is not None:
            yield self._of_part("added")

    def grow(self, text: str, logprobs: list[Json]) -> Event:
        self.said.append(text)
        members: dict[str, Json] = {"item_id": self.id, "output_index": self.index}
        if self.words is not None:
            members[self.words.place] = 0
        members["delta"] = text
        if self._has_odds:
            self.logprobs.extend(logprobs)
            members["logprobs"] = logprobs
        return self._delta, members

    def end(self, status: str) -> Iterator[Event]:
        self.status = status
        if self.words is None:
            done = {"arguments": self.text, "name": self._head["name"]}
            yield self._on("function_call_arguments.done", done)
        else:
            odds = {"logprobs": self.logprobs} if self._has_odds else {}
            done = {self.words.place: 0, "text": self.text, **odds}
            yield self._on(f"{self.words.of_words}.done", done)
            yield self._of_part("done")
        yield "output_item.done", {"output_index": self.index, "item": self.json()}

    def _of_part(self, what: str) -> Event:
        assert self.words is not None
        members = {self.words.place: 0, "part": self.part()}
        return self._on(f"{self.words.of_part}.{what}", members)

    def _on(self, kind: str, members: dict[str, Json]) -> Event:
        return kind, {"item_id": self.id, "output_index": self.index, **members}


class Output:
    """`summarizes`: thoughts are wanted as a summary."""

    def __init__(self, request_id: str, *, summarizes: bool) -> None:
        self.items: list[Item] = []
        self.opening_chars = 0
        self._request_id = request_id
        self._thoughts = _SUMMARY if summarizes else _THOUGHTS
        self._open: Item | None = None  # of text
        self._open_key: tuple[object, ...] = ()
        self._calls: dict[int, Item] = {}
        self._told: list[Event] = []

    @property
    def has_calls(self) -> bool:
        return bool(self._calls)

    @property
    def is_inside_word(self) -> bool:
        """Whether what was said last may be half of one."""
        item = self._open
        if item is None or item.kind != "message" or not item.said:
            return False
        return item.said[-1][-1:].isalnum()

    def emit(self, emit: Emit) -> list[Event]:
        match emit.piece:
            case Text() as piece:
                self._text(emit, piece)
            case Thinking(text=text):
                item = self._turn_to(("reasoning",), "reasoning", self._thoughts, {})
                self._told.append(item.grow(text, []))
            case ToolDelta() as delta:
                self._call(delta)
            case _:
                pass
        return self._taken()

    def end(self, status: str) -> list[Event]:
        for item in self.items:
            if item.is_open:
                self._told += item.end(status)
        self._open = None
        return self._taken()

    def _taken(self) -> list[Event]:
        told, self._told = self._told, []
        return told

    def _text(self, emit: Emit, piece: Text) -> None:
        opens = emit.role is Role.DRAFT and emit.ends_block
        head = _OPENING if opens else _FINAL
        item = self._turn_to(("message", emit.block), "message", _ANSWER, head)
        if emit.role is Role.DRAFT:
            self.opening_chars += len(piece.text)
        text = piece.text + BREAK if opens else piece.text  # most clients show all as one text
        tokens = chat_logprobs(piece.logprobs)["content"] if piece.logprobs else []
        self._told.append(item.grow(text, tokens))
        if emit.ends_block:
            self._end_open()

    def _turn_to(self, key: tuple[object, ...], kind: str, words: _Words, head: Json) -> Item:
        """The open item, if it is the one with this key; else a new one."""
        if self._open is None or self._open_key != key:
            self._end_what_is_whole()
            self._open, self._open_key = self._begin(kind, words, head), key
        return self._open

    def _call(self, delta: ToolDelta) -> None:
        item = self._calls.get(delta.index)
        if item is None:
            self._end_what_is_whole()
            head = {"call_id": delta.id, "name": delta.name}
            item = self._calls[delta.index] = self._begin("function_call", None, head)
        if delta.arguments and item.is_open:
            self._told.append(item.grow(delta.arguments, []))

    def _begin(self, kind: str, words: _Words | None, head: Json) -> Item:
        index = len(self.items)
        item = Item(f"{_PREFIXES[kind]}_{self._request_id}_{index}", index, kind, words, head)
        self.items.append(item)
        self._told += item.begin()
        return item

    def _end_what_is_whole(self) -> None:
        self._end_open()
        for call in self._calls.values():
            if call.is_open and _is_object(call.text):
                self._told += call.end("completed")

    def _end_open(self) -> None:
        item, self._open = self._open, None
        if item is not None:
            self._told += item.end("completed")


def _is_object(text: str) -> bool:
    try:
        return isinstance(orjson.loads(text), dict)
    except orjson.JSONDecodeError:
        return False
