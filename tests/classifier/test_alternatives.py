from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.alternatives import grouped, split

PATTERNS = (
    r"abc|abd|x?y|a+b|(?:ab|b|cd*) ?e|(?:a|b)?c|[|)]a|\|b|\bab|\bc(?:d|e)\b|\b(?:b|x)\W",
    r"(?:(?:a|ab)c|d)e|(?<!a)b|(?=b)bc|[]|(]d|\)\\|e{2}|\d|ca|(?:)x",
)


@pytest.mark.parametrize("pattern", PATTERNS)
@given(text=st.text(alphabet="abcdexy |)(\\1", max_size=12))
def test_grouped_alternatives_are_found_where_they_were(pattern: str, text: str) -> None:
    expected = re.search(pattern, text)
    found = re.search(grouped(pattern), text)
    assert (found and found.start()) == (expected and expected.start())


def test_alternatives_within_groups_and_classes_are_not_split() -> None:
    assert split(r"a|(?:b|c(?:d|e))f|[|]|\||") == ["a", r"(?:b|c(?:d|e))f", "[|]", r"\|", ""]


def test_words_with_one_first_letter_are_one_alternative() -> None:
    assert grouped(r"\bbomb|\bban|gun|(?:gas|get) x") == (
        r"(?:g(?:un|(?:as|et) x)|\b(?:b(?:omb|an)))"
    )
