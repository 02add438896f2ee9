"""Reads a request to Cohere's chat, version 2, as the platform does.

https://docs.cohere.com/reference/chat
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from bench.asked import Asked, Refused, quoted_anchor

_MEMBERS = frozenset(
    "model messages stream tools strict_tools tool_choice documents citation_options "
    "response_format safety_mode max_tokens stop_sequences temperature seed frequency_penalty "
    "presence_penalty k p logprobs thinking priority".split()
)
_ROLES = ("system", "user", "assistant", "tool")
_RANGES = {"p": (0.01, 0.99), "presence_penalty": (0, 1), "frequency_penalty": (0, 1)}
_MOST_STOPS = 5
_CHARACTERS_PER_TOKEN = 4


def read(body: bytes) -> Asked:
    """Raises `Refused`."""
    try:
        fields = json.loads(body)
    except ValueError as error:
        raise Refused(400, "invalid json syntax") from error
    if not isinstance(fields, dict):
        raise Refused(400, "invalid json type: the body must be an object")
    for name in fields.keys() - _MEMBERS:
        raise Refused(422, f"unknown field: parameter '{name}' is not a valid field")
    model = fields.get("model")
    if not isinstance(model, str) or not model:
        raise Refused(400, "model is required")
    messages = _messages(fields)
    _check_limits(fields)
    tools = fields.get("tools") or []
    schema = _schema(fields, tools)
    roles = tuple(message["role"] for message in messages)
    texts = [_text(message) for message in messages]
    prompts = [text for role, text in zip(roles, texts, strict=True) if role == "user"]
    anchor = quoted_anchor(roles, texts)
    if anchor:
        prompts.pop()
    return Asked(
        model=model,
        roles=roles,
        prompt=prompts[-1] if prompts else "",
        prefix=texts[-2] if anchor else "",
        anchor=anchor,
        prompt_tokens=max(1, -(-sum(map(len, texts)) // _CHARACTERS_PER_TOKEN)),
        stream=fields.get("stream") is True,
        include_usage=True,
        max_tokens=fields.get("max_tokens"),
        stop=tuple(fields.get("stop_sequences") or ()),
        tool=_forced_tool(tools, fields.get("tool_choice")),
        schema=schema,
        options={name: value for name, value in fields.items() if name != "messages"},
    )


def _messages(fields: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    messages: list[Mapping[str, Any]] = fields.get("messages") or []
    if not messages:
        raise Refused(400, "invalid request: messages must not be empty")
    called: set[str] = set()
    for place, message in enumerate(messages):
        if message.get("role") not in _ROLES:
            raise Refused(400, f"invalid request: invalid role in messages[{place}]")
        called |= {call["id"] for call in message.get("tool_calls") or ()}
        if message["role"] == "tool" and message.get("tool_call_id") not in called:
            raise Refused(400, f"invalid request: unknown tool_call_id in messages[{place}]")
    if messages[-1]["role"] == "assistant":
        raise Refused(400, "invalid request: the last message must be of the user or a tool")
    return messages


def _text(message: Mapping[str, Any]) -> str:
    content = message.get("content") or message.get("tool_plan") or ""
    if isinstance(content, str):
        return content
    return "".join(part.get("text") or "" for part in content)


def _check_limits(fields: Mapping[str, Any]) -> None:
    for name, (least, most) in _RANGES.items():
        if not least <= fields.get(name, least) <= most:
            raise Refused(400, f"invalid request: {name} must be between {least} and {most}")
    if len(fields.get("stop_sequences") or ()) > _MOST_STOPS:
        raise Refused(400, f"invalid request: at most {_MOST_STOPS} stop_sequences")


def _schema(
    fields: Mapping[str, Any], tools: Sequence[Mapping[str, Any]]
) -> Mapping[str, Any] | None:
    form = fields.get("response_format") or {}
    if form.get("type", "text") == "text":
        return None
    if form["type"] != "json_object":
        raise Refused(400, f"invalid request: unknown response_format type {form['type']}")
    if tools:
        raise Refused(400, "invalid request: response_format is not supported with tools")
    free = {"type": "object", "properties": {"answer": {"type": "string"}}}
    return form.get("json_schema") or free


def _forced_tool(tools: Sequence[Mapping[str, Any]], choice: Any) -> Mapping[str, Any] | None:
    for place, tool in enumerate(tools):
        if "parameters" not in (tool.get("function") or {}):
            raise Refused(400, f"invalid request: tools[{place}].function.parameters is required")
    if choice in (None, "NONE"):
        return None
    if choice != "REQUIRED" or not tools:
        raise Refused(400, "invalid request: tool_choice must be REQUIRED or NONE, with tools")
    return dict(tools[0]["function"])
