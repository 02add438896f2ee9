"""The embedded encoder: texts to vectors of length 1 whose product says how much alike they mean.

all-MiniLM-L6-v2 reads English best, 256 tokens at most, and gives 384 numbers. Its files lie in a
package of which we import nothing, because its own code needs PyTorch: they are found, turned into
an ONNX file once (`bert_graph.py`), which is kept (`model_cache.py`) and run by ONNX Runtime.

Whoever uses it calls it in a thread of its own: everything here computes, and nothing waits.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from classifier.bert_graph import WRITER_VERSION, Precision, write_bert
from classifier.bert_shape import read_shape
from classifier.encoder_files import LONGEST, WeightsError, find_model
from classifier.model_cache import kept_or_made
from classifier.safetensors import read_safetensors
from classifier.word_pieces import Keep, Tokens, WordPieces

Vectors = NDArray[np.float32]

# Tokens, padding included, of one run. More together are no faster: one long text gives a core
# enough to do. And another caller waits as long as a run takes: 30 ms.
_TOGETHER = 256


class Encoder:
    def __init__(self, model: Path | bytes, pieces: WordPieces, *, threads: int = 1) -> None:
        import onnxruntime  # 0.1 s and 20 MiB: only who encodes needs it

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        # Idle threads would otherwise spin for work, on the cores of those who serve.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(
            model if isinstance(model, bytes) else str(model),
            options,
            providers=["CPUExecutionProvider"],
        )
        self._pieces = pieces

    @property
    def dimensions(self) -> int:
        width = self._session.get_outputs()[0].shape[-1]
        assert isinstance(width, int)  # the graph says so
        return width

    def embed(self, texts: Sequence[str], *, keep: Keep = "head") -> Vectors:
        """A row for each text."""
        read = [self.read(text, keep) for text in texts]
        vectors = np.empty((len(texts), self.dimensions), np.float32)
        for group in self.groups(read):
            vectors[group] = self.run([read[at] for at in group])
        return vectors

    def similarity(self, new: str, old: str) -> float:
        """From 0 to 1: how much alike they mean. (That a leg begins an answer again it tells no
        better than `edge.core.restarts.lexical` does: honest rests keep to one topic, too.)"""
        first, second = self.embed((new, old))
        return float(np.clip(first @ second, 0.0, 1.0))

    def read(self, text: str, keep: Keep = "head") -> Tokens:
        return self._pieces.read(text, keep)

    @staticmethod
    def groups(texts: Sequence[Tokens]) -> Iterator[list[int]]:
        """The places of texts that are run together: of much the same length, so that little of a
        run is padding."""
        group: list[int] = []
        for place in sorted(range(len(texts)), key=lambda place: len(texts[place].ids)):
            if group and (len(group) + 1) * len(texts[place].ids) > _TOGETHER:
                yield group
                group = []
            group.append(place)
        if group:
            yield group

    def run(self, texts: Sequence[Tokens]) -> Vectors:
        """A row for each text of a group."""
        ids = np.zeros((len(texts), max(len(text.ids) for text in texts)), np.int64)
        mask = np.zeros_like(ids)
        for row, text in enumerate(texts):
            ids[row, : len(text.ids)] = text.ids
            mask[row, : len(text.ids)] = 1
        (vectors,) = self._session.run(None, {"ids": ids, "mask": mask})
        assert isinstance(vectors, np.ndarray)
        if not np.isfinite(vectors).all():
            raise WeightsError("the encoder gives no numbers: its weights are damaged")
        return vectors


def open_encoder(
    cache: Path | None,
    *,
    threads: int = 1,
    precision: Precision = "int8",
    folder: Path | None = None,
) -> Encoder:
    """The embedded encoder, or that of another `folder` with the same files. `cache` keeps what is
    made of them. Raises `WeightsError`, which says what is missing or wrong."""
    folder = folder or find_model()
    source, config = folder / "model.safetensors", folder / "config.json"
    shape = read_shape(config)
    pieces = WordPieces(folder / "tokenizer.json", min(LONGEST, shape.positions))
    if pieces.words > shape.words:
        raise WeightsError(f"{folder}: {pieces.words} words, and vectors for {shape.words}")

    def make() -> bytes:
        return write_bert(read_safetensors(source), shape, precision)

    key = f"encoder-v{WRITER_VERSION}-{precision}-{_digest(config, source)[:16]}"
    return Encoder(kept_or_made(cache, key, make), pieces, threads=threads)


def _digest(*files: Path) -> str:
    digest = hashlib.sha256()
    for path in files:
        try:
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
        except OSError as error:
            raise WeightsError(f"{path}: cannot be read: {error.strerror}") from error
    return digest.hexdigest()
