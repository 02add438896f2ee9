"""Join the streams of several legs into one that reads as if one author wrote it.

Theory of operation
===================

What was emitted can never be taken back (but an opening, where the reader's side says that it can,
and then before the answer's first word). It is made of *blocks*: paragraphs of their own.
Within a block every leg continues the text that is there already, its *prefix*. What is shown
never ends in white space until the leg stops, so that a prefix never does.

    start ──► OPENING: the draft's words are held behind the gate
                │  a sentence stands, and may be said      │ a target speaks first: dropped
                ▼                                          │
              shown ── preamble: next block ──────┐        │
                └ continue, parallel: same block ─┤        │
                                                  ▼        ▼
              the chain:  RACE ──first with words──► SPEAKER ──► End
                            ▲                           │ fails
                            └───────────────────────────┘

The *chain* is a list of rungs, tried in order; the local model is the last resort. The legs that
run and have not spoken to the reader are *racers*: mostly one, and two when the first is later
than it usually is (a hedge: the first visible word wins), or when a reply broke (its model once
more without streaming, and the next one beside it: the first whole sentence wins, because a cut
in mid-word is what we are mending). A leg fails by error or by a clock (see `leg.py`). Over all
attempts the deep deadline bounds the wait for a hosted target's first sign of life.

A leg whose platform named a checkpoint is first asked to go on from there (`resumed.py`): it says
the rest of the very same reply.

A reply that the caller began is one that broke there: its first leg is asked to go on, too.

A reply with a tool call in it is never continued, nor is one that a program will read.

Nothing here performs I/O, reads a clock or awaits. Time arrives with the events; `next_timer`
says when `handle_timer` must be called at the latest.
"""

from __future__ import annotations

from edge.core.blame import most_telling
from edge.core.errors import (
    DeadlineExceeded,
    TierGarbled,
    TierRateLimited,
    TierRejected,
    TierStalled,
    TierUnavailable,
)
from edge.core.events import (
    Action,
    CancelLeg,
    Continuation,
    Emit,
    End,
    Event,
    Failed,
    Finished,
    Heard,
    Role,
    StartLeg,
)
from edge.core.gate import Gate
from edge.core.leg import ChainLeg, looks_finished
from edge.core.lost import Watched
from edge.core.passage import GivenUp, Passage, Verbatim
from edge.core.plan import Plan, Strategy, Target
from edge.core.resumed import Resumed
from edge.core.retold import Retold
from edge.core.seams import Seam, anchor_of
from edge.core.sentences import first_sentence_end
from edge.core.types import (
    Checkpoint,
    Extra,
    FinishReason,
    Piece,
    Stop,
    Text,
    Thinking,
    ToolDelta,
    Usage,
)

# A reply is expected to be about so long; with this much of it still to come, waiting for it in
# one piece would be felt, and the next target is started beside.
_USUAL_CHARS = 1200
_LONG_REST_CHARS = 300
# What `Retry-After` names is the least; up to so much more, by the plan's jitter.
_BACKOFF_S = 1.0
_MOST_LEGS = 8  # of one reply; behind them only the last resort


class Stitcher:
    """One reply. Feed it events and timers; perform, in order, the actions it returns."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.is_done = False
        self._actions: list[Action] = []
        self._next_leg = 0
        self._gate: Gate | None = None  # the draft's, while nobody has seen its words
        self._racers: list[ChainLeg] = []
        self._speaker: ChainLeg | None = None
        self._chain = list(plan.chain)
        self._rung = 0  # the next one of the chain
        self._errors: list[Exception] = []
        self._spent: set[str] = set()  # tiers that it is no use to ask again
        self._silent: set[str] = set()  # tiers that had nothing to add to a reply that broke
        self._block = 0
        self._shown: list[str] = []  # of this block; joined at seams only
        self._starts: list[int] = []  # offsets in this block where a leg's words began
        self._is_answer = False  # this block has words of the chain, not only an opening
        self._answer_chars = 0  # of all blocks
        self._has_tools = False
        self._escalate_at = 0.0  # no hosted target is paid for before
        self._chain_at: float | None = None  # when the chain starts, or goes on after a wait
        self._again: Target | None = None  # who asked us to wait, once
        self._hedge_at: float | None = None
        self._deep_at: float | None = None
        if plan.prefix:
            self._shown.append(plan.prefix)
            self._starts.append(0)
            self._is_answer = True

    # Inputs.

    def start(self, now: float) -> list[Action]:
        plan = self.plan
        self._chain_at = self._escalate_at = now + plan.escalate_after_s
        if plan.draft is not None:
            self._gate = Gate(self._begin(plan.draft.tier, Role.DRAFT).leg, plan.draft, plan)
            if plan.strategy is Strategy.CONTINUE:
                self._chain_at = max(self._escalate_at, plan.fast_deadline)
        if self._chain_at <= now:
            self._start_chain(now)
        return self._take()

    def receive(self, event: Event) -> list[Action]:
        speaker = self._speaker
        if speaker is not None and event.leg == speaker.number:
            self._hear_chain(speaker, event)
        elif self._gate is not None and event.leg == self._gate.number:
            self._hear_draft(self._gate, event)
        elif (leg := self._running(event.leg)) is not None:
            self._hear_chain(leg, event)
        # else: the last words of a leg already cancelled, or of a reply that has ended
        return self._take()

    def next_timer(self) -> float | None:
        """When to call `handle_timer`; None once the reply has ended."""
        if self.is_done:
            return None
        timer = self._speaker.timer() if self._speaker is not None else None
        for at in (self.plan.total_deadline, self._chain_at, self._hedge_at, self._deep_at):
            if at is not None and (timer is None or at < timer):
                timer = at
        for leg in self._racers:
            if timer is None or leg.timer() < timer:
                timer = leg.timer()
        return timer

    def handle_timer(self, now: float) -> list[Action]:
        if self.is_done:
            return []
        total = self.plan.total_deadline
        if total is not None and now >= total:
            self._end(FinishReason.DEADLINE, DeadlineExceeded("the reply's deadline passed"))
        elif self._chain_at is not None and now >= self._chain_at:
            self._start_chain(now)
        elif self._deep_at is not None and now >= self._deep_at:
            self._give_up_on_targets(now)
        else:
            self._time_out(now)
            if self._hedge_at is not None and now >= self._hedge_at:
                self._hedge(now)
        return self._take()

    # The draft.

    def _hear_draft(self, gate: Gate, event: Event) -> None:
        match event:
            case Heard(piece=Text(text=text)) if text:
                gate.hold(text)
                self._try_opening(gate, event.at, final=False)
            case Heard(piece=Stop()):
                self._try_opening(gate, event.at, final=True)
            case Finished() | Failed():
                self._gate = None
                self._opening_is_fixed(event.at)
            case _:
                pass

    def _try_opening(self, gate: Gate, at: float, final: bool) -> None:
        """Show the opening if it stands behind the gate and may be said."""
        opening = gate.opening(final)
        if opening is None:
            return
        self._drop_opening()
        if opening:
            self._show_opening(gate.number, gate.draft.tier, Text(opening))
        self._opening_is_fixed(at)

    def _show_opening(self, leg: int, tier: str, opening: Text) -> None:
        if self.plan.strategy is Strategy.PREAMBLE:
            emit = Emit(leg, tier, Role.DRAFT, self._block, opening, ends_block=True)
            self._actions.append(emit)
            self._block += 1
        else:
            self._starts.append(0)
            self._shown.append(opening.text)
            self._emit(leg, tier, Role.DRAFT, opening)

    def _opening_is_fixed(self, at: float) -> None:
        """What it says, or that there is none: a target that waited to continue it may start."""
        if self._chain_at is not None:
            self._chain_at = max(self._escalate_at, at)
            if self._chain_at <= at:
                self._start_chain(at)

    def _drop_opening(self) -> None:
        if self._gate is not None:
            self._actions.append(CancelLeg(self._gate.number))
            self._gate = None

    # The chain: who runs.

    def _start_chain(self, now: float) -> None:
        self._chain_at = None
        if self._deep_at is None:
            self._deep_at = now + self.plan.deep_s
        if self._again is not None:
            self._start_target(self._again, now)
        else:
            self._climb_or_end(now)

    def _climb_or_end(self, now: float) -> None:
        nobody_hosted = not self._next_is_hosted()
        if nobody_hosted and self._silent and looks_finished("".join(self._shown)):
            self._end(FinishReason.STOP)  # the one who had nothing to add was right
        elif not self._climb(now):
            self._end(FinishReason.ERROR, most_telling(self._errors))

    def _climb(self, now: float) -> bool:
        """Start the next rung; False when there is none left."""
        while self._rung < len(self._chain):
            target = self._chain[self._rung]
            self._rung += 1
            too_many = self._next_leg >= _MOST_LEGS and target.role is Role.TARGET
            if target.tier not in self._spent and not too_many:
                self._start_target(target, now)
                return True
        return False

    def _start_target(self, target: Target, now: float, is_whole: bool = False) -> None:
        if target.role is Role.LOCAL:
            self._deep_at = None  # the last resort has its own clocks; nobody is behind it
        continuation = self._continuation(target)
        prefix = "" if continuation is Continuation.NONE else "".join(self._shown)
        start = self._begin(target.tier, target.role, prefix, continuation, is_whole)
        passage = self._passage(target, prefix, continuation)
        self._racers.append(ChainLeg(start, target, prefix, passage, now))
        self._hedge_at = None
        if target.hedge_after_s is not None and not self._is_answer and len(self._racers) == 1:
            self._hedge_at = now + target.hedge_after_s

    def _continuation(self, target: Target) -> Continuation:
        """An answer that broke is continued by everyone; an opening only by who truly can: the
        others answer in a block of their own."""
        if not self._shown:
            return Continuation.NONE
        if self.plan.verbatim:
            return Continuation.PREFILL
        if target.prefill and (self._is_answer or self.plan.strategy is Strategy.CONTINUE):
            return Continuation.PREFILL
        return Continuation.ANCHOR if self._is_answer else Continuation.NONE

    def _passage(self, target: Target, prefix: str, continuation: Continuation) -> Passage:
        if self.plan.verbatim:
            return Verbatim()
        if prefix:
            anchor = anchor_of(prefix) if continuation is Continuation.ANCHOR else ""
            return Seam(prefix, tuple(self._starts), anchor)
        if target.role is Role.LOCAL and self._next_is_hosted():
            return Watched()
        draft = self.plan.draft
        if draft is not None and self.plan.strategy is Strategy.PARALLEL:
            replaces = draft.is_replaced
            return Retold(lambda: "".join(self._shown), draft.correction, replaces=replaces)
        return Seam("")

    def _hedge(self, now: float) -> None:
        """The first is later than it usually is: start the next hosted one beside it."""
        self._hedge_at = None
        chain = self._chain
        if self._rung < len(chain) and chain[self._rung].role is Role.TARGET:
            self._climb(now)

    def _give_up_on_targets(self, now: float) -> None:
        """The deep deadline: no hosted target spoke in time, so only the last resort is left."""
        self._deep_at = None
        chain = self._chain
        while self._rung < len(chain) and chain[self._rung].role is not Role.LOCAL:
            self._rung += 1
        message = f"no target said anything within {self.plan.deep_s:g} s"
        self._errors.append(DeadlineExceeded(message))
        for leg in self._legs():
            self._stop_leg(leg)
        self._climb_or_end(now)

    # The chain: what is heard.

    def _hear_chain(self, leg: ChainLeg, event: Event) -> None:
        match event:
            case Heard(piece=piece):
                try:
                    self._hear_piece(leg, piece, event.at)
                except GivenUp as reason:
                    self._give_up(leg, str(reason), event.at)
            case Finished():
                self._finish(leg, event.at)
            case Failed(error=error):
                self._fail(leg, error, event.at)

    def _hear_piece(self, leg: ChainLeg, piece: Piece, at: float) -> None:
        match piece:
            case Text(text=text) if text:
                self._deep_at = None
                if (words := leg.hear_text(piece, at)) is not None:
                    self._say(leg, words)
            case Thinking(text=text) if text:
                self._deep_at = None
                leg.hear_other(at)
                if leg is self._speaker or len(self._racers) == 1:
                    self._drop_opening()
                    self._emit(leg.number, leg.tier, leg.target.role, piece)
            case ToolDelta():
                self._deep_at = None
                leg.hear_other(at)
                self._has_tools = True
                self._choose(leg)
                self._own_block(leg)
                self._emit(leg.number, leg.tier, leg.target.role, piece)
            case Extra():
                if leg is self._speaker or len(self._racers) == 1:
                    self._emit(leg.number, leg.tier, leg.target.role, piece)
            case Stop(reason=FinishReason.LENGTH) if self._may_go_on_for(leg):
                self._give_up(leg, "it was given no more tokens", at)
            case Stop(reason=reason):
                if (words := leg.hear_stop(reason, at)) is not None:
                    self._say(leg, words)
                if leg.held:
                    self._choose(leg)
            case Checkpoint():
                leg.hear_checkpoint(piece)
            case Usage() | Text() | Thinking():
                pass

    def _may_go_on_for(self, leg: ChainLeg) -> bool:
        """Whether the end that it was given is ours, not the caller's, and somebody can go on."""
        return leg.target.is_capped and self._next_is_hosted()

    def _give_up(self, leg: ChainLeg, reason: str, at: float) -> None:
        """Its words are of no use, or it can say no more of them."""
        error = TierGarbled(f"{leg.tier}: {reason}")
        self._actions.append(CancelLeg(leg.number, error))
        if leg.target.role is Role.LOCAL:
            self._spent.add(leg.tier)  # it would do the same again
        self._fail(leg, error, at)

    def _say(self, leg: ChainLeg, words: Text) -> None:
        """Show the words, or hold them while another leg may yet win."""
        if leg is self._speaker:
            self._show_answer(leg, words)
            most = self.plan.most_chars
            if most is not None and self._answer_chars > most and leg.stop is None:
                self._end(FinishReason.LENGTH)  # it does not keep to `max_tokens`: we do
            return
        leg.held.append(words)
        if len(self._racers) == 1 or not self._is_answer or self._has_sentence(leg):
            self._choose(leg)

    def _has_sentence(self, leg: ChainLeg) -> bool:
        return first_sentence_end("".join(piece.text for piece in leg.held)) is not None

    def _choose(self, winner: ChainLeg) -> None:
        """This leg speaks to the reader; the others of its race are cancelled, and paid for."""
        if winner is self._speaker:
            return
        self._drop_opening()
        self._hedge_at = self._deep_at = None
        for leg in self._racers:
            if leg is not winner:
                self._actions.append(CancelLeg(leg.number))
                if not leg.is_whole:  # it did not fail: should the winner, it is asked again
                    self._chain.insert(self._rung, leg.target)
        self._racers, self._speaker = [], winner
        held, winner.held = winner.held, []
        for words in held:
            self._show_answer(winner, words)

    def _show_answer(self, leg: ChainLeg, words: Text) -> None:
        self._own_block(leg)
        corrects = False
        if not leg.has_shown:
            leg.has_shown = True
            corrects = leg.passage.corrects
            if corrects and self.plan.draft is not None and self.plan.draft.is_replaced:
                self._shown.clear()  # the reader's side takes the opening back
                self._starts.clear()
            self._starts.append(sum(map(len, self._shown)))
        self._is_answer = True
        self._shown.append(words.text)
        self._answer_chars += len(words.text)
        self._emit(leg.number, leg.tier, leg.target.role, words, corrects)

    def _own_block(self, leg: ChainLeg) -> None:
        """A leg that neither continues the text nor joins it speaks in a block of its own."""
        if not (leg.has_shown or leg.passage.joins) and self._shown:
            self._block += 1
            self._shown.clear()
            self._starts.clear()

    # The chain: how a leg ends.

    def _finish(self, leg: ChainLeg, at: float) -> None:
        if leg.stop is None:
            error = TierGarbled(f"{leg.tier}: the stream ended without saying so")
            self._fail(leg, error, at)
        elif leg.is_empty and not self._believes_silence_of(leg):
            self._fail(leg, TierGarbled(f"{leg.tier}: an empty reply"), at)
        else:
            self._choose(leg)
            self._speaker = None
            self._end(leg.stop)

    def _believes_silence_of(self, leg: ChainLeg) -> bool:
        """Whether there was nothing to add, though the reply broke: a model that says nothing by
        mistake must not end a half answer as if it were whole. Its author may say so, or two."""
        if self.plan.verbatim:
            return True  # there may be nothing to fill in
        if not leg.prefix:
            return False
        if leg.start.resume is not None:
            return True  # it went on with its own reply, and there was no more of that
        self._silent.add(leg.tier)
        alone = all(racer is leg for racer in self._racers) and not self._next_is_hosted()
        is_certain = leg.is_whole and (alone or looks_finished(leg.prefix))
        return is_certain or len(self._silent) > 1

    def _time_out(self, now: float) -> None:
        for leg in self._legs():
            fault = leg.fault(now)
            if fault is not None and self._running(leg.number) is leg:
                error = TierStalled(fault)
                self._actions.append(CancelLeg(leg.number, error))
                self._fail(leg, error, now)

    def _fail(self, leg: ChainLeg, error: Exception, at: float) -> None:
        """The leg is gone, and has been cancelled if it had to be. Who goes on?"""
        self._forget(leg)
        if leg.stop is not None and (not leg.is_empty or self._believes_silence_of(leg)):
            # It had said everything; only its usage is missing.
            self._choose(leg)
            self._speaker = None
            self._end(leg.stop)
            return
        self._errors.append(error)
        if isinstance(error, TierRejected) and leg.start.resume is None:
            self._spent.add(leg.tier)
        if self._must_end(leg, error):
            self._end(FinishReason.ERROR, error)
        elif self._racers:
            self._release_last_racer()
            self._run_one_beside_whole(at)
        else:
            if self._deep_at is None:
                self._deep_at = at + self.plan.deep_s
            self._go_on(leg, error, at)

    def _must_end(self, leg: ChainLeg, error: Exception) -> bool:
        """The caller's own fault, or a reply that nobody may continue."""
        is_ours = leg.prefix != self.plan.prefix  # asked in our words, not only the caller's
        callers = isinstance(error, TierRejected) and not error.own_limit and not is_ours
        return callers or self._has_tools or (self._is_answer and not self.plan.recoverable)

    def _release_last_racer(self) -> None:
        """Nobody is left to race with: what it holds may be shown."""
        if len(self._racers) == 1 and self._racers[0].held:
            self._choose(self._racers[0])

    def _run_one_beside_whole(self, at: float) -> None:
        """A reply in one piece shows nothing until it is there: it is not waited for alone."""
        if self._racers and all(leg.is_whole for leg in self._racers) and self._next_is_hosted():
            self._climb(at)

    def _go_on(self, leg: ChainLeg, error: Exception, at: float) -> None:
        """Start whoever is to take over from a leg that failed alone."""
        target = leg.target
        broke = isinstance(error, TierStalled | TierGarbled) and leg.has_shown
        if leg.start.resume is not None:  # fruitless or refused: the reply is still a broken one
            broke = not isinstance(error, TierRateLimited | TierUnavailable)
        if broke and target.may_retry and self._resume(leg, at):
            self._hedge_at = at + target.clocks.first_text_s / 2  # its reply was under way
        elif broke and not leg.is_whole and target.may_retry and target.role is Role.TARGET:
            self._start_target(target, at, is_whole=True)
            if self._has_long_rest():
                self._run_one_beside_whole(at)
            else:
                self._hedge_at = at + target.clocks.first_text_s
        elif (wait_until := self._wait_for(target, error, at)) is not None:
            self._again, self._chain_at = target, wait_until
        else:
            self._climb_or_end(at)

    def _resume(self, leg: ChainLeg, at: float) -> bool:
        """Ask it the same once more, to go on from its own checkpoint; False where it has none."""
        shown = "".join(self._shown)
        point = leg.resume_from(shown) if leg.has_shown else None
        if point is None or self._next_leg >= _MOST_LEGS:
            return False
        checkpoint, behind = point
        asked, target = leg.start, leg.target
        start = self._begin(
            asked.tier, asked.role, asked.prefix, asked.continuation, resume=checkpoint
        )
        self._racers.append(ChainLeg(start, target, shown, Resumed(behind), at, leg.space))
        return True

    def _has_long_rest(self) -> bool:
        return _USUAL_CHARS - sum(map(len, self._shown)) > _LONG_REST_CHARS

    def _next_is_hosted(self) -> bool:
        return self._rung < len(self._chain) and self._chain[self._rung].role is Role.TARGET

    def _wait_for(self, target: Target, error: Exception, at: float) -> float | None:
        """When to ask the last hosted target again, if it named a time that is soon enough."""
        if not isinstance(error, TierRateLimited) or error.retry_after_s is None:
            return None
        may = target.may_retry and self._again is None and not self._next_is_hosted()
        again_at = at + error.retry_after_s
        deadlines = (at for at in (self._deep_at, self.plan.total_deadline) if at is not None)
        room_s = min(deadlines, default=again_at) - again_at
        if not may or room_s <= 0:
            return None
        return again_at + self.plan.jitter * min(_BACKOFF_S, room_s / 2)

    # Small change.

    def _legs(self) -> list[ChainLeg]:
        return [*self._racers, self._speaker] if self._speaker is not None else [*self._racers]

    def _running(self, number: int) -> ChainLeg | None:
        return next((leg for leg in self._legs() if leg.number == number), None)

    def _forget(self, leg: ChainLeg) -> None:
        if leg is self._speaker:
            self._speaker = None
        else:
            self._racers.remove(leg)

    def _stop_leg(self, leg: ChainLeg) -> None:
        self._actions.append(CancelLeg(leg.number))
        self._forget(leg)

    def _begin(
        self,
        tier: str,
        role: Role,
        prefix: str = "",
        continuation: Continuation = Continuation.NONE,
        is_whole: bool = False,
        resume: Checkpoint | None = None,
    ) -> StartLeg:
        leg, self._next_leg = self._next_leg, self._next_leg + 1
        start = StartLeg(leg, tier, role, prefix, continuation, is_whole, resume)
        self._actions.append(start)
        return start

    def _emit(self, leg: int, tier: str, role: Role, piece: Piece, corrects: bool = False) -> None:
        self._actions.append(Emit(leg, tier, role, self._block, piece, corrects=corrects))

    def _end(self, reason: FinishReason, error: Exception | None = None) -> None:
        self._drop_opening()
        for leg in self._legs():
            self._stop_leg(leg)
        self.is_done = True
        self._actions.append(End(reason, error))

    def _take(self) -> list[Action]:
        actions, self._actions = self._actions, []
        return actions
