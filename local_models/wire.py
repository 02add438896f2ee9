"""What the engine and its clients say to each other: one JSON object a line.

A client connects, writes one ask, and reads lines until the engine closes. Closing the
connection earlier cancels the ask. The lines of a reply are its pieces in order, the last
one a stop; or one refusal, whose kind says how to react.

    > {"op": "generate", "messages": [{"role": "user", "text": "Hi"}], "sampling": {}}
    < {"text": "Hello"}
    < {"usage": [21, 1, 16]}
    < {"stop": "stop"}

`warm` reads the messages for a later ask of the same `scope` and says nothing but usage and
stop. `info` is answered with one line; `load` with a line now, and one whenever there is news.

Both sides are ours, but anything can connect to a socket: an ask is checked like a
stranger's, because a wrong type must not reach native code.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal, TypeVar, get_args

import orjson

from edge.core.types import (
    NO_HURRY,
    FinishReason,
    Message,
    Piece,
    Role,
    Sampling,
    Stop,
    Text,
    TextPart,
    TokenLogprob,
    ToolCall,
    Urgency,
    Usage,
)
from local_models.admission import Load
from local_models.counts import Counts
from local_models.info import EngineInfo
from local_models.step_cost import StepCost

MAX_ASK_BYTES = 32 << 20
MAX_ANSWER_BYTES = 1 << 20
MAX_TOP_LOGPROBS = 20  # as OpenAI's
MAX_SCOPE_CHARS = 200

_T = TypeVar("_T")
_E = TypeVar("_E", bound=StrEnum)
_ROLES: tuple[Role, ...] = get_args(Role)


class Refusal(StrEnum):
    BAD_ASK = "bad_ask"  # not what this file describes
    OWN_LIMIT = "own_limit"  # this model cannot; another one may
    BUSY = "busy"  # not now
    LATE = "late"  # not before it is useless


class WireError(ValueError):
    """A line that cannot be read; the message names what is wrong, never what was said."""


@dataclass(frozen=True, slots=True)
class Generate:
    messages: tuple[Message, ...]
    sampling: Sampling
    prefix: str = ""
    choices: tuple[str, ...] = ()
    urgency: Urgency = NO_HURRY
    scope: str | None = None


@dataclass(frozen=True, slots=True)
class Warm:
    """Read this for a later ask."""

    messages: tuple[Message, ...]
    scope: str


@dataclass(frozen=True, slots=True)
class Refused:
    kind: Refusal
    message: str


Ask = Generate | Warm | Literal["info", "load"]
Answer = Piece | Refused


# -- asks --------------------------------------------------------------------


def encode_ask(ask: Ask) -> bytes:
    if isinstance(ask, str):
        return _line({"op": ask})
    data: dict[str, Any] = {
        "op": "warm",
        "messages": [_encode_message(message) for message in ask.messages],
        "scope": ask.scope,
    }
    if isinstance(ask, Generate):
        data |= {
            "op": "generate",
            "sampling": ask.sampling,
            "prefix": ask.prefix,
            "choices": ask.choices,
            "urgency": ask.urgency,
        }
    return _line(data)


def decode_ask(line: bytes) -> Ask:
    data = _read(line)
    match data.get("op"):
        case "info":
            return "info"
        case "load":
            return "load"
        case "warm":
            return Warm(_decode_messages(data), _scope(data.get("scope")))
        case "generate":
            scope = data.get("scope")
            return Generate(
                _decode_messages(data),
                _decode_sampling(_object(data.get("sampling", {}), "sampling")),
                _text(data.get("prefix", ""), "prefix"),
                _choices(data.get("choices", [])),
                _decode_urgency(_object(data.get("urgency", {}), "urgency")),
                None if scope is None else _scope(scope),
            )
        case _:
            raise WireError("op: one of generate, warm, info, load")


def _decode_messages(data: dict[str, Any]) -> tuple[Message, ...]:
    messages = tuple(_decode_message(m) for m in _objects(data.get("messages"), "messages"))
    if not messages:
        raise WireError("messages: none")
    return messages


def _decode_urgency(data: dict[str, Any]) -> Urgency:
    def instant(key: str) -> float | None:
        value = data.get(key)
        return None if value is None else _number(value, f"urgency: {key}")

    return Urgency(instant("deadline"), instant("give_up_at"))


def _encode_message(message: Message) -> dict[str, Any]:
    data: dict[str, Any] = {"role": message.role, "text": message.text}
    if message.name is not None:
        data["name"] = message.name
    if message.tool_calls:
        data["calls"] = [(call.id, call.name, call.arguments) for call in message.tool_calls]
    return data


def _decode_message(data: dict[str, Any]) -> Message:
    role = data.get("role")
    if role not in _ROLES:
        raise WireError(f"messages: role: one of {', '.join(_ROLES)}")
    name = data.get("name")
    calls = [_texts(call, "calls") for call in _list(data.get("calls", []), "calls")]
    if any(len(call) != 3 for call in calls):
        raise WireError("messages: calls: each has an id, a name and arguments")
    return Message(
        role,
        (TextPart(_text(data.get("text"), "messages: text")),),
        None if name is None else _text(name, "messages: name"),
        tuple(ToolCall(*call) for call in calls),
    )


def _decode_sampling(data: dict[str, Any]) -> Sampling:
    def optional(key: str, read: Callable[[Any, str], _T]) -> _T | None:
        value = data.get(key)
        return None if value is None else read(value, f"sampling: {key}")

    bias = optional("logit_bias", _object)
    return Sampling(
        max_tokens=optional("max_tokens", _positive),
        temperature=optional("temperature", _number),
        top_p=optional("top_p", _number),
        stop=optional("stop", _texts) or (),
        seed=optional("seed", _integer),
        presence_penalty=optional("presence_penalty", _number),
        frequency_penalty=optional("frequency_penalty", _number),
        logit_bias=bias and {key: _number(value, "logit_bias") for key, value in bias.items()},
        logprobs=data.get("logprobs") is True,
        top_logprobs=optional("top_logprobs", _rivals),
    )


# -- answers -----------------------------------------------------------------


def encode_answer(answer: Answer) -> bytes:
    match answer:
        case Text(text, ()):
            return _line({"text": text})
        case Text(text, logprobs):
            rows = [(entry.token, entry.logprob, entry.top) for entry in logprobs]
            return _line({"text": text, "logprobs": rows})
        case Usage():
            return _line({"usage": (answer.input, answer.output, answer.cached)})
        case Stop(reason):
            return _line({"stop": reason})
        case Refused(kind, message):
            return _line({"refused": kind, "message": message})
        case _:
            raise TypeError(f"the engine never answers with {type(answer).__name__}")


def decode_answer(line: bytes) -> Answer:
    match _read(line):
        case {"text": str(text), "logprobs": list(rows)}:
            return Text(text, tuple(_decode_logprob(row) for row in rows))
        case {"text": str(text)}:
            return Text(text)
        case {"usage": [int(read), int(spoken), int(cached)]}:
            return Usage(read, spoken, cached)
        case {"stop": str(reason)}:
            return Stop(_member(FinishReason, reason))
        case {"refused": str(kind), "message": str(message)}:
            return Refused(_member(Refusal, kind), message)
        case _:
            raise WireError("neither text, usage, stop nor refusal")


def encode_info(info: EngineInfo) -> bytes:
    return _line(info)


def decode_info(line: bytes) -> EngineInfo:
    data = _read(line)
    try:
        notices, counts = tuple(data["notices"]), Counts(**data["counts"])
        return EngineInfo(**(data | {"notices": notices, "counts": counts}))
    except (KeyError, TypeError) as error:
        raise WireError("no info") from error


def encode_load(load: Load) -> bytes:
    return _line(load)


def decode_load(line: bytes) -> Load:
    data = _read(line)
    try:
        return Load(**(data | {"cost": StepCost(**data["cost"])}))
    except (KeyError, TypeError) as error:
        raise WireError("no load") from error


def _decode_logprob(row: object) -> TokenLogprob:
    match row:
        case [str(token), float(logprob), list(top)]:
            return TokenLogprob(token, logprob, tuple((text, value) for text, value in top))
        case _:
            raise WireError("logprobs: neither token, number nor rivals")


# -- checks ------------------------------------------------------------------


def _line(data: Any) -> bytes:
    try:
        return orjson.dumps(data, default=dict, option=orjson.OPT_APPEND_NEWLINE)
    except orjson.JSONEncodeError as error:  # half a surrogate pair, a number over 64 bits
        raise WireError(f"cannot be written as JSON: {error}") from error


def _read(line: bytes) -> dict[str, Any]:
    try:
        data = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise WireError("not JSON") from error
    return _object(data, "the line")


def _object(value: Any, name: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise WireError(f"{name}: not an object")
    return value


def _list(value: Any, name: str) -> list[Any]:
    if not isinstance(value, list):
        raise WireError(f"{name}: not a list")
    return value


def _objects(value: Any, name: str) -> list[dict[str, Any]]:
    return [_object(item, name) for item in _list(value, name)]


def _text(value: Any, name: str) -> str:
    if not isinstance(value, str):
        raise WireError(f"{name}: not a string")
    return value


def _texts(value: Any, name: str) -> tuple[str, ...]:
    return tuple(_text(item, name) for item in _list(value, name))


def _member(kind: type[_E], value: str) -> _E:
    try:
        return kind(value)
    except ValueError as error:
        raise WireError(f"an unknown {kind.__name__}") from error


def _choices(value: Any) -> tuple[str, ...]:
    choices = _texts(value, "choices")
    if "" in choices:
        raise WireError("choices: one is empty")
    return choices


def _scope(value: Any) -> str:
    if len(_text(value, "scope")) > MAX_SCOPE_CHARS:
        raise WireError(f"scope: more than {MAX_SCOPE_CHARS} characters")
    return str(value)


def _number(value: Any, name: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise WireError(f"{name}: not a number")
    return float(value)


def _integer(value: Any, name: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise WireError(f"{name}: not a whole number")
    return value


def _positive(value: Any, name: str) -> int:
    if _integer(value, name) < 1:
        raise WireError(f"{name}: less than 1")
    return int(value)


def _rivals(value: Any, name: str) -> int:
    if not 0 <= _integer(value, name) <= MAX_TOP_LOGPROBS:
        raise WireError(f"{name}: not between 0 and {MAX_TOP_LOGPROBS}")
    return int(value)
