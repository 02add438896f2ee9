"""A causal language model in ONNX as a classifier: `model.onnx` and `tokenizer.json` of a folder.

What it is asked: `classifier/zero_shot.py`. One pass reads a text and both cues. A word is known by
its first token, so the first tokens of the words must differ.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from classifier.backend import Judgement
from classifier.decoder_graph import DecoderGraph
from classifier.label_reader import LabelReader
from classifier.model_error import ClassifierModelError
from classifier.onnx_file import run_fault
from classifier.token_windows import Words
from classifier.zero_shot import (
    BALANCED,
    INSTRUCTION,
    LEVEL_CUE,
    LEVEL_LABELS,
    TASK_CUE,
    TASK_LABELS,
    Calibration,
    as_line,
)
from edge.core.types import Request
from edge.core.verdict import Kinds

MODEL, TOKENIZER = "model.onnx", "tokenizer.json"
_MOST_TOKENS = 384  # of a text
_MOST_ROWS = 4  # of a pass: the instruction is kept once for each number of them
_CLOSE = 0.1  # half precision rounds by less, and a row that is read wrongly is off by more

Scores = tuple[Sequence[float], Sequence[float]]  # of the tasks' and of the levels' words


class Decoder:
    def __init__(self, folder: Path, temperature: float = 1.0) -> None:
        """Raises `ClassifierModelError`."""
        tokenizer = folder / TOKENIZER
        self._words = Words(tokenizer)
        self._level_cue, levels = _tokens_of(tokenizer, self._words, LEVEL_CUE, LEVEL_LABELS)
        self._task_cue, tasks = _tokens_of(tokenizer, self._words, TASK_CUE, TASK_LABELS)
        beginning = [*self._words.opening(), *self._words.plain(INSTRUCTION)]
        self._graph = DecoderGraph(folder / MODEL, beginning)
        self._reader = LabelReader(self._graph.logits_type, (*tasks, *levels))
        self._rows = 1  # of a pass
        of_balanced = self._first_scores(folder / MODEL)
        self._calibration = Calibration(of_balanced, temperature)
        self._rows = self._rows_that_agree(of_balanced)

    @property
    def has_past(self) -> bool:
        """Whether the instruction is read once, and not with every text."""
        return self._graph.has_past

    def glance(self, request: Request, kinds: Kinds) -> Judgement | None:
        """Has none: all of it is asked."""
        return None

    def judge(self, requests: Sequence[Request]) -> list[Judgement]:
        return self.judge_texts([request.last_user_text for request in requests])

    def judge_texts(self, texts: Sequence[str]) -> list[Judgement]:
        return [self._calibration.judge(*scores) for scores in self.score(texts)]

    def score(self, texts: Sequence[str]) -> list[Scores]:
        """How the words of the tasks and of the levels compare, for each text."""
        parts = (texts[at : at + self._rows] for at in range(0, len(texts), self._rows))
        return [scores for part in parts for scores in self._score_part(part)]

    def _score_part(self, texts: Sequence[str]) -> list[Scores]:
        rows, places = [], []
        for number, text in enumerate(texts):
            read = [*self._words.window(as_line(text), _MOST_TOKENS), *self._level_cue]
            rows.append([*read, *self._task_cue])
            known = self._graph.known
            places += [(number, known + len(row) - 1) for row in (rows[-1], read)]
        numbers = self._reader.read(self._graph.run(rows), np.asarray(places, np.int64))
        tasks, levels = len(TASK_LABELS), len(LEVEL_LABELS)
        return [
            (of_task[:tasks].tolist(), of_level[tasks : tasks + levels].tolist())
            for of_task, of_level in zip(numbers[::2], numbers[1::2], strict=True)
        ]

    def _first_scores(self, model: Path) -> list[Scores]:
        """Those of the balanced texts, which show too whether the model runs."""
        try:
            scores = self.score(BALANCED)
        except Exception as error:
            if fault := run_fault(error):
                raise ClassifierModelError(f"{model}: does not run: {fault}") from error
            raise
        if not all(np.isfinite(numbers).all() for both in scores for numbers in both):
            raise ClassifierModelError(f"{model}: its logits are NaN or infinite for plain texts")
        return scores

    def _rows_that_agree(self, alone: Sequence[Scores]) -> int:
        """Some exports, with attention fused for decoding, read rows of unequal length wrongly."""
        self._rows = _MOST_ROWS
        together = self.score(BALANCED)
        agree = all(
            np.allclose(ours, theirs, rtol=_CLOSE, atol=_CLOSE)
            for both in zip(together, alone, strict=True)
            for ours, theirs in zip(*both, strict=True)
        )
        return _MOST_ROWS if agree else 1


def _tokens_of(
    tokenizer: Path, words: Words, cue: str, labels: Sequence[str]
) -> tuple[list[int], list[int]]:
    """Those of the cue, and the first one of each label behind it."""
    before = words.plain(cue)
    first: dict[int, str] = {}
    for label in labels:
        behind = words.plain(cue + label)[len(before) :]
        if not behind or behind[0] in first:
            other = f" from{first[behind[0]]}" if behind else ""
            raise ClassifierModelError(f"{tokenizer}: its first token does not tell{label}{other}")
        first[behind[0]] = label
    return before, list(first)
