"""What a simulated platform is asked, in no dialect, and how it declines."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_QUOTED = re.compile(r'"(.+)"', re.DOTALL)


class Refused(Exception):
    """A request that the platform does not take. `kind` and `code` are OpenAI's words for why, as
    all who follow it have them; others know the status."""

    def __init__(
        self,
        status: int,
        message: str,
        *,
        kind: str = "invalid_request_error",
        param: str | None = None,
        code: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.kind = kind
        self.param = param
        self.code = code
        self.headers = dict(headers or {})


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as the platform understands it.

    `prefix` is what the assistant has said already: a trailing message of its own, or one behind
    which the user asks it to go on from its last words. Those are the `anchor`, to be repeated.
    """

    model: str
    roles: tuple[str, ...]
    prompt: str
    prefix: str
    anchor: str
    prompt_tokens: int
    stream: bool
    include_usage: bool
    max_tokens: int | None
    stop: tuple[str, ...]
    tool: Mapping[str, Any] | None  # the one that must be called
    schema: Mapping[str, Any] | None  # of the JSON that must be said
    options: Mapping[str, Any]  # everything else that was asked
    cached: int = 0  # of the prompt's tokens: read from a cache
    cache_write: int = 0  # of the prompt's tokens: written to one
    offered: Mapping[str, Any] | None = None  # a tool that may be called now

    @property
    def ends_in_assistant(self) -> bool:
        return self.roles[-1] == "assistant"


def quoted_anchor(roles: Sequence[str], texts: Sequence[str]) -> str:
    """The last words of the assistant, when the user quotes them to be continued from there."""
    if tuple(roles[-3:]) != ("user", "assistant", "user"):
        return ""
    quoted = _QUOTED.search(texts[-1])
    return quoted[1] if quoted and texts[-2].endswith(quoted[1]) else ""
