"""What our heads see of a prompt: hashed word and character n-grams, some things counted, and what
it is about (`classifier/reader.py`).

One implementation, for training and for every request, so that both see the same. Of a long
prompt head and tail are read. N-grams are hashed (there is no vocabulary to ship), and counted as
`1 + log n`; how much a rare one counts (its inverse document frequency) and each group's norm are
the model's part, so that what is here stays cheap: character n-grams are hashed as arrays.

The three groups of n-grams:
- words, one and two in a row;
- asking words: those that a prompt begins and ends with, where the instruction stands, each with
  its place, and one to three in a row;
- characters, two to five in a row, of the part that asks: they know endings, and words misspelt.

Measured in November 2026 on sittings left out of training, in percent of prompts right: without the
reader's vector 66.8; with one of 64 tokens 72.0, and 73.7 had it all 30,522 of the encoder's words.
Vectors of words alone, which the encoder made one by one, averaged, gave 67.7, and on Dolly unseen
60.1 in place of 63.7. On the chat prompts of somebody else, without the vector and with it: 69.8
and 71.1 with 3,048 prompts of our own to train on, 77.7 and 79.4 with 2,460 more by two more hands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from classifier.counted import count_things
from classifier.folding import fold
from classifier.reader import Reader

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

VERSION = 2  # raised whenever a prompt's features change: a model trained on others is refused
HEAD, TAIL = 2000, 1000  # characters that are read of a longer prompt
SIZES = {"words": 1 << 15, "asking": 1 << 14, "characters": 1 << 15}
_ASKS_HEAD, _ASKS_TAIL = 300, 200  # characters where an instruction stands
_PLACED = 8  # words at either end whose place counts
_LONGEST = 5  # n-gram of characters

# A word, or one sign; of scripts without spaces each character is a word.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W\d_]+(?:'[a-z]+)?|\d+|[^\w\s]")
_WHOLE = 4  # words of a beginning that count as a whole
_NAMES = tuple(SIZES)
_ENDS = np.cumsum([*SIZES.values()])  # of the tables, one behind the other
_STARTS = _ENDS - [*SIZES.values()]
_MASKS = np.array([size - 1 for size in SIZES.values()], np.uint64)
_SALTS = np.array([[1 << 40], [2 << 40]], np.uint64)
_PLACES = np.arange(_PLACED, dtype=np.uint64)
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_ADDED = np.uint64(0x85EBCA6B)
_ONE, _SHIFT, _HALF = np.uint64(1), np.uint64(29), np.uint64(32)
_TRUE = np.array([True])


@dataclass(frozen=True, slots=True)
class Group:
    """N-grams by their hash, each once, and how much each counts before its rarity."""

    places: Ints
    counts: Floats


@dataclass(frozen=True, slots=True)
class Surface:
    """What is seen at a glance. The groups' tables lie one behind the other, in the order of
    `SIZES`, and so do the n-grams: `ends` says where each group's end."""

    places: Ints
    counts: Floats
    ends: Ints
    counted: Floats

    def group(self, name: str) -> Group:
        """With its places in its own table."""
        at = _NAMES.index(name)
        here = slice(int(self.ends[at - 1]) if at else 0, int(self.ends[at]))
        return Group(self.places[here] - _STARTS[at], self.counts[here])


@dataclass(frozen=True, slots=True)
class Features:
    surface: Surface
    meaning: Floats


def edges(text: str, head: int = HEAD, tail: int = TAIL) -> str:
    return text if len(text) <= head + tail else f"{text[:head]}\n{text[-tail:]}"


def featurize(prompt: str, reader: Reader) -> Features:
    return Features(look(prompt), reader.read(edges(prompt)))


def look(prompt: str) -> Surface:
    """50 µs for a short question: one array of each kind, whatever the groups are."""
    text = edges(prompt)
    folded = fold(text)
    tokens = _WORD.findall(folded)
    single = _hash(tokens)
    kinds = (
        [single, _join(single[:-1], single[1:])],
        _asking_hashes(tokens, single),
        _character_hashes(edges(folded, _ASKS_HEAD, _ASKS_TAIL)),
    )
    sizes = [sum(map(len, kind)) for kind in kinds]
    mixed = np.concatenate([each for kind in kinds for each in kind])
    mixed *= _MULTIPLIER
    mixed ^= mixed >> _HALF
    mixed &= np.repeat(_MASKS, sizes)
    places = mixed.view(np.int64)
    places += np.repeat(_STARTS, sizes)
    places.sort()
    bounds = np.concatenate([_TRUE, places[1:] != places[:-1], _TRUE]).nonzero()[0]
    often = bounds[1:] - bounds[:-1]
    places = places[bounds[:-1]]
    return Surface(
        places,
        (1.0 + np.log(often)).astype(np.float32),
        places.searchsorted(_ENDS),
        count_things(text, len(prompt)),
    )


def _hash(tokens: Sequence[str]) -> NDArray[np.uint64]:
    return np.array([crc32(token.encode("utf-8", "replace")) for token in tokens], np.uint64)


def _asking_hashes(tokens: Sequence[str], single: NDArray[np.uint64]) -> list[NDArray[np.uint64]]:
    """The first words and the last (a row each), with and without their place."""
    ends = tokens[:_PLACED], tokens[: -_PLACED - 1 : -1]
    hashes = np.array([single[:_PLACED], single[: -_PLACED - 1 : -1]]) + _SALTS
    placed = _join(hashes, _PLACES[: hashes.shape[1]])
    pairs = _join(hashes[:, :-1], hashes[:, 1:])
    triples = _join(pairs[:, :-1], hashes[:, 2:])
    beginnings = [  # as a whole
        f"{salt}:{length}:" + " ".join(words[:length])
        for salt, words in enumerate(ends, start=1)
        for length in range(1, min(_WHOLE, len(words)) + 1)
    ]
    return [*(each.ravel() for each in (hashes, placed, pairs, triples)), _hash(beginnings)]


def _character_hashes(text: str) -> list[NDArray[np.uint64]]:
    """Of each length."""
    spaced = f" {' '.join(text.split())} "
    codes = np.frombuffer(spaced.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    later = codes + _ADDED
    parts, grams = [], codes
    for length in range(2, _LONGEST + 1):
        grams = _mix(grams[:-1], later[length - 1 :])
        parts.append(grams)
    return parts


def _join(first: NDArray[np.uint64], second: NDArray[np.uint64]) -> NDArray[np.uint64]:
    return _mix(first, second + _ADDED)


def _mix(first: NDArray[np.uint64], added: NDArray[np.uint64]) -> NDArray[np.uint64]:
    mixed = first + _ONE
    mixed *= _MULTIPLIER
    mixed ^= added
    mixed ^= mixed >> _SHIFT
    return mixed
