"""The built-in model: our own heads for task and difficulty.

Where a glance at the prompt's surface tells enough (`classifier/glance.py`), that is all. Of other
prompts the reader tells what they are about, and ONNX Runtime runs the heads, on one thread.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache, partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from classifier.backend import Judgement
from classifier.features import SIZES, VERSION, Surface, edges, look
from classifier.glance import Glance, Said, read_glance
from classifier.reader import Reader
from edge.core.errors import EdgeError
from edge.core.types import Request
from edge.core.verdict import EACH, Kinds, Task

NAME = "the built-in model"
BUILTIN = Path(__file__).parent / "model" / "model.onnx"
SHORT = 400  # characters of a prompt that is looked at within the event loop: 0.3 ms, mostly 0.1
_REMEMBERED = 64  # short prompts, until the thread reads them
# Of 800 public prompts 94 to 98 in 100 were told so, for a task or two with a route of their own,
# and none was of another kind to the whole model; from 0.7 on a few were.
_SURE_OF_A_KIND = 0.9


class HeadsModel:
    """`facts` is what the file says of itself: date, sources. Raises `EdgeError` for a file that is
    not there, no model of ours, or made for other features."""

    def __init__(self, file: Path = BUILTIN) -> None:
        import onnxruntime  # 0.1 s and 20 MiB, on the thread that uses it

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        try:
            self._session = onnxruntime.InferenceSession(
                file.read_bytes(), options, providers=["CPUExecutionProvider"]
            )
        except OSError as error:
            raise EdgeError(f"{file}: {error.strerror}") from error
        except Exception as error:  # its exceptions have no class in common
            raise EdgeError(f"{file}: no model that ONNX Runtime can run") from error
        self.facts: dict[str, str] = self._session.get_modelmeta().custom_metadata_map
        if self.facts.get("features") != str(VERSION):
            raise EdgeError(f"{file}: made for other features; `prelude train` makes it anew")
        self._reader = Reader()
        self.glance_heads = read_glance(file)
        self.tasks = tuple(Task(name) for name in json.loads(self.facts["tasks"]))
        self._look = partial(_look, self.glance_heads)
        self._look_at_short = lru_cache(_REMEMBERED)(self._look)

    @property
    def temperature(self) -> float:
        """Of its confidence."""
        return float(self.facts["temperature"])

    def glance(self, request: Request, kinds: Kinds = EACH) -> Judgement | None:
        """At once, for a short prompt that its surface tells enough of."""
        prompt = request.last_user_text
        if self.glance_heads is None or len(prompt) > SHORT:
            return None
        _, said = self._look_at_short(prompt)
        if said is None or not (self._is_enough(said) or self._tells_apart(said, kinds)):
            return None
        return self._judgement(said, at_a_glance=True)

    def judge(self, requests: Sequence[Request]) -> Sequence[Judgement]:
        return [self.judge_text(request.last_user_text) for request in requests]

    def judge_text(self, prompt: str) -> Judgement:
        surface, said = (self._look_at_short if len(prompt) <= SHORT else self._look)(prompt)
        if said is not None and self._is_enough(said):
            return self._judgement(said, at_a_glance=True)
        return self._judgement(self._read(prompt, surface), at_a_glance=False)

    def _is_enough(self, said: Said) -> bool:
        return self.glance_heads is not None and said.confidence >= self.glance_heads.enough

    def _tells_apart(self, said: Said, kinds: Kinds) -> bool:
        """Whether it is sure of the likeliest task's kind, whichever task of it is meant."""
        likely = self.tasks[said.chances.index(said.confidence)]
        kind = next(kind for kind in kinds if likely in kind)
        told = zip(self.tasks, said.chances, strict=True)
        return sum(chance for task, chance in told if task in kind) >= _SURE_OF_A_KIND

    def chances(self, prompt: str) -> tuple[NDArray[np.float32], float]:
        """Of each of the tasks; and the difficulty. Of the heads that know what it is about."""
        said = self._read(prompt, look(prompt))
        return np.array(said.chances, np.float32), said.difficulty

    def _read(self, prompt: str, surface: Surface) -> Said:
        given: dict[str, NDArray[np.generic]] = {
            "counted": surface.counted,
            "meaning": self._reader.read(edges(prompt)),
        }
        for name in SIZES:
            group = surface.group(name)
            given[f"{name}_places"] = group.places
            given[f"{name}_counts"] = group.counts
        tasks, difficulty = self._session.run(None, given)
        return Said(tasks[0].tolist(), float(difficulty[0, 0]))

    def _judgement(self, said: Said, *, at_a_glance: bool) -> Judgement:
        confidence = said.confidence
        task = self.tasks[said.chances.index(confidence)]
        return Judgement(task, confidence, said.difficulty, at_a_glance)


def _look(heads: Glance | None, prompt: str) -> tuple[Surface, Said | None]:
    """What is seen, and said of it at a glance."""
    surface = look(prompt)
    return surface, None if heads is None else heads.say(surface)
