"""Which level of opening a request may have."""

from __future__ import annotations

from edge.core.types import Request
from edge.core.verdict import Task, Verdict

_CLOSED = frozenset(
    {
        Task.MATH,
        Task.CODE,
        Task.CLOSED_QA,
        Task.CLASSIFICATION,
        Task.EXTRACTION,
        Task.REWRITING,
    }
)


def opening_level(
    verdict: Verdict, request: Request, configured: str, fits_context: bool = True
) -> tuple[str, str | None]:
    """The level that is really allowed; and why, when that is `none` against the settings."""
    if configured == "none":
        return "none", None
    if not request.last_user_text.strip():
        return "none", "there is no question"
    if verdict.unsafe:
        return "none", "an opening could push the target into complying"
    if verdict.task in _CLOSED:
        return "none", f"the task is {verdict.task}"
    if verdict.asks_format:
        return "none", "the prompt asks for a format"
    if not fits_context:
        return "none", "the prompt did not fit the draft's context"
    return configured, None
