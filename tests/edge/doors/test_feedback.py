"""What callers say of replies, over a real socket and with a real ledger."""

from __future__ import annotations

import asyncio
import hashlib
import sqlite3
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import openai
import pytest

from edge.core.feedback import Feedback
from edge.core.settings import RouteSettings, ServerSettings
from edge.ledger import Ledger
from edge.ledger_entry import Entry
from edge.ledger_replies import Rated
from edge.scripted import ScriptedTier, says
from edge.settled import Facts
from tests.edge.ledger_rows import ROW

Serve = Callable[..., AbstractAsyncContextManager[Any]]

KEY, OTHER = "a-key-of-some-length", "another-key-of-such"
LATE = "aaaaaaaaaaaaaaaaaaaaaaaa"  # the id of no reply


@dataclass
class Door:
    """`path`: of the ledger."""

    served: Any
    path: Path

    async def ask(self, *texts: str, key: str = KEY, **members: Any) -> str:
        """The id of the reply, once it is in the ledger. Texts are the user's and ours by turns."""
        roles = ("user", "assistant")
        messages = [{"role": roles[n % 2], "content": text} for n, text in enumerate(texts)]
        body = {"model": "auto", "messages": messages, **members}
        status, reply = await self.post("chat/completions", body, key)
        assert status == 200, reply
        booked = f"request = '{reply['id'].removeprefix('chatcmpl-')}'"
        while not self.rows(booked):  # noqa: ASYNC110  its writer has no event for us
            await asyncio.sleep(0.005)
        found: str = reply["id"]
        return found

    async def tell(self, body: Any, key: str = KEY) -> tuple[int, Any]:
        return await self.post("feedback", body, key)

    async def post(self, path: str, body: Any, key: str) -> tuple[int, Any]:
        headers = {"Authorization": f"Bearer {key}"}
        url = f"{self.served.url}/v1/{path}"
        async with self.served.http.post(url, json=body, headers=headers) as response:
            return response.status, await response.json()

    def rows(self, where: str = "true", columns: str = "request") -> list[Any]:
        if not self.path.exists():
            return []
        with closing(sqlite3.connect(self.path, timeout=10)) as connection:
            try:
                query = f"SELECT {columns} FROM replies WHERE {where} ORDER BY at"
                return connection.execute(query).fetchall()
            except sqlite3.OperationalError:  # no table yet
                return []

    def counted(self) -> dict[str, float]:
        lines = self.served.front.metrics.text().decode().splitlines()
        told = (line.rpartition(" ") for line in lines if line.startswith("prelude_feedback_total"))
        return {name.split('"')[1]: float(number) for name, _, number in told}


Act = Callable[[Door], Coroutine[Any, Any, None]]


@pytest.fixture
def behind(serve: Serve, tmp_path: Path) -> Callable[..., None]:
    @asynccontextmanager
    async def opened(*tiers: ScriptedTier, **members: Any) -> AsyncIterator[Door]:
        answering = tiers or (ScriptedTier("mine/big", (says("Because."),) * 9),)
        ledger = Ledger(tmp_path / "ledger.sqlite")
        try:
            keys = ServerSettings(api_keys=(KEY, OTHER))
            async with serve(*answering, server=keys, **members) as served:
                served.front.ledger = ledger
                yield Door(served, ledger.path)
        finally:
            await asyncio.to_thread(ledger.close)

    def run(act: Act, *tiers: ScriptedTier, **members: Any) -> None:
        async def scenario() -> None:
            async with opened(*tiers, **members) as door:
                await act(door)

        asyncio.run(scenario())

    return run


def test_a_reply_is_rated_by_the_official_client(behind: Callable[..., None]) -> None:
    async def act(door: Door) -> None:
        url = f"{door.served.url}/v1"
        async with openai.AsyncOpenAI(base_url=url, api_key=KEY) as client:
            reply = await client.chat.completions.create(
                model="auto", messages=[{"role": "user", "content": "Why?"}]
            )
            body = {"response_id": reply.id, "rating": "up"}
            said: Any = await client.post("/feedback", cast_to=object, body=body)
        assert said == {
            "object": "feedback",
            "response_id": reply.id,
            "rating": 1.0,
            "task": None,
        }

    behind(act)


@pytest.mark.parametrize("prefix", ["", "chatcmpl-", "cmpl-", "resp_", "msg_"])
def test_a_reply_is_known_by_its_id_in_any_dialect(
    behind: Callable[..., None], prefix: str
) -> None:
    async def act(door: Door) -> None:
        bare = (await door.ask("Why?")).removeprefix("chatcmpl-")
        status, _ = await door.tell({"response_id": prefix + bare, "rating": 0.25})
        assert status == 200
        assert door.rows(columns="request, rating") == [(bare, 0.25)]

    behind(act)


def test_the_last_word_counts_and_says_nothing_of_what_it_leaves_out(
    behind: Callable[..., None],
) -> None:
    async def act(door: Door) -> None:
        reply = {"response_id": await door.ask("Why?")}
        await door.tell(reply | {"rating": "up"})
        await door.tell(reply | {"rating": "up", "task": "code"})
        _, said = await door.tell(reply | {"rating": "down"})
        assert (said["rating"], said["task"]) == (0.0, "code")
        assert door.rows(columns="rating, corrected_task") == [(0.0, "code")]
        assert door.counted() == {"up": 1.0, "down": 1.0}  # the second thumb said nothing new

    behind(act)


def test_a_reply_belongs_to_the_key_that_asked(behind: Callable[..., None]) -> None:
    async def act(door: Door) -> None:
        reply = {"response_id": await door.ask("Why?"), "rating": "down"}
        status, said = await door.tell(reply, OTHER)
        assert (status, said["error"]["code"]) == (404, "response_not_found")
        assert door.rows(columns="rating") == [(None,)]
        assert (await door.tell(reply))[0] == 200

    behind(act)


@pytest.mark.parametrize("response_id", [LATE, "chatcmpl-sim1", "../../etc/passwd", "x" * 100])
def test_who_has_no_such_reply_is_told_so(behind: Callable[..., None], response_id: str) -> None:
    async def act(door: Door) -> None:
        await door.ask("Why?")
        status, said = await door.tell({"response_id": response_id, "rating": "up"})
        error = said["error"]
        assert (status, error["param"], error["code"]) == (404, "response_id", "response_not_found")

    behind(act)


class LateLedger(Ledger):
    """Books a reply only after somebody has looked for it, as another worker may."""

    def __init__(self, path: Path, entry: Entry) -> None:
        super().__init__(path)
        self._late = entry

    def rate(self, request: str, caller: str, feedback: Feedback) -> Rated | None:
        found = super().rate(request, caller, feedback)
        if found is None:
            self.add(self._late)
        return found


def test_a_reply_that_is_being_booked_is_waited_for(
    behind: Callable[..., None], tmp_path: Path
) -> None:
    caller = hashlib.sha256(KEY.encode()).hexdigest()
    facts = Facts(caller, (), None, took_s=1.0, is_cheap=False, has_escalated=False)
    late = LateLedger(tmp_path / "late.sqlite", Entry((replace(ROW, request=LATE),), facts=facts))

    async def act(door: Door) -> None:
        door.served.front.ledger = late
        try:
            assert (await door.tell({"response_id": LATE, "rating": "up"}))[0] == 200
        finally:
            await asyncio.to_thread(late.close)

    behind(act)


@pytest.mark.parametrize(
    ("members", "param", "words"),
    [
        ({"rating": "meh"}, "rating", "up, down or a number from 0 to 1"),
        ({"rating": 1.5}, "rating", "a number from 0 to 1; got 1.5"),
        ({"rating": True}, "rating", "a number from 0 to 1"),
        ({}, "rating", "unless `task` is given"),
        ({"rating": "up", "task": "poetry"}, "task", "one of chat, open_qa"),
        ({"rating": "up", "comment": "nice"}, "comment", "keeps no texts"),
        ({"rating": "up", "response_id": None}, "response_id", "the id of a reply"),
        ({"rating": "up", "response_id": 7}, "response_id", "got a number"),
        ({"rating": "up", "response_id": "x" * 101}, "response_id", "100 characters; got 101"),
    ],
)
def test_what_is_wrong_is_named(
    behind: Callable[..., None], members: dict[str, Any], param: str, words: str
) -> None:
    async def act(door: Door) -> None:
        status, said = await door.tell({"response_id": LATE} | members)
        assert (status, said["error"]["param"]) == (400, param)
        assert words in said["error"]["message"]

    behind(act)


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 5000])
def test_garbage_is_refused(behind: Callable[..., None], body: bytes) -> None:
    async def act(door: Door) -> None:
        url, headers = f"{door.served.url}/v1/feedback", {"x-api-key": KEY}
        async with door.served.http.post(url, data=body, headers=headers) as response:
            assert response.status == 400
            assert (await response.json())["error"]["type"] == "invalid_request_error"

    behind(act)


def test_without_a_ledger_there_is_nothing_to_rate(behind: Callable[..., None]) -> None:
    async def act(door: Door) -> None:
        door.served.front.ledger = None
        status, said = await door.tell({"response_id": LATE, "rating": "up"})
        assert (status, said["error"]["code"]) == (404, "ledger_disabled")

    behind(act)


def test_a_ledger_that_cannot_be_written_says_to_try_again(behind: Callable[..., None]) -> None:
    async def act(door: Door) -> None:
        reply = {"response_id": await door.ask("Why?"), "rating": "up"}
        with closing(sqlite3.connect(door.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            status, said = await door.tell(reply)
            assert (status, said["error"]["code"]) == (503, "server_is_overloaded")
            other.execute("ROLLBACK")
        assert (await door.tell(reply))[0] == 200

    behind(act)


# -- what a ledger finds out by itself ---------------------------------------


def test_who_asks_the_same_again_was_not_content(behind: Callable[..., None]) -> None:
    async def act(door: Door) -> None:
        await door.ask("Why?")
        await door.ask("Why then?")
        await door.ask("Why?", key=OTHER)
        assert door.rows("regenerated") == []
        await door.ask("Why?")
        assert door.rows(columns="regenerated") == [(1,), (0,), (0,), (0,)]

    behind(act)


def test_a_word_that_is_said_again_later_in_a_conversation_is_another_question(
    behind: Callable[..., None],
) -> None:
    async def act(door: Door) -> None:
        await door.ask("Tell me of boats.", "They float.", "Go on.")
        await door.ask("Tell me of boats.", "They float.", "Go on.", "They sink.", "Go on.")
        assert door.rows("regenerated") == []

    behind(act)


def test_a_local_model_that_gives_up_has_escalated(behind: Callable[..., None]) -> None:
    async def act(door: Door) -> None:
        await door.ask("Why?")
        await door.ask("How?")
        columns = "is_cheap, escalated"
        assert door.rows(columns=columns) == [(0, 1), (1, 0)]

    local = ScriptedTier("local", (says("I'm sorry, I cannot answer that. "), says("So. ")))
    big = ScriptedTier("mine/big", (says("Because."),))
    behind(act, local, big, route=RouteSettings(targets=("local", "mine/big")))


def test_neither_a_question_nor_a_key_is_to_be_found_in_the_file(
    behind: Callable[..., None], tmp_path: Path
) -> None:
    async def act(door: Door) -> None:
        await door.ask("the wombat is in the attic")

    behind(act)
    for file in tmp_path.iterdir():
        data = file.read_bytes()
        assert b"wombat" not in data and KEY.encode() not in data
        assert (file.stat().st_mode & 0o777) == 0o600
