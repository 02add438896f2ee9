"""Connections that stand before a call comes, to a real server that counts them."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, field

from adapters.client import HostedClient
from adapters.dialect import Endpoint
from adapters.providers import find_endpoint
from adapters.warm import Warmer
from adapters.warmth import Pace
from edge.core.settings import ProviderSettings, Settings

ONCE = Pace(spares=2, reopen_s=3600, first_pause_s=3600)


@dataclass
class Host:
    url: str = ""
    connections: int = 0
    requests: int = 0
    lines: set[asyncio.StreamWriter] = field(default_factory=set)
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self.lines.add(writer)
        await self._tell()
        try:
            while await reader.readuntil(b"\r\n\r\n"):
                self.requests += 1
                writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nhi")
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            self.lines.discard(writer)
            writer.close()
            await self._tell()

    async def until(self, *, connections: int | None = None, lines: int | None = None) -> None:
        async with self._changed:
            await self._changed.wait_for(
                lambda: connections in (None, self.connections) and lines in (None, len(self.lines))
            )

    async def _tell(self) -> None:
        async with self._changed:
            self._changed.notify_all()


@asynccontextmanager
async def hosting() -> AsyncGenerator[Host, None]:
    host = Host()
    server = await asyncio.start_server(host.serve, "127.0.0.1", 0)
    host.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1"
    try:
        yield host
    finally:
        server.close()
        await host.until(lines=0)


def endpoint(url: str, name: str = "mine") -> Endpoint:
    provider = ProviderSettings("openai_compatible", url)
    return find_endpoint(name, Settings(providers={name: provider}))


class Told:
    """What the warmer counts, and a wait for it."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str]] = Counter()
        self._heard = asyncio.Event()

    def __call__(self, name: str, outcome: str) -> None:
        self.counts[name, outcome] += 1
        self._heard.set()

    async def until(self, name: str, outcome: str, times: int) -> None:
        while self.counts[name, outcome] < times:
            self._heard.clear()
            await self._heard.wait()


async def call(client: HostedClient, url: str) -> None:
    response = await client.send("GET", f"{url}/models", {})
    assert [data async for data in response.body()] == [b"hi"]
    response.close()


def test_a_few_connections_stand_before_the_first_call_and_nothing_was_asked() -> None:
    async def run() -> None:
        async with hosting() as host, aclosing(HostedClient()) as client:
            told = Told()
            async with Warmer(client, told, ONCE) as warmer:
                warmer.keep([endpoint(host.url)])
                await told.until("mine", "opened", 1)
                assert (host.connections, host.requests) == (2, 0)
                await call(client, host.url)
                assert (host.connections, host.requests) == (2, 1)

    asyncio.run(run())


def test_two_platforms_at_one_address_share_what_is_opened() -> None:
    async def run() -> None:
        async with hosting() as host, aclosing(HostedClient()) as client:
            told = Told()
            async with Warmer(client, told, ONCE) as warmer:
                warmer.keep([endpoint(host.url, "one"), endpoint(host.url + "/two", "two")])
                await told.until("two", "opened", 1)
            assert sum(told.counts.values()) == 1
            assert host.connections == 2

    asyncio.run(run())


def test_they_are_opened_anew_while_they_stand() -> None:
    async def run() -> None:
        async with hosting() as host, aclosing(HostedClient()) as client:
            told = Told()
            async with Warmer(client, told, Pace(spares=1, reopen_s=0.001)) as warmer:
                warmer.keep([endpoint(host.url)])
                await told.until("mine", "opened", 3)
            assert host.connections >= 3
            assert host.requests == 0

    asyncio.run(run())


def test_an_idle_box_leaves_platforms_alone_until_it_is_used_again() -> None:
    async def run() -> None:
        async with hosting() as host, aclosing(HostedClient()) as client:
            told = Told()
            async with Warmer(client, told, Pace(spares=1, reopen_s=60, asleep_s=0)) as warmer:
                warmer.keep([endpoint(host.url)])
                await told.until("mine", "opened", 1)
                await call(client, host.url)
                await told.until("mine", "opened", 2)
                assert host.requests == 1

    asyncio.run(run())


def test_what_cannot_be_opened_is_counted_and_hurts_nobody() -> None:
    async def run() -> None:
        async with hosting() as host:
            gone = host.url
        async with hosting() as host, aclosing(HostedClient()) as client:
            told = Told()
            async with Warmer(client, told, ONCE) as warmer:
                warmer.keep([endpoint(gone, "gone"), endpoint(host.url)])
                await told.until("gone", "failed", 1)
                await told.until("mine", "opened", 1)
                await call(client, host.url)
            assert told.counts == {("gone", "failed"): 1, ("mine", "opened"): 1}

    asyncio.run(run())


def test_after_a_reload_only_the_new_targets_are_kept_warm() -> None:
    async def run() -> None:
        async with (
            hosting() as old,
            hosting() as new,
            aclosing(HostedClient()) as client,
        ):
            told = Told()
            async with Warmer(client, told, Pace(spares=1, reopen_s=60, asleep_s=0)) as warmer:
                warmer.keep([endpoint(old.url, "old")])
                await told.until("old", "opened", 1)
                warmer.keep([endpoint(new.url, "new")])
                await told.until("new", "opened", 1)
                await call(client, old.url)  # would wake it
                await call(client, new.url)
                await told.until("new", "opened", 2)
            assert told.counts["old", "opened"] == 1

    asyncio.run(run())


def test_nothing_is_left_when_it_ends() -> None:
    async def run() -> None:
        async with hosting() as host:
            async with aclosing(HostedClient()) as client:
                told = Told()
                async with Warmer(client, told, ONCE) as warmer:
                    warmer.keep([endpoint(host.url)])
                    await told.until("mine", "opened", 1)
            await host.until(lines=0)
            assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(run())
