"""Adapters that are made for a benchmark: llama.cpp takes them for real ones."""

from __future__ import annotations

from pathlib import Path

import llama_cpp.llama_cpp as api

from bench.lora_file import Shape, write_lora
from local_models.llama import Model
from local_models.model_files import BUILTIN, resolve_model


def test_llamacpp_loads_an_adapter_for_the_builtin_model(tmp_path: Path) -> None:
    file = write_lora(tmp_path / "lora.gguf", seed=1)
    model = Model(resolve_model(BUILTIN))
    adapter = api.llama_adapter_lora_init(model.handle, str(file).encode())
    assert adapter
    model.close()


def test_one_of_another_shape_does_not_fit(tmp_path: Path) -> None:
    file = write_lora(tmp_path / "lora.gguf", seed=1, shape=Shape(30, 64, 64))
    model = Model(resolve_model(BUILTIN))
    assert not api.llama_adapter_lora_init(model.handle, str(file).encode())
    model.close()


def test_every_seed_is_another_adapter(tmp_path: Path) -> None:
    shape = Shape(layers=1, width=32, values=32)
    one, other = (
        write_lora(tmp_path / f"{seed}.gguf", seed=seed, shape=shape).read_bytes()
        for seed in (1, 2)
    )
    assert one != other
    assert len(one) == len(other)
