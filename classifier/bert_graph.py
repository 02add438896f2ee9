"""A BERT sentence encoder as an ONNX graph, written node by node: no PyTorch has to trace it.

    ids, mask (batch, tokens) ─► words + positions ─► layers ─► sum over the mask ─► length 1

The mean over the mask that such models are trained with needs no division: what follows sets the
vector's length to 1 in any case.

Queries, keys and values of a layer are made by one product. With `int8` the weights of the products
are kept as 8-bit numbers in blocks of 16, each with a scale of its own, and multiplied as
integers; but for the last layer's, whose errors nothing evens out. Words are kept as 16-bit floats.
CPU time on a core with VNNI (median at 16, 64 and 256 tokens; the smallest cosine with float32's
vectors over 98 texts, of which the shortest fare worst):

    float32                      4.5   9.5   34 ms   90 MB   1
    int8, the last layer not     2.9   7.9   30 ms   42 MB   0.9990
    int8 throughout              2.6   7.3   30 ms   37 MB   0.9987
    int8, scales of whole rows   1.5   3.6   16 ms   35 MB   0.976, too far off
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

from classifier.bert_shape import BertShape
from classifier.encoder_files import WeightsError
from classifier.safetensors import Tensor

if TYPE_CHECKING:
    from onnx import NodeProto, TensorProto

Precision = Literal["float32", "int8"]

WRITER_VERSION = 1  # raise it with every change of what is written: caches are keyed by it

_OPSET, _IR_VERSION = 20, 9
_RUNTIME = "com.microsoft"  # ONNX Runtime's own operators
_BLOCK = 16
_HIDDEN = -1e4  # added to the score of a token that the mask hides: far below any other
_CHUNKS = ("query", "key", "value")


def write_bert(weights: Mapping[str, Tensor], shape: BertShape, precision: Precision) -> bytes:
    """The model file. Raises `WeightsError` where a tensor is missing or has another shape."""
    return _Writer(weights, shape, precision).write()


def write_layers(weights: Mapping[str, Tensor], shape: BertShape) -> bytes:
    """One that is given its words as vectors, `words` (batch, tokens, width), in place of `ids`;
    with 8-bit numbers throughout."""
    return _Writer(weights, shape, "int8", has_words=False).write()


class _Writer:
    def __init__(
        self,
        weights: Mapping[str, Tensor],
        shape: BertShape,
        precision: Precision,
        *,
        has_words: bool = True,
    ) -> None:
        self._weights = weights
        self._shape = shape
        self._is_int8 = precision == "int8"
        self._has_words = has_words
        self._in_integers = False  # of the layer that is being written
        self._nodes: list[NodeProto] = []
        self._constants: list[TensorProto] = []

    def write(self) -> bytes:
        from onnx import TensorProto, helper  # half a second, once

        self._add_mask()
        rows = self._add_embeddings()
        for number in range(self._shape.layers):
            is_last = number + 1 == self._shape.layers
            self._in_integers = self._is_int8 and not (is_last and self._has_words)
            rows = self._add_layer(number, rows)
        self._add_pooling(rows)
        tokens = ["batch", "tokens"]
        given = helper.make_tensor_value_info("ids", TensorProto.INT64, tokens)
        if not self._has_words:
            size: list[str | int | None] = ["batch", "tokens", self._shape.width]
            given = helper.make_tensor_value_info("words", TensorProto.FLOAT, size)
        graph = helper.make_graph(
            self._nodes,
            "encoder",
            [given, helper.make_tensor_value_info("mask", TensorProto.INT64, tokens)],
            [
                helper.make_tensor_value_info(
                    "vectors", TensorProto.FLOAT, ["batch", self._shape.width]
                )
            ],
            self._constants,
        )
        opsets = [helper.make_opsetid("", _OPSET), helper.make_opsetid(_RUNTIME, 1)]
        model = helper.make_model(graph, opset_imports=opsets, ir_version=_IR_VERSION)
        written: bytes = model.SerializeToString()
        return written

    # -- the parts -----------------------------------------------------------

    def _add_mask(self) -> None:
        """`seen` has 1 and 0 for the tokens; `hidden` is added to their scores."""
        from onnx import TensorProto

        self._node("Cast", ["mask"], "seen", to=TensorProto.FLOAT)
        minus = self._node("Sub", ["seen", self._constant("one", np.float32(1.0))], "unseen")
        scores = self._node("Mul", [minus, self._constant("far", np.float32(-_HIDDEN))], "below")
        self._node("Unsqueeze", [scores, self._integers("heads_and_rows", [1, 2])], "hidden")

    def _add_embeddings(self) -> str:
        shape, width = self._shape, self._shape.width
        places = self._weight("embeddings.position_embeddings.weight", shape.positions, width)
        kinds = self._named("embeddings.token_type_embeddings.weight")
        found = self._find_words() if self._has_words else "words"
        # There is one text, so every token is of the first kind.
        table = self._constant("places", places + kinds[0])
        self._node("Shape", ["mask"], "length", start=1, end=2)
        place = self._node("Slice", [table, self._integers("start", [0]), "length"], "place")
        return self._norm(self._node("Add", [found, place], "placed"), "embeddings.LayerNorm")

    def _find_words(self) -> str:
        from onnx import TensorProto

        shape = self._shape
        words = self._weight("embeddings.word_embeddings.weight", shape.words, shape.width)
        if not self._is_int8:
            return self._node("Gather", [self._constant("words", words), "ids"], "found")
        table = self._constant("words", words.astype(np.float16))
        found = self._node("Gather", [table, "ids"], "short_words")
        return self._node("Cast", [found], "found", to=TensorProto.FLOAT)

    def _add_layer(self, number: int, rows: str) -> str:
        layer, width, inner = f"encoder.layer.{number}", self._shape.width, self._shape.inner
        heard = self._attend(f"{layer}.attention.self", rows)
        spoken = self._linear(f"{layer}.attention.output.dense", heard, width, width)
        rows = self._add_and_norm(rows, spoken, f"{layer}.attention.output.LayerNorm")
        wide = self._linear(f"{layer}.intermediate.dense", rows, width, inner)
        bent = self._node("Gelu", [wide], f"{layer}.bent")
        narrow = self._linear(f"{layer}.output.dense", bent, inner, width)
        return self._add_and_norm(rows, narrow, f"{layer}.output.LayerNorm")

    def _attend(self, name: str, rows: str) -> str:
        width, heads = self._shape.width, self._shape.heads
        each = width // heads
        weight = np.concatenate(
            [self._weight(f"{name}.{part}.weight", width, width) for part in _CHUNKS]
        )
        bias = np.concatenate([self._weight(f"{name}.{part}.bias", width) for part in _CHUNKS])
        made = self._product(f"{name}.made", rows, weight, bias)
        split = self._integers(f"{name}.split", [0, 0, 3, heads, each])
        cut = self._node("Reshape", [made, split], f"{name}.cut")
        turned = self._node("Transpose", [cut], f"{name}.turned", perm=[2, 0, 3, 1, 4])
        query, key, value = (self._pick(name, turned, at) for at in range(3))
        scale = self._constant(f"{name}.scale", np.float32(each**-0.5))
        asked = self._node("Mul", [query, scale], f"{name}.asked")
        key = self._node("Transpose", [key], f"{name}.keys", perm=[0, 1, 3, 2])
        scores = self._node("MatMul", [asked, key], f"{name}.scores")
        scores = self._node("Add", [scores, "hidden"], f"{name}.seen_scores")
        shares = self._node("Softmax", [scores], f"{name}.shares", axis=-1)
        heard = self._node("MatMul", [shares, value], f"{name}.heard")
        heard = self._node("Transpose", [heard], f"{name}.by_token", perm=[0, 2, 1, 3])
        whole = self._integers(f"{name}.whole", [0, 0, width])
        return self._node("Reshape", [heard, whole], f"{name}.joined")

    def _add_pooling(self, rows: str) -> None:
        one = self._integers("rows", [1])
        weights = self._node("Unsqueeze", ["seen", one], "seen_row")
        total = self._node("MatMul", [weights, rows], "total")
        total = self._node("Squeeze", [total, one], "sum")
        self._node("LpNormalization", [total], "vectors", axis=-1, p=2)

    # -- their pieces --------------------------------------------------------

    def _linear(self, name: str, rows: str, inputs: int, outputs: int) -> str:
        weight = self._weight(f"{name}.weight", outputs, inputs)
        return self._product(name, rows, weight, self._weight(f"{name}.bias", outputs))

    def _product(self, name: str, rows: str, weight: Tensor, bias: Tensor) -> str:
        outputs, inputs = weight.shape
        added = self._constant(f"{name}.added", bias)
        if not self._in_integers:
            factor = self._constant(f"{name}.factor", np.ascontiguousarray(weight.T))
            product = self._node("MatMul", [rows, factor], f"{name}.product")
            return self._node("Add", [product, added], f"{name}.out")
        numbers, scales = _in_blocks(weight)
        factors = [self._constant(f"{name}.numbers", numbers)]
        factors.append(self._constant(f"{name}.scales", scales))
        return self._node(
            "MatMulNBits",
            [rows, *factors, "", "", added],
            f"{name}.out",
            domain=_RUNTIME,
            K=inputs,
            N=outputs,
            bits=8,
            block_size=_BLOCK,
            accuracy_level=4,  # what it is multiplied with is made 8 bits wide, too
        )

    def _add_and_norm(self, rows: str, more: str, name: str) -> str:
        return self._norm(self._node("Add", [rows, more], f"{name}.sum"), name)

    def _norm(self, rows: str, name: str) -> str:
        width = self._shape.width
        scale = self._constant(f"{name}.scale", self._weight(f"{name}.weight", width))
        shift = self._constant(f"{name}.shift", self._weight(f"{name}.bias", width))
        epsilon = self._shape.epsilon
        return self._node(
            "LayerNormalization", [rows, scale, shift], f"{name}.out", axis=-1, epsilon=epsilon
        )

    def _pick(self, name: str, turned: str, at: int) -> str:
        which = self._constant(f"{name}.{at}", np.int64(at))
        return self._node("Gather", [turned, which], f"{name}.{_CHUNKS[at]}", axis=0)

    # -- names and numbers ---------------------------------------------------

    def _weight(self, name: str, *shape: int) -> Tensor:
        tensor = self._named(name)
        if tensor.shape != shape:
            raise WeightsError(f"{name}: is {tensor.shape}; the config says {shape}")
        return tensor

    def _named(self, name: str) -> Tensor:
        if name not in self._weights:
            raise WeightsError(f"{name}: there is no such tensor")
        return self._weights[name]

    def _node(
        self, kind: str, inputs: list[str], output: str, domain: str = "", **attributes: Any
    ) -> str:
        from onnx import helper

        self._nodes.append(helper.make_node(kind, inputs, [output], domain=domain, **attributes))
        return output

    def _integers(self, name: str, numbers: list[int]) -> str:
        return self._constant(name, np.array(numbers, np.int64))

    def _constant(self, name: str, value: NDArray[np.generic] | np.generic) -> str:
        from onnx import numpy_helper

        self._constants.append(numpy_helper.from_array(np.asarray(value), name))
        return name


def _in_blocks(weight: Tensor) -> tuple[NDArray[np.uint8], Tensor]:
    """As `MatMulNBits` keeps them: around 128, a scale for each block of a row."""
    outputs, inputs = weight.shape
    if inputs % _BLOCK:
        raise WeightsError(f"a width of {inputs} cannot be cut into blocks of {_BLOCK}")
    blocks = weight.reshape(outputs, inputs // _BLOCK, _BLOCK)
    scales = np.maximum(np.abs(blocks).max(axis=2, keepdims=True) / 127, np.float32(1e-12))
    numbers = np.rint(blocks / scales) + 128
    return numbers.astype(np.uint8), scales[:, :, 0].astype(np.float32)
