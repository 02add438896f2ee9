"""Somebody types on the WebSocket, with the real service, engine and built-in model."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import openai
import pytest

from bench.service_process import ServiceHandle, service

TYPED = "Dear Anna, thank you for the long letter about your garden and the bees. " * 6
KEYSTROKES = ("I was", "I was glad", "I was glad to hear")
BUSY = 'prelude_local_busy_slots{model="local"}'
READ = 'prelude_local_engine{model="local",what="read_tokens"}'
MOST_READ = 24  # tokens: the new words, and what stands between a prompt and its reply


@pytest.fixture(scope="module")
def served() -> Iterator[ServiceHandle]:
    with service("[local]\nslots = 2\n") as handle:
        yield handle


@asynccontextmanager
async def connected(served: ServiceHandle) -> AsyncIterator[Any]:
    async with (
        asyncio.timeout(90),
        openai.AsyncOpenAI(base_url=served.base_url, api_key="unused") as client,
        client.responses.connect() as connection,
    ):
        yield connection


async def type_on(connection: Any, text: str, **members: Any) -> None:
    prelude = {"supersede": True}
    frame = {"type": "response.create", "model": "local", "input": text, "prelude": prelude}
    await connection.send({**frame, **members})


async def until(connection: Any, *kinds: str) -> Any:
    while (event := await connection.recv()).type not in kinds:
        assert event.type not in ("error", "response.failed"), event
    return event


def unread(response: Any) -> int:
    """Tokens of the prompt that the engine had not read for the keystroke before."""
    read: int = response.usage.input_tokens - response.usage.input_tokens_details.cached_tokens
    return read


async def figure(served: ServiceHandle, name: str) -> float:
    async with aiohttp.ClientSession() as http, http.get(f"{served.url}/metrics") as reply:
        lines = (await reply.text()).splitlines()
    (line,) = (line for line in lines if line.startswith(name))
    return float(line.removeprefix(name))


async def until_figure(
    served: ServiceHandle, name: str, is_reached: Callable[[float], bool]
) -> None:
    while True:
        if is_reached(await figure(served, name)):
            return
        await asyncio.sleep(0.01)  # another process: there is no event to wait for


def test_of_each_next_keystroke_only_the_new_words_are_read(served: ServiceHandle) -> None:
    async def scenario() -> None:
        async with connected(served) as connection:
            for number, text in enumerate(KEYSTROKES):
                await type_on(connection, f"One. {TYPED}{text}", max_output_tokens=4)
                ended = await until(connection, "response.completed", "response.incomplete")
                tokens = ended.response.usage.input_tokens
                assert tokens > 4 * MOST_READ
                assert unread(ended.response) < (MOST_READ if number else tokens)

    asyncio.run(scenario())


def test_a_superseded_keystroke_leaves_what_it_read_and_nothing_else(
    served: ServiceHandle,
) -> None:
    async def scenario() -> None:
        async with connected(served) as connection:
            await type_on(connection, f"Two. {TYPED}{KEYSTROKES[0]}", max_output_tokens=512)
            await until(connection, "response.output_text.delta")
            await type_on(connection, f"Two. {TYPED}{KEYSTROKES[1]}", max_output_tokens=4)
            stopped = (await until(connection, "response.incomplete")).response
            assert (stopped.status, stopped.incomplete_details) == ("cancelled", None)
            assert 0 < stopped.usage.output_tokens < 512
            ended = await until(connection, "response.completed", "response.incomplete")
            assert unread(ended.response) < MOST_READ
            await until_figure(
                served, 'prelude_local_busy_slots{model="local"}', lambda now: not now
            )

    asyncio.run(scenario())


def test_what_was_read_ahead_is_not_read_again(served: ServiceHandle) -> None:
    async def scenario() -> None:
        wanted = await figure(served, READ) + 4 * MOST_READ
        async with connected(served) as connection:
            await type_on(connection, f"Three. {TYPED}", generate=False)
            await until(connection, "response.completed")
            await until_figure(served, READ, lambda now: now >= wanted)
            await type_on(connection, f"Three. {TYPED}{KEYSTROKES[0]}", max_output_tokens=4)
            ended = await until(connection, "response.completed", "response.incomplete")
            assert unread(ended.response) < MOST_READ

    asyncio.run(scenario())
