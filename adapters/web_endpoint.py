"""A plain web endpoint of one's own, as Modal deploys it: one POST, one answer, no stream.

What it takes and gives is its author's to decide; this is the least that such a function needs:

    POST  {"prompt": ..., "system_prompt"?: ..., "max_tokens"?: ..., ...}
    200   "text", or {"output": "text", "usage"?: {"prompt_tokens", "completion_tokens"}},
          or the text itself as text/plain

After 150 s Modal answers `303 See Other` instead, with the address of the result, which may do
the same again. That is followed, on the endpoint's own host only: the key goes along. An
endpoint that speaks a dialect of its own belongs to that dialect's row.

https://modal.com/docs/guide/webhook-timeouts
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urljoin

from adapters.dialect import Ask, Broken, Finished, HostedModel, HttpCall, Step
from adapters.failures import broken_off
from adapters.lenient_json import loads_whole
from adapters.plain_prompt import plain_input
from adapters.polling import member, usage_of
from edge.core.errors import TierError, TierGarbled
from edge.core.types import Call, Extra, FinishReason, Json, Piece, Stop, Text

_TAKES = {
    name: name
    for name in (
        "max_tokens",
        "temperature",
        "top_p",
        "stop",
        "seed",
        "presence_penalty",
        "frequency_penalty",
    )
}
_MOST_REDIRECTS = 20
_CORE = frozenset({"output", "usage"})


def submit(call: Call, model: HostedModel, /) -> EndpointJob:
    """Raises `TierRejected` for what this model cannot be asked."""
    return EndpointJob(call, model.name, model.endpoint.base_url, plain_input(call, model, _TAKES))


class EndpointJob:
    """See `adapters.dialect.Job`."""

    skipped = 0

    def __init__(self, call: Call, tier: str, url: str, members: Json) -> None:
        self.step: Step = Ask(HttpCall("", members, may_redirect=True))
        self.complete = False
        self._call = call
        self._tier = tier
        self._url = url
        self._redirects = 0

    def heard(self, status: int, headers: Mapping[str, str], body: bytes, /) -> list[Piece]:
        try:
            if status == 303:
                self.step = self._follow(headers.get("location", ""))
                return []
            return self._read(headers.get("content-type", ""), body)
        except TierError as error:
            self.step = Broken(error)
            return []

    def feed(self, data: bytes, /) -> list[Piece]:
        return []  # nothing here is read as it comes

    def ended(self) -> list[Piece]:
        return []

    def cancel(self) -> HttpCall | None:
        return None  # the connection was closed

    def _follow(self, location: str) -> Ask:
        self._redirects += 1
        if self._redirects > _MOST_REDIRECTS:
            raise TierGarbled(f"{self._tier}: more than {_MOST_REDIRECTS} redirects")
        try:
            self._url = urljoin(self._url, location)
        except ValueError as error:
            raise TierGarbled(f"{self._tier}: redirects to what is no address") from error
        return Ask(HttpCall("", None, "GET", url=self._url, may_redirect=True))

    def _read(self, content_type: str, body: bytes) -> list[Piece]:
        try:
            is_text = content_type.startswith("text/plain")
            result = body.decode() if is_text else loads_whole(body)
        except ValueError as error:
            raise TierGarbled(f"{self._tier}: {len(body)} bytes that are no JSON") from error
        if member(result, "error"):
            raise broken_off(self._tier, result)
        text = member(result, "output") if isinstance(result, Mapping) else result
        if not isinstance(text, str):
            raise TierGarbled(f"{self._tier}: an answer without output")
        self.complete = True
        self.step = Finished()
        said: list[Piece] = [Text(text)] if text else []
        return [*said, Stop(FinishReason.STOP), *self._rest(result, text)]

    def _rest(self, result: Json, text: str) -> list[Piece]:
        usage = member(result, "usage")
        counts = (
            member(usage, name) for name in ("prompt_tokens", "completion_tokens", "compute_s")
        )
        members = result if isinstance(result, dict) else {}
        rest = {name: value for name, value in members.items() if name not in _CORE}
        return [*([Extra(rest)] if rest else []), usage_of(self._call, text, *counts)]
