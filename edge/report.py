"""The `prelude` objects of a reply: who spoke, how fast, at what price. Same in every dialect."""

from __future__ import annotations

from edge.core.accounting import Account, LegReport
from edge.core.events import Emit
from edge.core.types import Json
from edge.core.verdict import Verdict


def chunk_trace(emit: Emit) -> Json:
    """Who says this chunk."""
    return {"tier": emit.role.value, "leg": emit.leg, "model": emit.tier}


def reply_report(account: Account, *, trace: bool) -> Json:
    first = account.first_text_at
    ttft = {"ttft_ms": None if first is None else _ms(first - account.arrived_at)}
    return media_report(account, trace=trace) | ttft


def media_report(account: Account, *, trace: bool) -> Json:
    """Of what has no first word."""
    ended = account.settled_at or account.arrived_at
    report: Json = {
        "models": account.models,
        "latency_ms": _ms(ended - account.arrived_at),
        "cost_cents": round(account.cost_cents, 6),
        "cost_known": account.cost_known,
    }
    if trace:
        if account.verdict is not None:
            report["verdict"] = _verdict(account.verdict)
        report["reasons"] = list(account.reasons)
        report["legs"] = [_leg(leg, account) for leg in account.legs]
    return report


def _verdict(verdict: Verdict) -> Json:
    return {
        "task": verdict.task.value,
        "difficulty": round(verdict.difficulty, 3),
        "confidence": round(verdict.confidence, 3),
        "decided_by": verdict.decided_by,
        "language": verdict.language,
    }


def _leg(leg: LegReport, account: Account) -> Json:
    return {
        "leg": leg.leg,
        "tier": leg.role.value,
        "model": leg.tier,
        "started_ms": _ms(leg.started_s),
        "first_text_ms": None if leg.first_text_s is None else _ms(leg.first_text_s),
        "ended_ms": _ms(leg.ended_s),
        "outcome": leg.outcome,
        "error": leg.error,
        "abandoned": account.is_abandoned(leg),
        "usage": _usage(leg),
        "cost_cents": leg.cost_cents,
    }


def _usage(leg: LegReport) -> Json:
    usage = leg.usage
    return {
        "input_tokens": usage.input,
        "output_tokens": usage.output,
        "cached_tokens": usage.cached,
        "reasoning_tokens": usage.reasoning,
        "unseen_tokens": leg.unseen_tokens,  # reported by the platform, and never received
        "reported": usage.reported,
    }


def _ms(seconds: float) -> float:
    return round(seconds * 1000, 1)
