"""What a strict client of the Responses WebSocket makes of what it hears."""

from __future__ import annotations

import asyncio
from typing import Any

import orjson
from aiohttp import web

from bench.reader import Told
from bench.responses_reader import hear_responses
from tests.bench.serving import served

SAID = {"type": "message", "content": [{"type": "output_text", "text": "It rains."}]}
WHOLE = (
    {"type": "response.created", "response": {}},
    {"type": "response.output_text.delta", "delta": "It ", "prelude": {"tier": "target"}},
    {"type": "response.output_text.delta", "delta": "rains.", "prelude": {"tier": "target"}},
    {
        "type": "response.completed",
        "response": {"status": "completed", "output": [SAID], "prelude": {"models": ["a/b"]}},
    },
)


def numbered(*events: dict[str, Any]) -> list[dict[str, Any]]:
    return [{**event, "sequence_number": number} for number, event in enumerate(events)]


def told_by(events: list[dict[str, Any]]) -> Told:
    """What is told of these events, after which the connection is closed."""

    async def answer(request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        assert orjson.loads(await socket.receive_str())["type"] == "response.create"
        for event in events:
            await socket.send_str(orjson.dumps(event).decode())
        await socket.close()
        return socket

    async def scenario() -> Told:
        told = Told()
        async with served(answer) as (session, url):
            await hear_responses(told, session, f"{url}/v1", {"input": "Hm?"})
        return told

    return asyncio.run(scenario())


def test_a_whole_reply_is_heard_with_who_said_it() -> None:
    told = told_by(numbered(*WHOLE))
    assert (told.text, told.finish_reason, told.error) == ("It rains.", "stop", "")
    assert [words.tier for words in told.words] == ["target", "target"]
    assert told.report == {"models": ["a/b"]}


def test_a_reply_that_ended_before_its_end_says_why() -> None:
    details = {
        "status": "incomplete",
        "output": [SAID],
        "incomplete_details": {"reason": "max_output_tokens"},
    }
    incomplete = {"type": "response.incomplete", "response": details}
    assert told_by(numbered(*WHOLE[:3], incomplete)).finish_reason == "length"
    error = {"code": "server_error", "message": "nobody is left"}
    failed = {"type": "response.failed", "response": {"status": "failed", "error": error}}
    assert told_by(numbered(*WHOLE[:2], failed)).error == "nobody is left"


def test_a_frame_that_is_refused_is_an_error_with_its_status() -> None:
    refusal = {"type": "error", "status": 404, "error": {"message": "no such model"}}
    assert told_by([refusal]).error == "status 404: no such model"


def test_a_connection_that_closes_too_soon_is_an_error() -> None:
    told = told_by(numbered(*WHOLE[:3]))
    assert told.error == "the connection was closed before the response had ended"
    assert told.text == "It rains."


def test_a_gap_in_the_numbers_is_an_error() -> None:
    events = numbered(*WHOLE)
    del events[1]
    assert told_by(events).error == "event 1 is missing"


def test_a_response_that_is_not_what_its_deltas_said_is_an_error() -> None:
    events = numbered(*WHOLE[:2], WHOLE[3])
    assert "something else than its deltas" in told_by(events).error
