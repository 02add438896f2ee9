"""Two workers' ends of real sockets, in one process."""

from __future__ import annotations

import socket
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import orjson
import pytest

from edge.core.accounting import LegReport
from edge.core.errors import TierRateLimited
from edge.core.events import Role
from edge.core.health import Health
from edge.core.types import Usage
from edge.neighbours import Neighbours, open_neighbours

BOTH = ("a/big", "b/equal")


@dataclass
class Worker:
    health: Health = field(default_factory=Health)
    counted: Counter[str] = field(default_factory=Counter)

    def open(self, path: Path, stack: ExitStack) -> Neighbours:
        neighbours = stack.enter_context(open_neighbours(path, self.health, self._count))
        assert neighbours is not None
        return neighbours

    def _count(self, what: str) -> None:
        self.counted[what] += 1

    def is_refused(self, retry_after_s: float = 60.0) -> None:
        cause = TierRateLimited("a/big: 429", retry_after_s=retry_after_s)
        usage = Usage(0, 0, reported=False)
        leg = LegReport(
            0, "a/big", Role.TARGET, 0.0, None, 0.1, "failed", "429", usage, None, cause
        )
        self.health.hear([leg], time.monotonic() - 1.0)

    def order(self) -> tuple[str, ...]:
        return self.health.order(BOTH, time.monotonic())


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def test_what_one_learns_the_others_act_on(tmp_path: Path, stack: ExitStack) -> None:
    workers = [Worker() for _ in range(3)]
    ends = [worker.open(tmp_path / f"{i}.news", stack) for i, worker in enumerate(workers)]
    workers[0].is_refused()
    for end in ends:
        end.exchange()
    assert [worker.order() for worker in workers] == [("b/equal",)] * 3
    assert [dict(worker.counted) for worker in workers] == [{"told": 2}, {"heard": 1}, {"heard": 1}]


def test_who_begins_late_asks_and_is_told(tmp_path: Path, stack: ExitStack) -> None:
    early, late = Worker(), Worker()
    first = early.open(tmp_path / "0.news", stack)
    early.is_refused()
    first.exchange()
    second = late.open(tmp_path / "1.news", stack)
    second.ask()
    first.hear()
    second.hear()
    assert late.order() == ("b/equal",)
    assert early.counted["asked"] == 1


def test_nobody_there_and_nobody_reading_hold_nobody_up(tmp_path: Path, stack: ExitStack) -> None:
    worker, deaf = Worker(), Worker()
    end = worker.open(tmp_path / "0.news", stack)
    deaf.open(tmp_path / "1.news", stack)
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as killed:
        killed.bind(str(tmp_path / "2.news"))
    for number in range(1000):
        worker.is_refused(retry_after_s=60.0 + number)
        end.exchange()
    assert worker.counted["told"] + worker.counted["lost"] == 2000
    assert worker.counted["lost"] > 1000


@pytest.mark.parametrize(
    "garbage",
    [
        b"",
        b"\xff\x00",
        b"[]",
        b"null",
        b"{}",
        b'{"news": 7, "wants_all": false}',
        b'{"news": [[]], "wants_all": false}',
        b'{"news": [{"tier": "a/big", "standing": {}}], "wants_all": false}',
        b'{"news": [{"tier": 7, "standing": {}}], "wants_all": false}',
        b"[" * 100_000,
        bytes(range(256)) * 256,
    ],
    ids=lambda data: data[:40],
)
def test_garbage_is_counted_and_ignored(tmp_path: Path, stack: ExitStack, garbage: bytes) -> None:
    worker = Worker()
    end = worker.open(tmp_path / "0.news", stack)
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as stranger:
        stranger.sendto(garbage, str(tmp_path / "0.news"))
    end.exchange()
    assert worker.counted == {"unreadable": 1}
    assert worker.order() == BOTH


def test_news_with_one_member_of_another_type_are_ignored(tmp_path: Path, stack: ExitStack) -> None:
    teller, worker = Worker(), Worker()
    end = worker.open(tmp_path / "0.news", stack)
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as tapped:
        tapped.bind(str(tmp_path / "1.news"))
        teller.is_refused()
        teller.open(tmp_path / "2.news", stack).exchange()
        message = orjson.loads(tapped.recv(1 << 16))
        end.hear()
        (news,) = message["news"]
        for name in news["standing"]:
            wrong = {**news, "standing": {**news["standing"], name: "soon"}}
            tapped.sendto(orjson.dumps({**message, "news": [wrong]}), str(tmp_path / "0.news"))
            end.hear()
    assert worker.counted == {"heard": 1, "unreadable": len(news["standing"])}


def test_socket_of_one_who_was_killed_is_taken_over_and_none_is_left(tmp_path: Path) -> None:
    path = tmp_path / "0.news"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as killed:
        killed.bind(str(path))
    with ExitStack() as stack:
        Worker().open(path, stack).exchange()
        assert path.is_socket()
    assert not path.exists()


def test_worker_that_can_have_no_socket_learns_alone(tmp_path: Path) -> None:
    path = tmp_path / ("long" * 50) / "0.news"  # longer than any address of a socket
    with open_neighbours(path, Health(), lambda what: None) as neighbours:
        assert neighbours is None
