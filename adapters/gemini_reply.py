"""Google's generateContent: how Gemini answers, streamed or in one body.

Every event is a whole response of its own: a candidate with the parts that are new, and usage. A
text is spread over events; a function call comes whole. The reply is whole with a `finishReason`,
or with the reason why the prompt was blocked, which comes without any candidate. There is no last
event beyond that: the stream just ends.

Usage is a running total in nearly every event, so that a reply which is cut off is billed for what
it came to. It is passed on whenever it changes, and never added up. Thoughts are counted apart
from the candidate's tokens, and both are output.

`STOP` is said of function calls, too. A reason that stands for a failure (a function call that is
none, say) ends the leg as one: somebody else may do better.

Any candidate may bear a `continuationToken`, and is a checkpoint then: the same call with that
token goes on from behind its text. Who breaks off is asked so, and whoever ends in `CONTINUATION`
wants to be: that answer was one hop of a reply, and the next goes on with the same decoder. Usage
is a total within a hop, and hops are added up.

An event that is no JSON may have held words: it is where the stream breaks. Skipped is only what
cannot have been one, or what comes behind the end.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from adapters.answer import Answer
from adapters.event_decoder import EventDecoder
from adapters.failures import broken_off
from adapters.json_events import JsonEvents
from adapters.lenient_json import Halves, dumps
from adapters.members import name_in, object_in, objects_in
from edge.core.errors import TierGarbled, TierUnavailable
from edge.core.types import (
    Checkpoint,
    Extra,
    FinishReason,
    Json,
    Piece,
    Stop,
    Text,
    Thinking,
    ToolDelta,
    Usage,
)

SIGNATURES = "thoughtSignatures"  # by the id of the call that each belongs to

_LENGTH = "MAX_TOKENS"
_FILTERED = frozenset(
    "SAFETY RECITATION LANGUAGE BLOCKLIST PROHIBITED_CONTENT SPII MODEL_ARMOR IMAGE_SAFETY "
    "IMAGE_PROHIBITED_CONTENT IMAGE_RECITATION IMAGE_OTHER NO_IMAGE".split()
)
_GAVE_UP = frozenset(
    "MALFORMED_FUNCTION_CALL UNEXPECTED_TOOL_CALL TOO_MANY_TOOL_CALLS MISSING_THOUGHT_SIGNATURE "
    "MALFORMED_RESPONSE OTHER".split()
)
_HOP = "CONTINUATION"
_UNSAID = ("", "FINISH_REASON_UNSPECIFIED", "BLOCK_REASON_UNSPECIFIED")

# Members that the core has; the rest is the platform's own, and comes back.
_CORE = frozenset({"candidates", "usageMetadata", "error"})
_CORE_OF_CANDIDATE = frozenset({"content", "index", "finishReason", "continuationToken"})
_COUNTED = frozenset(
    "promptTokenCount candidatesTokenCount thoughtsTokenCount toolUsePromptTokenCount "
    "cachedContentTokenCount totalTokenCount".split()
)
_CITATIONS = "citationMetadata"


class Decoder(EventDecoder):
    """Reads one answer, streamed or not; see `adapters.dialect.Decoder` for its manners."""

    def __init__(self, tier: str, /) -> None:
        super().__init__(tier, _events(tier), end="a finish reason")
        self._halves: defaultdict[str, Halves] = defaultdict(Halves)
        self._response_id = "0"
        self._calls = 0
        self._usage: Usage | None = None  # of this hop
        self._hops_before = Usage(0, 0)
        self._checkpoint: Checkpoint | None = None  # that this hop has named
        self._is_hop = False  # it ended, and the reply did not
        self._told: dict[str, Json] = {}  # beyond the core, by the platform's own names
        self._parts: list[Json] = []
        self._signatures: dict[str, str] = {}
        self._citations: dict[str, list[Json]] = {}

    def next_hop(self) -> Checkpoint | None:
        """From where the reply is to be asked for again, now that its stream has ended; None: it
        has ended, too. What is read from now on is that answer."""
        if not self._is_hop:
            return None
        checkpoint, self._checkpoint = self._checkpoint, None
        self._is_hop = self.complete = False
        self._events = _events(self._tier)
        if self._usage is not None:
            self._hops_before, self._usage = _sum(self._hops_before, self._usage), None
        return checkpoint

    def _epilogue(self) -> Iterator[Piece]:
        if self._is_hop:
            return
        gathered = {
            "parts": self._parts,
            SIGNATURES: self._signatures,
            _CITATIONS: self._citations,
        }
        extra = self._told | {name: said for name, said in gathered.items() if said}
        if extra:
            yield Extra(extra)

    def _read(self, response: dict[str, Any]) -> Iterator[Piece]:
        if response.get("error"):
            self.failure = broken_off(self._tier, response)
            return
        self._response_id = name_in(response.get("responseId")) or self._response_id
        self._take_extra(response, _CORE)
        for candidate in objects_in(response.get("candidates")):
            if not candidate.get("index"):  # one is asked for
                yield from self._read_candidate(candidate)
        feedback = object_in(response.get("promptFeedback"))
        if name_in(feedback.get("blockReason")) not in (None, *_UNSAID) and not self.complete:
            self.complete = True
            yield Stop(FinishReason.CONTENT_FILTER)
        yield from self._read_usage(object_in(response.get("usageMetadata")))

    def _read_candidate(self, candidate: dict[str, Any]) -> Iterator[Piece]:
        self._take_extra(candidate, _CORE_OF_CANDIDATE)
        if self.complete:
            return
        for part in objects_in(object_in(candidate.get("content")).get("parts")):
            yield from self._read_part(part)
        if token := name_in(candidate.get("continuationToken")):
            self._checkpoint = Checkpoint(token)
            yield self._checkpoint
        yield from self._read_finish(candidate.get("finishReason"))

    # -- parts

    def _read_part(self, part: dict[str, Any]) -> Iterator[Piece]:
        signature = name_in(part.get("thoughtSignature"))
        match part:
            case {"functionCall": dict(function)}:
                yield from self._read_call(function, signature)
            case {"text": str(text)} if part.get("thought"):
                if joined := self._halves["thought"].join(text):
                    yield Thinking(joined)
            case {"text": str(text)}:
                if signature:
                    self._told["thoughtSignature"] = signature
                if joined := self._halves["text"].join(text):
                    yield Text(joined)
            case _ if part:  # code that it ran, an image that it made ...
                self._parts.append(part)

    def _read_call(self, function: dict[str, Any], signature: str | None) -> Iterator[Piece]:
        if "partialArgs" in function or "willContinue" in function:  # on Vertex, and only on demand
            self.failure = TierGarbled(f"{self._tier}: a function call in parts was asked for")
            return
        # Older models give no ids; a conversation must not hold the same one twice.
        id_ = name_in(function.get("id")) or f"call_{self._response_id}_{self._calls}"
        if signature:
            self._signatures[id_] = signature
        arguments = dumps(object_in(function.get("args"))).decode()
        yield ToolDelta(self._calls, id_, name_in(function.get("name")), arguments)
        self._calls += 1

    # -- around them

    def _read_finish(self, reason: Json) -> Iterator[Piece]:
        if not isinstance(reason, str) or reason in _UNSAID:
            return
        if reason == _HOP and self._checkpoint is not None:
            self.complete = self._is_hop = True
            return
        if reason in _GAVE_UP or reason == _HOP:
            self.failure = TierUnavailable(f"{self._tier}: gave up in mid-reply ({reason})")
            return
        self.complete = True
        yield Stop(self._finish(reason))

    def _finish(self, reason: str) -> FinishReason:
        if reason == _LENGTH:
            return FinishReason.LENGTH
        if reason in _FILTERED:
            return FinishReason.CONTENT_FILTER
        return FinishReason.TOOL_CALLS if self._calls else FinishReason.STOP

    def _read_usage(self, counts: dict[str, Any]) -> Iterator[Usage]:
        usage = usage_in(counts)
        if usage is not None and usage != self._usage:
            self._usage = usage
            yield _sum(self._hops_before, usage)
        if rest := {key: counts[key] for key in counts.keys() - _COUNTED}:
            self._told["usageMetadata"] = rest

    def _take_extra(self, holder: dict[str, Any], core: frozenset[str]) -> None:
        """The last of each name, but for citations: those are told as they come."""
        for key in holder.keys() - core:
            value = holder[key]
            if key == _CITATIONS:
                for kind, citations in object_in(value).items():
                    if isinstance(citations, list):
                        self._citations[kind] = [*self._citations.get(kind, ()), *citations]
            elif value:
                self._told[key] = value


def _events(tier: str) -> JsonEvents:
    """Several responses come in an array where the platform writes a stream that is no event
    stream, and so do some errors."""
    return JsonEvents(tier, Answer(tier), arrays=True)


def usage_in(counts: dict[str, Any]) -> Usage | None:
    given = counts.get("promptTokenCount")
    if not isinstance(given, int):
        return None  # absent is not zero
    given += _count(counts.get("toolUsePromptTokenCount"))
    thought = _count(counts.get("thoughtsTokenCount"))
    written = thought + _count(counts.get("candidatesTokenCount"))
    return Usage(given, written, min(_count(counts.get("cachedContentTokenCount")), given), thought)


def _sum(one: Usage, other: Usage) -> Usage:
    return Usage(
        one.input + other.input,
        one.output + other.output,
        one.cached + other.cached,
        one.reasoning + other.reasoning,
    )


def _count(value: Json) -> int:
    return value if isinstance(value, int) and value > 0 else 0
