"""One real engine with the builtin model, for all tests that do not kill theirs."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import orjson
import pytest

from local_models.client import LocalTier
from local_models.llama import Model
from local_models.model_files import BUILTIN, resolve_model
from tests.local_models.chat_templates import HERMES
from tests.local_models.tiny_gguf import MEAN_POOLING, TinyModel, write_model

ROOT = Path(__file__).parents[2]
SLOTS = 3


@pytest.fixture(scope="session")
def model() -> Iterator[Model]:
    model = Model(resolve_model(BUILTIN))
    yield model
    model.close()


@contextmanager
def engine_process(socket: str, *options: str) -> Iterator[IO[bytes]]:
    """A serving engine, as its parent has it; gives its standard input."""
    command = [sys.executable, "-m", "local_models.engine", "--socket", socket, *options]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            assert orjson.loads(process.stdout.readline())["ready"]
            yield process.stdin
            process.stdin.close()
            assert process.wait(timeout=20) == 0
        finally:
            process.kill()


@pytest.fixture(scope="session")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Its socket."""
    socket = str(tmp_path_factory.mktemp("engine") / "engine.sock")
    with engine_process(socket, "--slots", str(SLOTS), "--context", "640"):
        yield socket


@pytest.fixture(scope="session")
def tiny_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model of noise that can do what the builtin one cannot."""
    model = TinyModel(fim=True, pooling=MEAN_POOLING, chat_template=HERMES)
    return write_model(tmp_path_factory.mktemp("tiny") / "tiny.gguf", model)


@pytest.fixture(scope="session")
def tiny(tiny_file: Path) -> Iterator[Model]:
    model = Model(tiny_file)
    yield model
    model.close()


@pytest.fixture(scope="session")
def tiny_tier(tiny_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalTier]:
    socket = str(tmp_path_factory.mktemp("engine") / "tiny.sock")
    with engine_process(socket, "--model", str(tiny_file), "--slots", "2", "--threads", "1"):
        yield LocalTier("tiny", socket)


@pytest.fixture
def tier(engine: str) -> LocalTier:
    return LocalTier("local", engine)
