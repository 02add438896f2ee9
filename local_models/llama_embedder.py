"""Vectors for texts, from a context of their own: the replies' context gives logits.

Only for models whose file says how the vectors of a text's tokens become the text's (its
*pooling type*): those were trained for it. The average of any other model's would be numbers, too.

Pooling needs a whole text in one micro-batch, so the context takes no longer ones. It is made
when first used, in the thread that computes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import llama_cpp.llama_cpp as api
import numpy as np
from numpy.typing import NDArray

from local_models.llama import Model, set_adapters
from local_models.llama_library import EngineError
from local_models.model_files import ModelFileError
from local_models.needs import LONGEST_TEXT, POOLING

Vectors = NDArray[np.float32]

_TOGETHER = 16  # texts in one call
_PAUSE = 512  # tokens in one call, where the texts are shorter: replies wait as long


class Embedder:
    def __init__(self, model: Model, *, threads: int) -> None:
        self._model = model
        self._threads = threads
        architecture = model.metadata("general.architecture")
        pooling = model.metadata(f"{architecture}.pooling_type")
        self.is_able = pooling is not None and pooling in map(str, POOLING)
        self.longest = min(LONGEST_TEXT, model.trained_context)
        self._context: Any = None

    @property
    def abilities(self) -> tuple[str, ...]:
        return ("embeddings",) if self.is_able else ()

    def tokens(self, text: str) -> list[int]:
        return self._model.tokenize(text, parse_special=False, add_special=True)

    def groups(self, texts: Sequence[list[int]]) -> Iterator[Sequence[list[int]]]:
        """Neighbours that are embedded together."""
        group: list[list[int]] = []
        for text in texts:
            if group and (len(group) == _TOGETHER or sum(map(len, group)) + len(text) > _PAUSE):
                yield group
                group = []
            group.append(text)
        if group:
            yield group

    def embed(self, texts: Sequence[Sequence[int]]) -> Vectors:
        """Vectors of length 1, for one of the `groups`. In the thread that computes alone."""
        context = self._open()
        memory = api.llama_get_memory(context)
        if memory is not None:
            api.llama_memory_clear(memory, True)
        batch = api.llama_batch_init(sum(map(len, texts)), 0, 1)
        try:
            _fill(batch, texts)
            if api.llama_decode(context, batch) != 0:
                raise EngineError(f"llama_decode failed on {batch.n_tokens} tokens to embed")
        finally:
            api.llama_batch_free(batch)
        width = api.llama_model_n_embd_out(self._model.handle)
        rows = [api.llama_get_embeddings_seq(context, number) for number in range(len(texts))]
        vectors = np.array([np.ctypeslib.as_array(row, (width,)) for row in rows])
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        normalised: Vectors = vectors / np.maximum(lengths, 1e-12)
        return normalised

    def close(self) -> None:
        if self._context is not None:
            api.llama_free(self._context)

    def _open(self) -> Any:
        if self._context is None:
            params = api.llama_context_default_params()
            params.embeddings = True
            params.n_seq_max = _TOGETHER
            params.n_ctx = params.n_batch = params.n_ubatch = self.longest
            params.kv_unified = True  # one long text may have all of it
            params.n_threads = params.n_threads_batch = self._threads
            params.no_perf = True
            self._context = api.llama_init_from_model(self._model.handle, params)
            if not self._context:
                raise ModelFileError(f"{self._model.path}: no memory for embeddings")
            set_adapters(self._context, self._model.corrections)
        return self._context


def _fill(batch: Any, texts: Sequence[Sequence[int]]) -> None:
    places = [(number, at) for number, text in enumerate(texts) for at in range(len(text))]
    for index, (number, at) in enumerate(places):
        batch.token[index] = texts[number][at]
        batch.pos[index] = at
        batch.n_seq_id[index] = 1
        batch.seq_id[index][0] = number
        batch.logits[index] = 1
    batch.n_tokens = len(places)
