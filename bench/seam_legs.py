"""How the next leg speaks, once a reply broke: six ways, as hosts and models have been seen to.

Each is drawn at random, from one generator, and knows the whole text; what it says is right if
the reader ends up with that text.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from edge.core.marks import open_fence
from edge.core.seams import anchor_of

PREFACES = (
    "Sure! ",
    "Of course. Here is the rest:\n\n",
    "Continuing from where I left off: ",
    "...",
    "Certainly, here's the continuation:\n",
    "Natürlich. ",
    "> ",
    "",
)
_RESUMING = (
    "Of course, here is the rest:\n\n",
    "Sure! Continuing from where it stopped: ",
    "Certainly, here's the continuation:\n",
    "Sorry about that! I'll continue right where I left off:\n\n",
    "Natürlich, hier ist der Rest:\n\n",
    "Bien sûr, voici la suite : ",
    "Por supuesto, aquí está el resto:\n",
    "好的，以下是剩余的部分：\n",
)
_OTHER_QUOTES = str.maketrans({"“": '"', "”": '"', "’": "'", "—": "-", "–": "-", "…": "..."})
_CURLY = str.maketrans({"'": "’", "-": "–"})
_BEHIND_SENTENCE = re.compile(r"[.!?]$")
_BLOCK_START = re.compile(r"[-*] |\d+\. |```")
_WORDS_APART = re.compile(r" [^\s\u3000-\u9fff]")
_FENCE_OPENER = re.compile(r"^```\w+$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Seam:
    """A text, cut: `prefix` is what the reader has, `said` what the next leg says, whose first
    leg's words began at `starts`. `is_loose`: it changed the white space of its own words."""

    prefix: str
    truth: str
    said: str
    starts: tuple[int, ...] = (0,)
    anchor: str = ""
    is_loose: bool = False


Leg = Callable[[random.Random, str, str], Seam]


def continues(dice: random.Random, text: str, prefix: str) -> Seam:
    """Goes on; half of them were asked to repeat an anchor, and did not care."""
    anchor = anchor_of(prefix) if dice.random() < 0.5 else ""
    return Seam(prefix, text, text[len(prefix) :], anchor=anchor)


def echoes(dice: random.Random, text: str, prefix: str) -> Seam:
    """Says again all that it was given, or only the last words of it."""
    said = prefix
    if dice.random() < 0.3:
        said = prefix[prefix.rfind(" ", 0, max(0, len(prefix) - dice.randint(30, 90))) + 1 :]
    return Seam(prefix, text, said + text[len(prefix) :])


def anchors(dice: random.Random, text: str, prefix: str) -> Seam:
    """Repeats the anchor as asked, behind a phrase of its own, in quotes, or with more."""
    anchor = anchor_of(prefix)
    told = anchor
    match dice.randrange(4):
        case 0:
            told = f'"{anchor}"'
        case 1:
            told = prefix[max(0, len(prefix) - dice.randint(40, 120)) :]
    said = dice.choice(PREFACES) + told + text[len(prefix) :]
    return Seam(prefix, text, said, anchor=anchor)


def restarts(dice: random.Random, text: str, prefix: str) -> Seam:
    """Begins the answer again, word for word, behind an opening that another leg wrote."""
    opening = dice.choice(("", "Let's look at this. ", "Here is what matters most: "))
    starts = (0, len(opening)) if opening else (0,)
    return Seam(opening + prefix, opening + text, text, starts)


def changes(dice: random.Random, text: str, prefix: str) -> Seam:
    """Alters white space, quotes, dashes, marks or case of what it repeats; drops the space
    behind a sentence; opens again what is open."""
    rest = text[len(prefix) :]
    if dice.random() < 0.3 and (again := _opened_again(prefix, rest)) is not None:
        return Seam(prefix, text, again, is_loose=True)
    if dice.random() < 0.3 and _BEHIND_SENTENCE.search(prefix) and _begins_sentence(rest):
        return Seam(prefix, text, rest.lstrip(), is_loose=True)
    if dice.random() < 0.5:
        return Seam(prefix, text, _varied(dice, prefix) + rest)
    anchor = anchor_of(prefix)
    return Seam(prefix, text, dice.choice(PREFACES) + _varied(dice, anchor) + rest, anchor=anchor)


def resumes(dice: random.Random, text: str, prefix: str) -> Seam:
    """Says that it goes on before it does, and drops the space between two words; where there
    is none, it simply goes on."""
    rest = text[len(prefix) :]
    if _WORDS_APART.match(rest) is None or open_fence(prefix) is not None:
        return continues(dice, text, prefix)
    return Seam(prefix, text, dice.choice(_RESUMING) + rest[1:], is_loose=True)


LEGS: Mapping[str, Leg] = {
    "continues": continues,
    "echoes": echoes,
    "anchors": anchors,
    "restarts": restarts,
    "changes": changes,
    "resumes": resumes,
}


def deltas(dice: random.Random, text: str) -> list[str]:
    """Whole, by characters, or in pieces of up to a dozen."""
    longest = dice.choice((1, 4, 12, len(text) or 1))
    said: list[str] = []
    at = 0
    while at < len(text):
        size = dice.randint(1, longest) if longest < len(text) else longest
        said.append(text[at : at + size])
        at += size
    return said


def _varied(dice: random.Random, text: str) -> str:
    """Told again as a model would that copies words, not characters."""
    told = text
    if dice.random() < 0.4:
        told = re.sub(r"\s+", dice.choice((" ", "\n", "  ")), told)
    if dice.random() < 0.4:
        told = told.translate(dice.choice((_OTHER_QUOTES, _CURLY)))
    if dice.random() < 0.4:
        told = re.sub(r"\*\*|`", "", told[:-4]) + told[-4:]
    if dice.random() < 0.2:
        told = told[:1].swapcase() + told[1:]
    return told


def _begins_sentence(rest: str) -> bool:
    """A sentence or an item, told by its first characters alone."""
    words = rest.lstrip()
    return words != rest and (words[:1].isupper() or _BLOCK_START.match(words) is not None)


def _opened_again(prefix: str, rest: str) -> str | None:
    """The rest of a code block or of bold text, with its opening said once more."""
    before = prefix.rpartition("\n\n")[2]
    if prefix.count("```") % 2 == 1 and rest.startswith("\n") and prefix[-1] != "`":
        openers = _FENCE_OPENER.findall(prefix)
        return f"{openers[-1]}{rest}" if openers else None
    if before.count("**") % 2 == 1 and prefix[-1].isalnum() and re.match(r" \w", rest):
        return f" **{rest[1:]}"
    return None
