"""One connection to the engine: an ask comes in, answers go out, and either side may leave."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from edge.core.types import Stop
from local_models.asks import MAX_ASK_BYTES, Ask, decode_ask
from local_models.checks import WireError
from local_models.wire import Answer, Refusal, Refused, encode_answer

MAX_UNREAD_BYTES = 1 << 20  # who leaves more than this unread is dropped, and pins no slot


class Caller:
    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    async def read_ask(self) -> Ask | Refused | None:
        """What it wants; why it cannot have it; or nothing, when it left without a word."""
        try:
            return decode_ask(await self._reader.readuntil())
        except (asyncio.IncompleteReadError, ConnectionError):
            return None
        except asyncio.LimitOverrunError:
            return Refused(Refusal.BAD_ASK, f"longer than {MAX_ASK_BYTES} bytes")
        except WireError as error:
            return Refused(Refusal.BAD_ASK, str(error))

    async def left(self) -> None:
        """Returns when the connection is closed, by either side; more words are ignored."""
        try:
            while await self._reader.read(4096):
                pass
        except ConnectionError:
            return

    def tell(self, answers: Sequence[Answer]) -> None:
        """Never waits. The connection is closed behind a stop or a refusal."""
        if self._writer.is_closing():
            return
        self.write(b"".join(map(encode_answer, answers)))
        if isinstance(answers[-1], Stop | Refused):
            self.close()

    async def tell_slowly(self, answer: Answer) -> None:
        """Waits until the caller has read most of what it was told; `ConnectionError` when it
        has left."""
        self.tell([answer])
        await self._writer.drain()

    def write(self, data: bytes) -> None:
        self._writer.write(data)
        if self._writer.transport.get_write_buffer_size() > MAX_UNREAD_BYTES:
            self.drop()

    def close(self) -> None:
        """What was written is still delivered."""
        self._writer.close()

    def drop(self) -> None:
        """Without another word."""
        self._writer.transport.abort()
