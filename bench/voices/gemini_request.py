"""Reads a generateContent request as Google does.

https://ai.google.dev/api/generate-content
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from bench.asked import Asked, Refused, quoted_anchor

STREAM, WHOLE, COUNT = "streamGenerateContent", "generateContent", "countTokens"

_MEMBERS = frozenset(
    "contents systemInstruction generationConfig tools toolConfig safetySettings cachedContent "
    "serviceTier labels continuationToken model generateContentRequest".split()
)
_CONFIG = frozenset(
    "temperature topP topK candidateCount maxOutputTokens stopSequences presencePenalty "
    "frequencyPenalty seed responseMimeType responseSchema responseJsonSchema responseModalities "
    "thinkingConfig responseLogprobs logprobs mediaResolution speechConfig imageConfig".split()
)
_KINDS = ("text", "inlineData", "fileData", "functionCall", "functionResponse")
_MOST_STOPS = 5
_CHARACTERS_PER_TOKEN = 4
_JSON = {"type": "object", "properties": {"answer": {"type": "string"}}}

_CAPITAL = re.compile("[A-Z]")
_Object = Mapping[str, Any]


def read(body: bytes, named: Mapping[str, str]) -> Asked:
    """Raises `Refused`."""
    try:
        fields = json.loads(body)
    except ValueError as error:
        raise Refused(400, "Invalid JSON payload received.") from error
    if not isinstance(fields, dict):
        raise Refused(400, "Invalid JSON payload received. Root element must be a message.")
    _check_names(fields, _MEMBERS, "")
    config: _Object = fields.get("generationConfig") or {}
    _check_names(config, _CONFIG, " at 'generation_config'")
    if len(config.get("stopSequences") or ()) > _MOST_STOPS:
        raise Refused(400, f"At most {_MOST_STOPS} stop sequences are allowed.")
    turns = _turns(fields)
    roles = tuple("assistant" if turn.get("role") == "model" else "user" for turn in turns)
    texts = [_text(turn) for turn in turns]
    prompts = [text for role, text in zip(roles, texts, strict=True) if role == "user" and text]
    anchor = quoted_anchor(roles, texts)
    if anchor:
        prompts.pop()
    prefix = texts[-2] if anchor else texts[-1] if roles[-1] == "assistant" else ""
    prefix = _said_before(fields) or prefix
    system = _text(fields.get("systemInstruction") or {})
    return Asked(
        model=named["model"],
        roles=(*(["system"] if system else []), *roles),
        prompt=prompts[-1] if prompts else "",
        prefix=prefix,
        anchor="" if "continuationToken" in fields else anchor,
        prompt_tokens=max(1, -(-(len(system) + sum(map(len, texts))) // _CHARACTERS_PER_TOKEN)),
        stream=named["verb"] == STREAM,
        include_usage=True,
        max_tokens=config.get("maxOutputTokens"),
        stop=tuple(config.get("stopSequences") or ()),
        tool=_forced_function(fields),
        schema=_schema(config),
        options={**{name: fields[name] for name in fields if name != "contents"}, **named},
    )


def token_behind(said: str) -> str:
    """A checkpoint is what was said before it, in letters that mean nothing to anybody else."""
    return base64.b64encode(said.encode()).decode()


def _said_before(fields: _Object) -> str:
    try:
        return base64.b64decode(fields.get("continuationToken") or "", validate=True).decode()
    except ValueError as error:
        raise Refused(400, "The continuation token is invalid.") from error


def either(fields: _Object, name: str) -> Any:
    """A member under its name or the one of its field: protobuf reads both, and Google's own client
    writes a mixture."""
    return fields.get(name, fields.get(_CAPITAL.sub(r"_\g<0>", name).lower()))


def _check_names(given: _Object, known: frozenset[str], where: str) -> None:
    for name in given.keys() - known:
        raise Refused(400, f'Invalid JSON payload received. Unknown name "{name}"{where}.')


def _turns(fields: _Object) -> Sequence[_Object]:
    turns: list[_Object] = fields.get("contents") or []
    if not turns:
        raise Refused(400, "* GenerateContentRequest.contents: contents is not specified")
    for turn in turns:
        if turn.get("role", "user") not in ("user", "model"):
            raise Refused(400, "Please use a valid role: user, model.")
        parts = turn.get("parts") or []
        if not parts:
            raise Refused(400, "* GenerateContentRequest.contents.parts must not be empty.")
        for part in parts:
            if sum(kind in part for kind in _KINDS) != 1 or part.get("text") == "":
                raise Refused(400, "contents.parts.data: required oneof field must be initialized")
    _check_calls(turns)
    return turns


def _check_calls(turns: Sequence[_Object]) -> None:
    """Newer models want to see what they signed, and every call is answered in the next turn."""
    for turn, answer in zip(turns, [*turns[1:], {}], strict=True):
        calls = [part for part in turn["parts"] if "functionCall" in part]
        if calls and not calls[0].get("thoughtSignature"):
            raise Refused(
                400, "Function call is missing a thought_signature in functionCall parts."
            )
        answered = [part for part in answer.get("parts", ()) if "functionResponse" in part]
        if len(calls) != len(answered):
            message = "the number of function response parts must equal that of function call parts"
            raise Refused(400, f"Please ensure that {message} of the function call turn.")


def _text(turn: _Object) -> str:
    return "".join(part.get("text", "") for part in turn.get("parts") or ())


def _forced_function(fields: _Object) -> _Object | None:
    """In the simulator's form: `parameters` is the schema."""
    choice = (fields.get("toolConfig") or {}).get("functionCallingConfig") or {}
    if choice.get("mode") != "ANY":
        return None
    allowed = choice.get("allowedFunctionNames")
    for tool in fields.get("tools") or ():
        for function in tool.get("functionDeclarations") or ():
            if not allowed or function["name"] in allowed:
                schema = either(function, "parametersJsonSchema") or function.get("parameters")
                return {"name": function["name"], "parameters": _with_small_types(schema)}
    raise Refused(400, "Function calling mode is ANY, and no function declaration is allowed.")


def _schema(config: _Object) -> _Object | None:
    if config.get("responseMimeType") != "application/json":
        return None
    given = config.get("responseJsonSchema") or config.get("responseSchema")
    schema: _Object = _with_small_types(given) or _JSON
    return schema


def _with_small_types(schema: Any) -> Any:
    """Google's own form of schemas has its types in capitals: OBJECT, STRING."""
    match schema:
        case dict():
            return {
                name: value.lower()
                if name == "type" and isinstance(value, str)
                else _with_small_types(value)
                for name, value in schema.items()
            }
        case list():
            return [_with_small_types(item) for item in schema]
    return schema
