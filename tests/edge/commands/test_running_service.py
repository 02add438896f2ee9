from __future__ import annotations

import asyncio
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from edge.commands.running_service import ask_running_service, describe
from edge.core.settings import ServerSettings


def ask(answer: Any) -> Any:
    async def answer_it(_: web.Request) -> web.Response:
        return web.json_response(answer, status=503)

    async def scenario() -> Any:
        app = web.Application()
        app.router.add_get("/readyz", answer_it)
        async with TestServer(app) as server:
            assert server.port is not None
            return await ask_running_service(ServerSettings(port=server.port))

    return asyncio.run(scenario())


def test_last_word_of_each_of_its_engines_is_told() -> None:
    told = ask(
        {
            "status": "not ready",
            "local": "down",
            "local_trouble": "the engine died 5 times",
            "local_models": {"local:big": {"state": "up"}},
            "targets": [],
        }
    )
    assert describe(told) == [
        "not ready; local down, local:big up",
        "local: the engine died 5 times",
    ]


@pytest.mark.parametrize("answer", [{"ok": True}, "ready", None])
def test_another_program_that_listens_there_is_not_taken_for_it(answer: Any) -> None:
    assert ask(answer) is None


def test_nobody_may_answer() -> None:
    assert asyncio.run(ask_running_service(ServerSettings(port=9))) is None
    assert "none answers" in describe(None)[0]
