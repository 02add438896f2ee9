"""The heads out of a model file, to go on from: what `heads_graph` wrote."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from classifier.features import SIZES
from classifier.fitting import COUNTED_SCALE, GROUPS, Heads
from classifier.heads import HeadsModel


def read_heads(file: Path) -> Heads:
    """Raises `EdgeError` for a file that is no model of ours, or made for other features."""
    HeadsModel(file)
    import onnx  # 0.2 s, and only training needs it
    from onnx import numpy_helper

    graph = onnx.load_model(file).graph
    found = {
        one.name: np.asarray(numpy_helper.to_array(one), np.float64) for one in graph.initializer
    }
    weights = {name: found[f"{name}_weights"] for name in GROUPS}
    return Heads(
        rarity={name: found[f"{name}_rarity"] for name in SIZES},
        middle=found["middle"],
        spread=found["spread"],
        weights={**weights, "counted": weights["counted"] / COUNTED_SCALE},
        bias=found["bias"].ravel(),
        temperature=float(found["temperature"]),
        slope=float(found["slope"]),
        shift=float(found["shift"]),
    )
