"""A BERT encoder of two layers with random weights, as the files that the real one comes in; and
what it must give, computed by numpy from the published architecture, with nothing of ours."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Weights = Mapping[str, NDArray[np.float32]]

WORDS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "tide", "sea", "moon", "##s", "rise", "a", ",")
CONFIG = {
    "model_type": "bert",
    "hidden_act": "gelu",
    "num_hidden_layers": 2,
    "hidden_size": 64,
    "num_attention_heads": 4,
    "intermediate_size": 128,
    "max_position_embeddings": 40,
    "vocab_size": len(WORDS),
    "layer_norm_eps": 1e-12,
}


def weights(seed: int = 1) -> dict[str, NDArray[np.float32]]:
    dice = np.random.default_rng(seed)
    width, inner = 64, 128

    def some(*shape: int) -> NDArray[np.float32]:
        return (dice.standard_normal(shape) / math.sqrt(shape[-1])).astype(np.float32)

    made = {
        "embeddings.word_embeddings.weight": some(len(WORDS), width),
        "embeddings.position_embeddings.weight": some(40, width),
        "embeddings.token_type_embeddings.weight": some(2, width),
    }
    norms = ["embeddings.LayerNorm"]
    for number in range(2):
        layer = f"encoder.layer.{number}"
        products = {
            f"attention.self.{part}": (width, width) for part in ("query", "key", "value")
        } | {
            "attention.output.dense": (width, width),
            "intermediate.dense": (inner, width),
            "output.dense": (width, inner),
        }
        for name, shape in products.items():
            made[f"{layer}.{name}.weight"] = some(*shape)
            made[f"{layer}.{name}.bias"] = some(shape[0])
        norms += [f"{layer}.attention.output.LayerNorm", f"{layer}.output.LayerNorm"]
    for norm in norms:
        made[f"{norm}.weight"] = 1 + some(width)
        made[f"{norm}.bias"] = some(width)
    return made


def safetensors(tensors: Mapping[str, NDArray[np.generic]]) -> bytes:
    header: dict[str, object] = {"__metadata__": {"format": "pt"}}
    body = b""
    names = {"float32": "F32", "float16": "F16", "int64": "I64"}
    for name, tensor in tensors.items():
        data = tensor.tobytes()
        place = [len(body), len(body) + len(data)]
        header[name] = {
            "dtype": names[str(tensor.dtype)],
            "shape": list(tensor.shape),
            "data_offsets": place,
        }
        body += data
    told = json.dumps(header).encode()
    return len(told).to_bytes(8, "little") + told + body


def write_folder(folder: Path, seed: int = 1) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    more = {"embeddings.position_ids": np.arange(40, dtype=np.int64)[None]}
    (folder / "model.safetensors").write_bytes(safetensors({**weights(seed), **more}))
    (folder / "config.json").write_text(json.dumps(CONFIG))
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer()))
    return folder


def tokenizer() -> dict[str, object]:
    special = [
        {
            "id": number,
            "content": word,
            "special": True,
            "single_word": False,
            "lstrip": False,
            "rstrip": False,
            "normalized": False,
        }
        for number, word in enumerate(WORDS[:4])
    ]
    return {
        "version": "1.0",
        "truncation": {
            "max_length": 8,
            "strategy": "LongestFirst",
            "stride": 0,
            "direction": "Right",
        },
        "padding": None,
        "added_tokens": special,
        "normalizer": {
            "type": "BertNormalizer",
            "clean_text": True,
            "handle_chinese_chars": True,
            "strip_accents": None,
            "lowercase": True,
        },
        "pre_tokenizer": {"type": "BertPreTokenizer"},
        "post_processor": None,
        "decoder": {"type": "WordPiece", "prefix": "##", "cleanup": True},
        "model": {
            "type": "WordPiece",
            "unk_token": "[UNK]",
            "continuing_subword_prefix": "##",
            "max_input_chars_per_word": 100,
            "vocab": {word: number for number, word in enumerate(WORDS)},
        },
    }


def vector_by_hand(
    tensors: Weights, ids: Sequence[int], *, layers: int, heads: int
) -> NDArray[np.float64]:
    """In 64 bits, of one text: no padding, no mask, no batch."""

    def get(name: str) -> NDArray[np.float64]:
        return tensors[name].astype(np.float64)

    def dense(name: str, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        return rows @ get(f"{name}.weight").T + get(f"{name}.bias")

    def norm(name: str, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        centred = rows - rows.mean(axis=-1, keepdims=True)
        spread = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + 1e-12)
        scaled: NDArray[np.float64] = centred / spread * get(f"{name}.weight")
        return scaled + get(f"{name}.bias")

    rows = get("embeddings.word_embeddings.weight")[list(ids)]
    rows = rows + get("embeddings.position_embeddings.weight")[: len(ids)]
    rows = norm("embeddings.LayerNorm", rows + get("embeddings.token_type_embeddings.weight")[0])
    each = rows.shape[1] // heads
    for number in range(layers):
        layer = f"encoder.layer.{number}"
        parts = [
            dense(f"{layer}.attention.self.{part}", rows).reshape(len(ids), heads, each)
            for part in ("query", "key", "value")
        ]
        heard = np.empty_like(parts[0])
        for head in range(heads):
            query, key, value = (part[:, head] for part in parts)
            scores = np.exp(query @ key.T / math.sqrt(each))
            heard[:, head] = scores / scores.sum(axis=1, keepdims=True) @ value
        spoken = dense(f"{layer}.attention.output.dense", heard.reshape(len(ids), -1))
        rows = norm(f"{layer}.attention.output.LayerNorm", rows + spoken)
        wide = dense(f"{layer}.intermediate.dense", rows)
        bent = wide * (1 + np.vectorize(math.erf)(wide / math.sqrt(2))) / 2
        rows = norm(f"{layer}.output.LayerNorm", rows + dense(f"{layer}.output.dense", bent))
    mean: NDArray[np.float64] = rows.mean(axis=0)
    unit: NDArray[np.float64] = np.divide(mean, np.linalg.norm(mean))
    return unit
