"""The service opens connections to whoever its routes name, before anybody asks it."""

from __future__ import annotations

import socket
import urllib.request
from contextlib import ExitStack

from bench.service_process import service

SETTINGS = """
[local]
model = "none"

[providers.named]
kind = "openai_compatible"
base_url = "http://127.0.0.1:{named}/v1"

[providers.gone]
kind = "openai_compatible"
base_url = "http://127.0.0.1:{gone}/v1"

[providers.unused]
kind = "openai_compatible"
base_url = "http://127.0.0.1:{unused}/v1"

[routes.default]
targets = ["named/big", "gone/big"]
"""


def test_who_is_named_by_a_route_is_connected_to_and_nobody_else() -> None:
    with ExitStack() as stack:
        named, unused, gone = (stack.enter_context(socket.socket()) for _ in range(3))
        for each in (named, unused, gone):
            each.bind(("127.0.0.1", 0))
        for each in (named, unused):  # at `gone` nobody listens
            each.listen()
        ports = {
            name: each.getsockname()[1]
            for name, each in (("named", named), ("unused", unused), ("gone", gone))
        }
        ours = stack.enter_context(service(SETTINGS.format(**ports)))
        lines = [stack.enter_context(named.accept()[0]) for _ in range(2)]
        unused.setblocking(False)
        for line in lines:
            line.setblocking(False)
        metrics = ""
        while metrics.count("prelude_connections_opened_ahead_total{") < 2:
            with urllib.request.urlopen(f"{ours.url}/metrics", timeout=10) as response:
                metrics = response.read().decode()
        assert 'opened_ahead_total{outcome="opened",platform="named"} 1.0' in metrics
        assert 'opened_ahead_total{outcome="failed",platform="gone"} 1.0' in metrics
        for line in lines:
            assert not _has_something(line), "nothing is to be sent ahead"
        try:
            unused.accept()
        except BlockingIOError:
            return
        raise AssertionError("somebody was connected to whom no route names")


def _has_something(line: socket.socket) -> bool:
    try:
        line.recv(1)
    except BlockingIOError:
        return False
    return True
