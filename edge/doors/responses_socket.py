"""WebSocket `/v1/responses`: OpenAI's Responses events, made for people who type.

A connection has lanes (`stream_id`); within one, requests run first in, first out, and lanes run
side by side. `"prelude": {"supersede": true}` in a `response.create` cancels what runs or waits on
its lane; `response.cancel` cancels one response by id. Cancelled or not, every response that was
created ends with exactly one terminal event, and a cancelled one stops its legs at once.

    read ──frame──► lane (waiting jobs) ──► one task a running job ◄──events── telling
                                                     └──► socket

A response is told apart from its connection. When the line is cut, one that is stored goes on for a
while and can be taken up over HTTP: `GET /v1/responses/{id}?stream=true&starting_after=N`.
"""

from __future__ import annotations

import asyncio
import secrets
import time
from collections import OrderedDict, deque
from dataclasses import dataclass, field, replace

from aiohttp import WSCloseCode, WSMsgType, web

from edge.core.errors import BadRequest, EdgeError, Overloaded
from edge.core.types import Json
from edge.doors.fields import Fields, parse_object
from edge.doors.front import Front
from edge.doors.guard import caller
from edge.doors.openai_errors import to_wire
from edge.doors.responses_lookup import recall
from edge.doors.responses_request import (
    conversation,
    lane_of,
    previous_id,
    read_responses_request,
    supersedes,
)
from edge.doors.responses_telling import tell
from edge.doors.responses_voice import event_of, frames
from edge.doors.responses_wire import ResponseEvents
from edge.doors.stream import ClientStalled
from edge.journal import split_frames
from edge.telling import Telling

_LIFETIME_S = 60 * 60.0  # OpenAI's own limit: clients know how to reconnect
_PING_S = 20.0
_MOST_JOBS = 64  # running and waiting, on one connection
_MOST_REMEMBERED = 32  # responses whose conversation `previous_response_id` may take up


def routes(front: Front) -> list[web.RouteDef]:
    async def connect(http: web.Request) -> web.StreamResponse:
        socket = web.WebSocketResponse(
            heartbeat=_PING_S, compress=False, max_msg_size=front.server.max_body_bytes
        )
        if not socket.can_prepare(http).ok:
            message = "GET /v1/responses is a WebSocket: send an Upgrade."
            raise BadRequest(message, status=426, code="upgrade_required")
        await socket.prepare(http)
        with front.hold(socket):
            await _Session(front, socket, caller(http)).run()
        return socket

    return [web.get("/v1/responses", connect)]


@dataclass(slots=True, eq=False)
class _Job:
    """One `response.create`. It is cancelled by asking; its task passes on what is told."""

    frame: Fields
    lane: str | None
    id: str = field(default_factory=lambda: secrets.token_hex(12))
    task: asyncio.Task[None] | None = None
    telling: Telling | None = None
    is_cancelled: bool = False

    def cancel(self) -> None:
        self.is_cancelled = True
        if self.telling is not None:
            self.telling.cancel()


class _Session:
    """One connection. The task group owns every running job."""

    def __init__(self, front: Front, socket: web.WebSocketResponse, caller: str) -> None:
        self._front = front
        self._caller = caller
        self._socket = socket
        self._warming: asyncio.Task[None] | None = None
        self._group = asyncio.TaskGroup()
        self._lanes: dict[str | None, deque[_Job]] = {}
        self._history: OrderedDict[str, tuple[Json, ...]] = OrderedDict()

    async def run(self) -> None:
        try:
            async with self._group:
                try:
                    await self._read()
                finally:
                    self._abandon()
        except* ConnectionError:
            pass  # the client has gone, or does not read

    async def _read(self) -> None:
        try:
            async with asyncio.timeout(_LIFETIME_S):
                async for message in self._socket:
                    if message.type is WSMsgType.TEXT:
                        await self._receive(message.data)
                    elif message.type is WSMsgType.BINARY:
                        await self._refuse(BadRequest("Only text frames are read here."), None)
        except TimeoutError:
            code = "websocket_connection_limit_reached"
            error = BadRequest("A connection lives at most 60 minutes: reconnect.", code=code)
            await self._refuse(error, None)
            await self._socket.close()

    def _abandon(self) -> None:
        """Nobody listens any more. A client that took its leave wants nothing more; one whose
        line was cut may come back for what it stored."""
        is_done = self._socket.close_code == WSCloseCode.OK
        for lane in self._lanes.values():
            for job in lane:
                if is_done:
                    job.cancel()
                if job.task is not None:
                    job.task.cancel()
        self._lanes.clear()
        self._stop_warming()

    def _stop_warming(self) -> None:
        """What was read so far is kept."""
        if self._warming is not None:
            self._warming.cancel()
            self._warming = None

    # Frames.

    async def _receive(self, data: str) -> None:
        lane = None
        try:
            frame = parse_object(data)
            lane = lane_of(frame)
            match frame.text("type"):
                case "response.create":
                    self._create(frame, lane)
                case "response.cancel":
                    self._cancel(frame)
                case "response.steer":
                    await self._send(frames([_steer_failed(frame)]))
                case _:
                    raise frame.wrong("type", "response.create or response.cancel")
        except EdgeError as error:
            await self._refuse(error, lane)

    def _create(self, frame: Fields, lane: str | None) -> None:
        self._stop_warming()
        if supersedes(frame):
            for job in self._lanes.get(lane, ()):
                job.cancel()
        waiting = sum(map(len, self._lanes.values()))
        if waiting >= _MOST_JOBS:
            raise Overloaded(f"{waiting} responses run or wait here; the limit is {_MOST_JOBS}.")
        jobs = self._lanes.setdefault(lane, deque())
        jobs.append(_Job(frame, lane))
        if len(jobs) == 1:
            self._start(jobs[0])

    def _cancel(self, frame: Fields) -> None:
        wanted = frame.text("response_id")
        for jobs in self._lanes.values():
            for job in jobs:
                if f"resp_{job.id}" == wanted:
                    job.cancel()
                    return
        message = f"No response `{(wanted or '')[:100]}` runs or waits on this connection."
        raise BadRequest(message, status=404, param="response_id", code="response_not_found")

    # Jobs.

    def _start(self, job: _Job) -> None:
        job.task = self._group.create_task(self._run(job))

    async def _run(self, job: _Job) -> None:
        try:
            await self._answer(job)
        except EdgeError as error:
            await self._refuse(error, job.lane)
        finally:
            self._next(job)

    def _next(self, job: _Job) -> None:
        jobs = self._lanes.get(job.lane)
        if jobs is None:
            return  # the connection is closing
        jobs.remove(job)
        if jobs:
            self._start(jobs[0])
        else:
            del self._lanes[job.lane]

    async def _answer(self, job: _Job) -> None:
        """Raises `EdgeError` for a frame that no response can be made of."""
        arrived_at = time.monotonic()
        front, service = self._front, self._front.service
        history = await self._recall(previous_id(job.frame))
        asked = read_responses_request(job.frame, job.id, history, is_frame=True)
        asked = replace(asked, request=replace(asked.request, caller=self._caller))
        events = ResponseEvents(asked)
        if not asked.generate:
            await self._send(frames(events.nothing()))
            self._warming = self._group.create_task(service.warm(asked.request))
            return
        reply = await service.begin(asked.request, arrived_at)
        if job.is_cancelled:  # while it waited for its turn
            with front.watch(reply, door="responses"):
                await self._send(frames([*events.begin(), *events.cancelled(reply.account)]))
            return
        job.telling = tell(front, service, reply, asked, events, at_once=True)
        with job.telling.listening():
            async for told in job.telling.follow():
                if events.has_ended:  # before its end is heard: the next frame may go on with it
                    self._remember(events.id, conversation(asked, events.answer()))
                await self._send(told)

    async def _recall(self, previous: str | None) -> tuple[Json, ...]:
        if previous is not None and previous in self._history:
            return self._history[previous]
        return await recall(self._front, previous, self._caller)

    def _remember(self, id_: str, items: list[Json]) -> None:
        """What is not stored can be gone on with on its own connection."""
        self._history[id_] = tuple(items)
        if len(self._history) > _MOST_REMEMBERED:
            self._history.popitem(last=False)

    # The socket.

    async def _send(self, told: bytes) -> None:
        """Frames of a telling, a message each."""
        timeout_s = self._front.write_timeout_s
        try:
            async with asyncio.timeout(timeout_s):
                for one in split_frames(told):
                    await self._socket.send_str(event_of(one).decode())
        except TimeoutError as error:
            await self._socket.close(code=WSCloseCode.POLICY_VIOLATION, drain=False)
            raise ClientStalled(f"nothing read for {timeout_s:g} s") from error

    async def _refuse(self, error: EdgeError, lane: str | None) -> None:
        wire = to_wire(error)
        event: Json = {"type": "error", "status": wire.status, **wire.body()}
        if headers := wire.headers():
            event["error"]["headers"] = headers
        if lane is not None:
            event["stream_id"] = lane
        await self._send(frames([event]))


def _steer_failed(frame: Fields) -> Json:
    previous = frame.text("previous_response_id")
    message = "Steering is not supported here: cancel, or supersede, and ask again."
    event: Json = {
        "type": "response.steer.failed",
        "error": {
            "type": "invalid_request_error",
            "code": "steering_not_supported",
            "message": message,
        },
        "steer": {"previous_response_id": previous, "input": frame.data.get("input")},
    }
    if (lane := lane_of(frame)) is not None:
        event["stream_id"] = lane
    return event
