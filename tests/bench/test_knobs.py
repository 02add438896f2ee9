"""The knobs: the same names wherever one asks, and nothing taken that is not there."""

from __future__ import annotations

import argparse

import pytest

from bench.knobs import KnobError, Knobs, add_flags, turned, turned_by_flags, turned_by_model_id

ASKED = Knobs(ttft_ms=700, fault="stall", after=120, seed=-3)


def test_a_model_id_asks_for_what_its_query_says() -> None:
    assert turned_by_model_id(Knobs(), "sim?ttft_ms=700&fault=stall&after=120&seed=-3") == ASKED


def test_flags_ask_for_the_same() -> None:
    parser = argparse.ArgumentParser()
    add_flags(parser)
    flags = ["--ttft-ms", "700", "--fault", "stall", "--after", "120", "--seed=-3"]
    assert turned_by_flags(parser.parse_args(flags)) == ASKED


def test_numbers_and_text_ask_for_the_same() -> None:
    settings = {"ttft_ms": 700, "fault": "stall", "after": 120, "seed": -3}
    assert turned(Knobs(), settings) == ASKED


def test_a_name_without_a_query_changes_nothing() -> None:
    assert turned_by_model_id(ASKED, "any/model:70b") == ASKED


@pytest.mark.parametrize(
    "query", ["speed=1", "fault=gremlins", "after=-1", "ttft_ms=soon", "ttft_ms=inf", "profile="]
)
def test_what_is_not_there_is_refused_by_name(query: str) -> None:
    with pytest.raises(KnobError, match=query.partition("=")[0]):
        turned_by_model_id(Knobs(), f"sim?{query}")
