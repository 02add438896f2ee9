"""Tell when a small model that answers is lost, before the reader sees it.

A plan may let the local model answer with hosted ones behind it. It is given up when its words
show that it cannot:

- it begins by refusing, or by saying that it does not know;
- it goes round in circles: one sentence twice in a row or three times in all (a refrain is said
  twice), or a few words over and over with no end of a sentence.

So its words are let through a sentence or a line at a time, each when it has been looked at. What
was shown stays, and the next model goes on from there.
"""

from __future__ import annotations

import re
from collections import Counter

from edge.core.passage import GivenUp
from edge.core.sentences import first_sentence_end

_SHORTEST = 16  # letters of a sentence that is not said again by chance
_MOST_TIMES = 2
_TAIL_CHARS = 240
_CYCLE_TIMES = 4
_LONGEST_CYCLE = _TAIL_CHARS // _CYCLE_TIMES
_SHORTEST_CYCLE = 3  # a rule of dashes or dots is none
_NOT_LETTERS = re.compile(r"[\W\d_]+")
# As the first words of an answer, told of oneself: "I'm sorry to hear that" is none.
_GIVES_UP = re.compile(
    r"\W*(?:"
    r"(?:i(?:'m| am) )?(?:very |so |really )?sorry(?! to hear| for your| about your| you)"
    r"|my apologies|unfortunately,? i (?:can|don|do not)"
    r"|i (?:can(?:'t|not)|could(?:n't| not)) (?:answer|help|do|assist|provide|give|tell|access"
    r"|fulfill|discuss)|i(?:'m| am) (?:unable|not (?:able|sure|certain|familiar))"
    r"|i do(?:n't| not) (?:know|have|understand)|as an? (?:ai|language model)"
    r"|(?:es )?tut mir leid|ich kann (?:das |dir |ihnen |diese \w+ )?(?:leider )?nicht"
    r"|ich weiß (?:es |das )?(?:leider )?nicht|als (?:ki|sprachmodell)"
    r"|(?:je suis )?désolée?|je ne (?:peux|sais) pas|en tant qu'(?:ia|assistant)"
    r"|lo siento|no puedo|no sé|como (?:ia|modelo)|mi dispiace|non posso|non so\b"
    r"|(?:me )?desculp|não (?:posso|sei)|申し訳|できません|わかりません"
    r"|抱歉|对不起|我(?:无法|不能|不知道)|作为(?:一个)?(?:ai|人工智能|语言模型)"
    r")",
    re.IGNORECASE,
)


class Watched:
    """The words of a local model that somebody stands behind."""

    joins = corrects = left_out = False

    def __init__(self) -> None:
        self._held = ""
        self._times: Counter[str] = Counter()
        self._last = ""
        self._tail = ""

    def feed(self, text: str) -> str:
        self._held += text
        ready: list[str] = []
        while (end := self._end()) is not None:
            fault = self._fault_of(self._held[:end])
            if fault and ready:
                break  # what is good goes out first; the rest is looked at again
            if fault:
                raise GivenUp(fault)
            ready.append(self._pass(end))
        return "".join(ready)

    def close(self) -> str:
        self.feed("")  # looks again at what was left of the last words
        if fault := self._fault_of(self._held):
            raise GivenUp(fault)
        return self._pass(len(self._held))

    def _end(self) -> int | None:
        line = self._held.find("\n", len(self._held) - len(self._held.lstrip()))
        sentence = first_sentence_end(self._held)
        ends = [end for end in (line + 1 or None, sentence) if end is not None]
        return min(ends, default=None)

    def _pass(self, end: int) -> str:
        sentence, self._held = self._held[:end], self._held[end:]
        self._tail = (self._tail + sentence)[-_TAIL_CHARS:]
        if letters := _letters(sentence):
            self._times[letters] += 1
            self._last = letters
        return sentence

    def _fault_of(self, sentence: str) -> str | None:
        if not self._tail and _GIVES_UP.match(sentence.replace("\u2019", "'")):
            return "it cannot answer, and says so"
        letters = _letters(sentence)
        is_told = len(letters) >= _SHORTEST and (
            letters == self._last or self._times[letters] >= _MOST_TIMES
        )
        if is_told or _goes_round(self._tail + sentence):
            return "it goes round in circles"
        return None


def _letters(sentence: str) -> str:
    return _NOT_LETTERS.sub("", sentence).casefold()


def _goes_round(tail: str) -> bool:
    """Whether a text ends in a few words said over and over."""
    for length in range(_SHORTEST_CYCLE, _LONGEST_CYCLE + 1):
        cycle = tail[-length:]
        if tail.endswith(cycle * _CYCLE_TIMES) and len(set(cycle)) >= _SHORTEST_CYCLE:
            return True
    return False
