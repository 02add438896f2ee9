from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edge.core.sentences import first_sentence_end, line_end, sentences_end

# (text, where its first sentence ends; None: not yet), while more may come.
ARRIVING = [
    ("", None),
    ("Hello", None),
    ("Hello.", None),  # may become "Hello.txt"
    ("Hello. ", 6),
    ("Hello! World", 6),
    ("Really?! Yes", 8),
    ("Is it 3. ", 8),
    ("It is 3.14 units", None),
    ("It is 3.14 units. Yes", 17),
    ("See example.com for more", None),
    ("See example.com. Then", 16),
    ("Dr. Smith is in. He", 16),
    ("Mr. and Mrs. Jones left. They", 24),
    ("J. R. R. Tolkien wrote it. It", 26),
    ("Use fruit, e.g. apples. Then", 23),
    ("Apples, pears, etc. are fruit. And", 30),
    ("Apples, pears, etc. Then more", 19),
    ("On Dec. 25 we rest. Then", 19),
    ("At 5 p.m. we leave. Then", 19),
    ("Well... maybe. So", 14),
    ("Well... Maybe so", 7),
    ("Wait… what? No", 11),
    ('He said "Stop." Then', 15),
    ("(That is all.) Then", 14),
    ("**Bold end.** Then", 13),
    ("1. First item. Second", 14),
    ("A line\nand another", 6),
    ("A heading:\n\n- item", 10),
    ("你好。我是", 3),
    ("你好！", None),  # a closing quote may yet come
    ("你好！再见", 3),
    ("「行きます。」と言う", 7),
    ("مرحبا؟ نعم", 6),
    ("नमस्ते। हाँ", 7),
    ("```\na. B\nc. D\n", None),
    ("Okay 👍. Next", 7),
]


@pytest.mark.parametrize(("text", "end"), ARRIVING)
def test_sentence_ends_where_a_reader_says_so(text: str, end: int | None) -> None:
    assert first_sentence_end(text) == end


@pytest.mark.parametrize(
    ("text", "end"), [("Hello.", 6), ("Hello", None), ("It is 3.", 8), ("你好", None)]
)
def test_terminator_at_the_very_end_counts_when_no_more_will_come(
    text: str, end: int | None
) -> None:
    assert first_sentence_end(text, final=True) == end


def test_several_sentences_are_counted() -> None:
    text = "One is here. Two is there! Three"
    assert sentences_end(text, 2) == 26
    assert sentences_end(text, 3) is None


def test_line_ends_at_its_break_and_empty_lines_before_it_do_not_count() -> None:
    assert line_end("\n\nfoo = 1\nbar") == 9
    assert line_end("foo = 1") is None
    assert line_end("\n\n") is None


@given(st.text(alphabet="ab .!?…。\n\"'`1)", max_size=60), st.text(max_size=20))
def test_an_end_once_found_stays_where_it_is(text: str, more: str) -> None:
    """What was shown cannot be taken back, so later text must not move the end."""
    end = first_sentence_end(text)
    if end is not None and "```" not in text:
        assert 0 < end <= len(text)
        later = first_sentence_end(text + more)
        assert later is not None
        assert text[:later].rstrip() == text[:end].rstrip() or text[end:].strip() == ""


@given(st.text(max_size=200), st.booleans())
def test_end_is_inside_the_text_and_never_in_white_space(text: str, final: bool) -> None:
    end = first_sentence_end(text, final)
    if end is not None:
        assert 0 < end <= len(text)
        assert not text[end - 1].isspace()
