"""Makes the reader's files from the encoder's package: `python -m classifier.reader_files`.

Another reader needs other heads: `prelude train` afterwards, and `classifier.features.VERSION`
raised. No file is to be larger than 5 MB, so the words have one of their own: 8-bit numbers, with a
scale for each word.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from classifier.bert_graph import write_layers
from classifier.bert_shape import read_shape
from classifier.encoder_files import WeightsError, find_model
from classifier.reader import FOLDER, LAYERS, LONGEST, TOKENIZER, WORDS
from classifier.safetensors import Tensor, read_safetensors

_LAYERS = 2
_COMMONEST = 10_000
_FIRST = 999  # of the words that are no sign of the format: from here the commonest come first
_SIGNS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
_OPSET, _IR_VERSION = 20, 9
_TABLE = "embeddings.word_embeddings.weight"
_PLACES = "embeddings.position_embeddings.weight"


def write_reader(source: Path, folder: Path) -> None:
    weights = dict(read_safetensors(source / "model.safetensors"))
    tokenizer = json.loads((source / "tokenizer.json").read_bytes())
    kept = _kept_words(tokenizer)
    shape = replace(read_shape(source / "config.json"), layers=_LAYERS, positions=LONGEST)
    weights[_PLACES] = weights[_PLACES][:LONGEST]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / TOKENIZER).write_text(json.dumps(_with_words(tokenizer, kept)), "utf-8")
    (folder / LAYERS).write_bytes(write_layers(weights, shape))
    places = [tokenizer["model"]["vocab"][word] for word in kept]
    (folder / WORDS).write_bytes(_words_graph(weights[_TABLE][places]))


def _kept_words(tokenizer: dict[str, Any]) -> list[str]:
    known: dict[str, int] = tokenizer["model"]["vocab"]
    by_place = {place: word for word, place in known.items()}
    if any(sign not in known for sign in _SIGNS) or len(known) < _FIRST + _COMMONEST:
        raise WeightsError("tokenizer.json: not the words of a BERT model")
    return [*_SIGNS, *(by_place[_FIRST + at] for at in range(_COMMONEST))]


def _with_words(tokenizer: dict[str, Any], kept: Sequence[str]) -> dict[str, Any]:
    places = {word: place for place, word in enumerate(kept)}
    added = [
        {**one, "id": places[one["content"]]}
        for one in tokenizer["added_tokens"]
        if one["content"] in places
    ]
    model = {**tokenizer["model"], "vocab": places}
    return {**tokenizer, "added_tokens": added, "post_processor": None, "model": model}


def _words_graph(table: Tensor) -> bytes:
    from onnx import TensorProto, helper, numpy_helper

    scale = np.maximum(np.abs(table).max(axis=1, keepdims=True) / 127, np.float32(1e-12))
    constants = [
        numpy_helper.from_array(np.rint(table / scale).astype(np.int8), "numbers"),
        numpy_helper.from_array(scale.astype(np.float32), "scales"),
    ]
    nodes = [
        helper.make_node("Gather", ["numbers", "ids"], ["short"]),
        helper.make_node("Cast", ["short"], ["whole"], to=TensorProto.FLOAT),
        helper.make_node("Gather", ["scales", "ids"], ["scale"]),
        helper.make_node("Mul", ["whole", "scale"], ["words"]),
    ]
    tokens = ["batch", "tokens"]
    given = helper.make_tensor_value_info("ids", TensorProto.INT64, tokens)
    found = helper.make_tensor_value_info("words", TensorProto.FLOAT, [*tokens, table.shape[1]])
    graph = helper.make_graph(nodes, "words", [given], [found], constants)
    opsets = [helper.make_opsetid("", _OPSET)]
    model = helper.make_model(graph, opset_imports=opsets, ir_version=_IR_VERSION)
    written: bytes = model.SerializeToString()
    return written


if __name__ == "__main__":
    write_reader(find_model(), FOLDER)
