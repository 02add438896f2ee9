"""How a model goes wrong that was asked to continue a text.

Each is `(prefix, rest, whole) -> what it says`: `prefix` is what it was given, `rest` what is still
to be said, `whole` the answer from its start.
"""

from __future__ import annotations

import re

# Enough other words that no run of five is told again.
_OTHER_WORDS = {
    "the": "this",
    "a": "one",
    "is": "happens to be",
    "of": "belonging to",
    "to": "so as to",
    "and": "as well as",
    "in": "within",
    "it": "that thing",
    "you": "one",
    "not": "by no means",
}


def restart(prefix: str, rest: str, whole: str) -> str:
    return whole


def echo(prefix: str, rest: str, whole: str) -> str:
    return prefix + rest


def loose_echo(prefix: str, rest: str, whole: str) -> str:
    """The echo of a model that sets text in a way of its own."""
    told = re.sub(r"\s+", " ", prefix).replace("**", "").replace("`", "")
    return told.replace('"', "\u201d").replace("'", "\u2019") + rest


def preface(prefix: str, rest: str, whole: str) -> str:
    """A phrase of its own, where the prefix ended; restarting would be another fault."""
    return f"Of course, here is the rest: {rest}" if prefix else rest


def paraphrase(prefix: str, rest: str, whole: str) -> str:
    """The answer anew, in other words."""
    if not prefix:
        return whole
    return re.sub(r"\b[a-z]+\b", lambda word: _OTHER_WORDS.get(word[0], word[0]), whole)


def nothing(prefix: str, rest: str, whole: str) -> str:
    return ""


def white_space(prefix: str, rest: str, whole: str) -> str:
    return " \n\n "
