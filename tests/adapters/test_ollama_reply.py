from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
import pytest

from adapters.ollama_reply import Decoder
from edge.core.errors import TierError, TierGarbled, TierUnavailable
from edge.core.types import (
    Extra,
    FinishReason,
    Json,
    Piece,
    Stop,
    Text,
    Thinking,
    TokenLogprob,
    ToolDelta,
    Usage,
)

GOLDEN = Path(__file__).parent / "golden" / "ollama"
HI, STOP = Text("Hi"), Stop(FinishReason.STOP)
TOOL_CALLS = Stop(FinishReason.TOOL_CALLS)


@dataclass(frozen=True)
class Heard:
    """What a stream came to: its pieces without `Extra`, and how it failed, if it did."""

    pieces: tuple[Piece, ...]
    failed: type[TierError] | None = None
    message: str = ""


def hear(*reads: bytes) -> tuple[list[Piece], TierError | None]:
    decoder = Decoder("mine/big")
    pieces = [piece for data in reads for piece in decoder.feed(data)]
    try:
        pieces += decoder.close()
    except TierError as error:
        return pieces, error
    return pieces, None


def summary(*reads: bytes) -> Heard:
    pieces, error = hear(*reads)
    core = tuple(piece for piece in pieces if not isinstance(piece, Extra))
    return Heard(core) if error is None else Heard(core, type(error), str(error))


def extra_of(*reads: bytes) -> Any:
    pieces, _ = hear(*reads)
    (extra,) = (piece.data for piece in pieces if isinstance(piece, Extra))
    return extra


def line(done: bool = False, *, created_at: str = "", **members: Json) -> bytes:
    message = {
        key: members.pop(key) for key in ("content", "thinking", "tool_calls") & members.keys()
    }
    given = {"message": {"role": "assistant", **message}, "done": done, "created_at": created_at}
    return orjson.dumps({**given, **members}) + b"\n"


def say(text: str, **members: Json) -> bytes:
    return line(content=text, **members)


def end(reason: str | None = "stop", **members: Json) -> bytes:
    return line(True, done_reason=reason, **members)


RECORDED = {
    "ollama": Heard(
        (
            HI,
            ToolDelta(0, "call_20261120000001_0", "f", '{"a":1}'),
            TOOL_CALLS,
            Usage(11, 7),
        )
    ),
    "ollama_err": Heard(
        (HI,),
        TierUnavailable,
        "mine/big: broke off with 500: model runner has unexpectedly stopped",
    ),
}


@pytest.mark.parametrize("name", RECORDED)
def test_a_recorded_stream_is_read_the_same_at_every_cut(name: str) -> None:
    data = (GOLDEN / f"{name}.bin").read_bytes()
    assert summary(data) == RECORDED[name]
    assert summary(*(bytes([byte]) for byte in data)) == RECORDED[name]
    for cut in range(len(data)):
        assert summary(data[:cut], data[cut:]) == RECORDED[name], f"cut at {cut}"


@pytest.mark.parametrize("line_end", [b"\r\n", b"\r"])
@pytest.mark.parametrize("name", RECORDED)
def test_line_ends_make_no_difference(name: str, line_end: bytes) -> None:
    data = b"\xef\xbb\xbf" + (GOLDEN / f"{name}.bin").read_bytes().replace(b"\n", line_end)
    for cut in range(len(data)):
        assert summary(data[:cut], data[cut:]) == RECORDED[name], f"cut at {cut}"


def test_every_recording_is_read_by_a_test() -> None:
    assert {path.stem for path in GOLDEN.glob("*.bin")} == set(RECORDED)


def test_a_stream_cut_before_its_last_line_is_never_taken_for_whole() -> None:
    data = (GOLDEN / "ollama.bin").read_bytes().rstrip()
    for cut in range(len(data)):
        assert summary(data[:cut]).failed is TierGarbled, f"cut at {cut}"
    assert summary(data) == RECORDED["ollama"]


def test_how_long_it_took_comes_back() -> None:
    assert extra_of((GOLDEN / "ollama.bin").read_bytes()) == {
        "model": "m",
        "total_duration": 5,
        "load_duration": 1,
        "prompt_eval_count": 11,
        "prompt_eval_duration": 2,
        "eval_count": 7,
        "eval_duration": 3,
    }


def test_a_reply_in_one_line_says_the_same() -> None:
    calls = [{"function": {"name": "f", "arguments": {"a": 1}}}]
    whole = end(content="Hi", thinking="hmm", tool_calls=calls, created_at="2026-11-20T00:00:01Z")
    assert summary(whole.rstrip()).pieces == (
        Thinking("hmm"),
        HI,
        ToolDelta(0, "call_20261120000001_0", "f", '{"a":1}'),
        TOOL_CALLS,
    )


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("stop", FinishReason.STOP),
        ("length", FinishReason.LENGTH),
        (None, FinishReason.STOP),
        ("a_word_of_next_year", FinishReason.STOP),
    ],
)
def test_every_reason_has_a_meaning(word: str | None, reason: FinishReason) -> None:
    assert summary(say("Hi"), end(word)).pieces == (HI, Stop(reason))


@pytest.mark.parametrize("word", ["load", "unload"])
def test_what_was_done_with_the_model_is_no_reply(word: str) -> None:
    heard = summary(end(word))
    assert (heard.pieces, heard.failed) == ((), TierUnavailable)


def test_a_call_that_was_cut_short_is_not_said_to_be_one() -> None:
    calls = [{"function": {"name": "f", "arguments": {}}}]
    assert summary(line(tool_calls=calls), end("length")).pieces[-1] == Stop(FinishReason.LENGTH)


def test_calls_are_numbered_and_keep_an_id_that_they_have() -> None:
    calls = [
        {"id": "mine", "function": {"name": "f", "arguments": {}}},
        {"function": {"name": "g", "arguments": '{"b":2}'}},
        {"function": {"name": "h"}},
    ]
    assert summary(line(tool_calls=calls, created_at="2026"), end()).pieces == (
        ToolDelta(0, "mine", "f", "{}"),
        ToolDelta(1, "call_2026_1", "g", '{"b":2}'),
        ToolDelta(2, "call_2026_2", "h", "{}"),
        TOOL_CALLS,
    )


def test_usage_has_the_cached_within_and_absent_is_not_nothing() -> None:
    counts: dict[str, Any] = {
        "prompt_eval_count": 20,
        "prompt_eval_cached_count": 15,
        "eval_count": 9,
    }
    assert summary(end(**counts)).pieces[-1] == Usage(20, 9, cached=15)
    assert summary(say("Hi"), end(eval_count=9)).pieces == (HI, STOP)


def test_thoughts_are_thinking() -> None:
    heard = summary(line(content="", thinking="h"), line(thinking="mm"), say("Hi"), end())
    assert heard.pieces == (Thinking("h"), Thinking("mm"), HI, STOP)


def test_log_probabilities_come_with_their_words() -> None:
    told = [{"token": "Hi", "logprob": -0.5, "top_logprobs": [{"token": "Ho", "logprob": -1}]}]
    heard = summary(say("Hi", logprobs=told), end())
    assert heard.pieces[0] == Text("Hi", (TokenLogprob("Hi", -0.5, (("Ho", -1.0),)),))


def test_a_line_that_held_words_breaks_it() -> None:
    heard = summary(say("Hi"), b'{"message":{"con\n', say("there"), end())
    assert (heard.pieces, heard.failed) == ((HI,), TierGarbled)


def test_nothing_is_read_behind_the_end() -> None:
    assert summary(say("Hi"), end(), say("more"), b'{"error":"Oh."}\n') == Heard((HI, STOP))


def test_halves_of_a_character_are_joined() -> None:
    first, second = rb'{"message":{"content":"\ud83d"}}', rb'{"message":{"content":"\ude00"}}'
    assert summary(first + b"\n" + second + b"\n", end()).pieces == (Text("\U0001f600"), STOP)
