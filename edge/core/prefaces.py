"""Tell a phrase of the model's own from the text that it was asked to continue.

"Sure! Here is the rest:" is what models say to a person who asks them to go on, and the reader
would find it in the middle of a sentence. It is cut only where it cannot be the text:

- where a sentence was left standing and the leg begins another one without so much as a space,
  assent will do ("Of course!"), or a clause that *resumes*: it opens as such clauses do, names the
  going on, and ends at once ("Let me continue the explanation.");
- elsewhere only a clause that speaks of the reply itself ("the rest of my answer:", "from where I
  left off:"), if it came without its space too, or behind assent, or says where it goes on from.

What an honest answer may say ("Let's continue with the second step:") is neither.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from edge.core.preface_words import (
    APOLOGIES,
    APOLOGY,
    ASSENT,
    ASSENT_IN_FRONT,
    GOING_ON,
    HANDS_OVER_WIDE,
    OF_THE_REPLY,
    OPENING,
    WHERE,
)

LOOK_CHARS = 200
_CLAUSE_CHARS = 120
_WAITS_AT = " \t\n.…"

_ENDS = ".!?…:;。！？؟।"
_CLOSERS = "\"'”’»)]*_`」』）"
_OPENERS = "\"'“„«‹([{*_`#>|-–—/\\@$（「『【"  # behind one of these no space is missing
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")

_ANY_CASE = re.IGNORECASE
_MARKS = re.compile(r"[*_\[(（【]{0,3}")
_AGREES = re.compile(
    rf"(?:{ASSENT_IN_FRONT})(?:[!.,:;…—–！。，：、]+\s*|\s+)|{APOLOGY}[.!:]+\s*", _ANY_CASE
)
_AGREES_ALONE = re.compile(
    rf"(?:{ASSENT})(?:[!.…]+(?=\s)|[！。]|(?=\n))|{APOLOGY}[.!]+(?=\s)", _ANY_CASE
)
_CLAUSE = re.compile(
    rf"(?:{OPENING})[^\n:：!?。！？…]{{0,{_CLAUSE_CHARS}}}?"
    r"(?:[:.!…]+[*_\])]{0,3}(?=\s|$)|[：。！】）]+|(?=\n))",
    _ANY_CASE,
)
_OVER = re.compile(r"[\n:：!?。！？…]|\.\s")
_GOING_ON = re.compile(GOING_ON, _ANY_CASE)
_OF_THE_REPLY = re.compile(OF_THE_REPLY, _ANY_CASE)
_WHERE = re.compile(WHERE, _ANY_CASE)
_HANDS_OVER_WIDE = re.compile(HANDS_OVER_WIDE)
_BEHIND = re.compile(r"(?:\s*\n\s*|[ \t]?)(?:(?:\.{3,}|…)\s*)?")  # one space belongs to it
_BEHIND_IN_CODE = re.compile(r"\s*(?=\n)|[ \t]?")
_FIRST_WORDS = (*f"{ASSENT_IN_FRONT}|{OPENING}".split("|"), *APOLOGIES)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text broke off."""

    is_inside: bool  # a sentence, or code
    is_code: bool
    needs_space: bool  # before another word

    @classmethod
    def behind(cls, text: str, is_code: bool) -> Place:
        is_inside = is_code or text.rstrip(_CLOSERS)[-1:] not in _ENDS
        return cls(is_inside, is_code, text[-1:] not in _OPENERS)


def find_preface(said: str, place: Place, is_final: bool = False) -> int | None:
    """How many of a leg's first characters are a preface; None while that hangs on more."""
    words = said.lstrip()
    look = words[:LOOK_CHARS].replace("’", "'")
    may_grow = not is_final and len(said) < 2 * LOOK_CHARS and len(words) < LOOK_CHARS
    begin = _skip(_MARKS, look, 0)
    first = look[begin : begin + 1]
    if first and not first.isupper() and not _WIDE.match(first):
        return 0
    if may_grow and _may_begin(look[begin:]):
        return None
    # scripts without spaces tell nothing by the lack of one
    is_glued = len(words) == len(said) and place.needs_space and first.isupper()
    end = _end_of_clause(look, begin, place, is_glued, may_grow)
    if end == 0 and is_glued and place.is_inside and (alone := _AGREES_ALONE.match(look, begin)):
        end = alone.end()
    if not end:
        return end
    end = _skip(_BEHIND_IN_CODE if place.is_code else _BEHIND, look, end)
    return None if may_grow and not look[end:].strip(_WAITS_AT) else len(said) - len(words) + end


def _end_of_clause(
    look: str, begin: int, place: Place, is_glued: bool, may_grow: bool
) -> int | None:
    """Behind a clause that resumes, or 0; None while it may yet become one."""
    agrees = _AGREES.match(look, begin)
    at = agrees.end() if agrees else begin
    clause = _CLAUSE.match(look, at)
    if may_grow and (clause is None or clause.end() == len(look)):
        waits = clause or _may_be_clause(look[at:])
        return None if waits else 0
    is_cut_off = agrees is not None and agrees.group().rstrip()[-1] in ".!…" and look[at].islower()
    if clause is None or is_cut_off:
        return 0
    told = clause.group()
    if look.startswith("\n", clause.end()):
        told += "\n"
    return clause.end() if _resumes(told, place, is_glued, agrees is not None) else 0


def _resumes(clause: str, place: Place, is_glued: bool, agrees: bool) -> bool:
    if is_glued and place.is_inside:
        return (agrees or " " in clause) and _GOING_ON.search(clause) is not None
    says_where = _WHERE.search(clause) is not None
    hands_over = clause.endswith("\n") or clause.rstrip(" *_)]）】")[-1:] in ":："
    if not (hands_over or (is_glued and says_where)):
        return False
    is_out_of_place = is_glued or (place.is_inside and _HANDS_OVER_WIDE.match(clause))
    is_certain = is_out_of_place or agrees or says_where
    return bool(is_certain) and _OF_THE_REPLY.search(clause) is not None


def _may_begin(look: str) -> bool:
    return any(first.startswith(look.lower()) for first in _FIRST_WORDS)


def _may_be_clause(rest: str) -> bool:
    words = rest.lower()
    if _OVER.search(rest) or len(rest) > _CLAUSE_CHARS:
        return False
    return any(first.startswith(words) or words.startswith(first) for first in _FIRST_WORDS)


def _skip(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at
