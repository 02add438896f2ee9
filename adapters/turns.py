"""A conversation as turns of two roles in alternation, as Anthropic and Bedrock want it.

System and developer messages leave it for a member of their own, neighbours of one role become one
turn, and a tool's result is a block of the user's turn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from edge.core.types import Call, Json, Message, TextPart

ROLES_APART = ("system", "developer")

Blocks = Callable[[Message], Iterable[dict[str, Json]]]


def turns_of(call: Call, blocks: Blocks) -> tuple[list[dict[str, Json]], int]:
    """The turns, and how many of them stand before the last one of the caller's own: what we add
    behind that to have a text continued is not asked again. `blocks` says a message's content."""
    turns: list[dict[str, Json]] = []
    own = len(call.request.messages)
    _add(turns, call.messages[:own], blocks)
    places = [place for place, turn in enumerate(turns) if turn["role"] == "user"]
    _add(turns, call.messages[own:], blocks)
    if call.prefix:
        _add(turns, [Message("assistant", (TextPart(call.prefix),))], blocks)
    return turns, places[-1] if places else 0


def _add(turns: list[dict[str, Json]], messages: Sequence[Message], blocks: Blocks) -> None:
    for message in messages:
        if message.role in ROLES_APART:
            continue
        role = "assistant" if message.role == "assistant" else "user"
        content = list(blocks(message))
        if turns and turns[-1]["role"] == role:
            turns[-1]["content"] += content
        elif content:  # an empty turn is refused
            turns.append({"role": role, "content": content})
