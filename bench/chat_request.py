"""Reads a chat completions request as the platform does: unknown fields pass, wrong ones do not.

A refusal has the platform's words and its error shape.
https://platform.openai.com/docs/api-reference/chat/create
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from bench.asked import Asked, Refused, quoted_anchor
from bench.chat_manner import MESSAGE_MEMBER, OPENAI, Manner

_ROLES = ("system", "developer", "user", "assistant", "tool", "function")
_CHARACTERS_PER_TOKEN = 4


def read(body: bytes, manner: Manner = OPENAI) -> Asked:
    """Raises `Refused`."""
    try:
        fields = json.loads(body)
    except ValueError as error:
        message = f"We could not parse the JSON body of your request. ({type(error).__name__})"
        raise Refused(400, message) from error
    if not isinstance(fields, dict):
        raise Refused(400, "The JSON body of your request must be an object.")
    model = _required(fields, "model", str)
    messages = _messages(fields)
    _check_that_it_is_known(fields, messages, manner)
    texts = [_text(message) for message in messages]
    roles = tuple(message["role"] for message in messages)
    prompts = [text for role, text in zip(roles, texts, strict=True) if role == "user"]
    anchor = quoted_anchor(roles, texts)
    if anchor:
        prompts.pop()
    if (_optional(fields, "n", int) or 1) != 1:
        raise Refused(400, "Only n=1 is simulated.", param="n", code="unsupported_value")
    stream_options = _optional(fields, "stream_options", dict) or {}
    return Asked(
        model=model,
        roles=roles,
        prompt=prompts[-1] if prompts else "",
        prefix=texts[-2] if anchor else texts[-1] if roles[-1] == "assistant" else "",
        anchor=anchor,
        prompt_tokens=max(1, -(-sum(map(len, texts)) // _CHARACTERS_PER_TOKEN)),
        stream=bool(_optional(fields, "stream", bool)),
        include_usage=bool(stream_options.get("include_usage")),
        max_tokens=_max_tokens(fields),
        stop=_stop(fields),
        tool=_forced_tool(fields),
        offered=None if roles[-1] == "tool" else _offered_tool(fields),
        schema=_schema(fields),
        options={name: value for name, value in fields.items() if name != "messages"},
    )


def _required(fields: Mapping[str, Any], name: str, kind: type) -> Any:
    if fields.get(name) in (None, ""):
        raise Refused(400, f"Missing required parameter: '{name}'.", param=name)
    return _optional(fields, name, kind)


def _optional(fields: Mapping[str, Any], name: str, kind: type) -> Any:
    value = fields.get(name)
    if value is None or (isinstance(value, kind) and (kind is bool or value is not True)):
        return value
    message = f"Invalid type for '{name}': expected {kind.__name__}, got {type(value).__name__}."
    raise Refused(400, message, param=name, code="invalid_type")


def _messages(fields: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    messages: list[Any] = _required(fields, "messages", list)
    if not messages:
        text = "Invalid 'messages': empty array. Expected an array with minimum length 1."
        raise Refused(400, text, param="messages", code="empty_array")
    for place, message in enumerate(messages):
        if not isinstance(message, dict) or message.get("role") not in _ROLES:
            param = f"messages[{place}].role"
            raise Refused(400, f"Invalid value for '{param}'.", param=param, code="invalid_value")
        if not isinstance(message.get("content"), str | list | None):
            param = f"messages[{place}].content"
            raise Refused(400, f"Invalid type for '{param}'.", param=param, code="invalid_type")
    return messages


def _check_that_it_is_known(
    fields: Mapping[str, Any], messages: Sequence[Mapping[str, Any]], manner: Manner
) -> None:
    known = {*fields, *(f"{MESSAGE_MEMBER}{name}" for message in messages for name in message)}
    for name in sorted(manner.refuses & known):
        raise Refused(manner.unknown_status, f"Extra inputs are not permitted: {name}", param=name)
    mark = manner.prefix_mark
    if mark and messages[-1]["role"] == "assistant" and not messages[-1].get(mark):
        raise Refused(400, f"Expected the last role to be user, or assistant with {mark}.")


def _text(message: Mapping[str, Any]) -> str:
    content = message.get("content") or ""
    if isinstance(content, str):
        return content
    return "".join(part.get("text") or "" for part in content if isinstance(part, dict))


def _max_tokens(fields: Mapping[str, Any]) -> int | None:
    for name in ("max_completion_tokens", "max_tokens"):
        limit: int | None = _optional(fields, name, int)
        if limit is not None and limit < 1:
            message = f"Invalid '{name}': integer below minimum value. Expected a value >= 1."
            raise Refused(400, message, param=name, code="integer_below_min_value")
        if limit is not None:
            return limit
    return None


def _stop(fields: Mapping[str, Any]) -> tuple[str, ...]:
    stop = fields.get("stop") or ()
    return (stop,) if isinstance(stop, str) else tuple(stop)


def _forced_tool(fields: Mapping[str, Any]) -> Mapping[str, Any] | None:
    functions = [tool.get("function") or {} for tool in _optional(fields, "tools", list) or ()]
    choice = fields.get("tool_choice")
    if choice == "required" and functions:
        return dict(functions[0])
    if isinstance(choice, dict):
        name = (choice.get("function") or {}).get("name")
        for function in functions:
            if function.get("name") == name:
                return dict(function)
        message = f"Tool choice '{name}' not found in 'tools' parameter."
        raise Refused(400, message, param="tool_choice")
    return None


def _offered_tool(fields: Mapping[str, Any]) -> Mapping[str, Any] | None:
    may_call = fields.get("tool_choice") in (None, "auto")
    tools = fields.get("tools") if may_call else None
    return dict(tools[0].get("function") or {}) if tools else None


def _schema(fields: Mapping[str, Any]) -> Mapping[str, Any] | None:
    response_format = _optional(fields, "response_format", dict) or {}
    match response_format.get("type"):
        case "json_schema":
            return (response_format.get("json_schema") or {}).get("schema") or {}
        case "json_object":
            return {"type": "object", "properties": {"answer": {"type": "string"}}}
    return None
