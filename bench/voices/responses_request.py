"""Reads a Responses request as OpenAI does: what it does not know, it refuses by name.

https://platform.openai.com/docs/api-reference/responses/create
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bench.asked import Asked, Refused, quoted_anchor

_MEMBERS = frozenset(
    "model input instructions stream store include tools tool_choice parallel_tool_calls text "
    "reasoning temperature top_p top_logprobs max_output_tokens max_tool_calls metadata user "
    "safety_identifier service_tier truncation background previous_response_id conversation prompt "
    "prompt_cache_key prompt_cache_options prompt_cache_retention stream_options moderation "
    "context_management".split()
)
_ROLES = ("system", "developer", "user", "assistant")
_PARTS = {
    "assistant": ("output_text", "refusal"),
    "user": ("input_text", "input_image", "input_file"),
}
_LEAST_OUTPUT = 16
_CHARACTERS_PER_TOKEN = 4


@dataclass(frozen=True, slots=True)
class _Turn:
    role: str
    text: str


def read(body: bytes) -> Asked:
    """Raises `Refused`."""
    try:
        fields = json.loads(body)
    except ValueError as error:
        message = "We could not parse the JSON body of your request."
        raise Refused(400, message) from error
    if not isinstance(fields, dict):
        raise Refused(400, "The JSON body of your request must be an object.")
    for name in fields.keys() - _MEMBERS:
        raise _wrong(f"Unknown parameter: '{name}'.", name, "unknown_parameter")
    if not isinstance(fields.get("model"), str):
        raise _wrong("Missing required parameter: 'model'.", "model", "missing_required_parameter")
    turns = list(_turns(_items(fields)))
    roles, texts = tuple(turn.role for turn in turns), [turn.text for turn in turns]
    _check_limits(fields)
    _check_calls(_items(fields))
    prompts = [turn.text for turn in turns if turn.role == "user"]
    anchor = quoted_anchor(roles, texts)
    if anchor:
        prompts.pop()
    read_at_all = [*texts, fields.get("instructions") or ""]
    return Asked(
        model=fields["model"],
        roles=roles,
        prompt=prompts[-1] if prompts else "",
        prefix=texts[-2] if anchor else "",  # a trailing message is not continued
        anchor=anchor,
        prompt_tokens=max(1, -(-sum(map(len, read_at_all)) // _CHARACTERS_PER_TOKEN)),
        stream=fields.get("stream") is True,
        include_usage=True,
        max_tokens=fields.get("max_output_tokens"),
        stop=(),
        tool=_forced_tool(fields),
        schema=_schema(fields),
        options={name: value for name, value in fields.items() if name != "input"},
    )


def _wrong(message: str, param: str, code: str = "invalid_value") -> Refused:
    return Refused(400, message, param=param, code=code)


def _items(fields: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    given = fields.get("input")
    if isinstance(given, str):
        return [{"type": "message", "role": "user", "content": given}]
    if not isinstance(given, list) or not given:
        raise _wrong("Missing required parameter: 'input'.", "input")
    return given


def _turns(items: Sequence[Mapping[str, Any]]) -> Iterator[_Turn]:
    for place, item in enumerate(items):
        param = f"input[{place}]"
        match item.get("type", "message"):
            case "message":
                if item.get("role") not in _ROLES:
                    raise _wrong(f"Invalid value for '{param}.role'.", f"{param}.role")
                yield _Turn(item["role"], _text(item, param))
            case "function_call":
                yield _Turn("assistant", item["arguments"])
            case "function_call_output":
                output = item["output"]
                yield _Turn("tool", output if isinstance(output, str) else json.dumps(output))
            case "reasoning" | "item_reference":
                pass
            case _:
                raise _wrong(f"Invalid value for '{param}.type'.", f"{param}.type")


def _text(item: Mapping[str, Any], param: str) -> str:
    content = item.get("content")
    if isinstance(content, str):
        return content
    if not isinstance(content, list):
        raise _wrong(f"Invalid type for '{param}.content'.", f"{param}.content", "invalid_type")
    known = _PARTS["assistant" if item["role"] == "assistant" else "user"]
    for number, part in enumerate(content):
        if part.get("type") not in known:
            where = f"{param}.content[{number}]"
            raise _wrong(f"Invalid value: '{part.get('type')}'.", where)
    return "".join(part.get("text") or "" for part in content)


def _check_limits(fields: Mapping[str, Any]) -> None:
    limit = fields.get("max_output_tokens")
    if limit is not None and limit < _LEAST_OUTPUT:
        message = "Invalid 'max_output_tokens': integer below minimum value. "
        message += f"Expected a value >= {_LEAST_OUTPUT}, but got {limit} instead."
        raise _wrong(message, "max_output_tokens", "integer_below_min_value")


def _check_calls(items: Sequence[Mapping[str, Any]]) -> None:
    """Every call has its output, and every output its call."""
    called = {item["call_id"] for item in items if item.get("type") == "function_call"}
    answered = {item["call_id"] for item in items if item.get("type") == "function_call_output"}
    for call_id in called - answered:
        raise _wrong(f"No tool output found for function call {call_id}.", "input")
    for call_id in answered - called:
        message = f"No tool call found for function call output with call_id {call_id}."
        raise _wrong(message, "input")


def _forced_tool(fields: Mapping[str, Any]) -> Mapping[str, Any] | None:
    tools = fields.get("tools") or []
    for place, tool in enumerate(tools):
        if tool.get("type") == "function" and not tool.get("name"):
            message = f"Missing required parameter: 'tools[{place}].name'."
            raise _wrong(message, f"tools[{place}].name", "missing_required_parameter")
    choice = fields.get("tool_choice")
    if choice == "required" and tools:
        return dict(tools[0])
    if not isinstance(choice, dict):
        return None
    for tool in tools:
        if tool.get("name") == choice.get("name"):
            return dict(tool)
    raise _wrong(f"Tool choice '{choice.get('name')}' not found in 'tools'.", "tool_choice")


def _schema(fields: Mapping[str, Any]) -> Mapping[str, Any] | None:
    form = (fields.get("text") or {}).get("format") or {}
    match form.get("type"):
        case "json_schema":
            if not form.get("name"):
                message = "Missing required parameter: 'text.format.name'."
                raise _wrong(message, "text.format.name", "missing_required_parameter")
            return form.get("schema") or {}
        case "json_object":
            return {"type": "object", "properties": {"answer": {"type": "string"}}}
    return None
