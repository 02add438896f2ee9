"""Other gateways, started as their makers say, in front of the canned host.

Each is one process (or one worker), without a log of every request, and with nothing to do but to
pass calls on to one host that speaks as OpenAI does.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from bench.door_load import KEY, Door
from bench.door_ways import Way
from bench.service_process import free_port

_READY_S = 60.0
_STOP_S = 5.0


class Missing(Exception):
    """A peer cannot be measured here; why, for people."""


@dataclass(frozen=True, slots=True)
class _Started:
    """How a peer is run: its command, and the door it then has, which answers once it is ready. One
    that takes a port of its own choice writes the door's URL into the file `told`."""

    command: Sequence[str]
    door: Door
    told: Path | None = None
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Peer:
    """`start` is given the found command, a folder, a free port and the host's URL (with /v1)."""

    executable: str
    start: Callable[[str, Path, int, str], _Started]


_NGINX = """\
daemon off;
worker_processes 1;
error_log stderr crit;
pid {folder}/pid;
events {{ worker_connections 8192; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    scgi_temp_path {folder}/scgi;
    uwsgi_temp_path {folder}/uwsgi;
    keepalive_requests 1000000000;
    upstream host {{ server {address}; keepalive 64; keepalive_requests 1000000000; }}
    server {{
        listen 127.0.0.1:{port};
        location / {{
            proxy_pass http://host;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_buffering off;
        }}
    }}
}}
"""


def _nginx(command: str, folder: Path, port: int, host: str) -> _Started:
    address, _, path = host.removeprefix("http://").partition("/")
    config = folder / "nginx.conf"
    config.write_text(_NGINX.format(folder=folder, address=address, port=port))
    url = f"http://127.0.0.1:{port}"
    return _Started((command, "-c", str(config), "-p", str(folder)), Door(f"{url}/{path}"))


_LITELLM = """\
model_list:
  - model_name: sim
    litellm_params: {{model: openai/sim, api_base: "{host}", api_key: none}}
general_settings: {{master_key: {key}}}
"""


def _litellm(command: str, folder: Path, port: int, host: str) -> _Started:
    config = folder / "litellm.yaml"
    config.write_text(_LITELLM.format(host=host, key=KEY))
    url = f"http://127.0.0.1:{port}"
    return _Started(
        (command, "--config", str(config), "--host", "127.0.0.1", "--port", str(port)),
        Door(f"{url}/v1"),
        environment={"LITELLM_LOCAL_MODEL_COST_MAP": "True", "LITELLM_LOG": "ERROR"},
    )


def _portkey(command: str, folder: Path, port: int, host: str) -> _Started:
    url = f"http://127.0.0.1:{port}"
    headers = {"x-portkey-provider": "openai", "x-portkey-custom-host": host}
    return _Started((command, f"--port={port}", "--headless"), Door(f"{url}/v1", headers=headers))


_TENSORZERO = """\
[gateway]
observability.enabled = false

[models.sim]
routing = ["host"]

[models.sim.providers.host]
type = "openai"
model_name = "sim"
api_base = "{host}/"
api_key_location = "none"
"""
_START_TENSORZERO = """\
import asyncio, pathlib, sys, tensorzero
async def serve():
    gateway = tensorzero._start_http_gateway(
        config_file=sys.argv[1], clickhouse_url=None, postgres_url=None, valkey_url=None,
        async_setup=True,
    )
    running = await gateway
    pathlib.Path(sys.argv[2]).write_text(running.base_url)
    await asyncio.Event().wait()
asyncio.run(serve())
"""


def _tensorzero(command: str, folder: Path, port: int, host: str) -> _Started:
    config, told = folder / "tensorzero.toml", folder / "url"
    config.write_text(_TENSORZERO.format(host=host))
    return _Started(
        (command, "-c", _START_TENSORZERO, str(config), str(told)),
        Door("", "tensorzero::model_name::sim"),
        told,
    )


PEERS: Mapping[str, _Peer] = {
    "nginx": _Peer("nginx", _nginx),
    "litellm": _Peer("litellm", _litellm),
    "portkey": _Peer("gateway", _portkey),
    "tensorzero": _Peer("python", _tensorzero),
}


@contextmanager
def open_peer(name: str, host: str, path: str) -> Iterator[Way]:
    """The way through it, to the host's URL. `path` has folders to look for its command in, before
    those of PATH. Raises `Missing`."""
    if name not in PEERS:
        raise Missing(f"known are {', '.join(PEERS)}")
    peer = PEERS[name]
    folders = os.pathsep.join(filter(None, (path, os.environ.get("PATH"), "/usr/sbin")))
    command = shutil.which(peer.executable, path=folders)
    if command is None:
        raise Missing(f"there is no command `{peer.executable}`")
    with tempfile.TemporaryDirectory(prefix="prelude-bench-") as folder:
        started = peer.start(command, Path(folder), free_port(), host)
        output = Path(folder) / "output"
        with (
            output.open("wb") as file,
            subprocess.Popen(
                started.command,
                env=os.environ | started.environment,
                stdout=file,
                stderr=file,
                start_new_session=True,  # so that its own children can be ended with it
            ) as process,
        ):
            try:
                door = _wait_until_ready(process, started, output)
                yield Way(name, door, _worker(process.pid))
            finally:
                _end(process)


def _wait_until_ready(process: subprocess.Popen[bytes], started: _Started, output: Path) -> Door:
    give_up = time.monotonic() + _READY_S
    while time.monotonic() < give_up and process.poll() is None:
        door = started.door
        if started.told is not None and started.told.exists():
            door = replace(door, url=started.told.read_text())
        if door.url and _answers(door.url):
            return door
        time.sleep(0.1)  # another process: there is no event to wait for
    said = output.read_text(errors="replace").strip().splitlines()
    raise Missing(f"it did not start: {said[-1][:200] if said else 'it says nothing'}")


def _answers(url: str) -> bool:
    """Whatever it says."""
    try:
        with urllib.request.urlopen(url, timeout=5):
            return True
    except urllib.error.HTTPError:
        return True
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


def _worker(pid: int) -> int:
    """The process that does the work: the only child, where there is one."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return int(children[0]) if len(children) == 1 else pid


def _end(process: subprocess.Popen[bytes]) -> None:
    os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(_STOP_S)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
