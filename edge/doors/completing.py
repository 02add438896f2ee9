"""Both of OpenAI's completions, of chats and of texts: one choice or several, streamed or whole.

A dialect brings how its body is read, and the words for what was asked (`Completions`).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

from aiohttp import web

from edge.core.accounting import Account
from edge.core.types import Request
from edge.doors.answering import Body, Voice, stream_reply, whole_reply
from edge.doors.body import read_body
from edge.doors.choices import Choices, answer_choices
from edge.doors.fields import Fields
from edge.doors.front import Front
from edge.doors.guard import caller, client_retries, request_id
from edge.doors.joining import Handler, joining
from edge.doors.openai_errors import refusal


class Asked(Protocol):
    @property
    def request(self) -> Request: ...

    @property
    def choices(self) -> int: ...


Question = TypeVar("Question", bound=Asked)


@dataclass(frozen=True, slots=True)
class Completions(Generic[Question]):
    """One dialect. `read` is given the body, the request's id and the client's retries."""

    read: Callable[[Fields, str, int], Question]
    voice: Callable[[Question, Account], Voice]
    body: Callable[[Question, Account], Body]
    choices: Callable[[Question], Choices]


def completing(front: Front, door: str, dialect: Completions[Question]) -> Handler:
    async def complete(http: web.Request) -> web.StreamResponse:
        arrived_at, service = time.monotonic(), front.service
        asked = dialect.read(await read_body(http), request_id(http), client_retries(http))
        request = replace(asked.request, caller=caller(http))
        if asked.choices > 1:
            choices = dialect.choices(asked)
            return await answer_choices(front, service, http, request, choices, arrived_at, door)
        reply = await service.begin(request, arrived_at)
        with front.watch(reply, door=door):
            if request.stream:
                voice = dialect.voice(asked, reply.account)
                return await stream_reply(front, service, http, reply, voice, refusal)
            body = dialect.body(asked, reply.account)
            return await whole_reply(front, service, reply, body, refusal)

    return joining(front, door, complete)
