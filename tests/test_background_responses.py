"""OpenAI's Responses made in the background, through the real service: a stream that breaks is
taken up behind its last event, and a reply that nobody reads any more is cancelled.

The platform is a server of this test's own, which makes a reply once and streams it to whoever
asks, from wherever they ask.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import orjson
from aiohttp import web

from bench.answers import answer_to, pieces
from bench.reader import Told, listen
from bench.service_process import service
from bench.voice import Occasion
from bench.voices.responses import ResponsesVoice
from bench.voices.responses_request import read

PROMPT = "Why does the sea have tides?"
ANSWER = answer_to(PROMPT).text
SETTINGS = """\
[local]
model = "none"

[providers.openai_responses]
base_url = "{url}/v1"
background = {background}

[routes.default]
targets = ["openai_responses/gpt-5.4-mini"]
"""


@dataclass
class Platform:
    """`breaks_at` are the numbers of events before which a connection is closed, one each time;
    with `hangs` it stays open there, and says nothing."""

    breaks_at: list[int] = field(default_factory=list)
    hangs: bool = False
    url: str = ""
    asked: list[str] = field(default_factory=list)  # method and path
    bodies: list[dict[str, Any]] = field(default_factory=list)
    cancelled: asyncio.Event = field(default_factory=asyncio.Event)
    _events: list[bytes] = field(default_factory=list)

    async def create(self, http: web.Request) -> web.StreamResponse:
        body = await http.read()
        self.asked.append("POST")
        self.bodies.append(orjson.loads(body))
        voice = ResponsesVoice(Occasion(1, 1, read(body)))
        words = pieces(ANSWER)
        self._events = [*voice.begin()]  # in this order: they are numbered
        self._events += [event for word in words for event in voice.say(word)]
        self._events += [*voice.finish("stop"), *voice.usage(len(words)), *voice.done()]
        if self.bodies[-1].get("background"):
            self._events[0] = self._events[0].replace(b'"store":', b'"background":true,"store":')
        return await self._stream(http, 0)

    async def take_up(self, http: web.Request) -> web.StreamResponse:
        self.asked.append(f"GET {http.match_info['id']}")
        assert http.query["stream"] == "true"
        return await self._stream(http, int(http.query["starting_after"]) + 1)

    async def cancel(self, http: web.Request) -> web.Response:
        self.asked.append(f"CANCEL {http.match_info['id']}")
        self.cancelled.set()
        return web.json_response({})

    async def _stream(self, http: web.Request, first: int) -> web.StreamResponse:
        response = web.StreamResponse(headers={"content-type": "text/event-stream"})
        await response.prepare(http)
        last = self.breaks_at.pop(0) if self.breaks_at else len(self._events)
        for event in self._events[first:last]:
            await response.write(event)
        if last < len(self._events):
            if self.hangs:
                await asyncio.Event().wait()
            assert http.transport is not None
            http.transport.close()
        return response


@asynccontextmanager
async def serving(platform: Platform) -> AsyncIterator[Platform]:
    app = web.Application()
    app.add_routes(
        [
            web.post("/v1/responses", platform.create),
            web.get("/v1/responses/{id}", platform.take_up),
            web.post("/v1/responses/{id}/cancel", platform.cancel),
        ]
    )
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        platform.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        yield platform
    finally:
        await runner.cleanup()


def ask(platform: Platform, background: str = "true", **members: Any) -> Told:
    async def told() -> Told:
        async with serving(platform):
            settings = SETTINGS.format(url=platform.url, background=background)
            running = service(settings)
            ours = await asyncio.to_thread(running.__enter__)
            try:
                async with aiohttp.ClientSession() as session:
                    messages = [{"role": "user", "content": PROMPT}]
                    body = {"model": "auto", "messages": messages, **members}
                    return await listen(session, ours.base_url, body)
            finally:
                await asyncio.to_thread(running.__exit__, None, None, None)

    return asyncio.run(told())


def test_a_stream_that_breaks_is_taken_up_behind_its_last_event() -> None:
    platform = Platform(breaks_at=[40, 90])
    told = ask(platform)
    assert (told.text, told.finish_reason, told.error) == (ANSWER, "stop", "")
    assert platform.asked == ["POST", "GET resp_sim1", "GET resp_sim1"]
    assert platform.bodies[0]["background"] is platform.bodies[0]["store"] is True
    assert told.report["models"] == ["openai_responses/gpt-5.4-mini"]


def test_a_stream_that_breaks_behind_its_last_word_says_nothing_twice() -> None:
    words = len(pieces(ANSWER))
    platform = Platform(breaks_at=[4 + words])
    told = ask(platform)
    assert (told.text, told.finish_reason) == (ANSWER, "stop")
    assert platform.asked == ["POST", "GET resp_sim1"]


def test_the_whole_is_billed_once() -> None:
    whole, broken = ask(Platform()), ask(Platform(breaks_at=[40]))
    assert broken.report["cost_cents"] == whole.report["cost_cents"] > 0


def test_nothing_is_stored_unless_somebody_asks_for_it() -> None:
    platform = Platform(breaks_at=[40])
    told = ask(platform, background="false")
    assert told.text == ANSWER
    assert "background" not in platform.bodies[0]
    assert platform.bodies[0]["store"] is False
    assert all(asked == "POST" for asked in platform.asked)


def test_a_caller_may_ask_for_it_and_may_forbid_it() -> None:
    platform = Platform(breaks_at=[40])
    ask(platform, "false", provider_options={"openai_responses": {"background": True}})
    assert platform.asked == ["POST", "GET resp_sim1"]
    forbidden = Platform()
    ask(forbidden, "true", store=False)
    assert forbidden.bodies[0]["store"] is False and "background" not in forbidden.bodies[0]


def test_a_reply_that_its_reader_leaves_is_cancelled_there() -> None:
    async def leave(platform: Platform) -> None:
        async with serving(platform):
            running = service(SETTINGS.format(url=platform.url, background="true"))
            ours = await asyncio.to_thread(running.__enter__)
            try:
                async with aiohttp.ClientSession() as session:
                    messages = [{"role": "user", "content": PROMPT}]
                    body = {"model": "auto", "messages": messages, "stream": True}
                    url = f"{ours.base_url}/chat/completions"
                    async with session.post(url, json=body) as response:
                        await response.content.readany()
                async with asyncio.timeout(20):
                    await platform.cancelled.wait()
            finally:
                await asyncio.to_thread(running.__exit__, None, None, None)

    platform = Platform(breaks_at=[40], hangs=True)
    asyncio.run(leave(platform))
    assert platform.asked == ["POST", "CANCEL resp_sim1"]
