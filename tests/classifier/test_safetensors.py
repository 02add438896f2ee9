from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from classifier.encoder_files import WeightsError
from classifier.safetensors import read_safetensors
from tests.classifier.tiny_bert import safetensors

ONE = np.arange(6, dtype=np.float32).reshape(2, 3)


def written(folder: Path, data: bytes) -> Path:
    path = folder / "model.safetensors"
    path.write_bytes(data)
    return path


def with_header(header: object, body: bytes = b"") -> bytes:
    told = json.dumps(header).encode()
    return len(told).to_bytes(8, "little") + told + body


def test_tensors_of_floats_are_read_and_others_left_out(tmp_path: Path) -> None:
    half, counter = np.array([[0.5], [-2]], np.float16), np.array([7])
    data = safetensors({"one": ONE, "half": half, "counter": counter})
    read = read_safetensors(written(tmp_path, data))
    assert set(read) == {"one", "half"}
    assert np.array_equal(read["one"], ONE)
    assert np.array_equal(read["half"], half)
    assert {tensor.dtype for tensor in read.values()} == {np.dtype(np.float32)}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "cannot be read"),
        (b"PK\x03\x04", "cut off, or no safetensors file"),
        (b"\xff" * 64, "cut off, or no safetensors file"),
        ((4).to_bytes(8, "little") + b"nope", "not JSON"),
        (with_header([1]), "no object"),
        (safetensors({"one": ONE})[:-1], "one: lies beyond the end"),
        (with_header({"one": {"dtype": "F32", "shape": [2]}}), "no shape or no place"),
        (
            with_header({"one": {"dtype": "F32", "shape": [-1], "data_offsets": [0, 4]}}, b"abcd"),
            "no shape or no place",
        ),
        (
            with_header({"one": {"dtype": "F32", "shape": [2], "data_offsets": [0, 4]}}, b"abcd"),
            "4 bytes are not [2] of F32",
        ),
        (
            with_header({"one": {"dtype": "F32", "shape": [1], "data_offsets": [-4, 0]}}, b"abcd"),
            "lies beyond",
        ),
    ],
)
def test_what_is_no_such_file_is_told(tmp_path: Path, data: bytes, message: str) -> None:
    with pytest.raises(WeightsError) as caught:
        read_safetensors(written(tmp_path, data))
    assert message in str(caught.value)
    assert "model.safetensors" in str(caught.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="no such file"):
        read_safetensors(tmp_path / "absent")
