"""The local model as a tier: an ask to the engine, and the pieces that come back.

The engine is another process: it may die, in mid-reply too, which is a `TierUnavailable`. It
is back a moment later (`local_models/process.py`), so a new call waits for it, but not long.

The local model reads text only: a call with images is refused. Tools in a call are offered to
it where its chat template has a place for them, else it answers in text (`EngineInfo.abilities`
says which); where it has to call one and cannot, it refuses. Which sampling options mean what:
`local_models/sampling.py`, and what else may be wished: `local_models/wishes.py`. With
`choices` it says the likeliest of them; temperature, stop strings, `max_tokens` and
log-probabilities have then no meaning.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing, closing
from dataclasses import dataclass

from edge.core.errors import (
    TierError,
    TierGarbled,
    TierRejected,
    TierStalled,
    TierUnavailable,
)
from edge.core.media import Made
from edge.core.types import (
    NO_HURRY,
    Call,
    Extra,
    ImagePart,
    Message,
    Piece,
    Sampling,
    Stop,
    Text,
    Urgency,
    Usage,
)
from local_models.admission import Load
from local_models.asks import Adapt, Embed, Generate, Infill, Reading, Score, Warm, encode_ask
from local_models.checks import WireError
from local_models.info import EngineInfo
from local_models.wire import (
    MAX_ANSWER_BYTES,
    Answer,
    Refusal,
    Refused,
    decode_answer,
    decode_info,
    decode_load,
)
from local_models.wishes import read_wishes

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
    def __init__(
        self, name: str, socket_path: str, *, adapter: str | None = None, return_s: float = 5.0
    ) -> None:
        """`adapter`: the LoRA to speak with. `return_s`: so long after its death the engine may be
        back; who asks meanwhile waits."""
        self._name = name
        self._socket_path = socket_path
        self._adapter = adapter
        self._return_s = return_s

    @property
    def name(self) -> str:
        return self._name

    async def stream(self, call: Call) -> AsyncGenerator[Piece, None]:
        """Text as it is written (whole, if the call asks for that), then `Usage`, then `Stop`."""
        async with aclosing(self._pieces(self._ask_for(call))) as pieces:
            whole: list[Text] = []
            async for piece in pieces:
                if isinstance(piece, Text) and not call.stream:
                    whole.append(piece)
                    continue
                if whole:
                    yield _join(whole)
                    whole = []
                yield piece

    async def warm(self, messages: tuple[Message, ...], scope: str) -> None:
        """Have these read, when nothing else is to be done, for the next call of this scope."""
        async with aclosing(
            self._pieces(Warm(messages, scope, self._adapter), patience_s=0.0)
        ) as pieces:
            async for _ in pieces:
                pass

    def infill(
        self,
        prefix: str,
        suffix: str | None,
        sampling: Sampling,
        *,
        urgency: Urgency = NO_HURRY,
        scope: str | None = None,
    ) -> AsyncGenerator[Piece, None]:
        """What belongs between the two, or behind the first; pieces as `stream`'s. To fill a gap is
        refused (`TierRejected`) by a model that was not trained for it."""
        return self._pieces(Infill(prefix, suffix, sampling, urgency, scope, adapter=self._adapter))

    async def score(
        self,
        labels: tuple[str, ...],
        *,
        messages: tuple[Message, ...] = (),
        prefix: str = "",
        urgency: Urgency = NO_HURRY,
        scope: str | None = None,
    ) -> tuple[float, ...]:
        """The log-probability of each label, to the token, as what comes next: after the messages
        and the reply's `prefix`; or after the prefix alone, in no template. What was read before
        in the same `scope`, such as the instruction, is not read again."""
        ask = Score(messages, prefix, labels, urgency, scope, self._adapter)
        async with aclosing(self._pieces(ask)) as pieces:
            async for piece in pieces:
                match piece:
                    case Extra({"scores": list(scores)}):
                        return tuple(scores)
        raise TierGarbled(f"{self._name}: no scores")

    async def embed(self, texts: tuple[str, ...]) -> Made:
        """A vector of length 1 for each text. Refused by a model that gives none."""
        vectors, usage = [], Usage(0, 0, reported=False)
        async with aclosing(self._pieces(Embed(texts))) as pieces:
            async for piece in pieces:
                match piece:
                    case Extra({"vector": list(vector)}):
                        vectors.append(tuple(vector))
                    case Usage():
                        usage = piece
        return Made(usage, tuple(vectors))

    async def adapt(self, loras: Mapping[str, str]) -> None:
        """Have the engine load these adapters, by name, and unload the others. Raises
        `TierRejected` where one cannot be used; then it has those that it had."""
        async with aclosing(self._pieces(Adapt(loras), patience_s=0.0)) as pieces:
            async for _ in pieces:
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

    def _ask_for(self, call: Call) -> Generate | Infill:
        asked = call.request.completion
        if asked is None:
            return self._generate(call)
        return Infill(
            asked.prompt + call.prefix,
            asked.suffix,
            call.sampling,
            call.urgency,
            call.scope,
            adapter=self._adapter,
        )

    def _generate(self, call: Call) -> Generate:
        if any(isinstance(part, ImagePart) for m in call.messages for part in m.parts):
            message = f"{self._name}: reads no images"
            raise TierRejected(message, own_limit=True, code="unsupported_value")
        try:
            wishes = read_wishes(call.request)
        except WireError as error:
            raise TierRejected(f"{self._name}: {error}") from error
        return Generate(
            call.messages,
            call.sampling,
            call.prefix,
            call.choices,
            call.urgency,
            call.scope,
            wishes,
            self._adapter,
        )

    async def _pieces(
        self, ask: Reading | Embed | Adapt, patience_s: float | None = None
    ) -> AsyncGenerator[Piece, None]:
        """All up to the `Stop`."""
        try:
            line = encode_ask(ask)
        except WireError as error:
            raise TierRejected(f"{self._name}: {error}") from error
        patience_s = self._return_s if patience_s is None else patience_s
        answers = await self._ask(line, patience_s)
        with closing(answers):
            while True:
                piece = self._piece(await self._line(answers))
                yield piece
                if isinstance(piece, Stop):
                    return

    async def _ask(self, ask: bytes, patience_s: float = 0.0) -> _Answers:
        """The answers, once they have begun. An engine that is gone before that has lost nothing
        of ours (one that dies may still take a connection): its successor is asked."""
        give_up_at = time.monotonic() + patience_s
        lost = 0
        while True:
            try:
                return await _begin(self._socket_path, ask)
            except (OSError, asyncio.IncompleteReadError) as error:
                # One that dies twice over the same ask may well die of it.
                lost += not isinstance(error, FileNotFoundError | ConnectionRefusedError)
                if lost > 1 or time.monotonic() >= give_up_at:
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
                return TierRejected(message, own_limit=True, code="context_length_exceeded")
            case Refusal.UNABLE:
                return TierRejected(message, own_limit=True, code="unsupported_value")
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
