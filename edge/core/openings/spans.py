"""Which spans of a prompt may be said back to its author, and how.

A frame copies words it does not understand, so a span is judged by its small words alone, and
every rule leans towards silence. A name for a thing may hold no verb, may point at nothing outside
itself, and must end where it says it ends. A phrase for something to do was already one in the
prompt ("how do I *fix a flat tyre*"), so there only its ends and its pointers matter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import pairwise

from edge.core.openings import deeds, made, named, unsaid
from edge.core.openings.bank import Lexicon
from edge.core.openings.span import SIGNS, Span, bare

_MAX_CHARS = 140
_MAX_WORD_CHARS = 24
# Any letter is an x here. A dash that hangs on one word only is a slip or a list.
_SHAPE = re.compile(
    r"(?!.* -|.*[.,]\"|.*[x0-9]\"[x0-9])[x0-9\"'(&$#.][x0-9\"'()&$#%+/., -]*[x0-9\"')+%#]|x"
)

KINDS: Mapping[str, Callable[[Span, Lexicon], bool]] = {
    "thing": named.is_thing,
    "known": named.is_known,
    "topic": named.is_topic,
    "neutral": named.is_neutral,
    "concept": named.is_concept,
    "notion": named.is_notion,
    "concepts": named.is_concepts,
    "term": named.is_term,
    "name": named.is_name,
    "things": named.is_things,
    "single": named.is_single,
    "project": named.is_project,
    "quoted": named.is_quoted,
    "choice": named.is_choice,
    "act": deeds.is_act,
    "doing": deeds.is_doing,
    "deed": deeds.is_deed,
    "errand": deeds.is_errand,
    "aside": deeds.is_aside,
    "case": deeds.is_case,
    "tail": deeds.is_tail,
    "plurals": named.is_plurals,
    "piece": made.is_piece,
    "pieces": made.is_pieces,
    "kind": made.is_kind,
    "ideas": made.is_ideas,
    "rest": unsaid.is_rest,
    "others": unsaid.is_others,
    "asked": unsaid.is_asked,
    "several": unsaid.is_several,
    "manner": unsaid.is_manner,
    "brief": unsaid.is_brief,
    "matter": unsaid.is_matter,
    "message": unsaid.is_message,
    "chore": unsaid.is_chore,
    "few": unsaid.is_few,
}
_UNSAID = frozenset(
    {"rest", "others", "asked", "several", "manner", "brief", "matter", "message", "chore", "few"}
)


def fill(kind: str, text: str, lexicon: Lexicon) -> str | None:
    """What to say for `text` in a slot of `kind`, or None if nothing should be said."""
    words = tuple(text.split())
    span = Span(words, tuple(bare(word, lexicon) for word in words))
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


def _is_clean(text: str, span: Span) -> bool:
    """Plain words, quotes and brackets that close, no shouting, no first of kings and wars."""
    shape = "".join("x" if char.isalpha() else char for char in text)
    shouted = sum(word.isupper() and len(word.strip(SIGNS)) > 3 for word in span.words)
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
    core = word.strip(SIGNS)
    small = core.lower()
    if small in lexicon.swaps:
        return word.replace(core, lexicon.swaps[small])
    if at < 2 and core.istitle() and small in lexicon.ideas | lexicon.pieces:
        return word.lower()  # "Ideas for ...", "a Haiku about ..."
    return word.replace(core, lexicon.capitals.get(core, core))
