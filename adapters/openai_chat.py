"""OpenAI's chat completions, as OpenAI and the many hosts that follow it speak them.

Who wins when a member is given twice: what the call itself says (messages, sampling, tools,
the prefix), then the caller's `provider_options` for this platform, then what a door passed
through. So options add to a call and cannot change what it is; and since all of them are
members of the body, none can set the host or the key.

The answer is read as it is, not as its Content-Type announces it: platforms answer a
streaming call with one JSON body, give a whole error within a 200, and send event streams
under other names. The first byte tells: `{` a body, `<` a page of some proxy, else events.
A stream is whole when its choice has a finish reason; `[DONE]` is a courtesy.

An event that is no JSON may have held words, and a reply must not end as if it were whole with
words missing from its middle: so it is where the stream breaks, and somebody else continues what
is shown. Skipped is only what cannot have been a chunk, or what comes behind the finish reason.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from adapters.dialect import HostedModel, HttpCall
from adapters.failures import broken_off
from adapters.lenient_json import Halves, dumps, loads
from adapters.sse import SseEvent, SseParser
from edge.core.errors import TierError, TierGarbled, TierRejected, TierUnavailable
from edge.core.types import (
    Call,
    Extra,
    FinishReason,
    ImagePart,
    Json,
    Message,
    Part,
    Piece,
    Sampling,
    Stop,
    Text,
    TextPart,
    Thinking,
    TokenLogprob,
    Tool,
    ToolCall,
    ToolDelta,
    Usage,
)

MAX_BODY_BYTES = 16 << 20
MAX_MALFORMED = 3  # harmless ones, in a row: a stream of nothing else is left

_MAX_TOKENS = ("max_tokens", "max_completion_tokens")

# Every other word means that the platform considers the reply whole, whatever it calls that.
_FINISH = {
    "length": FinishReason.LENGTH,
    "max_tokens": FinishReason.LENGTH,
    "model_length": FinishReason.LENGTH,
    "tool_calls": FinishReason.TOOL_CALLS,
    "function_call": FinishReason.TOOL_CALLS,
    "tool_use": FinishReason.TOOL_CALLS,
    "content_filter": FinishReason.CONTENT_FILTER,
}
_GAVE_UP = frozenset({"error", "abort", "insufficient_system_resource"})

# Members that the core has, or that mean nothing; the rest is the platform's own.
_CORE = frozenset({"object", "created", "choices", "usage", "obfuscation", "error"})
_CHOICE_CORE = frozenset(
    {"index", "delta", "message", "logprobs", "finish_reason", "usage", "seed", "text"}
)
_SAID_CORE = frozenset(
    {"role", "content", "refusal", "tool_calls", "function_call", "reasoning", "token_id"}
    | {"reasoning_content", "tool_call_id"}
)
_USAGE_CORE = frozenset(
    {"prompt_tokens", "completion_tokens", "total_tokens", "cached_tokens", "reasoning_tokens"}
    | {"prompt_cache_hit_tokens", "prompt_cache_miss_tokens"}
    | {"prompt_tokens_details", "completion_tokens_details"}
)

_CHUNK_MARKS = b'{}"'  # no part of a chunk with words in it is without one of them
_BLANK = b"\xef\xbb\xbf \t\r\n"  # a byte-order mark too: no answer begins with its bytes


# -- asking ------------------------------------------------------------------


def encode(call: Call, model: HostedModel, /) -> HttpCall:
    """Raises `TierRejected` for what this model cannot be asked."""
    if call.choices:
        raise TierRejected(f"{model.name}: cannot be held to forms", status=None, own_limit=True)
    request, endpoint = call.request, model.endpoint
    body: dict[str, Json] = {
        **request.passthrough,
        **request.provider_options.get(endpoint.row.name, {}),
        **request.provider_options.get(endpoint.name, {}),
    }
    messages = [_message(message, endpoint.row.developer_role) for message in call.messages]
    body |= {"model": model.id, "messages": messages, "stream": call.stream}
    _ask_for_usage(body, call.stream and endpoint.row.stream_usage)
    if call.sampling.max_tokens is not None:
        for field in _MAX_TOKENS:  # a host that gets both refuses the call
            body.pop(field, None)
        body[endpoint.row.max_tokens] = call.sampling.max_tokens
    body |= _sampling(call.sampling, endpoint.row.seed)
    if request.tools:
        body["tools"] = [_tool(tool) for tool in request.tools]
    for field, value in (
        ("tool_choice", request.tool_choice),
        ("parallel_tool_calls", request.parallel_tool_calls),
        ("response_format", request.response_format),
    ):
        if value is not None:
            body[field] = value
    _check_that_it_takes(body, endpoint.row.refuses, model)
    path = _ask_to_continue(body, call.prefix, model) if call.prefix else ""
    accept = "text/event-stream" if call.stream else "application/json"
    return HttpCall(f"{path}/chat/completions", body, headers={"accept": accept})


def _check_that_it_takes(
    body: Mapping[str, Json], refused: frozenset[str], model: HostedModel, when: str = ""
) -> None:
    asked = set(body)
    if any("name" in message for message in body["messages"]):
        asked.add("messages[].name")
    asked.add(f"response_format.{_object(body.get('response_format')).get('type')}")
    for name in sorted(refused & asked):
        raise TierRejected(
            f"{model.name}: takes no {name}{when}", status=None, own_limit=True, param=name
        )


def _ask_for_usage(body: dict[str, Json], wanted: bool) -> None:
    given = body.pop("stream_options", None)
    if wanted:
        kept = given if isinstance(given, Mapping) else {}
        body["stream_options"] = {**kept, "include_usage": True}


def _ask_to_continue(body: dict[str, Json], prefix: str, model: HostedModel) -> str:
    """What comes before the path of a call that does."""
    prefill = model.endpoint.row.prefill
    if not model.prefill or prefill is None:
        raise TierRejected(f"{model.name}: cannot continue a text", status=None, own_limit=True)
    _check_that_it_takes(body, prefill.excludes, model, " while it continues a text")
    body["messages"].append({"role": "assistant", "content": prefix, **prefill.message})
    body |= prefill.body
    return prefill.path


def _message(message: Message, developer_role: str) -> dict[str, Json]:
    role = developer_role if message.role == "developer" else message.role
    encoded: dict[str, Json] = {"role": role, "content": _content(message.parts)}
    if message.name is not None:
        encoded["name"] = message.name
    if message.tool_calls:
        encoded["tool_calls"] = [_tool_call(call) for call in message.tool_calls]
        if not message.parts:
            encoded["content"] = None
    if message.tool_call_id is not None:
        encoded["tool_call_id"] = message.tool_call_id
    return encoded


def _content(parts: tuple[Part, ...]) -> Json:
    """A string where that will do: some self-hosted templates know nothing else."""
    match parts:
        case ():
            return ""
        case (TextPart(text),):
            return text
    return [_part(part) for part in parts]


def _part(part: Part) -> dict[str, Json]:
    match part:
        case TextPart(text):
            return {"type": "text", "text": text}
        case ImagePart(url, None):
            return {"type": "image_url", "image_url": {"url": url}}
        case ImagePart(url, detail):
            return {"type": "image_url", "image_url": {"url": url, "detail": detail}}


def _tool_call(call: ToolCall) -> dict[str, Json]:
    function = {"name": call.name, "arguments": call.arguments}
    return {"id": call.id, "type": "function", "function": function}


def _tool(tool: Tool) -> dict[str, Json]:
    optional = {
        "description": tool.description,
        "parameters": tool.parameters,
        "strict": tool.strict,
    }
    given = {key: value for key, value in optional.items() if value is not None}
    return {"type": "function", "function": {"name": tool.name, **given}}


def _sampling(sampling: Sampling, seed: str) -> dict[str, Json]:
    """All but the limit of tokens, whose name differs."""
    optional: dict[str, Json] = {
        "temperature": sampling.temperature,
        "top_p": sampling.top_p,
        "stop": list(sampling.stop) or None,
        seed: sampling.seed,
        "presence_penalty": sampling.presence_penalty,
        "frequency_penalty": sampling.frequency_penalty,
        "logit_bias": None if sampling.logit_bias is None else dict(sampling.logit_bias),
        "logprobs": sampling.logprobs or None,
        "top_logprobs": sampling.top_logprobs,
    }
    return {key: value for key, value in optional.items() if value is not None}


# -- hearing -----------------------------------------------------------------


class Decoder:
    """Reads one answer, streamed or not; see `adapters.dialect.Decoder` for its manners.

    Usage may come in any chunk, in several and growing, or twice in one: the last one seen
    is given once, at the end, together with what else the platform said of the reply.
    """

    def __init__(self, tier: str, /) -> None:
        self.failure: TierError | None = None
        self.complete = False
        self.done = False
        self.skipped = 0
        self._tier = tier
        self._events: SseParser | None = None  # which of the two it is, the first byte tells
        self._body: bytearray | None = None
        self._malformed = 0  # in a row
        self._usage: Usage | None = None
        self._extra: dict[str, Json] = {}
        self._logprobs: list[TokenLogprob] = []  # of tokens that are not a character yet
        self._halves: defaultdict[str, Halves] = defaultdict(Halves)
        self._tools: dict[int, tuple[str | None, str | None]] = {}  # ids and names given
        self._last_tool = -1

    def feed(self, data: bytes, /) -> list[Piece]:
        if self.done or self.failure:
            return []
        if self._events is None and self._body is None:
            data = data.lstrip(_BLANK)
            if not data:
                return []
            self._choose(data[:1])
        if self._body is not None:
            self._collect(self._body, data)
        if self._events is not None:
            return list(self._read_events(self._events, data))
        return []

    def close(self) -> list[Piece]:
        pieces = [] if self.done or self.failure else list(self._read_rest())
        if self.failure:
            raise self.failure
        if not self.complete:
            raise TierGarbled(f"{self._tier}: the reply ended without a finish reason")
        return pieces

    def _choose(self, first: bytes) -> None:
        if first == b"<":
            self.failure = TierGarbled(f"{self._tier}: a page of markup where a reply should be")
        elif first in (b"{", b"["):
            self._body = bytearray()
        else:
            self._events = SseParser(self._tier)

    def _collect(self, body: bytearray, data: bytes) -> None:
        body += data
        if len(body) > MAX_BODY_BYTES:
            body.clear()
            self.failure = TierGarbled(f"{self._tier}: a reply of more than {MAX_BODY_BYTES} bytes")

    def _read_events(self, events: SseParser, data: bytes) -> Iterator[Piece]:
        for event in events.feed(data):
            yield from self._read_event(event)
            if self.done or self.failure:
                yield from self._epilogue()
                return
        self.failure = events.failure

    def _read_rest(self) -> Iterator[Piece]:
        """What can still be read at the end of the stream."""
        if self._body is not None:
            yield from self._read_body(bytes(self._body))
        elif self._events is not None:
            last = self._events.close()
            if last is not None:  # it may be cut short
                yield from self._read_event(last)
        yield from self._epilogue()

    def _read_body(self, body: bytes) -> Iterator[Piece]:
        try:
            completion = loads(body)
        except ValueError as error:
            self.failure = TierGarbled(f"{self._tier}: {len(body)} bytes that are no JSON")
            self.failure.__cause__ = error
            return
        if isinstance(completion, dict):
            yield from self._read_chunk(completion, "message")

    def _read_event(self, event: SseEvent) -> Iterator[Piece]:
        if event.data == b"[DONE]":
            self.done = True
            return
        if not event.data:
            return  # some hosts keep a connection alive so
        try:
            chunk = loads(event.data)
        except ValueError:
            chunk = None
        if event.name == "error":
            complaint = event.data.decode(errors="replace") if chunk is None else chunk
            self.failure = broken_off(self._tier, complaint)
        elif isinstance(chunk, dict):
            self._malformed = 0
            yield from self._read_chunk(chunk, "delta")
        elif chunk is None and not self.complete and _may_be_of_a_chunk(event.data):
            self.failure = TierGarbled(
                f"{self._tier}: an event of {len(event.data)} bytes that is no JSON"
            )
        else:
            self._skip()

    def _skip(self) -> None:
        self.skipped += 1
        self._malformed += 1
        if self._malformed >= MAX_MALFORMED:
            self.failure = TierGarbled(
                f"{self._tier}: {self._malformed} events in a row that are no JSON objects"
            )

    def _read_chunk(self, chunk: dict[str, Json], holder: str) -> Iterator[Piece]:
        """`holder` is the member of a choice that holds what was said."""
        if chunk.get("error") or chunk.get("object") == "error":
            self.failure = broken_off(self._tier, chunk)
            return
        self._keep(chunk, _CORE)
        # Groq says it twice, and once said it here only.
        if usage := chunk.get("usage") or _object(chunk.get("x_groq")).get("usage"):
            self._read_usage(_object(usage))
        for choice in _objects(chunk.get("choices")):
            if not choice.get("index") and not self.complete:  # we ask for one choice only
                if usage := choice.get("usage"):  # Moonshot
                    self._read_usage(_object(usage))
                said = _object(choice.get(holder))
                self._keep(choice, _CHOICE_CORE)
                self._keep(said, _SAID_CORE, fragments=True)
                yield from self._read_said(said, choice.get("logprobs"))
                yield from self._read_finish(choice.get("finish_reason"))

    def _read_usage(self, usage: dict[str, Json]) -> None:
        self._usage = _usage(usage) or self._usage
        beyond = {key: value for key, value in usage.items() if key not in _USAGE_CORE}
        if beyond:
            self._extra["usage"] = beyond

    def _keep(
        self, members: dict[str, Json], core: frozenset[str], *, fragments: bool = False
    ) -> None:
        """The last word on each counts. An object may come in parts (Groq's `x_groq`), a list only
        where the text does too: elsewhere it is said again, whole."""
        if core >= members.keys():
            return
        for key, value in members.items():
            if value is None or key in core:
                continue
            had = self._extra.get(key)
            if isinstance(value, dict) and isinstance(had, dict):
                had.update(value)
            elif isinstance(value, list) and isinstance(had, list) and fragments:
                had.extend(value)
            else:
                self._extra[key] = value

    def _read_said(self, said: dict[str, Json], logprobs: Json) -> Iterator[Piece]:
        if logprobs:
            self._logprobs += _logprobs(_object(logprobs))
        reasoning = said.get("reasoning_content") or said.get("reasoning")
        if thought := self._join("thinking", reasoning):
            yield Thinking(thought)
        content = said.get("content")
        if isinstance(content, list):
            yield from self._read_parts(content)
        else:
            yield from self._text(content)
        yield from self._text(said.get("refusal"))
        for position, call in enumerate(_objects(said.get("tool_calls"))):
            if delta := self._tool_delta(call, position):
                yield delta

    def _read_parts(self, parts: list[Json]) -> Iterator[Piece]:
        """Content as typed parts (Mistral)."""
        for part in _objects(parts):
            match part.get("type"):
                case "text":
                    yield from self._text(part.get("text"))
                case "refusal":
                    yield from self._text(part.get("refusal"))
                case "thinking":
                    thought = part.get("thinking")
                    if isinstance(thought, list):
                        thought = "".join(map(_text_of, _objects(thought)))
                    if thought := self._join("thinking", thought):
                        yield Thinking(thought)

    def _text(self, text: Json) -> Iterator[Piece]:
        if joined := self._join("text", text):
            logprobs, self._logprobs = tuple(self._logprobs), []
            yield Text(joined, logprobs)

    def _join(self, channel: str, text: Json) -> str:
        return self._halves[channel].join(text) if isinstance(text, str) and text else ""

    def _tool_delta(self, call: dict[str, Json], position: int) -> ToolDelta | None:
        """`id` and `name` are given with the first fragment only, though some hosts repeat them."""
        function = _object(call.get("function"))
        index = self._tool_index(call, position)
        had_id, had_name = self._tools.get(index, (None, None))
        id_, name = _string(call.get("id")), _string(function.get("name"))
        self._tools[index] = (had_id or id_, had_name or name)
        self._last_tool = index
        arguments = function.get("arguments")
        if isinstance(arguments, dict):  # the object itself, not its text
            arguments = dumps(arguments).decode()
        delta = ToolDelta(
            index,
            None if had_id else id_,
            None if had_name else name,
            self._join(f"tool {index}", arguments),
        )
        return None if delta == ToolDelta(index) else delta

    def _tool_index(self, call: dict[str, Json], position: int) -> int:
        """Hosts that send each call whole may leave its number out."""
        index = call.get("index")
        if isinstance(index, int):
            return index
        return self._last_tool + 1 if call.get("id") else max(self._last_tool, position)

    def _read_finish(self, reason: Json) -> Iterator[Piece]:
        if not isinstance(reason, str) or not reason:
            return
        if reason in _GAVE_UP:
            self.failure = TierUnavailable(f"{self._tier}: gave up in mid-reply ({reason})")
            return
        self.complete = True
        yield Stop(_FINISH.get(reason, FinishReason.STOP))

    def _epilogue(self) -> Iterator[Piece]:
        if self._extra:
            yield Extra(self._extra)
        if self._usage:
            yield self._usage
        self._extra, self._usage = {}, None


def _may_be_of_a_chunk(data: bytes) -> bool:
    return any(mark in data for mark in _CHUNK_MARKS)


def _usage(usage: dict[str, Json]) -> Usage | None:
    given, written = usage.get("prompt_tokens"), usage.get("completion_tokens")
    if not isinstance(given, int) or not isinstance(written, int):
        return None  # absent is not zero
    details = _object(usage.get("prompt_tokens_details"))
    cached = details.get("cached_tokens")
    if cached is None:  # DeepSeek; Moonshot
        cached = usage.get("prompt_cache_hit_tokens", usage.get("cached_tokens"))
    cached = min(_count(cached), given)
    reasoning = _object(usage.get("completion_tokens_details")).get("reasoning_tokens")
    if reasoning is None:
        reasoning = usage.get("reasoning_tokens")  # SGLang
    return Usage(
        given,
        written,
        cached,
        min(_count(reasoning), written),
        cache_write=min(_count(details.get("cache_write_tokens")), given - cached),
    )


def _logprobs(logprobs: dict[str, Json]) -> Iterator[TokenLogprob]:
    for entry in _objects(logprobs.get("content")):
        match entry:
            case {"token": str(token), "logprob": float() | int() as logprob}:
                top = tuple(
                    (str(rival["token"]), float(rival["logprob"]))
                    for rival in _objects(entry.get("top_logprobs"))
                    if "token" in rival and isinstance(rival.get("logprob"), float | int)
                )
                yield TokenLogprob(token, float(logprob), top)


def _object(value: Json) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _objects(value: Json) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        yield from (item for item in value if isinstance(item, dict))


def _text_of(part: dict[str, Json]) -> str:
    text = part.get("text")
    return text if isinstance(text, str) else ""


def _string(value: Json) -> str | None:
    return value if isinstance(value, str) and value else None


def _count(value: Json) -> int:
    return value if isinstance(value, int) and value > 0 else 0
