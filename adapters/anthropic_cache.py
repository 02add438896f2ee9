"""Where a prompt is marked for Claude's cache.

The platform keeps the beginning of a prompt up to a mark for a few minutes, in the order tools,
system, messages. Reading it again costs a tenth of the price or less, writing it a quarter more:
so a mark belongs at the end of what the next call will repeat. That is the tools, the system text,
and the history before the caller's last turn, which a typist may still change. What was added to
a conversation since its last call is then written once and read ever after.

What was kept is found at a mark, or some twenty blocks before one. A turn may have more (of tools
that were called side by side), so the place where the previous call ended is marked again.

A beginning that is shorter than the model's least is not kept, whatever is marked, so it is not
marked. More than four marks are refused; these are four at the most.

https://platform.claude.com/docs/en/build-with-claude/prompt-caching
"""

from __future__ import annotations

from collections.abc import Mapping

from adapters.lenient_json import dumps
from edge.core.accounting import estimate_tokens
from edge.core.types import Json

_LEAST = 1024  # tokens, of a model whose own least nobody told us
_IMAGE_TOKENS = 1000  # of a middling one, whose bytes are not words
_MARK = {"type": "ephemeral"}


def place_marks(body: dict[str, Json], stable_turns: int, least: int | None) -> None:
    """Marks `tools`, `system` and the first `stable_turns` of `messages` in a request's body.

    Lists in it are replaced, not changed: they may be the caller's.
    """
    least = _LEAST if least is None else least
    tokens = 0.0
    for member in ("tools", "system"):
        given = body.get(member)
        if given and isinstance(given, list):
            tokens += sum(map(_tokens, given))
            if tokens >= least:
                body[member] = _marked(given)
    turns = body["messages"] = list(body["messages"])
    for count, turn in enumerate(turns[:stable_turns], 1):
        tokens += sum(map(_tokens, turn["content"]))
        if count in (stable_turns - 2, stable_turns) and tokens >= least:
            turns[count - 1] = {**turn, "content": _marked(turn["content"])}


def has_marks(body: Mapping[str, Json]) -> bool:
    """Whether the caller marks his prompt himself, or said that it is not to be marked (null)."""
    lists = [body.get(member) for member in ("tools", "system")]
    lists += [turn["content"] for turn in body.get("messages", ())]
    items = (item for given in lists if isinstance(given, list) for item in given)
    return any(
        "cache_control" in holder for holder in (body, *items) if isinstance(holder, Mapping)
    )


def _marked(blocks: list[Json]) -> list[Json]:
    last = blocks[-1]
    return [*blocks[:-1], {**last, "cache_control": _MARK}] if isinstance(last, dict) else blocks


def _tokens(block: Json) -> float:
    """About how many: enough to tell whether a mark can pay."""
    match block:
        case {"type": "image"}:
            return _IMAGE_TOKENS
        case {"type": "text", "text": str(text)}:
            return estimate_tokens(text)
        case {"type": "tool_result", "content": list(content)}:
            return sum(map(_tokens, content))
    return estimate_tokens(dumps(block).decode())
