"""What is read by likeness is what would be read with care."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from adapters.likeness import Likeness
from adapters.openai_chat import Decoder
from adapters.sse import SseEvent
from edge.core.types import Piece, Text


def chunk(content: str, **others: object) -> bytes:
    choice = {"index": 0, "delta": {"content": content}, "finish_reason": None}
    whole = {"id": "c", "model": "m", "choices": [choice], "usage": None, **others}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()


def events(*chunks: bytes) -> list[SseEvent]:
    return [SseEvent("", data) for data in chunks]


def taught(text: str = "Hi") -> Likeness:
    likeness = Likeness()
    likeness.learn(chunk(text), text)
    return likeness


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_the_text_is_the_one_that_the_chunk_says_or_is_left_to_a_reader(text: str) -> None:
    assert taught().text_in(events(chunk(text))) in ((text, 1), ("", 0))


def test_a_chunk_of_the_same_make_is_understood() -> None:
    assert taught().text_in(events(chunk(" grüßt"))) == (" grüßt", 1)


def test_chunks_of_the_same_make_are_understood_together_up_to_the_first_of_another() -> None:
    chunks = [chunk(text) for text in ("a", "", "ü", "\n", "b")]
    assert taught().text_in(events(*chunks)) == ("aü", 3)


def test_half_a_character_is_left_to_a_reader() -> None:
    before, after = chunk("ü").split("ü".encode())
    halves = events(before + b"\xc3" + after, before + b"\xbc" + after)
    assert taught().text_in(halves) == ("", 0)


def test_whatever_else_differs_is_left_to_a_reader() -> None:
    likeness = taught()
    assert likeness.text_in(events(chunk("a", usage={"prompt_tokens": 1}))) == ("", 0)
    assert likeness.text_in(events(chunk("a", id="d"))) == ("", 0)
    assert likeness.text_in(events(chunk('a","x":"b'))) == ("", 0)
    assert likeness.text_in(events(b'{"error":{"message":"down"}}')) == ("", 0)
    assert likeness.text_in(events(chunk("\n"))) == ("", 0)


def test_a_text_that_may_be_written_in_several_ways_teaches_nothing() -> None:
    for text in ("", "é", 'a"b', "a\\b", "a\nb"):
        assert not taught(text).is_known


def test_a_text_that_stands_there_twice_teaches_nothing() -> None:
    likeness = Likeness()
    likeness.learn(chunk("m"), "m")  # the model's name, too
    assert not likeness.is_known


def read(chunks: list[bytes]) -> list[Piece]:
    decoder = Decoder("t")
    data = b"".join(b"data: " + each + b"\n\n" for each in chunks)
    end = json.dumps({"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}).encode()
    return decoder.feed(data + b"data: " + end + b"\n\ndata: [DONE]\n\n")


def test_a_decoder_forgets_nothing_of_a_chunk_beside_its_text() -> None:
    logprobs = {"content": [{"token": "b", "logprob": -0.5}]}
    odd = json.loads(chunk("b"))
    odd["choices"][0]["logprobs"] = logprobs
    pieces = read([chunk("a"), json.dumps(odd).encode(), chunk("c")])
    texts = [piece for piece in pieces if isinstance(piece, Text)]
    assert [text.text for text in texts] == ["a", "b", "c"]
    assert [len(text.logprobs) for text in texts] == [0, 1, 0]


def test_words_behind_the_end_are_not_read() -> None:
    stop = json.loads(chunk("b"))
    stop["choices"][0]["finish_reason"] = "stop"
    pieces = read([chunk("a"), json.dumps(stop).encode(), chunk("c")])
    assert [piece.text for piece in pieces if isinstance(piece, Text)] == ["a", "b"]
