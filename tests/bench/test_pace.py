"""The timetable of a reply: seeded, kept when asked for, slowed where the fault says."""

from __future__ import annotations

import random
from statistics import mean

import pytest

from bench.answers import answers, pieces
from bench.knobs import Knobs, turned
from bench.pace import Timetable, timetable

PIECES = pieces(answers()[0].text)


def table(seed: int = 1, **settings: object) -> Timetable:
    return timetable(PIECES, turned(Knobs(), settings), random.Random(seed))


def gaps(times: Timetable) -> list[float]:
    return [b.at_s - a.at_s for a, b in zip(times.chunks, times.chunks[1:], strict=False)]


def test_the_same_seed_draws_the_same_times_and_another_others() -> None:
    assert table(1) == table(1) != table(2)


def test_chunks_say_everything_in_order_and_some_carry_several_pieces() -> None:
    times = table()
    assert "".join(chunk.text for chunk in times.chunks) == "".join(PIECES)
    assert {chunk.pieces for chunk in times.chunks} == {1, 2, 3}
    assert all(gap >= 0 for gap in gaps(times))
    assert times.end_s == times.chunks[-1].at_s


def test_an_asked_pace_is_kept_exactly() -> None:
    times = table(ttft_ms=700, tokens_per_s=50)
    assert times.chunks[0].at_s == 0.7
    for gap, chunk in zip(gaps(times), times.chunks[1:], strict=True):
        assert gap == pytest.approx(chunk.pieces / 50)


def test_zero_is_as_fast_as_possible() -> None:
    assert table(ttft_ms=0, tokens_per_s=0).end_s == 0


def test_drawn_gaps_are_uneven_around_the_drawn_pace() -> None:
    per_token = [
        gap / chunk.pieces
        for seed in range(40)
        for times in [table(seed)]
        for gap, chunk in zip(gaps(times), times.chunks[1:], strict=True)
    ]
    assert max(per_token) > 3 * mean(per_token)


def test_a_delay_moves_the_first_text_and_nothing_else() -> None:
    plain, late = table(ttft_ms=100), table(ttft_ms=100, fault="delay", ms=250)
    assert late.chunks[0].at_s == pytest.approx(plain.chunks[0].at_s + 0.25)
    assert gaps(late) == pytest.approx(gaps(plain))
    assert late.head_s == 0


def test_slow_headers_move_the_head_as_well() -> None:
    late = table(ttft_ms=100, fault="slow_headers", ms=250)
    assert late.head_s == 0.25
    assert late.chunks[0].at_s == pytest.approx(0.35)


def test_a_drip_begins_where_it_is_asked_to() -> None:
    times = table(ttft_ms=0, tokens_per_s=0, fault="drip", after=100)
    said = 0
    for gap, chunk in zip([0.0, *gaps(times)], times.chunks, strict=True):
        assert gap == pytest.approx(1.0 if said >= 100 else 0.0)
        assert chunk.pieces == 1 or said < 100
        said += len(chunk.text)


def test_a_drip_does_not_delay_the_first_token() -> None:
    assert table(ttft_ms=0, tokens_per_s=0, fault="drip").chunks[0].at_s == 0


def test_a_reply_without_a_word_still_takes_its_time() -> None:
    assert timetable([], Knobs(ttft_ms=300), random.Random(1)).end_s == pytest.approx(0.3)
