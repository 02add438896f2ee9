"""Headers of model files, whole and broken."""

from __future__ import annotations

import random
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest

from local_models.gguf import GgufError, read_header
from local_models.model_files import BUILTIN, resolve_model
from tests.local_models.tiny_gguf import TinyModel, Value, write_gguf, write_model


def test_a_header_says_what_the_model_is(tmp_path: Path) -> None:
    header = read_header(write_model(tmp_path / "m.gguf", TinyModel(layers=3, context=640)))
    assert header.architecture == "llama"
    assert header.own("block_count") == 3
    assert header.own("context_length") == 640
    assert header.own("nothing_of_the_kind") == 0
    assert header.lengths["tokenizer.ggml.tokens"] == len(TinyModel().vocabulary)
    assert header.size == (tmp_path / "m.gguf").stat().st_size


def test_the_builtin_models_header_is_read() -> None:
    header = read_header(resolve_model(BUILTIN))
    assert header.own("block_count") == 30
    assert header.per_layer("attention.head_count_kv", 0) == (3,) * 30


def test_a_number_for_each_layer_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "m.gguf"
    facts: dict[str, Value] = {
        "general.architecture": "x",
        "x.block_count": 3,
        "x.heads": [1, 2, 3],
    }
    write_gguf(path, facts, {"t": np.ones((2, 2), np.float32)})
    header = read_header(path)
    assert header.per_layer("heads", 0) == (1, 2, 3)
    assert header.per_layer("others", 7) == (7, 7, 7)


def test_more_layers_than_any_model_has_are_damage(tmp_path: Path) -> None:
    path = tmp_path / "m.gguf"
    facts: dict[str, Value] = {"general.architecture": "x", "x.block_count": 4_000_000_000}
    write_gguf(path, facts, {"t": np.ones((2, 2), np.float32)})
    with pytest.raises(GgufError, match="4000000000 layers"):
        read_header(path)


@pytest.mark.parametrize("seed", range(300))
def test_a_damaged_header_is_refused_or_read_and_never_worse(tmp_path: Path, seed: int) -> None:
    path = write_model(tmp_path / "m.gguf", TinyModel(words=("a",)))
    draw = random.Random(seed)
    data = bytearray(path.read_bytes())
    for _ in range(draw.randint(1, 6)):
        data[draw.randrange(min(len(data), 2000))] = draw.choice(
            (0, 1, 8, 9, 255, draw.randrange(256))
        )
    path.write_bytes(data[: draw.choice((len(data), draw.randrange(len(data))))])
    with suppress(GgufError):
        assert read_header(path).size == len(path.read_bytes())
