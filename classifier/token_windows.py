"""Text as tokens, bounded: of anything long, its head and its tail.

An instruction stands at the beginning or at the end of a prompt; what is pasted, between them. A
text of a megabyte is cut by characters before any tokenizer sees it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from classifier.long_text import HEAD, edges
from classifier.model_error import ClassifierModelError
from classifier.onnx_file import check_file

_CHARS_A_TOKEN = 12  # no prose has as many, so that too little is cut rather than too much
_USUAL_MOST = 512
_PADS = ("[PAD]", "<pad>", "<|endoftext|>", "</s>")

Ids = NDArray[np.int64]


class Words:
    """A `tokenizer.json`."""

    def __init__(self, path: Path, most: int | None = None) -> None:
        """`most`: tokens of a text, with those that the tokenizer adds; by default as many as the
        file says. Raises `ClassifierModelError`."""
        check_file(path)
        try:
            self._tokenizer = Tokenizer.from_file(str(path))
        except Exception as error:  # the library raises nothing narrower
            raise ClassifierModelError(f"{path}: is no tokenizer: {error}") from error
        truncation, padding = self._tokenizer.truncation, self._tokenizer.padding
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self.most = most or (truncation["max_length"] if truncation else _USUAL_MOST)
        self.pad = padding["pad_id"] if padding else self._usual_pad()

    def encode(self, text: str) -> Encoding:
        """Head and tail, between what the tokenizer puts around them."""
        room = self.most - self._tokenizer.num_special_tokens_to_add(is_pair=False)
        return self._tokenizer.post_process(self._window(text, room))

    def window(self, text: str, room: int) -> list[int]:
        """Head and tail, and nothing around them."""
        return list(self._window(text, room).ids)

    def plain(self, text: str) -> list[int]:
        """All of it, and nothing around it."""
        return list(self._tokenizer.encode(text, add_special_tokens=False).ids)

    def opening(self) -> list[int]:
        """What the tokenizer puts before a text, such as the token that begins one."""
        marked = self._tokenizer.encode("a")
        return list(marked.ids[: marked.special_tokens_mask.index(0)])

    def _window(self, text: str, room: int) -> Encoding:
        cut = edges(text, room * _CHARS_A_TOKEN)
        window = self._tokenizer.encode(cut, add_special_tokens=False)
        if len(window) <= room:
            return window
        head = int(room * HEAD)
        tail = self._tokenizer.encode(cut, add_special_tokens=False)
        window.truncate(head, direction="right")
        tail.truncate(room - head, direction="left")
        return Encoding.merge([window, tail], growing_offsets=True)

    def _usual_pad(self) -> int:
        ids = map(self._tokenizer.token_to_id, _PADS)
        return next((number for number in ids if number is not None), 0)


def pad(rows: Sequence[Sequence[int]], filler: int, least: int = 0) -> Ids:
    """A row for each, filled up on the right."""
    longest = max(least, *map(len, rows))
    padded = np.full((len(rows), longest), filler, np.int64)
    for row, values in zip(padded, rows, strict=True):
        row[: len(values)] = values
    return padded
