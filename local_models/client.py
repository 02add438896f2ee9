"""The local model as a tier: an ask to the engine, and the pieces that come back.

The engine is another process: it may die, in mid-reply too, which is a `TierUnavailable`. It
is back a moment later (`local_models/process.py`), so a new call waits for it, but not long.

The local model reads text only and has no tools: a call with images is refused, tools in
a call are accepted and answered in text. Which sampling options mean what:
`local_models/sampling.py`. With `choices` it says the likeliest of them;
temperature, stop strings, `max_tokens` and log-probabilities have then no meaning.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import closing
from dataclasses import dataclass

from edge.core.errors import (
    TierError,
    TierGarbled,
    TierRejected,
    TierStalled,
    TierUnavailable,
)
from edge.core.types import Call, ImagePart, Message, Piece, Stop, Text
from local_models.admission import Load
from local_models.info import EngineInfo
from local_models.wire import (
    MAX_ANSWER_BYTES,
    Answer,
    Generate,
    Refusal,
    Refused,
    Warm,
    WireError,
    decode_answer,
    decode_info,
    decode_load,
    encode_ask,
)

_TRY_AGAIN_S = 0.05


@dataclass(slots=True)
class _Answers:
    """What the engine says to one ask, line by line; the first one is there."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    first: bytes | None

    async def line(self) -> bytes:
        line, self.first = self.first, None
        return line if line is not None else await self.reader.readuntil()

    def close(self) -> None:
        self.writer.transport.abort()  # at once, and nothing to wait for: this is how we cancel


async def _begin(socket_path: str, ask: bytes) -> _Answers:
    reader, writer = await asyncio.open_unix_connection(socket_path, limit=MAX_ANSWER_BYTES)
    try:
        writer.write(ask)
        return _Answers(reader, writer, await reader.readuntil())
    except BaseException:
        writer.transport.abort()
        raise


class LocalTier:
    def __init__(self, name: str, socket_path: str, *, return_s: float = 5.0) -> None:
        """`return_s`: so long after its death the engine may be back; who asks meanwhile waits."""
        self._name = name
        self._socket_path = socket_path
        self._return_s = return_s

    @property
    def name(self) -> str:
        return self._name

    async def stream(self, call: Call) -> AsyncGenerator[Piece, None]:
        """Text as it is written (whole, if the call asks for that), then `Usage`, then `Stop`."""
        answers = await self._ask(self._encode(call), patience_s=self._return_s)
        with closing(answers):
            whole: list[Text] = []
            while True:
                piece = self._piece(await self._line(answers))
                if isinstance(piece, Text) and not call.stream:
                    whole.append(piece)
                    continue
                if whole:
                    yield _join(whole)
                    whole = []
                yield piece
                if isinstance(piece, Stop):
                    return

    async def warm(self, messages: tuple[Message, ...], scope: str) -> None:
        """Have these read, when nothing else is to be done, for the next call of this scope."""
        answers = await self._ask(self._line_of(Warm(messages, scope)))
        with closing(answers):
            while not isinstance(self._piece(await self._line(answers)), Stop):
                pass

    async def loads(self) -> AsyncGenerator[Load, None]:
        """What the engine has to do: now, and whenever that changes; every quarter of a second at
        least, while it is well. Ends with `TierUnavailable`."""
        answers = await self._ask(encode_ask("load"))
        with closing(answers):
            while True:
                try:
                    load = decode_load(await self._line(answers))
                except WireError as error:
                    raise TierGarbled(f"{self._name}: {error}") from error
                yield load

    async def info(self) -> EngineInfo:
        answers = await self._ask(encode_ask("info"))
        with closing(answers):
            try:
                return decode_info(await self._line(answers))
            except WireError as error:
                raise TierGarbled(f"{self._name}: {error}") from error

    def _encode(self, call: Call) -> bytes:
        if any(isinstance(part, ImagePart) for m in call.messages for part in m.parts):
            raise TierRejected(f"{self._name}: reads no images", own_limit=True)
        ask = Generate(
            call.messages, call.sampling, call.prefix, call.choices, call.urgency, call.scope
        )
        return self._line_of(ask)

    def _line_of(self, ask: Generate | Warm) -> bytes:
        try:
            return encode_ask(ask)
        except WireError as error:
            raise TierRejected(f"{self._name}: {error}") from error

    async def _ask(self, ask: bytes, patience_s: float = 0.0) -> _Answers:
        """The answers, once they have begun. An engine that is gone before that has lost nothing
        of ours (one that dies may still take a connection): its successor is asked."""
        give_up_at = time.monotonic() + patience_s
        while True:
            try:
                return await _begin(self._socket_path, ask)
            except (OSError, asyncio.IncompleteReadError) as error:
                if time.monotonic() >= give_up_at:
                    raise TierUnavailable(f"{self._name}: the engine is not there") from error
            except asyncio.LimitOverrunError as error:
                raise self._too_long() from error
            await asyncio.sleep(_TRY_AGAIN_S)

    async def _line(self, answers: _Answers) -> bytes:
        try:
            return await answers.line()
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            raise TierUnavailable(f"{self._name}: the engine is gone in mid-reply") from error
        except asyncio.LimitOverrunError as error:
            raise self._too_long() from error

    def _too_long(self) -> TierGarbled:
        return TierGarbled(f"{self._name}: a line of more than {MAX_ANSWER_BYTES} bytes")

    def _piece(self, line: bytes) -> Piece:
        try:
            answer: Answer = decode_answer(line)
        except WireError as error:
            raise TierGarbled(f"{self._name}: {error}") from error
        if isinstance(answer, Refused):
            raise self._error(answer)
        return answer

    def _error(self, refused: Refused) -> TierError:
        message = f"{self._name}: {refused.message}"
        match refused.kind:
            case Refusal.OWN_LIMIT:
                return TierRejected(message, own_limit=True)
            case Refusal.BAD_ASK:
                return TierRejected(message)
            case Refusal.BUSY:
                return TierUnavailable(message)
            case Refusal.LATE:
                return TierStalled(message)


def _join(texts: list[Text]) -> Text:
    return Text(
        "".join(text.text for text in texts),
        tuple(logprob for text in texts for logprob in text.logprobs),
    )
