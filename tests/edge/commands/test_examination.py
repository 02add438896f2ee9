from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from edge.commands.examination import (
    PlatformState,
    examine_llama,
    examine_platforms,
    parse_system_info,
)
from edge.platforms import platforms
from edge.settings_file import load


class Platform(BaseHTTPRequestHandler):
    """Lists its models to whoever sends the one key."""

    def do_GET(self) -> None:
        knows = self.headers["authorization"] == "Bearer the-one-key"
        self.send_response(200 if knows else 401)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Platform) as server:
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/v1"
        finally:
            server.shutdown()
            thread.join()


def states_of(folder: Path, toml: str, **environ: str) -> dict[str, PlatformState]:
    path = folder / "p.toml"
    path.write_text(toml)
    loaded = load(path, environ, platforms())
    return {state.name: state for state in asyncio.run(examine_platforms(loaded))}


def test_a_platform_is_reachable_or_says_what_it_lacks(tmp_path: Path) -> None:
    with served() as url, socket.create_server(("127.0.0.1", 0)) as taken:
        closed = f"http://127.0.0.1:{taken.getsockname()[1]}/v1"
        taken.close()
        states = states_of(
            tmp_path,
            f"""
            [providers]
            right = {{ kind = "openai", base_url = "{url}", api_key_env = "RIGHT" }}
            wrong = {{ kind = "openai", base_url = "{url}", api_key_env = "WRONG" }}
            unset = {{ kind = "openai", base_url = "{url}", api_key_env = "UNSET" }}
            gone = {{ kind = "openai", base_url = "{closed}" }}
            off = {{ kind = "openai", base_url = "{url}", enabled = false }}
            """,
            RIGHT="the-one-key",
            WRONG="another-key",
        )
    assert states["right"].state == "reachable"
    assert states["right"].has_key
    assert states["wrong"].state == "key refused: answered 401"
    assert states["unset"].state == "reachable, wants a key"
    assert not states["unset"].has_key
    assert states["gone"].state.startswith("unreachable: ")
    assert states["off"].state == "not enabled"
    assert "another-key" not in repr(states)


def test_every_row_of_the_table_is_looked_at_after_those_of_the_settings(tmp_path: Path) -> None:
    with served() as url:
        provider = f"kind = 'openai'\nbase_url = '{url}'"
        states = states_of(tmp_path, f"[providers.mine]\n{provider}\n")
    assert list(states) == ["mine", *(row.name for row in platforms())]
    assert [state.name for state in states.values() if state.in_settings] == ["mine"]
    assert states["openai_compatible"].state == "wherever base_url says"
    assert states["openai"].state == "not asked: the settings do not name it"
    assert states["bedrock"].state == "not asked: the settings do not name it"


def test_the_build_of_llama_cpp_is_told() -> None:
    build = asyncio.run(examine_llama())
    assert build.fault == ""
    assert build.version
    assert "CPU" in build.backends


def test_backends_and_features_are_told_apart() -> None:
    text = "CUDA : ARCHS = 900 | USE_GRAPHS = 1 | CPU : AVX2 = 1 | FMA = 1 | "
    assert parse_system_info(text) == (("CUDA", "CPU"), ("USE_GRAPHS", "AVX2", "FMA"))
