"""How a host's chat differs from OpenAI's on the wire, as data: the voice stays one.

What each host truly does is in `voices/chat_hosts.py`; here is what can be said of any.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from bench.asked import Refused

Members = Mapping[str, Any]
UsageComes = Literal["if_asked", "always", "with_finish"]
MESSAGE_MEMBER = "messages[]."  # before the name of one, among what a host refuses


def nested_error(refused: Refused) -> Members:
    error = {"message": refused.message, "type": refused.kind}
    return {"error": {**error, "param": refused.param, "code": refused.code}}


@dataclass(frozen=True, slots=True)
class Manner:
    """The defaults are OpenAI's own.

    What it takes: `refuses` are members of a request that it does not know, and answers with
    `unknown_status`; `prefix_mark` is the member without which it takes no trailing message of
    the assistant's; `thinks_if` the one that makes it think aloud.

    What it says: `before` comes ahead of everything, `ahead` is a chunk without choices, `first`,
    `every` and `last` are members of those chunks, `choice` of each choice. `usage_also_in` is a
    member that repeats the usage, `counts` what its usage has beyond the usual.

    How it complains: `complaint` is the body of an error and `break_off` what a stream says of one,
    if that differs; `in_chunk`: beside choices. `error_event` names the event.
    """

    paths: tuple[str, ...] = ("/v1/chat/completions",)
    key_header: str = "Authorization"

    refuses: frozenset[str] = frozenset()
    unknown_status: int = 400
    prefix_mark: str | None = None
    thinks_if: str | None = None
    thought: Callable[[str], Members] = field(default=lambda text: {"reasoning_content": text})

    before: bytes = b""
    nothing: bytes = b": keepalive\n\n"
    ahead: Members | None = None
    first: Members = field(default_factory=dict)
    every: Members = field(default_factory=dict)
    last: Members = field(default_factory=dict)
    choice: Members = field(default_factory=dict)
    always_role: bool = False
    whole_tools: bool = False
    finish_words: Mapping[str, str] = field(default_factory=dict)
    usage_comes: UsageComes = "if_asked"
    usage_also_in: str | None = None
    counts: Members = field(default_factory=dict)

    complaint: Callable[[Refused], Members] = nested_error
    break_off: Callable[[Refused], Members] = nested_error
    in_chunk: bool = False
    error_event: bool = False
    done_after_error: bool = False


OPENAI = Manner()
