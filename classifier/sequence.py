"""Any sequence classifier as ONNX: a folder of `model.onnx`, `tokenizer.json` and `labels.json`.

Inputs are found by their names (`input_ids`, `attention_mask`, `token_type_ids`, `position_ids`),
outputs by those that `labels.json` gives (`classifier/head_table.py`). Weights are of whatever type
they are. Where an export has fixed the batch or the length, rows are made of that shape.

A model that does not fit its labels, or gives no numbers, is refused when it is loaded: it is run
once, on a word, and what comes out is looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from tokenizers import Encoding

from classifier.backend import Judgement
from classifier.head_table import ONLY, Heads, Outcome, read_heads
from classifier.model_error import ClassifierModelError
from classifier.onnx_file import open_session, run_fault
from classifier.readout import Numbers, read_out
from classifier.token_windows import Ids, Words, pad
from edge.core.types import Request
from edge.core.verdict import Kinds

MODEL, TOKENIZER, LABELS = "model.onnx", "tokenizer.json", "labels.json"
_LOGITS = "logits"
_INPUTS = ("input_ids", "attention_mask", "token_type_ids", "position_ids")


class SequenceClassifier:
    def __init__(self, folder: Path) -> None:
        """Raises `ClassifierModelError`."""
        self._path = folder / MODEL
        self._heads = read_heads(folder / LABELS)
        self._session = open_session(self._path)
        self._inputs = _known_inputs(self._path, self._session)
        self._batch, self._length = _fixed_shape(self._session)
        self._words = Words(folder / TOKENIZER, self._length)
        self._names = _output_names(folder / LABELS, self._session, self._heads)
        self._try_out(folder / LABELS)

    @property
    def heads(self) -> Heads:
        return self._heads

    def glance(self, request: Request, kinds: Kinds) -> Judgement | None:
        """Has none: all of it is asked."""
        return None

    def judge(self, requests: Sequence[Request]) -> list[Judgement]:
        return self.judge_texts([request.last_user_text for request in requests])

    def judge_texts(self, texts: Sequence[str]) -> list[Judgement]:
        return read_out(self._run([self._words.encode(text) for text in texts]), self._heads)

    def _run(self, texts: Sequence[Encoding]) -> dict[str, Numbers]:
        size = self._batch or len(texts)
        parts = [self._run_batch(texts[at : at + size]) for at in range(0, len(texts), size)]
        return {
            outcome.output: np.concatenate([part[outcome.output] for part in parts])
            for outcome in self._heads.outcomes
        }

    def _run_batch(self, texts: Sequence[Encoding]) -> dict[str, Numbers]:
        count = len(texts)
        rows = [*texts, *(texts[-1] for _ in range((self._batch or count) - count))]
        feed = {name: self._feed(name, rows) for name in self._inputs}
        outputs = self._session.run([self._names[o.output] for o in self._heads.outcomes], feed)
        return {
            outcome.output: np.asarray(numbers)[:count]
            for outcome, numbers in zip(self._heads.outcomes, outputs, strict=True)
        }

    def _feed(self, name: str, rows: Sequence[Encoding]) -> Any:
        least = self._length or 0
        ids = [row.ids for row in rows]
        values: Ids
        match name:
            case "input_ids":
                values = pad(ids, self._words.pad, least)
            case "attention_mask":
                values = pad([[1] * len(row) for row in ids], 0, least)
            case "token_type_ids":
                values = pad([row.type_ids for row in rows], 0, least)
            case _:
                longest = max(least, *map(len, ids))
                values = np.broadcast_to(np.arange(longest), (len(ids), longest))
        return values.astype(self._inputs[name])

    def _try_out(self, labels: Path) -> None:
        try:
            outputs = self._run([self._words.encode("hello")])
        except Exception as error:
            if fault := run_fault(error):
                raise ClassifierModelError(f"{self._path}: does not run: {fault}") from error
            raise
        for outcome in self._heads.outcomes:
            _check_output(outputs[outcome.output], outcome, self._path, labels)


def _known_inputs(path: Path, session: onnxruntime.InferenceSession) -> dict[str, type]:
    """What to feed, and as what integers."""
    types: dict[str, type] = {}
    for each in session.get_inputs():
        if each.name not in _INPUTS:
            raise ClassifierModelError(
                f"{path}: nothing is known to feed its input {each.name}; known are"
                f" {', '.join(_INPUTS)}"
            )
        types[each.name] = np.int32 if each.type == "tensor(int32)" else np.int64
    if "input_ids" not in types:
        raise ClassifierModelError(f"{path}: has no input input_ids")
    return types


def _fixed_shape(session: onnxruntime.InferenceSession) -> tuple[int | None, int | None]:
    """Batch and length; None: any."""
    (shape,) = (each.shape for each in session.get_inputs() if each.name == "input_ids")
    batch, length = (size if isinstance(size, int) else None for size in shape)
    return batch, length


def _output_names(
    labels: Path, session: onnxruntime.InferenceSession, heads: Heads
) -> dict[str, str]:
    """What the model calls the outputs that the labels name."""
    names = [output.name for output in session.get_outputs()]
    wanted = [outcome.output for outcome in heads.outcomes]
    if wanted == [ONLY]:
        if len(names) > 1 and _LOGITS not in names:
            raise ClassifierModelError(
                f"{labels}: does not say which output it means: {MODEL} has {', '.join(names)}"
            )
        return {ONLY: _LOGITS if _LOGITS in names else names[0]}
    for name in wanted:
        if name not in names:
            raise ClassifierModelError(
                f"{labels}: {name}: {MODEL} has no such output; it has {', '.join(names)}"
            )
    return {name: name for name in wanted}


def _check_output(numbers: Numbers, outcome: Outcome, model: Path, labels: Path) -> None:
    key = f"{outcome.output}.labels" if outcome.output else "labels"
    if numbers.ndim != 2:
        raise ClassifierModelError(
            f"{model}: {outcome.output or 'its output'} has {numbers.ndim} dimensions, where a"
            " sequence classifier's has 2: texts and labels"
        )
    if numbers.shape[1] != len(outcome.labels):
        raise ClassifierModelError(
            f"{labels}: {key}: {len(outcome.labels)} of them, and the model gives"
            f" {numbers.shape[1]} numbers"
        )
    if not np.isfinite(numbers).all():
        raise ClassifierModelError(
            f"{model}: {outcome.output or 'its output'} is NaN or infinite for a plain word"
        )
