"""The items of OpenAI's Responses dialect into our messages, and as they are kept and listed. Pure.

A message is an item there, and so is every call of a tool, and every result of one. Thoughts are
items, too: a model's own, which no other can take up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from edge.core.errors import BadRequest
from edge.core.types import Json, Message, TextPart, ToolCall
from edge.doors.chat_request import MOST_MESSAGES
from edge.doors.fields import Fields
from edge.doors.openai_parts import read_parts


def as_items(asked: Json, request_id: str) -> Iterator[Json]:
    """What was asked, as the dialect lists it: each with an id, and content in parts."""
    items = [{"role": "user", "content": asked}] if isinstance(asked, str) else asked or ()
    for number, item in enumerate(items):
        given = {key: value for key, value in item.items() if value is not None}
        listed = {"type": "message", "id": f"in_{request_id}_{number}", **given}
        if isinstance(listed.get("content"), str):
            kind = "output_text" if listed.get("role") == "assistant" else "input_text"
            listed["content"] = [{"type": kind, "text": listed["content"]}]
        yield {"status": "completed", **listed}


def read_input(frame: Fields, *, may_be_empty: bool = False) -> tuple[Message, ...]:
    """`input`: a string, or items: messages, function calls and their outputs. `may_be_empty`:
    there is something before it, or nothing is to be said."""
    given = frame.data.get("input")
    if may_be_empty and (given is None or given == []):
        return ()
    if isinstance(given, str):
        return (Message("user", (TextPart(given),)),)
    if not isinstance(given, list) or not given:
        raise frame.wrong("input", "a string or an array with at least one item")
    if len(given) > MOST_MESSAGES:
        message = f"`input` may hold {MOST_MESSAGES} items; got {len(given)}."
        raise BadRequest(message, param="input")
    return tuple(_read_items(frame.objects("input") or []))


def read_items(items: Iterable[Json]) -> tuple[Message, ...]:
    return tuple(_read_items(map(Fields, items)))


def join_calls(messages: Iterable[Message]) -> tuple[Message, ...]:
    """What an assistant says and then calls is one message of it, however many items it was:
    platforms want all calls of one turn together, before the first result."""
    joined: list[Message] = []
    for message in messages:
        last = joined[-1] if joined else None
        if message.tool_calls and not message.parts and last and last.role == "assistant":
            joined[-1] = replace(last, tool_calls=(*last.tool_calls, *message.tool_calls))
        else:
            joined.append(message)
    return tuple(joined)


def _read_items(items: Iterable[Fields]) -> Iterator[Message]:
    for item in items:
        if item.text("type") != "reasoning":  # a model's own, which no other can take up
            yield _read_item(item)


def _read_item(item: Fields) -> Message:
    match item.text("type"):
        case None | "message":
            return _read_message(item)
        case "function_call":
            call_id, name = item.text("call_id"), item.text("name")
            if call_id is None or name is None:
                raise item.wrong("name" if call_id else "call_id", "a string")
            call = ToolCall(call_id, name, item.text("arguments") or "")
            return Message("assistant", tool_calls=(call,))
        case "function_call_output":
            call_id = item.text("call_id")
            if call_id is None:
                raise item.wrong("call_id", "the id of the call it answers")
            return Message("tool", read_parts(item, "output"), tool_call_id=call_id)
        case _:
            kinds = "message, function_call, function_call_output, reasoning or item_reference"
            raise item.not_taken("type", kinds)


def _read_message(item: Fields) -> Message:
    match item.text("role"):
        case "system" | "developer" | "user" | "assistant" as role:
            parts = read_parts(item, "content")
            if not parts:
                raise item.wrong("content", "a string or an array of content parts")
            return Message(role, parts)
        case _:
            raise item.wrong("role", "one of system, developer, user, assistant")
