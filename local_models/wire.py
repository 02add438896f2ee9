"""What the engine and its clients say to each other: one JSON object a line.

Here are the answers; the asks are in `asks.py`.

A client connects, writes one ask, and reads lines until the engine closes. Closing the
connection earlier cancels the ask. The lines of a reply are its pieces in order, the last
one a stop; or one refusal, whose kind says how to react.

    > {"op": "generate", "messages": [{"role": "user", "text": "Hi"}], "sampling": {}}
    < {"text": "Hello"}
    < {"usage": [21, 1, 16]}
    < {"stop": "stop"}

`score` and `embed` are answered with `extra` lines, `warm` with nothing but usage and stop, `info`
with one line, `load` with a line now, and one whenever there is news.

Both sides are ours, but anything can connect to a socket: an ask is checked like a
stranger's, because a wrong type must not reach native code.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from edge.core.types import (
    Extra,
    FinishReason,
    Piece,
    Stop,
    Text,
    Thinking,
    TokenLogprob,
    ToolDelta,
    Usage,
)
from local_models.admission import Load
from local_models.checks import WireError, read_line, write_line
from local_models.counts import Counts
from local_models.info import EngineInfo
from local_models.step_cost import StepCost

MAX_ANSWER_BYTES = 1 << 20

_E = TypeVar("_E", bound=StrEnum)


class Refusal(StrEnum):
    BAD_ASK = "bad_ask"  # not what this file describes
    OWN_LIMIT = "own_limit"  # too much for this model; another one may hold it
    UNABLE = "unable"  # not what this model can do; another one may
    BUSY = "busy"  # not now
    LATE = "late"  # not before it is useless


@dataclass(frozen=True, slots=True)
class Refused:
    kind: Refusal
    message: str


Answer = Piece | Refused


def encode_answer(answer: Answer) -> bytes:
    match answer:
        case Text(text, ()):
            return write_line({"text": text})
        case Text(text, logprobs):
            rows = [(entry.token, entry.logprob, entry.top) for entry in logprobs]
            return write_line({"text": text, "logprobs": rows})
        case Thinking(text):
            return write_line({"thinking": text})
        case ToolDelta(index, call_id, name, arguments):
            return write_line({"call": (index, call_id, name, arguments)})
        case Extra(data):
            return write_line({"extra": data})
        case Usage():
            return write_line({"usage": (answer.input, answer.output, answer.cached)})
        case Stop(reason):
            return write_line({"stop": reason})
        case Refused(kind, message):
            return write_line({"refused": kind, "message": message})
        case _:
            raise TypeError(f"the engine never answers with {type(answer).__name__}")


def decode_answer(line: bytes) -> Answer:
    match read_line(line):
        case {"text": str(text), "logprobs": list(rows)}:
            return Text(text, tuple(_decode_logprob(row) for row in rows))
        case {"text": str(text)}:
            return Text(text)
        case {"thinking": str(text)}:
            return Thinking(text)
        case {"call": [int(index), str(call_id), str(name), str(arguments)]}:
            return ToolDelta(index, call_id, name, arguments)
        case {"extra": dict(data)}:
            return Extra(data)
        case {"usage": [int(read), int(spoken), int(cached)]}:
            return Usage(read, spoken, cached)
        case {"stop": str(reason)}:
            return Stop(_member(FinishReason, reason))
        case {"refused": str(kind), "message": str(message)}:
            return Refused(_member(Refusal, kind), message)
        case _:
            raise WireError("neither text, usage, stop nor refusal")


def encode_info(info: EngineInfo) -> bytes:
    return write_line(info)


def decode_info(line: bytes) -> EngineInfo:
    data = read_line(line)
    try:
        lists = {key: tuple(data[key]) for key in ("abilities", "notices", "loras")}
        return EngineInfo(**(data | lists | {"counts": Counts(**data["counts"])}))
    except (KeyError, TypeError) as error:
        raise WireError("no info") from error


def encode_load(load: Load) -> bytes:
    return write_line(load)


def decode_load(line: bytes) -> Load:
    data = read_line(line)
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


def _member(kind: type[_E], value: str) -> _E:
    try:
        return kind(value)
    except ValueError as error:
        raise WireError(f"an unknown {kind.__name__}") from error
