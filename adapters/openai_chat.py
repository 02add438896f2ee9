"""OpenAI's chat completions, as OpenAI and the many hosts that follow it speak them.

Who wins when a member is given twice: what the call itself says (messages, sampling, tools,
the prefix), then the caller's `provider_options` for this platform, then what a door passed
through. So options add to a call and cannot change what it is; and since all of them are
members of the body, none can set the host or the key.

An answer may be one body where a stream was asked for (`adapters/answer.py`). It is whole when its
choice has a finish reason; `[DONE]` is a courtesy.

An event that is no JSON may have held words, and a reply must not end as if it were whole with
words missing from its middle: so it is where the stream breaks, and somebody else continues what
is shown. Skipped is only what cannot have been a chunk, or what comes behind the finish reason.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from adapters.answer import Answer
from adapters.chat_members import NOTES
from adapters.dialect import HostedModel, HttpCall, cannot
from adapters.failures import broken_off
from adapters.json_events import JsonEvents
from adapters.lenient_json import Halves, dumps
from adapters.likeness import Likeness
from adapters.members import (
    bare_logprobs_in,
    count_in,
    logprobs_in,
    name_in,
    object_in,
    objects_in,
    text_in,
)
from adapters.prompt_key import prompt_key
from adapters.sse import SseEvent
from edge.core.errors import TierError, TierGarbled, TierUnavailable
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
_CHOICE_NEWS = ("index", "finish_reason", "logprobs", "usage", "message")
_SAID_CORE = frozenset(
    {"role", "content", "refusal", "tool_calls", "function_call", "reasoning", "token_id"}
    | {"reasoning_content", "tool_call_id"}
)
_USAGE_CORE = frozenset(
    {"prompt_tokens", "completion_tokens", "total_tokens", "cached_tokens", "reasoning_tokens"}
    | {"prompt_cache_hit_tokens", "prompt_cache_miss_tokens"}
    | {"prompt_tokens_details", "completion_tokens_details"}
)


# -- asking ------------------------------------------------------------------


def encode(call: Call, model: HostedModel, /) -> HttpCall:
    """Raises `TierRejected` for what this model cannot be asked."""
    if call.choices:
        raise cannot(model, "cannot be held to forms")
    request, endpoint = call.request, model.endpoint
    body: dict[str, Json] = {
        **request.passthrough,
        **request.provider_options.get(endpoint.row.name, {}),
        **request.provider_options.get(endpoint.name, {}),
    }
    messages = [_message(message, endpoint.row.developer_role) for message in call.messages]
    body |= {"model": model.id, "messages": messages, "stream": call.stream}
    ask_for_usage(body, call.stream and endpoint.row.stream_usage)
    if call.sampling.max_tokens is not None:
        for field in _MAX_TOKENS:  # a host that gets both refuses the call
            body.pop(field, None)
        body[endpoint.row.max_tokens] = call.sampling.max_tokens
    body |= sampling_members(call.sampling, endpoint.row.seed)
    if request.tools:
        body["tools"] = [_tool(tool) for tool in request.tools]
    for field, value in (
        ("tool_choice", request.tool_choice),
        ("parallel_tool_calls", request.parallel_tool_calls),
        ("response_format", request.response_format),
    ):
        if value is not None:
            body[field] = value
    refused = endpoint.row.refuses | model.refuses
    body = {name: value for name, value in body.items() if name not in refused & NOTES}
    if body.get("store") is False and "store" in refused:
        del body["store"]  # where there is no such member, nothing is stored
    _check_that_it_takes(body, refused, model)
    if endpoint.row.prompt_cache_key and (key := prompt_key(call)):
        body.setdefault("prompt_cache_key", key)
    path = _ask_to_continue(body, call.prefix, model) if call.prefix else ""
    accept = "text/event-stream" if call.stream else "application/json"
    return HttpCall(f"{path}/chat/completions", body, headers={"accept": accept})


def _check_that_it_takes(
    body: Mapping[str, Json], refused: frozenset[str], model: HostedModel, when: str = ""
) -> None:
    asked = set(body)
    if any("name" in message for message in body["messages"]):
        asked.add("messages[].name")
    asked.add(f"response_format.{object_in(body.get('response_format')).get('type')}")
    for name in sorted(refused & asked):
        raise cannot(model, f"takes no {name}{when}", name)


def ask_for_usage(body: dict[str, Json], wanted: bool) -> None:
    given = body.pop("stream_options", None)
    if wanted:
        kept = given if isinstance(given, Mapping) else {}
        body["stream_options"] = {**kept, "include_usage": True}


def _ask_to_continue(body: dict[str, Json], prefix: str, model: HostedModel) -> str:
    """What comes before the path of a call that does."""
    prefill = model.endpoint.row.prefill
    if not model.prefill or prefill is None:
        raise cannot(model, "cannot continue a text")
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


def sampling_members(sampling: Sampling, seed: str) -> dict[str, Json]:
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

    Members that most chunks lack are looked at only where they are, and all layers write to one
    list: a chunk costs 3.5 µs so, and cost 5 µs with a generator for each layer. One that is like
    the one before but for its text costs a µs (`likeness.py`).
    """

    def __init__(self, tier: str, /, *, is_bare: bool = False) -> None:
        """`is_bare`: its choices are texts, as those of completions are, and no messages."""
        self._is_bare = is_bare
        self.failure: TierError | None = None
        self.complete = False
        self.done = False
        self.skipped = 0
        self._tier = tier
        self._answer = Answer(tier)
        self._events = JsonEvents(tier, self._answer)
        self._pieces: list[Piece] = []  # read, and not handed out yet
        self._usage: Usage | None = None
        self._extra: dict[str, Json] = {}
        self._logprobs: list[TokenLogprob] = []  # of tokens that are not a character yet
        self._likeness = Likeness()
        self._words, self._thoughts = Halves(), Halves()
        self._arguments: defaultdict[int, Halves] = defaultdict(Halves)
        self._tools: dict[int, tuple[str | None, str | None]] = {}  # ids and names given
        self._last_tool = -1

    def feed(self, data: bytes, /) -> list[Piece]:
        if self.done or self.failure:
            return []
        self._read_events(self._answer.feed(data))
        self.failure = self.failure or self._answer.failure
        return self._take_pieces()

    def close(self) -> list[Piece]:
        if not self.done and not self.failure:
            self._read_events(self._answer.close())  # the last one may be cut short
            self._end()
        if self.failure:
            raise self.failure
        if not self.complete:
            raise TierGarbled(f"{self._tier}: the reply ended without a finish reason")
        return self._take_pieces()

    def _read_events(self, events: list[SseEvent]) -> None:
        at = 0
        while at < len(events):
            text, alike = "", 0
            if self._likeness.is_known and not self.complete:
                text, alike = self._likeness.text_in(events, at)
            if alike:
                self._events.note_good()
                self._say(text)
            else:
                self._read_event(events[at])
            if self.done or self.failure:
                self._end()
                return
            at += alike or 1

    def _take_pieces(self) -> list[Piece]:
        pieces, self._pieces = self._pieces, []
        return pieces

    def _read_event(self, event: SseEvent) -> None:
        if event.data == b"[DONE]":
            self.done = True
            return
        chunk = self._events.read(event)
        if chunk is not None:
            self._read_chunk(chunk)
            if not self._likeness.is_known and (text := _only_text_in(chunk)):
                self._likeness.learn(event.data, text)
        else:
            self.failure, self.skipped = self._events.failure, self._events.skipped

    def _read_chunk(self, chunk: dict[str, Json]) -> None:
        if chunk.get("error") or chunk.get("object") == "error":
            self.failure = broken_off(self._tier, chunk)
            return
        self._keep(chunk, _CORE)
        # Groq says it twice, and once said it here only.
        if usage := chunk.get("usage") or object_in(chunk.get("x_groq")).get("usage"):
            self._read_usage(usage)
        choices = chunk.get("choices")
        for choice in choices if isinstance(choices, list) else ():
            # We ask for one choice only.
            if isinstance(choice, dict) and not choice.get("index") and not self.complete:
                self._read_choice(choice)

    def _read_choice(self, choice: dict[str, Json]) -> None:
        if usage := choice.get("usage"):  # Moonshot
            self._read_usage(usage)
        if not choice.keys() <= _CHOICE_CORE:
            self._keep(choice, _CHOICE_CORE)
        said = choice.get("message" if self._answer.is_body else "delta")
        if self._is_bare:
            self._logprobs += bare_logprobs_in(choice.get("logprobs"))
            self._say(choice.get("text"))
        elif logprobs := choice.get("logprobs"):
            self._logprobs += logprobs_in(object_in(logprobs).get("content"))
        if isinstance(said, dict):
            if not said.keys() <= _SAID_CORE:
                self._keep(said, _SAID_CORE, fragments=True)
            self._read_said(said)
        if reason := choice.get("finish_reason"):
            self._read_finish(reason)

    def _read_usage(self, usage: Json) -> None:
        usage = object_in(usage)
        self._usage = _usage(usage) or self._usage
        beyond = {key: value for key, value in usage.items() if key not in _USAGE_CORE}
        if beyond:
            self._extra["usage"] = beyond

    def _keep(
        self, members: dict[str, Json], core: frozenset[str], *, fragments: bool = False
    ) -> None:
        """The last word on each counts. An object may come in parts (Groq's `x_groq`), a list only
        where the text does too: elsewhere it is said again, whole."""
        for key, value in members.items():
            if key in core or value is None:
                continue
            if isinstance(value, dict) and isinstance(had := self._extra.get(key), dict):
                had.update(value)
            elif (
                fragments
                and isinstance(value, list)
                and isinstance(had := self._extra.get(key), list)
            ):
                had.extend(value)
            else:
                self._extra[key] = value

    def _read_said(self, said: dict[str, Json]) -> None:
        if reasoning := said.get("reasoning_content") or said.get("reasoning"):
            self._think(reasoning)
        if content := said.get("content"):
            if isinstance(content, list):
                self._read_parts(content)
            else:
                self._say(content)
        if refusal := said.get("refusal"):
            self._say(refusal)
        if calls := said.get("tool_calls"):
            for position, call in enumerate(objects_in(calls)):
                self._read_tool(call, position)

    def _read_parts(self, parts: list[Json]) -> None:
        """Content as typed parts (Mistral)."""
        for part in objects_in(parts):
            match part.get("type"):
                case "text":
                    self._say(part.get("text"))
                case "refusal":
                    self._say(part.get("refusal"))
                case "thinking":
                    thought = part.get("thinking")
                    if isinstance(thought, list):
                        thought = "".join(text_in(each.get("text")) for each in objects_in(thought))
                    self._think(thought)

    def _say(self, text: Json) -> None:
        if isinstance(text, str) and text and (joined := self._words.join(text)):
            self._pieces.append(Text(joined, tuple(self._logprobs)))
            self._logprobs.clear()

    def _think(self, text: Json) -> None:
        if isinstance(text, str) and text and (joined := self._thoughts.join(text)):
            self._pieces.append(Thinking(joined))

    def _read_tool(self, call: dict[str, Json], position: int) -> None:
        """`id` and `name` are given with the first fragment only, though some hosts repeat them."""
        function = object_in(call.get("function"))
        index = self._tool_index(call, position)
        had_id, had_name = self._tools.get(index, (None, None))
        id_, name = name_in(call.get("id")), name_in(function.get("name"))
        self._tools[index] = (had_id or id_, had_name or name)
        self._last_tool = index
        arguments = function.get("arguments")
        if isinstance(arguments, dict):  # the object itself, not its text
            arguments = dumps(arguments).decode()
        delta = ToolDelta(
            index,
            None if had_id else id_,
            None if had_name else name,
            self._arguments[index].join(text_in(arguments)),
        )
        if delta != ToolDelta(index):
            self._pieces.append(delta)

    def _tool_index(self, call: dict[str, Json], position: int) -> int:
        """Hosts that send each call whole may leave its number out."""
        index = call.get("index")
        if isinstance(index, int):
            return index
        return self._last_tool + 1 if call.get("id") else max(self._last_tool, position)

    def _read_finish(self, reason: Json) -> None:
        if not isinstance(reason, str):
            return
        if reason in _GAVE_UP:
            self.failure = TierUnavailable(f"{self._tier}: gave up in mid-reply ({reason})")
            return
        self.complete = self._events.whole = True
        self._pieces.append(Stop(_FINISH.get(reason, FinishReason.STOP)))

    def _end(self) -> None:
        if self._extra:
            self._pieces.append(Extra(self._extra))
        if self._usage:
            self._pieces.append(self._usage)
        self._extra, self._usage = {}, None


def _only_text_in(chunk: dict[str, Json]) -> str | None:
    """The text of a chunk that says it and nothing else that counts."""
    match chunk:
        case {"choices": [{"delta": {"content": str(text), **others}} as choice]}:
            beside = (chunk.get("usage"), chunk.get("x_groq"), *map(choice.get, _CHOICE_NEWS))
            return None if others or any(beside) else text
    return None


def _usage(usage: dict[str, Json]) -> Usage | None:
    given, written = usage.get("prompt_tokens"), usage.get("completion_tokens")
    if not isinstance(given, int) or not isinstance(written, int):
        return None  # absent is not zero
    details = object_in(usage.get("prompt_tokens_details"))
    cached = details.get("cached_tokens")
    if cached is None:  # DeepSeek; Moonshot
        cached = usage.get("prompt_cache_hit_tokens", usage.get("cached_tokens"))
    cached = min(count_in(cached), given)
    reasoning = object_in(usage.get("completion_tokens_details")).get("reasoning_tokens")
    if reasoning is None:
        reasoning = usage.get("reasoning_tokens")  # SGLang
    return Usage(
        given,
        written,
        cached,
        min(count_in(reasoning), written),
        cache_write=min(count_in(details.get("cache_write_tokens")), given - cached),
    )
