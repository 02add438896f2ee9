"""A model of one's own: what the parts of its folder make it."""

from __future__ import annotations

from pathlib import Path

from classifier.backend import Blocking
from classifier.decoder import Decoder
from classifier.decoder_graph import LABELS
from classifier.model_error import ClassifierModelError
from classifier.sequence import SequenceClassifier


def load_folder(folder: Path, temperature: float = 1.0) -> Blocking:
    """With a `labels.json` a sequence classifier, else a causal language model, whose temperature
    that is. Raises `ClassifierModelError`."""
    if not folder.is_dir():
        raise ClassifierModelError(f"{folder}: no such directory")
    if (folder / LABELS).exists():
        return SequenceClassifier(folder)
    return Decoder(folder, temperature)
