"""Made-up bytes for all decoders, and streams that never end. `prelude bench adapters --fuzz 60`
does the first for longer."""

from __future__ import annotations

import struct
import tracemalloc
import zlib

import pytest

from bench.decoder_check import SUBJECTS, check, hear, seeds
from bench.decoder_fuzz import fuzz
from edge.core.errors import TierError

MIB = 1 << 20
LONGEST_FRAME = struct.pack("!II", 24 * MIB - 1, 0)
DEEP = b'{"output":' + b"[" * 300 + b"]" * 300 + b"}"
HALF = rb'{"output":"data: \ude00"}'
RAW_HALF = b'{"output":"data: \xed\xb8\x80"}'

ENDLESS = {
    "a line": b"data: ",
    "a comment": b": ",
    "a body": b"{",
    "a list": b"[",
    "a line of no field": b"x",
    "an event of many lines": b"data: x\n",
    "a frame": LONGEST_FRAME + struct.pack("!I", zlib.crc32(LONGEST_FRAME)),
    "blanks": b" ",
}
STREAMED = [name for name, subject in SUBJECTS.items() if subject.is_cut and not subject.lines]


def test_no_decoder_breaks_a_promise_within_five_seconds_of_fuzzing() -> None:
    fuzzed = fuzz(5)
    assert fuzzed.finding == ""
    assert fuzzed.runs > len(SUBJECTS)


# What fuzzing has found.
@pytest.mark.parametrize("output", [DEEP, HALF, RAW_HALF])
def test_an_output_that_cannot_be_written_again_is_no_end_of_the_world(output: bytes) -> None:
    poll = b'{"id":"j","status":"IN_PROGRESS","stream":[' + output + b"]}"
    check("RunPod", poll)
    check("a web endpoint", output)
    check("fal", b"data: " + output + b"\n\n")


def test_arguments_with_half_a_character_can_be_passed_on() -> None:
    call = rb'{"function":{"name":"f","arguments":"\ud83d"}}'
    check("Ollama", b'{"message":{"tool_calls":[' + call + b"]}}\n")


@pytest.mark.parametrize("name", STREAMED)
@pytest.mark.parametrize("kind", ENDLESS)
def test_what_never_ends_does_not_fill_the_memory(name: str, kind: str) -> None:
    listener = SUBJECTS[name].listen()
    more = (
        (b"data: " + b"x" * 1017 + b"\n") * 1024 if kind == "an event of many lines" else b" " * MIB
    )
    tracemalloc.start()
    try:
        listener.feed(ENDLESS[kind])
        for _ in range(64):
            listener.feed(more)
        with pytest.raises(TierError):
            listener.close()
        assert tracemalloc.get_traced_memory()[1] < 56 * MIB
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(("name", "data"), [seed for seed in seeds() if SUBJECTS[seed[0]].is_cut])
def test_pieces_are_the_same_for_every_way_of_cutting_an_answer_in_two(
    name: str, data: bytes
) -> None:
    subject = SUBJECTS[name]
    (whole,) = subject.reads(data)
    heard = hear(subject.listen(), [whole])
    for at in range(1, len(whole)):
        assert hear(subject.listen(), [whole[:at], whole[at:]]) == heard, f"cut at {at}"
