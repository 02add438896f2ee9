"""Q4_1 weights taken apart: the parts are the whole, and what is no such file is left alone."""

from __future__ import annotations

import mmap
import struct
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from local_models.llama import Model
from local_models.llama_embedder import Embedder
from local_models.model_files import BUILTIN, resolve_model
from local_models.split_weights import Header, open_split
from tests.local_models.tiny_gguf import MEAN_POOLING, TinyModel, write_model

MATRICES = (b"blk.0.attn_k.weight", b"blk.29.ffn_down.weight")
FILE = resolve_model(BUILTIN)


def opened(path: Path) -> tuple[Header, mmap.mmap]:
    with path.open("rb") as file:
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    return Header(data), data


def raw(path: Path, name: bytes) -> bytes:
    header, data = opened(path)
    tensor = next(tensor for tensor in header.tensors if tensor.name == name)
    return data[tensor.start : tensor.end]


def floats(path: Path, name: bytes) -> NDArray[np.float32]:
    """Of an adapter."""
    header, data = opened(path)
    tensor = next(tensor for tensor in header.tensors if tensor.name == name)
    size = tensor.sizes[0] * tensor.sizes[1]
    return np.frombuffer(data, "<f4", size, tensor.start).reshape(tensor.sizes[::-1])


def weights(data: bytes, *, has_minimum: bool) -> NDArray[np.float64]:
    """As llama.cpp reads Q4_1 (with a minimum) and Q4_0 blocks."""
    blocks = np.frombuffer(data, np.uint8)
    blocks = blocks[: blocks.size - blocks.size % (20 if has_minimum else 18)]
    rows = blocks.reshape(-1, 20 if has_minimum else 18)
    scale = rows[:, :2].copy().view("<f2").astype(float)
    bits = rows[:, -16:]
    steps = np.concatenate([bits & 15, bits >> 4], axis=1).astype(float)
    least = rows[:, 2:4].copy().view("<f2").astype(float) if has_minimum else -8 * scale
    told: NDArray[np.float64] = (scale * steps + least).ravel()
    return told


@pytest.mark.parametrize("name", MATRICES)
def test_both_parts_together_are_the_weights_of_the_file(name: bytes) -> None:
    whole = weights(raw(FILE, name), has_minimum=True)
    with open_split(FILE) as split:
        assert split is not None
        part = weights(raw(split.weights, name), has_minimum=False)[: whole.size]
        correction = floats(split.correction, name + b".lora_b") @ floats(
            split.correction, name + b".lora_a"
        )
    assert np.allclose(part + correction.ravel(), whole, rtol=0, atol=1e-6)
    assert not np.allclose(part, whole, atol=1e-2)


def test_what_is_no_matrix_of_blocks_stays_as_it_is() -> None:
    with open_split(FILE) as split:
        assert split is not None
        for name in (b"token_embd.weight", b"output_norm.weight"):
            assert raw(split.weights, name) == raw(FILE, name)


def test_nothing_is_made_of_a_file_without_such_weights() -> None:
    with open_split(FILE) as split:
        assert split is not None
        with open_split(split.weights) as again, open_split(split.correction) as never:
            assert again is None and never is None


@pytest.mark.parametrize("size", [0, 3, 24, 1000, 900_000, 2_000_000, 50_000_000])
def test_a_file_that_ends_early_is_left_to_llamacpp(tmp_path: Path, size: int) -> None:
    file = tmp_path / "short.gguf"
    with FILE.open("rb") as whole:
        file.write_bytes(whole.read(size))
    with open_split(file) as split:
        assert split is None


def test_a_file_that_nests_without_end_is_left_to_llamacpp(tmp_path: Path) -> None:
    file = tmp_path / "deep.gguf"
    array = struct.pack("<IQ", 9, 1)
    key = struct.pack("<Q", 1) + b"k" + struct.pack("<I", 9)
    file.write_bytes(struct.pack("<4sIQQ", b"GGUF", 3, 1, 1) + key + 100_000 * array)
    with open_split(file) as split:
        assert split is None


def test_a_file_that_is_not_there_is_left_to_llamacpp(tmp_path: Path) -> None:
    with open_split(tmp_path / "none.gguf") as split:
        assert split is None


def test_embeddings_are_those_of_the_whole_weights(tmp_path: Path) -> None:
    def vector(*, is_packed: bool) -> NDArray[np.float32]:
        tiny = TinyModel(width=256, pooling=MEAN_POOLING, is_coarse=True, is_packed=is_packed)
        model = Model(write_model(tmp_path / f"{is_packed}.gguf", tiny))
        embedder = Embedder(model, threads=1)
        (made,) = embedder.embed([embedder.tokens("the deep blue sea")])
        embedder.close()
        model.close()
        alone: NDArray[np.float32] = made
        return alone

    assert vector(is_packed=True) @ vector(is_packed=False) > 0.99
