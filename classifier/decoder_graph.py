"""A causal language model in ONNX, as Optimum and others export it: with or without a past.

    input_ids, attention_mask, position_ids,       ┌───────┐   logits,
    past_key_values.0.key, ...0.value, ...1.key ─► │ model │ ─► present.0.key, ...0.value, ...1.key
                                                   └───────┘

With a past, what all prompts begin with is read once and kept where it was computed, on the GPU if
there is one: as many rows of it as there are prompts in a pass. Without, each pass reads it again.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from classifier.model_error import ClassifierModelError
from classifier.onnx_file import on_gpu, open_session
from classifier.token_windows import pad

LABELS = "labels.json"
LOGITS = "logits"
_KNOWN = ("input_ids", "attention_mask", "position_ids")
_PAST, _PRESENT = "past", "present"
_TYPES: dict[str, Any] = {"tensor(float)": np.float32, "tensor(float16)": np.float16}

Past = dict[str, onnxruntime.OrtValue]  # by the name of the input


class DecoderGraph:
    def __init__(self, path: Path, beginning: Sequence[int]) -> None:
        """`beginning`: what every prompt begins with. Raises `ClassifierModelError`."""
        self._path = path
        self._session = open_session(path)
        self._device = "cuda" if on_gpu(self._session) else "cpu"
        self._beginning = list(beginning)
        self._inputs = {each.name: each for each in self._session.get_inputs()}
        self._presents = self._pair()
        self._pasts: dict[int, Past] = {}
        for name in self._inputs:
            if name not in (*_KNOWN, *self._presents):
                raise self._fault(f"nothing is known to feed its input {name}")
        if "input_ids" not in self._inputs:
            raise self._fault("has no input input_ids")
        self.logits_type = self._logits_type()

    @property
    def has_past(self) -> bool:
        return bool(self._presents)

    @property
    def known(self) -> int:
        """Tokens before the first that `run` is given a position for."""
        return 0 if self.has_past else len(self._beginning)

    def run(self, rows: Sequence[Sequence[int]]) -> onnxruntime.OrtValue:
        """The logits behind each token of each row; without a past, of the beginning too."""
        if not self.has_past:
            return self._run([[*self._beginning, *row] for row in rows], {}, 0, [LOGITS])[0]
        count = len(rows)
        if count not in self._pasts:
            self._pasts[count] = self._read_beginning(count)
        return self._run(rows, self._pasts[count], len(self._beginning), [LOGITS])[0]

    def _read_beginning(self, count: int) -> Past:
        empty = {name: self._empty(name, count) for name in self._presents}
        names = list(self._presents.values())
        presents = self._run([self._beginning] * count, empty, 0, names)
        return dict(zip(self._presents, presents, strict=True))

    def _run(
        self, rows: Sequence[Sequence[int]], past: Past, before: int, outputs: Sequence[str]
    ) -> list[onnxruntime.OrtValue]:
        binding = self._session.io_binding()
        for name, array in self._plain_feeds(rows, before).items():
            binding.bind_cpu_input(name, array)
        for name, value in past.items():
            binding.bind_ortvalue_input(name, value)
        for name in outputs:
            binding.bind_output(name, self._device)
        self._session.run_with_iobinding(binding)
        return list(binding.get_outputs())

    def _plain_feeds(self, rows: Sequence[Sequence[int]], before: int) -> dict[str, NDArray[Any]]:
        """A filled-up place at a row's end is seen by none of its tokens; the mask says so too."""
        ids = pad(rows, 0)
        length = ids.shape[1]
        positions = np.broadcast_to(np.arange(before, before + length), ids.shape)
        feeds = {
            "input_ids": ids,
            "attention_mask": pad([[1] * (before + len(row)) for row in rows], 0),
            "position_ids": np.ascontiguousarray(positions, np.int64),
        }
        return {name: self._typed(name, array) for name, array in feeds.items() if self._has(name)}

    def _typed(self, name: str, array: NDArray[Any]) -> NDArray[Any]:
        return array.astype(np.int32) if self._inputs[name].type == "tensor(int32)" else array

    def _has(self, name: str) -> bool:
        return name in self._inputs

    def _empty(self, name: str, count: int) -> onnxruntime.OrtValue:
        each = self._inputs[name]
        _, heads, _, width = each.shape
        return onnxruntime.OrtValue.ortvalue_from_shape_and_type(
            [count, heads, 0, width], _TYPES[each.type], self._device
        )

    def _pair(self) -> dict[str, str]:
        """The output that each input of the past is taken from: what stands behind the first dot
        is the same."""
        outputs = {
            output.name.partition(".")[2]: output.name
            for output in self._session.get_outputs()
            if output.name.startswith(_PRESENT)
        }
        pairs = {}
        for name, each in self._inputs.items():
            if not name.startswith(_PAST):
                continue
            present = outputs.get(name.partition(".")[2])
            if present is None:
                raise self._fault(f"no output {_PRESENT} that goes on with its input {name}")
            if each.type not in _TYPES:
                raise self._fault(f"its input {name} is a {each.type}: float or float16 is needed")
            if len(each.shape) != 4 or not all(isinstance(each.shape[at], int) for at in (1, 3)):
                raise self._fault(f"its input {name} is not of texts, heads, tokens and width")
            pairs[name] = present
        return pairs

    def _logits_type(self) -> str:
        for output in self._session.get_outputs():
            if output.name == LOGITS and len(output.shape) == 3:
                if output.type not in _TYPES:
                    raise self._fault(f"its logits are a {output.type}: float or float16 is needed")
                return str(output.type)
        raise self._fault(
            f"has no {LOGITS} of texts, tokens and words, so it is no causal language model; a"
            f" sequence classifier needs a {LABELS} beside it"
        )

    def _fault(self, what: str) -> ClassifierModelError:
        return ClassifierModelError(f"{self._path}: {what}")
