"""Compressed bodies, from bytes as they come."""

import asyncio
import gzip
from collections.abc import AsyncIterator

from adapters.unpack import unpack


def test_what_comes_behind_the_end_is_not_read() -> None:
    packed = gzip.compress(b"well")
    read: list[bytes] = []

    async def come() -> AsyncIterator[bytes]:
        for data in (packed[:7], packed[7:], b"more", b"and more"):
            read.append(data)
            yield data

    async def run() -> bytes:
        return b"".join([data async for data in unpack(come(), "gzip")])

    assert asyncio.run(run()) == b"well"
    assert read == [packed[:7], packed[7:]]


def test_a_body_is_the_same_however_it_is_cut() -> None:
    text = b"".join(b"%d " % number for number in range(50_000))
    packed = gzip.compress(text)

    async def come(size: int) -> AsyncIterator[bytes]:
        for start in range(0, len(packed), size):
            yield packed[start : start + size]

    async def run(size: int) -> bytes:
        return b"".join([data async for data in unpack(come(size), "gzip")])

    for size in (1, 7, 1000, len(packed)):
        assert asyncio.run(run(size)) == text
