"""fal's language models: asked at once (streamed or not), or through its queue.

Each event of a stream, and the result, is the whole output so far, so what is new in it is what
it says beyond the last. `partial` tells whether it is the last one; an app that does not say so
ends with its stream. A call that is asked at once stops when its connection is closed; one that
waits in the queue is cancelled by a call; when its machine is lost, fal begins it again.

Which of the two is a row's: they have hosts of their own. A model is an app, `OWNER/NAME`; the
model behind a router is one of its members (`provider_options.fal.model`).

https://docs.fal.ai/model-apis/model-endpoints
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from adapters.answer import Answer, may_hold_words
from adapters.dialect import (
    Ask,
    Broken,
    Finished,
    HostedModel,
    HttpCall,
    Job,
    Read,
    Step,
    Submit,
)
from adapters.failures import broken_off
from adapters.lenient_json import loads_whole
from adapters.plain_prompt import plain_input
from adapters.polling import Backoff, Growing, member, read_object, usage_of
from adapters.sse import SseEvent
from edge.core.errors import TierError, TierGarbled
from edge.core.types import Call, Extra, FinishReason, Json, Piece, Stop, Text, Thinking

_TAKES = {"max_tokens": "max_tokens", "temperature": "temperature"}
_CORE = frozenset({"output", "reasoning", "partial", "error", "usage"})


@dataclass(frozen=True, slots=True)
class _Fal:
    """See `adapters.dialect.JobDialect`."""

    is_queued: bool

    def submit(self, call: Call, model: HostedModel, /) -> Job:
        """Raises `TierRejected` for what this model cannot be asked."""
        members = plain_input(call, model, _TAKES)
        path = f"/{quote(model.id)}"
        if self.is_queued:
            return QueuedJob(call, model.name, HttpCall(path, members))
        return DirectJob(call, model.name, path, members)


DIRECT = _Fal(is_queued=False)
QUEUE = _Fal(is_queued=True)


class Output:
    """The output as it grows: pieces of what is new in it, and of its end."""

    def __init__(self, call: Call, tier: str) -> None:
        self.is_last = True  # as far as is known
        self._call = call
        self._tier = tier
        self._text = Growing(tier)
        self._thought = Growing(tier)
        self._result: dict[str, Any] = {}

    def hear(self, result: dict[str, Any]) -> list[Piece]:
        """Raises what the result complains of."""
        if result.get("error") or ("detail" in result and "output" not in result):
            raise broken_off(self._tier, result)
        if not isinstance(result.get("output"), str):
            return []  # something that an app says beside it
        self._result = result
        self.is_last = result.get("partial") is not True
        pieces: list[Piece] = []
        reasoning = result.get("reasoning")
        if isinstance(reasoning, str) and (thought := self._thought.more(reasoning)):
            pieces.append(Thinking(thought))
        if text := self._text.more(result["output"]):
            pieces.append(Text(text))
        return pieces

    def end(self, compute_s: Json = None) -> list[Piece]:
        if not self._result:
            raise TierGarbled(f"{self._tier}: a result without output")
        usage = self._result.get("usage")
        given, written = member(usage, "prompt_tokens"), member(usage, "completion_tokens")
        rest = {name: value for name, value in self._result.items() if name not in _CORE and value}
        extra: list[Piece] = [Extra(rest)] if rest else []
        spent = usage_of(self._call, self._text.text, given, written, compute_s)
        return [Stop(FinishReason.STOP), *extra, spent]


class DirectJob:
    """Asked at once. See `adapters.dialect.Job`."""

    def __init__(self, call: Call, tier: str, path: str, members: Json) -> None:
        stream = HttpCall(f"{path}/stream", members, headers={"accept": "text/event-stream"})
        self.step: Step = Read(stream) if call.stream else Ask(HttpCall(path, members))
        self.complete = False
        self.skipped = 0
        self._tier = tier
        self._answer = Answer(tier)
        self._output = Output(call, tier)

    def heard(self, status: int, headers: Mapping[str, str], body: bytes, /) -> list[Piece]:
        try:
            return [*self._output.hear(read_object(self._tier, body)), *self._end()]
        except TierError as error:
            self.step = Broken(error)
            return []

    def feed(self, data: bytes, /) -> list[Piece]:
        pieces: list[Piece] = []
        for event in self._answer.feed(data):
            pieces += self._hear(event)
        if self._answer.failure and isinstance(self.step, Read):
            self.step = Broken(self._answer.failure)
        return pieces

    def ended(self) -> list[Piece]:
        pieces: list[Piece] = []
        for event in self._answer.close() if isinstance(self.step, Read) else ():
            pieces += self._hear(event)
        if isinstance(self.step, Read):
            try:
                if not self._output.is_last:
                    raise TierGarbled(f"{self._tier}: the reply ended with a partial output")
                pieces += self._end()
            except TierError as error:
                self.step = Broken(error)
        return pieces

    def cancel(self) -> HttpCall | None:
        return None  # the connection was closed

    def _hear(self, event: SseEvent) -> list[Piece]:
        if not isinstance(self.step, Read) or not event.data:
            return []
        try:
            result = loads_whole(event.data)
        except ValueError:
            result = None
        try:
            if event.name == "error":
                raise broken_off(self._tier, result)
            if isinstance(result, dict):
                return self._output.hear(result)
            if result is None and may_hold_words(event.data):
                raise TierGarbled(f"{self._tier}: an event of {len(event.data)} bytes: no JSON")
        except TierError as error:
            self.step = Broken(error)
            return []
        self.skipped += 1
        return []

    def _end(self) -> list[Piece]:
        pieces = self._output.end()
        self.complete = True
        self.step = Finished()
        return pieces


class QueuedJob:
    """Submitted, asked after, fetched. See `adapters.dialect.Job`.

    Where to ask, to fetch and to cancel is told by the answer to the submission: it is not
    below the app's own path where that has more than two parts.
    """

    def __init__(self, call: Call, tier: str, submission: HttpCall) -> None:
        self.step: Step = Submit(submission)
        self.complete = False
        self.skipped = 0
        self._tier = tier
        self._output = Output(call, tier)
        self._backoff = Backoff()
        self._urls: dict[str, str] = {}
        self._is_over = False
        self._is_fetching = False
        self._compute_s: Json = None

    def heard(self, status: int, headers: Mapping[str, str], body: bytes, /) -> list[Piece]:
        try:
            told = read_object(self._tier, body)
            if self._is_fetching:
                return self._fetch(told)
            if not self._urls:
                self._urls = self._read_urls(told)
            self._look_at(told)
        except TierError as error:
            self.step = Broken(error)
        return []

    def feed(self, data: bytes, /) -> list[Piece]:
        return []  # nothing here is read as it comes

    def ended(self) -> list[Piece]:
        return []

    def cancel(self) -> HttpCall | None:
        if self._is_over or not self._urls:
            return None
        return HttpCall("", None, "PUT", url=self._urls["cancel_url"])

    def _read_urls(self, told: dict[str, Any]) -> dict[str, str]:
        urls = {name: told.get(name) for name in ("status_url", "response_url", "cancel_url")}
        if not all(isinstance(url, str) for url in urls.values()):
            raise TierGarbled(f"{self._tier}: a submission without its addresses")
        return {name: str(url) for name, url in urls.items()}

    def _look_at(self, told: dict[str, Any]) -> None:
        if told.get("status") != "COMPLETED":
            http = HttpCall("", None, "GET", url=self._urls["status_url"])
            self.step = Ask(http, self._backoff.next_s(), may_repeat=True)
            return
        self._is_over = self._is_fetching = True
        self._compute_s = member(told.get("metrics"), "inference_time")
        # It is fetched though it failed: its status says best how.
        self.step = Ask(HttpCall("", None, "GET", url=self._urls["response_url"]))

    def _fetch(self, told: dict[str, Any]) -> list[Piece]:
        pieces = [*self._output.hear(told), *self._output.end(self._compute_s)]
        self.complete = True
        self.step = Finished()
        return pieces
