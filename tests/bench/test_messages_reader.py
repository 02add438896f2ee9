"""What a strict client of Anthropic's Messages makes of the events it hears."""

from __future__ import annotations

import asyncio
from typing import Any

import orjson
from aiohttp import web

from bench.messages_reader import MessagesEar
from bench.named_events import hear_named, hear_whole
from bench.reader import Told
from tests.bench.serving import served

SAID = {"type": "text_delta", "text": "It rains."}
WHOLE: tuple[dict[str, Any], ...] = (
    {"type": "message_start", "message": {}},
    {"type": "ping"},
    {"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}},
    {"type": "content_block_delta", "index": 0, "delta": SAID, "prelude": {"tier": "draft"}},
    {"type": "content_block_stop", "index": 0},
    {"type": "message_delta", "delta": {"stop_reason": "end_turn"}},
    {"type": "message_stop", "prelude": {"models": ["a/b"]}},
)


def sse(event: dict[str, Any]) -> bytes:
    return f"event: {event['type']}\ndata: ".encode() + orjson.dumps(event) + b"\n\n"


def told_by(body: bytes, status: int = 200, *, streamed: bool = True) -> Told:
    async def answer(request: web.Request) -> web.Response:
        return web.Response(body=body, status=status)

    async def scenario() -> Told:
        told = Told()
        hear = hear_named if streamed else hear_whole
        async with served(answer) as (session, url):
            await hear(told, session, url, {}, MessagesEar())
        return told

    return asyncio.run(scenario())


def streamed(*events: dict[str, Any]) -> Told:
    return told_by(b"".join(map(sse, events)))


def test_a_whole_reply_is_heard_with_who_said_it() -> None:
    told = streamed(*WHOLE)
    assert (told.text, told.finish_reason, told.error) == ("It rains.", "stop", "")
    assert [words.tier for words in told.words] == ["draft"]
    assert told.report == {"models": ["a/b"]}


def test_a_stream_that_stops_too_soon_is_an_error_whatever_it_said() -> None:
    for size in range(len(WHOLE)):
        assert streamed(*WHOLE[:size]).error == "the stream stopped before its last event"


def test_an_error_event_is_the_end() -> None:
    error = {"type": "error", "error": {"type": "api_error", "message": "nobody is left"}}
    assert streamed(*WHOLE[:4], error).error == "nobody is left"
    assert "came behind the end" in streamed(*WHOLE[:4], error, WHOLE[-1]).error


def test_events_out_of_order_are_an_error() -> None:
    start, _, opened, delta, closed, ending, stop = WHOLE
    for events in (
        (opened,),
        (start, delta),
        (start, start),
        (start, opened, opened),
        (start, opened, delta, ending),
        (start, opened, delta, closed, delta),
        (start, opened, delta, closed, opened),
        (start, opened, delta, stop),
    ):
        assert "is out of order" in streamed(*events).error


def test_an_event_with_two_names_is_an_error() -> None:
    stream = sse(WHOLE[0]).replace(b"event: message_start", b"event: ping")
    assert told_by(stream).error == "an event is called `ping`, and `message_start` inside"


def test_an_answer_in_one_piece_is_heard_and_a_refusal_is_an_error() -> None:
    body = {"content": [{"type": "text", "text": "It rains."}], "stop_reason": "max_tokens"}
    told = told_by(orjson.dumps(body), streamed=False)
    assert (told.text, told.finish_reason, told.error) == ("It rains.", "length", "")
    refusal = {"type": "error", "error": {"type": "overloaded_error", "message": "too many"}}
    told = told_by(orjson.dumps(refusal), 529, streamed=False)
    assert (told.text, told.error) == ("", "status 529: too many")
