"""`POST /v1/completions`: a text is gone on with, or a gap in one is filled, in OpenAI's dialect.

For editors. With a `suffix` only those are asked who fill gaps; what they say is shown line by
line, without what the suffix says again. There is no opening: words of one model in the middle of
another's code would help nobody. A stream that breaks is gone on with by the next model, for which
what was said already is a part of the prompt.
"""

from __future__ import annotations

from aiohttp import web

from edge.doors.completing import Completions, completing
from edge.doors.completions_request import read_completion_request
from edge.doors.completions_wire import CompletionBody, CompletionChunks, completion_choices
from edge.doors.front import Front

_TEXTS = Completions(read_completion_request, CompletionChunks, CompletionBody, completion_choices)


def routes(front: Front) -> list[web.RouteDef]:
    return [web.post("/v1/completions", completing(front, "completions", _TEXTS))]
