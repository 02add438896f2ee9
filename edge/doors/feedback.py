"""`POST /v1/feedback`: its caller says of a reply how good it was, or what it was asked for.

    {"response_id": "chatcmpl-...", "rating": "down", "task": "code"}

The reply is named by the `id` that its body had in any dialect, or by `x-prelude-request-id`. It
belongs to the key that asked for it: for others there is none. It is in the ledger, so any worker
knows it, and so does the next start; what was said last counts.
"""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass

import orjson
from aiohttp import web

from edge.core.errors import BadRequest, Overloaded
from edge.core.feedback import Feedback, leaning
from edge.core.types import Json
from edge.core.verdict import Task
from edge.doors.body import read_body
from edge.doors.fields import Fields
from edge.doors.front import Front
from edge.doors.guard import caller
from edge.ledger import Ledger
from edge.ledger_replies import Rated
from edge.ledger_schema import LedgerError

_MEMBERS = ("response_id", "rating", "task")
_THUMBS = {"up": 1.0, "down": 0.0}
_LONGEST_ID = 100
# The id of a request, behind what a dialect puts before it.
_ID = re.compile(r"(?:chatcmpl-|cmpl-|resp_|msg_)?([0-9a-f]{24})")
# A reply is booked right behind its end, perhaps by another worker: seconds until it is looked for
# again.
_PAUSES_S = (0.05, 0.2, 0.5, 0.75)


@dataclass(frozen=True, slots=True)
class Told:
    """`response_id` as the caller wrote it."""

    response_id: str
    feedback: Feedback


def routes(front: Front) -> list[web.RouteDef]:
    async def rate(http: web.Request) -> web.Response:
        told = read_feedback(await read_body(http))
        if front.ledger is None:
            message = "No ledger is kept here, so no feedback is: see ledger.enabled."
            raise BadRequest(message, status=404, code="ledger_disabled")
        rated = await _rate(front.ledger, told, caller(http))
        if rated is None:
            message = f"No reply `{told.response_id}` of yours has ended here."
            code = "response_not_found"
            raise BadRequest(message, status=404, param="response_id", code=code)
        said = None if rated.rating is None else leaning(rated.rating)
        if said is not None and (rated.before is None or said != leaning(rated.before)):
            front.metrics.count_feedback(said)
        body = feedback_body(told, rated)
        return web.Response(body=orjson.dumps(body), content_type="application/json")

    return [web.post("/v1/feedback", rate)]


def read_feedback(body: Fields) -> Told:
    """Raises `BadRequest` naming the member at fault."""
    for name in body.data:
        if name not in _MEMBERS:
            known = ", ".join(_MEMBERS)
            message = f"`{name}` is no member of feedback, which keeps no texts; known: {known}."
            raise BadRequest(message, param=name, code="unknown_parameter")
    response_id = body.text("response_id")
    if not response_id:
        raise body.wrong("response_id", "the id of a reply")
    if len(response_id) > _LONGEST_ID:
        message = f"`response_id` may have {_LONGEST_ID} characters; got {len(response_id)}."
        raise BadRequest(message, param="response_id")
    feedback = Feedback(_read_rating(body), _read_task(body))
    if feedback == Feedback():
        raise body.wrong("rating", "up, down or a number from 0 to 1, unless `task` is given")
    return Told(response_id, feedback)


def feedback_body(told: Told, rated: Rated) -> Json:
    """All that is now known, not only what was said this time."""
    return {
        "object": "feedback",
        "response_id": told.response_id,
        "rating": rated.rating,
        "task": rated.task,
    }


def _read_rating(body: Fields) -> float | None:
    rating = body.data.get("rating")
    if not isinstance(rating, str):
        return body.number("rating", 0, 1)
    if rating not in _THUMBS:
        raise body.wrong("rating", "up, down or a number from 0 to 1")
    return _THUMBS[rating]


def _read_task(body: Fields) -> Task | None:
    task = body.text("task")
    if task is not None and task not in tuple(Task):
        raise body.wrong("task", "one of " + ", ".join(Task))
    return None if task is None else Task(task)


async def _rate(ledger: Ledger, told: Told, caller: str) -> Rated | None:
    known = _ID.fullmatch(told.response_id)
    if known is None:
        return None
    for pause_s in (*_PAUSES_S, None):
        try:
            rated = await asyncio.to_thread(ledger.rate, known[1], caller, told.feedback)
        except LedgerError as error:
            raise Overloaded("The ledger cannot be written now.", retry_after_s=5.0) from error
        if rated is not None or pause_s is None:
            return rated
        await asyncio.sleep(pause_s)
    return None
