"""The servers of one model file, each in a process of its own, all up for the whole run.

They get the same threads, slots and context per slot. Whoever is not asked rests.
"""

from __future__ import annotations

import importlib.util
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.engine_listener import HttpListener, Listener, OurListener
from bench.llamacpp_server import llamacpp_server
from edge.core.errors import EdgeError
from edge.core.settings import LocalSettings
from local_models.info import EngineInfo
from local_models.process import EngineProcess

LLAMACPP = "llama.cpp's server"
LLAMA_CPP_PYTHON = "llama-cpp-python's server"

_PYTHON_SERVER = "llama_cpp.server"
_PYTHON_SERVER_NEEDS = ("sse_starlette", "starlette_context", "pydantic_settings", "uvicorn")
_READY_S = 60.0


@dataclass(frozen=True, slots=True)
class Servers:
    """`missing`: rivals that cannot be asked here, and why."""

    ours: OurListener
    rivals: tuple[Listener, ...]
    missing: dict[str, str]
    info: EngineInfo
    pid: int  # of our engine

    @property
    def all(self) -> tuple[Listener, ...]:
        return (self.ours, *self.rivals)

    @property
    def llamacpp(self) -> Listener:
        return next(rival for rival in self.rivals if rival.name == LLAMACPP)


@asynccontextmanager
async def servers(
    model: Path, end_tokens: tuple[int, ...], *, slots: int, context: int, threads: int
) -> AsyncIterator[Servers]:
    """All of them, until the end of the block."""
    missing = _missing()
    async with AsyncExitStack() as stack:
        rivals: list[Listener] = []
        url = stack.enter_context(llamacpp_server(context, slots, threads))
        rivals.append(HttpListener(LLAMACPP, url, end_tokens))
        if not missing:
            url = stack.enter_context(_python_server(model, context, threads))
            rivals.append(HttpListener(LLAMA_CPP_PYTHON, url, end_tokens))
        for rival in rivals:
            stack.push_async_callback(rival.close)
        settings = LocalSettings(slots=slots, context=context, threads=threads)
        engine, socket_path = await stack.enter_async_context(our_engine(settings))
        ours = OurListener(socket_path, end_tokens)
        assert engine.pid is not None  # it serves
        yield Servers(ours, tuple(rivals), missing, await ours.tier.info(), engine.pid)


@asynccontextmanager
async def our_engine(settings: LocalSettings) -> AsyncIterator[tuple[EngineProcess, str]]:
    """The engine, and its socket."""
    with tempfile.TemporaryDirectory(prefix="prelude-bench-") as folder:
        path = str(Path(folder) / "engine.sock")
        engine = EngineProcess(settings, path)
        await engine.start()
        try:
            yield engine, path
        finally:
            await engine.stop()


def _missing() -> dict[str, str]:
    lacking = [name for name in _PYTHON_SERVER_NEEDS if importlib.util.find_spec(name) is None]
    if not lacking:
        return {}
    return {LLAMA_CPP_PYTHON: f"cannot start: {', '.join(lacking)} not installed"}


@contextmanager
def _python_server(model: Path, context: int, threads: int) -> Iterator[str]:
    """It serves one reply at a time, so that it has one context."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [
        sys.executable, "-m", _PYTHON_SERVER,
        "--model", str(model),
        "--port", str(port),
        "--n_ctx", str(context),
        "--n_threads", str(threads),
        "--n_threads_batch", str(threads),
    ]  # fmt: skip
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            base_url = f"http://127.0.0.1:{port}/v1"
            _wait_until_ready(process, base_url)
            yield base_url
        finally:
            process.kill()


def _wait_until_ready(process: subprocess.Popen[bytes], base_url: str) -> None:
    give_up = time.monotonic() + _READY_S
    while time.monotonic() < give_up and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{base_url}/models", timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)  # another process: there is no event to wait for
    raise EdgeError(f"{_PYTHON_SERVER} was not ready (exit status {process.poll()})")
