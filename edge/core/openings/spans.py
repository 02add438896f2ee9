"""Which spans of a prompt may be said back to its author, and how.

A frame copies words it does not understand, so a span is judged by its small words alone, and
every rule leans towards silence. A name for a thing may hold no verb, may point at nothing outside
itself, and must end where it says it ends. A phrase for something to do was already one in the
prompt ("how do I *fix a flat tyre*"), so there only its ends and its pointers matter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from edge.core.openings.bank import Lexicon

_MAX_CHARS = 140
_MAX_WORD_CHARS = 24
_MAX_NAME_WORDS = 10  # longer ones were clauses, or held a slip
_MAX_TERM_WORDS = 4
_MAX_ACT_WORDS = 11
_MAX_PIECE_WORDS = 14
_MAX_HEAD_WORDS = 8  # within which the head of a name stands
_MIN_MATTER_WORDS = 4
_FAR_ENOUGH = 3

_LEARNS = re.compile(r"(?:(?:learn|begin|start|remember|practi[cs]e) (?:how )?to )+")
_SIGNS = "\"'(),."
# Any letter is an x here. A dash that hangs on one word only is a slip or a list.
_SHAPE = re.compile(
    r"(?!.* -|.*[.,]\"|.*[x0-9]\"[x0-9])[x0-9\"'(&$#.][x0-9\"'()&$#%+/., -]*[x0-9\"')+%#]|x"
)


@dataclass(frozen=True, slots=True)
class _Span:
    """`bare` are the words in small letters, without signs."""

    words: tuple[str, ...]
    bare: tuple[str, ...]


def fill(kind: str, text: str, lexicon: Lexicon) -> str | None:
    """What to say for `text` in a slot of `kind`, or None if nothing should be said."""
    words = tuple(text.split())
    span = _Span(words, tuple(_bare(word, lexicon) for word in words))
    kind = kind.rstrip("0123456789")
    if kind not in _UNSAID and not _is_clean(text, span):
        return None
    if not KINDS[kind](span, lexicon):
        return None
    quoted = text.count('"') == 2
    return " ".join(
        word if quoted and word[:1].isupper() else _said(word, at, lexicon)
        for at, word in enumerate(words)
    )


def _bare(word: str, lexicon: Lexicon) -> str:
    core = word.strip(_SIGNS)
    return core if core in lexicon.acronyms else core.lower()


def _is_clean(text: str, span: _Span) -> bool:
    """Plain words, quotes and brackets that close, no shouting, no first of kings and wars."""
    shape = "".join("x" if char.isalpha() else char for char in text)
    shouted = sum(word.isupper() and len(word.strip(_SIGNS)) > 3 for word in span.words)
    return (
        len(text) <= _MAX_CHARS
        and "x" in shape
        and all(span.bare)
        and _SHAPE.fullmatch(shape) is not None
        and text.count('"') in (0, 2)
        and text.count("(") == text.count(")")
        and all(len(word) <= _MAX_WORD_CHARS for word in span.words)
        and shouted < 2
        and all(one != other for one, other in pairwise(span.bare))
        and not any(two == "I" and one[:1].isupper() for one, two in pairwise(span.words))
    )


def _said(word: str, at: int, lexicon: Lexicon) -> str:
    """The word with the person swapped, and with the capital that it should have."""
    core = word.strip(_SIGNS)
    small = core.lower()
    if small in lexicon.swaps:
        return word.replace(core, lexicon.swaps[small])
    if at < 2 and core.istitle() and small in lexicon.ideas | lexicon.pieces:
        return word.lower()  # "Ideas for ...", "a Haiku about ..."
    return word.replace(core, lexicon.capitals.get(core, core))


# -- names for things --------------------------------------------------------


def _is_thing(span: _Span, lexicon: Lexicon) -> bool:
    """A noun phrase."""
    first, last = span.bare[0], span.bare[-1]
    return (
        len(span.words) <= _MAX_NAME_WORDS
        and first not in lexicon.not_first
        and last not in lexicon.not_last_thing
        and lexicon.adverb.fullmatch(last) is None
        and not _points_outside(span, lexicon)
        and not _holds_clause(span, lexicon)
        and _lists_only(span, lexicon)
    )


def _is_known(span: _Span, lexicon: Lexicon) -> bool:
    """For what is not the asker's alone: nobody can explain "my dream" unseen."""
    return not any(word in lexicon.swaps for word in span.bare) and _is_thing(span, lexicon)


def _is_topic(span: _Span, lexicon: Lexicon) -> bool:
    """For what can stand behind "about": not what may lack its article, or its capitals."""
    bare = (
        span.bare[0] not in lexicon.definite | lexicon.indefinite
        and all(word.islower() for word in span.words)
        and not _is_plural(span.bare[-1], lexicon)
        and span.bare[-1] not in lexicon.capitals
    )
    return not bare and _is_known(span, lexicon)


def _is_neutral(span: _Span, lexicon: Lexicon) -> bool:
    """For what can be explained without granting anything by it."""
    granting = lexicon.loaded | lexicon.addresses
    named = span.words[-1][:1].isupper() and not span.words[-1].isupper()  # "the United States"
    return not named and not granting.intersection(span.bare) and _is_known(span, lexicon)


def _is_concept(span: _Span, lexicon: Lexicon) -> bool:
    """A term that can be explained, not one known thing that is asked for."""
    first = span.bare[0]
    return (
        first not in lexicon.definite | lexicon.plain | lexicon.counts
        and any(char.isalpha() for char in first)
        and not any(word.isdigit() for word in span.bare[:-1])
        and not (lexicon.plain | lexicon.not_second).intersection(span.bare[1:2])
        and _head(span, lexicon) not in lexicon.plain
        and (len(span.words) < 3 or _head(span, lexicon) not in lexicon.pieces)
        and not any(map(lexicon.possessive.fullmatch, span.words[:-1]))
        and not _describes_name(span)
        and _is_thing(span, lexicon)
    )


def _is_notion(span: _Span, lexicon: Lexicon) -> bool:
    """The same, with nothing behind its noun: no "what a serve *in tennis* is"."""
    return lexicon.placed.isdisjoint(span.bare[1:]) and _is_concept(span, lexicon)


def _is_plurals(span: _Span, lexicon: Lexicon) -> bool:
    """One word for several of a kind: "dogs"."""
    return len(span.words) == 1 and _is_plural(span.bare[0], lexicon) and _is_thing(span, lexicon)


def _is_concepts(span: _Span, lexicon: Lexicon) -> bool:
    """A term for several things: "black holes", but not "causes of black holes"."""
    return (
        len(span.words) <= _MAX_TERM_WORDS
        and not lexicon.stops_head.intersection(span.bare)
        and _is_plural(span.bare[-1], lexicon)
        and _is_concept(span, lexicon)
    )


def _is_term(span: _Span, lexicon: Lexicon) -> bool:
    """A definite term: "the Monty Hall problem", but not "the tallest building"."""
    titled = len(span.words) <= _MAX_TERM_WORDS and all(w[:1].isupper() for w in span.words[1:])
    return (
        len(span.words) <= _MAX_TERM_WORDS + 1
        and span.bare[0] in lexicon.definite
        and (titled or span.bare[-1] in lexicon.term_heads)
        and (titled or not lexicon.plain.intersection(span.bare))
        and not lexicon.stops_head.intersection(span.bare)
        and not any(map(lexicon.needs_article.fullmatch, span.bare))
        and _is_known(span, lexicon)
    )


def _is_name(span: _Span, lexicon: Lexicon) -> bool:
    """A proper name, written as one."""
    return (
        len(span.words) <= _MAX_TERM_WORDS
        and span.words[0][:1].isupper()
        and span.words[-1][:1].isupper()
        and _is_concept(span, lexicon)
    )


def _is_things(span: _Span, lexicon: Lexicon) -> bool:
    """For several things."""
    return (
        _is_plural(_head(span, lexicon), lexicon)
        and not any(map(lexicon.needs_article.fullmatch, span.bare[: 1 + _counts(span, lexicon)]))
        and _is_thing(span, lexicon)
    )


def _is_single(span: _Span, lexicon: Lexicon) -> bool:
    """For one of many: "a good book about Rome"."""
    return (
        span.bare[0] in lexicon.indefinite
        and len(span.words) > 2
        and not lexicon.heaps.intersection(span.bare)
        and _is_thing(span, lexicon)
    )


def _is_project(span: _Span, lexicon: Lexicon) -> bool:
    """For what can be planned or made: "a trip to Rome", "my wedding"."""
    return span.bare[0] in lexicon.indefinite | lexicon.own and _is_thing(span, lexicon)


def _is_quoted(span: _Span, lexicon: Lexicon) -> bool:
    """A saying or a title, in quotes from end to end: what it holds is not ours."""
    return (
        len(span.words) <= _MAX_NAME_WORDS
        and span.words[0].startswith('"')
        and span.words[-1].endswith('"')
    )


def _is_choice(span: _Span, lexicon: Lexicon) -> bool:
    """What stands behind "which": a noun with no article."""
    return (
        len(span.words) <= _MAX_TERM_WORDS
        and span.bare[0] not in lexicon.definite | lexicon.indefinite
        and _is_thing(span, lexicon)
    )


# -- things to do ------------------------------------------------------------


def _is_act(span: _Span, lexicon: Lexicon) -> bool:
    """What followed "how to"."""
    return (
        span.bare[0] not in lexicon.not_first_act
        and span.words[0].islower()
        and not lexicon.not_second_act.intersection(span.bare[1:2])
        and _is_harmless(span, lexicon)
        and _is_told(span, lexicon)
    )


def _is_doing(span: _Span, lexicon: Lexicon) -> bool:
    """The same, in more than a verb: "where to *buy shoes*"."""
    return len(span.words) >= 2 and _is_act(span, lexicon)


def _is_deed(span: _Span, lexicon: Lexicon) -> bool:
    """The same, where it must not be about us: "how do you *work*", "... *help me*"."""
    return (
        len(span.words) >= 2
        and not any(word in lexicon.swaps for word in span.bare)
        and _is_act(span, lexicon)
    )


def _is_errand(span: _Span, lexicon: Lexicon) -> bool:
    """What followed "help me", said fully: not just "choose"."""
    return len(span.words) >= 3 and span.bare[0] not in lexicon.orders and _is_act(span, lexicon)


def _is_aside(span: _Span, lexicon: Lexicon) -> bool:
    """For what or when it is done: "for dinner", "when I visit India"."""
    purpose = _Span(span.words[1:], span.bare[1:])
    has_verb = span.bare[0] == "to" and not (
        lexicon.definite | lexicon.indefinite | lexicon.own
    ).intersection(span.bare[1:2])
    return (
        span.bare[0] in lexicon.introduces
        and (not has_verb or _is_harmless(purpose, lexicon))
        and _is_told(span, lexicon)
    )


def _is_case(span: _Span, lexicon: Lexicon) -> bool:
    """What stands behind "if" and "when": a clause of its own."""
    return len(span.words) >= 2 and _is_told(span, lexicon)


def _is_tail(span: _Span, lexicon: Lexicon) -> bool:
    """The rest of a clause whose beginning the form has said."""
    return (
        span.bare[0] not in lexicon.verbs | lexicon.joins
        and not (lexicon.points_back - {"there"}).intersection(span.bare[:1])
        and _is_told(span, lexicon)
    )


def _is_told(span: _Span, lexicon: Lexicon) -> bool:
    """Words that stood so in the prompt: only their ends and their pointers count."""
    return (
        len(span.words) <= _MAX_ACT_WORDS
        and span.bare[-1] not in lexicon.not_last
        and not _points_outside(span, lexicon)
        and not _asks_more(span, lexicon.not_first_act | lexicon.requests, lexicon)
        and not any(
            word.endswith(",") and not after[:1].isupper()  # but "in Boppard, Germany"
            for word, after in pairwise(span.words)
        )
    )


# -- things made to order ----------------------------------------------------


def _is_piece(span: _Span, lexicon: Lexicon) -> bool:
    """One text of a kind, and what it should be about."""
    head = _piece_head(span, lexicon)
    return (
        head is not None
        and span.bare[0] in lexicon.indefinite
        and (head > 1 or len(span.words) > 2 or span.bare[head] in lexicon.bare_pieces)
        and not (lexicon.definite | lexicon.indefinite).intersection(span.bare[1:head])
        and len(span.words) <= _MAX_PIECE_WORDS
        and all(
            word in lexicon.introduces or word in lexicon.writes
            for word in span.bare[head + 1 : head + 2]
        )
        and _writes_well(span.bare[head + 1 :], lexicon)
        and (span.bare[head] not in lexicon.addressed or lexicon.sways.isdisjoint(span.bare))
        and span.bare[-1] not in lexicon.not_last | lexicon.points_back
        and not lexicon.argues.intersection(span.bare)
        and not _points_outside(span, lexicon, head + _FAR_ENOUGH)
        and not _asks_more(span, lexicon.requests, lexicon)
        and not any(
            word.endswith(",")
            and not after[:1].isupper()
            and _bare(after, lexicon) not in lexicon.introduces | lexicon.joins
            for word, after in pairwise(span.words[head:])
        )
    )


def _is_pieces(span: _Span, lexicon: Lexicon) -> bool:
    """Several texts of a kind."""
    head = _piece_head(span, lexicon)
    return head is not None and _is_plural(span.bare[head], lexicon) and _is_thing(span, lexicon)


def _is_kind(span: _Span, lexicon: Lexicon) -> bool:
    """A kind of text that needs no more said: "a short poem"."""
    return (
        span.bare[0] in lexicon.indefinite
        and span.bare[-1] in lexicon.bare_pieces
        and _piece_head(span, lexicon) == len(span.words) - 1
        and not (lexicon.definite | lexicon.indefinite).intersection(span.bare[1:])
        and not _points_outside(span, lexicon)
    )


def _is_ideas(span: _Span, lexicon: Lexicon) -> bool:
    """Several things that are made up on the spot, and for what."""
    first = span.bare[0]
    return (
        len(span.words) > 1
        and first not in lexicon.definite | lexicon.indefinite | lexicon.counts | lexicon.orders
        and not first.isdigit()
        and lexicon.needs_article.fullmatch(first) is None
        and _head(span, lexicon) in lexicon.ideas
        and not any(word in lexicon.swaps for word in span.bare[:2])
        and not lexicon.attribute.intersection(span.bare)
        and _is_thing(span, lexicon)
    )


# -- what is never said ------------------------------------------------------


def _is_rest(span: _Span, lexicon: Lexicon) -> bool:
    """Long enough to be a question, and none about us."""
    return len(span.words) >= 2 and not lexicon.us.intersection(span.bare)


def _is_others(span: _Span, lexicon: Lexicon) -> bool:
    """The same, and about somebody or something else than the two who speak."""
    return span.bare[0] not in lexicon.not_first and _is_rest(span, lexicon)


def _is_asked(span: _Span, lexicon: Lexicon) -> bool:
    """The same, where even the asker's own things could not be looked at."""
    return (
        not any(word in lexicon.swaps for word in span.bare)
        and not _points_there(span, lexicon)
        and _is_others(span, lexicon)
    )


def _is_several(span: _Span, lexicon: Lexicon) -> bool:
    """Things that can be gone through one by one, whatever else is said of them."""
    stops = lexicon.stops_head - lexicon.joins
    ends = (at for at, word in enumerate(span.bare) if at and word in stops)
    name = span.bare[: next(ends, len(span.bare))][:_MAX_HEAD_WORDS]
    return (
        len(span.words) > 1
        and span.bare[0] not in (lexicon.not_first - lexicon.plain) | lexicon.indefinite
        and lexicon.uncounted.isdisjoint(name)
        and any(_is_plural(word, lexicon) and "'" not in word for word in name)
        and not _points_there(span, lexicon)
        and not _is_about_us(span, lexicon)
    )


def _is_manner(span: _Span, lexicon: Lexicon) -> bool:
    """The few words between "a" and the kind of text: "short and funny"."""
    small = lexicon.stops_head - lexicon.joins
    return len(span.words) <= _MAX_TERM_WORDS and not (
        small | lexicon.pieces | lexicon.never | lexicon.heaps | lexicon.indefinite
    ).intersection(span.bare)


def _is_matter(span: _Span, lexicon: Lexicon) -> bool:
    """What was asked about in so many words that it cannot be a slip, and nothing more."""
    return (
        len(span.words) >= _MIN_MATTER_WORDS
        and not _points_there(span, lexicon)
        and not _asks_more(span, lexicon.orders, lexicon)
        and _is_rest(span, lexicon)
    )


def _is_chore(span: _Span, lexicon: Lexicon) -> bool:
    """The same, where it is something to do."""
    return _is_matter(span, lexicon) and _is_harmless(span, lexicon)


def _is_brief(span: _Span, lexicon: Lexicon) -> bool:
    """What a text should be about: no claim, and nothing that the opening cannot see."""
    claims = any(
        word in lexicon.argues and after not in lexicon.opens_act
        for word, after in pairwise((*span.bare, ""))
    )
    return not claims and not _points_there(span, lexicon) and _writes_well(span.bare, lexicon)


def _is_message(span: _Span, lexicon: Lexicon) -> bool:
    """What a letter should be about, whatever it claims."""
    return (
        lexicon.sways.isdisjoint(span.bare)
        and _writes_well(span.bare, lexicon)
        and (_is_matter(span, lexicon) or _is_brief(span, lexicon))
    )


def _is_few(span: _Span, lexicon: Lexicon) -> bool:
    """A few words that add nothing: "what is your name *my friend*"."""
    return len(span.words) <= _FAR_ENOUGH


KINDS: Mapping[str, Callable[[_Span, Lexicon], bool]] = {
    "thing": _is_thing,
    "known": _is_known,
    "topic": _is_topic,
    "neutral": _is_neutral,
    "concept": _is_concept,
    "notion": _is_notion,
    "concepts": _is_concepts,
    "term": _is_term,
    "name": _is_name,
    "things": _is_things,
    "single": _is_single,
    "project": _is_project,
    "quoted": _is_quoted,
    "choice": _is_choice,
    "act": _is_act,
    "doing": _is_doing,
    "deed": _is_deed,
    "errand": _is_errand,
    "aside": _is_aside,
    "case": _is_case,
    "tail": _is_tail,
    "plurals": _is_plurals,
    "piece": _is_piece,
    "pieces": _is_pieces,
    "kind": _is_kind,
    "ideas": _is_ideas,
    "rest": _is_rest,
    "others": _is_others,
    "asked": _is_asked,
    "several": _is_several,
    "manner": _is_manner,
    "brief": _is_brief,
    "matter": _is_matter,
    "message": _is_message,
    "chore": _is_chore,
    "few": _is_few,
}
_UNSAID = frozenset(
    {"rest", "others", "asked", "several", "manner", "brief", "matter", "message", "chore", "few"}
)


# -- what the kinds ask ------------------------------------------------------


def _points_outside(span: _Span, lexicon: Lexicon, named: int = _FAR_ENOUGH) -> bool:
    """Whether a word stands for something that the span did not name, or for us.

    Behind the first `named` words a pronoun may well mean one of them.
    """
    rest = lexicon.anybody.sub(" ", " ".join(span.bare)).split()
    return (
        _is_about_us(span, lexicon)
        or not lexicon.never.isdisjoint(rest)
        or not lexicon.points_back.isdisjoint(span.bare[:named])
    )


def _is_harmless(span: _Span, lexicon: Lexicon) -> bool:
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


def _is_about_us(span: _Span, lexicon: Lexicon) -> bool:
    """Whether "you" is meant for us, and not for anybody."""
    if lexicon.us.isdisjoint(span.bare):
        return False
    mixes_persons = any(word in lexicon.swaps for word in span.bare)
    rest = lexicon.anybody.sub(" ", " ".join(span.bare)).split()
    return mixes_persons or not lexicon.us.isdisjoint(rest)


def _points_there(span: _Span, lexicon: Lexicon) -> bool:
    """Whether one of the first words, or the last, stands for what is not there: "about *it*"."""
    last = span.bare[-1]
    ends = {*span.bare[:_FAR_ENOUGH], last}
    return last in lexicon.opens_clause or not (lexicon.never | lexicon.points_back).isdisjoint(
        ends
    )


def _holds_clause(span: _Span, lexicon: Lexicon) -> bool:
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


def _lists_only(span: _Span, lexicon: Lexicon) -> bool:
    """Whether commas and "and" only list, or name a place ("Park City, Utah")."""
    for at, word in enumerate(span.words[:-1]):
        listed = span.words[at + 1][:1].isupper() or lexicon.joins.intersection(span.bare[at + 1 :])
        if word.endswith(",") and not listed:
            return False
    return not _asks_more(span, lexicon.not_first | lexicon.orders, lexicon)


def _asks_more(span: _Span, others: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether a second request, which begins with one of `others`, hangs on the first."""
    return any(
        word.endswith(".") or (span.bare[at] in lexicon.joins and span.bare[at + 1] in others)
        for at, word in enumerate(span.words[:-1])
    )


def _writes_well(about: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether a text that is "*telling* them to riot", or one "*that threatens*", is none of it."""
    first = about[1:2] if about[:1] == ("that",) else about[:1]
    acts = about[:1] == ("that",) or any(word.endswith("ing") for word in first)
    return not acts or not lexicon.writes.isdisjoint(first)


def _counts(span: _Span, lexicon: Lexicon) -> bool:
    return span.bare[0] in lexicon.counts or span.bare[0].isdigit()


def _is_plural(word: str, lexicon: Lexicon) -> bool:
    return lexicon.plural.fullmatch(word.lower()) is not None


def _head(span: _Span, lexicon: Lexicon) -> str:
    """The word that the others only describe: "*books* about Rome", "good *ways* to relax"."""
    for at, word in enumerate(span.bare):
        if at and word in lexicon.stops_head:
            return span.bare[at - 1]
    return span.bare[-1]


def _piece_head(span: _Span, lexicon: Lexicon) -> int | None:
    """Where the kind of text stands: in "a short *story* about a poem", at 2."""
    for at, word in enumerate(span.bare):
        if word in lexicon.pieces and not lexicon.pieces.intersection(span.bare[at + 1 : at + 2]):
            return at
        if at and word in lexicon.stops_head:
            return None
    return None


def _describes_name(span: _Span) -> bool:
    """Whether a proper name only says whose it is: "Charles Dickens last novel"."""
    capitals = [word[:1].isupper() for word in span.words]
    return capitals[:2] == [True, True] and not all(capitals[2:])
