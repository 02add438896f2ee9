"""Every field of every door with something wrong in its place.

Each world takes a body in which every member is right, puts rubbish at one or two places of it, and
sends it to a door that is really served. Whatever it was: no fault of ours (5xx), no hang, a stream
that comes to its end, and an error in the dialect's shape that names the member that was wrong. A
failing world is printed for replay. `PRELUDE_FUZZ_TIMES=100` tries so many times as many, and other
ones on every run.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote_from_bytes

import pytest
import yarl
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from edge.core.film import Look
from edge.core.media import Draw, Embed, Kind, Made, MediaRequest, Picture, estimate_usage
from edge.core.settings import ServerSettings
from edge.ledger import Ledger
from edge.scripted import ScriptedTier, says
from tests.edge.doors import fuzz_bodies as bodies

Serve = Callable[..., AbstractAsyncContextManager[Any]]
Place = tuple[str | int, ...]
World = list[tuple[Place, Any]]
_MOST_BYTES = 1 << 20
_PATIENCE_S = 20.0
_TIMES = int(os.environ.get("PRELUDE_FUZZ_TIMES", "1"))

LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.sampled_from([10**6, -(10**6), 2**63 - 1, -(2**63), 2**63, 10**30, 1e308, -0.0, 1e-320])
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8)
    | st.sampled_from(["", "auto", "none", "\0", "\u202e\U0001f9a0é", "x" * 5000, "mine/big"])
)
RUBBISH = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=8,
)
# What is wrong with the one may be told of the other.
_TOGETHER = {"prelude": {"model"}, "model": {"prelude"}, "messages": {"model"}, "input": {"model"}}


@dataclass(frozen=True, slots=True)
class Door:
    """`last`: how its stream ends. `together`: members of which the one's fault may be told of the
    others. `good`: the status of the body that is right. `only_streams`: without being asked to."""

    path: str
    body: dict[str, Any]
    last: bytes = b""
    together: dict[str, set[str]] = field(default_factory=dict)
    good: int = 200
    only_streams: bool = False

    @property
    def speaks_anthropic(self) -> bool:
        return self.path.startswith("/v1/messages")

    def blamed(self, world: World) -> set[str]:
        roots = {str(place[0]) for place, _ in world}
        others = (self.together.get(root, set()) | _TOGETHER.get(root, set()) for root in roots)
        return roots.union(*others)


_TOOLS = {"tools": {"tool_choice"}}
_STREAM = {"stream": {"stream_options"}}
_DONE = b"data: [DONE]\n\n"
DOORS = {
    "chat": Door(
        "/v1/chat/completions",
        bodies.CHAT,
        _DONE,
        _TOOLS | _STREAM | {"logprobs": {"top_logprobs", "prelude"}},
    ),
    "completions": Door(
        "/v1/completions",
        bodies.TEXTS,
        _DONE,
        _STREAM | {"logprobs": {"prelude"}, "suffix": {"prompt", "model"}},
    ),
    "responses": Door(
        "/v1/responses", bodies.RESPONSES, b'"type":"response.completed"', _TOOLS | _STREAM
    ),
    "messages": Door(
        "/v1/messages",
        bodies.MESSAGES,
        b'"type":"message_stop"',
        _TOOLS | {"messages": {"tool_choice", "thinking", "output_config"}},
    ),
    "count_tokens": Door("/v1/messages/count_tokens", bodies.COUNTED, b"", _TOOLS),
    "ui": Door("/v1/ui/messages", bodies.PAGE, _DONE, _TOOLS, only_streams=True),
    "embeddings": Door("/v1/embeddings", bodies.EMBEDDINGS),
    "images": Door("/v1/images/generations", bodies.IMAGES, b"", {"stream": {"partial_images"}}),
    "videos": Door("/v1/videos", bodies.VIDEOS),
    "feedback": Door("/v1/feedback", bodies.FEEDBACK, good=404),
}


class Makes:
    """Whatever is asked for, and at once."""

    name = "mine/big"

    def __init__(self, films: Path) -> None:
        self.films = films

    def maker(self, name: str, kind: Kind) -> Makes:
        return self

    def filmer(self, name: str) -> Makes:
        return self

    async def make(self, request: MediaRequest) -> Made:
        usage = estimate_usage(request.ask)
        match request.ask:
            case Embed(texts=texts, tokens=tokens):
                return Made(usage, vectors=((0.5, 0.5),) * len(texts or tokens))
            case Draw(count=count):
                return Made(usage, files=(Picture(data="aGk="),) * count)
            case _:
                raise AssertionError(request.ask)

    async def begin(self, request: MediaRequest) -> Any:
        return {"id": request.id}

    async def look(self, request: MediaRequest, handle: Any) -> Look:
        return Look(progress=0.5)

    async def cancel(self, request: MediaRequest, handle: Any) -> None:
        pass

    def open(self, url: str) -> AbstractAsyncContextManager[Any]:
        raise AssertionError(url)


def places_in(data: Any, place: Place = ()) -> Iterator[Place]:
    items: Any = ()
    if isinstance(data, dict):
        items = data.items()
    elif isinstance(data, list):
        items = enumerate(data)
    for key, value in items:
        yield (*place, key)
        yield from places_in(value, (*place, key))


def spoilt(body: Any, place: Place, rubbish: Any) -> Any:
    """With something else there; a place that is gone by now changes nothing."""
    *way, last = place
    inner = body
    try:
        for key in way:
            inner = inner[key]
        inner[last] = rubbish
    except (TypeError, KeyError, IndexError):
        pass
    return body


def worlds(door: Door) -> st.SearchStrategy[World]:
    places = st.sampled_from([*places_in(door.body), ("unknown",), ("prelude", "unknown")])
    return st.lists(st.tuples(places, RUBBISH), min_size=1, max_size=2)


pytestmark = pytest.mark.timeout(120 * _TIMES)


@pytest.fixture(scope="module")
def runner() -> Iterator[asyncio.Runner]:
    with asyncio.Runner() as runner:
        yield runner


@pytest.fixture
def served(serve: Serve, runner: asyncio.Runner, tmp_path: Path) -> Iterator[Any]:
    @asynccontextmanager
    async def opened() -> AsyncIterator[Any]:
        tier = ScriptedTier("mine/big", (says("It is", " a test."),))
        makes = Makes(tmp_path / "videos.sqlite")
        server = ServerSettings(max_body_bytes=_MOST_BYTES)
        ledger = Ledger(tmp_path / "ledger.sqlite")
        try:
            async with serve(tier, completes=True, server=server, maker=makes) as served:
                served.front.ledger = ledger
                yield served
        finally:
            await asyncio.to_thread(ledger.close)

    context = opened()
    served = runner.run(context.__aenter__())
    try:
        yield served
    finally:
        runner.run(context.__aexit__(None, None, None))


async def send(served: Any, path: str, body: bytes, method: str = "POST") -> tuple[int, bytes]:
    url = yarl.URL(f"{served.url}{path}", encoded=True)
    async with (
        asyncio.timeout(_PATIENCE_S),
        served.http.request(method, url, data=BytesIO(body)) as response,
    ):
        return response.status, await response.read()


def check_error(door: Door, raw: bytes, blamed: set[str] | None) -> None:
    """None: nothing is said of who is to blame."""
    told = json.loads(raw)
    error = told["error"]
    if door.speaks_anthropic:
        assert {*told} == {"type", "error", "request_id"}
        assert told["type"] == "error" and told["request_id"]
        assert {*error} - {"details"} == {"type", "message"}
        named = re.findall(r"[\w.\[]+", error["message"])
    else:
        assert {*error} == {"message", "type", "param", "code"}
        named = [error["param"] or ""]
    assert error["message"] and error["type"]
    assert blamed is None or blamed & {re.split(r"[.\[]", name)[0] for name in named}, error


def try_world(served: Any, runner: asyncio.Runner, door: Door, world: World) -> None:
    body = deepcopy(door.body)
    for place, rubbish in world:
        body = spoilt(body, place, rubbish)
    status, raw = runner.run(send(served, door.path, json.dumps(body).encode()))
    assert status < 500, raw
    if status == 200:
        streams = door.only_streams or body.get("stream") is True
        assert not streams or door.last in raw, raw[-4000:]
    else:
        blamed = door.blamed(world)
        check_error(door, raw, blamed | {"response_id"} if status == 404 else blamed)


def tries(number: int) -> settings:
    health = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
    return settings(
        suppress_health_check=health, derandomize=_TIMES == 1, max_examples=number * _TIMES
    )


@pytest.mark.parametrize("name", DOORS)
def test_the_body_that_is_spoilt_is_right(served: Any, runner: asyncio.Runner, name: str) -> None:
    door = DOORS[name]
    status, raw = runner.run(send(served, door.path, json.dumps(door.body).encode()))
    assert status == door.good, raw
    assert door.last in raw


@pytest.mark.parametrize("name", DOORS)
def test_a_door_survives_rubbish(served: Any, runner: asyncio.Runner, name: str) -> None:
    door = DOORS[name]

    @tries(100)
    @given(world=worlds(door))
    def survives(world: World) -> None:
        try_world(served, runner, door, world)

    survives()


@pytest.mark.parametrize("name", DOORS)
def test_what_is_no_json_is_refused(served: Any, runner: asyncio.Runner, name: str) -> None:
    door = DOORS[name]

    @tries(30)
    @given(raw=st.binary(max_size=60))
    @example(raw=b"")
    @example(raw=b"[" * 100_000)
    @example(raw=b'{"a":' * 100_000)
    @example(raw=b'{"model": "\\ud800"}')
    @example(raw=b'{"model": "\xff"}')
    @example(raw=b'{"model": "auto"}\0')
    @example(raw=b"\xef\xbb\xbf{}")
    @example(raw=b'{"model": NaN}')
    @example(raw=b'{"temperature": 1e999}')
    @example(raw=b'{"model": "auto", "model": 1}')
    @example(raw=b'{"model": 1' + b', "model": 1' * 50_000 + b"}")
    @example(raw=b'{"model": ' + b"9" * 100_000 + b"}")
    def refuses(raw: bytes) -> None:
        status, told = runner.run(send(served, door.path, raw))
        assert status == 400, told
        check_error(door, told, None)

    refuses()


@pytest.mark.parametrize("name", DOORS)
def test_what_is_too_big_is_refused_with_the_limit(
    served: Any, runner: asyncio.Runner, name: str
) -> None:
    door = DOORS[name]
    status, told = runner.run(send(served, door.path, b"x" * (_MOST_BYTES + 1)))
    assert status == 413
    check_error(door, told, None)
    assert str(_MOST_BYTES) in json.loads(told)["error"]["message"]


IDS = st.binary(max_size=12) | st.sampled_from([b"resp_x", b"\0", b"\xff\xfe", b"x" * 5000, b".."])
QUERIES = st.dictionaries(
    st.sampled_from("limit order after before stream starting_after include variant".split()),
    st.binary(max_size=8) | st.sampled_from([b"true", b"asc", b"-1", b"9" * 30, b"\0", b"\xff"]),
    max_size=2,  # or what is wrong with the first hides what becomes of the others
)
LOOKUPS = {
    "GET /v1/responses/{}": "response",
    "DELETE /v1/responses/{}": "response",
    "POST /v1/responses/{}/cancel": "response",
    "GET /v1/responses/{}/input_items": "response",
    "GET /v1/videos/{}": "video",
    "DELETE /v1/videos/{}": "video",
    "GET /v1/videos/{}/content": "video",
    "GET /v1/models/{}": "model",
}


@pytest.mark.parametrize("lookup", LOOKUPS)
def test_what_is_looked_up_by_rubbish_is_not_there(
    served: Any, runner: asyncio.Runner, lookup: str
) -> None:
    method, _, path = lookup.partition(" ")

    @tries(60)
    @given(id_=IDS, query=QUERIES)
    def is_not_there(id_: bytes, query: dict[str, bytes]) -> None:
        words = "&".join(f"{key}={quote_from_bytes(value)}" for key, value in query.items())
        asked = f"{path.format(quote_from_bytes(id_, safe=''))}?{words}"
        status, raw = runner.run(send(served, asked, b"", method))
        assert 400 <= status < 500, (status, raw)
        check_error(DOORS["chat"], raw, None)

    is_not_there()


def test_a_response_is_paged_by_rubbish(served: Any, runner: asyncio.Runner) -> None:
    _, raw = runner.run(send(served, "/v1/responses", b'{"model": "auto", "input": "Hm?"}'))
    id_ = json.loads(raw)["id"]

    @tries(60)
    @given(query=QUERIES, path=st.sampled_from(["", "/input_items"]))
    def answers(query: dict[str, bytes], path: str) -> None:
        words = "&".join(f"{key}={quote_from_bytes(value)}" for key, value in query.items())
        status, told = runner.run(send(served, f"/v1/responses/{id_}{path}?{words}", b"", "GET"))
        assert status < 500, told
        if status == 200:
            assert json.loads(told)["object"] in ("list", "response")
        else:
            check_error(DOORS["chat"], told, {*query})

    answers()
