"""The AI SDK's UI messages into our messages. Pure.

A UI message is what a page shows; one of the assistant's may be many turns:

    text, call + its result │ step │ text          UI message
    assistant, tool         │      │ assistant     ours

Left out, because nobody who is asked could use it: thoughts, sources, `data-` and `custom` parts,
files of the assistant's, and calls that have no result (yet): platforms refuse a conversation with
such a call in it. An opening that stood by itself is left out too: no answer builds on it.

https://ai-sdk.dev/docs/reference/ai-sdk-core/ui-message
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import orjson

from edge.core.errors import BadRequest
from edge.core.types import ImagePart, Json, Message, Part, TextPart, ToolCall
from edge.doors.chat_request import read_turns
from edge.doors.fields import Fields
from edge.doors.messages_parts import TOOL_FAILED
from edge.doors.paragraphs import BREAK

COMMENTARY = {"prelude": {"phase": "commentary"}}  # the mark of an opening that stands by itself
_STATIC_TOOL = "tool-"
_DENIED = "Tool call execution denied."


def read_ui_messages(body: Fields) -> tuple[Message, ...]:
    """Raises `BadRequest` naming the member at fault."""
    messages = tuple(message for turn in read_turns(body) for message in _read_turn(turn))
    if not messages:
        raise BadRequest("`messages` must hold something that was said.", param="messages")
    return messages


def _read_turn(turn: Fields) -> Iterator[Message]:
    parts = turn.objects("parts")
    if parts is None:
        raise turn.wrong("parts", "an array of parts")
    match turn.text("role"):
        case "system":
            if texts := tuple(_read_text(part) for part in parts if part.text("type") == "text"):
                yield Message("system", texts)
        case "user":
            yield _read_user(turn, parts)
        case "assistant":
            yield from _read_assistant(parts)
        case _:
            raise turn.wrong("role", "one of system, user, assistant")


def _read_user(turn: Fields, parts: list[Fields]) -> Message:
    read = tuple(part for part in map(_read_of_user, parts) if part is not None)
    if not read:
        raise turn.wrong("parts", "an array with a text or a picture in it")
    return Message("user", read)


def _read_of_user(part: Fields) -> Part | None:
    match part.text("type"):
        case "text":
            return _read_text(part)
        case "file":
            return _read_picture(part)
        case None:
            raise part.wrong("type", "the kind of a part, such as text")
        case _:
            return None


def _read_text(part: Fields) -> TextPart:
    text = part.text("text")
    if text is None:
        raise part.wrong("text", "a string")
    return TextPart(text)


def _read_picture(part: Fields) -> ImagePart:
    kind, url = part.text("mediaType"), part.text("url")
    if kind is None or kind.partition("/")[0] != "image":
        raise part.wrong("mediaType", "image/...: other files are not supported")
    if url is None:
        raise part.wrong("url", "a string")
    return ImagePart(url)


@dataclass(slots=True)
class _Step:
    """What the assistant said and called between two step boundaries."""

    texts: list[str] = field(default_factory=list)
    calls: list[ToolCall] = field(default_factory=list)
    results: list[Message] = field(default_factory=list)

    def messages(self) -> Iterator[Message]:
        if self.texts or self.calls:
            said = (TextPart(BREAK.join(self.texts)),) if self.texts else ()
            yield Message("assistant", said, tool_calls=tuple(self.calls))
        yield from self.results


def _read_assistant(parts: list[Fields]) -> Iterator[Message]:
    step = _Step()
    for part in parts:
        match part.text("type"):
            case "step-start":
                yield from step.messages()
                step = _Step()
            case "text":
                if (text := _read_text(part).text) and not _is_commentary(part):
                    step.texts.append(text)
            case "dynamic-tool":
                _read_call(part, part.text("toolName"), step)
            case str() as kind if kind.startswith(_STATIC_TOOL):
                _read_call(part, kind.removeprefix(_STATIC_TOOL), step)
            case "steering-message":  # said by the user in the middle of it
                yield from step.messages()
                step = _Step()
                yield _read_user(part, part.objects("parts") or [])
            case None:
                raise part.wrong("type", "the kind of a part, such as text")
            case _:
                pass
    yield from step.messages()


def _is_commentary(part: Fields) -> bool:
    marks = part.object("providerMetadata")
    ours = marks.object("prelude") if marks is not None else None
    return ours is not None and ours.data.get("phase") == "commentary"


def _read_call(part: Fields, name: str | None, step: _Step) -> None:
    id_ = part.text("toolCallId")
    if not id_:
        raise part.wrong("toolCallId", "the id of the call")
    if not name:
        raise part.wrong("toolName", "the name of the tool")
    result = _read_result(part)
    if result is None:
        return
    step.calls.append(ToolCall(id_, name, _json(_arguments(part))))
    step.results.append(Message("tool", (TextPart(result),), tool_call_id=id_))


def _arguments(part: Fields) -> Json:
    """Platforms take an object only, and what a model wrote by mistake may be none."""
    given = part.data.get("input", part.data.get("rawInput"))
    if given is None:
        return {}
    return given if isinstance(given, dict) else {"input": given}


def _read_result(part: Fields) -> str | None:
    """What the tool said, or what became of the call; None: nothing yet."""
    approval = part.object("approval")
    match part.text("state"):
        case "output-available":
            output = part.data.get("output")
            return output if isinstance(output, str) else _json(output)
        case "output-error":
            return TOOL_FAILED + (part.text("errorText") or "")
        case "output-denied":
            return (approval and approval.text("reason")) or _DENIED
        case "approval-responded" if approval is not None and approval.flag("approved") is False:
            return approval.text("reason") or _DENIED
        case None:
            raise part.wrong("state", "the state of the call")
        case _:
            return None


def _json(value: Json) -> str:
    return orjson.dumps(value).decode()
