from collections.abc import Callable

import pytest

from adapters.answer import Answer
from adapters.json_events import MAX_MALFORMED, JsonEvents
from edge.core.errors import TierGarbled, TierUnavailable

GOOD = b'data: {"a": 1}\n\n'
HARMLESS = b"data: what\n\n"
TORN = b'data: {"text": "wo\n\n'


def read(data: bytes, end: Callable[[JsonEvents], None] = lambda _: None) -> JsonEvents:
    events = JsonEvents("mine/big", Answer("mine/big"))
    for event in events.feed(data):
        assert event == {"a": 1}
        end(events)
    return events


def test_events_come_as_objects_and_blank_ones_not_at_all() -> None:
    events = JsonEvents("mine/big", Answer("mine/big"))
    assert list(events.feed(GOOD + b"data:\n\n" + GOOD)) == [{"a": 1}, {"a": 1}]
    assert (events.failure, events.skipped) == (None, 0)


def test_an_event_that_may_have_held_words_is_where_it_breaks() -> None:
    assert isinstance(read(GOOD + TORN + GOOD).failure, TierGarbled)


def test_what_holds_no_words_is_skipped_until_it_is_all_that_comes() -> None:
    events = read(GOOD + HARMLESS * (MAX_MALFORMED - 1) + GOOD + HARMLESS)
    assert (events.skipped, events.failure) == (MAX_MALFORMED, None)
    assert isinstance(read(HARMLESS * MAX_MALFORMED).failure, TierGarbled)


def test_json_that_is_no_object_is_skipped() -> None:
    assert read(b"data: [1]\n\n" + GOOD).skipped == 1


def test_nothing_is_lost_once_the_reply_is_whole() -> None:
    def end(events: JsonEvents) -> None:
        events.whole = True

    assert read(GOOD + TORN, end).failure is None


def test_an_event_of_the_name_error_is_one() -> None:
    failure = read(GOOD + b'event: error\ndata: {"message": "Oh."}\n\n' + GOOD).failure
    assert isinstance(failure, TierUnavailable)
    assert "Oh." in str(failure)


@pytest.mark.parametrize("body", [b'{"a": 1', b"[nothing"])
def test_a_body_that_is_no_json_is_garbled(body: bytes) -> None:
    events = JsonEvents("mine/big", Answer("mine/big"))
    assert [*events.feed(body), *events.close()] == []
    assert isinstance(events.failure, TierGarbled)
