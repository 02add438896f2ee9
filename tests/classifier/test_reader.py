"""The vector of what a prompt is about: what ships, and what is refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from classifier.encoder_files import DIMENSIONS, WeightsError
from classifier.reader import FOLDER, LAYERS, LONGEST, TOKENIZER, WORDS, Reader
from edge.core.errors import EdgeError

READER = Reader()


def copied(to: Path) -> Path:
    return Path(shutil.copytree(FOLDER, to / "reader"))


@pytest.mark.parametrize(
    "text", ["", "\ud800", "why?", "日本の首都", "\x00\xff" * 50, "a b " * 9999]
)
def test_any_text_has_a_vector_of_length_one(text: str) -> None:
    vector = READER.read(text)
    assert vector.shape == (DIMENSIONS,)
    assert np.linalg.norm(vector) == pytest.approx(1.0, abs=1e-3)


def test_what_means_the_same_is_nearer_than_what_does_not() -> None:
    poem, verse, bug = map(
        READER.read,
        (
            "Write me a poem about the sea",
            "Compose a verse on the ocean",
            "Why does my loop crash?",
        ),
    )
    assert poem @ verse > poem @ bug


def test_of_a_long_text_head_and_tail_are_read() -> None:
    middle = "and more of it " * LONGEST
    read = READER.read(f"Sum this up: {middle} {middle} in one line")
    assert np.array_equal(read, READER.read(f"Sum this up: {middle} {middle} {middle} in one line"))
    assert not np.allclose(read, READER.read(f"Sum this up: {middle} {middle} in French"))


def test_no_file_is_large() -> None:
    assert all(file.stat().st_size < 5_000_000 for file in FOLDER.iterdir())


@pytest.mark.parametrize("name", [WORDS, LAYERS, TOKENIZER])
def test_a_part_that_is_missing_is_named(tmp_path: Path, name: str) -> None:
    folder = copied(tmp_path)
    (folder / name).unlink()
    with pytest.raises(WeightsError, match=name):
        Reader(folder)


@pytest.mark.parametrize("name", [WORDS, LAYERS, TOKENIZER])
def test_a_part_that_is_junk_is_refused(tmp_path: Path, name: str) -> None:
    folder = copied(tmp_path)
    (folder / name).write_bytes(b"junk")
    with pytest.raises(EdgeError, match="reader"):
        Reader(folder)
