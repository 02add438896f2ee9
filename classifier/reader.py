"""What a prompt is about, as a vector: the first two layers of all-MiniLM-L6-v2, over few words.

N-grams know nothing of a word that no training prompt had; this does. The whole encoder would take
8 ms of a core for 64 tokens. Two of its six layers, over 48 tokens of head and tail, take 2, and
tell tasks apart nearly as well, because what is asked for stands at a prompt's ends. It reads the
10,000 commonest of the encoder's words and pieces: rarer words come as their pieces.

Its files lie in `model/reader`, so that no package need be installed for a verdict. They are made
from the encoder's own by `python -m classifier.reader_files`.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from classifier.encoder_files import DIMENSIONS, WeightsError
from edge.core.errors import EdgeError

FOLDER = Path(__file__).parent / "model" / "reader"
WORDS, LAYERS, TOKENIZER = "words.onnx", "layers.onnx", "tokenizer.json"
LONGEST = 48  # tokens, with the frame


class Reader:
    """Raises `EdgeError` for a folder with files that are missing or none of ours."""

    def __init__(self, folder: Path = FOLDER) -> None:
        import onnxruntime  # 0.1 s and 20 MiB, on the thread that uses it

        from classifier.word_pieces import WordPieces  # with tokenizers, likewise

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        self._pieces = WordPieces(folder / TOKENIZER, LONGEST)
        try:
            self._words, self._layers = (
                onnxruntime.InferenceSession(
                    (folder / name).read_bytes(), options, providers=["CPUExecutionProvider"]
                )
                for name in (WORDS, LAYERS)
            )
        except OSError as error:
            raise WeightsError(f"{error.filename}: {error.strerror}") from error
        except Exception as error:  # its exceptions have no class in common
            raise EdgeError(f"{folder}: no model that ONNX Runtime can run") from error

    def read(self, text: str) -> NDArray[np.float32]:
        """Of length 1."""
        ids = np.array([self._pieces.read(text, "head_and_tail").ids], np.int64)
        (words,) = self._words.run(None, {"ids": ids})
        (vectors,) = self._layers.run(None, {"words": words, "mask": np.ones_like(ids)})
        vector: NDArray[np.float32] = np.asarray(vectors[0], np.float32)
        assert vector.shape == (DIMENSIONS,)
        return vector
