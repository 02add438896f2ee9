"""What a bank of frames is made of: forms, and the words that tell a good span from a bad one.

A language is one table of forms (`english.py`), its small words (`english_words.py`) and its
manners of asking (`english_asks.py`). A form says: when the prompt asks like this, the reply may
open like that. In `asks`,

    a|b_c     the word a, or the words b c
    [a|b]     either or nothing
    @give     one of the bank's groups of phrases
    {best}    the same, and what was found can be said
    {thing}   a slot: a span of the prompt, if it passes the rules of its kind (`spans.py`)

and in `says` a slot is filled with what was found, the person swapped. `{thing2}` is a second
slot of the kind `thing`, and `{verb_past}` the word that `{verb}` found, as the bank's
inflections have it. An ask must fit whole: what a form does not foresee, it does not match.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from edge.core.openings.phrases import Words
from edge.core.openings.spelling import Vocabulary
from edge.core.verdict import Task


@dataclass(frozen=True, slots=True)
class Form:
    """`tasks` is empty where the words of the ask are proof enough.

    `needs_text`: speaks of a text that the prompt must bring along.
    """

    asks: tuple[str, ...]
    says: tuple[str, ...]
    tasks: frozenset[Task] = frozenset()
    needs_text: bool = False
    otherwise: tuple[str, ...] = ()  # said where the ask fits, but its words cannot be said back


def form(
    asks: str, *says: str, tasks: frozenset[Task] = frozenset(), needs_text: bool = False
) -> Form:
    """A form whose asks stand one to a line."""
    lines = tuple(line.strip() for line in asks.strip().splitlines())
    return Form(lines, says, tasks, needs_text)


def otherwise(forms: tuple[Form, ...], *says: str) -> tuple[Form, ...]:
    """The forms, none of which is at a loss where the asker misspelt his words."""
    return tuple(replace(form, otherwise=says) for form in forms)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The small words of a language, by what they do to a span."""

    # where a span may begin and end
    not_first: frozenset[str]  # no name for a thing begins with these
    not_second: frozenset[
        str
    ]  # show that the first word was no name: "what is *appealing about* it"
    not_first_act: frozenset[str]  # no phrase for something to do begins with these
    not_second_act: frozenset[str]  # nor has one of these behind its verb: "do *that*"
    not_last: frozenset[str]  # these want another word behind them
    not_last_thing: frozenset[str]  # the same, and those that want a noun
    adverb: re.Pattern[str]  # a last word that shows that a verb came before
    # what it may not hold
    never: frozenset[str]  # point at what the opening cannot see, or are not fit for print
    acronyms: frozenset[str]  # would be such words in small letters: "the US", "IT"
    points_back: frozenset[str]  # fine once the span itself has said what they stand for
    verbs: frozenset[str]  # make a clause of what should be a name
    opens_clause: frozenset[
        str
    ]  # behind these a verb is at home: "foods *that* are", "ways *to* go"
    opens_claim: frozenset[str]  # those that, behind an `asserting` word, begin a claim
    asserting: frozenset[str]  # "the *fact* that ...", "the *reason* why ..."
    joins: frozenset[str]  # put two phrases side by side
    orders: frozenset[str]  # begin another request: "... and *show* me an example"
    requests: frozenset[str]  # those of them that are no next step: "... and *explain* why"
    clumsy: re.Pattern[str]  # anything else that must not be said back
    # what kind of name it is
    definite: frozenset[str]  # a name that begins with these is about one known thing
    indefinite: frozenset[str]  # and with these, about any one of its kind
    own: frozenset[str]  # and with these, about something of the asker's
    possessive: re.Pattern[str]  # a word that owns what follows it
    needs_article: re.Pattern[str]  # first words that are wrong with no article before them
    plain: frozenset[str]  # first words that do not make a term: "*common* causes"
    plural: re.Pattern[str]  # what the head of a name for several things looks like
    stops_head: frozenset[str]  # the head of a name stands before the first of these
    placed: frozenset[str]  # what comes behind these is no part of the name before: "in tennis"
    loaded: frozenset[str]  # grant more than a name should: "the *benefits* of smoking"
    addresses: frozenset[str]  # say to whom something is explained: the reader knows
    term_heads: frozenset[str]  # "the Monty Hall *problem*" can be explained, "the tallest man" not
    # what is made to order
    pieces: frozenset[str]  # kinds of text
    bare_pieces: frozenset[str]  # those that need not say what they are about
    argues: frozenset[str]  # what such a text would claim, and an opening with it
    introduces: frozenset[str]  # what its subject begins with: "a poem *about* ..."
    heaps: frozenset[str]  # "a *list* of", "a *bunch* of": several things, not one
    ideas: frozenset[str]  # what is made up on the spot, and so cannot turn out not to exist
    attribute: frozenset[str]  # behind these stands whose they are: then they are not made up
    counts: frozenset[str]  # first words that say how many
    # behind "how" these make a thing to do of it, and no claim
    opens_act: frozenset[str] = field(default=frozenset(), kw_only=True)
    # plurals that cannot be gone through one by one: "the *odds* of winning"
    uncounted: frozenset[str] = field(default=frozenset(), kw_only=True)
    # which acts are said back (`english_harmless.py`)
    harmless: frozenset[str] = field(default=frozenset(), kw_only=True)  # verbs for anything
    harmless_with: Mapping[str, frozenset[str]] = field(default_factory=dict, kw_only=True)
    kind: frozenset[str] = field(default=frozenset(), kw_only=True)  # verbs for people, too
    wary: frozenset[str] = field(default=frozenset(), kw_only=True)  # people, and the like
    opens_end: frozenset[str] = field(default=frozenset(), kw_only=True)  # "... *so that* it hurts"
    shifty: frozenset[str] = field(default=frozenset(), kw_only=True)  # "... *though* I'm well"
    turns: frozenset[str] = field(default=frozenset(), kw_only=True)  # make another verb: "set off"
    writes: frozenset[str] = field(default=frozenset(), kw_only=True)  # what a text does: "asking"
    addressed: frozenset[str] = field(default=frozenset(), kw_only=True)  # texts for others
    sways: frozenset[str] = field(default=frozenset(), kw_only=True)  # "... *that* she must pay"
    # what tells whether an article is missing (`articles.py`)
    counted: frozenset[str] = field(default=frozenset(), kw_only=True)  # want one, if singular
    determiners: frozenset[str] = field(default=frozenset(), kw_only=True)  # are one, or the like
    closes_phrase: frozenset[str] = field(default=frozenset(), kw_only=True)  # are in no phrase
    opens_verb: frozenset[str] = field(default=frozenset(), kw_only=True)  # before a verb
    picks: frozenset[str] = field(default=frozenset(), kw_only=True)  # "*which* airport to use"
    kinds: frozenset[str] = field(default=frozenset(), kw_only=True)  # "a *kind* of car"
    bares: frozenset[str] = field(default=frozenset(), kw_only=True)  # want none: "*by* car"
    # how it is said back
    swaps: Mapping[str, str]  # the asker's person to the listener's
    us: frozenset[str]  # words for the listener, that is, for us
    anybody: re.Pattern[str]  # where those mean anybody: "things *you can* do"
    capitals: Mapping[str, str]  # names that people type in small letters
    vocabulary: Vocabulary  # the words that may be said back (`spelling.py`)


@dataclass(frozen=True, slots=True)
class _Pattern:
    """`first_words` in small letters, or None where any word may come first."""

    first_words: frozenset[str] | None
    regex: re.Pattern[str]
    form: Form


@dataclass(frozen=True, slots=True)
class Bank:
    """All that one language needs.

    A language whose words change with their place has `Words`, and copies by the rules of
    `phrases.py`.
    """

    lexicon: Lexicon | Words
    forms: tuple[Form, ...]
    groups: Mapping[str, tuple[str, ...]]
    spellings: tuple[tuple[re.Pattern[str], str], ...]  # contractions and the like, written out
    polite_start: re.Pattern[str]  # cut off before forms are tried, as often as it is found
    polite_end: re.Pattern[str]
    asks: re.Pattern[str]  # a sentence that asks for something
    aside: re.Pattern[str]  # one that only says how it should be done
    untouchable: re.Pattern[str]  # nothing is opened where this is found
    # one that a passage beside it may answer
    questions: re.Pattern[str] = re.compile(r"(?!)")
    inflections: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # by slot in `says`
    patterns: tuple[_Pattern, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        compiled = tuple(
            _Pattern(self._first_words(ask.split()), self._compile(ask), form)
            for form in self.forms
            for ask in form.asks
        )
        object.__setattr__(self, "patterns", compiled)

    def matches(self, ask: str) -> Iterator[tuple[Form, Mapping[str, str]]]:
        """Every form that fits the whole ask, in table order, with the text of its slots."""
        first = _bare(ask.partition(" ")[0].rstrip(","))
        for pattern in self.patterns:
            # Most can begin with a few words only: 0.28 ms an ask without this look, 0.14 with it.
            if pattern.first_words is None or first in pattern.first_words:
                match = pattern.regex.fullmatch(f" {ask}")
                if match:
                    yield pattern.form, match.groupdict()

    def _first_words(self, tokens: list[str]) -> frozenset[str] | None:
        """The words that an ask may begin with; None if it may begin with any."""
        found: set[str] = set()
        for token in tokens:
            slot = token[1:-1]
            if token.startswith("{") and slot not in self.groups:
                return None
            phrases = self.groups[slot] if token.startswith("{") else self._phrases(token)
            found.update(_bare(phrase.replace("_", " ").partition(" ")[0]) for phrase in phrases)
            if not token.startswith("["):
                return frozenset(found)
        return None

    def phrase(self, group: str, found: str) -> str:
        """The group's own spelling of what was found: the noun with its capital, its accents on."""
        whole = (phrase for phrase in self.groups[group] if _typed(phrase).fullmatch(found))
        return next(whole).replace("_", " ")

    def _compile(self, ask: str) -> re.Pattern[str]:
        return re.compile("".join(map(self._part, ask.split())), re.IGNORECASE)

    def _part(self, token: str) -> str:
        """A token with the space before it, so that an optional one takes its space along."""
        if token.startswith("{"):
            slot = token[1:-1]
            inside = self._either(self.groups[slot]) if slot in self.groups else r"\S.*?"
            return f" (?P<{slot}>{inside}),?"
        either = f" (?:{self._either(self._phrases(token))})"
        return f"(?:{either})?" if token.startswith("[") else either

    def _phrases(self, token: str) -> list[str]:
        return [
            phrase
            for word in token.strip("[]").split("|")
            for phrase in (self.groups[word[1:]] if word.startswith("@") else (word,))
        ]

    @staticmethod
    def _either(phrases: Iterable[str]) -> str:
        # The longest first, or "give" would hide "give me" from a slot behind it.
        ordered = sorted(phrases, key=len, reverse=True)
        return "|".join(_typed(phrase).pattern for phrase in ordered)


def _bare(word: str) -> str:
    """A word by which all ways of typing it can be looked up."""
    letters = unicodedata.normalize("NFD", word.lower())
    plain = "".join(char for char in letters if not unicodedata.combining(char))
    return plain.replace("ae", "a").replace("oe", "o").replace("ue", "u")


@cache
def _typed(phrase: str) -> re.Pattern[str]:
    """A phrase as people type it: in a hurry without accents, or "ue" for "ü"."""
    letters = []
    for char in phrase.replace("_", " "):
        bare = unicodedata.normalize("NFD", char)[0]
        umlaut = f"|{bare}e" if char in "äöü" else ""
        escaped = re.escape(char)
        letters.append(escaped if bare == char else f"(?:{escaped}{umlaut}|{bare})")
    return re.compile("".join(letters), re.IGNORECASE)
