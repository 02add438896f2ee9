"""What the stitcher promises, in thousands of random worlds, each from one seed.

A world scripts every leg: proper continuations, echoes, restarts, silence, slow drips, errors,
truncation. The truth is one text that every model knows; what the reader has must always be a
beginning of it, and all of it when the reply ends well.
"""

from __future__ import annotations

import heapq
import itertools
import random
from dataclasses import dataclass, field, replace

import pytest

from edge.core.errors import TierGarbled, TierRateLimited, TierRejected, TierUnavailable
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
from edge.core.plan import Clocks, Draft, Plan, Strategy, Target
from edge.core.seams import anchor_of
from edge.core.stitch import Stitcher
from edge.core.types import FinishReason, Stop, Text, Thinking, Usage

TRUTH = (
    "Heat pumps move warmth instead of making it. A fluid boils at about -25.5 degrees, e.g. in a "
    "coil outside the house; a compressor squeezes it, and it gives its heat away indoors.\n\n"
    "1. The evaporator takes heat in.\n2. The compressor raises it.\n3. The condenser lets it go.\n"
    "\nThat is why one unit of electricity can bring three units of warmth. Dr. Kelvin wrote so."
)
OPENING = "Let's look at how a heat pump works."
CONTRARY = "Let's not look at how a heat pump works."
WORLDS_PER_TEST = 250


@dataclass
class World:
    """One request, played to its end on a clock that is a float."""

    seed: int
    now: float = 0.0
    log: list[Action] = field(default_factory=list)
    live: dict[int, StartLeg] = field(default_factory=dict)
    stopped_well: set[int] = field(default_factory=set)
    blocks: dict[int, str] = field(default_factory=dict)
    openings: dict[int, str] = field(default_factory=dict)
    last_progress: dict[int, float] = field(default_factory=dict)
    limits: dict[int, float] = field(default_factory=dict)
    speaker: int | None = None
    truth: str = TRUTH  # what a model says that is told nothing
    begun: str = ""  # by the caller
    takes_back: bool = False  # the reader's side, an opening that every model contradicts

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)
        self.plan = self._make_plan()
        if self.begun:
            self._begin_the_reply()
        if self.takes_back and self.plan.strategy is Strategy.PARALLEL:
            self._contradict_the_opening()
        self.stitcher = Stitcher(self.plan)
        self._heap: list[tuple[float, int, Event]] = []
        self._order = itertools.count()

    def play(self) -> End:
        self._perform(self.stitcher.start(self.now))
        for _ in range(20_000):
            if self.stitcher.is_done:
                break
            timer = self.stitcher.next_timer()
            assert timer is not None, "it waits on nobody"
            if self._heap and self._heap[0][0] <= timer:
                self.now, _, event = heapq.heappop(self._heap)
                self._hear(event)
            else:
                self.now = max(self.now, timer)
                self._perform(self.stitcher.handle_timer(self.now))
            self._check_clocks()
        assert self.stitcher.is_done, "it never ends"
        for _, _, event in self._heap:
            assert self.stitcher.receive(event) == [], "something after the end"
        return self._check_end()

    # The world.

    def _make_plan(self) -> Plan:
        r = self.random
        hosted = [
            Target(
                f"host/{n}",
                Role.TARGET,
                prefill=r.random() < 0.6,
                clocks=self._make_clocks(),
                may_retry=r.random() < 0.7,
                hedge_after_s=r.choice([None, None, r.uniform(0.05, 0.8)]),
            )
            for n in range(r.randint(0, 3))
        ]
        local = [Target("local", Role.LOCAL, True, Clocks(5.0, 5.0, 5.0), is_capped=True)]
        chain = hosted + (local if not hosted or r.random() < 0.7 else [])
        draft = None
        strategies = [Strategy.LOCAL, Strategy.TARGET] if hosted else [Strategy.LOCAL]
        if hosted and r.random() < 0.7:
            draft = Draft("local", "full", sentences=1, correction="But no: ")
            strategies = [Strategy.PREAMBLE, Strategy.CONTINUE, Strategy.PARALLEL]
        strategy = r.choice(strategies)
        if strategy is Strategy.LOCAL and hosted:
            chain = local + chain
        if strategy is Strategy.PARALLEL and r.random() < 0.5:
            self.truth = f"{OPENING} {TRUTH}"
        return Plan(
            strategy=strategy,
            chain=tuple(chain),
            fast_deadline=0.2,
            deep_s=r.uniform(0.5, 6.0),
            total_deadline=r.choice([None, None, r.uniform(0.3, 12.0)]),
            draft=draft,
            escalate_after_s=0.0
            if strategy is Strategy.LOCAL
            else r.choice([0.0, 0.0, r.uniform(0.0, 1.0)]),
        )

    def _begin_the_reply(self) -> None:
        self.truth, self.blocks = TRUTH, {0: self.begun}
        chain = sorted(self.plan.chain, key=lambda rung: rung.role is Role.LOCAL)
        target = replace(self.plan, strategy=Strategy.TARGET, draft=None, chain=tuple(chain))
        self.plan = replace(target, prefix=self.begun)

    def _contradict_the_opening(self) -> None:
        assert self.plan.draft is not None
        self.truth = f"{CONTRARY} {TRUTH}"
        self.plan = replace(self.plan, draft=replace(self.plan.draft, is_replaced=True))

    def _make_clocks(self) -> Clocks:
        r = self.random
        return Clocks(
            first_text_s=r.uniform(0.2, 3.0),
            stall_s=r.uniform(0.2, 2.0),
            thinking_s=r.uniform(0.5, 4.0),
            whole_s=r.uniform(0.5, 4.0),
            min_chars_per_s=r.choice([0.0, 0.0, 10.0]),
        )

    def _script(self, start: StartLeg) -> None:
        """Queue everything this leg will ever say."""
        r, at = self.random, self.now + self.random.expovariate(3.0)
        if start.role is Role.DRAFT:
            says = OPENING + r.choice(["", " And then", " And then more. Still more."])
        else:
            says = self._what_a_model_says(start)
        if start.role is Role.TARGET and r.random() < 0.2:
            self._queue(Heard(start.leg, at, Thinking("hm")))
            at += r.expovariate(2.0)
        cut = r.random() < 0.3
        if cut:
            says = says[: r.randint(0, len(says))]
        if start.is_whole:
            at += len(says) * 0.004
            self._queue(Heard(start.leg, at, Text(says)))
            says = ""
        position = 0
        while position < len(says):
            step = r.randint(1, 40)
            self._queue(Heard(start.leg, at, Text(says[position : position + step])))
            position += step
            at += r.expovariate(8.0)
            if r.random() < 0.1:
                self._queue(Heard(start.leg, at, Text("")))
        end = r.random()
        if cut and end < 0.3:
            return  # silence for ever
        if cut and end < 0.8:
            slow_down = TierRateLimited("slow down", retry_after_s=r.uniform(0.1, 2.0))
            error = r.choice([TierUnavailable("cut"), TierGarbled("cut"), slow_down])
            self._queue(Failed(start.leg, at, error))
            return
        if cut:
            self._queue(Finished(start.leg, at))  # the end is missing: never a clean stop
            return
        if r.random() < 0.05:
            self._queue(Failed(start.leg, self.now, TierRejected("bad", own_limit=True)))
            return
        is_capped = self._leads(start) and says == TRUTH[:200]
        reason = FinishReason.LENGTH if is_capped else FinishReason.STOP
        self._queue(Heard(start.leg, at, Stop(reason)))
        if r.random() < 0.8:
            self._queue(Heard(start.leg, at, Usage(10, 20)))
            self._queue(Finished(start.leg, at))

    def _what_a_model_says(self, start: StartLeg) -> str:
        if self._leads(start):
            first = TRUTH[: TRUTH.index(". ") + 2]
            told = [TRUTH, TRUTH[:200], first * 3, "I'm sorry, I cannot help with that."]
            return self.random.choice(told)
        if not start.prefix:
            return self.truth
        opening = next(iter(self.openings.values()), "")
        opening = opening if start.prefix.startswith(opening) else ""
        said = start.prefix[len(opening) :]
        whole = f" {TRUTH}" if opening else self.truth
        rest = whole[len(said) :]
        anchor = anchor_of(start.prefix)
        match self.random.random():
            case x if x < 0.4 and start.continuation is Continuation.ANCHOR:
                return anchor + rest
            case x if x < 0.5 and start.continuation is Continuation.ANCHOR and len(anchor) > 15:
                return f"Of course. {anchor.upper()}{rest}"
            case x if x < 0.6:
                return rest
            case x if x < 0.75:
                return start.prefix + rest  # an echo
            case x if x < 0.9:
                return self.truth  # a restart in the same words
            case _:
                # Told anew: only known as such while it is still repeating what was said.
                return whole.lstrip()[:60] + "but in other words." if len(said) > 70 else rest

    def _leads(self, start: StartLeg) -> bool:
        """A local model that answers with others behind it."""
        return start.leg == 0 and start.role is Role.LOCAL and len(self.plan.chain) > 1

    def _queue(self, event: Event) -> None:
        heapq.heappush(self._heap, (event.at, next(self._order), event))

    # What is checked at every step.

    def _hear(self, event: Event) -> None:
        if event.leg in self.live:
            rung = self._rung(event.leg)
            match event:
                case Heard(piece=Text(text=text)) if text:
                    self._progress(event.leg, rung.clocks.stall_s if rung else 9e9)
                case Heard(piece=Thinking()):
                    self._progress(event.leg, rung.clocks.thinking_s if rung else 9e9)
                case Heard(piece=Stop()):
                    self._progress(event.leg, 1.0)
                    self.stopped_well.add(event.leg)
                case Finished() | Failed():
                    del self.live[event.leg]
                case _:
                    pass
        self._perform(self.stitcher.receive(event))

    def _progress(self, leg: int, limit: float) -> None:
        self.last_progress[leg] = self.now
        self.limits[leg] = limit

    def _rung(self, leg: int) -> Target | None:
        start = self.live[leg]
        if start.role is Role.DRAFT:
            return None
        return next(rung for rung in self.plan.chain if rung.tier == start.tier)

    def _perform(self, actions: list[Action]) -> None:
        for action in actions:
            assert not any(isinstance(past, End) for past in self.log), "an action after the end"
            self.log.append(action)
            match action:
                case StartLeg():
                    self._check_start(action)
                    self.live[action.leg] = action
                    rung = self._rung(action.leg)
                    clocks = rung.clocks if rung else Clocks(9e9, 9e9, 9e9)
                    limit = clocks.whole_s if action.is_whole else clocks.first_text_s
                    self._progress(action.leg, limit)
                    self._script(action)
                case CancelLeg(leg=leg):
                    assert leg in self.live, "cancelled twice, or after its end"
                    del self.live[leg]
                case Emit(piece=Text(text=text)):
                    self._check_text(action, text)
                case _:
                    pass

    def _check_start(self, start: StartLeg) -> None:
        block = max(self.blocks, default=0)
        if start.prefix:
            assert start.prefix == self.blocks[block], "a prefix is what the reader has"
            assert not start.prefix[-1].isspace(), "Anthropic refuses such a prefix"
            rung = next(rung for rung in self.plan.chain if rung.tier == start.tier)
            can = rung.prefill or start.continuation is Continuation.ANCHOR
            assert can, "continued by a model that cannot"
        if start.role is Role.TARGET:
            assert self.now >= self.plan.escalate_after_s, "a target was paid for too early"
        chain = [leg for leg in self.live.values() if leg.role is not Role.DRAFT]
        assert len(chain) < 2 or start.role is Role.DRAFT, "three legs of the chain at once"
        alone = start.role is not Role.LOCAL or not chain
        assert alone, "the last resort is started beside another"

    def _check_text(self, emit: Emit, text: str) -> None:
        assert text, "an empty delta is not a token"
        latest = max(self.blocks, default=0)
        assert emit.block in (latest, latest + 1), "a block that was left is not returned to"
        if emit.corrects:
            assert self.takes_back and self.openings, "there is nothing to take back"
            self.openings.clear()
            self.blocks[emit.block] = ""
        if emit.role is Role.DRAFT:
            assert text == OPENING and not self.blocks, "an opening opens, whole"
            self.openings[emit.block] = text
        self.blocks[emit.block] = self.blocks.get(emit.block, "") + text
        self.speaker = emit.leg
        answer = self.blocks[emit.block].removeprefix(self.openings.get(emit.block, ""))
        if self.openings.get(emit.block):
            answer = answer.removeprefix(" ")
        truth = TRUTH if self.openings.get(emit.block) else self.truth
        assert truth.startswith(answer), f"a word lost, doubled or cut: {answer!r}"

    def _check_clocks(self) -> None:
        for leg, start in self.live.items():
            if start.role is not Role.DRAFT:
                silent = self.now - self.last_progress[leg]
                assert silent <= self.limits[leg] + 1e-9, "waited past a clock"
        if self.plan.total_deadline is not None and not self.stitcher.is_done:
            assert self.now <= self.plan.total_deadline + 1e-9, "waited past the deadline"

    def _check_end(self) -> End:
        ends = [action for action in self.log if isinstance(action, End)]
        assert len(ends) == 1
        assert self.log[-1] is ends[0]
        assert not self.live, "a leg was left running"
        if ends[0].reason is FinishReason.STOP:
            last = max(self.blocks)
            opening = self.openings.get(last, "")
            answer = self.blocks[last].removeprefix(opening)
            truth = TRUTH if opening else self.truth
            assert answer.strip() == truth, "a truncated reply ended as stop"
            assert any(leg in self.stopped_well for leg in range(20))
        return ends[0]


@pytest.mark.parametrize("first_seed", range(0, 5000, WORLDS_PER_TEST))
def test_promises_hold_in_random_worlds(first_seed: int) -> None:
    for seed in range(first_seed, first_seed + WORLDS_PER_TEST):
        try:
            World(seed).play()
        except AssertionError as error:
            raise AssertionError(f"world {seed}: {error}") from error


def test_worlds_reach_every_kind_of_end_and_of_speaker() -> None:
    """The worlds are worth something only if they go everywhere."""
    reasons, roles, strategies = set(), set(), set()
    for seed in range(400):
        world = World(seed)
        reasons.add(world.play().reason)
        strategies.add(world.plan.strategy)
        roles |= {action.role for action in world.log if isinstance(action, Emit)}
    assert reasons == {FinishReason.STOP, FinishReason.ERROR, FinishReason.DEADLINE}
    assert roles == set(Role)
    assert strategies == set(Strategy)


@pytest.mark.parametrize("begun", [TRUTH[:2], TRUTH[:60].rstrip(), TRUTH[: TRUTH.index(".") + 1]])
def test_promises_hold_where_the_caller_began_the_reply(begun: str) -> None:
    for seed in range(700):
        try:
            World(seed, begun=begun).play()
        except AssertionError as error:
            raise AssertionError(f"world {seed}: {error}") from error


def test_promises_hold_where_an_opening_is_taken_back() -> None:
    replaced = 0
    for seed in range(1500):
        world = World(seed, takes_back=True)
        try:
            world.play()
        except AssertionError as error:
            raise AssertionError(f"world {seed}: {error}") from error
        replaced += any(isinstance(action, Emit) and action.corrects for action in world.log)
    assert replaced > 50
