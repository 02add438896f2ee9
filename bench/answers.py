"""What the simulator says: texts written for this project, and how to go on from a beginning.

A prompt always gets the same answer: the text whose keywords it names most, else one picked by a
hash; a few short lists go only to those who ask for them. A platform that continues a trailing
assistant message needs to know where in its answer that message ends; `rest_of` finds out, whether
the message is the answer's own beginning (cut anywhere, in the middle of a word too) or somebody
else's opening, with or without more behind it.
"""

from __future__ import annotations

import functools
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

_TEXTS = Path(__file__).parent / "texts"
_SENTENCE_ENDS = ".!?:\u2026\u3002\uff01\uff1f\uff1a\"'\u201d)*"
_WIDE_ENDS = "\u3002\uff01\uff1f\uff1a\u300d"  # no space follows them
_BLOCK = re.compile(r"#|[-*+] |\d+\. |\||```|>")
_CERTAIN = 20  # characters in common that are no coincidence

# A blank and a word of up to six letters, else a run of it; one of our script's signs; a line
# break; one mark. What a tokenizer makes of a text, near enough, and never half a character.
_PIECE = re.compile(r" ?[A-Za-z\u00c0-\u024f]{1,6}|\d{1,3}|[\u3400-\u9fff]{1,2}|\s+?|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Answer:
    name: str
    keywords: tuple[str, ...]
    text: str

    def relevance(self, prompt: str) -> int:
        return sum(_names(prompt, keyword) for keyword in self.keywords)


@functools.cache
def answers() -> tuple[Answer, ...]:
    """All of them, by name."""
    return tuple(_load(path) for path in sorted(_TEXTS.glob("*.md")))


def answer_to(prompt: str) -> Answer:
    folded = prompt.casefold()
    best = max((*answers(), *_lists()), key=lambda answer: answer.relevance(folded))
    return best if best.relevance(folded) else answers()[_stable_hash(prompt) % len(answers())]


def shortened(text: str, tokens: float) -> str:
    """The text up to the end of the paragraph that is nearest to `tokens` pieces."""
    best, distance = text, abs(len(pieces(text)) - tokens)
    for gap in re.finditer(r"\n\n", text):
        start = text[: gap.start()]
        inside_fence = start.count("```") % 2 == 1
        if not inside_fence and abs(len(pieces(start)) - tokens) < distance:
            best, distance = start, abs(len(pieces(start)) - tokens)
    return best


def lengthened(text: str, tokens: int) -> str:
    """Exactly `tokens` pieces: cut short, or followed by the other texts, again and again."""
    said = pieces(text)
    while len(said) < tokens:
        for answer in answers():
            said += pieces("\n\n" + answer.text)
    return "".join(said[:tokens])


def rest_of(answer: str, prefix: str) -> str:
    """What is still to be said once `prefix` has been."""
    if answer.startswith(prefix):
        return answer[len(prefix) :]
    if told := _told_at_end(answer, prefix):
        return answer[told:]
    return _joint(prefix, answer) + answer


def pieces(text: str) -> list[str]:
    """Token-like pieces that make up the text exactly."""
    return _PIECE.findall(text)


@functools.cache
def _lists() -> tuple[Answer, ...]:
    """What `prelude probe` asks for."""
    return tuple(_load(path) for path in sorted((_TEXTS / "lists").glob("*.md")))


def _load(path: Path) -> Answer:
    head, _, text = path.read_text(encoding="utf-8").partition("\n\n")
    keywords = head.removeprefix("keywords:").split(",")
    return Answer(
        path.stem, tuple(keyword.strip().casefold() for keyword in keywords), text.strip()
    )


def _names(prompt: str, keyword: str) -> bool:
    if not keyword.isascii() and not re.search(r"[a-z]", keyword):
        return keyword in prompt  # scripts that put no space between words
    return re.search(rf"\b{re.escape(keyword)}\b", prompt) is not None


def _stable_hash(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big")


def _told_at_end(answer: str, prefix: str) -> int:
    """How much of the answer's beginning the end of a longer prefix is; 0 for none."""
    for told in range(min(len(answer), len(prefix) - 1), 0, -1):
        if prefix.endswith(answer[:told]):
            before = prefix[:-told]
            if told >= _CERTAIN or before.rstrip()[-1:] in _SENTENCE_ENDS:
                return told
    return 0


def _joint(prefix: str, answer: str) -> str:
    if prefix[-1].isspace():
        return ""
    if _BLOCK.match(answer):
        return "\n\n"
    if prefix[-1] not in _SENTENCE_ENDS:
        return "\u2026\n\n"  # a half sentence that only its author could finish
    return "" if prefix[-1] in _WIDE_ENDS else " "
