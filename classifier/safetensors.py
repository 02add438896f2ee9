"""Reads a safetensors file with numpy alone: eight bytes of length, a JSON header, the numbers.

The header gives each tensor's type, shape and place. All of it is checked before anything is
believed, because a file may be cut off, or another kind of file altogether.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from classifier.encoder_files import WeightsError

Tensor = NDArray[np.float32]

_TYPES: Mapping[str, type[np.generic]] = {"F32": np.float32, "F16": np.float16, "F64": np.float64}
_LENGTH_BYTES = 8
_MOST_HEADER_BYTES = 100 << 20  # as the format has it


def read_safetensors(path: Path) -> dict[str, Tensor]:
    """Every tensor of floats, as float32. Those of other types (positions, counters) are left out.
    Raises `WeightsError`."""
    try:
        data = np.memmap(path, np.uint8, mode="r")
    except FileNotFoundError as error:
        raise WeightsError(f"{path}: no such file") from error
    except (OSError, ValueError) as error:  # ValueError: it is empty
        raise WeightsError(f"{path}: cannot be read: {error}") from error
    header, begin = _read_header(path, data)
    body = data[begin:]
    return {
        name: _read_tensor(f"{path}: {name}", entry, body)
        for name, entry in header.items()
        if name != "__metadata__" and _type_of(entry) in _TYPES
    }


def _read_header(path: Path, data: NDArray[np.uint8]) -> tuple[dict[str, Any], int]:
    length = int.from_bytes(data[:_LENGTH_BYTES].tobytes(), "little")
    begin = _LENGTH_BYTES + length
    if not 0 < length <= _MOST_HEADER_BYTES or begin > len(data):
        raise WeightsError(f"{path}: is cut off, or no safetensors file")
    try:
        header = json.loads(data[_LENGTH_BYTES:begin].tobytes())
    except ValueError as error:
        raise WeightsError(f"{path}: is no safetensors file: its header is not JSON") from error
    if not isinstance(header, dict):
        raise WeightsError(f"{path}: is no safetensors file: its header is no object")
    return header, begin


def _type_of(entry: Any) -> str | None:
    return entry.get("dtype") if isinstance(entry, dict) else None


def _read_tensor(what: str, entry: dict[str, Any], body: NDArray[np.uint8]) -> Tensor:
    kind = np.dtype(_TYPES[entry["dtype"]]).newbyteorder("<")
    match entry:
        case {"shape": [*shape], "data_offsets": [int(begin), int(end)]} if all(
            type(size) is int and size >= 0 for size in shape
        ):
            pass
        case _:
            raise WeightsError(f"{what}: has no shape or no place")
    if end - begin != math.prod(shape) * kind.itemsize:
        raise WeightsError(f"{what}: {end - begin} bytes are not {shape} of {entry['dtype']}")
    if not 0 <= begin <= end <= len(body):
        raise WeightsError(f"{what}: lies beyond the end: the file is cut off")
    numbers = np.frombuffer(body[begin:end].tobytes(), kind)
    return numbers.reshape(shape).astype(np.float32, copy=False)
