import pytest

from adapters.answer import MAX_BODY_BYTES, Answer, may_hold_words
from adapters.sse import SseEvent
from edge.core.errors import TierGarbled

EVENTS = b"event: a\ndata: 1\n\ndata: 2\n\n"


def read(*reads: bytes) -> tuple[list[SseEvent], Answer]:
    answer = Answer("mine/big")
    events = [event for data in reads for event in answer.feed(data)]
    return events + answer.close(), answer


def test_events_come_as_they_are() -> None:
    for cut in range(len(EVENTS)):
        events, answer = read(EVENTS[:cut], EVENTS[cut:])
        assert events == [SseEvent("a", b"1"), SseEvent("", b"2")]
        assert not answer.is_body


def test_an_event_that_lacks_its_blank_line_comes_at_the_end() -> None:
    answer = Answer("mine/big")
    assert answer.feed(b"data: 1") == []
    assert answer.close() == [SseEvent("", b"1")]


@pytest.mark.parametrize("body", [b'{"a":1}', b"[1]"])
def test_a_body_comes_whole_at_the_end_whatever_blanks_are_before_it(body: bytes) -> None:
    data = b"\xef\xbb\xbf\n \r\n" + body
    for cut in range(len(data)):
        events, answer = read(data[:cut], data[cut:])
        assert events == [SseEvent("", body)]
        assert answer.is_body


def test_nothing_is_no_event() -> None:
    assert read()[0] == read(b"", b"\n \n")[0] == []


@pytest.mark.parametrize("data", [b"<html>", b"{" * (MAX_BODY_BYTES + 1), b"data: " + b"x" * 2**21])
def test_what_is_no_answer_is_a_failure_and_nothing_more_is_read(data: bytes) -> None:
    events, answer = read(data, EVENTS)
    assert events == []
    assert isinstance(answer.failure, TierGarbled)


def test_what_came_before_a_fault_is_good() -> None:
    events, answer = read(EVENTS + b"data: " + b"x" * 2**21)
    assert len(events) == 2
    assert answer.failure is not None


@pytest.mark.parametrize("data", [b'{"a', b'lost"', b"}"])
def test_what_may_be_of_an_object_may_hold_words(data: bytes) -> None:
    assert may_hold_words(data)


def test_what_cannot_be_of_one_does_not() -> None:
    assert not may_hold_words(b"keep-alive [7]")
