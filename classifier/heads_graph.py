"""The fitted heads as an ONNX graph, and back.

    per group: rarity[places] · counts ─► length 1 ─► · weights[places] ─┐
    meaning ─► less the middle, by the spread ───────► · weights ────────┼─► + bias
    counted ─────────────────────────────────────────► · weights ────────┤
                                                                         │
                          tasks: softmax of the first twelve / temperature, difficulty: a logistic
                          curve over the last ◄──────────────────────────┘

A prompt's few hundred places are looked up, so that the cost does not grow with the tables. Those
are kept in 16 bits: 2.3 MB. The file's metadata has the tasks in their order, the version of the
features, the date and the sources.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from classifier.features import SIZES, VERSION
from classifier.fitting import COUNTED_SCALE, Heads
from classifier.prompt_sets import TASKS

OPSET = 17
_LEAST_NORM = 1e-6


def write_graph(heads: Heads, facts: Mapping[str, str]) -> bytes:
    """`facts` are kept with it: date, sources."""
    nodes: list[onnx.NodeProto] = []
    constants: list[onnx.TensorProto] = []
    inputs: list[onnx.ValueInfoProto] = []

    def constant(name: str, value: NDArray[np.generic]) -> str:
        constants.append(numpy_helper.from_array(value, name))
        return name

    def node(kind: str, *given: str, **attributes: Any) -> str:
        name = f"{kind}_{len(nodes)}"
        nodes.append(helper.make_node(kind, list(given), [name], **attributes))
        return name

    def asked(name: str, kind: int, size: str | int) -> str:
        inputs.append(helper.make_tensor_value_info(name, kind, [size]))
        return name

    whole_row = constant("whole_row", np.array([1, -1], np.int64))
    sums = []
    for group in SIZES:
        places = asked(f"{group}_places", TensorProto.INT64, group)
        counts = asked(f"{group}_counts", TensorProto.FLOAT, group)
        rarity = constant(f"{group}_rarity", heads.rarity[group].astype(np.float16))
        weights = constant(f"{group}_weights", heads.weights[group].astype(np.float16))
        rare = node("Cast", node("Gather", rarity, places), to=TensorProto.FLOAT)
        values = node("Mul", rare, counts)
        least = constant(f"{group}_least", np.array(_LEAST_NORM, np.float32))
        norm = node("Max", node("ReduceL2", values, keepdims=0), least)
        row = node("Reshape", node("Div", values, norm), whole_row)
        rows = node("Cast", node("Gather", weights, places), to=TensorProto.FLOAT)
        sums.append(node("MatMul", row, rows))
    counted = asked("counted", TensorProto.FLOAT, len(heads.weights["counted"]))
    scaled = (heads.weights["counted"] * COUNTED_SCALE).astype(np.float32)
    table = constant("counted_weights", scaled)
    sums.append(node("MatMul", node("Reshape", counted, whole_row), table))
    meaning = asked("meaning", TensorProto.FLOAT, len(heads.middle))
    middle = constant("middle", heads.middle.astype(np.float32))
    spread = constant("spread", heads.spread.astype(np.float32))
    meant = node("Div", node("Sub", meaning, middle), spread)
    table = constant("meaning_weights", heads.weights["meaning"].astype(np.float32))
    sums.append(node("MatMul", node("Reshape", meant, whole_row), table))
    values = node("Sum", *sums, constant("bias", heads.bias.astype(np.float32)[None, :]))

    axis = constant("axis", np.array([1], np.int64))
    edges = [constant(f"edge_{at}", np.array([at], np.int64)) for at in (0, len(TASKS))]
    last = constant("last", np.array([len(TASKS) + 1], np.int64))
    scores = node("Slice", values, edges[0], edges[1], axis)
    temperature = constant("temperature", np.array(heads.temperature, np.float32))
    nodes.append(helper.make_node("Softmax", [node("Div", scores, temperature)], ["tasks"], axis=1))
    gain = node("Slice", values, edges[1], last, axis)
    slope = constant("slope", np.array(heads.slope, np.float32))
    shift = constant("shift", np.array(heads.shift, np.float32))
    curve = node("Add", node("Mul", gain, slope), shift)
    nodes.append(helper.make_node("Sigmoid", [curve], ["difficulty"]))

    outputs = [
        helper.make_tensor_value_info("tasks", TensorProto.FLOAT, [1, len(TASKS)]),
        helper.make_tensor_value_info("difficulty", TensorProto.FLOAT, [1, 1]),
    ]
    graph = helper.make_graph(nodes, "prelude-heads", inputs, outputs, constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)])
    model.ir_version = 9
    known = {
        "temperature": f"{heads.temperature:.3f}",
        "tasks": json.dumps(TASKS),
        "features": str(VERSION),
        **facts,
    }
    helper.set_model_props(model, known)
    onnx.checker.check_model(model)
    written: bytes = model.SerializeToString()
    return written
