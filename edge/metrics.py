"""Prometheus counters of one process, or of all workers when they share a directory."""

from __future__ import annotations

import math
import os
from collections.abc import Mapping
from functools import partial

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
    multiprocess,
)

from edge.core.health import Vitals
from edge.local_status import LocalStatus
from edge.settled import Settled

_TTFT_BUCKETS = (0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6, 0.8, 1.2, 2.0, 3.0, 5.0, 15.0)
_LATENCY_BUCKETS = (0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0, 60.0, 120.0)


class Metrics:
    """What an operator watches: how soon, how long, how it ended, at what price."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        counter = partial(Counter, registry=self._registry)
        histogram = partial(Histogram, registry=self._registry)
        self._requests = counter(
            "prelude_requests", "Replies by how they ended", ["door", "strategy", "outcome"]
        )
        self._ttft = histogram(
            "prelude_ttft_seconds",
            "Arrival to first non-empty text",
            ["strategy"],
            buckets=_TTFT_BUCKETS,
        )
        self._latency = histogram(
            "prelude_latency_seconds",
            "Arrival to the end of the reply",
            ["strategy"],
            buckets=_LATENCY_BUCKETS,
        )
        self._legs = counter("prelude_legs", "Legs by how they ended", ["model", "role", "outcome"])
        self._tokens = counter(
            "prelude_tokens", "Tokens of all legs", ["model", "direction", "source"]
        )
        self._cost = counter("prelude_cost_cents", "Cost of legs whose price is known")
        self._unpriced = counter("prelude_unpriced_legs", "Legs whose price is unknown")
        self._unseen = counter(
            "prelude_unseen_tokens",
            "Tokens that a platform reported and we never received: lost, or thinking it hides",
            ["model"],
        )
        self._ledger_dropped = counter(
            "prelude_ledger_dropped_rows", "Legs that the ledger could not take"
        )
        self._news = counter(
            "prelude_neighbour_datagrams",
            "What the workers of the box told each other of targets, and what became of it",
            ["what"],
        )
        self._opened_ahead = counter(
            "prelude_connections_opened_ahead",
            "Times that connections to a platform were opened before a call came, by outcome",
            ["platform", "outcome"],
        )
        self._openings = counter(
            "prelude_openings", "Drafts by what became of them", ["level", "outcome"]
        )
        self._verdicts = counter(
            "prelude_verdicts",
            "Verdicts by who gave them: the model, at a glance or as a whole, or the rules because "
            "it loads, is late, failed, or is down",
            ["outcome"],
        )
        self._feedback = counter(
            "prelude_feedback", "Replies that their caller rated: up, down or neither", ["rating"]
        )
        self._running = Gauge(
            "prelude_running_requests",
            "Replies under way",
            registry=self._registry,
            multiprocess_mode="livesum",
        )

        gauge = partial(Gauge, registry=self._registry, multiprocess_mode="mostrecent")
        self._target_open = gauge(
            "prelude_target_open_seconds",
            "How long nobody is to call it; 0: it may be called",
            ["model"],
        )
        self._target_errors = gauge(
            "prelude_target_error_rate", "Of its latest calls; 0 below five errors", ["model"]
        )
        self._target_times = gauge(
            "prelude_target_live_seconds",
            "Live quantiles of its first text and of its gaps, from twenty samples on",
            ["model", "what", "quantile"],
        )
        gauge = partial(gauge, labelnames=["model"])
        self._local_up = gauge("prelude_local_up", "Whether a local model's engine answers")
        self._local_slots = gauge("prelude_local_slots", "Replies it can write at once")
        self._local_busy = gauge("prelude_local_busy_slots", "Slots taken")
        self._local_waiting = gauge("prelude_local_waiting", "Replies without a slot")
        self._local_engine = gauge(
            "prelude_local_engine",
            "What a local model's engine did since it began: steps, tokens, seconds in steps, "
            "what it found in its cache, deadlines; and how fast it is now",
            labelnames=["model", "what"],
        )
        self._locals: set[str] = set()  # that there are, or were before a reload

    def begin(self) -> None:
        self._running.inc()

    def count(self, reply: Settled, door: str, outcome: str) -> None:
        """One settled reply."""
        self._running.dec()
        account, strategy = reply.account, reply.strategy
        self._requests.labels(door, strategy, outcome).inc()
        if account.first_text_at is not None:
            self._ttft.labels(strategy).observe(account.first_text_at - account.arrived_at)
        if account.settled_at is not None:
            self._latency.labels(strategy).observe(account.settled_at - account.arrived_at)
        for leg in account.legs:
            self._legs.labels(leg.tier, leg.role, leg.outcome).inc()
            source = "reported" if leg.usage.reported else "estimated"
            self._tokens.labels(leg.tier, "input", source).inc(leg.usage.input)
            self._tokens.labels(leg.tier, "output", source).inc(leg.usage.output)
            if leg.unseen_tokens:
                self._unseen.labels(leg.tier).inc(leg.unseen_tokens)
            if leg.cost_cents is None:
                self._unpriced.inc()
            else:
                self._cost.inc(leg.cost_cents)
        if reply.opening is not None:
            self._openings.labels(*reply.opening).inc()

    def drop_ledger_rows(self, rows: int) -> None:
        self._ledger_dropped.inc(rows)

    def count_datagram(self, what: str) -> None:
        self._news.labels(what).inc()

    def count_opened_ahead(self, platform: str, outcome: str) -> None:
        self._opened_ahead.labels(platform, outcome).inc()

    def set_locals(self, found: Mapping[str, LocalStatus]) -> None:
        """One that is gone is not up, and has nothing to do."""
        self._locals |= found.keys()
        for name in self._locals:
            local = found.get(name, LocalStatus(is_up=False))
            self._local_up.labels(name).set(local.is_up)
            self._local_slots.labels(name).set(local.slots)
            self._local_busy.labels(name).set(local.busy)
            self._local_waiting.labels(name).set(local.waiting)
            for what, value in local.figures.items():
                self._local_engine.labels(name, what).set(value)

    def count_verdict(self, outcome: str) -> None:
        self._verdicts.labels(outcome).inc()

    def count_feedback(self, rating: str) -> None:
        self._feedback.labels(rating).inc()

    def set_targets(self, targets: Mapping[str, Vitals]) -> None:
        for name, vitals in targets.items():
            self._target_open.labels(name).set(vitals.open_for_s)
            self._target_errors.labels(name).set(vitals.error_rate)
            for what, quantile, seconds in (
                ("first_text", "0.5", vitals.first_text_p50_s),
                ("first_text", "0.95", vitals.first_text_p95_s),
                ("gap", "0.5", vitals.gap_p50_s),
                ("gap", "0.95", vitals.gap_p95_s),
            ):
                value = math.nan if seconds is None else seconds
                self._target_times.labels(name, what, quantile).set(value)

    def text(self) -> bytes:
        """In Prometheus' text format."""
        if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
            return generate_latest(self._registry)
        together = CollectorRegistry()
        multiprocess.MultiProcessCollector(together)  # type: ignore[no-untyped-call]  # untyped library
        return generate_latest(together)
