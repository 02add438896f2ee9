"""What every decoder promises, whatever it is fed, and bytes to try it on.

- `feed` raises nothing, `close` nothing but a `TierError`.
- What is said can be encoded: no piece ends within a character.
- Pieces and failure are the same however the bytes are cut.

Made-up bytes begin as something real: a reply of the simulator's, or a recorded one. `mutate` then
puts a value where another should be, drops, doubles and swaps lines, or breaks bytes: what
platforms and the gateways before them do. Cuts and mutations are drawn from a seed.
"""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from adapters.joined import joined
from bench.adapter_streams import DIALECTS, Listener, PolledListener, begun_job
from bench.voices.bedrock import event_frame
from edge.core.errors import TierError
from edge.core.types import Piece, Text, Thinking, ToolDelta

_WORDS = 4
_MOST_CUTS = 6
_MOST_BYTES = 8 << 10
_DEEP = b"[" * 1000 + b"]" * 1000
_HALF_OF_A_PAIR = b'"\\ud83d"'
_VALUES = (
    *(b"null", b"true", b"0", b"-1", b"1.5", b"1e400", b"NaN", b"99999999999999999999"),
    *(b'""', b'"x"', b"[]", b"{}", b"[null]", b'[{"type":"text"}]', b'{"a":{"b":[1]}}'),
    *(_HALF_OF_A_PAIR, b'"\\ude00"', _DEEP, b'{"a":' * 300 + b"1" + b"}" * 300),
)
_BYTES = (b"\r", b"\n", b"\r\n", b"\n\n", b"\xef\xbb\xbf", b":", b"\xff", b"\x00", b'"', b"{", b"[")


@dataclass(frozen=True, slots=True)
class Subject:
    """`lines`: what is fed are lines, each made into what comes over the wire by this. `is_cut`
    false: each such is an answer of its own, and comes whole."""

    listen: Callable[[], Listener]
    lines: Callable[[bytes], bytes] | None = None
    is_cut: bool = True

    def reads(self, data: bytes) -> list[bytes]:
        """Uncut."""
        if self.lines is None:
            return [data]
        made = [self.lines(line) for line in data.split(b"\n")]
        return [b"".join(made)] if self.is_cut else made


def _polled(kind: str) -> Callable[[], Listener]:
    return lambda: PolledListener(begun_job(kind))


def _framed(line: bytes) -> bytes:
    """`messageStop {"stopReason": ...}` as its frame."""
    kind, _, payload = line.partition(b" ")
    return event_frame(kind.decode(errors="replace")[:100], payload)


SUBJECTS: Mapping[str, Subject] = {
    **{name: Subject(spoken.listen) for name, spoken in DIALECTS.items() if name != "RunPod"},
    "Bedrock's frames": Subject(DIALECTS["Bedrock"].listen, _framed),
    "RunPod": Subject(_polled("runpod"), bytes, is_cut=False),
    "Replicate's predictions": Subject(_polled("replicate"), bytes, is_cut=False),
    "fal's queue": Subject(_polled("fal_queue"), bytes, is_cut=False),
    "a web endpoint": Subject(_polled("web_endpoint"), bytes, is_cut=False),
}

_LINES: Mapping[str, bytes] = {
    "Bedrock's frames": b"""\
messageStart {"role":"assistant"}
contentBlockDelta {"contentBlockIndex":0,"delta":{"text":"Hi"}}
contentBlockDelta {"contentBlockIndex":0,"delta":{"reasoningContent":{"text":"a","signature":"b"}}}
contentBlockStop {"contentBlockIndex":0}
contentBlockStart {"contentBlockIndex":1,"start":{"toolUse":{"toolUseId":"i","name":"f"}}}
contentBlockDelta {"contentBlockIndex":1,"delta":{"toolUse":{"input":"{}"}}}
messageStop {"stopReason":"end_turn"}
metadata {"usage":{"inputTokens":1,"outputTokens":2,"cacheReadInputTokens":1},"metrics":{"a":1}}""",
    "Replicate's predictions": b"""\
{"id":"p","status":"processing","output":["Hi"],"urls":{"get":"https://bench.test/p"}}
{"id":"p","status":"succeeded","output":["Hi"," there"],"metrics":{"predict_time":1.5}}""",
    "fal's queue": b"""\
{"status_url":"https://a.test/s","response_url":"https://a.test/r","cancel_url":"https://a.test/c"}
{"status":"COMPLETED","metrics":{"inference_time":1.5}}
{"output":"Hi","reasoning":"a","partial":false,"usage":{"prompt_tokens":1,"completion_tokens":2}}""",
    "a web endpoint": b'{"output":"Hi","usage":{"prompt_tokens":1,"completion_tokens":2}}',
}


def seeds(golden: Iterable[Path] = ()) -> list[tuple[str, bytes]]:
    """A subject and bytes for it: each dialect's own, and every recording for every dialect."""
    own = [
        (name, data)
        for name, spoken in DIALECTS.items()
        for data in (
            b"".join(spoken.events(_WORDS)),
            b"".join(spoken.events(_WORDS, tool="f")),
            spoken.whole('{"a":1}'),
        )
        if name != "RunPod"
    ]
    polls = DIALECTS["RunPod"].reads(_WORDS, 2)[1]
    recorded = [(name, path.read_bytes()) for path in golden for name in DIALECTS]
    return [*own, ("RunPod", b"\n".join(polls)), *_LINES.items(), *recorded]


def check(name: str, data: bytes) -> None:
    """Raises `AssertionError`, or whatever a decoder raised that it must not raise."""
    subject = SUBJECTS[name]
    whole = subject.reads(data[:_MOST_BYTES])
    heard = hear(subject.listen(), whole)
    if subject.is_cut:
        assert hear(subject.listen(), _cut(whole[0])) == heard, "it matters where the bytes are cut"


def mutate(data: bytes, rng: random.Random) -> bytes:
    for _ in range(rng.randint(1, 3)):
        data = rng.choice(_MUTATIONS)(data, rng)
    return data[:_MOST_BYTES]


def hear(listener: Listener, reads: Iterable[bytes]) -> tuple[str, str]:
    """As texts: a number that is none is not equal to itself. Words that follow each other are one
    piece, as they are to whoever reads a leg: how many there were is the reads' affair."""
    pieces = [piece for data in reads for piece in listener.feed(data)]
    failure = ""
    try:
        pieces += listener.close()
    except TierError as error:
        failure = f"{type(error).__name__}: {error}"
    for piece in pieces:
        _said(piece).encode()
    return repr(joined(pieces)), failure


def _said(piece: Piece) -> str:
    match piece:
        case Text(text=text) | Thinking(text=text):
            return text
        case ToolDelta():
            return f"{piece.id} {piece.name} {piece.arguments}"
    return ""


def _cut(data: bytes) -> list[bytes]:
    rng = random.Random(zlib.crc32(data))
    cuts = sorted(rng.randint(0, len(data)) for _ in range(rng.randint(1, _MOST_CUTS)))
    return [data[at:to] for at, to in zip([0, *cuts], [*cuts, len(data)], strict=True)]


def _change_value(data: bytes, rng: random.Random) -> bytes:
    """In the JSON of one line something else stands where a value was."""
    lines = data.split(b"\n")
    at = rng.randrange(len(lines))
    before, brace, rest = lines[at].partition(b"{")
    try:
        event = orjson.loads(brace + rest)
    except ValueError:
        return _break_bytes(data, rng)
    holder, key = _place(event, rng)
    if holder is None:
        return data
    mark = "\x01here"
    holder[key] = mark
    value = rng.choice(_VALUES)
    try:
        changed = orjson.dumps(event)
    except TypeError:  # it is deep already
        return data
    lines[at] = before + changed.replace(orjson.dumps(mark), value)
    return b"\n".join(lines)


def _place(value: Any, rng: random.Random) -> tuple[Any, Any]:
    """An object or a list somewhere within, and one of its members."""
    places = []
    todo = [value]
    while todo:
        holder = todo.pop()
        keys = holder if isinstance(holder, dict) else range(len(holder))
        for key in keys:
            places.append((holder, key))
            if isinstance(holder[key], dict | list):
                todo.append(holder[key])
    return rng.choice(places) if places else (None, None)


def _move_lines(data: bytes, rng: random.Random) -> bytes:
    lines = data.split(b"\n")
    at, to = rng.randrange(len(lines)), rng.randrange(len(lines))
    match rng.randrange(3):
        case 0:
            del lines[at]
        case 1:
            lines.insert(to, lines[at])
        case _:
            lines[at], lines[to] = lines[to], lines[at]
    return b"\n".join(lines)


def _break_bytes(data: bytes, rng: random.Random) -> bytes:
    at = rng.randint(0, len(data))
    return data[:at] + rng.choice(_BYTES) + data[at + rng.randrange(3) :]


def _end_lines(data: bytes, rng: random.Random) -> bytes:
    return data.replace(b"\n", rng.choice([b"\r\n", b"\r"]))


def _cut_off(data: bytes, rng: random.Random) -> bytes:
    return data[: rng.randint(0, len(data))]


_MUTATIONS = (
    *(_change_value, _change_value, _change_value),  # what platforms do most
    *(_move_lines, _break_bytes, _end_lines, _cut_off),
)
