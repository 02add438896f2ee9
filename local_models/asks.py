"""What a client may ask of the engine, as lines (see `wire.py`).

- `generate`: a reply to messages; its pieces come as they are written.
- `warm`: read the messages for a later ask of the same `scope`.
- `infill`: what stands between a prefix and a suffix, for models that were trained to know.
- `score`: how likely each of some labels is after a prompt, of which what this `scope` has read
  before is not read again.
- `embed`: a vector for each text.
- `adapt`: have these LoRA adapters.
- `info`, `load`: what the engine is, and has to do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeVar, get_args

from edge.core.types import (
    NO_HURRY,
    Message,
    Role,
    Sampling,
    TextPart,
    ToolCall,
    Urgency,
)
from local_models.checks import (
    WireError,
    read_integer,
    read_line,
    read_list,
    read_number,
    read_object,
    read_objects,
    read_positive,
    read_text,
    read_texts,
    write_line,
)
from local_models.wishes import NO_WISHES, Wishes, decode_wishes, encode_wishes

MAX_ASK_BYTES = 32 << 20
MAX_TOP_LOGPROBS = 20  # as OpenAI's
MAX_SCOPE_CHARS = 200
MAX_LABELS = 256
MAX_TEXTS = 2048  # as OpenAI's

_T = TypeVar("_T")
_ROLES: tuple[Role, ...] = get_args(Role)


@dataclass(frozen=True, slots=True)
class Generate:
    messages: tuple[Message, ...]
    sampling: Sampling
    prefix: str = ""
    choices: tuple[str, ...] = ()
    urgency: Urgency = NO_HURRY
    scope: str | None = None
    wishes: Wishes = NO_WISHES
    adapter: str | None = None  # by its name in the settings


@dataclass(frozen=True, slots=True)
class Warm:
    """Read this for a later ask."""

    messages: tuple[Message, ...]
    scope: str
    adapter: str | None = None


@dataclass(frozen=True, slots=True)
class Infill:
    """`suffix` None: there is none, and the text is simply gone on with, in no template."""

    prefix: str
    suffix: str | None
    sampling: Sampling
    urgency: Urgency = NO_HURRY
    scope: str | None = None
    wishes: Wishes = NO_WISHES
    adapter: str | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """`messages` and the words the reply has begun with, its `prefix`; without messages the
    prefix is the whole prompt, in no template."""

    messages: tuple[Message, ...]
    prefix: str
    labels: tuple[str, ...]
    urgency: Urgency = NO_HURRY
    scope: str | None = None
    adapter: str | None = None


@dataclass(frozen=True, slots=True)
class Adapt:
    """Have these adapters, by name, and no others; answered with a stop once they are there."""

    loras: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Embed:
    texts: tuple[str, ...]


Reading = Generate | Warm | Infill | Score  # what the batcher works on
Ask = Reading | Embed | Adapt | Literal["info", "load"]


def encode_ask(ask: Ask) -> bytes:
    match ask:
        case str():
            data: dict[str, Any] = {"op": ask}
        case Adapt(loras):
            data = {"op": "adapt", "loras": dict(loras)}
        case Embed():
            data = {"op": "embed", "texts": ask.texts}
        case Warm():
            data = {"op": "warm", "messages": _encode_messages(ask.messages)}
        case Score():
            data = {"op": "score", "prefix": ask.prefix, "labels": ask.labels}
            data |= {"messages": _encode_messages(ask.messages), "urgency": ask.urgency}
        case Infill():
            data = {"op": "infill", "prefix": ask.prefix, "suffix": ask.suffix}
            data |= _encode_writing(ask)
        case Generate():
            data = {"op": "generate", "messages": _encode_messages(ask.messages)}
            data |= {"prefix": ask.prefix, "choices": ask.choices, **_encode_writing(ask)}
    if isinstance(ask, Reading):
        data |= {"scope": ask.scope, "adapter": ask.adapter}
    return write_line(data)


def decode_ask(line: bytes) -> Ask:
    data = read_line(line)
    match data.get("op"):
        case "info":
            return "info"
        case "load":
            return "load"
        case "adapt":
            loras = read_object(data.get("loras"), "loras")
            return Adapt({name: read_text(path, "loras") for name, path in loras.items()})
        case "embed":
            return Embed(_some(data, "texts", MAX_TEXTS))
        case "warm":
            scope = _scope(data)
            if scope is None:
                raise WireError("scope: none")
            return Warm(_decode_messages(data), scope, _adapter(data))
        case "score":
            prefix = read_text(data.get("prefix", ""), "prefix")
            messages = () if prefix and not data.get("messages") else _decode_messages(data)
            labels = _some(data, "labels", MAX_LABELS)
            urgency = _decode_urgency(data)
            return Score(messages, prefix, labels, urgency, _scope(data), _adapter(data))
        case "infill":
            return Infill(
                read_text(data.get("prefix", ""), "prefix"),
                None if (text := data.get("suffix")) is None else read_text(text, "suffix"),
                _decode_sampling(read_object(data.get("sampling", {}), "sampling")),
                _decode_urgency(data),
                _scope(data),
                decode_wishes(read_object(data.get("wishes", {}), "wishes")),
                _adapter(data),
            )
        case "generate":
            return Generate(
                _decode_messages(data),
                _decode_sampling(read_object(data.get("sampling", {}), "sampling")),
                read_text(data.get("prefix", ""), "prefix"),
                _choices(data.get("choices", [])),
                _decode_urgency(data),
                _scope(data),
                decode_wishes(read_object(data.get("wishes", {}), "wishes")),
                _adapter(data),
            )
        case _:
            raise WireError("op: one of generate, warm, infill, score, embed, adapt, info, load")


def _encode_writing(ask: Generate | Infill) -> dict[str, Any]:
    wishes = encode_wishes(ask.wishes)
    return {"sampling": ask.sampling, "urgency": ask.urgency, "wishes": wishes}


def _encode_messages(messages: tuple[Message, ...]) -> list[dict[str, Any]]:
    return [_encode_message(message) for message in messages]


def _decode_messages(data: dict[str, Any]) -> tuple[Message, ...]:
    messages = tuple(_decode_message(m) for m in read_objects(data.get("messages"), "messages"))
    if not messages:
        raise WireError("messages: none")
    return messages


def _decode_urgency(data: dict[str, Any]) -> Urgency:
    urgency = read_object(data.get("urgency", {}), "urgency")

    def instant(key: str) -> float | None:
        value = urgency.get(key)
        return None if value is None else read_number(value, f"urgency: {key}")

    return Urgency(instant("deadline"), instant("give_up_at"))


def _encode_message(message: Message) -> dict[str, Any]:
    data: dict[str, Any] = {"role": message.role, "text": message.text}
    if message.name is not None:
        data["name"] = message.name
    if message.tool_call_id is not None:
        data["answers"] = message.tool_call_id
    if message.tool_calls:
        data["calls"] = [(call.id, call.name, call.arguments) for call in message.tool_calls]
    return data


def _decode_message(data: dict[str, Any]) -> Message:
    role = data.get("role")
    if role not in _ROLES:
        raise WireError(f"messages: role: one of {', '.join(_ROLES)}")
    name = data.get("name")
    calls = [read_texts(call, "calls") for call in read_list(data.get("calls", []), "calls")]
    if any(len(call) != 3 for call in calls):
        raise WireError("messages: calls: each has an id, a name and arguments")
    answers = data.get("answers")
    return Message(
        role,
        (TextPart(read_text(data.get("text"), "messages: text")),),
        None if name is None else read_text(name, "messages: name"),
        tuple(ToolCall(*call) for call in calls),
        None if answers is None else read_text(answers, "messages: answers"),
    )


def _decode_sampling(data: dict[str, Any]) -> Sampling:
    def optional(key: str, read: Callable[[Any, str], _T]) -> _T | None:
        value = data.get(key)
        return None if value is None else read(value, f"sampling: {key}")

    bias = optional("logit_bias", read_object)
    return Sampling(
        max_tokens=optional("max_tokens", read_positive),
        temperature=optional("temperature", read_number),
        top_p=optional("top_p", read_number),
        stop=optional("stop", read_texts) or (),
        seed=optional("seed", read_integer),
        presence_penalty=optional("presence_penalty", read_number),
        frequency_penalty=optional("frequency_penalty", read_number),
        logit_bias=bias and {key: read_number(value, "logit_bias") for key, value in bias.items()},
        logprobs=data.get("logprobs") is True,
        top_logprobs=optional("top_logprobs", _rivals),
    )


def _choices(value: Any) -> tuple[str, ...]:
    choices = read_texts(value, "choices")
    if "" in choices:
        raise WireError("choices: one is empty")
    return choices


def _some(data: dict[str, Any], name: str, most: int) -> tuple[str, ...]:
    texts = read_texts(data.get(name), name)
    if not 0 < len(texts) <= most or "" in texts:
        raise WireError(f"{name}: not 1 to {most} of them, none empty")
    return texts


def _scope(data: dict[str, Any]) -> str | None:
    scope = data.get("scope")
    if scope is not None and len(read_text(scope, "scope")) > MAX_SCOPE_CHARS:
        raise WireError(f"scope: more than {MAX_SCOPE_CHARS} characters")
    return scope


def _adapter(data: dict[str, Any]) -> str | None:
    name = data.get("adapter")
    return None if name is None else read_text(name, "adapter")


def _rivals(value: Any, name: str) -> int:
    if not 0 <= read_integer(value, name) <= MAX_TOP_LOGPROBS:
        raise WireError(f"{name}: not between 0 and {MAX_TOP_LOGPROBS}")
    return int(value)
