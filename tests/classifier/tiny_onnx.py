"""Small ONNX models, made in milliseconds: sequence classifiers and causal language models.

What a sequence classifier says is told by the words of the text: each adds its own row of numbers.
A causal model is a transformer with random weights, the same for the same `seed`; with or without a
past, it says the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer, models, pre_tokenizers, processors

from classifier.zero_shot import INSTRUCTION, LEVELS, WORDS

Rows = Mapping[str, Sequence[float]]  # by word: what it adds to each number

_SPECIAL = ("[UNK]", "[PAD]", "[CLS]", "[SEP]")
_LAYERS, _HEADS, _WIDTH, _MOST_POSITIONS = 2, 2, 16, 2048
_SPREAD = 0.5  # enough that some tokens are looked at more than others
_FLOATS = {"float32": TensorProto.FLOAT, "float16": TensorProto.FLOAT16}


def write_tokenizer(folder: Path, words: Sequence[str], *, most: int | None = None) -> list[str]:
    """A token for each word; returns all tokens in order. `most`: its own truncation."""
    tokens = [*_SPECIAL, *words]
    numbers = {token: number for number, token in enumerate(tokens)}
    tokenizer = Tokenizer(models.WordLevel(numbers, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    special = [(name, numbers[name]) for name in ("[CLS]", "[SEP]")]
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=special
    )
    if most is not None:
        tokenizer.enable_truncation(most)
    tokenizer.save(str(folder / "tokenizer.json"))
    return tokens


# -- sequence classifiers ----------------------------------------------------


@dataclass(frozen=True, slots=True)
class TinySequence:
    """`outputs`: by name, what each word adds. `fixed`: the batch and length of its export."""

    outputs: Mapping[str, Rows]
    kind: str = "float32"
    integers: int = TensorProto.INT64
    inputs: tuple[str, ...] = ("input_ids", "attention_mask")
    fixed: tuple[int, int] | None = None
    opset: int = 17


def write_sequence(folder: Path, model: TinySequence, words: Sequence[str], **more: Any) -> Path:
    """The tokenizer and the model, without its labels. `more`: as `onnx.save` takes it."""
    tokens = write_tokenizer(folder, words)
    shape = model.fixed or ("batch", "length")
    inputs = [helper.make_tensor_value_info(n, model.integers, shape) for n in model.inputs]
    nodes, outputs, weights = [], [], []
    kind = _FLOATS[model.kind]
    nodes.append(helper.make_node("Cast", ["attention_mask"], ["mask2"], to=kind))
    nodes.append(helper.make_node("Unsqueeze", ["mask2", "last"], ["mask"]))
    weights.append(numpy_helper.from_array(np.array([2]), "last"))
    weights.append(numpy_helper.from_array(np.array([1]), "middle"))
    for name, rows in model.outputs.items():
        size = len(next(iter(rows.values())))
        table = np.zeros((len(tokens), size), model.kind)
        for word, row in rows.items():
            table[tokens.index(word)] = row
        weights.append(numpy_helper.from_array(table, f"{name}.table"))
        nodes += [
            helper.make_node("Gather", [f"{name}.table", "input_ids"], [f"{name}.rows"]),
            helper.make_node("Mul", [f"{name}.rows", "mask"], [f"{name}.seen"]),
            helper.make_node("ReduceSum", [f"{name}.seen", "middle"], [name], keepdims=0),
        ]
        outputs.append(helper.make_tensor_value_info(name, kind, (shape[0], size)))
    graph = helper.make_graph(nodes, "tiny", inputs, outputs, weights)
    opsets = [helper.make_opsetid("", model.opset)]
    path = folder / "model.onnx"
    onnx.save(helper.make_model(graph, opset_imports=opsets, ir_version=8), path, **more)
    return path


# -- causal language models --------------------------------------------------


@dataclass(frozen=True, slots=True)
class TinyCausal:
    has_past: bool = True
    kind: str = "float32"
    seed: int = 0
    words: tuple[str, ...] = field(default_factory=lambda: prompt_words())
    gain: float = 1.0  # of the logits
    mixes_rows: bool = False  # a batch is read wrongly


def prompt_words() -> tuple[str, ...]:
    """All of what a classifier's prompt is made of, and a few more."""
    splitter = pre_tokenizers.Whitespace()
    texts = (INSTRUCTION, "Difficulty: Task:", *LEVELS, *WORDS.values(), "fix my sea sky blue")
    words = (word for text in texts for word, _ in splitter.pre_tokenize_str(text))
    return tuple(dict.fromkeys(words))


def write_causal(folder: Path, model: TinyCausal | None = None) -> Path:
    model = model or TinyCausal()
    tokens = write_tokenizer(folder, model.words)
    path = folder / "model.onnx"
    onnx.save(_CausalGraph(model, len(tokens)).proto(), path)
    return path


class _CausalGraph:
    def __init__(self, model: TinyCausal, vocabulary: int) -> None:
        self._model = model
        self._random = np.random.default_rng(model.seed)
        self._kind = _FLOATS[model.kind]
        self._nodes: list[Any] = []
        self._weights: list[Any] = []
        self._inputs = [
            helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", length])
            for name, length in (
                ("input_ids", "read"),
                ("attention_mask", "all"),
                ("position_ids", "read"),
            )
        ]
        self._outputs = [
            helper.make_tensor_value_info("logits", self._kind, ["batch", "read", vocabulary])
        ]
        self._vocabulary = vocabulary

    def proto(self) -> Any:
        self._mask()
        words = self._op("Gather", self._random_weight(self._vocabulary, _WIDTH), "input_ids")
        places = self._op("Gather", self._random_weight(_MOST_POSITIONS, _WIDTH), "position_ids")
        state = self._op("Add", words, places)
        if self._model.mixes_rows:
            mean = self._op("ReduceMean", state, axes=[0, 1], keepdims=1)
            state = self._op("Add", state, mean)
        for layer in range(_LAYERS):
            state = self._op("Add", state, self._attention(layer, state))
        head = self._random_weight(_WIDTH, self._vocabulary, self._model.gain)
        self._op("MatMul", state, head, to="logits")
        graph = helper.make_graph(self._nodes, "tiny", self._inputs, self._outputs, self._weights)
        opsets = [helper.make_opsetid("", 17)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=8)

    def _mask(self) -> None:
        """A token sees those up to itself that are not filled up."""
        read = self._op("Gather", self._op("Shape", "input_ids"), self._constant(1))
        whole = self._op("Gather", self._op("Shape", "attention_mask"), self._constant(1))
        zero, one = self._constant(0), self._constant(1)
        columns = self._op("Range", zero, whole, one)
        rows = self._op("Range", self._op("Sub", whole, read), whole, one)
        rows = self._op("Unsqueeze", rows, self._constant([1]))
        before = self._op("LessOrEqual", columns, rows)
        there = self._op("Cast", "attention_mask", to_type=TensorProto.BOOL)
        there = self._op("Unsqueeze", there, self._constant([1, 2]))
        self._op("And", before, there, to="seen")

    def _attention(self, layer: int, state: str) -> str:
        query, key, value = (self._split(state) for _ in range(3))
        if self._model.has_past:
            key = self._behind_past(layer, "key", key)
            value = self._behind_past(layer, "value", value)
        scores = self._op("MatMul", query, self._op("Transpose", key, perm=[0, 1, 3, 2]))
        lowest = self._constant(np.array(-1e4, self._model.kind))
        seen = self._op("Softmax", self._op("Where", "seen", scores, lowest), axis=-1)
        mixed = self._op("Transpose", self._op("MatMul", seen, value), perm=[0, 2, 1, 3])
        joined = self._op("Reshape", mixed, self._constant([0, 0, _WIDTH]))
        return self._op("MatMul", joined, self._random_weight(_WIDTH, _WIDTH))

    def _split(self, state: str) -> str:
        made = self._op("MatMul", state, self._random_weight(_WIDTH, _WIDTH))
        shape = self._constant([0, 0, _HEADS, _WIDTH // _HEADS])
        return self._op("Transpose", self._op("Reshape", made, shape), perm=[0, 2, 1, 3])

    def _behind_past(self, layer: int, part: str, made: str) -> str:
        before, after = f"past_key_values.{layer}.{part}", f"present.{layer}.{part}"
        shape: list[str | int | None] = ["batch", _HEADS, "past", _WIDTH // _HEADS]
        self._inputs.append(helper.make_tensor_value_info(before, self._kind, shape))
        shape = ["batch", _HEADS, "all", _WIDTH // _HEADS]
        self._outputs.append(helper.make_tensor_value_info(after, self._kind, shape))
        return self._op("Concat", before, made, to=after, axis=2)

    def _op(
        self, name: str, *inputs: str, to: str = "", to_type: int | None = None, **attributes: Any
    ) -> str:
        output = to or f"v{len(self._nodes)}"
        if to_type is not None:
            attributes["to"] = to_type
        self._nodes.append(helper.make_node(name, list(inputs), [output], **attributes))
        return output

    def _constant(self, value: Any) -> str:
        return self._weight(np.asarray(value))

    def _random_weight(self, rows: int, columns: int, gain: float = 1.0) -> str:
        values = self._random.standard_normal((rows, columns)) * gain * _SPREAD
        return self._weight(values.astype(self._model.kind))

    def _weight(self, values: NDArray[Any]) -> str:
        name = f"w{len(self._weights)}"
        self._weights.append(numpy_helper.from_array(values, name))
        return name
