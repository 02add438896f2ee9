"""Reads a Messages request as Anthropic does: what it does not know, it refuses by name.

https://platform.claude.com/docs/en/api/messages
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bench.asked import Asked, Refused, quoted_anchor
from bench.voices.prompt_cache import PromptCache, Segment

COUNT_TOKENS = "count_tokens"  # the part of the path that asks for no reply

_MEMBERS = frozenset(
    "model messages max_tokens system stream stop_sequences temperature top_p top_k tools "
    "tool_choice thinking metadata service_tier output_config container inference_geo thread "
    "cache_control diagnostics speed user_profile_id workspace_id".split()
)
_BLOCKS = {
    "user": ("text", "image", "document", "tool_result"),
    "assistant": ("text", "tool_use", "thinking", "redacted_thinking"),
}
_MOST_MARKS = 4
_LEAST_BUDGET = 1024
_CHARACTERS_PER_TOKEN = 4
# Up to 4.5 a trailing assistant turn is continued and a temperature taken, and so it is by what is
# no Claude. (4.6 still takes the temperature.)
_LATE = re.compile(r"claude-(?!3|[a-z]+-4-(?:[0-5]\b|20))")


def read(body: bytes, named: Mapping[str, str], cache: PromptCache) -> Asked:
    """Raises `Refused`."""
    try:
        fields = json.loads(body)
    except ValueError as error:
        raise Refused(400, "The request body is not valid JSON.") from error
    if not isinstance(fields, dict):
        raise Refused(400, "Input should be an object")
    for name in fields.keys() - _MEMBERS:
        raise _wrong(name, "Extra inputs are not permitted")
    is_reply = named.get("action") != COUNT_TOKENS
    model = _member(fields, "model", str)
    turns = _turns(fields)
    roles = tuple(turn["role"] for turn in turns)
    texts = ["".join(map(_text, _blocks(turn))) for turn in turns]
    tools = fields.get("tools") or []
    _check_limits(fields, model, is_reply)
    _check_tools(tools, fields.get("tool_choice"), turns)
    _check_end(fields, model, turns)
    segments = list(_segments(fields, turns))
    if sum(segment.is_marked for segment in segments) > _MOST_MARKS:
        raise Refused(400, "A maximum of 4 blocks with cache_control may be provided.")
    cached, written = cache.look_up(segments) if is_reply else (0, 0)
    prompts = [text for role, text in zip(roles, texts, strict=True) if role == "user" and text]
    anchor = quoted_anchor(roles, texts)
    if anchor:
        prompts.pop()
    return Asked(
        model=model,
        roles=roles,
        prompt=prompts[-1] if prompts else "",
        prefix=texts[-2] if anchor else texts[-1] if roles[-1] == "assistant" else "",
        anchor=anchor,
        prompt_tokens=max(1, sum(segment.tokens for segment in segments)),
        stream=is_reply and fields.get("stream") is True,
        include_usage=True,
        max_tokens=fields.get("max_tokens"),
        stop=tuple(fields.get("stop_sequences") or ()),
        tool=_forced_tool(tools, fields.get("tool_choice")),
        schema=_schema(fields),
        options={**{name: fields[name] for name in fields if name != "messages"}, **named},
        cached=cached,
        cache_write=written,
    )


def _wrong(place: str, why: str) -> Refused:
    return Refused(400, f"{place}: {why}", param=place)


def _member(fields: Mapping[str, Any], name: str, kind: type) -> Any:
    if name not in fields:
        raise _wrong(name, "Field required")
    if not isinstance(fields[name], kind):
        raise _wrong(name, f"Input should be a valid {kind.__name__}")
    return fields[name]


def _turns(fields: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    turns: list[Mapping[str, Any]] = _member(fields, "messages", list)
    if not turns:
        raise _wrong("messages", "at least one message is required")
    for place, turn in enumerate(turns):
        where = f"messages.{place}"
        if turn.get("role") not in _BLOCKS:
            raise _wrong(f"{where}.role", "Input should be 'user' or 'assistant'")
        if not turn.get("content"):
            raise _wrong(where, "all messages must have non-empty content")
        for number, block in enumerate(_blocks(turn)):
            if block.get("type") not in _BLOCKS[turn["role"]]:
                raise _wrong(f"{where}.content.{number}", "unexpected block type")
            if block["type"] == "text" and not block["text"].strip():
                raise _wrong(where, "text content blocks must contain non-whitespace text")
    return turns


def _blocks(turn: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    content = turn["content"]
    return [{"type": "text", "text": content}] if isinstance(content, str) else content


def _text(block: Mapping[str, Any]) -> str:
    return block["text"] if block["type"] == "text" else ""


def _check_limits(fields: Mapping[str, Any], model: str, is_reply: bool) -> None:
    if is_reply and _member(fields, "max_tokens", int) < 1:
        raise _wrong("max_tokens", "must be greater than or equal to 1")
    for name in ("temperature", "top_p"):
        value = fields.get(name, 1)
        if not 0 <= value <= 1:
            raise _wrong(name, "range: 0..1")
        if value != 1 and _LATE.match(model):
            raise _wrong(name, "is not supported by this model")
    for stop in fields.get("stop_sequences") or ():
        if not stop.strip():
            raise _wrong("stop_sequences", "each stop sequence must contain non-whitespace")
    budget = (fields.get("thinking") or {}).get("budget_tokens")
    if budget is not None and not _LEAST_BUDGET <= budget < fields["max_tokens"]:
        raise _wrong("thinking.budget_tokens", "at least 1024, and less than max_tokens")


def _check_tools(
    tools: Sequence[Mapping[str, Any]], choice: Any, turns: Sequence[Mapping[str, Any]]
) -> None:
    for place, tool in enumerate(tools):
        if "type" in tool:
            continue  # one of the platform's own
        if not tool.get("name") or tool.get("input_schema", {}).get("type") != "object":
            raise _wrong(f"tools.{place}", "name and input_schema of type object are required")
    if choice is not None and not tools:
        raise _wrong("tool_choice", "may only be specified while providing tools")
    for turn, answer in zip(turns, [*turns[1:], None], strict=True):
        called = {block["id"] for block in _blocks(turn) if block["type"] == "tool_use"}
        told = _blocks(answer) if answer else ()
        answered = {block["tool_use_id"] for block in told if block["type"] == "tool_result"}
        if called - answered:
            raise _wrong("messages", "tool_use ids without tool_result blocks immediately after")


def _check_end(fields: Mapping[str, Any], model: str, turns: Sequence[Mapping[str, Any]]) -> None:
    if turns[-1]["role"] != "assistant":
        return
    if _LATE.match(model):
        message = "This model does not support assistant message prefill. "
        raise Refused(400, message + "The conversation must end with a user message.")
    if (fields.get("thinking") or {}).get("type", "disabled") != "disabled":
        raise _wrong("thinking", "prefill is not supported when thinking is enabled")
    if _text(_blocks(turns[-1])[-1])[-1:].isspace():
        raise _wrong("messages", "final assistant content cannot end with trailing whitespace")


def _forced_tool(tools: Sequence[Mapping[str, Any]], choice: Any) -> Mapping[str, Any] | None:
    """In the simulator's form: `parameters` is the schema."""
    kind = (choice or {}).get("type")
    for tool in tools:
        if kind == "any" or (kind == "tool" and tool.get("name") == choice.get("name")):
            return {"name": tool["name"], "parameters": tool.get("input_schema")}
    if kind == "tool":
        raise _wrong("tool_choice", f"Tool '{choice.get('name')}' not found in provided tools")
    return None


def _schema(fields: Mapping[str, Any]) -> Mapping[str, Any] | None:
    form = (fields.get("output_config") or {}).get("format")
    return None if form is None else form.get("schema") or {}


def _segments(fields: Mapping[str, Any], turns: Sequence[Mapping[str, Any]]) -> Iterator[Segment]:
    """The prompt in the order in which it is read, block by block."""
    system = fields.get("system") or ()
    if isinstance(system, str):
        system = [{"type": "text", "text": system}]
    for block in (*(fields.get("tools") or ()), *system, *(b for t in turns for b in _blocks(t))):
        plain = {name: value for name, value in block.items() if name != "cache_control"}
        written = json.dumps(plain, sort_keys=True)
        words = _text(block) if "type" in block else written
        tokens = -(-len(words) // _CHARACTERS_PER_TOKEN)
        yield Segment(written.encode(), tokens, block.get("cache_control") is not None)
