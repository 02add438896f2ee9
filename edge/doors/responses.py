"""OpenAI's Responses over HTTP: `POST /v1/responses`, and what became of it.

    POST   /v1/responses                    whole, streamed, or in the background
    GET    /v1/responses/{id}               as it is now, or its events from a place on
    DELETE /v1/responses/{id}
    POST   /v1/responses/{id}/cancel
    GET    /v1/responses/{id}/input_items
    POST   /v1/responses/input_tokens   about how many a request has

A response is its owner's; to any other there is none of that id. One that is streamed and stored is
told apart from its listener, so a line that was cut is taken up with `GET ...?stream=true&
starting_after=N`, here or on any other worker.

https://platform.openai.com/docs/api-reference/responses
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Mapping
from dataclasses import replace

import orjson
from aiohttp import web

from edge.core.errors import Overloaded
from edge.core.stopped import Stopped
from edge.core.types import PLANNED, Json
from edge.doors.answering import headers, stream_reply, whole_reply
from edge.doors.body import read_body
from edge.doors.fields import Fields
from edge.doors.front import Front
from edge.doors.guard import caller, client_retries, request_id
from edge.doors.joining import joining
from edge.doors.listening import listen, open_outlet, pass_on
from edge.doors.messages_count import estimate_input
from edge.doors.openai_errors import refusal
from edge.doors.responses_lookup import ended, find, find_streamed, recall
from edge.doors.responses_references import filled_in
from edge.doors.responses_request import previous_id, read_responses_request
from edge.doors.responses_telling import stored_reply, tell
from edge.doors.responses_voice import KEEP_ALIVE, ResponseBody, ResponseVoice
from edge.doors.responses_wire import ResponseEvents

_MOST_LISTED = 100
_LISTED = 20


def routes(front: Front) -> list[web.RouteDef]:
    async def create(http: web.Request) -> web.StreamResponse:
        arrived_at, began_at = time.monotonic(), time.time()
        service, owner = front.service, caller(http)
        body = await read_body(http)
        body = await filled_in(front, body, owner, {})
        history = await recall(front, previous_id(body), owner)
        retries = client_retries(http)
        asked = read_responses_request(body, request_id(http), history, client_retries=retries)
        asked = replace(asked, request=replace(asked.request, caller=owner))
        reply = await service.begin(asked.request, arrived_at)
        events = ResponseEvents(asked)
        if asked.background or (asked.stream and asked.store):
            telling = tell(front, service, reply, asked, events, at_once=asked.background)
            if asked.stream:
                return await listen(http, telling, front.patience)
            return _json(events.now(), headers(reply))
        with front.watch(reply, door="responses"):
            if asked.stream:
                voice = ResponseVoice(events, reply.account)
                return await stream_reply(front, service, http, reply, voice, refusal)
            whole = ResponseBody(events, reply.account)
            response = await whole_reply(front, service, reply, whole, refusal)
        if asked.store and events.has_ended:
            with contextlib.suppress(Overloaded):  # it was logged, and the reply is good
                await front.stored.add(stored_reply(asked, events, began_at))
        return response

    async def retrieve(http: web.Request) -> web.StreamResponse:
        query = _query(http)
        if query.flag("stream"):
            return await _resume(front, http, query.integer("starting_after", 0, 2**31))
        reply = await find(front, http.match_info["id"], caller(http))
        return _json(reply.response)

    async def delete(http: web.Request) -> web.StreamResponse:
        id_, owner = http.match_info["id"], caller(http)
        await find(front, id_, owner)
        if (telling := front.tellings.find(id_, owner)) is not None:
            telling.cancel(Stopped.CANCELLED)
            await telling.wait()
        await front.stored.remove(id_, owner)
        return _json({"id": id_, "object": "response", "deleted": True})

    async def cancel(http: web.Request) -> web.StreamResponse:
        """One that has ended stays as it is."""
        id_, owner = http.match_info["id"], caller(http)
        reply = await find(front, id_, owner)
        if (telling := front.tellings.find(id_, owner)) is not None:
            telling.cancel(Stopped.CANCELLED)
            await telling.wait()
        elif reply.is_running:
            await front.stored.ask_to_cancel(id_)
        return _json((await ended(front, id_, owner)).response)

    async def input_items(http: web.Request) -> web.StreamResponse:
        reply = await find(front, http.match_info["id"], caller(http))
        return _json(_page(reply.asked, _query(http)))

    async def count(http: web.Request) -> web.StreamResponse:
        """Estimated, as Anthropic's is here. Its members may all be left out."""
        given, owner = await read_body(http), caller(http)
        body = Fields({"model": PLANNED[0], "input": "", **given.data})
        body = await filled_in(front, body, owner, {})
        history = await recall(front, previous_id(body), owner)
        request = read_responses_request(body, request_id(http), history).request
        tokens = estimate_input(request)
        told = {"object": "response.input_tokens", "input_tokens": tokens}
        return _json(told | {"prelude": {"estimated": True}})

    return [
        web.post("/v1/responses", joining(front, "responses", create)),
        web.post("/v1/responses/input_tokens", count),
        web.get("/v1/responses/{id}", retrieve),
        web.delete("/v1/responses/{id}", delete),
        web.post("/v1/responses/{id}/cancel", cancel),
        web.get("/v1/responses/{id}/input_items", input_items),
    ]


async def _resume(front: Front, http: web.Request, after: int | None) -> web.StreamResponse:
    """Its events behind the one with that number; all of them without one."""
    id_, owner = http.match_info["id"], caller(http)
    place = 0 if after is None else after + 1
    if (telling := front.tellings.find(id_, owner)) is not None:
        return await listen(http, telling, front.patience, place)
    reply = await find_streamed(front, id_, owner)
    outlet = open_outlet(http, {}, KEEP_ALIVE, front.patience)
    await pass_on(http, outlet, front.stored.follow(reply.id, place))
    return await outlet.end(is_good=True)


def _page(items: list[Json], query: Fields) -> Json:
    order = query.text("order") or "desc"
    if order not in ("asc", "desc"):
        raise query.wrong("order", "asc or desc")
    listed = items if order == "asc" else items[::-1]
    ids = [item["id"] for item in listed]
    if (after := query.text("after")) is not None:
        if after not in ids:
            raise query.wrong("after", "the id of an item of this response")
        listed = listed[ids.index(after) + 1 :]
    limit = query.integer("limit", 1, _MOST_LISTED) or _LISTED
    page = listed[:limit]
    return {
        "object": "list",
        "data": page,
        "first_id": page[0]["id"] if page else None,
        "last_id": page[-1]["id"] if page else None,
        "has_more": len(listed) > limit,
    }


def _query(http: web.Request) -> Fields:
    """The words of a query as what they say."""
    return Fields({key: _value(key, text) for key, text in http.query.items()})


def _value(key: str, text: str) -> Json:
    if key in ("limit", "starting_after") and text.isascii() and text.isdigit() and len(text) < 12:
        return int(text)
    return {"true": True, "false": False}.get(text, text)


def _json(body: Json, headers: Mapping[str, str] | None = None) -> web.Response:
    told = orjson.dumps(body)
    return web.Response(body=told, content_type="application/json", headers=headers)
