"""Texts as the encoder's tokens, cut to what it was trained to read.

Of a text that is too long its beginning is read; or, where its end matters as much, as with a
prompt whose question comes last, its beginning and its end. No more of a text is looked at than
that takes: a window of characters that grows until it holds enough tokens, however long the text.
The word at a window's edge may be cut in two, so its tokens do not count.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tokenizers import Encoding, Tokenizer

from classifier.encoder_files import WeightsError

Keep = Literal["head", "head_and_tail"]

_CHARS_PER_TOKEN = 8  # more than prose has, so that the first window is nearly always the last
_TAIL_SHARE = 4  # a quarter of what is read is the end
_FRAME = 2  # the tokens around every text


@dataclass(frozen=True, slots=True)
class Tokens:
    """With the frame. `is_cut`: the text goes on."""

    ids: tuple[int, ...]
    is_cut: bool = False


class WordPieces:
    def __init__(self, path: Path, longest: int) -> None:
        """`path` is a tokenizer.json; `longest` counts the frame. Raises `WeightsError`."""
        try:
            self._tokenizer = Tokenizer.from_file(str(path))
        except Exception as error:  # the library raises nothing more precise
            raise WeightsError(f"{path}: is no tokenizer: {error}") from error
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._first, self._last = self._special(path, "[CLS]"), self._special(path, "[SEP]")
        self._room = longest - _FRAME

    @property
    def words(self) -> int:
        """How many tokens it may give."""
        return self._tokenizer.get_vocab_size()

    def read(self, text: str, keep: Keep = "head") -> Tokens:
        head = self._head(text, self._room)
        if len(head) <= self._room:
            return self._framed(head, is_cut=False)
        if keep == "head":
            return self._framed(head[: self._room], is_cut=True)
        end = self._room // _TAIL_SHARE
        return self._framed(head[: self._room - end] + self._tail(text, end), is_cut=True)

    def _head(self, text: str, most: int) -> list[int]:
        """The first tokens: all of them, or more than `most`."""
        chars = most * _CHARS_PER_TOKEN
        while chars < len(text):
            found = self._encode(text[:chars])
            words = found.word_ids
            whole = words.index(words[-1]) if words else 0
            if whole > most:
                return found.ids[:whole]
            chars *= 2
        return self._encode(text).ids

    def _tail(self, text: str, count: int) -> list[int]:
        """The last `count` tokens."""
        chars = count * _CHARS_PER_TOKEN
        while chars < len(text):
            found = self._encode(text[-chars:])
            cut = found.word_ids.count(0)
            if len(found.ids) - cut >= count:
                return found.ids[-count:]
            chars *= 2
        return self._encode(text).ids[-count:]

    def _encode(self, text: str) -> Encoding:
        whole = text.encode(errors="replace").decode()  # half a surrogate pair is no character
        # Of the library's calls this one lets other threads of the process run meanwhile.
        return self._tokenizer.encode_batch([whole], add_special_tokens=False)[0]

    def _framed(self, ids: list[int], *, is_cut: bool) -> Tokens:
        return Tokens((self._first, *ids, self._last), is_cut)

    def _special(self, path: Path, token: str) -> int:
        number = self._tokenizer.token_to_id(token)
        if number is None:
            raise WeightsError(f"{path}: has no {token}, so it is no tokenizer of a BERT model")
        return number
