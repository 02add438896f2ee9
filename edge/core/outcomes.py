"""What a settled reply tells of the choice that was made for it: whether the cheap model answered,
and whether it was lost; and by what a question is known that is asked again."""

from __future__ import annotations

from edge.core.accounting import Account
from edge.core.errors import TierGarbled
from edge.core.events import Role
from edge.core.plan import Plan, Strategy
from edge.core.types import Message


def was_cheap(plan: Plan, account: Account) -> bool:
    """The first of the chain answered alone, and it is the local model, or one that was expected to
    cost less than another in the chain. A draft is no answer."""
    first = plan.chain[0]
    speakers = {
        leg.tier
        for leg in account.legs
        if leg.role is not Role.DRAFT and not account.is_abandoned(leg)
    }
    if speakers != {first.tier}:
        return False
    if first.role is Role.LOCAL:
        return True
    cents = first.expected_cents
    return cents is not None and any(
        other.expected_cents is not None and other.expected_cents > cents for other in plan.chain
    )


def has_escalated(plan: Plan, account: Account) -> bool:
    """The local model led, its words showed that it was lost, and another was asked."""
    legs = account.legs
    return (
        plan.strategy is Strategy.LOCAL
        and any(leg.role is Role.LOCAL and isinstance(leg.cause, TierGarbled) for leg in legs)
        and any(leg.role is Role.TARGET for leg in legs)
    )


def question_of(messages: tuple[Message, ...]) -> tuple[str, ...]:
    """The last user message, behind what the assistant said before it: whatever else a client sends
    along, the date in its system prompt say, this is the same when the same is asked again. Nothing
    where the user says nothing."""
    asked = None
    for message in reversed(messages):
        if asked is None:
            asked = message.text if message.role == "user" else None
        elif message.role == "assistant":
            return message.text, asked
    return ("", asked) if asked else ()
