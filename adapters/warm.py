"""Keeps connections open to whoever will be called: TCP, TLS and a proxy's tunnel are paid for
before a call comes, and by nobody's reply.

Nothing is sent on them, so nothing is billed. A task for each address waits until its `Warmth`
says that connections are due. One that cannot be opened is no fault of any reply: it is counted
(`tell`), and the call that comes finds out for itself.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Self

from adapters.client import TRANSPORT_ERRORS, HostedClient
from adapters.dialect import Endpoint
from adapters.urls import Address
from adapters.warmth import Pace, Warmth

_OPEN_S = 10.0  # for all of it: a proxy may take the connection and say nothing

Tell = Callable[[str, str], None]  # the endpoint's name, and "opened" or "failed"


class Warmer:
    """Enter it where the client lives; it hears of the client's calls."""

    def __init__(self, client: HostedClient, tell: Tell, pace: Pace = Pace()) -> None:  # noqa: B008  frozen
        self._client = client
        self._tell = tell
        self._pace = pace
        self._hosts: dict[Address, _Host] = {}
        self._tasks = asyncio.TaskGroup()

    async def __aenter__(self) -> Self:
        await self._tasks.__aenter__()
        self._client.hear_use = self._hear_use
        return self

    async def __aexit__(self, *_: object) -> None:
        self.keep(())
        await self._tasks.__aexit__(None, None, None)

    def keep(self, endpoints: Iterable[Endpoint]) -> None:
        """Warm from now on: these, and no others."""
        wanted = {Address.of(each.base_url, each.ca_file): each for each in endpoints}
        for address in self._hosts.keys() - wanted.keys():
            self._hosts.pop(address).task.cancel()
        for address in wanted.keys() - self._hosts.keys():
            self._hosts[address] = self._begin(wanted[address])

    def _begin(self, endpoint: Endpoint) -> _Host:
        host = _Host(endpoint, Warmth(self._pace, time.monotonic()))
        host.task = self._tasks.create_task(self._keep_warm(host))
        return host

    def _hear_use(self, address: Address) -> None:
        if host := self._hosts.get(address):
            was_asleep = host.warmth.due_at is None
            host.warmth.use(time.monotonic())
            if was_asleep:
                host.woken.set()

    async def _keep_warm(self, host: _Host) -> None:
        while True:
            await host.until_due()
            try:
                async with asyncio.timeout(_OPEN_S):
                    for _ in range(self._pace.spares):
                        await self._client.open_ahead(host.endpoint.base_url, host.endpoint.ca_file)
            except TRANSPORT_ERRORS:
                host.warmth.failed(time.monotonic(), random.random())
                self._tell(host.endpoint.name, "failed")
            else:
                host.warmth.opened(time.monotonic())
                self._tell(host.endpoint.name, "opened")


class _Host:
    task: asyncio.Task[None]

    def __init__(self, endpoint: Endpoint, warmth: Warmth) -> None:
        self.endpoint = endpoint
        self.warmth = warmth
        self.woken = asyncio.Event()

    async def until_due(self) -> None:
        while (due_at := self.warmth.due_at) is None or due_at > time.monotonic():
            self.woken.clear()
            with suppress(TimeoutError):
                async with asyncio.timeout(None if due_at is None else due_at - time.monotonic()):
                    await self.woken.wait()
