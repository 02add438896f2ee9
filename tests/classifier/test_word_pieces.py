from __future__ import annotations

import json
from pathlib import Path

import pytest
from tokenizers import Tokenizer

from classifier.encoder_files import WeightsError, find_model
from classifier.word_pieces import WordPieces
from tests.classifier.tiny_bert import tokenizer

LONGEST = 32
LONG = (
    "the sea rises at night " * 200,
    "antidisestablishmentarianism, " * 60,
    " \n" * 5000 + "tide " * 100,
    "日本語" * 300,
    # A word that is cut in two by the first window of the head, and by that of the tail: its halves
    # are other tokens than itself.
    "another " * 28 + "so responsibilities " + "the sea " * 200,
    "the sea " * 200 + "responsibilities" + " another" * 5 + " so",
    "x" * 90 + " " + "y" * 5000 + " the tide" * 60,
)


@pytest.fixture(scope="module")
def pieces() -> WordPieces:
    return WordPieces(find_model() / "tokenizer.json", LONGEST)


def all_tokens(text: str) -> list[int]:
    whole = Tokenizer.from_file(str(find_model() / "tokenizer.json"))
    whole.no_truncation()
    whole.no_padding()
    found: list[int] = whole.encode(text).ids
    return found


def test_a_text_that_fits_is_read_whole(pieces: WordPieces) -> None:
    for text in ("", "tide", "The sea, at night!", "Größe " * 5):
        read = pieces.read(text, "head_and_tail")
        assert not read.is_cut
        assert list(read.ids) == all_tokens(text)


@pytest.mark.parametrize("text", LONG)
def test_of_a_long_one_the_beginning_is_read(pieces: WordPieces, text: str) -> None:
    whole, read = all_tokens(text), pieces.read(text)
    assert read.is_cut
    assert list(read.ids) == [*whole[: LONGEST - 1], whole[-1]]


@pytest.mark.parametrize("text", LONG)
def test_or_the_beginning_and_the_end(pieces: WordPieces, text: str) -> None:
    whole, read = all_tokens(text), pieces.read(text, "head_and_tail")
    assert read.is_cut
    assert len(read.ids) == LONGEST
    assert list(read.ids) == [*whole[:24], *whole[-8:]]


def test_a_tokenizer_of_another_kind_is_refused(tmp_path: Path) -> None:
    other = json.dumps(tokenizer()).replace("[CLS]", "<s>")
    (tmp_path / "tokenizer.json").write_text(other)
    with pytest.raises(WeightsError, match="no tokenizer of a BERT model"):
        WordPieces(tmp_path / "tokenizer.json", LONGEST)
    with pytest.raises(WeightsError, match="is no tokenizer"):
        WordPieces(tmp_path / "absent", LONGEST)
