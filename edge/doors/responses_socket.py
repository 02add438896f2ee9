"""WebSocket `/v1/responses`: OpenAI's Responses events, made for people who type.

A connection has lanes (`stream_id`); within one, requests run first in, first out, and lanes run
side by side. `"prelude": {"supersede": true}` in a `response.create` cancels what runs or waits on
its lane; `response.cancel` cancels one response by id; `response.steer` says something into one.
Cancelled or not, every response that was created ends with exactly one terminal event, and a
cancelled one stops its legs at once, before anything that waited behind it begins.

    read ──frame──► lane (waiting jobs) ──► one task a running job ◄──events── telling
                                                     └──► socket

A response is told apart from its connection. When the line is cut, one that is stored goes on for a
while and can be taken up: over HTTP, or with `{"type": "response.resume", "response_id": ...,
"starting_after": N}` on another connection. Its events are those of before: numbered on, and with
the lane that it was asked on.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace

from aiohttp import WSMessage, WSMsgType, web

from edge.core.errors import BadRequest, EdgeError, Overloaded
from edge.core.stopped import Stopped
from edge.core.types import Json
from edge.doors.fields import Fields, parse_object
from edge.doors.front import Front
from edge.doors.guard import caller
from edge.doors.responses_lookup import find_streamed, recall
from edge.doors.responses_references import filled_in
from edge.doors.responses_request import (
    ResponsesRequest,
    conversation,
    lane_of,
    previous_id,
    read_responses_request,
    supersedes,
)
from edge.doors.responses_steer import (
    Steer,
    Steered,
    read_steer,
    refused,
    steer_failed,
    successor_frame,
)
from edge.doors.responses_telling import stored_reply, tell
from edge.doors.responses_voice import frames
from edge.doors.responses_wire import ResponseEvents
from edge.doors.socket_lanes import Job, Lanes
from edge.doors.socket_line import Line, Socket

_MOST_REMEMBERED = 32  # responses whose conversation `previous_response_id` may take up
_FRAMES = "response.create, response.steer, response.cancel or response.resume"


def routes(front: Front) -> list[web.RouteDef]:
    async def connect(http: web.Request) -> web.StreamResponse:
        socket = Socket(front.server)
        if not socket.can_prepare(http).ok:
            message = "GET /v1/responses is a WebSocket: send an Upgrade."
            raise BadRequest(message, status=426, code="upgrade_required")
        await socket.prepare(http)
        with front.hold(socket):
            await _Session(front, http, socket).run()
        return socket

    return [web.get("/v1/responses", connect)]


class _Session:
    """One connection. The task group owns every running job."""

    def __init__(self, front: Front, http: web.Request, socket: Socket) -> None:
        self._front = front
        self._caller = caller(http)
        self._warming: asyncio.Task[None] | None = None
        self._group = asyncio.TaskGroup()
        self._lanes = Lanes(front.server.max_body_bytes)
        self._line = Line(http, socket, front.server, lambda: not self._lanes.is_empty)
        self._history: OrderedDict[str, tuple[Json, ...]] = OrderedDict()

    async def run(self) -> None:
        try:
            async with self._group:
                try:
                    async for message in self._line.messages():
                        await self._receive(message)
                finally:
                    self._abandon()
        except* ConnectionError:
            pass  # the client has gone, or does not read

    def _abandon(self) -> None:
        """Nobody listens any more. A client that took its leave wants nothing more; one whose
        line was cut may come back for what it stored."""
        for job in self._lanes:
            if self._line.is_farewell:
                job.cancel(Stopped.CLIENT_GONE)
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

    async def _receive(self, message: WSMessage) -> None:
        lane = None
        try:
            if message.type is WSMsgType.BINARY:
                raise BadRequest("Only text frames are read here.")
            frame = parse_object(message.data)
            kind = frame.text("type")
            if kind == "response.steer":
                await self._steer(frame)
                return
            lane = lane_of(frame)
            match kind:
                case "response.create":
                    self._create(Job(frame, lane, len(message.data)))
                case "response.resume":
                    self._resume(Job(frame, lane, len(message.data)))
                case "response.cancel":
                    self._cancel(frame)
                case _:
                    raise frame.wrong("type", _FRAMES)
        except EdgeError as error:
            await self._line.refuse(error, lane)

    def _create(self, job: Job) -> None:
        self._stop_warming()
        if supersedes(job.frame):
            for older in self._lanes.on(job.lane):
                older.cancel(Stopped.SUPERSEDED)
        self._start(self._lanes.add(job))

    def _resume(self, job: Job) -> None:
        wanted = job.frame.text("response_id")
        if wanted is None:
            raise job.frame.wrong("response_id", "the id of a response")
        job.request_id = wanted.removeprefix("resp_")
        self._start(self._lanes.add(job))

    def _cancel(self, frame: Fields) -> None:
        wanted = frame.text("response_id")
        job = self._lanes.find(wanted)
        if job is None:
            message = f"No response `{(wanted or '')[:100]}` runs or waits on this connection."
            raise BadRequest(message, status=404, param="response_id", code="response_not_found")
        job.cancel(Stopped.CANCELLED)

    async def _steer(self, frame: Fields) -> None:
        try:
            self._say_into(read_steer(frame))
        except EdgeError as error:
            previous, given = frame.data.get("previous_response_id"), frame.data.get("input")
            previous = previous if isinstance(previous, str) else ""
            job = self._lanes.find(previous)
            lane = None if job is None else job.lane
            await self._line.send(frames([steer_failed(error, previous, given, lane=lane)]))

    def _say_into(self, steer: Steer) -> None:
        job = self._lanes.find(steer.previous)
        if job is None and steer.previous in self._history:
            raise refused("response_already_completed", "This response has ended.")
        if job is None:
            raise refused("response_not_found", "No such response runs on this connection.")
        if job.steered is None and job.stop is not None:
            raise refused("steering_not_supported", "A response taken up again cannot be steered.")
        if job.steered is None or job.is_cancelled:
            raise refused("response_not_active", "This response is not being told.")
        job.steered.accept(steer)

    # Jobs.

    def _start(self, job: Job | None) -> None:
        if job is not None:
            job.task = self._group.create_task(self._run(job))

    async def _run(self, job: Job) -> None:
        successor = None
        try:
            await self._tell(job)
            successor = await self._follow_up(job)
        except EdgeError as error:
            await self._fail(job, error)
        finally:
            self._line.note_activity()
            self._start(self._lanes.end(job, successor))

    async def _fail(self, job: Job, error: EdgeError) -> None:
        steers = job.steered.pending if job.steered is not None else job.carries
        if not steers or job.steered is not None:
            await self._line.refuse(error, job.lane)
        await self._give_back(job, steers, error, "successor_creation_failed")

    async def _tell(self, job: Job) -> None:
        """Raises `EdgeError` for a frame that no response can be made of."""
        if job.frame.text("type") == "response.resume":
            await self._tell_again(job)
        else:
            await self._answer(job)

    async def _answer(self, job: Job) -> None:
        arrived_at = time.monotonic()
        front, service = self._front, self._front.service
        history = await self._recall(previous_id(job.frame))
        frame = await filled_in(front, job.frame, self._caller, self._history)
        asked = read_responses_request(frame, job.request_id, history, is_frame=True)
        asked = replace(asked, request=replace(asked.request, caller=self._caller))
        events = ResponseEvents(asked)
        if not asked.generate:
            await self._prepare(asked, events)
            return
        reply = await service.begin(asked.request, arrived_at)
        if job.is_cancelled:  # while it waited for its turn
            with front.watch(reply, "responses", lambda: job.stopped):
                await self._line.send(frames([*events.begin(), *events.cancelled(reply.account)]))
            return
        telling = tell(front, service, reply, asked, events, at_once=True)
        job.begin(telling.cancel)
        job.steered = Steered(asked, events, telling)
        with telling.listening():
            async for told in telling.follow():
                if events.has_ended:  # before its end is heard: the next frame may go on with it
                    self._remember(events.id, conversation(asked, events.answer()))
                await self._line.send(told)

    async def _prepare(self, asked: ResponsesRequest, events: ResponseEvents) -> None:
        """Nothing is said, but a later request may go on from there."""
        told = frames(events.nothing())
        self._remember(events.id, conversation(asked, ()))
        if asked.store:
            with contextlib.suppress(Overloaded):  # it was logged
                prepared = stored_reply(asked, events, time.time())
                await self._front.stored.add(replace(prepared, is_streamed=False))
        await self._line.send(told)
        if asked.request.messages:
            self._warming = self._group.create_task(self._front.service.warm(asked.request))

    async def _tell_again(self, job: Job) -> None:
        """What was said behind that place, and what is still to come."""
        after = job.frame.integer("starting_after", 0, 2**31)
        place = 0 if after is None else after + 1
        front, id_ = self._front, job.response_id
        if (telling := front.tellings.find(id_, self._caller)) is not None:
            job.begin(telling.cancel)
            with telling.listening():
                async for told in telling.follow(place):
                    await self._line.send(told)
            return
        await find_streamed(front, id_, self._caller)
        job.begin(lambda _: self._group.create_task(self._ask_to_cancel(id_)))
        async for told in front.stored.follow(id_, place):
            await self._line.send(told)

    async def _ask_to_cancel(self, id_: str) -> None:
        """One that another worker tells."""
        with contextlib.suppress(Overloaded):  # it was logged
            await self._front.stored.ask_to_cancel(id_)

    async def _follow_up(self, job: Job) -> Job | None:
        """The successor of a response that was steered."""
        if job.steered is None or not job.steered.pending:
            return None
        steers = job.steered.pending
        if job.is_cancelled:
            error = refused("response_not_active", "The response was cancelled.")
            await self._give_back(job, steers, error)
            return None
        frame = successor_frame(job.frame, job.response_id, steers)
        return Job(frame, job.lane, job.size, carries=tuple(steers))

    async def _give_back(
        self, job: Job, steers: Sequence[Steer], error: EdgeError, code: str | None = None
    ) -> None:
        for one in steers:
            event = steer_failed(
                error, one.previous, one.given, code=code, steer_id=one.id, lane=job.lane
            )
            await self._line.send(frames([event]))

    async def _recall(self, previous: str | None) -> tuple[Json, ...]:
        if previous is not None and previous in self._history:
            return self._history[previous]
        return await recall(self._front, previous, self._caller)

    def _remember(self, id_: str, items: list[Json]) -> None:
        """What is not stored can be gone on with on its own connection."""
        self._history[id_] = tuple(items)
        if len(self._history) > _MOST_REMEMBERED:
            self._history.popitem(last=False)
