"""Spans that name texts made to order: one piece or several, a kind of text, ideas."""

from __future__ import annotations

from itertools import pairwise

from edge.core.openings.bank import Lexicon
from edge.core.openings.named import is_thing
from edge.core.openings.span import (
    FAR_ENOUGH,
    Span,
    asks_more,
    bare,
    head,
    is_plural,
    piece_head,
    points_outside,
    writes_well,
)

_MAX_PIECE_WORDS = 14


def is_piece(span: Span, lexicon: Lexicon) -> bool:
    """One text of a kind, and what it should be about."""
    head = piece_head(span, lexicon)
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
        and writes_well(span.bare[head + 1 :], lexicon)
        and (span.bare[head] not in lexicon.addressed or lexicon.sways.isdisjoint(span.bare))
        and span.bare[-1] not in lexicon.not_last | lexicon.points_back
        and not lexicon.argues.intersection(span.bare)
        and not points_outside(span, lexicon, head + FAR_ENOUGH)
        and not asks_more(span, lexicon.requests, lexicon)
        and not any(
            word.endswith(",")
            and not after[:1].isupper()
            and bare(after, lexicon) not in lexicon.introduces | lexicon.joins
            for word, after in pairwise(span.words[head:])
        )
    )


def is_pieces(span: Span, lexicon: Lexicon) -> bool:
    """Several texts of a kind."""
    head = piece_head(span, lexicon)
    return head is not None and is_plural(span.bare[head], lexicon) and is_thing(span, lexicon)


def is_kind(span: Span, lexicon: Lexicon) -> bool:
    """A kind of text that needs no more said: "a short poem"."""
    return (
        span.bare[0] in lexicon.indefinite
        and span.bare[-1] in lexicon.bare_pieces
        and piece_head(span, lexicon) == len(span.words) - 1
        and not (lexicon.definite | lexicon.indefinite).intersection(span.bare[1:])
        and not points_outside(span, lexicon)
    )


def is_ideas(span: Span, lexicon: Lexicon) -> bool:
    """Several things that are made up on the spot, and for what."""
    first = span.bare[0]
    return (
        len(span.words) > 1
        and first not in lexicon.definite | lexicon.indefinite | lexicon.counts | lexicon.orders
        and not first.isdigit()
        and lexicon.needs_article.fullmatch(first) is None
        and head(span, lexicon) in lexicon.ideas
        and not any(word in lexicon.swaps for word in span.bare[:2])
        and not lexicon.attribute.intersection(span.bare)
        and is_thing(span, lexicon)
    )
