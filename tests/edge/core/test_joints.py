from __future__ import annotations

import pytest

from edge.core.joints import LOOK_CHARS, Joint


def joined(prefix: str, text: str) -> str:
    return prefix + (Joint(prefix).set(text, is_final=True) or "")


@pytest.mark.parametrize(
    ("prefix", "text", "whole"),
    [
        # white space that was dropped
        ("It rains.", "Then it stops.", "It rains. Then it stops."),
        ("**Note:**", "The cat", "**Note:** The cat"),
        ("He left (alone).", "She stayed", "He left (alone). She stayed"),
        ("- one", "- two", "- one\n- two"),
        ("1. one", "2. two", "1. one\n2. two"),
        ("| a | b |\n|---|---|", "| 1 | 2 |", "| a | b |\n|---|---|\n| 1 | 2 |"),
        ("As code:", "```sh\nls", "As code:\n\n```sh\nls"),
        ("## How it works", "Heat rises.", "## How it works\n\nHeat rises."),
        ("```python", "def f():", "```python\ndef f():"),
        ("```sh\nls", "```\nDone.", "```sh\nls\n```\nDone."),
        # what only looks like it
        ("| a | b |\n| 1 |", " 2 |", "| a | b |\n| 1 | 2 |"),
        ("| a | b | c |\n| 1 |", "| 3 |", "| a | b | c |\n| 1 || 3 |"),
        ("```py", "thon\nx", "```python\nx"),
        ("It costs 3.", "14", "It costs 3.14"),
        ("in all $4,321.", "94. Nothing", "in all $4,321.94. Nothing"),
        ("1. one", "3. three", "1. one3. three"),
        ("call `a.", "B` now", "call `a.B` now"),
        ('He said: "', "Go", 'He said: "Go'),
        ("**Speaking.*", "* Describe", "**Speaking.** Describe"),
        ("std::", "Vector", "std::Vector"),
        # marks told twice
        ("is **very", " **important** so", "is **very important** so"),
        ("use `git", " `reset` now", "use `git reset` now"),
        ('he said "I will', ' "go"', 'he said "I will go"'),
        ("er sagte „ich", "„will“", "er sagte „ichwill“"),
        ("```python\nx = 1", "```python\ny = 2", "```python\nx = 1\ny = 2"),
        ("```python", "```python\ny = 2", "```python\ny = 2"),
        ("```sh\nls\n```", "```\n\nThen", "```sh\nls\n```\n\nThen"),
        # marks that are meant
        ("is **very", "** so", "is **very** so"),
        ("is very", " **important**", "is very **important**"),
        ("```sh\nls", "\n```\n", "```sh\nls\n```\n"),
        ("```\nx **", " **y", "```\nx ** **y"),
        ("```sh\nls\n```", "\n\n```sh\nps", "```sh\nls\n```\n\n```sh\nps"),
    ],
)
def test_what_stands_between_is_right(prefix: str, text: str, whole: str) -> None:
    assert joined(prefix, text) == whole


@pytest.mark.parametrize("text", ["", "  ", "\n\n", "**", " **", "12", "12.", "-", "`", "“"])
def test_a_mark_waits_for_what_follows_it(text: str) -> None:
    assert Joint("is **very").set(text) is None


@pytest.mark.parametrize("prefix", ["is **very", "Done.", "```python", "```python\nx = 1", "| a |"])
@pytest.mark.parametrize("filler", [" ", "\n", "*", "`", "-", "x", "9"])
def test_nothing_waits_for_long(prefix: str, filler: str) -> None:
    assert Joint(prefix).set(filler * LOOK_CHARS) is not None


def test_words_do_not_wait() -> None:
    assert Joint("Done.").set(" Then") == " Then"
    assert Joint("```python\nx").set(" = 1") == " = 1"


@pytest.mark.parametrize(
    ("prefix", "words", "joined"),
    [
        ("it purred", "loudly", " loudly"),
        ("it purred,", "loudly", " loudly"),
        ("it purred", ", loudly", ", loudly"),
        ("it purred", "(loudly", " (loudly"),
        ("it purred (", "loudly", "loudly"),
        ("it was **bold**", "so it is", " so it is"),
        ("it was **", "bold", "bold"),
        ("Purring is purr", "ing", " ing"),
        ("Purring is well-", "known", "known"),
        ("Purring cats were purr", "ing", " ing"),
        ("They were purring. It was purr", "ing", "ing"),
        ("7 + 14", "= 21", " = 21"),
        ("7 +", "14", " 14"),
        ("7 *", "14", " 14"),
        ("about 3.", "14", "14"),
        ("####", "53", " 53"),
        ("wir »himmelblau«", "nennen", " nennen"),
        ("wir »", "himmelblau«", "himmelblau«"),
        ("den wir", "»himmelblau«", " »himmelblau«"),
        ("身体", "需要恢复", "需要恢复"),
    ],
)
def test_what_stood_behind_other_words_is_set_apart(prefix: str, words: str, joined: str) -> None:
    assert Joint(prefix).set(words, is_final=True, is_apart=True) == joined
