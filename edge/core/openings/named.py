"""Spans that name things: noun phrases, terms, proper names, projects."""

from __future__ import annotations

from edge.core.openings.bank import Lexicon
from edge.core.openings.span import (
    MAX_NAME_WORDS,
    MAX_TERM_WORDS,
    Span,
    counts,
    describes_name,
    head,
    holds_clause,
    is_plural,
    lists_only,
    points_outside,
)


def is_thing(span: Span, lexicon: Lexicon) -> bool:
    """A noun phrase."""
    first, last = span.bare[0], span.bare[-1]
    return (
        len(span.words) <= MAX_NAME_WORDS
        and first not in lexicon.not_first
        and last not in lexicon.not_last_thing
        and lexicon.adverb.fullmatch(last) is None
        and not points_outside(span, lexicon)
        and not holds_clause(span, lexicon)
        and lists_only(span, lexicon)
    )


def is_known(span: Span, lexicon: Lexicon) -> bool:
    """For what is not the asker's alone: nobody can explain "my dream" unseen."""
    return not any(word in lexicon.swaps for word in span.bare) and is_thing(span, lexicon)


def is_topic(span: Span, lexicon: Lexicon) -> bool:
    """For what can stand behind "about": not what may lack its article, or its capitals."""
    bare = (
        span.bare[0] not in lexicon.definite | lexicon.indefinite
        and all(word.islower() for word in span.words)
        and not is_plural(span.bare[-1], lexicon)
        and span.bare[-1] not in lexicon.capitals
    )
    return not bare and is_known(span, lexicon)


def is_neutral(span: Span, lexicon: Lexicon) -> bool:
    """For what can be explained without granting anything by it."""
    granting = lexicon.loaded | lexicon.addresses
    named = span.words[-1][:1].isupper() and not span.words[-1].isupper()  # "the United States"
    return not named and not granting.intersection(span.bare) and is_known(span, lexicon)


def is_concept(span: Span, lexicon: Lexicon) -> bool:
    """A term that can be explained, not one known thing that is asked for."""
    first = span.bare[0]
    return (
        first not in lexicon.definite | lexicon.plain | lexicon.counts
        and any(char.isalpha() for char in first)
        and not any(word.isdigit() for word in span.bare[:-1])
        and not (lexicon.plain | lexicon.not_second).intersection(span.bare[1:2])
        and head(span, lexicon) not in lexicon.plain
        and (len(span.words) < 3 or head(span, lexicon) not in lexicon.pieces)
        and not any(map(lexicon.possessive.fullmatch, span.words[:-1]))
        and not describes_name(span)
        and is_thing(span, lexicon)
    )


def is_notion(span: Span, lexicon: Lexicon) -> bool:
    """The same, with nothing behind its noun: no "what a serve *in tennis* is"."""
    return lexicon.placed.isdisjoint(span.bare[1:]) and is_concept(span, lexicon)


def is_plurals(span: Span, lexicon: Lexicon) -> bool:
    """One word for several of a kind: "dogs"."""
    return len(span.words) == 1 and is_plural(span.bare[0], lexicon) and is_thing(span, lexicon)


def is_concepts(span: Span, lexicon: Lexicon) -> bool:
    """A term for several things: "black holes", but not "causes of black holes"."""
    return (
        len(span.words) <= MAX_TERM_WORDS
        and not lexicon.stops_head.intersection(span.bare)
        and is_plural(span.bare[-1], lexicon)
        and is_concept(span, lexicon)
    )


def is_term(span: Span, lexicon: Lexicon) -> bool:
    """A definite term: "the Monty Hall problem", but not "the tallest building"."""
    titled = len(span.words) <= MAX_TERM_WORDS and all(w[:1].isupper() for w in span.words[1:])
    return (
        len(span.words) <= MAX_TERM_WORDS + 1
        and span.bare[0] in lexicon.definite
        and (titled or span.bare[-1] in lexicon.term_heads)
        and (titled or not lexicon.plain.intersection(span.bare))
        and not lexicon.stops_head.intersection(span.bare)
        and not any(map(lexicon.needs_article.fullmatch, span.bare))
        and is_known(span, lexicon)
    )


def is_name(span: Span, lexicon: Lexicon) -> bool:
    """A proper name, written as one."""
    return (
        len(span.words) <= MAX_TERM_WORDS
        and span.words[0][:1].isupper()
        and span.words[-1][:1].isupper()
        and is_concept(span, lexicon)
    )


def is_things(span: Span, lexicon: Lexicon) -> bool:
    """For several things."""
    return (
        is_plural(head(span, lexicon), lexicon)
        and not any(map(lexicon.needs_article.fullmatch, span.bare[: 1 + counts(span, lexicon)]))
        and is_thing(span, lexicon)
    )


def is_single(span: Span, lexicon: Lexicon) -> bool:
    """For one of many: "a good book about Rome"."""
    return (
        span.bare[0] in lexicon.indefinite
        and len(span.words) > 2
        and not lexicon.heaps.intersection(span.bare)
        and is_thing(span, lexicon)
    )


def is_project(span: Span, lexicon: Lexicon) -> bool:
    """For what can be planned or made: "a trip to Rome", "my wedding"."""
    return span.bare[0] in lexicon.indefinite | lexicon.own and is_thing(span, lexicon)


def is_quoted(span: Span, lexicon: Lexicon) -> bool:
    """A saying or a title, in quotes from end to end: what it holds is not ours."""
    return (
        len(span.words) <= MAX_NAME_WORDS
        and span.words[0].startswith('"')
        and span.words[-1].endswith('"')
    )


def is_choice(span: Span, lexicon: Lexicon) -> bool:
    """What stands behind "which": a noun with no article."""
    return (
        len(span.words) <= MAX_TERM_WORDS
        and span.bare[0] not in lexicon.definite | lexicon.indefinite
        and is_thing(span, lexicon)
    )
