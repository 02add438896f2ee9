"""Picks the numbers of a few labels out of a language model's logits, where those are.

A pass gives a number for each word of the vocabulary behind each token: 77 MB in half precision
for 300 tokens and 128,000 words. That need not be copied from a GPU to be looked at in 30 places:
a graph of two steps gathers those where the logits are.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from classifier.onnx_file import session_of

_OPSET, _FORMAT = 17, 8


class LabelReader:
    def __init__(self, logits_type: str, tokens: Sequence[int]) -> None:
        """`logits_type`: as ONNX Runtime names it; `tokens`: of the labels."""
        self._session = session_of(_graph(logits_type, tokens))

    def read(self, logits: onnxruntime.OrtValue, places: NDArray[np.int64]) -> NDArray[np.float32]:
        """For each place, a row and a position in it: the number of every label."""
        binding = self._session.io_binding()
        binding.bind_ortvalue_input("logits", logits)
        binding.bind_cpu_input("places", places)
        binding.bind_output("scores")
        self._session.run_with_iobinding(binding)
        scores: NDArray[np.float32] = binding.copy_outputs_to_cpu()[0]
        return scores


def _graph(logits_type: str, tokens: Sequence[int]) -> bytes:
    from onnx import TensorProto, helper  # imported where a causal model is loaded: it takes 0.3 s

    kind = {"tensor(float)": TensorProto.FLOAT, "tensor(float16)": TensorProto.FLOAT16}[logits_type]
    float32 = TensorProto.FLOAT
    nodes = [
        helper.make_node("GatherND", ["logits", "places"], ["words"]),
        helper.make_node("Gather", ["words", "tokens"], ["picked"], axis=1),
        helper.make_node("Cast", ["picked"], ["scores"], to=float32),
    ]
    graph = helper.make_graph(
        nodes,
        "labels",
        [
            helper.make_tensor_value_info("logits", kind, [None, None, None]),
            helper.make_tensor_value_info("places", TensorProto.INT64, [None, 2]),
        ],
        [helper.make_tensor_value_info("scores", float32, [None, len(tokens)])],
        [helper.make_tensor("tokens", TensorProto.INT64, [len(tokens)], list(tokens))],
    )
    opset = [helper.make_opsetid("", _OPSET)]
    model: Any = helper.make_model(graph, opset_imports=opset, ir_version=_FORMAT)
    data: bytes = model.SerializeToString()
    return data
