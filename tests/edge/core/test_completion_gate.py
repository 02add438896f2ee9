"""What of a completion is shown: in whole lines, and without what the suffix says again."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edge.core.completion_gate import BLOCK, GATES, LINE, TOKEN, CompletionGate

CODE = st.text("ab1 \n();,\"'{}_x", max_size=40)
ALIKE = st.text("ab\n)", max_size=24)  # few letters: they overlap often


def told(gate: CompletionGate, *texts: str) -> list[str]:
    return [*map(gate.feed, texts), gate.close()]


def completed(text: str, suffix: str, gate: str = LINE) -> str:
    return "".join(told(CompletionGate(gate, suffix), text))


@pytest.mark.parametrize(
    ("text", "suffix", "shown"),
    [
        ("return a + b\n", "\ndef g():", "return a + b"),  # the break is the suffix's own
        ("len(x)", ")", "len(x)"),  # it closes what it opened itself
        ("len(x))", ")\n", "len(x)"),  # the last one closes the caller's
        ("1, 2]", "]", "1, 2"),
        ('hello"', '")', "hello"),
        ('"a", "b"', '"', '"a", "b"'),
        ("x = 1;", ";", "x = 1"),
        (";", ";)", ";"),  # between `for (` and `;)`
        ("    a = 1\n    return a\n", "    return a\n\nend", "    a = 1\n"),
        ("    a = 1\n    return a", "    return a\n\nend", "    a = 1\n"),
        ("foo(bar", "bar)", "foo(bar"),  # half a line is no line
        ("a", "b", "a"),
        ("", "b", ""),
        ("a + b", "", "a + b"),
        ("x\n    ", " y", "x\n    "),  # indentation of its own
        ("a:\n        b()\n    }\n}\n", "}\n", "a:\n        b()\n    }\n"),
        ("if a {\n  b()\n}\n", "}\n", "if a {\n  b()\n}\n"),  # its own bracket
    ],
)
def test_what_the_suffix_says_again_is_left_out_and_nothing_else(
    text: str, suffix: str, shown: str
) -> None:
    assert completed(text, suffix) == shown


def test_lines_come_as_soon_as_they_are_whole() -> None:
    gate = CompletionGate(LINE, "\nend")
    assert told(gate, "a = ", "1\nb", " = 2\n", "c") == ["", "a = 1\n", "", "b = 2\n", "c"]


def test_a_line_that_may_be_the_suffixs_first_is_held_until_it_is_not() -> None:
    gate = CompletionGate(LINE, "return a\n")
    said = told(gate, "x\n", "return a", "bc\n", "return a\n")
    assert said == ["x\n", "", "return abc\n", "", ""]


def test_words_come_at_once_where_the_caller_wants_them_so() -> None:
    gate = CompletionGate(TOKEN, "return")
    assert told(gate, "a = ", "b", "re", "al") == ["a = ", "b", "", "real", ""]


def test_a_block_comes_when_all_of_it_is_there() -> None:
    gate = CompletionGate(BLOCK, "")
    assert told(gate, "a\n", "b\n") == ["", "", "a\nb\n"]


@given(CODE | ALIKE, CODE | ALIKE, st.sampled_from(GATES))
def test_what_is_left_out_stood_at_the_end_and_begins_the_suffix(
    text: str, suffix: str, gate: str
) -> None:
    shown = completed(text, suffix, gate)
    assert text.startswith(shown)
    assert suffix.startswith(text[len(shown) :])


@given(CODE | ALIKE, CODE | ALIKE, st.lists(st.integers(0, 40), max_size=5), st.sampled_from(GATES))
def test_it_is_the_same_however_the_text_is_cut(
    text: str, suffix: str, cuts: list[int], gate: str
) -> None:
    at = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    pieces = [text[start:end] for start, end in pairwise(at)]
    assert "".join(told(CompletionGate(gate, suffix), *pieces)) == completed(text, suffix)


@settings(max_examples=500)
@given(st.text("ab", max_size=12), st.text("ab", max_size=12))
def test_the_overlap_is_found_as_by_trying_every_length(text: str, suffix: str) -> None:
    longest = max(size for size in range(len(suffix) + 1) if text.endswith(suffix[:size]))
    assert len(text) - len(CompletionGate(TOKEN, suffix).feed(text)) == longest


@given(st.text("abc =", min_size=1).map(str.strip), CODE)
def test_a_whole_line_said_again_never_stays(line: str, rest: str) -> None:
    said = f"    name_{line} = 1\n"
    assert completed(f"first\n{said}", said + rest) == "first\n"


@given(CODE | ALIKE, CODE)
def test_a_gate_by_line_shows_whole_lines_until_the_end(text: str, suffix: str) -> None:
    shown = CompletionGate(LINE, suffix).feed(text)
    assert shown == "" or shown.endswith("\n")
