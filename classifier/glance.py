"""What a prompt's surface alone says: heads like the others (`classifier/heads.py`), without what
the prompt is about, which costs ten times as much as all the rest.

    surface ─► glance ─ sure enough ──────────────► judgement
                  └──── in doubt ─► reader ─► heads ─► judgement

A good half of all prompts need no more: their words say what is asked for. From which confidence on
that holds is measured when it is trained (`classifier/training.py`), and is kept with the weights:
`glance.npz`, beside the model file that it was trained with. It is not there for a model that was
made without, and counts for nothing beside another one.

It computes with NumPy, not ONNX Runtime: 15 µs in place of 25, and no other thread can take the
interpreter meanwhile, so that the event loop may ask it itself.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from math import exp, sqrt
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from classifier.features import VERSION, Surface
from edge.core.errors import EdgeError

GLANCE_FILE = "glance.npz"
_LEAST_NORM = 1e-6
_FACTS = ("temperature", "slope", "shift", "enough", "version")


@dataclass(frozen=True, slots=True)
class Said:
    """The chance of each task, and the difficulty."""

    chances: list[float]
    difficulty: float

    @property
    def confidence(self) -> float:
        return max(self.chances)


@dataclass(frozen=True, slots=True)
class Glance:
    """`rarity` and `weights` have a row for each place of a surface, `counted` for each thing
    counted; a column for each task, and one for the difficulty. `enough`: the confidence from which
    on nobody else is asked."""

    rarity: NDArray[np.float16]
    weights: NDArray[np.float16]
    counted: NDArray[np.float32]
    bias: NDArray[np.float32]
    temperature: float
    slope: float
    shift: float
    enough: float

    def say(self, surface: Surface) -> Said:
        values = surface.counts * self.rarity[surface.places]
        start = 0
        for end in surface.ends.tolist():
            group = values[start:end]
            group /= max(sqrt(float(group @ group)), _LEAST_NORM)
            start = end
        scores = values @ self.weights[surface.places].astype(np.float32)
        scores += surface.counted @ self.counted + self.bias
        *tasks, gain = scores.tolist()
        most = max(tasks)
        shares = [exp((score - most) / self.temperature) for score in tasks]
        total = sum(shares)
        difficulty = 1 / (1 + exp(-(self.slope * gain + self.shift)))
        return Said([share / total for share in shares], difficulty)


def read_glance(model: Path) -> Glance | None:
    """The one that was trained with a model file. Raises `EdgeError` for a file that is none."""
    path = model.with_name(GLANCE_FILE)
    try:
        with np.load(path, allow_pickle=False) as file:
            if str(file["model"]) != digest(model):
                return None
            temperature, slope, shift, enough, version = (float(file[name]) for name in _FACTS)
            glance = Glance(
                file["rarity"],
                file["weights"],
                file["counted"],
                file["bias"],
                temperature,
                slope,
                shift,
                enough,
            )
    except FileNotFoundError:
        return None
    except OSError as error:
        raise EdgeError(f"{path}: {error.strerror}") from error
    except (ValueError, KeyError, EOFError, BadZipFile) as error:
        raise EdgeError(f"{path}: no weights that `prelude train` wrote") from error
    if version != VERSION:
        raise EdgeError(f"{path}: made for other features; `prelude train` makes it anew")
    return glance


def write_glance(model: Path, glance: Glance) -> None:
    """Beside the model file that it was trained with."""
    np.savez(
        model.with_name(GLANCE_FILE),
        model=np.array(digest(model)),
        version=np.array(VERSION),
        rarity=glance.rarity,
        weights=glance.weights,
        counted=glance.counted,
        bias=glance.bias,
        temperature=np.array(glance.temperature),
        slope=np.array(glance.slope),
        shift=np.array(glance.shift),
        enough=np.array(glance.enough),
    )


def digest(model: Path) -> str:
    """Raises `OSError`."""
    return hashlib.sha256(model.read_bytes()).hexdigest()
