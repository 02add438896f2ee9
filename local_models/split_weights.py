"""Q4_1 weights in a form that a CPU multiplies faster, saying the same.

llama.cpp multiplies Q4_1 matrices row by row and token by token: eight tokens take eight times as
long as one. Q4_0 matrices it packs anew for the CPU's vectors when it loads them, and then several
tokens share the work. A block of 32 weights is

    Q4_1:  d * q + m            with q from 0 to 15
    Q4_0:  d * (q - 8)          with the same d and the same q

so that W = W0 + C S: W0 is the Q4_0 matrix with the same bits, C has each block's m + 8 d, and S
adds up each block's inputs. C S is what llama.cpp calls a LoRA adapter, of as many ranks as a row
has blocks. Nothing is rounded but the sum m + 8 d, to 32 bits.

Seen on one Zen 5 core, SmolLM2-135M, ms of CPU: a token of prompt 3.7 -> 1.7; a step of 1, 2, 4
and 8 sequences 6.7 -> 6.5, 15.9 -> 13.3, 26.6 -> 17.5, 44.3 -> 27.4. The perplexity of 8 texts was
30.8 and 31.0, and of weights rounded to Q8_0 30.7: so far do the kernels' own roundings differ.

The format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
"""

from __future__ import annotations

import math
import mmap
import os
import re
import struct
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

_LARGEST = 1 << 30  # bytes of a file; a larger one would take many seconds at each start
_BLOCK = 32
_F32, _Q4_0, _Q4_1 = 0, 2, 3  # ggml_type
_Q4_1_BLOCK = np.dtype([("d", "<f2"), ("m", "<f2"), ("q", "u1", (_BLOCK // 2,))])
_Q4_0_BLOCK = np.dtype([("d", "<f2"), ("q", "u1", (_BLOCK // 2,))])
_FORMATS = dict(enumerate("B b H h I i f ?".split())) | {10: "Q", 11: "q", 12: "d"}
_FLOAT32, _STRING, _ARRAY = 6, 8, 9  # gguf_metadata_value_type
_ALIGNMENT = 32
# The matrices that llama.cpp adds an adapter's part to, in models of this architecture.
_ARCHITECTURE = b"llama"
_ADAPTABLE = re.compile(rb"blk\.\d+\.(attn_(q|k|v|output)|ffn_(gate|up|down))\.weight")


@dataclass(frozen=True, slots=True)
class Split:
    """Paths of two files that exist in memory, until the end of the block that made them."""

    weights: Path
    correction: Path  # an adapter, to be applied always


@dataclass(frozen=True, slots=True)
class Tensor:
    name: bytes
    sizes: tuple[int, ...]  # the one whose values lie together first
    kind: int
    start: int  # in the file
    end: int

    @property
    def splits(self) -> bool:
        is_matrix = len(self.sizes) == 2 and self.sizes[0] % _BLOCK == 0
        return self.kind == _Q4_1 and is_matrix and _ADAPTABLE.fullmatch(self.name) is not None


@contextmanager
def open_split(path: Path) -> Iterator[Split | None]:
    """None for a file that has nothing to split, or that is none of ours to judge."""
    with ExitStack() as stack:
        yield _split(path, stack)


def split_size(path: Path) -> int:
    """Bytes of both files that `open_split` would make; 0: none."""
    with ExitStack() as stack:
        found = _find(path, stack)
        if found is None:
            return 0
        _, header = found
        corrections = (_correction_size(tensor) for tensor in header.tensors if tensor.splits)
        return sum(_size(tensor) for tensor in header.tensors) + sum(corrections)


def _find(path: Path, stack: ExitStack) -> tuple[mmap.mmap, Header] | None:
    """The bytes and the header of a file that has something to split."""
    try:
        if path.stat().st_size > _LARGEST:
            return None
        file = stack.enter_context(path.open("rb"))
        data = stack.enter_context(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        header = Header(data)
    except (OSError, ValueError, struct.error, KeyError, RecursionError):
        return None  # llama.cpp says what is wrong with it
    if header.architecture != _ARCHITECTURE or not any(t.splits for t in header.tensors):
        return None
    return data, header


def _split(path: Path, stack: ExitStack) -> Split | None:
    found = _find(path, stack)
    if found is None:
        return None
    data, header = found
    weights, correction = (
        stack.enter_context(os.fdopen(os.memfd_create(name), "wb"))
        for name in ("weights", "correction")
    )
    pairs: list[tuple[bytes, NDArray[np.float32]]] = []
    kinds = [_Q4_0 if tensor.splits else tensor.kind for tensor in header.tensors]
    parts = [_size(tensor) for tensor in header.tensors]
    weights.write(_padded(header.rewritten(kinds, parts)))
    for tensor in header.tensors:
        raw = data[tensor.start : tensor.end]
        if tensor.splits:
            raw, centres = _split_blocks(raw, tensor.sizes)
            row_sums = np.repeat(np.eye(centres.shape[1], dtype="<f4"), _BLOCK, axis=1)
            pairs += [(tensor.name + b".lora_a", row_sums), (tensor.name + b".lora_b", centres)]
        weights.write(_padded(raw))
    correction.write(_adapter(pairs))
    weights.flush()
    correction.flush()
    return Split(*(Path(f"/proc/self/fd/{made.fileno()}") for made in (weights, correction)))


def _split_blocks(raw: bytes, sizes: tuple[int, ...]) -> tuple[bytes, NDArray[np.float32]]:
    """The Q4_0 blocks, and a row of block centres for each row."""
    blocks = np.frombuffer(raw, _Q4_1_BLOCK)
    packed = np.empty(len(blocks), _Q4_0_BLOCK)
    packed["d"], packed["q"] = blocks["d"], blocks["q"]
    centres = blocks["m"].astype("<f4") + 8 * blocks["d"].astype("<f4")
    return packed.tobytes(), centres.reshape(sizes[1], sizes[0] // _BLOCK)


def _size(tensor: Tensor) -> int:
    """As it will be."""
    size = tensor.end - tensor.start
    return size // _Q4_1_BLOCK.itemsize * _Q4_0_BLOCK.itemsize if tensor.splits else size


def _correction_size(tensor: Tensor) -> int:
    """Of what is added to it: block centres, and what sums up each block's inputs."""
    inputs, outputs = tensor.sizes
    return np.dtype("<f4").itemsize * (inputs // _BLOCK) * (inputs + outputs)


class Header:
    """What stands before the weights."""

    def __init__(self, data: mmap.mmap) -> None:
        """Raises `ValueError`, `KeyError`, `struct.error` or `RecursionError` for what it cannot
        read, which is anything but GGUF 3."""
        self._data, self._at = data, 0
        magic, version, tensor_count, self._key_count = self._take("<4sIQQ")
        if (magic, version) != (b"GGUF", 3):
            raise ValueError("not GGUF 3")
        begin = self._at
        keys = dict(self._pair() for _ in range(self._key_count))
        self._metadata = data[begin : self._at]
        if keys.get(b"split.count", 1) != 1 or keys.get(b"general.alignment", 32) != _ALIGNMENT:
            raise ValueError("one of several files, or aligned otherwise")
        self.architecture = keys.get(b"general.architecture")
        told = [self._tensor() for _ in range(tensor_count)]
        base = _aligned(self._at)
        ends = [*(start for *_, start in told[1:]), len(data) - base]
        self.tensors = [
            Tensor(name, sizes, kind, base + start, base + _end(sizes, kind, start, end))
            for (name, sizes, kind, start), end in zip(told, ends, strict=True)
        ]
        borders = [place for tensor in self.tensors for place in (tensor.start, tensor.end)]
        if borders != sorted(borders) or borders[-1:] > [len(data)]:
            raise ValueError("tensors overlap, or end behind the file")

    def rewritten(self, kinds: list[int], parts: list[int]) -> bytes:
        """The same header for tensors of these kinds, which take so many bytes."""
        index, start = b"", 0
        for tensor, kind, part in zip(self.tensors, kinds, parts, strict=True):
            index += _index_entry(tensor.name, tensor.sizes, kind, start)
            start += _aligned(part)
        head = struct.pack("<4sIQQ", b"GGUF", 3, len(self.tensors), self._key_count)
        return head + self._metadata + index

    def _take(self, form: str) -> tuple[Any, ...]:
        taken = struct.unpack_from(form, self._data, self._at)
        self._at += struct.calcsize(form)
        return taken

    def _text(self) -> bytes:
        (size,) = self._take("<Q")
        text = self._data[self._at : self._at + size]
        if len(text) != size:
            raise ValueError("ends within a text")
        self._at += size
        return text

    def _pair(self) -> tuple[bytes, Any]:
        return self._text(), self._value(*self._take("<I"))

    def _value(self, kind: int) -> Any:
        if kind == _STRING:
            return self._text()
        if kind == _ARRAY:
            inner, count = self._take("<IQ")
            for _ in range(count):
                self._value(inner)
            return None
        return self._take("<" + _FORMATS[kind])[0]

    def _tensor(self) -> tuple[bytes, tuple[int, ...], int, int]:
        name = self._text()
        (dimensions,) = self._take("<I")
        sizes = self._take(f"<{dimensions}Q")
        kind, start = self._take("<IQ")
        return name, sizes, kind, start


def _end(sizes: tuple[int, ...], kind: int, start: int, end: int) -> int:
    """Where it ends: without the padding if it may be taken apart, else with it."""
    if kind != _Q4_1:
        return end
    return start + math.prod(sizes) // _BLOCK * _Q4_1_BLOCK.itemsize


def _adapter(pairs: list[tuple[bytes, NDArray[np.float32]]]) -> bytes:
    """`alpha` 0 means that the products are added as they are."""
    metadata = [
        *(
            _string(key) + struct.pack("<I", _STRING) + _string(value)
            for key, value in (
                (b"general.architecture", _ARCHITECTURE),
                (b"general.type", b"adapter"),
                (b"adapter.type", b"lora"),
            )
        ),
        _string(b"adapter.lora.alpha") + struct.pack("<If", _FLOAT32, 0.0),
    ]
    index, start = b"", 0
    for name, matrix in pairs:
        index += _index_entry(name, matrix.shape[::-1], _F32, start)
        start += _aligned(matrix.nbytes)
    head = struct.pack("<4sIQQ", b"GGUF", 3, len(pairs), len(metadata))
    body = [_padded(matrix.tobytes()) for _, matrix in pairs]
    return b"".join([_padded(head + b"".join(metadata) + index), *body])


def _index_entry(name: bytes, sizes: tuple[int, ...], kind: int, start: int) -> bytes:
    return _string(name) + struct.pack(f"<I{len(sizes)}QIQ", len(sizes), *sizes, kind, start)


def _string(text: bytes) -> bytes:
    return struct.pack("<Q", len(text)) + text


def _padded(data: bytes) -> bytes:
    return data.ljust(_aligned(len(data)), b"\0")


def _aligned(size: int) -> int:
    return -(-size // _ALIGNMENT) * _ALIGNMENT
