"""What is known of every target from its latest legs, and what planning may conclude from it.

Who calls whom: the service hands over each leg as it is settled (`judge`), because a refusal
must count at once however long the reply goes on, and after the reply all of them (`hear`).
Before each reply planning asks in which order targets are to be tried, and what each of them may
cost beyond one call. A leg says five things: how long its first text took and its gaps
(`durations`), what its prompt's length had to do with that (`prefill_speed`), whether its target
works (`breaker`), and whether it was a retry or a hedge, of which there are only so many
(`allowance`). So are openings that a target contradicts: behind that, a route has none for a while.

What a leg says of its target: a reply, or the beginning of one, is good. A refusal, a silence
over its limit or bytes that nobody can read are bad. A refused *request* (400, 413, 422) is the
caller's, and a leg that was cancelled before its first word was only not the fastest: neither
says anything, but how long they waited counts as a wait that was cut short. A leg that our own
limits kept back says nothing at all.

What a platform says is left of a quota (`quota`) is kept beside that, by target, or by the name of
the platform where all its models share one.

One per process, longer-lived than the settings. Time comes with the question. Where several
processes serve a box, each has its own, and they tell each other whom to leave alone (`News`):
what one learns by a refusal the others act on without a call.
"""

from __future__ import annotations

import math
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field

from edge.core.accounting import LegReport
from edge.core.allowance import Allowance
from edge.core.breaker import Breaker, State
from edge.core.durations import Durations
from edge.core.errors import TierRateLimited, TierRejected, TierUnavailable
from edge.core.events import Role
from edge.core.fading_mean import FadingMean
from edge.core.prefill_speed import PrefillSpeed
from edge.core.quota import Quota, as_heard
from edge.core.standing import News, Standing
from edge.core.types import LOCAL, FinishReason

_RETRY_SHARE = 0.1  # of a target's calls
_RETRY_RESERVE = 3.0
_HEDGE_RESERVE = 1.0
_CORRECTED_SHARE = 0.05  # of a route's openings
_CORRECTED_RESERVE = 2.0
_HEDGE_FROM = 0.95
_LASTING_S = 60.0  # a wrong key or name: somebody has to mend it
_POOR_ERROR_RATE = 0.25
# A machine that has to be started first takes tens of seconds, and is stopped again after so long
# without work: Modal's and RunPod's defaults are a minute and less.
_COLD_START_S = 30.0
_WARM_S = 60.0
_MOST_TARGETS = 256


@dataclass(frozen=True, slots=True)
class Vitals:
    """One target, for people. Quantiles are None while samples are too few."""

    state: State
    open_for_s: float
    error_rate: float
    first_text_p50_s: float | None
    first_text_p95_s: float | None
    gap_p50_s: float | None
    gap_p95_s: float | None


@dataclass(slots=True)
class _Record:
    first_text: Durations = field(default_factory=Durations)
    gap: Durations = field(default_factory=Durations)
    prefill: PrefillSpeed = field(default_factory=PrefillSpeed)
    breaker: Breaker = field(default_factory=Breaker)
    told: Standing = field(default_factory=Standing)  # what the other workers know of it
    retries: Allowance = field(default_factory=lambda: Allowance(_RETRY_RESERVE))
    spoke_at: float = -math.inf  # when it was last seen to be awake


@dataclass(slots=True)
class Health:
    _records: dict[str, _Record] = field(default_factory=dict)
    _hedges: Allowance = field(default_factory=lambda: Allowance(_HEDGE_RESERVE))
    _prompts: FadingMean = field(default_factory=FadingMean)  # their length, in tokens
    _corrected: dict[str, Allowance] = field(default_factory=dict)  # openings, by route
    _quotas: dict[str, Quota] = field(default_factory=dict)  # by target, or by platform

    # Told.

    def judge(self, leg: LegReport, arrived_at: float) -> None:
        """What one settled leg, of a request that arrived then, says of its target."""
        if leg.tier != LOCAL and _was_called(leg):  # the engine is brought back by its parent
            breaker = self._keep(leg.tier).breaker
            _judge(leg, breaker, arrived_at + leg.started_s, arrived_at + leg.ended_s)

    def hear(
        self,
        legs: Sequence[LegReport],
        arrived_at: float,
        client_retries: int = 0,
        *,
        are_judged: bool = False,
    ) -> None:
        """The settled legs of one reply, all of them; `are_judged` if each was when it ended."""
        called: set[str] = set()
        legs = [leg for leg in legs if _was_called(leg)]
        for leg in legs:
            record = self._keep(leg.tier)
            ended_at = arrived_at + leg.ended_s
            is_retry = leg.tier in called or client_retries > 0
            called.add(leg.tier)
            record.retries.count(ended_at, calls=1, spent=is_retry)
            _time(leg, record, ended_at)
            if leg.first_text_s is not None:
                record.spoke_at = max(record.spoke_at, ended_at)
            if not are_judged:
                self.judge(leg, arrived_at)
        targets = [leg for leg in legs if leg.role is Role.TARGET]
        if any(not leg.is_whole for leg in targets):  # else nobody waited for its first words
            at = arrived_at + max(leg.ended_s for leg in targets)
            self._hedges.count(at, calls=1, spent=sum(_is_hedge(leg, targets) for leg in targets))
            self._prompts.add(targets[0].prompt_tokens, at)

    def hear_news(self, news: Iterable[News], now: float) -> bool:
        """From another worker of the box. False when some of it is impossible, and left out."""
        are_possible = True
        for item in news:
            record = self._keep(item.tier)
            if record.breaker.hear_standing(item.standing, now):
                record.told = record.breaker.standing
            else:
                are_possible = False
        return are_possible

    def hear_quota(self, name: str, quota: Quota, now: float) -> None:
        """What the platform said just now of the target, or of all its models."""
        self._quotas.pop(name, None)
        self._quotas[name] = as_heard(quota, now)
        if len(self._quotas) > _MOST_TARGETS:
            del self._quotas[next(iter(self._quotas))]

    def hear_opening(self, route: str, is_corrected: bool, at: float) -> None:
        """An opening was shown, and a target that knew nothing of it answered below."""
        corrected = self._corrected.setdefault(route, Allowance(_CORRECTED_RESERVE))
        corrected.count(at, calls=1, spent=is_corrected)

    # Asked.

    def take_news(self) -> tuple[News, ...]:
        """What became of targets here since the last time, for the other workers of the box."""
        news = []
        for name, record in self._records.items():
            if record.told != record.breaker.standing:
                record.told = record.breaker.standing
                news.append(News(name, record.told))
        return tuple(news)

    def all_news(self) -> tuple[News, ...]:
        """For a worker that has just begun."""
        standings = ((name, record.breaker.standing) for name, record in self._records.items())
        return tuple(News(name, told) for name, told in standings if told != Standing())

    def order(
        self,
        names: Iterable[str],
        now: float,
        within_s: float = math.inf,
        cold: Container[str] = (),
    ) -> tuple[str, ...]:
        """Who is to be tried, best first: of equals in the order given; after those who fails
        often, or usually has not begun `within_s`, or is one of the `cold`, which may have to be
        started first, and has not spoken lately; who is marked down not at all. When all are, the
        one that may be back soonest.

        Of those that have cooled down, one is given its place again for this request, as a probe.
        """
        names = tuple(names)
        ranks: dict[str, int] = {}
        has_probe = False
        for name in names:
            record = self._record(name)
            breaker = record.breaker
            match breaker.state(now):
                case State.CLOSED:
                    fails = breaker.error_rate(now) >= _POOR_ERROR_RATE
                    is_late = within_s < math.inf and self._is_late(name, now, within_s, cold)
                    ranks[name] = int(fails or is_late)
                case State.HALF_OPEN:
                    is_probe = not has_probe and breaker.claim_probe(now)
                    has_probe = has_probe or is_probe
                    ranks[name] = 0 if is_probe else 2
                case State.OPEN:
                    pass
        if names and not ranks:
            return (min(names, key=lambda name: self._record(name).breaker.open_for_s(now)),)
        return tuple(sorted(ranks, key=ranks.__getitem__))

    def may_call(self, name: str, now: float) -> bool:
        """Whether one that can be done without is to be called; as a probe, if it has cooled
        down."""
        breaker = self._record(name).breaker
        return breaker.state(now) is State.CLOSED or breaker.claim_probe(now)

    def may_retry(self, name: str, now: float, client_retries: int = 0) -> bool:
        """Whether its budget allows another call in one reply; a request that is itself a retry
        takes its own part of it."""
        more = 1 + (client_retries > 0)
        return self._record(name).retries.allows(_RETRY_SHARE, now, more)

    def _is_late(self, name: str, now: float, within_s: float, cold: Container[str]) -> bool:
        usual_s = self.usual_first_text_s(name, now) or 0.0
        if name in cold and now - self._record(name).spoke_at > _WARM_S:
            usual_s = max(usual_s, _COLD_START_S)
        return usual_s > within_s

    def hedge_after_s(
        self, name: str, now: float, share: float, prompt_tokens: int
    ) -> float | None:
        """When it is later than it usually is. None while nobody knows, or while hedges have used
        up their `share` of the requests.

        A hedge buys its prompt a second time, so a long prompt's waits longer: what they cost
        together stays the same share of all prompts, and the short ones may come at the P95. In a
        replay of 30,000 requests (`prelude bench ttft`) that made all 4.6 % dearer, recovery
        included, for a P99 of the first sentence of 0.61 of the target's alone; at the P95 whatever
        the length, 6.9 % for as much.
        """
        if not self._hedges.allows(share, now):
            return None
        mean = self._prompts.mean(now)
        late = share * (mean / max(1, prompt_tokens) if mean else 1.0)
        usual = max(_HEDGE_FROM, 1 - late)
        return self._record(name).first_text.quantile(usual, now)

    def first_text_s(self, name: str, prompt_tokens: int, now: float) -> float | None:
        """When it is likely to speak after a prompt so long; the usual time while nobody knows
        what a longer one takes."""
        usual_s = self.usual_first_text_s(name, now)
        if usual_s is None:
            return None
        extra_s = self._record(name).prefill.extra_s(prompt_tokens, now)
        return max(0.0, usual_s + (extra_s or 0.0))

    def usual_first_text_s(self, name: str, now: float) -> float | None:
        """The median of its latest calls; None while they are too few."""
        return self._record(name).first_text.quantile(0.5, now)

    def quota_wait_s(self, name: str, prompt_tokens: float, now: float) -> float:
        """How long its quota has no room for a call with such a prompt, as far as is known."""
        quota = self._quotas.get(name)
        return 0.0 if quota is None else quota.wait_s(prompt_tokens, now)

    def calls_left(self, name: str, prompt_tokens: float, now: float) -> float:
        """How many more such calls its quota has room for, as far as is known."""
        quota = self._quotas.get(name)
        return math.inf if quota is None else quota.calls_left(prompt_tokens, now)

    def agrees(self, route: str, now: float) -> bool:
        """Whether targets contradict few enough of this route's openings."""
        corrected = self._corrected.get(route)
        return corrected is None or corrected.allows(_CORRECTED_SHARE, now)

    def look(self, now: float) -> dict[str, Vitals]:
        """Everyone that was heard of lately."""
        return {name: _vitals(record, now) for name, record in self._records.items()}

    def _record(self, name: str) -> _Record:
        return self._records.get(name) or _Record()

    def _keep(self, name: str) -> _Record:
        """To write into. Callers may name any model of a platform, so their number is bounded."""
        record = self._records.pop(name, None) or _Record()
        self._records[name] = record
        if len(self._records) > _MOST_TARGETS:
            del self._records[next(iter(self._records))]
        return record


def _was_called(leg: LegReport) -> bool:
    return not (isinstance(leg.cause, TierRateLimited) and leg.cause.is_ours)


def _time(leg: LegReport, record: _Record, ended_at: float) -> None:
    for gap_s in leg.gaps_s:
        record.gap.add(gap_s, ended_at)
    if leg.is_whole:
        return  # its first text is its last
    has_text = leg.first_text_s is not None
    until = leg.ended_s if leg.first_text_s is None else leg.first_text_s
    first_s = until - leg.started_s
    record.first_text.add(first_s, ended_at, is_whole=has_text)
    record.prefill.add(leg.prompt_tokens, first_s, ended_at, is_whole=has_text)


def _judge(leg: LegReport, breaker: Breaker, started_at: float, ended_at: float) -> None:
    match leg.cause:
        case TierRejected():
            breaker.hear_nothing(started_at)
        case TierRateLimited(retry_after_s=pause_s):
            breaker.hear_bad(started_at, ended_at, pause_s or 0.0)
        case TierUnavailable(lasting=True):
            breaker.hear_bad(started_at, ended_at, _LASTING_S)
        case None if leg.outcome == "cancelled" and leg.first_text_s is None:
            breaker.hear_nothing(started_at)
        case None if leg.outcome != "failed" and not _is_empty(leg):
            breaker.hear_good(started_at, ended_at)
        case _:
            breaker.hear_bad(started_at, ended_at)


def _is_empty(leg: LegReport) -> bool:
    """It says that it is done, and said nothing; a tool's arguments are output too."""
    silent = leg.first_text_s is None and leg.usage.output == 0
    return silent and leg.outcome == FinishReason.STOP


def _is_hedge(leg: LegReport, targets: Sequence[LegReport]) -> bool:
    """It started while another was still awaited; beside a whole one it mends a broken reply."""
    return any(
        other.started_s < leg.started_s < other.ended_s and not other.is_whole
        for other in targets
        if other is not leg
    )


def _vitals(record: _Record, now: float) -> Vitals:
    return Vitals(
        record.breaker.state(now),
        record.breaker.open_for_s(now),
        record.breaker.error_rate(now),
        record.first_text.quantile(0.5, now),
        record.first_text.quantile(0.95, now),
        record.gap.quantile(0.5, now),
        record.gap.quantile(0.95, now),
    )
