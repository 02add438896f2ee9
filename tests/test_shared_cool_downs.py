"""Two real workers behind one parent: what one is told by a target, both keep to."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bench.service_process import ServiceHandle
from bench.simulator_process import SimulatorHandle, simulator
from tests.worker_lines import WORKER, connected, two_workers, until

SETTINGS = """
[local]
model = "none"
[providers.sim]
kind = "openai_compatible"
base_url = "{base_url}"
[routes.default]
targets = ["sim/big", "sim/equal"]
"""


@pytest.fixture
def target() -> Iterator[SimulatorHandle]:
    with simulator("--ttft-ms", "0", "--tokens-per-s", "0") as handle:
        yield handle


@pytest.fixture
def served(target: SimulatorHandle) -> Iterator[ServiceHandle]:
    with two_workers(SETTINGS.format(base_url=target.base_url)) as handle:
        yield handle


def calls(target: SimulatorHandle, model: str) -> int:
    return sum(entry["model"] == model for entry in target.log())


REFUSALS: list[dict[str, Any]] = [
    {"fault": "429", "retry_after_s": 600},
    {"fault": "401"},
]


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda refusal: str(refusal["fault"]))
def test_refusal_that_one_worker_met_the_other_never_meets(
    served: ServiceHandle, target: SimulatorHandle, refusal: dict[str, Any]
) -> None:
    target.control(model="big", times=100, **refusal)
    one, other = served.children(WORKER)
    with connected(served, one) as first, connected(served, other) as second:
        assert first.ask() == ["sim/equal"]
        assert calls(target, "big") == 1
        for _ in range(3):
            assert second.ask() == ["sim/equal"]
            assert first.ask() == ["sim/equal"]
    assert calls(target, "big") == 1


def test_refusal_counts_before_the_reply_that_met_it_ends(
    served: ServiceHandle, target: SimulatorHandle
) -> None:
    target.control(model="big", times=100, **REFUSALS[0])
    target.control(model="equal", fault="stall", after=0)
    one, other = served.children(WORKER)
    with connected(served, one) as first, connected(served, other) as second:
        first.begin_to_ask()
        target.log(requests=2)  # the first target refused, so the next one was called
        assert second.ask() == ["sim/equal"]
    assert calls(target, "big") == 1


def test_worker_that_begins_during_a_pause_keeps_to_it(
    served: ServiceHandle, target: SimulatorHandle
) -> None:
    heard = 'prelude_neighbour_datagrams_total{what="heard"}'
    target.control(model="big", times=100, **REFUSALS[0])
    one, other = served.children(WORKER)
    with connected(served, one) as first:
        assert first.ask() == ["sim/equal"]
        before = first.metric(heard)
        os.kill(other, signal.SIGKILL)
        until(lambda: first.metric(heard) > before)
        (new,) = set(served.children(WORKER)) - {one, other}
        with connected(served, new) as second:
            assert second.ask() == ["sim/equal"]
    assert calls(target, "big") == 1


def test_nothing_is_left_behind(target: SimulatorHandle) -> None:
    with two_workers(SETTINGS.format(base_url=target.base_url)) as served:
        command = Path(f"/proc/{served.child(WORKER)}/cmdline").read_text().split("\0")
        own = Path(command[command.index("--own-socket") + 1])
        until(own.is_socket)
    assert not own.parent.exists()
