"""Find a stored response for its owner, whichever worker told it, or tells it."""

from __future__ import annotations

from dataclasses import replace

from edge.core.errors import BadRequest
from edge.core.types import Json
from edge.doors.front import Front
from edge.doors.responses_voice import frame
from edge.reply_file import StoredReply

_CANCEL_S = 10.0  # for another worker to hear of it


async def find(front: Front, id_: str, owner: str) -> StoredReply:
    """Raises `BadRequest` where there is none, and `Overloaded` where the file cannot be used."""
    reply = await front.stored.find(id_, owner)
    if reply is None:
        message = f"There is no response `{id_[:100]}`, or it was not stored."
        raise BadRequest(message, status=404, code="response_not_found")
    return await _bury(front, reply) if front.stored.is_lost(reply) else reply


async def find_streamed(front: Front, id_: str, owner: str) -> StoredReply:
    """One whose events can be told again. Raises as `find`, and `BadRequest` where it has none."""
    reply = await find(front, id_, owner)
    if not reply.is_streamed:
        message = "This response was not streamed: it can be had in one piece only."
        raise BadRequest(message, param="stream", code="response_not_streamed")
    return reply


async def ended(front: Front, id_: str, owner: str) -> StoredReply:
    """Once it has ended, or when it is a while that it was asked to."""
    await front.stored.until_ended(id_, owner, _CANCEL_S)
    return await find(front, id_, owner)


async def recall(front: Front, id_: str | None, owner: str) -> tuple[Json, ...]:
    """The conversation that `previous_response_id` goes on with."""
    if id_ is None:
        return ()
    reply = await front.stored.find(id_, owner)
    if reply is None:
        message = f"Previous response `{id_[:100]}` is not known, or was not stored."
        code = "previous_response_not_found"
        raise BadRequest(message, param="previous_response_id", code=code)
    if reply.is_running:
        message = f"Previous response `{id_[:100]}` has not ended yet."
        code = "previous_response_in_progress"
        raise BadRequest(message, param="previous_response_id", code=code)
    return tuple(reply.conversation)


async def _bury(front: Front, reply: StoredReply) -> StoredReply:
    """Its worker died with it: say so, to those who follow it too."""
    error = {"code": "server_error", "message": "The process that told this response has ended."}
    response = reply.response | {"status": "failed", "error": error}
    place = await front.stored.count_frames(reply.id)
    event = {"type": "response.failed", "response": response, "sequence_number": place}
    failed = replace(reply, response=response, is_running=False)
    await front.stored.end(failed, place, frame(event) if reply.is_streamed else b"")
    return failed
