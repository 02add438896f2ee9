"""Small model files with random weights, made in milliseconds: for what the builtin model lacks.

A llama of two layers and some five hundred tokens, with a chat template, byte-fallback tokens, and,
if asked for, fill-in-the-middle tokens or a pooling type (it then gives embeddings). What it
says is noise, the same noise for the same `seed`. `write_lora` makes an adapter for it.

The format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

CHATML = (
    "{% for message in messages %}"
    "{{ '<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>' + '\n' }}"
    "{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}"
)
MEAN_POOLING = 1  # llama_pooling_type
_F32, _Q4_1 = 0, 3  # ggml_type
_BLOCK = np.dtype([("d", "<f2"), ("m", "<f2"), ("q", "u1", (16,))])  # of 32 weights in Q4_1

Value = str | bool | int | float | Sequence[str] | Sequence[int] | Sequence[float]
Tensors = Mapping[str, NDArray[np.float32]]

_NORMAL, _UNKNOWN, _CONTROL, _BYTE = 1, 2, 3, 6  # llama_token_type
_UINT32, _INT32, _FLOAT32, _BOOL, _STRING, _ARRAY = 4, 5, 6, 7, 8, 9  # gguf_metadata_value_type
_ALIGNMENT = 32
_WORDS = "the sea sky is blue yes no one two def return weather colour deep"
_FIM = ("<|fim_prefix|>", "<|fim_suffix|>", "<|fim_middle|>")
_HEADS = 4


@dataclass(frozen=True, slots=True)
class TinyModel:
    """`words` become one token each, with and without a space before them. `is_coarse`: its layers'
    matrices have the values that Q4_1 has; `is_packed`: and are kept so."""

    words: tuple[str, ...] = tuple(_WORDS.split())
    layers: int = 2
    width: int = 32
    context: int = 1024
    seed: int = 0
    fim: bool = False
    pooling: int | None = None
    chat_template: str | None = CHATML
    name: str = "tiny"
    is_coarse: bool = False
    is_packed: bool = False

    @property
    def vocabulary(self) -> tuple[tuple[str, int, float], ...]:
        """Each token's text, type and score: a tokenizer of the SentencePiece kind."""
        controls = ["<s>", "</s>", "<|im_start|>", "<|im_end|>", *(_FIM if self.fim else ())]
        letters = [chr(code) for code in range(33, 127)]
        spaced = ["\u2581" + text for text in (*letters, *self.words)]
        texts = dict.fromkeys(["\u2581", *letters, *spaced, *self.words])
        # A word is reached by merging its beginnings, so these are tokens too; longer ones win.
        starts = {word[:end] for word in texts for end in range(2, len(word))}
        words = sorted(texts.keys() | starts, key=lambda text: (len(text), text))
        return (
            ("<unk>", _UNKNOWN, 0.0),
            *((text, _CONTROL, 0.0) for text in controls),
            *((f"<0x{byte:02X}>", _BYTE, 0.0) for byte in range(256)),
            *((text, _NORMAL, float(len(text))) for text in words),
        )


def write_model(path: Path, model: TinyModel | None = None) -> Path:
    """Writes the file, and returns where."""
    model = model or TinyModel()
    vocabulary = model.vocabulary
    texts = [text for text, _, _ in vocabulary]
    metadata: dict[str, Value] = {
        "general.architecture": "llama",
        "general.name": model.name,
        "llama.context_length": model.context,
        "llama.embedding_length": model.width,
        "llama.block_count": model.layers,
        "llama.feed_forward_length": 2 * model.width,
        "llama.attention.head_count": _HEADS,
        "llama.attention.layer_norm_rms_epsilon": 1e-5,
        "tokenizer.ggml.model": "llama",
        "tokenizer.ggml.tokens": texts,
        "tokenizer.ggml.scores": [score for _, _, score in vocabulary],
        "tokenizer.ggml.token_type": [kind for _, kind, _ in vocabulary],
        "tokenizer.ggml.bos_token_id": texts.index("<s>"),
        "tokenizer.ggml.eos_token_id": texts.index("<|im_end|>"),
        "tokenizer.ggml.unknown_token_id": 0,
        "tokenizer.ggml.add_space_prefix": False,
    }
    if model.chat_template is not None:
        metadata["tokenizer.chat_template"] = model.chat_template
    if model.pooling is not None:
        metadata["llama.pooling_type"] = model.pooling
    if model.fim:
        keys = ("fim_pre", "fim_suf", "fim_mid")
        for key, text in zip(keys, _FIM, strict=True):
            metadata[f"tokenizer.ggml.{key}_token_id"] = texts.index(text)
    tensors = _weights(model, len(texts))
    if model.is_coarse:
        for name, tensor in tensors.items():
            if _is_of_a_layer(name, tensor):
                tensors[name] = _unpacked(_packed(tensor), tensor.shape)
    write_gguf(path, metadata, tensors, is_packed=model.is_packed)
    return path


def write_lora(path: Path, model: TinyModel | None = None, *, rank: int = 4, seed: int = 1) -> Path:
    """An adapter of every layer's queries and values, strong enough to change what is said."""
    model = model or TinyModel()
    metadata: dict[str, Value] = {
        "general.architecture": "llama",
        "general.type": "adapter",
        "adapter.type": "lora",
        "adapter.lora.alpha": float(rank),
    }
    random, width = np.random.default_rng(seed), model.width
    tensors = {}
    for layer in range(model.layers):
        for name in ("attn_q", "attn_v"):
            tensors[f"blk.{layer}.{name}.weight.lora_a"] = _matrix(random, rank, width)
            tensors[f"blk.{layer}.{name}.weight.lora_b"] = _matrix(random, width, rank)
    write_gguf(path, metadata, tensors)
    return path


def write_gguf(
    path: Path, metadata: Mapping[str, Value], tensors: Tensors, *, is_packed: bool = False
) -> None:
    """Any GGUF file whose tensors are 32-bit floats; or, `is_packed`, its layers' matrices Q4_1."""
    head = b"GGUF" + struct.pack("<IQQ", 3, len(tensors), len(metadata))
    for key, value in metadata.items():
        head += _string(key) + _value(value)
    data = b""
    for name, tensor in tensors.items():
        shape = tensor.shape[::-1]  # theirs begins with the dimension that lies together
        head += _string(name) + struct.pack(f"<I{len(shape)}Q", len(shape), *shape)
        packs = is_packed and _is_of_a_layer(name, tensor)
        head += struct.pack("<IQ", _Q4_1 if packs else _F32, len(data))
        data += _padded(_packed(tensor) if packs else tensor.astype("<f4").tobytes())
    path.write_bytes(_padded(head) + data)


def _weights(model: TinyModel, vocab_size: int) -> dict[str, NDArray[np.float32]]:
    random, width = np.random.default_rng(model.seed), model.width
    ones = np.ones(width, np.float32)
    tensors = {
        "token_embd.weight": _matrix(random, vocab_size, width),
        "output_norm.weight": ones,
        "output.weight": _matrix(random, vocab_size, width),
    }
    for layer in range(model.layers):
        shapes = {
            "attn_q": (width, width),
            "attn_k": (width, width),
            "attn_v": (width, width),
            "attn_output": (width, width),
            "ffn_gate": (2 * width, width),
            "ffn_up": (2 * width, width),
            "ffn_down": (width, 2 * width),
        }
        tensors |= {f"blk.{layer}.{n}.weight": _matrix(random, *s) for n, s in shapes.items()}
        tensors |= {f"blk.{layer}.{n}.weight": ones for n in ("attn_norm", "ffn_norm")}
    return tensors


def _matrix(random: np.random.Generator, rows: int, columns: int) -> NDArray[np.float32]:
    matrix = random.standard_normal((rows, columns), dtype=np.float32)
    matrix *= 2 / columns**0.5
    return matrix


def _is_of_a_layer(name: str, tensor: NDArray[np.float32]) -> bool:
    return name.startswith("blk.") and tensor.ndim == 2


def _packed(tensor: NDArray[np.float32]) -> bytes:
    rows = tensor.reshape(-1, 32)
    blocks = np.zeros(len(rows), _BLOCK)
    blocks["m"] = rows.min(axis=1)
    blocks["d"] = (rows.max(axis=1) - rows.min(axis=1)) / 15
    least, step = blocks["m"].astype(np.float32), blocks["d"].astype(np.float32)
    steps = np.rint((rows - least[:, None]) / step[:, None]).clip(0, 15).astype(np.uint8)
    blocks["q"] = steps[:, :16] | steps[:, 16:] << 4
    return blocks.tobytes()


def _unpacked(data: bytes, shape: tuple[int, ...]) -> NDArray[np.float32]:
    blocks = np.frombuffer(data, _BLOCK)
    steps = np.concatenate([blocks["q"] & 15, blocks["q"] >> 4], axis=1).astype(np.float32)
    least, step = blocks["m"].astype(np.float32), blocks["d"].astype(np.float32)
    values: NDArray[np.float32] = steps * step[:, None] + least[:, None]
    return values.reshape(shape)


def _value(value: Value) -> bytes:
    match value:
        case str() | bool() | int() | float():
            kind, data = _scalar(value)
            return struct.pack("<I", kind) + data
        case _:
            items = [_scalar(item) for item in value]
            kind = items[0][0]
            if kind == _UINT32:
                kind = _INT32  # as llama.cpp wants the kinds of tokens; small numbers look the same
            return struct.pack("<IIQ", _ARRAY, kind, len(items)) + b"".join(d for _, d in items)


def _scalar(value: str | bool | float) -> tuple[int, bytes]:
    match value:
        case str():
            return _STRING, _string(value)
        case bool():
            return _BOOL, struct.pack("<?", value)
        case int():
            return _UINT32, struct.pack("<I", value)
        case float():
            return _FLOAT32, struct.pack("<f", value)


def _string(text: str) -> bytes:
    data = text.encode()
    return struct.pack("<Q", len(data)) + data


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % _ALIGNMENT)
