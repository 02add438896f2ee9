"""Prompts of so many tokens that no cache knows: each begins elsewhere in the same prose."""

from __future__ import annotations

import random

from bench.answers import answers
from local_models.llama import Model
from local_models.model_files import BUILTIN, resolve_model


class Texts:
    def __init__(self, seed: int = 1) -> None:
        """Reads the vocabulary of the built-in model; the weights stay on the disk."""
        self.file = resolve_model(BUILTIN)
        model = Model(self.file)
        self.end_tokens = model.end_tokens
        prose = " ".join(answer.text for answer in answers() if answer.text.isascii())
        self._words = [
            (word, len(model.tokenize(f" {word}", parse_special=False))) for word in prose.split()
        ]
        model.close()
        self._rng = random.Random(seed)

    def prompt(self, tokens: int) -> str:
        """As near to so many tokens as whole words allow, without the chat template's own."""
        return " ".join(self.words(tokens))

    def words(self, tokens: int) -> list[str]:
        taken: list[str] = []
        place = self._rng.randrange(len(self._words))
        while tokens > 0:
            word, size = self._words[place % len(self._words)]
            taken.append(word)
            tokens -= size
            place += 1
        return taken
