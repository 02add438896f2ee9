"""Why an opening in a model's own words may not be shown.

Level `model`: a small model's prose opens wrongly one time in three, and its log-probabilities do
not tell when. So nothing checkable may stand in it: held back is whatever could turn out to be
wrong (a number, a name, a yes or no), whatever binds the target (a refusal, a promise, an apology),
and what is no opening at all (a loop, an echo, a list). Words decide, not meaning, and doubt means
no: an opening held back costs a second, a wrong one the reader's trust.

No reason quotes the opening or the prompt: reasons are logged.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from itertools import pairwise

from edge.core.openings import objection_words as words

_MIN_WORDS = 3
_MAX_WORDS = 60
_MAX_CHARS = 400
_PROMPT_EDGE = 4000  # characters of the prompt's head and of its tail that are compared
_ECHO_SHARE = 0.6  # of the opening's words, in one run that the prompt has too
_MIN_ECHO_WORDS = 5
_LOOP_WORDS = 3  # a run of so many words said twice
_MAX_SHARE_OF_ONE_WORD = 0.3
_ENOUGH_FOR_SHARE = 10

_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?…:]\s+)[\"'“‘(\[*_¿¡]*")
_MARKUP = re.compile(r"\s*(?:```|~~~|[-*+•·>#|]|\(?\d{1,3}[.):]|[a-zA-Z][.)]\s|<\S|\{|\[)")
_TEMPLATE = re.compile(
    r"<\|?/?\w+\|?>|\[/?INST\]|^\s*(?:user|assistant|system)\s*:", re.IGNORECASE | re.MULTILINE
)


def objection(level: str, text: str, prompt: str) -> str | None:
    """Why `text` may not open the reply to `prompt` at `level`; None if it may.

    Frames were reviewed before they were written, and level `full` may assert.
    """
    if level != "model":
        return None
    said, asked = _folded(text), _folded(_edges(prompt))
    for has, reason in _RULES:
        if has(said, asked):
            return reason
    return None


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace("’", "'").strip()


def _edges(prompt: str) -> str:
    if len(prompt) <= 2 * _PROMPT_EDGE:
        return prompt
    return f"{prompt[:_PROMPT_EDGE]}\n{prompt[-_PROMPT_EDGE:]}"


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


# -- no opening at all -------------------------------------------------------


def _is_short(said: str, asked: str) -> bool:
    return len(_WORD.findall(said)) < _MIN_WORDS and not _has_uncased_letters(said)


def _is_long(said: str, asked: str) -> bool:
    return len(said) > _MAX_CHARS or len(_WORD.findall(said)) > _MAX_WORDS


def _has_markup(said: str, asked: str) -> bool:
    return "```" in said or _MARKUP.match(said) is not None or _TEMPLATE.search(said) is not None


def _asks_back(said: str, asked: str) -> bool:
    return any(mark in said for mark in "?？؟")


def _loops(said: str, asked: str) -> bool:
    heard = _words(said)
    runs = Counter(zip(*(heard[at:] for at in range(_LOOP_WORDS)), strict=False))
    if any(count > 1 for count in runs.values()):
        return True
    if any(one == next_one for one, next_one in pairwise(heard)):
        return True
    most = max(Counter(heard).values(), default=0)
    return len(heard) >= _ENOUGH_FOR_SHARE and most > _MAX_SHARE_OF_ONE_WORD * len(heard)


def _echoes(said: str, asked: str) -> bool:
    heard, prompt = _words(said), _words(asked)
    length = max(_MIN_ECHO_WORDS, round(_ECHO_SHARE * len(heard)))
    if len(heard) < length:
        return bool(heard) and " ".join(heard) in " ".join(prompt)
    known = {tuple(prompt[at : at + length]) for at in range(len(prompt) - length + 1)}
    return any(tuple(heard[at : at + length]) in known for at in range(len(heard) - length + 1))


# -- what could be wrong, or bind the target ---------------------------------


def _answers_yes_or_no(said: str, asked: str) -> bool:
    return words.YES_NO.match(said) is not None


def _refuses(said: str, asked: str) -> bool:
    return words.REFUSAL.search(said) is not None


def _apologizes(said: str, asked: str) -> bool:
    return words.APOLOGY.search(said) is not None


def _promises(said: str, asked: str) -> bool:
    return words.PROMISE.search(said) is not None


def _has_number(said: str, asked: str) -> bool:
    return not _numbers(said) <= _numbers(asked)


def _numbers(text: str) -> set[str]:
    """Numbers as digits, however they are written: "twelve", "1,000", "٣"."""
    found = set()
    for word in _words(text):
        if any(char.isnumeric() for char in word):
            found.add("".join(_digit(char) for char in word if char not in ",'"))
        else:
            for part in re.split(r"[-'.]", word):
                if part in words.NUMBERS:
                    found.add(words.NUMBERS[part])
    return found


def _digit(char: str) -> str:
    value = unicodedata.numeric(char, None)
    return char if value is None else f"{value:g}"


def _has_unknown_script(said: str, asked: str) -> bool:
    """Without capitals nobody can see a name, so nothing can be let through."""
    return _has_uncased_letters(said)


def _has_uncased_letters(text: str) -> bool:
    return any(char.isalpha() and char.lower() == char.upper() for char in text)


def _has_name(said: str, asked: str) -> bool:
    """A capital that neither begins a sentence nor stands in the prompt.

    At the beginning of a sentence a name is known by the verb behind it ("Paris is"); in German,
    where every noun has its capital, by the missing article before it.
    """
    known = {part for word in _words(asked) for part in (word, *re.split(r"['.,-]", word))}
    starts = {match.end() for match in _SENTENCE_START.finditer(said)}
    is_german = len(words.GERMAN.findall(said)) >= words.ENOUGH_GERMAN
    found = list(_WORD.finditer(said))
    for at, match in enumerate(found):
        word = match[0]
        bare = word.casefold().split("'")[0]
        if (
            word == word.lower()
            or bare in known
            or word.casefold() in known
            or bare in words.PRONOUNS
        ):
            continue
        if match.start() in starts:
            following = found[at + 1][0].casefold() if at + 1 < len(found) else ""
            if not _names_by_verb(word, bare, following):
                continue
        elif is_german and _follows_article([m[0] for m in found[max(0, at - 3) : at]]):
            continue
        return True
    return False


def _names_by_verb(word: str, bare: str, following: str) -> bool:
    """Whether the first word of a sentence is a name: "Paris is", "NASA", but not "This is"."""
    if word[1:] != word[1:].lower():
        return True
    elided = word.partition("'")[2].islower()  # "L'histoire est"
    return following in words.COPULAS and bare not in words.OPENERS and not elided


def _follows_article(before: list[str]) -> bool:
    """Whether an article stands before, with nothing but small words between."""
    for word in reversed(before):
        if word.casefold() in words.GERMAN_ARTICLES:
            return True
        if word != word.lower():
            return False
    return False


_RULES: tuple[tuple[Callable[[str, str], bool], str], ...] = (
    (_has_markup, "it begins a list, a heading or code"),
    (_is_short, "it is too short"),
    (_is_long, "it is too long"),
    (_asks_back, "it asks back"),
    (_answers_yes_or_no, "it answers yes or no"),
    (_apologizes, "it apologizes"),
    (_refuses, "it refuses"),
    (_promises, "it promises"),
    (_has_number, "it has a number that the prompt lacks"),
    (_has_unknown_script, "it is in a script that does not show names"),
    (_has_name, "it has a name that the prompt lacks"),
    (_loops, "it loops"),
    (_echoes, "it echoes the prompt"),
)
