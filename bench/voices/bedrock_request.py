"""Reads a Converse request as Bedrock does: each block is of one kind, and what it does not know
it refuses by name.

https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bench.asked import Asked, Refused, quoted_anchor
from bench.voices.prompt_cache import PromptCache, Segment

STREAMED = "converse-stream"  # the last part of the path, when the reply is to be streamed
GUARDED = "BLOCKED_BY_A_GUARDRAIL"  # a prompt with this word is stopped by any guardrail

_MEMBERS = frozenset(
    "messages system inferenceConfig toolConfig guardrailConfig additionalModelRequestFields "
    "additionalModelResponseFieldPaths promptVariables requestMetadata performanceConfig "
    "serviceTier outputConfig".split()
)
_BLOCKS = {
    "user": {"text", "image", "document", "toolResult", "cachePoint", "guardContent"},
    "assistant": {"text", "toolUse", "reasoningContent", "cachePoint"},
}
_FORMATS = ("png", "jpeg", "gif", "webp")
_MOST_POINTS = 4
_CHARACTERS_PER_TOKEN = 4
_TOOL_NAME = re.compile(r"[a-zA-Z0-9_-]{1,64}")
# As at Anthropic: up to 4.5 a trailing assistant turn is continued, and so it is by other models.
_LATE = re.compile(r"(?:[a-z-]+\.)?anthropic\.claude-(?!3|[a-z]+-4-(?:[0-5]\b|20))")


def read(body: bytes, named: Mapping[str, str], cache: PromptCache) -> Asked:
    """Raises `Refused`."""
    try:
        fields = json.loads(body)
    except ValueError as error:
        raise Refused(400, "The request body is not valid JSON.") from error
    if not isinstance(fields, dict):
        raise Refused(400, "The request body must be an object.")
    for name in fields.keys() - _MEMBERS:
        raise _wrong(name, "is not a member of the request")
    model, turns = named["model"], _turns(fields)
    roles = tuple(turn["role"] for turn in turns)
    texts = ["".join(block.get("text", "") for block in turn["content"]) for turn in turns]
    config = fields.get("inferenceConfig") or {}
    _check_limits(config)
    tools, choice = _tools(fields.get("toolConfig"), turns)
    if roles[-1] == "assistant":
        _check_end(model, texts[-1])
    segments = list(_segments(fields, turns))
    cached, written = cache.look_up(segments)
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
        stream=named["operation"] == STREAMED,
        include_usage=True,
        max_tokens=config.get("maxTokens"),
        stop=tuple(config.get("stopSequences") or ()),
        tool=_forced(tools, choice),
        schema=_schema(fields),
        options={name: fields[name] for name in fields if name != "messages"},
        cached=cached,
        cache_write=written,
    )


def _wrong(place: str, why: str) -> Refused:
    return Refused(400, f"{place}: {why}", param=place)


def _turns(fields: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    turns: list[Mapping[str, Any]] = fields.get("messages") or []
    if not turns:
        raise _wrong("messages", "at least one is required")
    for place, turn in enumerate(turns):
        where = f"messages.{place}"
        if turn.get("role") not in _BLOCKS:
            raise _wrong(f"{where}.role", "must be user or assistant")
        if turn["role"] != ("user", "assistant")[place % 2]:
            raise _wrong(where, "roles must alternate, and the user's come first")
        if not turn.get("content"):
            raise _wrong(f"{where}.content", "must not be empty")
        for number, block in enumerate(turn["content"]):
            _check_block(f"{where}.content.{number}", block, turn["role"])
    return turns


def _check_block(where: str, block: Mapping[str, Any], role: str) -> None:
    if len(block) != 1 or not block.keys() <= _BLOCKS[role]:
        raise _wrong(where, f"must be one block such as the {role} may send")
    match block:
        case {"text": text} if not text.strip():
            raise _wrong(where, "the text must not be blank")
        case {"image": image}:
            _check_image(where, image)


def _check_image(where: str, image: Mapping[str, Any]) -> None:
    if image.get("format") not in _FORMATS:
        raise _wrong(f"{where}.image.format", f"must be one of {', '.join(_FORMATS)}")
    try:
        base64.b64decode(image["source"]["bytes"], validate=True)
    except (KeyError, binascii.Error) as error:
        raise _wrong(f"{where}.image.source", "must be bytes, in base64") from error


def _check_limits(config: Mapping[str, Any]) -> None:
    if (limit := config.get("maxTokens")) is not None and limit < 1:
        raise _wrong("inferenceConfig.maxTokens", "must be at least 1")
    for name in ("temperature", "topP"):
        if not 0 <= config.get(name, 1) <= 1:
            raise _wrong(f"inferenceConfig.{name}", "must be from 0 to 1")


def _tools(
    config: Mapping[str, Any] | None, turns: Sequence[Mapping[str, Any]]
) -> tuple[list[Mapping[str, Any]], Mapping[str, Any]]:
    if config is None:
        for turn in turns:
            if any(block.keys() & {"toolUse", "toolResult"} for block in turn["content"]):
                raise _wrong("toolConfig", "must be defined when messages hold tool blocks")
        return [], {}
    tools = [tool["toolSpec"] for tool in config["tools"] if "toolSpec" in tool]
    if not tools:
        raise _wrong("toolConfig.tools", "at least one is required")
    for place, tool in enumerate(tools):
        schema = tool.get("inputSchema", {}).get("json", {})
        if not _TOOL_NAME.fullmatch(tool.get("name", "")) or schema.get("type") != "object":
            raise _wrong(f"toolConfig.tools.{place}", "needs a name, and a schema of an object")
    for turn, answer in zip(turns, [*turns[1:], None], strict=True):
        called = set(_ids(turn, "toolUse"))
        if called - set(_ids(answer, "toolResult")):
            raise _wrong("messages", "toolUse without a toolResult in the next turn")
    return tools, config.get("toolChoice") or {}


def _ids(turn: Mapping[str, Any] | None, kind: str) -> Iterator[str]:
    for block in turn["content"] if turn else ():
        if kind in block:
            yield block[kind]["toolUseId"]


def _check_end(model: str, text: str) -> None:
    if _LATE.match(model):
        message = "This model does not support assistant message prefill. "
        raise Refused(400, message + "The conversation must end with a user message.")
    if text[-1:].isspace():
        raise _wrong("messages", "final assistant content cannot end with trailing whitespace")


def _forced(
    tools: Sequence[Mapping[str, Any]], choice: Mapping[str, Any]
) -> Mapping[str, Any] | None:
    """In the simulator's form: `parameters` is the schema."""
    wanted = (choice.get("tool") or {}).get("name")
    for tool in tools:
        if "any" in choice or tool["name"] == wanted:
            return {"name": tool["name"], "parameters": tool["inputSchema"]["json"]}
    if wanted is not None:
        raise _wrong("toolConfig.toolChoice", f"{wanted} is not one of the tools")
    return None


def _schema(fields: Mapping[str, Any]) -> Mapping[str, Any] | None:
    form = (fields.get("outputConfig") or {}).get("textFormat")
    if form is None:
        return None
    schema: Mapping[str, Any] = json.loads(form["structure"]["jsonSchema"]["schema"])
    return schema


def _segments(fields: Mapping[str, Any], turns: Sequence[Mapping[str, Any]]) -> Iterator[Segment]:
    """The prompt in the order in which it is read; a point marks the block before it."""
    tools = (fields.get("toolConfig") or {}).get("tools") or ()
    system = fields.get("system") or ()
    blocks = [*tools, *system, *(block for turn in turns for block in turn["content"])]
    if sum("cachePoint" in block for block in blocks) > _MOST_POINTS:
        raise _wrong("cachePoint", f"at most {_MOST_POINTS} may be given")
    for block, following in zip(blocks, [*blocks[1:], {}], strict=True):
        if "cachePoint" in block:
            continue
        written = json.dumps(block, sort_keys=True)
        words = block.get("text", written)
        tokens = -(-len(words) // _CHARACTERS_PER_TOKEN)
        yield Segment(written.encode(), tokens, "cachePoint" in following)
