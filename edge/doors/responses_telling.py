"""Tell one response into a journal, and write it down where its caller wants it stored.

So it is told to whoever listens, over HTTP or a WebSocket, and goes on when a line is cut. Its last
words are written before they are told: who has heard them finds the response.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from dataclasses import dataclass, field, replace

from edge.core.errors import Overloaded
from edge.core.events import Emit, End
from edge.core.stopped import Stopped
from edge.core.types import Text
from edge.doors.answering import headers
from edge.doors.front import Front
from edge.doors.listening import answer_of
from edge.doors.openai_errors import refusal
from edge.doors.responses_request import ResponsesRequest, conversation
from edge.doors.responses_steer import rest_of_word
from edge.doors.responses_voice import ResponseVoice
from edge.doors.responses_wire import ResponseEvents
from edge.recording import Recording
from edge.reply_file import StoredReply
from edge.service import Reply, Service
from edge.telling import Answer, Telling


def tell(
    front: Front,
    service: Service,
    reply: Reply,
    asked: ResponsesRequest,
    events: ResponseEvents,
    *,
    at_once: bool,
) -> Telling:
    """`at_once`: it begins before its first word, so that its failure is one of its events and
    no status. Raises `Overloaded`."""
    teller = _Teller(front, service, reply, asked, events, at_once)
    return front.tellings.start(
        events.id,
        asked.request.caller,
        teller.run,
        can_resume=asked.store,
        is_background=asked.background,
    )


def stored_reply(asked: ResponsesRequest, events: ResponseEvents, at: float) -> StoredReply:
    """As it is now; `at` is when it began."""
    return StoredReply(
        events.id,
        asked.request.caller,
        at,
        events.now(),
        list(asked.asked),
        conversation(asked, events.answer()) if events.has_ended else [],
        is_running=not events.has_ended,
        is_streamed=asked.stream or asked.background,
    )


@dataclass(slots=True)
class _Teller:
    front: Front
    service: Service
    reply: Reply
    asked: ResponsesRequest
    events: ResponseEvents
    at_once: bool
    _voice: ResponseVoice = field(init=False)
    _began_at: float = field(default_factory=time.time)
    _recording: Recording | None = None
    _refused: End | None = None
    _is_stopping: bool = False  # it was steered, and nothing more is said of it

    def __post_init__(self) -> None:
        self._voice = ResponseVoice(self.events, self.reply.account)

    async def run(self, telling: Telling) -> Answer | None:
        try:
            with self.front.watch(self.reply, "responses", lambda: telling.stopped):
                await self._tell(telling)
        except asyncio.CancelledError:
            if not self.events.has_ended:
                raise
            # Cancelled by whoever owns it, and its listeners were told: this was its own end.
        if self._refused is None:
            return None
        if self.asked.store:
            with contextlib.suppress(Overloaded):  # it was logged
                await self.front.stored.remove(self.events.id, self.asked.request.caller)
        response = refusal(self._refused.error)
        response.headers.update(headers(self.reply))
        return answer_of(response)

    async def _tell(self, telling: Telling) -> None:
        async with asyncio.TaskGroup() as group:
            if self.asked.store:
                self._recording = Recording(self.front.stored, telling, self._look)
                group.create_task(self._recording.run())
            patience = group.create_task(self._begin_in_silence(telling))
            try:
                if self.at_once:
                    self._say(telling, self._voice.begin())
                await self.service.run(self.reply, lambda action: self._send(telling, action))
            except asyncio.CancelledError:
                telling.has_failed = True
                if not self.events.has_ended:
                    await self._say_last(telling, self._voice.cancelled())
                raise
            finally:
                patience.cancel()

    async def _send(self, telling: Telling, action: Emit | End) -> None:
        if isinstance(action, Emit):
            if (words := self._before_the_end(telling, action)) is not None:
                self._say(telling, self._voice.emit(words))
            return
        if self._is_stopping:  # it has ended, but not all of it is said
            telling.has_failed = True
            await self._say_last(telling, self._voice.cancelled())
            return
        self.front.note_end(self.reply, action)
        telling.has_failed = not action.is_good
        if action.is_good or self._voice.has_begun:
            await self._say_last(telling, self._voice.end(action))
            return
        self._refused = action
        if self._recording is not None:
            await self._recording.finish()

    def _before_the_end(self, telling: Telling, emit: Emit) -> Emit | None:
        """What is still to be said of it: of a response that was steered the rest of its word."""
        if not self.events.is_steered:
            return emit
        if self._is_stopping:
            return None
        text = emit.piece.text if isinstance(emit.piece, Text) else " "
        rest, self._is_stopping = rest_of_word(text)
        if self._is_stopping:
            telling.cancel(Stopped.STEERED)
        return replace(emit, piece=Text(rest)) if rest else None

    async def _say_last(self, telling: Telling, frames: bytes) -> None:
        try:
            if self._recording is not None:
                await self._recording.finish(frames)
        finally:  # whoever cancels it now is too late
            self._say(telling, frames)

    def _say(self, telling: Telling, frames: bytes) -> None:
        if frames:
            telling.begin(headers(self.reply), self._voice.keep_alive)
            telling.say(frames)

    async def _begin_in_silence(self, telling: Telling) -> None:
        """So long a silence is no refusal any more: proxies want to hear something."""
        await asyncio.sleep(self.front.patience.silence_s)
        self._say(telling, self._voice.begin())

    def _look(self) -> StoredReply:
        return stored_reply(self.asked, self.events, self._began_at)
