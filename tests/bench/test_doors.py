"""The bench of the doors, with real processes and as little work as will do."""

from __future__ import annotations

import asyncio
import math
import socket

import pytest

from bench.canned_host import canned_host
from bench.door_load import CHUNKS, Answered, Door, ask_on_and_on
from bench.door_peers import Missing, open_peer
from bench.door_report import Flood, Spent, report
from bench.door_streams import Heard, hear_at_once, hear_in_turn
from bench.door_ways import BURST, NAMED, PASS_THROUGH, PRELUDE, STRAIGHT, straight
from bench.doors import Crowd, Size, measure

TINY = Size(rounds=1, for_s=0.1, alone=2, open_for_s=0.2)


def test_every_way_is_measured_and_a_peer_that_is_not_there_is_told() -> None:
    found = measure(TINY, ["nobody"], crowds=[Crowd(4, 20, 40)])
    throughput, alone, crowds, broken = found.tables
    assert [row[0] for row in throughput.rows] == [PRELUDE, NAMED, PASS_THROUGH, "nobody"]
    assert set(throughput.rows[-1][1:]) == {"-"}
    assert [row[1] for row in alone.rows] == [2, 2, 2, 10, 10, 10]
    (crowd,) = crowds.rows
    assert crowd[2] == 0  # lost
    assert broken.rows == ()
    assert any(note.startswith("nobody was not measured") for note in found.notes)
    assert not any(math.isnan(limit.value) for limit in found.limits)


def test_callers_count_what_is_whole() -> None:
    with canned_host() as host:
        door = straight(host, BURST)
        for stream in (False, True):
            answered = asyncio.run(ask_on_and_on(door, 2, 0.05, stream=stream))
            assert (answered.good > 0, answered.failed) == (True, 0)
        short = straight(host, f"0/{CHUNKS - 1}")
        assert asyncio.run(ask_on_and_on(short, 1, 0.05, stream=True)).good == 0


def test_a_reader_knows_when_each_chunk_left_and_came() -> None:
    with canned_host() as host:
        (heard,) = asyncio.run(hear_in_turn([straight(host, "1/4")], 1))
    (one,) = heard
    assert (one.is_whole, len(one.chunks)) == (True, 4)
    assert all(sent <= came for sent, came in one.chunks)
    assert one.first_s > 0


def test_only_what_made_a_gap_longer_is_added_to_it() -> None:
    # The second chunk came 30 ms late, the third in time: its gap is 30 ms shorter.
    heard = Heard(0.0, ((1.0, 1.0), (2.0, 2.03), (3.0, 3.0)))
    assert heard.added_s() == pytest.approx([0.03, 0.0])
    assert heard.added_s(since=2.0) == pytest.approx([0.0])
    assert heard.off_s == pytest.approx([0.03, 0.03])


def test_a_stream_without_its_end_is_lost_whole() -> None:
    whole = Heard(0.0, ((1.0, 1.0), (2.0, 2.0)))
    short = Heard(0.0, ((1.0, 1.0),))
    broken = Heard(0.0, ((1.0, 1.0), (2.0, 2.0)), fault="cut")
    flood = Flood("n", 2, [whole, short, broken], 0.0, 0.0, 1.0, 1.0, 1.0)
    assert flood.lost == 0 + 1 + 2
    *_, lost = report("", [], {PRELUDE: (), STRAIGHT: ()}, [flood], {}).tables
    assert [row[1:3] for row in lost.rows] == [(1, 1), (1, 2)]


REFUSED = b'HTTP/1.1 503 Busy\r\nContent-Length: 35\r\n\r\n{"error": {"message": "Too many."}}'
BEGUN = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n11\r\n@00000001.000000\n\r\n"
BROKEN_OFF = BEGUN + b'26\r\ndata: {"error":{"message":"Gone."}}\n\n\r\n0\r\n\r\n'


@pytest.mark.parametrize(
    ("answer", "chunks", "fault"),
    [
        (REFUSED, 0, "status 503: Too many."),
        (BROKEN_OFF, 1, "it broke off: Gone."),
        (BEGUN, 1, "the connection was lost (closed)"),
        (b"", 0, "the connection was lost (closed)"),
    ],
)
def test_a_stream_that_does_not_end_well_tells_what_came_instead(
    answer: bytes, chunks: int, fault: str
) -> None:
    async def answer_and_hang_up(
        reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        await reader.readuntil(b"\r\n\r\n")
        await reader.read(1)
        writer.write(answer)
        writer.close()

    async def hear() -> Heard:
        async with await asyncio.start_server(answer_and_hang_up, "127.0.0.1", 0) as server:
            host, port = server.sockets[0].getsockname()
            (heard,) = await hear_at_once(Door(f"http://{host}:{port}/v1"), 1, 1.0, lambda: None)
            return heard

    heard = asyncio.run(hear())
    assert (len(heard.chunks), heard.fault) == (chunks, fault)
    flood = Flood("n", 2, [heard], 0.0, 0.0, 1.0, 1.0, 1.0)
    found = report("", [], {PRELUDE: (), STRAIGHT: ()}, [flood], {})
    assert found.tables[-1].rows == (("n", 1, chunks, fault),)


def test_a_door_that_is_shut_is_told_as_well() -> None:
    with socket.socket() as shut:
        shut.bind(("127.0.0.1", 0))
        door = Door(f"http://127.0.0.1:{shut.getsockname()[1]}/v1")
        (heard,) = asyncio.run(hear_at_once(door, 1, 1.0, lambda: None))
    assert heard.fault.startswith("no connection")


def test_half_of_the_pass_through_is_enough_and_less_is_not() -> None:
    def ratio_holds(ours: int) -> bool:
        spent = []
        for way, good in ((PRELUDE, ours), (PASS_THROUGH, 1000)):
            for kind in ("json", "stream"):
                one = Spent(way, kind)
                one.hear(Answered(1.0, good), cpu_s=0.1)
                spent.append(one)
        heard = [Heard(0.0, ((1.0, 1.0), (2.0, 2.0)))]
        alone = {STRAIGHT: heard, PRELUDE: heard, PASS_THROUGH: heard}
        return report("", spent, alone, [], {}).holds

    assert ratio_holds(500)
    assert not ratio_holds(499)


def test_a_peer_whose_command_is_not_there_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    for name in ("nobody", "portkey"):
        with pytest.raises(Missing), open_peer(name, "http://127.0.0.1:1/v1", "/nowhere"):
            pass  # pragma: no cover


def test_a_door_that_refuses_answers_nothing_good() -> None:
    with canned_host() as host:
        answered = asyncio.run(ask_on_and_on(Door(f"{host}/x"), 1, 0.01, stream=True))
    assert answered.good == 0
