"""A door that says what a test tells it to, when it tells it: a double of the wire alone.

It sends the same SSE bytes, headers and statuses as the chat door, from a thread of its own,
so that a browser test needs no sleeping: it says the next words when it has seen the last.
"""

from __future__ import annotations

import asyncio
import json
import queue
import threading
from typing import Any

from aiohttp import web

from edge.doors import page

OPENING = "Here is how a heat pump works.\n\n"
BIG = "sim/big"
VERDICT = {
    "task": "open_qa",
    "difficulty": 0.42,
    "confidence": 0.9,
    "decided_by": "rules: a question",
    "language": "en",
}


class ScriptedDoor:
    """Serves the page, and answers a question with what `say`, `end` and `cut` queue up."""

    def __init__(self) -> None:
        self.notice = self.trouble = ""
        self.simulated: tuple[str, ...] = ()
        self.plan = "preamble; draft=local:frame; targets=sim/big,local"
        self.key = ""  # when set, only callers that send it are answered
        self.refusal: web.Response | None = None  # answer the next question with this
        self.client_left = threading.Event()
        self.asked: queue.Queue[dict[str, Any]] = queue.Queue()
        self.port = 0
        self._frames: asyncio.Queue[bytes | None] = asyncio.Queue()
        self._is_up = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()))

    def __enter__(self) -> ScriptedDoor:
        self._thread.start()
        assert self._is_up.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def say(self, text: str, tier: str = "target", model: str = BIG, leg: int = 1) -> None:
        self.send(
            choices=[{"index": 0, "delta": {"content": text}, "finish_reason": None}],
            prelude={"tier": tier, "leg": leg, "model": model},
        )

    def say_opening(self, text: str = OPENING) -> None:
        self.say(text, tier="draft", model="local", leg=0)

    def finish(self, reason: str = "stop", **account: Any) -> None:
        """The proper end: a finish_reason, the last chunk, [DONE]."""
        self.send(choices=[{"index": 0, "delta": {}, "finish_reason": reason}])
        self.send(
            choices=[],
            usage={"prompt_tokens": 9, "completion_tokens": 30, "total_tokens": 39},
            prelude={
                "models": ["local", BIG],
                "latency_ms": 2140.4,
                "ttft_ms": 96.2,
                "cost_cents": 0.0312,
                "cost_known": True,
                "verdict": VERDICT,
                "reasons": ["task open_qa (rules: a question)", "sim/slow is marked down"],
                "legs": [
                    _leg(0, "draft", "local", started_ms=8.1, first_text_ms=96.2, cost_cents=0),
                    _leg(1, "target", BIG, started_ms=8.4, first_text_ms=701, cost_cents=0.0312),
                    _leg(
                        2, "target", "other/equal", outcome="failed", error="other/equal: no text"
                    ),
                ],
                **account,
            },
        )
        self.send_bytes(b"data: [DONE]\n\n")
        self.end()

    def send(self, **chunk: Any) -> None:
        self.send_bytes(b"data: " + json.dumps(chunk).encode() + b"\n\n")

    def send_bytes(self, frame: bytes | None) -> None:
        self._loop.call_soon_threadsafe(self._frames.put_nowait, frame)

    def end(self) -> None:
        """End the response; by itself no end of a reply."""
        self.send_bytes(None)

    def next_question(self) -> dict[str, Any]:
        return self.asked.get(timeout=10)

    async def _news(self) -> page.News:
        return page.News(self.notice, self.trouble, self.simulated)

    async def _serve(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        app = web.Application()
        app.add_routes(page.routes(self._news))
        app.router.add_get("/v1/models", self._models)
        app.router.add_post("/v1/chat/completions", self._answer)
        runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.port = runner.addresses[0][1]
        self._is_up.set()
        await self._stop.wait()
        await runner.cleanup()

    async def _models(self, _: web.Request) -> web.Response:
        return web.json_response({"object": "list", "data": [{"id": BIG}]})

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        self.asked.put(await request.json())
        if self.key and request.headers.get("authorization") != f"Bearer {self.key}":
            return web.json_response({"error": {"message": "No such key."}}, status=401)
        if self.refusal is not None:
            refusal, self.refusal = self.refusal, None
            return refusal
        response = web.StreamResponse(
            headers={
                "content-type": "text/event-stream",
                "x-prelude-plan": self.plan,
                "x-prelude-request-id": "req_1",
            }
        )
        await response.prepare(request)
        try:
            while (frame := await self._frames.get()) is not None:
                await response.write(frame)
        except (asyncio.CancelledError, ConnectionError):
            self.client_left.set()
            raise
        return response


def _leg(number: int, tier: str, model: str, **known: Any) -> dict[str, Any]:
    return {
        "leg": number,
        "tier": tier,
        "model": model,
        "started_ms": 900.0,
        "first_text_ms": None,
        "ended_ms": 2139.0,
        "outcome": "stop",
        "error": None,
        "usage": {"input_tokens": 9, "output_tokens": 30, "cached_tokens": 0, "reported": True},
        "cost_cents": None,
        **known,
    }
