"""Which spans may be said back in languages whose words change with their place.

English copies freely, for its words hardly bend (`spans.py`). Elsewhere a copied span is right
only where it keeps its case, gender and order, so a form must put it where the prompt had it
("Wie funktioniert *eine Wärmepumpe*?" becomes "..., wie *eine Wärmepumpe* funktioniert."), and
what is left to judge is only whether the span ends where it seems to, and points at nothing
outside itself. The rules know few words and refuse the rest: an opening without a slot, or none,
stands in for a doubtful one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise

_MAX_CHARS = 90
_MAX_WORD_CHARS = 32
_MAX_NAME_WORDS = 6
_MAX_TERM_WORDS = 4
_MAX_ACT_WORDS = 9
_MAX_REST_CHARS = 140
_PLAIN = re.compile(r"[^\W_](?:[\w&'+-]|(?<=\w) (?=\w)|\.(?=\d))*")  # words and nothing else
_SUM = re.compile(r"\d\s*[-+*/^=×÷<>]|[-+*/^=×÷<>]\s*\d|[`{}<>\\|=]")


@dataclass(frozen=True, slots=True)
class Words:
    """The small words of a language, by what they do to a span.

    `capitals`: its nouns have them, and so looks one that stands alone and was written small.
    """

    determiners: frozenset[str]  # what may stand before a name
    indefinite: frozenset[str]  # those of them that mean any one of its kind
    never: frozenset[str]  # point outside the span, make a clause of it, or put two side by side
    never_name: frozenset[str]  # fine in what is to be done, wrong in a name
    not_last: frozenset[str]  # these want another word behind them
    ours: frozenset[str]  # mean the two who speak: nothing is said of them
    facts: frozenset[str]  # "what is the *capital*" asks for one fact, and explains no term
    clumsy: re.Pattern[str]  # what no opening may hold
    act: re.Pattern[str]  # what a phrase for something to do must look like, from end to end
    deed: re.Pattern[str]  # where such a phrase has its verb, one of the harmless
    anybody: tuple[tuple[re.Pattern[str], str], ...] = ()  # the asker's person, made anybody's
    capitals: re.Pattern[str] | None = None


def fill(kind: str, text: str, words: Words) -> str | None:
    """What to say for `text` in a slot of `kind`, or None if nothing should be said."""
    return KINDS[kind.rstrip("0123456789")](text, words)


def are_alike(one: str, other: str, words: Words) -> bool:
    """Whether two names stand side by side well: both with an article of one sort, or both bare."""
    first, second = _bare(one)[0], _bare(other)[0]
    return (
        one.lower() != other.lower()
        and (first in words.determiners) == (second in words.determiners)
        and (first in words.indefinite) == (second in words.indefinite)
    )


def _thing(text: str, words: Words) -> str | None:
    """A name for a thing."""
    bare = _bare(text)
    head = bare[bare[0] in words.determiners :]
    if (
        len(bare) > _MAX_NAME_WORDS
        or not head
        or head[0] in words.not_last | words.determiners
        or words.never_name.intersection(bare)
        or not _is_clean(text, words)
    ):
        return None
    return _with_capitals(text, words.capitals, words) if words.capitals else text


def _term(text: str, words: Words) -> str | None:
    """A name for what can be explained, and not one fact that is asked for."""
    said = _thing(text, words)
    if said is None:
        return None
    first, *rest = _bare(said)
    is_definite = first in words.determiners - words.indefinite
    if words.capitals and is_definite and not _are_capital(said.split()[1:]):
        return None  # "das beste Restaurant"
    if len(rest) > _MAX_TERM_WORDS or words.facts.intersection([first, *rest]):
        return None
    return said


def _plural(text: str, words: Words) -> str | None:
    """A name for several things that can be explained: with no article."""
    said = _term(text, words)
    return said if said and _bare(said)[0] not in words.determiners else None


def _name(text: str, words: Words) -> str | None:
    """A proper name, written as one."""
    parts = text.split()
    if not 2 <= len(parts) <= _MAX_TERM_WORDS:
        return None
    known = _are_capital([parts[0], parts[-1]]) and _is_clean(text, words)
    return text if known and parts[0].lower() not in words.determiners else None


def _object(text: str, words: Words) -> str | None:
    """A name for what something is done to, be it the asker's own."""
    return _thing(_of_anybody(text, words), words)


def _act(text: str, words: Words) -> str | None:
    """A phrase for something to do, about nobody in particular."""
    text = _of_anybody(text, words)
    fits = len(text.split()) <= _MAX_ACT_WORDS and words.act.fullmatch(text) is not None
    return text if fits and _is_clean(text, words) else None


def _deed(text: str, words: Words) -> str | None:
    """Something to do that is not said back: its verb is one of the harmless."""
    return _rest(text, words) if words.deed.search(text) else None


def _rest(text: str, words: Words) -> str | None:
    """The rest of a question, never said: about something else than the two who speak."""
    bare = re.findall(r"[^\W_]+", text.lower())
    ours = words.ours.intersection(bare)
    if len(bare) < 2 or ours or len(text) > _MAX_REST_CHARS or _SUM.search(text):
        return None
    return text


KINDS: Mapping[str, Callable[[str, Words], str | None]] = {
    "thing": _thing,
    "term": _term,
    "plural": _plural,
    "name": _name,
    "object": _object,
    "act": _act,
    "deed": _deed,
    "rest": _rest,
}


def _bare(text: str) -> list[str]:
    """The words in small letters, elided ones by themselves: "l'eau" is two."""
    return text.lower().replace("'", "' ").split()


def _of_anybody(text: str, words: Words) -> str:
    for person, anybody in words.anybody:
        text = person.sub(anybody, text)
    return text


def _is_clean(text: str, words: Words) -> bool:
    """Plain words that point nowhere, and end where they say they end."""
    parts = text.split()
    bare = _bare(text)
    return (
        len(text) <= _MAX_CHARS
        and _PLAIN.fullmatch(text) is not None
        and any(map(str.isalpha, text))
        and max(map(len, parts)) <= _MAX_WORD_CHARS
        and not (words.never | words.ours).intersection(bare)
        and bare[-1] not in words.not_last | words.determiners
        and sum(part.isupper() and len(part) > 4 for part in parts) < 2
        and all(one != other for one, other in pairwise(bare))
    )


def _are_capital(parts: list[str]) -> bool:
    return all(part[:1].isupper() for part in parts)


def _with_capitals(text: str, lone: re.Pattern[str], words: Words) -> str | None:
    """A name with the capital that its noun must have, where one can tell which word that is."""
    parts = text.split()
    parts[0] = parts[0].lower() if parts[0].lower() in words.determiners else parts[0]
    if parts[-1][:1].isupper() or parts[-1].isdigit():
        return " ".join(parts)
    nouns = parts[1:] if parts[0] in words.determiners else parts
    known = parts[0] in words.determiners or lone.fullmatch(parts[0])
    if len(nouns) != 1 or nouns[0] != nouns[0].lower() or not known:
        return None
    return " ".join([*parts[:-1], parts[-1][0].upper() + parts[-1][1:]])
