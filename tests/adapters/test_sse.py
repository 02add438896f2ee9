from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.sse import SseEvent, SseParser
from edge.core.errors import TierGarbled

LINE = st.binary(max_size=12).filter(lambda line: not set(line) & set(b"\r\n"))
EVENT = st.tuples(st.sampled_from(["", "error", "message"]), st.lists(LINE, min_size=1, max_size=3))
LINE_END = st.sampled_from([b"\n", b"\r\n", b"\r"])
CUTS = st.lists(st.integers(min_value=0, max_value=400), max_size=12)


def read(*reads: bytes) -> list[SseEvent]:
    parser = SseParser("here")
    return [event for data in reads for event in parser.feed(data)]


def cut(data: bytes, at: list[int]) -> list[bytes]:
    bounds = [0, *sorted(min(place, len(data)) for place in at), len(data)]
    return [data[start:end] for start, end in pairwise(bounds)]


@given(events=st.lists(EVENT, max_size=5), end=LINE_END, cuts=CUTS, comments=st.booleans())
def test_events_are_the_same_however_the_stream_is_cut(
    events: list[tuple[str, list[bytes]]], end: bytes, cuts: list[int], comments: bool
) -> None:
    lines = []
    for name, data in events:
        lines += [b": still here", b""] if comments else []
        lines += [b"event: " + name.encode()] if name else []
        lines += [b"data: " + part for part in data] + [b""]
    stream = b"".join(line + end for line in lines)
    expected = [SseEvent(name, b"\n".join(data)) for name, data in events]
    assert read(*cut(stream, cuts)) == expected
    assert read(*(bytes([byte]) for byte in stream)) == expected


@given(st.binary(max_size=200), CUTS)
def test_any_bytes_at_all_are_read_the_same_however_they_are_cut(
    data: bytes, cuts: list[int]
) -> None:
    whole, parts = SseParser("here"), SseParser("here")
    events = [event for read in cut(data, cuts) for event in parts.feed(read)]
    assert whole.feed(data) == events
    assert whole.close() == parts.close()


def test_a_cr_lf_cut_in_two_ends_one_line_and_not_two() -> None:
    assert read(b"data: a\r", b"\ndata: b\r", b"\n\r", b"\n") == [SseEvent("", b"a\nb")]


def test_a_lone_cr_ends_a_line_without_waiting_for_what_follows() -> None:
    assert read(b"data: a\r\r") == [SseEvent("", b"a")]


def test_only_one_space_after_the_colon_is_dropped() -> None:
    assert read(b"data:a\n\ndata:  b\n\n") == [SseEvent("", b"a"), SseEvent("", b" b")]


def test_a_byte_order_mark_does_not_cost_the_first_event() -> None:
    assert read(b"\xef", b"\xbb\xbfdata: a\n\n") == [SseEvent("", b"a")]


def test_comments_ids_and_blank_lines_are_no_events() -> None:
    assert read(b"\n\n: ping\n\nid: 7\nretry: 10\n\nevent: lonely\n\ndata: a\n\n") == [
        SseEvent("", b"a")
    ]


def test_a_name_is_its_own_event_s_only() -> None:
    assert read(b"event: error\ndata: a\n\ndata: b\n\n") == [
        SseEvent("error", b"a"),
        SseEvent("", b"b"),
    ]


def test_the_event_that_the_end_leaves_unfinished_is_given_by_close() -> None:
    parser = SseParser("here")
    assert parser.feed(b"data: a\n\nevent: x\ndata: b\ndata: c") == [SseEvent("", b"a")]
    assert parser.close() == SseEvent("x", b"b\nc")


def test_nothing_is_left_by_a_stream_that_ended_with_a_blank_line() -> None:
    parser = SseParser("here")
    parser.feed(b"data: a\n\n")
    assert parser.close() is None


def test_a_line_without_end_is_left_at_the_limit() -> None:
    parser = SseParser("here", limit=100)
    assert parser.feed(b"data: a\n\n") == [SseEvent("", b"a")]
    for _ in range(30):
        parser.feed(b"data")
    assert isinstance(parser.failure, TierGarbled)
    assert str(parser.failure) == "here: an event of more than 100 bytes"
    assert parser.feed(b"\n\ndata: b\n\n") == []


def test_an_event_of_many_short_lines_is_left_at_the_limit() -> None:
    parser = SseParser("here", limit=100)
    parser.feed(b"data: 0123456789\n" * 11)
    assert isinstance(parser.failure, TierGarbled)


def test_events_before_the_one_that_is_too_long_are_not_lost() -> None:
    parser = SseParser("here", limit=100)
    assert parser.feed(b"data: a\n\ndata: " + b"x" * 200 + b"\n\n") == [SseEvent("", b"a")]
    assert isinstance(parser.failure, TierGarbled)


@pytest.mark.parametrize(
    ("reads", "event"),
    [
        ([b"data: a\n\n"], SseEvent("", b"a")),
        ([b"data: a\rdata: b\n\n"], SseEvent("", b"a\nb")),
        ([b"event: x\n", b"data: a\n\n"], SseEvent("x", b"a")),
        ([b"data: a\n", b"data: b\n\n"], SseEvent("", b"a\nb")),
        ([b"data: a\nd", b"ata: b\n\n"], SseEvent("", b"a\nb")),
        ([b"data: a", b"data: b\n\n"], SseEvent("", b"adata: b")),
        ([b"data: a\r", b"data: b\n\n"], SseEvent("", b"a\nb")),
    ],
)
def test_a_read_that_looks_like_one_event_is_read_with_what_came_before(
    reads: list[bytes], event: SseEvent
) -> None:
    assert read(b"data: first\n\n", *reads)[1:] == [event]


def test_a_byte_order_mark_is_one_at_the_very_beginning_only() -> None:
    assert read(b"data: a\n\n", b"\xef\xbb\xbfdata: b\n\n") == [SseEvent("", b"a")]


def test_one_event_in_one_read_may_not_be_too_long_either() -> None:
    parser = SseParser("here", limit=100)
    parser.feed(b"data: a\n\n")
    assert parser.feed(b"data: " + b"x" * 200 + b"\n\n") == []
    assert isinstance(parser.failure, TierGarbled)
