"""`response.steer`: what somebody says into a running response, and what becomes of it.

    response.steer ─► response.steer.accepted ─► response.incomplete (reason: steered)
                                                   └─► response.created, of its successor

What was said stands. The legs stop behind the word that is being said, as if the response were
cancelled, and are paid for; the successor is asked for with the same settings, and goes on with the
conversation: what was asked, what was answered so far, and what was said into it. Its
`response.created` is the commit point. Until then the input is ours: when it cannot be carried out,
`response.steer.failed` gives it back.

Only plain text is steered: in a tool call, or in a reply that a program will read, half of it is
worth nothing. The events are those of the `openai` package's types, `response_steer_*`.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field

from edge.core.errors import BadRequest, EdgeError
from edge.core.stopped import Stopped
from edge.core.types import Json
from edge.doors.fields import Fields
from edge.doors.openai_errors import to_wire
from edge.doors.responses_items import read_input
from edge.doors.responses_request import ResponsesRequest
from edge.doors.responses_voice import frame
from edge.doors.responses_wire import ResponseEvents
from edge.telling import Telling

MOST_PENDING = 8  # of one response
_WORD_S = 0.5  # for the rest of a word
_MEMBERS = frozenset("type previous_response_id input".split())
_OF_MESSAGES = frozenset("type role content id status".split())
_CODES = frozenset(
    "response_not_found invalid_input steering_not_supported too_many_pending_steers "
    "response_already_completed response_not_active successor_creation_failed".split()
)


@dataclass(frozen=True, slots=True)
class Steer:
    """`items` is the input, as the dialect's items; `given`, as it came."""

    previous: str
    given: Json = field(repr=False)
    items: tuple[Json, ...] = field(repr=False)
    id: str = field(default_factory=lambda: f"steer_{secrets.token_hex(12)}")


@dataclass(slots=True, eq=False)
class Steered:
    """A response that may be steered while it is told."""

    asked: ResponsesRequest
    events: ResponseEvents
    telling: Telling
    pending: list[Steer] = field(default_factory=list)

    def accept(self, steer: Steer) -> None:
        """It says so among its own events, and stops: inside a word behind it, if that comes
        soon. Raises `BadRequest`."""
        if self.events.has_ended:
            raise refused("response_already_completed", "This response has ended.")
        if self.asked.request.is_structured or self.events.has_calls:
            raise refused("steering_not_supported", "Only a reply in plain text can be steered.")
        if len(self.pending) >= MOST_PENDING:
            message = f"{MOST_PENDING} steers wait for this response: no more do."
            raise refused("too_many_pending_steers", message)
        self.pending.append(steer)
        self.telling.say(frame(self.events.steer(steer.id)))
        if self.events.is_inside_word:
            asyncio.get_running_loop().call_later(_WORD_S, self.telling.cancel, Stopped.STEERED)
        else:
            self.telling.cancel(Stopped.STEERED)


def refused(code: str, message: str) -> BadRequest:
    return BadRequest(message, param="previous_response_id", code=code)


def read_steer(asked: Fields) -> Steer:
    """Raises `BadRequest`."""
    for key in asked.data:
        if key not in _MEMBERS:
            message = f"`{key}` is no member of response.steer: the response says which lane."
            raise BadRequest(message, param=key)
    previous = asked.text("previous_response_id")
    if previous is None:
        raise asked.wrong("previous_response_id", "the id of a response that runs here")
    read_input(asked)
    given = asked.data["input"]
    if isinstance(given, str):
        return Steer(previous, given, ({"role": "user", "content": given},))
    for item in asked.objects("input") or ():
        if item.text("role") != "user" or not _OF_MESSAGES.issuperset(item.data):
            message = f"`{item.path}` must be a message of the user, with nothing but its content."
            raise BadRequest(message, param=item.path)
    return Steer(previous, given, tuple(given))


def rest_of_word(text: str) -> tuple[str, bool]:
    """What of it still belongs to the word before it, and whether more follows behind that."""
    rest = "" if text[:1].isspace() else text.split(maxsplit=1)[0]
    return rest, len(rest) < len(text)


def successor_frame(asked: Fields, previous: str, steers: Iterable[Steer]) -> Fields:
    """The same settings, going on from that response with what was said into it."""
    items = [item for steer in steers for item in steer.items]
    return Fields({**asked.data, "previous_response_id": previous, "input": items})


def steer_failed(
    error: EdgeError,
    previous: str,
    given: Json,
    *,
    code: str | None = None,
    steer_id: str | None = None,
    lane: str | None = None,
) -> Json:
    """`code` None: what the error says, or that the input is wrong. It is no event of the
    response's own, and takes no number from it."""
    wire = to_wire(error)
    code = code or (wire.code if wire.code in _CODES else "invalid_input")
    steer: Json = {"previous_response_id": previous, "input": given}
    if steer_id is not None:
        steer["id"] = steer_id
    event: Json = {
        "type": "response.steer.failed",
        "error": {"type": "invalid_request_error", "code": code, "message": wire.message},
        "steer": steer,
        "sequence_number": 0,
    }
    if lane is not None:
        event["stream_id"] = lane
    return event
