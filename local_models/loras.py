"""The adapters of a model by name, loaded and unloaded while it serves.

Who speaks with one holds it: an adapter that is no longer named is freed when its last reply ends,
and a file that has changed is loaded anew beside what was read from it before. Each load has a
number of its own, because what was read with another one is worth nothing to it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from local_models.gguf import GgufError, read_header
from local_models.llama import Lora, Model
from local_models.model_files import ModelFileError


class UnknownAdapterError(ValueError):
    """No adapter of this name is loaded."""


@dataclass(frozen=True, slots=True)
class NamedLora:
    adapter: Lora
    number: int
    read_from: tuple[str, int, int]


class Loras:
    def __init__(self, model: Model, wanted: Mapping[str, str]) -> None:
        """Raises `ModelFileError`."""
        self._model = model
        self._numbers = count(1)
        self._by_name: Mapping[str, NamedLora] = {}
        self.change(wanted)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._by_name)

    def change(self, wanted: Mapping[str, str]) -> None:
        """Have these and no others, or, with a `ModelFileError`, those that there were."""
        self._by_name = {name: self._load(name, Path(path)) for name, path in wanted.items()}

    def find(self, name: str) -> NamedLora:
        found = self._by_name.get(name)
        if found is None:
            raise UnknownAdapterError(f"{self._model.name} has no adapter {name[:40]!r} loaded")
        return found

    def close(self) -> None:
        self._by_name = {}

    def _load(self, name: str, path: Path) -> NamedLora:
        try:
            header, stat = read_header(path), os.stat(path)
        except OSError as error:
            raise ModelFileError(f"{path}: cannot be read: {error.strerror}") from error
        except GgufError as error:
            raise ModelFileError(f"{path}: {error}") from error
        if header.text("adapter.type") != "lora":
            raise ModelFileError(f"{path}: not a LoRA adapter")
        read_from = (str(path), stat.st_mtime_ns, stat.st_size)
        known = self._by_name.get(name)
        if known is not None and known.read_from == read_from:
            return known
        return NamedLora(Lora(self._model, path), next(self._numbers), read_from)
