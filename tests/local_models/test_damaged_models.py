"""Model files from anywhere: whatever is in them, the parent is told a reason with the file's name.

Native code may abort over some of them. That is why it reads them in a process of its own.
"""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

import numpy as np
import pytest

from edge.core.settings import LocalModelSettings
from local_models.process import EngineProcess, EngineStartError
from tests.local_models.tiny_gguf import TinyModel, write_gguf, write_model


def start(path: Path) -> None:
    settings = LocalModelSettings(model=str(path), slots=1, context=256)
    engine = EngineProcess(settings, str(path.with_suffix(".sock")))

    async def run() -> None:
        try:
            await engine.start()
        finally:
            await engine.stop()

    asyncio.run(run())


def why_it_does_not_start(path: Path) -> str | None:
    try:
        start(path)
    except EngineStartError as error:
        return str(error)
    return None


def test_an_architecture_that_llama_cpp_does_not_know_is_named(tmp_path: Path) -> None:
    path = tmp_path / "m.gguf"
    write_gguf(path, {"general.architecture": "perceptron"}, {"t": np.ones((2, 2), np.float32)})
    with pytest.raises(EngineStartError, match=r"m\.gguf: .*perceptron"):
        start(path)


def test_a_model_without_its_weights_is_named(tmp_path: Path) -> None:
    path = write_model(tmp_path / "m.gguf")
    path.write_bytes(path.read_bytes()[:-5000])
    with pytest.raises(EngineStartError, match=r"m\.gguf: "):
        start(path)


def test_a_model_without_a_chat_template_is_named(tmp_path: Path) -> None:
    path = write_model(tmp_path / "m.gguf", TinyModel(chat_template=None))
    with pytest.raises(EngineStartError, match=r"m\.gguf: has no chat template"):
        start(path)


@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_model_is_refused_with_its_name_or_serves(tmp_path: Path, seed: int) -> None:
    path = write_model(tmp_path / "m.gguf")
    draw = random.Random(seed)
    data = bytearray(path.read_bytes())
    for _ in range(8):
        data[draw.randrange(24, 12_000)] = draw.randrange(256)
    path.write_bytes(data)
    why = why_it_does_not_start(path)
    assert why is None or "m.gguf" in why
