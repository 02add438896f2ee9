"""Names of hosts and what they stand for, remembered for a moment: many calls at once need many
connections to one host, and the threads that ask for names are few."""

from __future__ import annotations

import asyncio
import socket
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

_REMEMBERED_S = 10.0

AddressInfo = tuple[int, int, int, str, tuple[Any, ...]]  # as `getaddrinfo` has them


@dataclass(slots=True)
class _Name:
    addresses: list[AddressInfo] = field(default_factory=list)
    until: float = 0.0
    asking: asyncio.Lock = field(default_factory=asyncio.Lock)


class Names:
    def __init__(self) -> None:
        self._known: defaultdict[tuple[str, int], _Name] = defaultdict(_Name)

    async def look_up(self, host: str, port: int) -> list[AddressInfo]:
        """Never none. Raises `OSError`, and `UnicodeError` for what can be no name."""
        loop = asyncio.get_running_loop()
        name = self._known[host, port]
        async with name.asking:
            if loop.time() >= name.until:
                name.addresses = list(
                    await loop.getaddrinfo(
                        host, port, type=socket.SOCK_STREAM, flags=socket.AI_ADDRCONFIG
                    )
                )
                name.until = loop.time() + _REMEMBERED_S
        return name.addresses
