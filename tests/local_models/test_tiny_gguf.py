"""llama.cpp takes the small files for what they say they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from local_models.llama import Model
from local_models.llama_context import Context, Feed
from local_models.llama_sampler import Sampler, SamplerOptions
from tests.local_models.tiny_gguf import TinyModel, write_model


def say(path: Path) -> bytes:
    model = Model(path)
    context = Context(model, sequences=1, context=64, batch=64, threads=1)
    sampler = Sampler(model, SamplerOptions(temperature=0.0))
    said, tokens, position = b"", model.tokenize("the sea", parse_special=False), 0
    for _ in range(16):
        (output,) = context.decode([Feed(0, position, tokens, wants_logits=True)])
        position += len(tokens)
        tokens = [sampler.sample(output)]
        said += model.piece(tokens[0])
    for held in (sampler, context, model):
        held.close()
    return said


def test_the_same_seed_makes_the_same_model(tmp_path: Path) -> None:
    one = say(write_model(tmp_path / "one.gguf"))
    assert one == say(write_model(tmp_path / "same.gguf"))
    assert one != say(write_model(tmp_path / "other.gguf", TinyModel(seed=1)))


@pytest.mark.parametrize("text", ["the sea is blue", " yes", "ü🎉\n", "def one(two): return"])
def test_text_survives_its_tokens(tmp_path: Path, text: str) -> None:
    model = Model(write_model(tmp_path / "tiny.gguf"))
    tokens = model.tokenize(text, parse_special=False)
    assert b"".join(map(model.piece, tokens)) == text.encode()
    model.close()
