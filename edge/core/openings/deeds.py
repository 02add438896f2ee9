"""Spans that say what is done: acts, errands, cases, and what is told of them."""

from __future__ import annotations

from itertools import pairwise

from edge.core.openings.bank import Lexicon
from edge.core.openings.span import Span, asks_more, is_harmless, points_outside

_MAX_ACT_WORDS = 11


def is_act(span: Span, lexicon: Lexicon) -> bool:
    """What followed "how to"."""
    return (
        span.bare[0] not in lexicon.not_first_act
        and span.words[0].islower()
        and not lexicon.not_second_act.intersection(span.bare[1:2])
        and is_harmless(span, lexicon)
        and is_told(span, lexicon)
    )


def is_doing(span: Span, lexicon: Lexicon) -> bool:
    """The same, in more than a verb: "where to *buy shoes*"."""
    return len(span.words) >= 2 and is_act(span, lexicon)


def is_deed(span: Span, lexicon: Lexicon) -> bool:
    """The same, where it must not be about us: "how do you *work*", "... *help me*"."""
    return (
        len(span.words) >= 2
        and not any(word in lexicon.swaps for word in span.bare)
        and is_act(span, lexicon)
    )


def is_errand(span: Span, lexicon: Lexicon) -> bool:
    """What followed "help me", said fully: not just "choose"."""
    return len(span.words) >= 3 and span.bare[0] not in lexicon.orders and is_act(span, lexicon)


def is_aside(span: Span, lexicon: Lexicon) -> bool:
    """For what or when it is done: "for dinner", "when I visit India"."""
    purpose = Span(span.words[1:], span.bare[1:])
    has_verb = span.bare[0] == "to" and not (
        lexicon.definite | lexicon.indefinite | lexicon.own
    ).intersection(span.bare[1:2])
    return (
        span.bare[0] in lexicon.introduces
        and (not has_verb or is_harmless(purpose, lexicon))
        and is_told(span, lexicon)
    )


def is_case(span: Span, lexicon: Lexicon) -> bool:
    """What stands behind "if" and "when": a clause of its own."""
    return len(span.words) >= 2 and is_told(span, lexicon)


def is_tail(span: Span, lexicon: Lexicon) -> bool:
    """The rest of a clause whose beginning the form has said."""
    return (
        span.bare[0] not in lexicon.verbs | lexicon.joins
        and not (lexicon.points_back - {"there"}).intersection(span.bare[:1])
        and is_told(span, lexicon)
    )


def is_told(span: Span, lexicon: Lexicon) -> bool:
    """Words that stood so in the prompt: only their ends and their pointers count."""
    return (
        len(span.words) <= _MAX_ACT_WORDS
        and span.bare[-1] not in lexicon.not_last
        and not points_outside(span, lexicon)
        and not asks_more(span, lexicon.not_first_act | lexicon.requests, lexicon)
        and not any(
            word.endswith(",") and not after[:1].isupper()  # but "in Boppard, Germany"
            for word, after in pairwise(span.words)
        )
    )
