"""Replicate's predictions: created, streamed or polled, cancelled.

A streamed reply has an address of its own, which the prediction names; its events are words
(`output`), `logs`, `error` and, last, `done`. What it took is told by the prediction itself, so
that is asked for once more behind the words. A model that cannot stream names no such address, and
is polled: its output is a list of pieces that grows, or one text. No prediction says why its text
ended, so `stop` is all that is known of it.

`Prefer: wait` holds the answer back until the prediction is done, and so the knowledge of its id
too, by which alone it can be cancelled: so only for a few seconds.

https://replicate.com/docs/reference/http
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from adapters.dialect import (
    Ask,
    Broken,
    Finished,
    HostedModel,
    HttpCall,
    Read,
    Step,
    Submit,
    cannot,
)
from adapters.failures import broken_off
from adapters.lenient_json import loads
from adapters.plain_prompt import plain_input
from adapters.polling import Backoff, Growing, member, read_object, usage_of
from adapters.sse import SseEvent, SseParser
from edge.core.errors import TierError, TierGarbled, TierUnavailable
from edge.core.types import Call, Extra, FinishReason, Json, Piece, Stop, Text

# As the official Llama models have them (replicate.com/meta/meta-llama-3-70b-instruct): of others,
# each has its own.
_TAKES = {
    "max_tokens": "max_tokens",
    "temperature": "temperature",
    "top_p": "top_p",
    "stop": "stop_sequences",
    "seed": "seed",
    "presence_penalty": "presence_penalty",
    "frequency_penalty": "frequency_penalty",
}
WAIT_S = 5
OVER = frozenset({"succeeded", "failed", "canceled", "aborted"})
_EXTRA = ("id", "model", "version", "metrics")


def submit(call: Call, model: HostedModel, /) -> Prediction:
    """Raises `TierRejected` for what this model cannot be asked."""
    members = plain_input(call, model, _TAKES)
    if (stops := members.get("stop_sequences")) is not None and call.sampling.stop:
        if any("," in stop for stop in stops):
            raise cannot(model, "takes no stop sequence with a comma in it", "stop")
        members["stop_sequences"] = ",".join(stops)
    path, named = where(model.id)
    body: dict[str, Json] = {**named, "input": members}
    if call.stream:
        return Prediction(call, model.name, HttpCall(path, {**body, "stream": True}))
    headers = {"prefer": f"wait={WAIT_S}"}
    return Prediction(call, model.name, HttpCall(path, body, headers=headers))


def where(model_id: str) -> tuple[str, dict[str, Json]]:
    """`owner/name`, `owner/name:version` or `deployments/owner/name`."""
    name, _, version = model_id.partition(":")
    if version:
        return "/predictions", {"version": version}
    if name.startswith("deployments/"):
        return f"/{quote(name)}/predictions", {}
    return f"/models/{quote(name)}/predictions", {}


class Prediction:
    """See `adapters.dialect.Job`."""

    def __init__(self, call: Call, tier: str, create: HttpCall) -> None:
        self.step: Step = Submit(create)
        self.complete = False
        self.skipped = 0
        self._call = call
        self._tier = tier
        self._id: str | None = None
        self._is_over = False
        self._events = SseParser(tier)
        self._streamed: list[str] = []
        self._polled = Growing(tier)
        self._backoff = Backoff()

    def heard(self, status: int, headers: Mapping[str, str], body: bytes, /) -> list[Piece]:
        try:
            return self._read(read_object(self._tier, body))
        except TierError as error:
            self.step = Broken(error)
            return []

    def feed(self, data: bytes, /) -> list[Piece]:
        pieces: list[Piece] = []
        for event in self._events.feed(data):
            if isinstance(self.step, Read):
                pieces += self._hear(event)
        if self._events.failure and isinstance(self.step, Read):
            self.step = Broken(self._events.failure)
        return pieces

    def ended(self) -> list[Piece]:
        """An event that the end left without its blank line may be cut short, and nothing in it
        would tell."""
        if isinstance(self.step, Read):
            self.step = Broken(TierGarbled(f"{self._tier}: the reply ended without `done`"))
        return []

    def cancel(self) -> HttpCall | None:
        if self._id is None or self._is_over or self.complete:
            return None
        return HttpCall(f"/predictions/{self._id}/cancel", None)

    # -- the prediction ----------------------------------------------------------

    def _read(self, prediction: dict[str, Any]) -> list[Piece]:
        id_, status = prediction.get("id"), prediction.get("status")
        if not isinstance(id_, str) or not isinstance(status, str):
            raise TierGarbled(f"{self._tier}: a prediction without id or status")
        self._id = quote(id_, safe="")
        self._is_over = status in OVER
        if self.complete:  # only what it took was still to be heard
            return self._finish(prediction) if self._is_over else self._poll([])
        stream = member(prediction.get("urls"), "stream")
        may_stream = self._call.stream and not self._is_over and not self._polled.text
        if may_stream and isinstance(stream, str):
            self.step = Read(_stream_call(stream))
            return []
        return self._read_output(prediction, status)

    def _read_output(self, prediction: dict[str, Any], status: str) -> list[Piece]:
        pieces: list[Piece] = []
        if new := self._polled.more(_text(prediction.get("output"))):
            self._backoff.reset()
            pieces.append(Text(new))
        if not self._is_over:
            return self._poll(pieces)
        if status != "succeeded":
            self.step = Broken(failure(self._tier, status, prediction.get("error")))
            return pieces
        self.complete = True
        return [*pieces, Stop(FinishReason.STOP), *self._finish(prediction)]

    def _finish(self, prediction: dict[str, Any]) -> list[Piece]:
        self.step = Finished()
        metrics = prediction.get("metrics")
        counts = (
            member(metrics, name)
            for name in ("input_token_count", "output_token_count", "predict_time")
        )
        extra = {name: prediction[name] for name in _EXTRA if prediction.get(name) is not None}
        text = "".join(self._streamed) or self._polled.text
        return [Extra(extra), usage_of(self._call, text, *counts)]

    def _poll(self, pieces: list[Piece]) -> list[Piece]:
        http = HttpCall(f"/predictions/{self._id}", None, "GET")
        self.step = Ask(http, self._backoff.next_s(), may_repeat=True)
        return pieces

    # -- its stream --------------------------------------------------------------

    def _hear(self, event: SseEvent) -> list[Piece]:
        match event.name:
            case "output":
                return self._hear_words(event.data)
            case "error":
                self._is_over = True
                self.step = Broken(broken_off(self._tier, _lenient(event.data)))
            case "done":
                return self._hear_end(member(_lenient(event.data), "reason"))
            case _:
                self.skipped += event.name != "logs"
        return []

    def _hear_words(self, data: bytes) -> list[Piece]:
        try:
            text = data.decode()
        except UnicodeDecodeError as error:
            self.step = Broken(TierGarbled(f"{self._tier}: words that are no UTF-8"))
            self.step.error.__cause__ = error
            return []
        self._streamed.append(text)
        return [Text(text)] if text else []

    def _hear_end(self, reason: Json) -> list[Piece]:
        if reason is not None:
            self._is_over = True
            self.step = Broken(TierUnavailable(f"{self._tier}: ended with `{reason!s:.40}`"))
            return []
        self.complete = True
        self._poll([])
        return [Stop(FinishReason.STOP)]


def _stream_call(url: str) -> HttpCall:
    headers = {"accept": "text/event-stream", "cache-control": "no-store"}
    return HttpCall("", None, "GET", headers, url=url)


def _text(output: Json) -> str:
    if isinstance(output, list):
        return "".join(part for part in output if isinstance(part, str))
    return output if isinstance(output, str) else ""


def _lenient(data: bytes) -> Json:
    try:
        return loads(data)
    except ValueError:
        return data.decode(errors="replace")


def failure(tier: str, status: str, error: Json) -> TierError:
    if status == "failed":
        return broken_off(tier, {"error": error})
    return TierUnavailable(f"{tier}: the prediction was {status}")
