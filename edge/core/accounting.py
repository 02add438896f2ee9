"""What a reply cost: every leg, finished or abandoned, ends with usage, cost, time and outcome.

A platform that did not report its usage is estimated and marked so: absent is not zero. Prices
that nobody knows make a cost unknown, not free. A leg that was refused before it said a word was
not sold to us; every other one was, whether or not the reader saw any of it.

The reply's own usage is what its reader got, each token once. A leg that continued a text was
given that text in its prompt and may have said it again: neither is counted a second time.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from edge.core.errors import TierRateLimited, TierRejected, TierUnavailable
from edge.core.events import CancelLeg, Emit, Event, Failed, Finished, Heard, Role, StartLeg
from edge.core.prices import Prices, cost_cents
from edge.core.types import FinishReason, Message, Piece, Stop, Text, Thinking, ToolDelta, Usage
from edge.core.verdict import Verdict

# Letters and spaces come several to a token in any vocabulary; all else may be one each.
_DENSE = b" abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
# Over 1,953 real answers and prompts the built-in model's vocabulary of 49,152, a small one, needs
# at most 0.88 of `most_tokens`, and 0.6 for the median; made-up capitals need 1.28.
_MOST_TOLERANCE = 1.3
_MOST_CHARS_PER_TOKEN = 12  # more than any tokenizer packs into one token of prose
_MARKUP_TOKENS = 32  # of the end, and around a tool call: reported, and text of nobody's

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
    said_chars: int = 0  # visible text and tool arguments, shown or not
    prompt_tokens: int = 0  # that it was given to read, estimated
    prefix_tokens: int = 0  # of its prompt: what it was asked to continue, estimated
    unseen_tokens: int = 0  # reported, and not received; see `unseen_tokens`


@dataclass(slots=True)
class _OpenLeg:
    start: StartLeg
    started_at: float
    prompt_tokens: int
    prefix_tokens: int
    first_text_at: float | None = None
    said_chars: int = 0
    last_text_at: float | None = None
    gaps_s: deque[float] = field(default_factory=lambda: deque(maxlen=_MOST_GAPS))
    said_tokens: float = 0.0
    thought_tokens: float = 0.0
    most_tokens: float = 0.0  # that what it said can have been
    most_thought_tokens: float = 0.0
    stop: str | None = None
    usage: Usage | None = None
    since_usage_tokens: float = 0.0  # said after the last report, where a stream reports often
    images: int = 0  # that it was asked to make

    def note_text(self, at: float) -> None:
        if self.first_text_at is None:
            self.first_text_at = at
        if self.last_text_at is not None:
            self.gaps_s.append(at - self.last_text_at)
        self.last_text_at = at

    def say(self, text: str) -> None:
        tokens = estimate_tokens(text)
        self.said_chars += len(text)
        self.said_tokens += tokens
        self.since_usage_tokens += tokens
        self.most_tokens += most_tokens(text)

    def think(self, text: str) -> None:
        tokens = estimate_tokens(text)
        self.thought_tokens += tokens
        self.since_usage_tokens += tokens
        self.most_thought_tokens += most_tokens(text)

    def report(self, usage: Usage) -> None:
        """Reports are totals so far: one that comes twice, or out of order, adds nothing."""
        before = self.usage or usage
        self.usage = Usage(
            max(before.input, usage.input),
            max(before.output, usage.output),
            max(before.cached, usage.cached),
            max(before.reasoning, usage.reasoning),
            usage.reported,
            max(before.cache_write, usage.cache_write),
            max(before.images, usage.images),
            max(before.compute_s, usage.compute_s),
            max(before.video_s, usage.video_s),
        )
        self.since_usage_tokens = 0.0

    def was_refused(self, error: Exception | None) -> bool:
        refusals = TierRejected | TierRateLimited | TierUnavailable
        return isinstance(error, refusals) and not (
            self.said_tokens or self.thought_tokens or self.usage
        )

    def final_usage(self) -> Usage:
        if self.usage is None:
            output = math.ceil(self.said_tokens + self.thought_tokens)
            thought = math.ceil(self.thought_tokens)
            tokens = Usage(self.prompt_tokens, output, reasoning=thought, reported=False)
            return replace(tokens, images=self.images)
        if self.stop is None and self.since_usage_tokens:
            output = self.usage.output + math.ceil(self.since_usage_tokens)
            return replace(self.usage, output=output, reported=False)
        return self.usage

    def find_unseen(self, usage: Usage) -> int:
        """Only a leg that came to its own end can have said all that it reports."""
        if self.stop is None or not usage.reported:
            return 0
        if usage.reasoning:
            return unseen_tokens(usage.output - usage.reasoning, self.said_tokens, self.most_tokens)
        said = self.said_tokens + self.thought_tokens
        return unseen_tokens(usage.output, said, self.most_tokens + self.most_thought_tokens)


@dataclass(slots=True)
class Account:
    """Watches one request's legs; `settle` closes whatever is open, on every exit path."""

    arrived_at: float
    prompt_tokens: int  # estimated, for legs that never reported
    prices: Mapping[str, Prices | None]
    draft_tokens: int | None = None  # of the draft's prompt, where it is not the same
    images: int = 0  # that each leg is asked to make
    prefix: str = ""  # that the caller gave: a part of the prompt, not of what was said
    reasons: tuple[str, ...] = ()  # of the plan, for the trace
    verdict: Verdict | None = None  # that it was made for, as well; None: nobody judged
    tell: Callable[[LegReport], None] = lambda leg: None  # of each leg, once it is settled
    reports: list[LegReport] = field(default_factory=list)
    shown_chars: dict[int, int] = field(default_factory=dict)  # by leg: what the reader was sent
    first_text_at: float | None = None
    settled_at: float | None = None
    is_corrected: bool = False  # the answer contradicted the opening, and said so
    _open: dict[int, _OpenLeg] = field(default_factory=dict)

    def start(self, start: StartLeg, at: float) -> None:
        prefix = math.ceil(estimate_tokens(start.prefix.removeprefix(self.prefix)))
        tokens = self.prompt_tokens_of(start)
        self._open[start.leg] = _OpenLeg(start, at, tokens, prefix, images=self.images)

    def prompt_tokens_of(self, start: StartLeg) -> int:
        """What a leg is given to read, estimated."""
        prompt = self.prompt_tokens
        if start.role is Role.DRAFT and self.draft_tokens is not None:
            prompt = self.draft_tokens
        return prompt + math.ceil(estimate_tokens(start.prefix))

    def hear(self, event: Event) -> None:
        leg = self._open.get(event.leg)
        if leg is None:
            return
        match event:
            case Heard(piece=Text(text=text)) if text:
                leg.note_text(event.at)
                leg.say(text)
            case Heard(piece=Thinking(text=text)):
                leg.think(text)
            case Heard(piece=ToolDelta(arguments=arguments)):
                leg.say(arguments)
            case Heard(piece=Stop(reason=reason)):
                leg.stop = reason.value
            case Heard(piece=Usage() as usage):
                leg.report(usage)
            case Finished():
                self._close(leg, event.at, leg.stop or "failed")
            case Failed(error=error):
                self._close(leg, event.at, "failed", error)
            case _:
                pass

    def deliver(self, number: int, usage: Usage, at: float) -> None:
        """A leg made all that was asked for, in one piece that is no text, for the caller."""
        leg = self._open[number]
        leg.note_text(at)
        leg.report(usage)
        self.shown_chars[number] = 0
        self._close(leg, at, FinishReason.STOP.value)

    def cancel(self, cancel: CancelLeg, at: float) -> None:
        if leg := self._open.get(cancel.leg):
            ended = "cancelled" if cancel.fault is None else "failed"
            self._close(leg, at, leg.stop or ended, cancel.fault)

    def emit(self, emit: Emit, at: float) -> None:
        if isinstance(emit.piece, Text) and self.first_text_at is None:
            self.first_text_at = at
        self.is_corrected = self.is_corrected or emit.corrects
        if (chars := _visible_chars(emit.piece)) is not None:
            self.shown_chars[emit.leg] = self.shown_chars.get(emit.leg, 0) + chars

    def settle(self, at: float) -> None:
        """The request is over, however it ended."""
        for leg in list(self._open.values()):
            self._close(leg, at, leg.stop or "cancelled")
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

    def is_abandoned(self, leg: LegReport) -> bool:
        """Paid for, and the reader saw nothing of it."""
        return leg.leg not in self.shown_chars

    def usage(self) -> Usage:
        """The reply's own: the caller's prompt once, and every token that the reader was sent.
        What was paid for besides is in the cost, in the trace and in the ledger."""
        spoke = [report for report in self.legs if not self.is_abandoned(report)]
        answers = [report for report in spoke if report.role is not Role.DRAFT]
        if not spoke:
            spoke = answers = [leg for leg in self.legs if leg.role is not Role.DRAFT][-1:]
        prompt = self._prompt_usage(answers)
        shares = [self._share(report) for report in spoke]
        return Usage(
            input=prompt.input,
            output=sum(
                math.ceil((leg.usage.output - leg.usage.reasoning) * share) + leg.usage.reasoning
                for leg, share in zip(spoke, shares, strict=True)
            ),
            cached=prompt.cached,
            cache_write=prompt.cache_write,
            images=sum(report.usage.images for report in spoke),
            video_s=sum(report.usage.video_s for report in spoke),
            reasoning=sum(report.usage.reasoning for report in spoke),
            reported=prompt.reported
            and all(share == 1.0 for share in shares)
            and all(report.usage.reported for report in spoke),
        )

    def _prompt_usage(self, answers: list[LegReport]) -> Usage:
        """As a speaker counted it who was asked what the caller asked; else as the last one did,
        less what it was asked to continue. A draft may have been shown a part of it only."""
        plain = [leg for leg in answers if leg.usage.reported and not leg.prefix_tokens]
        if plain:
            return plain[-1].usage
        if not answers:
            return Usage(self.prompt_tokens, 0, reported=False)
        last = answers[-1]
        own = max(0, last.usage.input - last.prefix_tokens)
        return Usage(own, 0, cached=min(last.usage.cached, own), reported=False)

    def _share(self, leg: LegReport) -> float:
        """How much of what it said reached the reader. A leg that answered from the start to its
        end counts whole, whatever white space was trimmed."""
        ended = leg.outcome not in ("cancelled", "failed")
        if leg.said_chars == 0 or (ended and not leg.prefix_tokens and leg.role is not Role.DRAFT):
            return 1.0
        return min(1.0, self.shown_chars.get(leg.leg, 0) / leg.said_chars)

    def _close(
        self, leg: _OpenLeg, at: float, outcome: str, error: Exception | None = None
    ) -> None:
        del self._open[leg.start.leg]
        tier = leg.start.tier
        refused = leg.was_refused(error)
        usage = Usage(0, 0, reported=False) if refused else leg.final_usage()
        first = leg.first_text_at
        report = LegReport(
            leg=leg.start.leg,
            tier=tier,
            role=leg.start.role,
            started_s=leg.started_at - self.arrived_at,
            first_text_s=None if first is None else first - self.arrived_at,
            ended_s=at - self.arrived_at,
            outcome=outcome,
            error=None if error is None else str(error),
            usage=usage,
            cause=error,
            gaps_s=tuple(leg.gaps_s),
            is_whole=leg.start.is_whole,
            cost_cents=0.0 if refused else cost_cents(usage, self.prices.get(tier)),
            said_chars=leg.said_chars,
            prompt_tokens=leg.prompt_tokens,
            prefix_tokens=leg.prefix_tokens,
            unseen_tokens=leg.find_unseen(usage),
        )
        self.reports.append(report)
        self.tell(report)


def unseen_tokens(reported: int, estimated: float, most: float) -> int:
    """About how many tokens were reported and never received; 0: no sign of any.

    `most` is what the received text can have been at the most, so nothing is said of a small
    loss: in English it shows from about half of the text. A platform that hides its thinking and
    does not itemize it looks the same: also tokens that were paid for and not seen.
    """
    if reported <= most * _MOST_TOLERANCE + _MARKUP_TOKENS:
        return 0
    return reported - math.ceil(estimated)


def most_tokens(text: str) -> float:
    """How many tokens a text can have been: a letter or space half of one, any other byte one."""
    data = text.encode("utf-8", "surrogatepass")
    others = len(data.translate(None, _DENSE))
    return others + (len(data) - others) / 2


def estimate_tokens(text: str) -> float:
    """About how many tokens a text has: 4 characters each, CJK one each."""
    if text.isascii():
        return len(text) / 4
    wide = sum(char >= "\u2e80" for char in text)
    return wide + (len(text) - wide) / 4


def surely_exceeds(chars: int, context: int) -> bool:
    """Whether so many characters are too many, whatever vocabulary counts them."""
    return chars > context * _MOST_CHARS_PER_TOKEN


def estimate_prompt(messages: tuple[Message, ...]) -> int:
    """Tokens of a conversation, with about four a message for its markup."""
    return math.ceil(sum(estimate_tokens(message.text) + 4 for message in messages))


def _visible_chars(piece: Piece) -> int | None:
    """What a piece adds to what the reader has; None: nothing that would make its leg a speaker."""
    match piece:
        case Text(text=text):
            return len(text)
        case ToolDelta(arguments=arguments):
            return len(arguments)
        case _:
            return None
