"""Reads what models are given that take one prompt: a question, or a conversation written out."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from bench.asked import Asked, Refused, quoted_anchor

_TURN = re.compile(r"(?:^|\n\n)(User|Assistant):")
_CHARACTERS_PER_TOKEN = 4


def read_object(body: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(body)
    except ValueError as error:
        raise Refused(422, "The body is no JSON.") from error
    if not isinstance(fields, dict):
        raise Refused(422, "The body must be an object.")
    return fields


def read_prompt(model: str, given: Mapping[str, Any], *, stream: bool) -> Asked:
    """Raises `Refused`."""
    prompt = given.get("prompt")
    if not isinstance(prompt, str) or not prompt:
        raise Refused(422, "prompt is required", param="prompt")
    limit = given.get("max_tokens")
    if limit is not None and (not isinstance(limit, int) or limit < 1):
        raise Refused(422, "max_tokens must be greater than 0", param="max_tokens")
    system = given.get("system_prompt") or ""
    roles, texts = _turns(prompt)
    questions = [text for role, text in zip(roles, texts, strict=True) if role == "user"]
    anchor = quoted_anchor(roles, texts)
    if anchor:
        questions.pop()
    stops = given.get("stop_sequences") or ""
    return Asked(
        model=model,
        roles=(*(("system",) if system else ()), *roles),
        prompt=questions[-1] if questions else prompt,
        prefix=texts[-2] if anchor else "",
        anchor=anchor,
        prompt_tokens=max(1, -(-len(system + prompt) // _CHARACTERS_PER_TOKEN)),
        stream=stream,
        include_usage=True,
        max_tokens=limit,
        stop=tuple(filter(None, stops.split(","))),
        tool=None,
        schema=None,
        options={name: value for name, value in given.items() if name != "prompt"},
    )


def _turns(prompt: str) -> tuple[tuple[str, ...], list[str]]:
    parts = _TURN.split(prompt.removesuffix("\n\nAssistant:"))
    if len(parts) < 3:
        return ("user",), [prompt]
    return tuple(name.lower() for name in parts[1::2]), [text.strip() for text in parts[2::2]]
