"""What a client of the UI message stream makes of the parts it hears."""

from __future__ import annotations

import asyncio
from typing import Any

import orjson
from aiohttp import web

from bench.reader import Told
from bench.ui_reader import hear_ui
from tests.bench.serving import served

TRACE = {"providerMetadata": {"prelude": {"tier": "draft"}}}
WHOLE: tuple[dict[str, Any], ...] = (
    {"type": "start", "messageId": "m"},
    {"type": "text-start", "id": "t"},
    {"type": "text-delta", "id": "t", "delta": "It rains.", **TRACE},
    {"type": "text-end", "id": "t"},
    {"type": "finish", "finishReason": "stop", "messageMetadata": {"prelude": {"models": ["a"]}}},
)
DONE = b"data: [DONE]\n\n"


def told_by(*parts: dict[str, Any], end: bytes = DONE) -> Told:
    stream = b"".join(b"data: " + orjson.dumps(part) + b"\n\n" for part in parts) + end

    async def answer(request: web.Request) -> web.Response:
        return web.Response(body=stream)

    async def scenario() -> Told:
        told = Told()
        async with served(answer) as (session, url):
            await hear_ui(told, session, f"{url}/v1", {})
        return told

    return asyncio.run(scenario())


def test_a_whole_reply_is_heard_with_who_said_it() -> None:
    told = told_by(*WHOLE)
    assert (told.text, told.finish_reason, told.error) == ("It rains.", "stop", "")
    assert ([words.tier for words in told.words], told.report) == (["draft"], {"models": ["a"]})


def test_without_a_finish_or_done_a_reply_has_broken_off() -> None:
    assert told_by(*WHOLE[:-1]).error == "ended without a finish"
    assert told_by(*WHOLE, end=b"").error == "ended without a finish"
    broken = told_by(*WHOLE[:3], {"type": "error", "errorText": "nobody is left"}, end=b"")
    assert broken.error == "nobody is left"


def test_what_is_taken_back_was_not_said() -> None:
    again = ({**part, "id": "u"} for part in WHOLE[1:4])
    told = told_by(*WHOLE[:3], {"type": "reset-step"}, *again, WHOLE[-1])
    assert (told.text, told.error) == ("It rains.", "")


def test_a_text_that_is_not_open_says_nothing() -> None:
    assert "not open" in told_by(WHOLE[0], *WHOLE[2:]).error
    assert "not open" in told_by(*WHOLE[:4], WHOLE[2], WHOLE[-1]).error
