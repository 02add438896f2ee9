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
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Group:
    """N-grams by their hash, each once, and how much each counts before its rarity."""

    places: Ints
    counts: Floats


@dataclass(frozen=True, slots=True)
class Features:
    words: Group
    asking: Group
    characters: Group
    counted: Floats
    meaning: Floats


def edges(text: str, head: int = HEAD, tail: int = TAIL) -> str:
    return text if len(text) <= head + tail else f"{text[:head]}\n{text[-tail:]}"


def featurize(prompt: str, reader: Reader) -> Features:
    text = edges(prompt)
    folded = fold(text)
    tokens = _WORD.findall(folded)
    asking = edges(folded, _ASKS_HEAD, _ASKS_TAIL)
    return Features(
        words=_group(_word_hashes(tokens), "words"),
        asking=_group(_asking_hashes(tokens), "asking"),
        characters=_group(_character_hashes(asking), "characters"),
        counted=count_things(text, len(prompt)),
        meaning=reader.read(text),
    )


def _hash(tokens: Sequence[str]) -> NDArray[np.uint64]:
    return np.array([crc32(token.encode("utf-8", "replace")) for token in tokens], np.uint64)


def _word_hashes(tokens: Sequence[str]) -> NDArray[np.uint64]:
    single = _hash(tokens)
    return np.concatenate([single, _join(single[:-1], single[1:])])


def _asking_hashes(tokens: Sequence[str]) -> NDArray[np.uint64]:
    """The first words and the last, with and without their place."""
    parts = []
    for salt, ends in ((1, tokens[:_PLACED]), (2, tokens[: -_PLACED - 1 : -1])):
        single = _hash(ends) + np.uint64(salt << 40)
        placed = _join(single, np.arange(len(ends), dtype=np.uint64))
        pairs = _join(single[:-1], single[1:])
        triples = _join(pairs[:-1], single[2:])
        parts += [single, placed, pairs, triples]
        for length in (1, 2, 3, 4):  # the beginning as a whole
            if len(ends) >= length:
                parts.append(_hash([f"{salt}:{length}:" + " ".join(ends[:length])]))
    return np.concatenate(parts)


def _character_hashes(text: str) -> NDArray[np.uint64]:
    spaced = f" {' '.join(text.split())} "
    codes = np.frombuffer(spaced.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    parts, grams = [], codes
    for length in range(2, _LONGEST + 1):
        if len(codes) < length:
            break
        grams = _join(grams[:-1], codes[length - 1 :])
        parts.append(grams)
    return np.concatenate(parts) if parts else codes


def _join(first: NDArray[np.uint64], second: NDArray[np.uint64]) -> NDArray[np.uint64]:
    mixed = (first + np.uint64(1)) * _MULTIPLIER ^ (second + np.uint64(0x85EBCA6B))
    return np.asarray(mixed ^ (mixed >> np.uint64(29)), np.uint64)


def _group(hashes: NDArray[np.uint64], name: str) -> Group:
    mixed = hashes * _MULTIPLIER
    places, counts = np.unique(
        ((mixed ^ (mixed >> np.uint64(32))) % np.uint64(SIZES[name])).astype(np.int64),
        return_counts=True,
    )
    return Group(places, (1.0 + np.log(counts)).astype(np.float32))
