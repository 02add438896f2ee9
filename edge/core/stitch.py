"""Join the streams of several legs into one that reads as if one author wrote it.

Theory of operation
===================

What was emitted can never be taken back. It is made of *blocks*: paragraphs of their own.
Within a block every leg continues the text that is there already, its *prefix*; a leg that
cannot (no prefill) needs a block to itself. What is shown never ends in white space until the
leg stops, so that a prefix never does.

    start ──► OPENING: the draft's words are held behind the gate
                │  a sentence stands, and may be said      │ target speaks first: draft dropped
                ▼                                          │
              shown ── preamble: next block ──┐            │
                └───── continue: same block ──┤            │
                                              ▼            ▼
              chain: target ──fails──► next target ──fails──► ... local, the last resort
                │ finishes
                ▼
               End

The *chain* runs one leg at a time. A leg fails by error, or by a clock: first text, gap, or
(over all attempts) the deep deadline. If it had shown words, only a leg that truly continues
a prefix may follow it. A reply with a tool call in it is never continued.

Nothing here performs I/O, reads a clock or awaits. Time arrives with the events; `next_timer`
says when `handle_timer` must be called at the latest.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from edge.core.errors import (
    DeadlineExceeded,
    TierGarbled,
    TierRejected,
    TierStalled,
    TierUnavailable,
)
from edge.core.events import (
    Action,
    CancelLeg,
    Emit,
    End,
    Event,
    Failed,
    Finished,
    Heard,
    Role,
    StartLeg,
)
from edge.core.openings import objection
from edge.core.plan import Plan, Strategy, Target
from edge.core.seams import Restarted, Seam
from edge.core.sentences import line_end, sentences_end
from edge.core.types import (
    Extra,
    FinishReason,
    Piece,
    Stop,
    Text,
    Thinking,
    TokenLogprob,
    ToolDelta,
    Usage,
)

# After its `Stop` a leg owes us only its usage; it gets this long to send it.
_TAIL_S = 1.0


@dataclass(slots=True)
class _DraftLeg:
    """The opening while nobody has seen it."""

    leg: int
    held: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _ChainLeg:
    """The leg that answers. `due` is when its silence counts as a failure."""

    leg: int
    target: Target
    prefix: str
    seam: Seam
    due: float
    limit_s: float
    has_spoken: bool = False
    has_shown: bool = False
    space: str = ""  # white space at the end of what it said, not shown yet
    space_logprobs: tuple[TokenLogprob, ...] = ()
    stop: FinishReason | None = None


class Stitcher:
    """One reply. Feed it events and timers; perform, in order, the actions it returns."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.is_done = False
        self._actions: list[Action] = []
        self._next_leg = 0
        self._draft: _DraftLeg | None = None
        self._speaker: _ChainLeg | None = None
        self._rung = 0
        self._errors: list[Exception] = []
        self._refused_by: set[str] = set()  # by a limit of their own: asking again is no use
        self._block = 0
        self._shown: list[str] = []  # of this block; joined at seams only
        self._starts: list[int] = []  # offsets in this block where a leg's words began
        self._is_answer = False  # this block has words of the chain, not only an opening
        self._has_tools = False
        self._escalate_at = 0.0  # no hosted target is paid for before
        self._start_chain_at: float | None = None
        self._deep_at: float | None = None

    # Inputs.

    def start(self, now: float) -> list[Action]:
        plan = self.plan
        self._start_chain_at = self._escalate_at = now + plan.escalate_after_s
        if plan.draft is not None:
            self._draft = _DraftLeg(self._begin(plan.draft.tier, Role.DRAFT))
            if plan.strategy is Strategy.CONTINUE:
                self._start_chain_at = max(self._escalate_at, plan.fast_deadline)
        if self._start_chain_at <= now:
            self._start_chain(now)
        return self._take()

    def receive(self, event: Event) -> list[Action]:
        if not self.is_done:
            if self._draft is not None and event.leg == self._draft.leg:
                self._hear_draft(self._draft, event)
            elif self._speaker is not None and event.leg == self._speaker.leg:
                self._hear_chain(self._speaker, event)
            # else: the last words of a leg already cancelled
        return self._take()

    def next_timer(self) -> float | None:
        """When to call `handle_timer`; None once the reply has ended."""
        if self.is_done:
            return None
        timers = [self.plan.total_deadline, self._start_chain_at, self._deep_at]
        if self._speaker is not None:
            timers.append(self._speaker.due)
        return min((at for at in timers if at is not None), default=None)

    def handle_timer(self, now: float) -> list[Action]:
        if self.is_done:
            return []
        total = self.plan.total_deadline
        if total is not None and now >= total:
            self._end(FinishReason.DEADLINE, DeadlineExceeded("the reply's deadline passed"))
        elif self._start_chain_at is not None and now >= self._start_chain_at:
            self._start_chain(now)
        elif self._deep_at is not None and now >= self._deep_at:
            self._give_up_on_targets(now)
        elif self._speaker is not None and now >= self._speaker.due:
            self._time_out(self._speaker, now)
        return self._take()

    # The draft.

    def _hear_draft(self, draft: _DraftLeg, event: Event) -> None:
        match event:
            case Heard(piece=Text(text=text)) if text:
                draft.held.append(text)
                self._try_opening(draft, event.at, final=False)
            case Heard(piece=Stop()):
                self._try_opening(draft, event.at, final=True)
            case Finished() | Failed():
                self._draft = None
                self._opening_is_fixed(event.at)
            case _:
                pass

    def _try_opening(self, draft: _DraftLeg, at: float, final: bool) -> None:
        """Show the opening if it stands behind the gate and may be said."""
        plan = self.plan.draft
        assert plan is not None
        held = "".join(draft.held)
        match plan.gate:
            case "token":
                end: int | None = len(held)
            case "line":
                end = line_end(held) or (len(held) if final else None)
            case _:
                end = sentences_end(held, plan.sentences, final)
        if end is None:
            return
        opening = held[:end].strip()
        self._drop_unsaid_draft()
        stops = any(stop in opening for stop in self.plan.stop)
        if opening and not stops and objection(plan.level, opening, self.plan.prompt) is None:
            self._show_opening(draft.leg, plan.tier, Text(opening))
        self._opening_is_fixed(at)

    def _show_opening(self, leg: int, tier: str, opening: Text) -> None:
        if self.plan.strategy is Strategy.CONTINUE:
            self._starts.append(0)
            self._show(leg, tier, Role.DRAFT, opening)
        else:
            emit = Emit(leg, tier, Role.DRAFT, self._block, opening, ends_block=True)
            self._actions.append(emit)
            self._block += 1

    def _opening_is_fixed(self, at: float) -> None:
        """What it says, or that there is none: a target that waited to continue it may start."""
        if self._start_chain_at is not None:
            self._start_chain_at = max(self._escalate_at, at)
            if self._start_chain_at <= at:
                self._start_chain(at)

    # The chain.

    def _start_chain(self, now: float) -> None:
        self._start_chain_at = None
        self._need_target(now)

    def _need_target(self, now: float) -> None:
        """Words are wanted from the next rung, and the deep clock runs until they come."""
        self._deep_at = now + self.plan.deep_s
        self._climb(now)

    def _climb(self, now: float) -> None:
        """Start the next rung that can take over here; end the reply if there is none."""
        chain = self.plan.chain
        while self._rung < len(chain):
            target = chain[self._rung]
            self._rung += 1
            if (self._is_answer and not target.prefill) or target.tier in self._refused_by:
                continue
            self._start_target(target, now)
            return
        self._end(FinishReason.ERROR, self._worst_error())

    def _start_target(self, target: Target, now: float) -> None:
        continues = self._is_answer or self.plan.strategy is Strategy.CONTINUE
        prefix = "".join(self._shown) if continues and target.prefill else ""
        if target.role is Role.LOCAL:
            self._deep_at = None  # the last resort has its own clocks; nobody is behind it
        leg = self._begin(target.tier, target.role, prefix)
        limit = target.clocks.first_text_s
        self._speaker = _ChainLeg(
            leg, target, prefix, Seam(prefix, tuple(self._starts)), now + limit, limit
        )

    def _hear_chain(self, leg: _ChainLeg, event: Event) -> None:
        match event:
            case Heard(piece=piece):
                self._hear_piece(leg, piece, event.at)
            case Finished():
                self._finish(leg, event.at)
            case Failed(error=error):
                self._fail(leg, error, event.at, cancel=False)

    def _hear_piece(self, leg: _ChainLeg, piece: Piece, at: float) -> None:
        match piece:
            case Text(text=text) if text:
                self._progress(leg, at, leg.target.clocks.stall_s)
                self._hear_text(leg, piece, at)
            case Thinking(text=text) if text:
                self._progress(leg, at, leg.target.clocks.thinking_s)
                self._drop_unsaid_draft()
                self._emit(leg.leg, leg.target.tier, leg.target.role, piece)
            case ToolDelta():
                self._progress(leg, at, leg.target.clocks.thinking_s)
                self._drop_unsaid_draft()
                self._has_tools = True
                self._own_block(leg)
                self._emit(leg.leg, leg.target.tier, leg.target.role, piece)
            case Extra():
                self._emit(leg.leg, leg.target.tier, leg.target.role, piece)
            case Stop(reason=reason):
                leg.stop = reason
                self._progress(leg, at, _TAIL_S)
                if rest := leg.seam.close():
                    self._show_answer(leg, Text(rest))
                if leg.has_shown and leg.space:
                    self._show(leg.leg, leg.target.tier, leg.target.role, Text(leg.space))
            case Usage() | Text() | Thinking():
                pass

    def _hear_text(self, leg: _ChainLeg, piece: Text, at: float) -> None:
        try:
            text = leg.seam.feed(piece.text)
        except Restarted:
            tier = leg.target.tier
            error = TierGarbled(f"{tier}: told its answer anew instead of continuing it")
            self._fail(leg, error, at, cancel=True)
            return
        if text:
            self._show_answer(leg, Text(text, piece.logprobs))

    def _show_answer(self, leg: _ChainLeg, piece: Text) -> None:
        """White space waits for the word behind it: a prefix that ends in some is refused by
        one platform, and doubled by the next leg of another."""
        text = leg.space + piece.text
        if not self._shown or not (leg.prefix or leg.has_shown):
            text = text.lstrip("\n")
        words = text.rstrip()
        leg.space = text[len(words) :]
        leg.space_logprobs += piece.logprobs
        if not words:
            return
        piece = Text(words, leg.space_logprobs)
        leg.space_logprobs = ()
        self._drop_unsaid_draft()
        self._own_block(leg)
        if not leg.has_shown:
            leg.has_shown = True
            self._starts.append(sum(map(len, self._shown)))
        self._is_answer = True
        self._show(leg.leg, leg.target.tier, leg.target.role, piece)

    def _own_block(self, leg: _ChainLeg) -> None:
        """A leg that was given no prefix speaks in a block that is its own from the start."""
        if not leg.prefix and not leg.has_shown and self._shown:
            self._block += 1
            self._shown.clear()
            self._starts.clear()

    def _drop_unsaid_draft(self) -> None:
        if self._draft is not None:
            self._actions.append(CancelLeg(self._draft.leg))
            self._draft = None

    def _progress(self, leg: _ChainLeg, at: float, limit_s: float) -> None:
        leg.has_spoken = True
        leg.limit_s = limit_s
        leg.due = at + limit_s
        self._deep_at = None

    def _finish(self, leg: _ChainLeg, at: float) -> None:
        if leg.stop is None:
            error = TierGarbled(f"{leg.target.tier}: the stream ended without saying so")
            self._fail(leg, error, at, cancel=False)
        elif self._is_empty(leg):
            error = TierGarbled(f"{leg.target.tier}: an empty reply")
            self._fail(leg, error, at, cancel=False)
        else:
            self._speaker = None
            self._end(leg.stop)

    def _is_empty(self, leg: _ChainLeg) -> bool:
        """Finished without a word. After a prefix that is fine: there was nothing to add."""
        silent = not leg.has_shown and not leg.prefix and not self._has_tools
        return silent and leg.stop is FinishReason.STOP

    def _fail(self, leg: _ChainLeg, error: Exception, at: float, cancel: bool) -> None:
        """The leg is gone; who goes on?"""
        if cancel:
            self._actions.append(CancelLeg(leg.leg))
        self._speaker = None
        if leg.stop is not None and not self._is_empty(leg):
            self._end(leg.stop)  # it had said everything; only its usage is missing
            return
        self._errors.append(error)
        if isinstance(error, TierRejected):
            self._refused_by.add(leg.target.tier)
        ours = isinstance(error, TierRejected) and not error.own_limit and not leg.prefix
        stuck = self._has_tools or (self._is_answer and not self.plan.recoverable)
        if ours or stuck:
            self._end(FinishReason.ERROR, error)
        elif self._deep_at is None:
            self._need_target(at)
        else:
            self._climb(at)

    def _time_out(self, leg: _ChainLeg, now: float) -> None:
        what = "no text" if not leg.has_spoken else "silent"
        message = f"{leg.target.tier}: {what} for {leg.limit_s:g} s (leg {leg.leg})"
        self._fail(leg, TierStalled(message), now, cancel=True)

    def _give_up_on_targets(self, now: float) -> None:
        """The deep deadline: no hosted target spoke in time, so only the last resort is left."""
        self._deep_at = None
        self._rung = next(
            (
                rung
                for rung in range(self._rung, len(self.plan.chain))
                if self.plan.chain[rung].role is Role.LOCAL
            ),
            len(self.plan.chain),
        )
        message = f"no target said anything within {self.plan.deep_s:g} s"
        self._errors.append(DeadlineExceeded(message))
        if self._speaker is not None:
            self._actions.append(CancelLeg(self._speaker.leg))
            self._speaker = None
        self._climb(now)

    def _worst_error(self) -> Exception:
        """The error that tells the caller most: that the prompt is too long only if all said so."""
        others = [e for e in self._errors if not (isinstance(e, TierRejected) and e.own_limit)]
        if others:
            return others[-1]
        if len(self._errors) > 1:
            return TierRejected(
                "; ".join(map(str, self._errors)), own_limit=True, code="context_length_exceeded"
            )
        return self._errors[0] if self._errors else TierUnavailable("no model could take this on")

    # Small change.

    def _begin(self, tier: str, role: Role, prefix: str = "") -> int:
        leg, self._next_leg = self._next_leg, self._next_leg + 1
        self._actions.append(StartLeg(leg, tier, role, prefix))
        return leg

    def _show(self, leg: int, tier: str, role: Role, piece: Text) -> None:
        self._shown.append(piece.text)
        self._emit(leg, tier, role, piece)

    def _emit(self, leg: int, tier: str, role: Role, piece: Piece) -> None:
        self._actions.append(Emit(leg, tier, role, self._block, piece))

    def _end(self, reason: FinishReason, error: Exception | None = None) -> None:
        self._drop_unsaid_draft()
        if self._speaker is not None:
            self._actions.append(CancelLeg(self._speaker.leg))
            self._speaker = None
        self.is_done = True
        self._actions.append(End(reason, error))

    def _take(self) -> list[Action]:
        actions, self._actions = self._actions, []
        return actions
