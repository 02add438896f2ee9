"""Reads a request to Ollama's own chat as the server does: members that it does not know, it
ignores.

No tool can be forced there, and the simulator has no mind of its own: it calls the first tool that
is offered, unless a result is what it was given last.

https://docs.ollama.com/api/chat
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping, Sequence
from typing import Any

from bench.asked import Asked, Refused, quoted_anchor

_CHARACTERS_PER_TOKEN = 4


def read(body: bytes) -> Asked:
    """Raises `Refused`."""
    try:
        fields = json.loads(body)
    except ValueError as error:
        raise Refused(400, "invalid character in the request body") from error
    if not isinstance(fields, dict):
        raise Refused(400, "json: cannot unmarshal into Go value of type api.ChatRequest")
    model = fields.get("model")
    if not isinstance(model, str) or not model:
        raise Refused(400, "model is required")
    messages = _messages(fields)
    options = fields.get("options") or {}
    roles = tuple(message["role"] for message in messages)
    texts = [message.get("content") or "" for message in messages]
    prompts = [text for role, text in zip(roles, texts, strict=True) if role == "user"]
    anchor = quoted_anchor(roles, texts)
    if anchor:
        prompts.pop()
    return Asked(
        model=model,
        roles=roles,
        prompt=prompts[-1] if prompts else "",
        prefix=texts[-2] if anchor else texts[-1] if roles[-1] == "assistant" else "",
        anchor=anchor,
        prompt_tokens=max(1, -(-sum(map(len, texts)) // _CHARACTERS_PER_TOKEN)),
        stream=fields.get("stream") is not False,  # unless it is told not to
        include_usage=True,
        max_tokens=_max_tokens(options),
        stop=tuple(options.get("stop") or ()),
        tool=_tool(fields, roles),
        schema=_schema(fields),
        options={name: value for name, value in fields.items() if name != "messages"},
    )


def _messages(fields: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    messages: list[Mapping[str, Any]] = fields.get("messages") or []
    if not messages:
        raise Refused(400, "messages is required")
    for message in messages:
        if not isinstance(message.get("content", ""), str):
            raise Refused(400, "json: cannot unmarshal content into a Go value of type string")
        for image in message.get("images") or ():
            _check_image(image)
        for call in message.get("tool_calls") or ():
            if not isinstance(call["function"]["arguments"], dict):
                raise Refused(400, "json: cannot unmarshal arguments into a Go value of type map")
    return messages


def _check_image(image: str) -> None:
    try:
        base64.b64decode(image, validate=True)
    except binascii.Error as error:
        raise Refused(400, "illegal base64 data at input byte 4") from error


def _max_tokens(options: Mapping[str, Any]) -> int | None:
    limit: int | None = options.get("num_predict")
    return None if limit is None or limit < 0 else limit


def _tool(fields: Mapping[str, Any], roles: Sequence[str]) -> Mapping[str, Any] | None:
    tools = fields.get("tools") or []
    return dict(tools[0]["function"]) if tools and roles[-1] != "tool" else None


def _schema(fields: Mapping[str, Any]) -> Mapping[str, Any] | None:
    form = fields.get("format")
    if form == "json":
        return {"type": "object", "properties": {"answer": {"type": "string"}}}
    if not form:
        return None
    if not isinstance(form, dict):
        raise Refused(400, 'invalid format: expected "json" or a JSON schema')
    return form
