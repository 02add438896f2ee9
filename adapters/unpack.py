"""Bodies that come compressed though nobody asked for it, unpacked a little at a time.

A few kilobytes may hold gigabytes, and packed twice a few bytes do. So no step gives more than a
read from a socket does, and whoever reads on keeps a limit of their own.
"""

from __future__ import annotations

import zlib
from collections.abc import AsyncGenerator, AsyncIterator

_STEP = 64 << 10
_BY_ITS_HEAD = 32 + zlib.MAX_WBITS  # gzip or zlib
_READABLE = ("gzip", "x-gzip", "deflate")


class Unreadable(OSError):
    """A body that is packed in a way that we do not read, or not as it claims."""


async def unpack(packed: AsyncIterator[bytes], encoding: str) -> AsyncGenerator[bytes, None]:
    """`encoding` is a Content-Encoding other than identity."""
    if encoding.strip().lower() not in _READABLE:
        raise Unreadable("compressed, though it was asked not to be, in a way that is not read")
    unpacker = zlib.decompressobj(_BY_ITS_HEAD)
    try:
        async for data in packed:
            while data:
                step = unpacker.decompress(data, _STEP)
                data = unpacker.unconsumed_tail
                if step:
                    yield step
            if unpacker.eof:
                return  # what comes behind it would only be hoarded
    except zlib.error as error:
        raise Unreadable("not compressed as it claims to be") from error
