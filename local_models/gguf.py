"""The header of a GGUF file: what a model is, read without loading it.

The format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md. A file from anywhere may say
anything, so every count is held against the file's size before it is believed, and long lists
(the vocabulary) are counted, not kept.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

Value = int | float | bool | str | tuple[int | float | bool, ...]

_MAGIC = b"GGUF"
_READABLE_VERSIONS = (2, 3)
_STRING, _ARRAY = 8, 9
_NUMBERS = {  # by gguf_metadata_value_type
    0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d",
}  # fmt: skip
_MOST_KEPT = 4096  # numbers of a list: layers have some, vocabularies have more
_MOST_LAYERS = 4096


class GgufError(ValueError):
    """The file is no GGUF file, or a damaged one; the message says in what way."""


@dataclass(frozen=True, slots=True)
class Header:
    """`lengths` are those of the lists that are not kept."""

    tensors: int
    metadata: Mapping[str, Value]
    lengths: Mapping[str, int]
    size: int  # of the file

    @property
    def architecture(self) -> str:
        return self.text("general.architecture")

    def text(self, key: str) -> str:
        value = self.metadata.get(key)
        return value if isinstance(value, str) else ""

    def number(self, key: str) -> int:
        """0 where there is none."""
        value = self.metadata.get(key)
        return value if isinstance(value, int) else 0

    def own(self, key: str) -> int:
        """Of the architecture's own keys: `llama.block_count`."""
        return self.number(f"{self.architecture}.{key}")

    def per_layer(self, key: str, default: int) -> tuple[int, ...]:
        """A number that all layers share, or one for each."""
        layers = self.own("block_count")
        value = self.metadata.get(f"{self.architecture}.{key}")
        if isinstance(value, tuple):
            return tuple(one for one in value if isinstance(one, int))
        return (value if isinstance(value, int) else default,) * layers


def read_header(path: Path) -> Header:
    """Raises `GgufError`, and `OSError` for what the system cannot open or read."""
    with path.open("rb") as file:
        return _Reader(file).header()


class _Reader:
    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._size = os.fstat(file.fileno()).st_size

    def header(self) -> Header:
        if not self._size:
            raise GgufError("is empty")
        magic = self._file.read(4)
        if magic != _MAGIC:
            raise GgufError(f"not a GGUF file (it starts with {magic!r})")
        version = self._number("I")
        if version not in _READABLE_VERSIONS:
            raise GgufError(f"GGUF version {version}; versions 2 and 3 can be read")
        tensors, pairs = self._number("Q"), self._number("Q")
        if tensors + pairs > self._size:  # each takes more than a byte
            raise GgufError(f"truncated or damaged: {self._size} bytes for {tensors} tensors")
        metadata: dict[str, Value] = {}
        lengths: dict[str, int] = {}
        for _ in range(pairs):
            key, kind = self._text(), self._number("I")
            if kind == _ARRAY:
                kind, length = self._number("I"), self._count()
                lengths[key] = length
                if kind in _NUMBERS and length <= _MOST_KEPT:
                    metadata[key] = self._numbers(kind, length)
                else:
                    self._skip(kind, length)
            elif kind == _STRING:
                metadata[key] = self._text()
            else:
                metadata[key] = self._numbers(kind, 1)[0]
        header = Header(tensors, metadata, lengths, self._size)
        if not 0 <= header.own("block_count") <= _MOST_LAYERS:
            raise GgufError(f"damaged: it says that it has {header.own('block_count')} layers")
        return header

    def _numbers(self, kind: int, length: int) -> tuple[int | float | bool, ...]:
        if kind not in _NUMBERS:
            raise GgufError(f"damaged: a value of kind {kind}, which there is not")
        packed = struct.Struct(f"<{length}{_NUMBERS[kind]}")
        return packed.unpack(self._bytes(packed.size))

    def _number(self, code: str) -> int:
        packed = struct.Struct(f"<{code}")
        (number,) = packed.unpack(self._bytes(packed.size))
        return int(number)

    def _count(self) -> int:
        count = self._number("Q")
        if count > self._size:
            raise GgufError(f"truncated or damaged: a list of {count} in {self._size} bytes")
        return count

    def _text(self) -> str:
        return self._bytes(self._count()).decode("utf-8", "replace")

    def _skip(self, kind: int, length: int) -> None:
        if kind == _STRING:
            for _ in range(length):
                self._bytes(self._count())
        elif kind in _NUMBERS:
            self._bytes(length * struct.calcsize(f"<{_NUMBERS[kind]}"))
        else:
            raise GgufError(f"damaged: a list of kind {kind}, which there is not")

    def _bytes(self, count: int) -> bytes:
        data = self._file.read(count)
        if len(data) < count:
            raise GgufError(f"truncated: it ends within its header, after {self._size} bytes")
        return data
