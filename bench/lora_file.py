"""LoRA adapters with small random weights, as GGUF files: for what one costs, not what it says.

The format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md. Every layer's queries and
values are adapted, as is usual; each adapted matrix W has the pair `W.lora_a` (inputs x rank) and
`W.lora_b` (rank x outputs), and is W plus their product times alpha / rank.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

_UINT32, _FLOAT32, _STRING = 4, 6, 8  # gguf_metadata_value_type
_F32 = 0  # ggml_type
_ALIGNMENT = 32
_WEIGHT = 0.01
_RANK = 8


@dataclass(frozen=True, slots=True)
class Shape:
    """Of the model that is adapted."""

    layers: int
    width: int
    values: int  # the outputs of a layer's values, fewer where heads share them


BUILTIN_SHAPE = Shape(layers=30, width=576, values=192)


def write_lora(path: Path, *, seed: int, shape: Shape = BUILTIN_SHAPE, rank: int = _RANK) -> Path:
    """For a model of llama's architecture. Returns where it wrote."""
    rng = np.random.default_rng(seed)
    metadata = [
        _text("general.architecture", "llama"),
        _text("general.type", "adapter"),
        _text("adapter.type", "lora"),
        _key("adapter.lora.alpha", _FLOAT32) + struct.pack("<f", rank),
        _key("general.alignment", _UINT32) + struct.pack("<I", _ALIGNMENT),
    ]
    index, data = b"", b""
    tensors = list(_tensors(shape, rank))
    for name, rows, columns in tensors:
        index += _string(name) + struct.pack("<IQQIQ", 2, rows, columns, _F32, len(data))
        data += _padded(rng.normal(0, _WEIGHT, rows * columns).astype("<f4").tobytes())
    header = struct.pack("<4sIQQ", b"GGUF", 3, len(tensors), len(metadata))
    path.write_bytes(_padded(header + b"".join(metadata) + index) + data)
    return path


def _tensors(shape: Shape, rank: int) -> Iterator[tuple[str, int, int]]:
    """Name, and the sizes, the one that lies together first."""
    for layer in range(shape.layers):
        for matrix, outputs in (("attn_q", shape.width), ("attn_v", shape.values)):
            yield f"blk.{layer}.{matrix}.weight.lora_a", shape.width, rank
            yield f"blk.{layer}.{matrix}.weight.lora_b", rank, outputs


def _text(key: str, value: str) -> bytes:
    return _key(key, _STRING) + _string(value)


def _key(key: str, kind: int) -> bytes:
    return _string(key) + struct.pack("<I", kind)


def _string(text: str) -> bytes:
    data = text.encode()
    return struct.pack("<Q", len(data)) + data


def _padded(data: bytes) -> bytes:
    return data + b"\0" * (-len(data) % _ALIGNMENT)
