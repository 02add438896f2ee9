"""The built-in model: our own heads for task and difficulty, run by ONNX Runtime on one thread."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from classifier.backend import Judgement
from classifier.features import SIZES, VERSION, featurize
from classifier.reader import Reader
from edge.core.errors import EdgeError
from edge.core.types import Request
from edge.core.verdict import Task

NAME = "the built-in model"
BUILTIN = Path(__file__).parent / "model" / "model.onnx"


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
        self.tasks = tuple(Task(name) for name in json.loads(self.facts["tasks"]))

    @property
    def temperature(self) -> float:
        """Of its confidence."""
        return float(self.facts["temperature"])

    def judge(self, requests: Sequence[Request]) -> Sequence[Judgement]:
        return [self.judge_text(request.last_user_text) for request in requests]

    def judge_text(self, prompt: str) -> Judgement:
        chances, difficulty = self.chances(prompt)
        best = int(np.argmax(chances))
        return Judgement(self.tasks[best], float(chances[best]), difficulty)

    def chances(self, prompt: str) -> tuple[NDArray[np.float32], float]:
        """Of each of the tasks; and the difficulty."""
        features = featurize(prompt, self._reader)
        given: dict[str, NDArray[np.generic]] = {
            "counted": features.counted,
            "meaning": features.meaning,
        }
        for name in SIZES:
            group = getattr(features, name)
            given[f"{name}_places"] = group.places
            given[f"{name}_counts"] = group.counts
        tasks, difficulty = self._session.run(None, given)
        return tasks[0], float(difficulty[0, 0])
