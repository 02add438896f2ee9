"""What a reply cost: every leg, finished or abandoned, ends with usage, cost, time and outcome.

A platform that did not report its usage is estimated and marked so: absent is not zero. Prices
that nobody knows make a cost unknown, not free.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field

from edge.core.events import CancelLeg, Emit, Event, Failed, Finished, Heard, Role, StartLeg
from edge.core.prices import Prices, cost_cents
from edge.core.types import Message, Stop, Text, Thinking, ToolDelta, Usage

_MOST_GAPS = 32  # of one leg: enough for a quantile over many


@dataclass(frozen=True, slots=True)
class LegReport:
    """One leg, settled. Times in seconds from the request's arrival."""

    leg: int
    tier: str
    role: Role
    started_s: float
    first_text_s: float | None
    ended_s: float
    outcome: str  # a finish reason, "cancelled" or "failed"
    error: str | None
    usage: Usage
    cost_cents: float | None
    cause: Exception | None = field(default=None, compare=False)  # its class is a reaction
    gaps_s: tuple[float, ...] = ()  # between its latest texts
    is_whole: bool = False  # asked for in one piece


@dataclass(slots=True)
class _OpenLeg:
    start: StartLeg
    started_at: float
    prompt_tokens: int
    first_text_at: float | None = None
    last_text_at: float | None = None
    gaps_s: deque[float] = field(default_factory=lambda: deque(maxlen=_MOST_GAPS))
    said_tokens: float = 0.0
    stop: str | None = None
    usage: Usage | None = None


@dataclass(slots=True)
class Account:
    """Watches one request's legs; `settle` closes whatever is open, on every exit path."""

    arrived_at: float
    prompt_tokens: int  # estimated, for legs that never reported
    prices: Mapping[str, Prices | None]
    reports: list[LegReport] = field(default_factory=list)
    shown_chars: dict[int, int] = field(default_factory=dict)  # by leg: what the reader was sent
    first_text_at: float | None = None
    settled_at: float | None = None
    _open: dict[int, _OpenLeg] = field(default_factory=dict)

    def start(self, start: StartLeg, at: float) -> None:
        tokens = self.prompt_tokens + math.ceil(estimate_tokens(start.prefix))
        self._open[start.leg] = _OpenLeg(start, at, tokens)

    def hear(self, event: Event) -> None:
        leg = self._open.get(event.leg)
        if leg is None:
            return
        match event:
            case Heard(piece=Text(text=text) | Thinking(text=text)) if text:
                if isinstance(event.piece, Text):
                    _note_text(leg, event.at)
                leg.said_tokens += estimate_tokens(text)
            case Heard(piece=ToolDelta(arguments=arguments)):
                leg.said_tokens += estimate_tokens(arguments)
            case Heard(piece=Stop(reason=reason)):
                leg.stop = reason.value
            case Heard(piece=Usage() as usage):
                leg.usage = usage
            case Finished():
                self._close(leg, event.at, leg.stop or "failed", None)
            case Failed(error=error):
                self._close(leg, event.at, "failed", error)
            case _:
                pass

    def cancel(self, cancel: CancelLeg, at: float) -> None:
        if leg := self._open.get(cancel.leg):
            ended = "cancelled" if cancel.fault is None else "failed"
            self._close(leg, at, leg.stop or ended, cancel.fault)

    def emit(self, emit: Emit, at: float) -> None:
        if isinstance(emit.piece, Text):
            if self.first_text_at is None:
                self.first_text_at = at
            shown = self.shown_chars.get(emit.leg, 0)
            self.shown_chars[emit.leg] = shown + len(emit.piece.text)

    def settle(self, at: float) -> None:
        """The request is over, however it ended."""
        for leg in list(self._open.values()):
            self._close(leg, at, leg.stop or "cancelled", None)
        if self.settled_at is None:
            self.settled_at = at

    @property
    def models(self) -> list[str]:
        """Who spoke to the reader, in order, each once."""
        return list(dict.fromkeys(r.tier for r in self.legs if r.leg in self.shown_chars))

    @property
    def legs(self) -> list[LegReport]:
        return sorted(self.reports, key=lambda report: report.leg)

    @property
    def cost_cents(self) -> float:
        """Of the legs whose price is known; see `cost_known`."""
        return sum(report.cost_cents or 0.0 for report in self.reports)

    @property
    def cost_known(self) -> bool:
        return all(report.cost_cents is not None for report in self.reports)

    def usage(self) -> Usage:
        """The reply's own: the prompt once, as its last speaker counted it, and every word
        that the reader was sent. Abandoned legs are in the cost and in the trace."""
        spoke = [report for report in self.legs if report.leg in self.shown_chars]
        if not spoke:
            spoke = [report for report in self.legs if report.role is not Role.DRAFT][-1:]
        if not spoke:
            return Usage(self.prompt_tokens, 0, reported=False)
        last = spoke[-1].usage
        return Usage(
            input=last.input,
            output=sum(report.usage.output for report in spoke),
            cached=last.cached,
            reasoning=sum(report.usage.reasoning for report in spoke),
            reported=all(report.usage.reported for report in spoke),
        )

    def _close(self, leg: _OpenLeg, at: float, outcome: str, error: Exception | None) -> None:
        del self._open[leg.start.leg]
        usage = leg.usage or Usage(leg.prompt_tokens, math.ceil(leg.said_tokens), reported=False)
        tier = leg.start.tier
        prices = self.prices.get(tier)
        first = leg.first_text_at
        self.reports.append(
            LegReport(
                leg=leg.start.leg,
                tier=tier,
                role=leg.start.role,
                started_s=leg.started_at - self.arrived_at,
                first_text_s=None if first is None else first - self.arrived_at,
                ended_s=at - self.arrived_at,
                outcome=outcome,
                error=None if error is None else str(error),
                usage=usage,
                cost_cents=None if prices is None else cost_cents(usage, prices),
                cause=error,
                gaps_s=tuple(leg.gaps_s),
                is_whole=leg.start.is_whole,
            )
        )


def _note_text(leg: _OpenLeg, at: float) -> None:
    if leg.first_text_at is None:
        leg.first_text_at = at
    if leg.last_text_at is not None:
        leg.gaps_s.append(at - leg.last_text_at)
    leg.last_text_at = at


def estimate_tokens(text: str) -> float:
    """About how many tokens a text has: 4 characters each, CJK one each."""
    if text.isascii():
        return len(text) / 4
    wide = sum(char >= "\u2e80" for char in text)
    return wide + (len(text) - wide) / 4


def estimate_prompt(messages: tuple[Message, ...]) -> int:
    """Tokens of a conversation, with about four a message for its markup."""
    return math.ceil(sum(estimate_tokens(message.text) + 4 for message in messages))
