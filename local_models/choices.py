"""A finite set of sentences as a grammar: a trie of tokens, walked one question at a time.

At a fork the model is asked which of the allowed tokens is likeliest; where only one
token is allowed nothing is asked, and such forced runs are fed in one go. As soon as one
sentence is left the walk is settled: its text is known, so the rest is never decoded. An
opening out of twenty sentences thus costs a handful of decode steps.

One sentence may be the beginning of another: `END` is then one of the options.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

END = -1  # "the sentence ends here", offered beside real tokens, which are never negative


@dataclass(slots=True)
class _Node:
    """`sentences`: the indexes of all that go through here; the one that ends here is `END`'s."""

    sentences: list[int] = field(default_factory=list)
    next: dict[int, _Node] = field(default_factory=dict)


class ChoiceWalk:
    """Where one reply stands in the trie of its sentences, each given as its tokens."""

    def __init__(self, sentences: Sequence[Sequence[int]]) -> None:
        """No two sentences may be the same. `lead`: the tokens that all of them begin with."""
        self._node = _build(sentences)
        self.lead = self._run()

    @property
    def settled(self) -> int | None:
        """The index of the only sentence left, if there is only one."""
        return self._node.sentences[0] if len(self._node.sentences) == 1 else None

    @property
    def options(self) -> tuple[int, ...]:
        """What may come next: tokens, and `END` where a sentence is complete."""
        return tuple(self._node.next)

    def take(self, option: int) -> list[int]:
        """Go there; returns the tokens to feed before the next question (none if settled)."""
        self._node = self._node.next[option]
        run = self._run()
        return [] if self.settled is not None else [option, *run]

    def _run(self) -> list[int]:
        """Walk on while there is nothing to ask; the tokens passed."""
        passed = []
        while self.settled is None and len(self._node.next) == 1:
            ((token, self._node),) = self._node.next.items()
            passed.append(token)
        return passed


def _build(sentences: Sequence[Sequence[int]]) -> _Node:
    root = _Node()
    for index, tokens in enumerate(sentences):
        node = root
        node.sentences.append(index)
        for token in (*tokens, END):
            node = node.next.setdefault(token, _Node())
            node.sentences.append(index)
    return root
