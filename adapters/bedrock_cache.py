"""Where a prompt gets Bedrock's cache points.

The platform keeps the beginning of a prompt up to a point for a few minutes, in the order tools,
system, messages. Reading it again costs a tenth to a quarter of the price; writing it, with some
models, a quarter more. So a point belongs at the end of what the next call will repeat: the system
text, with the tools that are before it, and the history before the caller's last turn, which a
typist may still change. What was added to a conversation since its last call is then written once
and read ever after.

Tools get a point of their own nowhere: Nova refuses it, and the system's covers them. Four points
are allowed; these are two. A beginning that is shorter than the model's least is not kept,
whatever is marked, so it is not marked. Many models refuse points, so that one of which we do not
know its least gets none.

https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from adapters.lenient_json import dumps
from edge.core.accounting import estimate_tokens
from edge.core.types import Json

_IMAGE_TOKENS = 1000  # of a middling one, whose bytes are not words
_POINT = {"cachePoint": {"type": "default"}}


def place_points(body: dict[str, Json], stable_turns: int, least: int) -> None:
    """Behind `system` and behind the first `stable_turns` of `messages` of a request's body.

    Lists in it are replaced, not changed: they may be the caller's.
    """
    tools = body.get("toolConfig")
    tokens = _tokens(tools.get("tools") or ()) if isinstance(tools, Mapping) else 0.0
    system = body.get("system")
    if system and isinstance(system, list):
        tokens += _tokens(system)
        if tokens >= least:
            body["system"] = [*system, _POINT]
    turns = body["messages"]
    tokens += sum(_tokens(turn["content"]) for turn in turns[:stable_turns])
    if stable_turns and tokens >= least:
        last = turns[stable_turns - 1]
        marked = {**last, "content": [*last["content"], _POINT]}
        body["messages"] = [*turns[: stable_turns - 1], marked, *turns[stable_turns:]]


def has_points(body: Mapping[str, Json]) -> bool:
    """Whether the caller sets points himself, in what he may give of a body."""
    tools = body.get("toolConfig")
    lists = (body.get("system"), tools.get("tools") if isinstance(tools, Mapping) else None)
    blocks = (block for given in lists if isinstance(given, list) for block in given)
    return any("cachePoint" in block for block in blocks if isinstance(block, Mapping))


def _tokens(blocks: Iterable[Json]) -> float:
    """About how many: enough to tell whether a point can pay."""
    return sum(map(_tokens_of, blocks))


def _tokens_of(block: Json) -> float:
    match block:
        case {"image": _}:
            return _IMAGE_TOKENS
        case {"text": str(text)}:
            return estimate_tokens(text)
        case {"toolResult": {"content": list(content)}}:
            return _tokens(content)
    return estimate_tokens(dumps(block).decode())
