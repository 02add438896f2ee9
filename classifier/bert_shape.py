"""The measures of a BERT encoder, from its config.json; and that it is one we know how to write."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from classifier.encoder_files import WeightsError

# What must be said there, or left to its default: another activation would be another graph.
_ASSUMED = {"model_type": "bert", "hidden_act": "gelu", "position_embedding_type": "absolute"}


@dataclass(frozen=True, slots=True)
class BertShape:
    layers: int
    width: int
    heads: int
    inner: int  # the width of the feed-forward part
    positions: int  # tokens that it can be given at most
    words: int
    epsilon: float


def read_shape(path: Path) -> BertShape:
    """Raises `WeightsError` for a file that is no such config."""
    try:
        config = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise WeightsError(f"{path}: cannot be read: {error}") from error
    if not isinstance(config, dict):
        raise WeightsError(f"{path}: is no object")
    for key, wanted in _ASSUMED.items():
        if config.get(key, wanted) != wanted:
            raise WeightsError(f"{path}: {key} is {config[key]!r}; known is {wanted!r} only")
    shape = BertShape(
        layers=_count(path, config, "num_hidden_layers"),
        width=_count(path, config, "hidden_size"),
        heads=_count(path, config, "num_attention_heads"),
        inner=_count(path, config, "intermediate_size"),
        positions=_count(path, config, "max_position_embeddings"),
        words=_count(path, config, "vocab_size"),
        epsilon=float(config.get("layer_norm_eps", 1e-12)),
    )
    if shape.width % shape.heads:
        raise WeightsError(f"{path}: {shape.heads} heads do not share a width of {shape.width}")
    return shape


def _count(path: Path, config: dict[str, Any], key: str) -> int:
    value = config.get(key)
    if type(value) is not int or value < 1:
        raise WeightsError(f"{path}: {key} is {value!r}; it must be a positive integer")
    return value
