"""When an engine that dies is started again, and when its deaths get a last word."""

from __future__ import annotations

import pytest

from local_models.deaths import LONG_LIFE_S, Deaths


def test_the_pauses_grow_while_it_keeps_dying() -> None:
    deaths = Deaths(many=10)
    pauses = [deaths.note(at=float(at), lived_s=1.0) for at in range(8)]
    assert pauses[0] == 0.2
    assert pauses == sorted(pauses)
    assert pauses[-1] == pauses[-2] == 5.0


def test_a_long_life_makes_the_next_death_news() -> None:
    deaths = Deaths(many=3)
    for at in (0.0, 1.0):
        deaths.note(at=at, lived_s=1.0)
    assert deaths.note(at=100.0, lived_s=LONG_LIFE_S + 1) == 0.2
    assert not deaths.is_pattern


def test_many_deaths_in_a_short_time_are_a_pattern_and_it_is_tried_rarely() -> None:
    deaths = Deaths(many=3)
    pauses = [deaths.note(at=at, lived_s=1.0) for at in (0.0, 2.0, 7.0)]
    assert deaths.is_pattern
    assert pauses[-1] == 60.0
    word = deaths.last_word("SIGABRT: ggml-cuda.cu:98: CUDA error")
    assert "3 times in 7 s" in word
    assert "SIGABRT: ggml-cuda.cu:98: CUDA error" in word
    assert "every 60 s" in word


def test_deaths_of_long_ago_are_no_part_of_a_pattern() -> None:
    deaths = Deaths(many=3)
    for at in (0.0, 200.0, 400.0):
        deaths.note(at=at, lived_s=1.0)
    assert not deaths.is_pattern


@pytest.mark.parametrize(
    ("why", "advice"),
    [
        ("SIGKILL, while the kernel killed processes for want of memory", "fewer slots"),
        ("SIGABRT: CUDA error: an illegal memory access", "gpu_layers = 0"),
        ("SIGABRT: CUDA error: out of memory", "fewer slots"),
        ("SIGSEGV", "prelude doctor"),
    ],
)
def test_the_last_word_says_what_to_try(why: str, advice: str) -> None:
    deaths = Deaths(many=1)
    deaths.note(at=0.0, lived_s=1.0)
    assert advice in deaths.last_word(why)
