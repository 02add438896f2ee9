"""What each leg is asked to say: a request seen from one tier."""

from __future__ import annotations

import math
from dataclasses import replace

from edge.core.accounting import estimate_tokens
from edge.core.events import Continuation, Role, StartLeg
from edge.core.plan import Draft, Plan
from edge.core.seams import anchor_of
from edge.core.types import LOCAL, Call, Message, Request, TextPart, Urgency

# A frame is chosen by looking at the question only: a few hundred characters of it tell enough.
_QUESTION_CHARS = 600
_MODEL_OPENING_TOKENS = 80
# A small model left alone talks in circles: it is given an end, and the reply then says `length`.
LOCAL_REPLY_TOKENS = 1024
_LOCAL_RESCUE_TOKENS = 256


def make_call(request: Request, plan: Plan, start: StartLeg) -> Call:
    """`max_tokens` is what the whole reply may say: a continuation gets what is left of it."""
    if start.role is Role.DRAFT:
        return _draft_call(request, plan)
    sampling = request.sampling
    limit = sampling.max_tokens
    said = start.prefix.removeprefix(request.prefix)
    if limit is not None and said:
        limit = max(1, limit - math.ceil(estimate_tokens(said)))
    if start.role is Role.LOCAL:
        most = _LOCAL_RESCUE_TOKENS if said else LOCAL_REPLY_TOKENS
        limit = min(limit or most, most)
    sampling = replace(sampling, max_tokens=limit)
    messages, prefix = request.messages, start.prefix
    if start.continuation is Continuation.ANCHOR:
        messages, prefix = (*messages, *ask_to_go_on(prefix)), ""
    return Call(
        request,
        messages,
        sampling,
        prefix=prefix,
        stream=not start.is_whole,
        resume=start.resume,
        scope=request.caller or None,
    )


def draft_messages(request: Request, draft: Draft) -> tuple[Message, ...]:
    """What a draft reads: the conversation, or the question alone where it has only to choose."""
    if draft.choices:
        return (Message("user", (TextPart(request.last_user_text[:_QUESTION_CHARS]),)),)
    return request.messages


def ask_to_go_on(prefix: str) -> tuple[Message, Message]:
    """Ask for the rest in words, behind the conversation so that a prompt cache still holds. It
    is written as the person: what sounds like an operator is refused as an injection."""
    ask = (
        "Your answer broke off there. Please go on from exactly where it stopped. Begin with its "
        f'last words, "{anchor_of(prefix)}", repeated word for word, and then simply write what '
        "comes next, with no introduction and without starting over."
    )
    return Message("assistant", (TextPart(prefix),)), Message("user", (TextPart(ask),))


def _draft_call(request: Request, plan: Plan) -> Call:
    assert plan.draft is not None
    messages = draft_messages(request, plan.draft)
    urgency = Urgency(plan.fast_deadline, plan.draft.give_up_at)
    scope = request.caller or None
    if choices := plan.draft.choices:
        sampling = replace(request.sampling, temperature=0.0, stop=(), logprobs=False)
        return Call(request, messages, sampling, choices=choices, urgency=urgency, scope=scope)
    most = _MODEL_OPENING_TOKENS * plan.draft.sentences
    sampling = replace(request.sampling, max_tokens=min(most, request.sampling.max_tokens or most))
    # What a caller wishes of the local model's own replies, thinking say, is not for openings.
    others = {name: own for name, own in request.provider_options.items() if name != LOCAL}
    opening_only = replace(request, tools=(), tool_choice=None, provider_options=others)
    return Call(opening_only, messages, sampling, urgency=urgency, scope=scope)
