"""`POST /v1/chat/completions`: OpenAI's chat dialect, as server-sent events or as JSON."""

from __future__ import annotations

from aiohttp import web

from edge.doors.chat_request import read_chat_request
from edge.doors.chat_wire import ChatBody, ChatChunks, chat_choices
from edge.doors.completing import Completions, completing
from edge.doors.front import Front

_CHAT = Completions(read_chat_request, ChatChunks, ChatBody, chat_choices)


def routes(front: Front) -> list[web.RouteDef]:
    return [web.post("/v1/chat/completions", completing(front, "chat", _CHAT))]
