"""Reads a chat completions request as the platform does: unknown fields pass, wrong ones do not.

A refusal has the platform's words and its error shape.
https://platform.openai.com/docs/api-reference/chat/create
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_ROLES = ("system", "developer", "user", "assistant", "tool", "function")
_CHARACTERS_PER_TOKEN = 4
_QUOTED = re.compile(r'"(.+)"', re.DOTALL)


class Refused(Exception):
    """The request, with the status and the error object that the platform answers it with."""

    def __init__(
        self,
        status: int,
        message: str,
        *,
        type: str = "invalid_request_error",  # noqa: A002 - the dialect's word
        param: str | None = None,
        code: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.headers = dict(headers or {})
        self.body = {"error": {"message": message, "type": type, "param": param, "code": code}}


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as the platform understands it.

    `prefix` is what the assistant has said already: a trailing message of its own, or one behind
    which the user asks it to go on from its last words. Those are the `anchor`, to be repeated.
    """

    model: str
    roles: tuple[str, ...]
    prompt: str
    prefix: str
    anchor: str
    prompt_tokens: int
    stream: bool
    include_usage: bool
    max_tokens: int | None
    stop: tuple[str, ...]
    tool: Mapping[str, Any] | None  # the one that must be called
    schema: Mapping[str, Any] | None  # of the JSON that must be said
    options: Mapping[str, Any]  # everything else that was asked

    @property
    def ends_in_assistant(self) -> bool:
        return self.roles[-1] == "assistant"


def read(body: bytes) -> Asked:
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
    texts = [_text(message) for message in messages]
    roles = tuple(message["role"] for message in messages)
    prompts = [text for role, text in zip(roles, texts, strict=True) if role == "user"]
    anchor = _anchor(roles, texts)
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
        schema=_schema(fields),
        options={name: value for name, value in fields.items() if name != "messages"},
    )


def _anchor(roles: tuple[str, ...], texts: list[str]) -> str:
    """The last words of the assistant, when the user quotes them to be continued from there."""
    if roles[-3:] != ("user", "assistant", "user"):
        return ""
    quoted = _QUOTED.search(texts[-1])
    return quoted[1] if quoted and texts[-2].endswith(quoted[1]) else ""


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


def _schema(fields: Mapping[str, Any]) -> Mapping[str, Any] | None:
    response_format = _optional(fields, "response_format", dict) or {}
    match response_format.get("type"):
        case "json_schema":
            return (response_format.get("json_schema") or {}).get("schema") or {}
        case "json_object":
            return {"type": "object", "properties": {"answer": {"type": "string"}}}
    return None
