"""Anthropic's conversation into our messages.

Turns there are lists of blocks, and ours are messages with parts:

- a tool's result is a block of the user's turn there, and a message of its own here;
- pictures in it, which other platforms take from users only, follow behind all results of the turn;
- what our words cannot tell (marks for a cache, signed thoughts, documents) stays beside them as it
  was written (`Native`), for a target that speaks this dialect. Every other one reads our words;
- an assistant's turn at the end is no message: it is how the reply is to begin (`prefix`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import orjson

from edge.core.errors import BadRequest
from edge.core.types import ImagePart, Json, Message, Native, Part, Role, TextPart, ToolCall
from edge.doors.chat_request import read_turns
from edge.doors.fields import Fields

DIALECT = "anthropic"

TOOL_FAILED = "The tool reports an error:\n"
_TURNS: dict[str, tuple[Role, frozenset[str]]] = {
    "user": ("user", frozenset({"text", "image", "document", "search_result", "tool_result"})),
    "assistant": (
        "assistant",
        frozenset({"text", "tool_use", "thinking", "redacted_thinking"}),
    ),
    "system": ("system", frozenset({"text"})),
}
_IN_RESULTS = frozenset({"text", "image", "document", "search_result"})
_THOUGHTS = ("thinking", "redacted_thinking")
# The members that our own words tell whole; a block with any other keeps its native form.
_TOLD = {
    "text": frozenset({"type", "text"}),
    "image": frozenset({"type", "source"}),
    "tool_use": frozenset({"type", "id", "name", "input"}),
    "tool_result": frozenset({"type", "tool_use_id", "content"}),
}


@dataclass(frozen=True, slots=True)
class Conversation:
    messages: tuple[Message, ...]
    prefix: str


def read_conversation(body: Fields) -> Conversation:
    """`system` and `messages`. Raises `BadRequest` naming the member at fault."""
    turns = read_turns(body)
    prefix = ""
    if turns[-1].text("role") == "assistant":
        prefix = _read_prefix(turns.pop())
    said = [message for turn in turns for message in _read_turn(turn)]
    if not any(message.role != "system" for message in said):
        raise BadRequest("`messages` must hold a message of the user.", param="messages")
    return Conversation((*_read_system(body), *said), prefix)


def _read_prefix(turn: Fields) -> str:
    """The words that the reply goes on from. Claude's own platform refuses what this refuses."""
    blocks = list(_blocks(turn, "content"))
    for block in blocks:
        if block.text("type") != "text":
            raise block.wrong(
                "type", "text in a last message of the assistant, which the reply continues"
            )
    text = "".join(_text_of(block) for block in blocks)
    if text[-1:].isspace():
        path = turn.at("content")
        message = f"`{path}` ends in white space, and a text that is to be continued may not."
        raise BadRequest(message, param=path)
    return text


def _read_system(body: Fields) -> Iterator[Message]:
    group = _Group("system")
    for block in _blocks(body, "system") if body.data.get("system") is not None else ():
        _check_kind(block, _TURNS["system"][1])
        group.add(block, _read_parts(block))
    yield from group.close()


def _read_turn(turn: Fields) -> Iterator[Message]:
    role, kinds = _TURNS.get(turn.text("role") or "", (None, frozenset[str]()))
    if role is None:
        raise turn.wrong("role", "user, assistant or system")
    group = _Group(role)
    pictures: list[Part] = []  # of results
    for block in _blocks(turn, "content"):
        kind = _check_kind(block, kinds)
        if kind == "tool_result":
            yield from group.close()
            yield _read_result(block, pictures)
        elif kind == "tool_use":
            group.call(block, _read_call(block))
        else:
            group.add(block, _read_parts(block))
    group.show(pictures)
    yield from group.close()


@dataclass(slots=True)
class _Group:
    """Neighbouring blocks of one turn that become one message."""

    role: Role
    _parts: list[Part] = field(default_factory=list)
    _calls: list[ToolCall] = field(default_factory=list)
    _native: list[Json] = field(default_factory=list)
    _is_told: bool = True  # our words tell all of it

    def add(self, block: Fields, parts: Iterable[Part]) -> None:
        self._parts += parts
        self._keep(block)

    def call(self, block: Fields, call: ToolCall) -> None:
        self._calls.append(call)
        self._keep(block)

    def show(self, pictures: list[Part]) -> None:
        """For those who take pictures from users only: a native reader has them in the results."""
        if pictures:
            self._parts += pictures
            self._is_told = False

    def close(self) -> Iterator[Message]:
        if self._parts or self._calls or self._native:
            native = None if self._is_told else Native(DIALECT, tuple(self._native))
            parts, calls = tuple(self._parts), tuple(self._calls)
            yield Message(self.role, parts, tool_calls=calls, native=native)
        self._parts, self._calls, self._native, self._is_told = [], [], [], True

    def _keep(self, block: Fields) -> None:
        kind, data = block.data["type"], block.data
        self._is_told = self._is_told and _is_told(data)
        is_unsigned = kind == "thinking" and not data.get("signature")  # another model's thoughts
        is_blank = kind == "text" and not data["text"].strip()
        if not (is_unsigned or is_blank):  # either is refused
            self._native.append(data)


def _is_told(block: Json) -> bool:
    told = _TOLD.get(block["type"], frozenset[str]())
    inner = block.get("content") if block["type"] == "tool_result" else None
    return told.issuperset(block) and (not isinstance(inner, list) or all(map(_is_told, inner)))


# -- blocks ------------------------------------------------------------------


def _blocks(holder: Fields, key: str) -> list[Fields]:
    """A string is one block of text."""
    value = holder.data.get(key)
    if isinstance(value, str):
        return [Fields({"type": "text", "text": value}, holder.at(key))]
    if not isinstance(value, list):
        raise holder.wrong(key, "a string or an array of content blocks")
    return holder.objects(key) or []


def _check_kind(block: Fields, kinds: frozenset[str]) -> str:
    kind = block.text("type")
    if kind is None or kind not in kinds:
        given = "" if kind is None else f" (`{kind[:100]}` is not supported here)"
        raise block.wrong("type", f"one of {', '.join(sorted(kinds))}{given}")
    return kind


def _text_of(block: Fields) -> str:
    text = block.text("text")
    if text is None:
        raise block.wrong("text", "a string")
    return text


def _read_parts(block: Fields) -> Iterator[Part]:
    match block.text("type"):
        case "text":
            yield TextPart(_text_of(block))
        case "image":
            yield _read_image(block)
        case "document":
            yield _read_document(block)
        case "search_result":
            texts = [_text_of(each) for each in _blocks(block, "content")]
            head = [block.text("title") or "", block.text("source") or ""]
            yield TextPart("\n".join(filter(None, [*head, *texts])))
        case _:
            pass  # thoughts: nobody but their platform can read them


def _read_image(block: Fields) -> ImagePart:
    source = _source(block)
    match source.text("type"):
        case "base64":
            media_type, data = source.text("media_type"), source.text("data")
            if not media_type or not media_type.startswith("image/"):
                raise source.wrong("media_type", "an image's type, such as image/png")
            if not data:
                raise source.wrong("data", "the image in base64")
            return ImagePart(f"data:{media_type};base64,{data}")
        case "url":
            url = source.text("url")
            if not url:
                raise source.wrong("url", "the address of an image")
            return ImagePart(url)
        case _:
            raise source.wrong("type", "base64 or url: other sources are not supported")


def _read_document(block: Fields) -> TextPart:
    """Of plain text. A PDF has no words of ours, and not every target of a chain could read it."""
    source = _source(block)
    match source.text("type"):
        case "text":
            text = source.text("data")
            if text is None:
                raise source.wrong("data", "the document's text")
        case "content":
            inner = _blocks(source, "content")
            for each in inner:
                _check_kind(each, frozenset({"text"}))
            text = "\n".join(map(_text_of, inner))
        case _:
            raise source.wrong(
                "type", "text or content: documents of other kinds are not supported"
            )
    return TextPart("\n".join(filter(None, [block.text("title"), block.text("context"), text])))


def _source(block: Fields) -> Fields:
    source = block.object("source")
    if source is None:
        raise block.wrong("source", "an object")
    return source


def _read_call(block: Fields) -> ToolCall:
    id_, name, given = block.text("id"), block.text("name"), block.object("input")
    if not id_ or not name or given is None:
        missing = "input" if id_ and name else "name" if id_ else "id"
        raise block.wrong(missing, "given for a tool_use")
    return ToolCall(id_, name, orjson.dumps(given.data).decode())


def _read_result(block: Fields, pictures: list[Part]) -> Message:
    id_ = block.text("tool_use_id")
    if not id_:
        raise block.wrong("tool_use_id", "the id of the tool_use it answers")
    parts: list[Part] = [TextPart(TOOL_FAILED)] if block.flag("is_error") else []
    for inner in _blocks(block, "content") if block.data.get("content") is not None else ():
        _check_kind(inner, _IN_RESULTS)
        for part in _read_parts(inner):
            (pictures if isinstance(part, ImagePart) else parts).append(part)
    has_more = bool(pictures) or not _is_told(block.data)
    native = Native(DIALECT, (block.data,)) if has_more else None
    return Message("tool", tuple(parts), tool_call_id=id_, native=native)
