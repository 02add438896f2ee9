"""The graph and what is around it, held against a forward pass by hand; and the embedded model."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from classifier.bert_graph import Precision
from classifier.encoder import Encoder, open_encoder
from classifier.encoder_files import DIMENSIONS, LONGEST, WeightsError, find_model
from classifier.safetensors import read_safetensors
from classifier.word_pieces import Tokens
from tests.classifier.tiny_bert import CONFIG, safetensors, vector_by_hand, weights, write_folder

TEXTS = ("the tide", "a", "Tides rise, the sea rises, the moon", "sea " * 30, "unknown words")
PROSE = (
    "Why does the sea have tides?",
    "Because the moon pulls at the water, and the earth turns beneath it. " * 4,
    "Übermäßig viel Café, 日本語, and a word of Привет",
)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_folder(tmp_path_factory.mktemp("tiny"))


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def embedded(kept: Path) -> Encoder:
    return open_encoder(kept)


@pytest.mark.parametrize(("precision", "least"), [("float32", 0.999999), ("int8", 0.999)])
def test_a_model_gives_what_it_gives_by_hand(
    tiny: Path, tmp_path: Path, precision: Precision, least: float
) -> None:
    encoder = open_encoder(tmp_path, precision=precision, folder=tiny)
    vectors = encoder.embed(TEXTS)
    for text, vector in zip(TEXTS, vectors, strict=True):
        by_hand = vector_by_hand(weights(), encoder.read(text).ids, layers=2, heads=4)
        assert vector @ by_hand > least


@pytest.mark.parametrize(("precision", "least"), [("float32", 0.999999), ("int8", 0.999)])
def test_the_embedded_model_gives_what_it_gives_by_hand(
    kept: Path, precision: Precision, least: float
) -> None:
    encoder = open_encoder(kept, precision=precision)
    tensors = read_safetensors(find_model() / "model.safetensors")
    for text, vector in zip(PROSE, encoder.embed(PROSE), strict=True):
        by_hand = vector_by_hand(tensors, encoder.read(text).ids, layers=6, heads=12)
        assert vector @ by_hand > least


def test_vectors_have_length_1_and_their_texts_order(embedded: Encoder) -> None:
    texts = [f"{word} " * count for count, word in enumerate(("sea", "moon", "tide", "sun"), 1)]
    vectors = embedded.embed(texts)
    assert vectors.shape == (4, DIMENSIONS)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    for text, vector in zip(texts, vectors, strict=True):
        assert vector @ embedded.embed([text])[0] > 0.9999  # whoever it is embedded with
    assert embedded.embed([]).shape == (0, DIMENSIONS)


def test_what_means_the_same_is_alike(embedded: Encoder) -> None:
    question = "How do I cook rice?"
    assert embedded.similarity(question, "What is the way to boil rice?") > 0.7
    assert embedded.similarity(question, "The stock market fell on Monday.") < 0.2


@pytest.mark.parametrize("text", ["", " \n", "\0", "x" * 1_000_000, "half a \ud800"])
def test_a_text_of_nothing_has_a_vector_all_the_same(embedded: Encoder, text: str) -> None:
    assert np.isfinite(embedded.embed([text])).all()


def test_only_as_much_of_a_text_is_read_as_was_trained(embedded: Encoder) -> None:
    fits, long = embedded.read("sea " * (LONGEST - 2)), embedded.read("sea " * (LONGEST - 1))
    assert (len(fits.ids), fits.is_cut) == (LONGEST, False)
    assert (len(long.ids), long.is_cut) == (LONGEST, True)


def test_what_is_run_together_is_of_much_the_same_length() -> None:
    lengths = [3, 200, 4, 256, 3, 100, 90]
    made = list(Encoder.groups([Tokens((0,) * length) for length in lengths]))
    assert sorted(place for group in made for place in group) == list(range(len(lengths)))
    assert made == [[0, 4, 2], [6, 5], [1], [3]]


def test_the_file_is_made_once(tiny: Path, tmp_path: Path) -> None:
    open_encoder(tmp_path, folder=tiny)
    (path,) = tmp_path.iterdir()
    made_at = path.stat().st_mtime_ns
    open_encoder(tmp_path, folder=tiny)
    assert path.stat().st_mtime_ns == made_at
    open_encoder(tmp_path, folder=tiny, precision="float32")
    open_encoder(tmp_path, folder=write_folder(tmp_path.parent / "other", seed=2))
    assert len(list(tmp_path.iterdir())) == 3


def _change(folder: Path, **config: Any) -> None:
    (folder / "config.json").write_text(json.dumps({**CONFIG, **config}))


def _without(folder: Path, name: str) -> None:
    left = {key: tensor for key, tensor in weights().items() if key != name}
    (folder / "model.safetensors").write_bytes(safetensors(left))


def _nan(folder: Path) -> None:
    tensors = weights()
    tensors["encoder.layer.1.output.dense.bias"][0] = np.nan
    (folder / "model.safetensors").write_bytes(safetensors(tensors))


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda folder: (folder / "config.json").unlink(), "config.json: cannot be read"),
        (lambda folder: (folder / "config.json").write_text("[]"), "is no object"),
        (lambda folder: (folder / "tokenizer.json").write_text("{}"), "is no tokenizer"),
        (lambda folder: (folder / "model.safetensors").unlink(), "cannot be read"),
        (lambda folder: (folder / "model.safetensors").write_bytes(b"?"), "cut off"),
        (lambda folder: _change(folder, model_type="gpt2"), "model_type is 'gpt2'"),
        (lambda folder: _change(folder, hidden_act="relu"), "hidden_act is 'relu'"),
        (lambda folder: _change(folder, hidden_size="64"), "hidden_size is '64'"),
        (lambda folder: _change(folder, num_attention_heads=5), "5 heads do not share"),
        (lambda folder: _change(folder, num_hidden_layers=3), "there is no such tensor"),
        (lambda folder: _change(folder, intermediate_size=96), "the config says (96, 64)"),
        (lambda folder: _change(folder, vocab_size=4), "12 words, and vectors for 4"),
        (
            lambda folder: _without(folder, "embeddings.word_embeddings.weight"),
            "embeddings.word_embeddings.weight: there is no such tensor",
        ),
        (_nan, "gives no numbers"),
    ],
)
def test_files_that_are_no_such_model_are_told(tmp_path: Path, damage: Any, message: str) -> None:
    folder = write_folder(tmp_path / "model")
    damage(folder)
    with pytest.raises(WeightsError) as caught:
        open_encoder(tmp_path / "cache", folder=folder).embed(["tide"])
    assert message in str(caught.value)
