"""What each leg is asked to say: a request seen from one tier."""

from __future__ import annotations

import math
from dataclasses import replace

from edge.core.accounting import estimate_tokens
from edge.core.events import Role, StartLeg
from edge.core.plan import Plan
from edge.core.types import Call, Message, Request, TextPart

# A frame is chosen by looking at the question only: a few hundred characters of it tell enough.
_QUESTION_CHARS = 600
_MODEL_OPENING_TOKENS = 80
# A small model left alone talks in circles: it is given an end, and the reply then says `length`.
_LOCAL_REPLY_TOKENS = 1024
_LOCAL_RESCUE_TOKENS = 256


def make_call(request: Request, plan: Plan, start: StartLeg) -> Call:
    """`max_tokens` is what the whole reply may say: a continuation gets what is left of it."""
    if start.role is Role.DRAFT:
        return _draft_call(request, plan)
    sampling = request.sampling
    limit = sampling.max_tokens
    if limit is not None and start.prefix:
        limit = max(1, limit - math.ceil(estimate_tokens(start.prefix)))
    if start.role is Role.LOCAL:
        most = _LOCAL_RESCUE_TOKENS if start.prefix else _LOCAL_REPLY_TOKENS
        limit = min(limit or most, most)
    sampling = replace(sampling, max_tokens=limit)
    return Call(request, request.messages, sampling, prefix=start.prefix)


def _draft_call(request: Request, plan: Plan) -> Call:
    assert plan.draft is not None
    if plan.draft.choices:
        question = Message("user", (TextPart(request.last_user_text[:_QUESTION_CHARS]),))
        sampling = replace(request.sampling, temperature=0.0, stop=(), logprobs=False)
        return Call(request, (question,), sampling, choices=plan.draft.choices)
    most = _MODEL_OPENING_TOKENS * plan.draft.sentences
    sampling = replace(request.sampling, max_tokens=min(most, request.sampling.max_tokens or most))
    opening_only = replace(request, tools=(), tool_choice=None)
    return Call(opening_only, request.messages, sampling)
