"""How much an opening may say before this request's reply.

A draft's level is earned by its model; here it is taken away where even a good opening would do
harm: before an answer that must be right from its first word, before a form that somebody parses,
or before a prompt that a friendly first sentence could talk a target into.
"""

from __future__ import annotations

from edge.core.openings.banks import BANKS
from edge.core.types import Request
from edge.core.verdict import Task, Verdict

# Their answers are short or exact: an opening delays the point, or is the wrong one.
NEVER_OPENED = frozenset(
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
    """The level that holds for this request, and the reason if it was lowered to "none".

    `fits_context`: the draft's model can read the whole prompt.
    """
    if configured == "none":
        return "none", None
    reason = _objection(verdict, request, configured, fits_context)
    return ("none", reason) if reason else (configured, None)


def _objection(
    verdict: Verdict, request: Request, configured: str, fits_context: bool
) -> str | None:
    if not request.last_user_text.strip():
        return "the prompt is empty"
    if request.messages[-1].role != "user":
        return f"the last message is of role {request.messages[-1].role}"
    if not fits_context:
        return "the prompt does not fit the draft's context"
    if verdict.unsafe:
        return "the prompt is unsafe to open"
    if verdict.asks_format or _wants_structure(request):
        return "a format is asked for"
    if verdict.task in NEVER_OPENED:
        return f"no openings for {verdict.task}"
    if configured == "frame" and verdict.language not in BANKS:
        return f"no frames in language {verdict.language}"
    return None


def _wants_structure(request: Request) -> bool:
    match request.response_format:
        case None | {"type": "text"}:
            return False
        case _:
            return True
