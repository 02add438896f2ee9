"""How likely each of some labels is after a prompt: for a classifier, which decodes nothing.

A label's log-probability is the sum of its tokens'. What comes first after the prompt tells those
of all labels' first tokens at once, so labels of one token cost nothing but the prompt. For
longer ones the beginnings they share are fed token by token, each once, depth first: on the
way from one to the next the tokens that they do not share are taken back.
"""

from __future__ import annotations

from collections.abc import Sequence

from edge.core.types import Extra, FinishReason
from local_models.llama import Model
from local_models.llama_context import Output
from local_models.replies import Move, log_sum

SCORES = "scores"  # the member of `Extra` that holds them, in the order of the labels


class ScoreReply:
    def __init__(self, model: Model, labels: Sequence[str]) -> None:
        self._labels = [tuple(model.tokenize(label, parse_special=False)) for label in labels]
        begun = {label[:size] for label in self._labels for size in range(len(label))}
        self._ways = sorted(begun)  # so each comes behind the one it goes on from
        self._at = 0
        self._scores = [0.0] * len(self._labels)
        self.longest = max(map(len, self._labels))
        self.spoken = 0

    def begin(self) -> Move:
        return Move()

    def hear(self, output: Output) -> Move:
        way = self._ways[self._at]
        logits = output.logits
        total = log_sum(logits)
        for index, label in enumerate(self._labels):
            if len(label) > len(way) and label[: len(way)] == way:
                self._scores[index] += float(logits[label[len(way)]]) - total
        self._at += 1
        if self._at == len(self._ways):
            return Move((Extra({SCORES: self._scores}),), stop=FinishReason.STOP)
        after = self._ways[self._at]
        return Move(feed=after[-1:], take_back=len(way) + 1 - len(after))

    def close(self) -> None:
        """Holds nothing."""
