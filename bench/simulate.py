"""`prelude simulate`: a hosted model that is none. A fake for timing and faults only.

It speaks the dialects of `PLATFORMS` over HTTP, at the pace of real hosts, goes wrong on demand,
and says texts that were written beforehand: nothing it says shows how good a model is.

    POST /v1/chat/completions, /v1/messages, GET /v1/models ...  as a platform would
    POST /control  what the next requests get
    GET /log       what was asked, and how it ended
    GET /          what this is, every knob and every fault

The parts: a platform (`voice`) reads and knows the words of its dialect, `script` decides what is
said, `pace` when, `faults` what goes wrong, `reply` is the clock and the wire under them; this file
is the server around it.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import signal
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import partial
from typing import Any

import orjson
import uvloop
from aiohttp import web

from bench import files
from bench.answers import answers
from bench.asked import Asked, Refused
from bench.chat_reply import FINGERPRINT, OpenAIChat
from bench.faults import FAULTS, Refuse
from bench.jobs import Answer, Job, RunsJobs
from bench.knobs import (
    KnobError,
    Knobs,
    add_flags,
    turned,
    turned_by_flags,
    turned_by_metadata,
    turned_by_model_id,
)
from bench.reply import HttpLine, Line, Reply
from bench.request_log import Entry, RequestLog
from bench.voice import NamesErrorsInHead, Platform
from bench.voices.anthropic import AnthropicMessages
from bench.voices.bedrock import BedrockConverse
from bench.voices.chat_hosts import CHAT_HOSTS
from bench.voices.cohere import CohereChat
from bench.voices.completions import COMPLETIONS
from bench.voices.fal import Fal
from bench.voices.gemini import Gemini
from bench.voices.ollama import OllamaChat
from bench.voices.openai_media import OPENAI_MEDIA
from bench.voices.pieceworks import PIECEWORKS
from bench.voices.replicate import Replicate
from bench.voices.responses import OpenAIResponses
from bench.voices.runpod import RunPod
from bench.voices.vertex_claude import VertexClaude
from bench.voices.web_endpoint import WebEndpoint

FAKE = "Prelude's simulator of a hosted model: a fake for timing and faults only, not a model."
PLATFORMS: tuple[Platform, ...] = (
    OpenAIChat(),
    AnthropicMessages(),
    Gemini(),
    VertexClaude(),
    BedrockConverse(),
    OpenAIResponses(),
    CohereChat(),
    OllamaChat(),
    *CHAT_HOSTS,
    *COMPLETIONS,
    *OPENAI_MEDIA,
    *PIECEWORKS,
    Replicate(),
    RunPod(),
    Fal(),
    WebEndpoint(),
)
_LARGEST_BODY = 32 << 20
_LONGEST_WAIT_S = 30.0


def main(argv: Sequence[str]) -> int:
    parser = _parser()
    options = parser.parse_args(argv)
    try:
        knobs = turned_by_flags(options)
    except KnobError as error:
        parser.error(str(error))
    return uvloop.run(_serve(Simulator(knobs, options.key), options))


def _parser() -> argparse.ArgumentParser:
    faults = "\n".join(f"  {name:13} {fault.doc}" for name, fault in FAULTS.items())
    parser = argparse.ArgumentParser(
        prog="prelude simulate",
        description=FAKE,
        epilog=f"faults:\n{faults}\n\nThe same knobs work in a model id (sim?ttft_ms=700) and in\n"
        'POST /control ({"fault": "cut", "after": 120, "times": 2}).',
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on [127.0.0.1]")
    parser.add_argument("--port", type=int, default=8090, help="0 picks a free one [8090]")
    parser.add_argument("--key", help="the bearer token that callers must send")
    parser.add_argument(
        "--stop-with-stdin", action="store_true", help="stop when standard input is closed"
    )
    add_flags(parser)
    return parser


async def _serve(simulator: Simulator, options: argparse.Namespace) -> int:
    # Without handler_cancellation aiohttp lets a handler run on after its client has left.
    runner = web.AppRunner(
        simulator.app(), handler_cancellation=True, shutdown_timeout=0.1, access_log=None
    )
    await runner.setup()
    try:
        await web.TCPSite(runner, options.host, options.port).start()
    except OSError as error:
        print(f"simulate: {options.host}:{options.port}: {error.strerror}", file=sys.stderr)
        return 1
    else:
        host, port = runner.addresses[0][:2]
        url = f"http://{host}:{port}"
        print(json.dumps({"url": url, "base_url": f"{url}/v1", "simulator": FAKE}), flush=True)
        await _asked_to_stop(options.stop_with_stdin)
        return 0
    finally:
        await runner.cleanup()


async def _asked_to_stop(with_stdin: bool) -> None:
    loop, stop = asyncio.get_running_loop(), asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    if with_stdin:
        threading.Thread(target=_read_to_end, args=(loop, stop), daemon=True).start()
    await stop.wait()


def _read_to_end(loop: asyncio.AbstractEventLoop, stop: asyncio.Event) -> None:
    os.read(0, 1)  # nobody writes: this returns when the other end is closed
    loop.call_soon_threadsafe(stop.set)


@dataclass(slots=True)
class Rule:
    """What the next `times` requests get, or the next ones for `model`."""

    settings: Mapping[str, object]
    times: int
    model: str | None

    def concerns(self, model: str) -> bool:
        return self.times > 0 and self.model in (None, model, model.partition("?")[0])


class Simulator:
    def __init__(self, knobs: Knobs, key: str | None = None) -> None:
        self._knobs = knobs
        self._key = key
        self._log = RequestLog()
        self._rules: list[Rule] = []
        self._jobs: dict[str, Job] = {}

    def app(self) -> web.Application:
        app = web.Application(client_max_size=_LARGEST_BODY)
        app.add_routes(
            [
                web.get("/", self._tell),
                web.get("/v1/models", self._models),
                *self._replies(),
                web.get(files.PATH, files.show),
                web.get("/log", self._show_log),
                web.post("/control", self._control),
                web.delete("/control", self._forget_control),
            ]
        )
        return app

    # -- about itself ----------------------------------------------------------

    async def _tell(self, request: web.Request) -> web.Response:
        about = {
            "simulator": FAKE,
            "knobs": {knob.name: knob.metadata["doc"] for knob in fields(Knobs)},
            "faults": {name: fault.doc for name, fault in FAULTS.items()},
            "texts": [answer.name for answer in answers()],
        }
        return _json(about)

    async def _models(self, request: web.Request) -> web.Response:
        keys = (platform.key(request.headers) for platform in PLATFORMS)
        try:
            self._check_key(next(filter(None, keys), ""))
        except Refused as refused:
            return _refused(PLATFORMS[0], refused)
        model = {"id": "sim", "object": "model", "created": 0, "owned_by": FINGERPRINT}
        return _json({"object": "list", "data": [model]})

    async def _show_log(self, request: web.Request) -> web.Response:
        try:
            asked = {name: float(value) for name, value in request.query.items()}
        except ValueError as error:
            return _json({"error": {"message": str(error)}}, 400)
        await self._log.wait(
            requests=int(asked.get("requests", 0)),
            ended=int(asked.get("ended", 0)),
            wait_s=min(asked.get("wait_s", 0.0), _LONGEST_WAIT_S),
        )
        return _json({"simulator": FAKE, "requests": self._log.shown()})

    async def _control(self, request: web.Request) -> web.Response:
        try:
            settings = dict(await request.json())
            rule = Rule(settings, int(settings.pop("times", 1)), settings.pop("model", None))
            turned(self._knobs, settings)
        except (TypeError, ValueError) as error:
            return _json({"error": {"message": str(error)}}, 400)
        self._rules.append(rule)
        return self._pending()

    async def _forget_control(self, request: web.Request) -> web.Response:
        self._rules.clear()
        return self._pending()

    def _pending(self) -> web.Response:
        return _json({"pending": sum(rule.times for rule in self._rules)})

    # -- as a platform ---------------------------------------------------------

    def _replies(self) -> Iterator[web.RouteDef]:
        for platform in PLATFORMS:
            for path in platform.paths:
                yield web.post(path, partial(self._reply, platform))
            if isinstance(platform, RunsJobs):
                for method, path, answer in platform.routes(self):
                    yield web.route(method, path, partial(self._answer, platform, answer))

    async def _reply(self, platform: Platform, request: web.Request) -> web.StreamResponse:
        entry = self._log.begin(request.headers)
        line = HttpLine(request)
        try:
            reply = await self._take(platform, request, entry, line)
            await reply.run()
        except Refused as refused:
            return _refused(platform, refused)
        except asyncio.CancelledError:
            entry.end("cancelled")
            raise
        return line.response

    async def _take(
        self, platform: Platform, request: web.Request, entry: Entry, line: Line
    ) -> Reply:
        """Raises `Refused`."""
        try:
            self._check_key(platform.key(request.headers))
            asked = platform.read(await request.read(), request.match_info)
            knobs = self._knobs_for(asked)
            entry.understood(asked, knobs.fault)
            _refuse_on_demand(knobs, asked)
            return Reply(line, entry, asked, knobs, platform)
        except Refused as refused:
            entry.status = refused.status
            entry.end("refused")
            raise

    # -- as a platform that runs jobs (a `jobs.Desk`) ----------------------------

    async def begin(self, platform: Platform, request: web.Request) -> Job:
        entry = self._log.begin(request.headers)
        job = Job(f"job-sim{entry.n}", entry)
        job.run(await self._take(platform, request, entry, job))
        self._jobs[job.id] = job
        return job

    def find(self, platform: Platform, request: web.Request) -> Job:
        self._check_key(platform.key(request.headers))
        job = self._jobs.get(request.match_info["id"])
        if job is None:
            raise Refused(404, "There is no such job.")
        return job

    async def _answer(
        self, platform: Platform, answer: Answer, request: web.Request
    ) -> web.StreamResponse:
        try:
            return await answer(request)
        except Refused as refused:
            return _refused(platform, refused)

    def _check_key(self, given: str) -> None:
        if self._key is None or given == self._key:
            return
        if not given:
            raise Refused(401, "You didn't provide an API key.")
        # The real platform echoes the ends of the key, so whoever calls must not pass it on.
        message = f"Incorrect API key provided: {given[:8]}{'*' * 8}{given[-4:]}."
        raise Refused(401, message, code="invalid_api_key")

    def _knobs_for(self, asked: Asked) -> Knobs:
        model = asked.model
        try:
            knobs = turned_by_metadata(turned_by_model_id(self._knobs, model), asked)
        except KnobError as error:
            message = f"The model does not exist: {error}"
            raise Refused(404, message, param="model", code="model_not_found") from error
        for rule in self._rules:
            if rule.concerns(model):
                rule.times -= 1
                return turned(knobs, rule.settings)
        return knobs


def _refuse_on_demand(knobs: Knobs, asked: Asked) -> None:
    fault = FAULTS[knobs.fault]
    if isinstance(fault, Refuse) and (asked.ends_in_assistant or not fault.of_prefill):
        headers = {"Retry-After": f"{knobs.retry_after_s:g}"} if fault.retry_after else {}
        raise Refused(
            fault.status, fault.message, kind=fault.type, code=fault.code, headers=headers
        )


def _refused(platform: Platform, refused: Refused) -> web.Response:
    headers = refused.headers
    if isinstance(platform, NamesErrorsInHead):
        headers = {**platform.refusal_headers(refused), **headers}
    return web.Response(
        body=platform.refusal(refused),
        status=refused.status,
        content_type="application/json",
        headers=headers,
    )


def _json(body: Any, status: int = 200) -> web.Response:
    return web.Response(body=orjson.dumps(body), status=status, content_type="application/json")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
