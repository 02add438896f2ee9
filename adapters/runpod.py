"""RunPod's serverless endpoints, natively: run, stream or status, cancel.

A worker of vLLM's takes OpenAI's own body for its input (`openai_route`, `openai_input`) and gives
OpenAI's own answer for its output; so `openai_chat` asks and reads, and here is only how the words
travel. They are no stream: `/stream/{id}` is polled, and gives what is new since the last time, so
that an answer which is lost takes words with it. The worker hands on events as the network cut
them: all outputs together are one stream of bytes. (A character that was cut so is U+FFFD there
for good: the worker decodes each part by itself.)

A model is named `ENDPOINT/NAME`, NAME as the worker serves it. Time is paid for, not tokens.

https://docs.runpod.io/serverless/endpoints/operations
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from adapters import openai_chat
from adapters.dialect import Ask, Broken, Finished, HostedModel, HttpCall, Step, Submit, cannot
from adapters.failures import broken_off
from adapters.lenient_json import dumps
from adapters.polling import Backoff, member, read_object, usage_of
from edge.core.errors import TierError, TierGarbled, TierUnavailable
from edge.core.types import Call, Json, Piece, Text, Usage

_WAIT_MS = 5_000  # of /runsync: until its answer comes nobody knows what to cancel
_OVER = frozenset({"COMPLETED", "FAILED", "CANCELLED", "TIMED_OUT"})


def submit(call: Call, model: HostedModel, /) -> WorkerJob:
    """Raises `TierRejected` for what this model cannot be asked."""
    endpoint, _, served = model.id.partition("/")
    if not served:
        raise cannot(model, "is not of the form ENDPOINT/NAME", "model")
    asked = openai_chat.encode(call, replace(model, id=served))
    given = {"openai_route": f"/v1{asked.path}", "openai_input": asked.body}
    return WorkerJob(call, model.name, quote(endpoint, safe=""), {"input": given})


class WorkerJob:
    """See `adapters.dialect.Job`."""

    def __init__(self, call: Call, tier: str, endpoint: str, body: Json) -> None:
        run = "run" if call.stream else f"runsync?wait={_WAIT_MS}"
        self.step: Step = Submit(HttpCall(f"/{endpoint}/{run}", body))
        self._call = call
        self._tier = tier
        self._endpoint = endpoint
        self._id: str | None = None
        self._is_over = False
        self._is_streaming = call.stream
        self._has_heard = False  # any output: the status gives all of it once more
        self._decoder = openai_chat.Decoder(tier)
        self._backoff = Backoff()
        self._said: list[str] = []
        self._usage: Usage | None = None

    @property
    def complete(self) -> bool:
        return self._decoder.complete and self._decoder.failure is None

    @property
    def skipped(self) -> int:
        return self._decoder.skipped

    def heard(self, status: int, headers: Mapping[str, str], body: bytes, /) -> list[Piece]:
        pieces: list[Piece] = []
        try:
            told = read_object(self._tier, body)
            pieces.extend(self._read(told))  # one by one: they count, whatever comes after them
        except TierError as error:
            self.step = Broken(error)
        return pieces

    def feed(self, data: bytes, /) -> list[Piece]:
        return []  # nothing here is read as it comes

    def ended(self) -> list[Piece]:
        return []

    def cancel(self) -> HttpCall | None:
        if self._id is None or self._is_over or self.complete:
            return None
        return HttpCall(f"/{self._endpoint}/cancel/{self._id}", None)

    def _read(self, told: dict[str, Any]) -> Iterator[Piece]:
        if self._id is None:
            if not isinstance(told.get("id"), str):
                raise TierGarbled(f"{self._tier}: a job without an id")
            self._id = quote(told["id"], safe="")
        status = str(told.get("status"))
        self._is_over = status in _OVER
        outputs = _outputs(told, self._is_streaming)
        if self._is_streaming or not self._has_heard:
            yield from self._hear(outputs)
        if self._is_over and status != "COMPLETED":
            raise self._failure(status, told.get("error"))
        yield from self._go_on(bool(outputs), told)

    def _go_on(self, is_new: bool, told: dict[str, Any]) -> Iterator[Piece]:
        if self._is_over and not self._is_streaming:
            yield from self._noted(self._decoder.close())
            yield self._took(told.get("executionTime"))
            self.step = Finished()
            return
        if self._decoder.done or (self._is_over and not is_new):
            self._is_streaming = False  # its status says what it took
        if is_new:
            self._backoff.reset()
        what = "stream" if self._is_streaming else "status"
        http = HttpCall(f"/{self._endpoint}/{what}/{self._id}", None, "GET")
        self.step = Ask(http, 0.0 if self._is_over else self._backoff.next_s(), may_repeat=True)

    def _hear(self, outputs: list[Json]) -> Iterator[Piece]:
        for output in outputs:
            self._has_heard = True
            if isinstance(output, Mapping) and output.get("error"):
                raise broken_off(self._tier, dict(output))
            data = output.encode() if isinstance(output, str) else dumps(output)
            yield from self._noted(self._decoder.feed(data))
            if self._decoder.failure:
                raise self._decoder.failure

    def _noted(self, pieces: list[Piece]) -> Iterator[Piece]:
        for piece in pieces:
            match piece:
                case Text(text=text):
                    self._said.append(text)
                case Usage():
                    self._usage = piece
            yield piece

    def _took(self, milliseconds: Json) -> Usage:
        seconds = milliseconds / 1000 if isinstance(milliseconds, int | float) else 0.0
        if self._usage is not None:
            return replace(self._usage, compute_s=max(0.0, seconds))
        return usage_of(self._call, "".join(self._said), None, None, seconds)

    def _failure(self, status: str, error: Json) -> TierError:
        if status == "FAILED":
            return broken_off(self._tier, {"error": error})
        return TierUnavailable(f"{self._tier}: the job was {status.lower()}")


def _outputs(told: dict[str, Any], is_streaming: bool) -> list[Json]:
    """What is new in a stream, or all of a status."""
    if is_streaming:
        new = told.get("stream")
        return [member(item, "output") for item in new] if isinstance(new, list) else []
    output = told.get("output")
    if output is None:
        return []
    return output if isinstance(output, list) else [output]
