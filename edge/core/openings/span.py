"""A span of a prompt, and what its small words tell of it.

The kinds of slots ask these of it: where it points, whether it claims, lists or counts, what its
head is. Which kind of slot it may fill is said in the modules beside this one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from edge.core.openings.bank import Lexicon

MAX_NAME_WORDS = 10  # longer ones were clauses, or held a slip
MAX_TERM_WORDS = 4
FAR_ENOUGH = 3
SIGNS = "\"'(),."
_LEARNS = re.compile(r"(?:(?:learn|begin|start|remember|practi[cs]e) (?:how )?to )+")


@dataclass(frozen=True, slots=True)
class Span:
    """`bare` are the words in small letters, without signs."""

    words: tuple[str, ...]
    bare: tuple[str, ...]


def bare(word: str, lexicon: Lexicon) -> str:
    core = word.strip(SIGNS)
    return core if core in lexicon.acronyms else core.lower()


def points_outside(span: Span, lexicon: Lexicon, named: int = FAR_ENOUGH) -> bool:
    """Whether a word stands for something that the span did not name, or for us.

    Behind the first `named` words a pronoun may well mean one of them.
    """
    rest = lexicon.anybody.sub(" ", " ".join(span.bare)).split()
    return (
        is_about_us(span, lexicon)
        or not lexicon.never.isdisjoint(rest)
        or not lexicon.points_back.isdisjoint(span.bare[:named])
    )


def is_harmless(span: Span, lexicon: Lexicon) -> bool:
    """Whether an act is one of the reviewed: its verb alone, or with what it is done to."""
    verb, *rest = _LEARNS.sub("", " ".join(span.bare)).split() or [""]
    if verb in lexicon.kind:
        return True
    if any(word.removesuffix("'s") in lexicon.wary for word in span.bare):
        return False
    if lexicon.opens_end.intersection(rest) or any(
        one in lexicon.joins and two in lexicon.harmless_with for one, two in pairwise(rest)
    ):
        return False
    if verb in lexicon.harmless:
        return rest[:1] != ["out"]
    if lexicon.shifty.intersection(rest) or lexicon.turns.intersection(rest[:1]):
        return False
    done_to = _done_to(rest, lexicon)
    return not {done_to, done_to.removesuffix("s")}.isdisjoint(lexicon.harmless_with.get(verb, ()))


def _done_to(rest: list[str], lexicon: Lexicon) -> str:
    """The head of the first phrase behind a verb: "make a pipe *bomb* at home"."""
    phrase: list[str] = []
    for word in rest:
        if word in lexicon.stops_head or word in lexicon.opens_clause:
            if phrase:
                break
        elif lexicon.adverb.fullmatch(word) is None:
            phrase.append(word)
    return phrase[-1] if phrase else ""


def is_about_us(span: Span, lexicon: Lexicon) -> bool:
    """Whether "you" is meant for us, and not for anybody."""
    if lexicon.us.isdisjoint(span.bare):
        return False
    mixes_persons = any(word in lexicon.swaps for word in span.bare)
    rest = lexicon.anybody.sub(" ", " ".join(span.bare)).split()
    return mixes_persons or not lexicon.us.isdisjoint(rest)


def points_there(span: Span, lexicon: Lexicon) -> bool:
    """Whether one of the first words, or the last, stands for what is not there: "about *it*"."""
    last = span.bare[-1]
    ends = {*span.bare[:FAR_ENOUGH], last}
    return last in lexicon.opens_clause or not (lexicon.never | lexicon.points_back).isdisjoint(
        ends
    )


def holds_clause(span: Span, lexicon: Lexicon) -> bool:
    """Whether a verb stands where only a name should, or a claim hangs on the name."""
    for at, word in enumerate(span.bare):
        if at and word in lexicon.opens_claim and span.bare[at - 1] in lexicon.asserting:
            return True
        if at and word in lexicon.opens_clause:
            return False
        by = span.bare[at + 1 : at + 2] == ("by",)  # "films made by her"
        if word in lexicon.verbs and not by:
            return True
    return False


def lists_only(span: Span, lexicon: Lexicon) -> bool:
    """Whether commas and "and" only list, or name a place ("Park City, Utah")."""
    for at, word in enumerate(span.words[:-1]):
        listed = span.words[at + 1][:1].isupper() or lexicon.joins.intersection(span.bare[at + 1 :])
        if word.endswith(",") and not listed:
            return False
    return not asks_more(span, lexicon.not_first | lexicon.orders, lexicon)


def asks_more(span: Span, others: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether a second request, which begins with one of `others`, hangs on the first."""
    return any(
        word.endswith(".") or (span.bare[at] in lexicon.joins and span.bare[at + 1] in others)
        for at, word in enumerate(span.words[:-1])
    )


def writes_well(about: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether a text that is "*telling* them to riot", or one "*that threatens*", is none of it."""
    first = about[1:2] if about[:1] == ("that",) else about[:1]
    acts = about[:1] == ("that",) or any(word.endswith("ing") for word in first)
    return not acts or not lexicon.writes.isdisjoint(first)


def counts(span: Span, lexicon: Lexicon) -> bool:
    return span.bare[0] in lexicon.counts or span.bare[0].isdigit()


def is_plural(word: str, lexicon: Lexicon) -> bool:
    return lexicon.plural.fullmatch(word.lower()) is not None


def head(span: Span, lexicon: Lexicon) -> str:
    """The word that the others only describe: "*books* about Rome", "good *ways* to relax"."""
    for at, word in enumerate(span.bare):
        if at and word in lexicon.stops_head:
            return span.bare[at - 1]
    return span.bare[-1]


def piece_head(span: Span, lexicon: Lexicon) -> int | None:
    """Where the kind of text stands: in "a short *story* about a poem", at 2."""
    for at, word in enumerate(span.bare):
        if word in lexicon.pieces and not lexicon.pieces.intersection(span.bare[at + 1 : at + 2]):
            return at
        if at and word in lexicon.stops_head:
            return None
    return None


def describes_name(span: Span) -> bool:
    """Whether a proper name only says whose it is: "Charles Dickens last novel"."""
    capitals = [word[:1].isupper() for word in span.words]
    return capitals[:2] == [True, True] and not all(capitals[2:])
