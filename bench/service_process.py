"""Starts the real service as a process of its own, on settings written for the occasion."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from edge.core.errors import EdgeError

_ROOT = Path(__file__).parent.parent
_READY_S = 60.0
_STOP_S = 20.0


@dataclass(frozen=True, slots=True)
class ServiceHandle:
    """`url` is the service's root; `config` its settings, `output` the file with all it says."""

    url: str
    pid: int
    config: Path
    output: Path

    @property
    def base_url(self) -> str:
        """What an OpenAI client is given."""
        return f"{self.url}/v1"

    def child(self, module: str) -> int:
        """The process id of the child that runs this module (`local_models.engine`)."""
        for pid in self.children(module):
            return pid
        raise LookupError(f"no child of {self.pid} runs {module}")

    def children(self, module: str) -> list[int]:
        """Of all that run it, in the order of their start."""
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()
        return [
            int(pid)
            for pid in children
            if module in Path(f"/proc/{pid}/cmdline").read_text().split("\0")
        ]


@contextmanager
def service(settings: str) -> Iterator[ServiceHandle]:
    """Runs `prelude serve` with these settings (TOML); yields once it is ready."""
    with tempfile.TemporaryDirectory(prefix="prelude-bench-") as folder:
        config, output = Path(folder) / "prelude.toml", Path(folder) / "output"
        config.write_text(settings)
        port = free_port()
        command = [sys.executable, "-m", "edge", "serve", "--config", str(config)]
        with (
            output.open("wb") as file,
            subprocess.Popen(
                [*command, "--port", str(port)],
                cwd=_ROOT,
                env=_environment(state=folder),
                stdout=file,
                stderr=file,
            ) as process,
        ):
            try:
                url = f"http://127.0.0.1:{port}"
                _wait_until_ready(process, url, output)
                yield ServiceHandle(url, process.pid, config, output)
            finally:
                process.send_signal(signal.SIGTERM)
                try:
                    process.wait(_STOP_S)
                except subprocess.TimeoutExpired:
                    process.kill()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


def _environment(state: str) -> dict[str, str]:
    """A benchmark spends nobody's money: platforms' keys stay out of the service's sight. Nor
    does it write into anybody's ledger."""
    own = {name: value for name, value in os.environ.items() if not name.endswith("_API_KEY")}
    return own | {"XDG_STATE_HOME": state}


def _wait_until_ready(process: subprocess.Popen[bytes], url: str, output: Path) -> None:
    give_up = time.monotonic() + _READY_S
    while time.monotonic() < give_up:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{url}/readyz", timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)  # another process: there is no event to wait for
    said = output.read_text(errors="replace").strip()[-2000:]
    raise EdgeError(f"the service was not ready (exit status {process.poll()}):\n{said}")
