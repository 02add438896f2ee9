"""What a model takes, and whether that fits."""

from __future__ import annotations

from pathlib import Path

import pytest

from local_models.fit import Room, why_it_does_not_fit
from local_models.gguf import read_header
from local_models.model_files import BUILTIN, resolve_model
from local_models.needs import Needs, estimate_needs
from local_models.split_weights import open_split, split_size
from tests.local_models.tiny_gguf import MEAN_POOLING, TinyModel, write_model

MIB = 1 << 20
NEEDS = Needs(weights=800 * MIB, context=200 * MIB, buffers=100 * MIB)


@pytest.mark.parametrize(
    ("slots", "context", "kv_type", "mib"),
    [  # what llama.cpp says that it took
        (4, 4096, "f16", 360.0),
        (4, 4096, "q8_0", 191.25),
        (4, 4096, "q4_0", 101.25),
        (1, 512, "f16", 11.25),
        (2, 300, "f16", 22.5),  # rounded up to 512
        (1, 100_000, "f16", 180.0),  # trained with 8192
    ],
)
def test_the_builtin_models_context_is_estimated_as_llama_cpp_takes_it(
    slots: int, context: int, kv_type: str, mib: float
) -> None:
    header = read_header(resolve_model(BUILTIN))
    needs = estimate_needs(header, slots=slots, context=context, kv_type=kv_type)
    assert needs.context == mib * MIB
    assert needs.weights == header.size
    assert 98.25 * MIB <= needs.buffers <= 1.15 * 98.25 * MIB


def test_embeddings_take_a_context_of_their_own(tmp_path: Path) -> None:
    def needs(pooling: int | None) -> Needs:
        tiny = TinyModel(width=256, layers=4, context=4096, pooling=pooling)
        header = read_header(write_model(tmp_path / "m.gguf", tiny))
        return estimate_needs(header, slots=1, context=512, kv_type="f16")

    without, within = needs(None), needs(MEAN_POOLING)
    llama_cpp_says = (8.00 + 26.18) * MIB
    assert without.embeddings == 0
    assert llama_cpp_says <= within.embeddings <= 1.15 * llama_cpp_says
    parts = within.weights + within.context + within.buffers
    assert within.total == parts + within.embeddings
    assert "embeddings 36 MiB" in str(within)


def test_split_weights_take_as_much_again_while_they_are_loaded() -> None:
    path = resolve_model(BUILTIN)
    split = split_size(path)
    with open_split(path) as made:
        assert made is not None
        files = made.weights.stat().st_size + made.correction.stat().st_size
    assert split <= files <= 1.1 * split  # the headers, the vocabulary

    def needs(context: int) -> Needs:
        header = read_header(path)
        return estimate_needs(header, slots=1, context=context, kv_type="f16", split=split)

    small, large = needs(256), needs(8192)
    assert small.weights == small.loading == split
    assert small.total == 2 * split > small.kept
    assert "loading" in str(small)
    assert large.total == large.kept == split + large.context + large.buffers
    assert "loading" not in str(large)


def test_file_that_is_not_split_takes_nothing_more(tmp_path: Path) -> None:
    assert split_size(write_model(tmp_path / "m.gguf", TinyModel())) == 0


@pytest.mark.parametrize("free", [None, 1200 * MIB])
def test_what_fits_or_may_fit_is_not_refused(free: int | None) -> None:
    assert why_it_does_not_fit(NEEDS, Room(free), layers=10, gpu_layers=-1) is None


def test_what_does_not_fit_is_refused_with_all_numbers() -> None:
    why = why_it_does_not_fit(NEEDS, Room(1100 * MIB), layers=10, gpu_layers=-1)
    assert why is not None
    for number in ("1,100 MiB (weights 800", "context 200", "buffers 100", "1,100 MiB are free"):
        assert number in why


def test_layers_on_the_gpu_spare_the_machines_memory() -> None:
    room = Room(machine=200 * MIB, gpu=1200 * MIB)
    assert why_it_does_not_fit(NEEDS, room, layers=10, gpu_layers=-1) is None
    assert why_it_does_not_fit(NEEDS, room, layers=10, gpu_layers=5) is not None
    assert why_it_does_not_fit(NEEDS, room, layers=10, gpu_layers=0) is not None


def test_a_gpu_that_is_too_small_is_told_how_many_layers_it_could_hold() -> None:
    room = Room(machine=10_000 * MIB, gpu=600 * MIB)
    why = why_it_does_not_fit(NEEDS, room, layers=10, gpu_layers=-1)
    assert why is not None
    assert "gpu_layers = 5 would do" in why
    assert why_it_does_not_fit(NEEDS, room, layers=10, gpu_layers=5) is None


def test_a_gpu_that_could_hold_no_layer_is_told_so_without_advice_on_layers() -> None:
    why = why_it_does_not_fit(NEEDS, Room(None, gpu=150 * MIB), layers=10, gpu_layers=-1)
    assert why is not None
    assert "gpu_layers" not in why
