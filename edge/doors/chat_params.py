"""What becomes of every member that OpenAI documents for a chat completion.

Honoured: read here, and it means the same whoever answers. Passed: handed to the platform as it
is, once its type is right; who has no such thing refuses it, and another target is asked. Refused:
by name, with what to send instead. A member that is in no table is a platform's own, and is passed
on untouched.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from edge.core.errors import BadRequest
from edge.doors.fields import Fields

HONOURED: Final = frozenset(
    "model messages stream stream_options max_tokens max_completion_tokens temperature top_p stop "
    "seed presence_penalty frequency_penalty logit_bias logprobs top_logprobs n tools tool_choice "
    "parallel_tool_calls response_format modalities".split()
)
OURS: Final = frozenset({"prelude", "provider_options"})
REFUSED: Final[Mapping[str, str]] = {
    "audio": "replies are text",
    "functions": "send `tools`",
    "function_call": "send `tool_choice`",
}
_MOST_PAIRS, _LONGEST_KEY, _LONGEST_VALUE = 16, 64, 512  # as OpenAI has them


def _metadata(body: Fields, name: str) -> None:
    pairs = body.object(name)
    if pairs is None:
        return
    path = pairs.path
    if len(pairs.data) > _MOST_PAIRS:
        message = f"`{path}` may hold {_MOST_PAIRS} pairs; got {len(pairs.data)}."
        raise BadRequest(message, param=path)
    for key in pairs.data:
        value = pairs.text(key) or ""
        if len(key) > _LONGEST_KEY or len(value) > _LONGEST_VALUE:
            message = (
                f"`{path}` may hold keys of {_LONGEST_KEY} characters and values of "
                f"{_LONGEST_VALUE}; got {len(key)} and {len(value)}."
            )
            raise BadRequest(message, param=path)


PASSED: Final[Mapping[str, Callable[[Fields, str], object]]] = {
    "metadata": _metadata,
    "moderation": Fields.object,
    "prediction": Fields.object,
    "prompt_cache_key": Fields.text,
    "prompt_cache_options": Fields.object,
    "prompt_cache_retention": Fields.text,
    "reasoning_effort": Fields.text,
    "safety_identifier": Fields.text,
    "service_tier": Fields.text,
    "store": Fields.flag,
    "user": Fields.text,
    "verbosity": Fields.text,
    "web_search_options": Fields.object,
}


def check_params(body: Fields) -> None:
    """Raises `BadRequest` for a member that is not taken, and for one of the wrong type among
    those that nobody here reads."""
    for name, instead in REFUSED.items():
        if body.data.get(name) is not None:
            message = f"`{name}` is not supported: {instead}."
            raise BadRequest(message, param=name, code="unsupported_parameter")
    for name, read in PASSED.items():
        read(body, name)
