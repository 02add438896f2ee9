"""What both of OpenAI's completions say alike, of chats and of texts: usage, ends, whole bodies.

Never an `event:` line in these dialects: the Together SDK drops such events.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import orjson

from edge.core.types import Json, Usage
from edge.doors.openai_errors import to_wire

DONE = b"data: [DONE]\n\n"
KEEP_ALIVE = b": keepalive\n\n"


def sse(data: Json) -> bytes:
    return b"data: " + orjson.dumps(data) + b"\n\n"


def usage_chunk(envelope: Mapping[str, Json], usage: Usage, report: Json) -> Json:
    """Behind the last choice, for who asked for it."""
    return {**envelope, "choices": [], "usage": openai_usage(usage), "prelude": report}


def whole_body(
    envelope: Mapping[str, Json], choices: Sequence[Json], usage: Usage, report: Json, extra: Json
) -> Json:
    told = {"choices": choices, "usage": openai_usage(usage), "prelude": report}
    body = {**envelope, **told}
    return body | {"provider_extra": extra} if extra else body


def broken_off(error: Exception | None, report: Json) -> bytes:
    """The last event of a stream that did not come to a good end: no `[DONE]` follows."""
    return sse(to_wire(error).body() | {"prelude": report})


def openai_usage(usage: Usage) -> Json:
    return {
        "prompt_tokens": usage.input,
        "completion_tokens": usage.output,
        "total_tokens": usage.input + usage.output,
        "prompt_tokens_details": {
            "cached_tokens": usage.cached,
            "cache_write_tokens": usage.cache_write,
        },
        "completion_tokens_details": {"reasoning_tokens": usage.reasoning},
    }
