"""`Idempotency-Key`: a request that is sent twice is answered once, and told to both.

The second one (its first line was cut, or its client grew impatient) joins the answer from its
beginning, running or lately ended. Only good answers are kept: after a failure the next one tries
anew. A key is its owner's, and of one door.

All requests with one key are answered by one worker of the box, its home. What a worker told dies
with it: who takes its place begins anew.

https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
"""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable

from aiohttp import web

from edge.core.errors import BadRequest
from edge.doors.body import read_bytes
from edge.doors.forwarding import forward_within
from edge.doors.front import Front
from edge.doors.guard import caller, request_id
from edge.doors.listening import TELLING, answer_of, listen
from edge.telling import Answer, Telling
from edge.tellings import Joining

_HEADER = "Idempotency-Key"
_LONGEST_KEY = 255
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def joining(front: Front, door: str, handler: Handler) -> Handler:
    """The same handler, for requests that may be sent twice."""

    async def handle(http: web.Request) -> web.StreamResponse:
        key = http.headers.get(_HEADER)
        if key is None:
            return await handler(http)
        if not 1 <= len(key) <= _LONGEST_KEY:
            message = f"{_HEADER} may have 1 to {_LONGEST_KEY} characters; got {len(key)}."
            raise BadRequest(message, param=_HEADER, code="invalid_idempotency_key")
        tellings, owner = front.tellings, caller(http)
        home = front.homes.of(owner, door, key)
        if home is not None:
            return await forward_within(http, home, front.patience, front.homes.restart_s)
        within = http.clone()  # before the body is read; the guard's notes go with it
        body = hashlib.sha256(await read_bytes(within)).digest()
        request = Joining(door, key, body)

        async def work(telling: Telling) -> Answer | None:
            within[TELLING] = telling
            return answer_of(await handler(within))

        telling = tellings.join(owner, request) or tellings.start(
            f"{door}_{request_id(http)}", owner, work, joining=request, can_resume=False
        )
        return await listen(http, telling, front.patience)

    return handle
