"""Two real workers behind one parent: an `Idempotency-Key` is one reply, wherever it comes; and a
page's reply is told again by any of them."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.service_process import ServiceHandle
from bench.simulator_process import SimulatorHandle, simulator
from edge.homes import Homes
from tests.worker_lines import WORKER, connected, two_workers

SETTINGS = """
[local]
model = "none"
[tiers.deep]
hedge_percent = 0
[providers.sim]
kind = "openai_compatible"
base_url = "{base_url}"
[routes.default]
targets = ["sim/big"]
"""
KEYS = [f"key-{number}" for number in range(6)]


@pytest.fixture
def target() -> Iterator[SimulatorHandle]:
    with simulator("--ttft-ms", "200", "--tokens-per-s", "0") as handle:
        yield handle


@pytest.fixture
def served(target: SimulatorHandle) -> Iterator[ServiceHandle]:
    with two_workers(SETTINGS.format(base_url=target.base_url)) as handle:
        yield handle


def home_of(served: ServiceHandle, key: str) -> int:
    """Its worker's process."""
    door = Homes(Path(), 2, 2).of("owner", "chat", key)  # as seen from neither of them
    for pid in served.children(WORKER):
        command = Path(f"/proc/{pid}/cmdline").read_text().split("\0")
        if f"worker-{command[command.index('--number') + 1]}.door" == str(door):
            return pid
    raise LookupError(key)


def test_requests_that_come_to_both_workers_at_once_are_answered_once(
    served: ServiceHandle, target: SimulatorHandle
) -> None:
    one, other = served.children(WORKER)
    with connected(served, one) as first, connected(served, other) as second:
        for key in KEYS:
            first.begin_to_ask(**{"Idempotency-Key": key})
            second.begin_to_ask(**{"Idempotency-Key": key})
            status, words = first.answer()
            assert (status, words) == second.answer()
            assert status == 200
    assert len(target.log()) == len(KEYS)


def test_who_takes_a_dead_workers_place_begins_its_replies_anew(
    served: ServiceHandle, target: SimulatorHandle
) -> None:
    home = home_of(served, KEYS[0])
    (other,) = set(served.children(WORKER)) - {home}
    target.control(model="big", fault="stall", after=0, times=1)
    with connected(served, other) as line:
        line.begin_to_ask(**{"Idempotency-Key": KEYS[0]})
        target.log(requests=1)
        os.kill(home, signal.SIGKILL)
        status, words = line.answer()
        assert status == 200, words
    assert len(target.log()) == 2


def test_a_page_that_lost_its_line_may_come_back_to_any_worker(
    served: ServiceHandle, target: SimulatorHandle
) -> None:
    part = {"type": "text", "text": "Why does the sea have tides?"}
    asked = {"messages": [{"id": "u", "role": "user", "parts": [part]}], "resume": True}
    one, other = served.children(WORKER)
    with connected(served, other) as back:
        for chat in ("a", "b"):
            assert back.get(f"/v1/ui/messages/{chat}/stream") == ""
            with connected(served, one) as page:
                page.post("/v1/ui/messages", {"id": chat, **asked})
                target.log(requests=1 if chat == "a" else 2)
            assert back.get(f"/v1/ui/messages/{chat}/stream").endswith("data: [DONE]\n\n")
            assert back.get(f"/v1/ui/messages/{chat}/stream") == ""
