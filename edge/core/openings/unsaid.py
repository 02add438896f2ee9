"""Spans that are looked at and never said: the rest of a prompt behind its form."""

from __future__ import annotations

from itertools import pairwise

from edge.core.openings.bank import Lexicon
from edge.core.openings.span import (
    FAR_ENOUGH,
    MAX_TERM_WORDS,
    Span,
    asks_more,
    is_about_us,
    is_harmless,
    is_plural,
    points_there,
    writes_well,
)

_MAX_HEAD_WORDS = 8  # within which the head of a name stands
_MIN_MATTER_WORDS = 4


def is_rest(span: Span, lexicon: Lexicon) -> bool:
    """Long enough to be a question, and none about us."""
    return len(span.words) >= 2 and not lexicon.us.intersection(span.bare)


def is_others(span: Span, lexicon: Lexicon) -> bool:
    """The same, and about somebody or something else than the two who speak."""
    return span.bare[0] not in lexicon.not_first and is_rest(span, lexicon)


def is_asked(span: Span, lexicon: Lexicon) -> bool:
    """The same, where even the asker's own things could not be looked at."""
    return (
        not any(word in lexicon.swaps for word in span.bare)
        and not points_there(span, lexicon)
        and is_others(span, lexicon)
    )


def is_several(span: Span, lexicon: Lexicon) -> bool:
    """Things that can be gone through one by one, whatever else is said of them."""
    stops = lexicon.stops_head - lexicon.joins
    ends = (at for at, word in enumerate(span.bare) if at and word in stops)
    name = span.bare[: next(ends, len(span.bare))][:_MAX_HEAD_WORDS]
    return (
        len(span.words) > 1
        and span.bare[0] not in (lexicon.not_first - lexicon.plain) | lexicon.indefinite
        and lexicon.uncounted.isdisjoint(name)
        and any(is_plural(word, lexicon) and "'" not in word for word in name)
        and not points_there(span, lexicon)
        and not is_about_us(span, lexicon)
    )


def is_manner(span: Span, lexicon: Lexicon) -> bool:
    """The few words between "a" and the kind of text: "short and funny"."""
    small = lexicon.stops_head - lexicon.joins
    return len(span.words) <= MAX_TERM_WORDS and not (
        small | lexicon.pieces | lexicon.never | lexicon.heaps | lexicon.indefinite
    ).intersection(span.bare)


def is_matter(span: Span, lexicon: Lexicon) -> bool:
    """What was asked about in so many words that it cannot be a slip, and nothing more."""
    return (
        len(span.words) >= _MIN_MATTER_WORDS
        and not points_there(span, lexicon)
        and not asks_more(span, lexicon.orders, lexicon)
        and is_rest(span, lexicon)
    )


def is_chore(span: Span, lexicon: Lexicon) -> bool:
    """The same, where it is something to do."""
    return is_matter(span, lexicon) and is_harmless(span, lexicon)


def is_brief(span: Span, lexicon: Lexicon) -> bool:
    """What a text should be about: no claim, and nothing that the opening cannot see."""
    claims = any(
        word in lexicon.argues and after not in lexicon.opens_act
        for word, after in pairwise((*span.bare, ""))
    )
    return not claims and not points_there(span, lexicon) and writes_well(span.bare, lexicon)


def is_message(span: Span, lexicon: Lexicon) -> bool:
    """What a letter should be about, whatever it claims."""
    return (
        lexicon.sways.isdisjoint(span.bare)
        and writes_well(span.bare, lexicon)
        and (is_matter(span, lexicon) or is_brief(span, lexicon))
    )


def is_few(span: Span, lexicon: Lexicon) -> bool:
    """A few words that add nothing: "what is your name *my friend*"."""
    return len(span.words) <= FAR_ENOUGH
