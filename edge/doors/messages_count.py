"""About how many tokens a request has, without a call to anybody. Pure."""

from __future__ import annotations

import math

import orjson

from edge.core.accounting import estimate_prompt, estimate_tokens
from edge.core.types import ImagePart, Request

_IMAGE_TOKENS = 1000  # of a middling one, whose bytes are not words


def estimate_input(request: Request) -> int:
    """Messages, what tools were called with, tools, and pictures."""
    texts = [request.prefix]
    pictures = 0
    for message in request.messages:
        texts += [call.name + call.arguments for call in message.tool_calls]
        pictures += sum(isinstance(part, ImagePart) for part in message.parts)
    for tool in request.tools:
        schema = orjson.dumps(tool.parameters).decode()
        texts += [tool.name, tool.description or "", schema]
    tokens = sum(map(estimate_tokens, texts)) + _IMAGE_TOKENS * pictures
    return estimate_prompt(request.messages) + math.ceil(tokens)
