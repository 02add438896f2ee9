"""Lines to a worker of our choice, of a real service with several.

A connection stays with the worker that accepted it, and one that is stopped accepts none: that is
how a request is brought there.
"""

from __future__ import annotations

import http.client
import json
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Any
from urllib.parse import urlsplit

from bench.service_process import ServiceHandle, service

WORKER = "edge.worker"


class Connection:
    """To one worker."""

    def __init__(self, served: ServiceHandle) -> None:
        self._http = http.client.HTTPConnection(urlsplit(served.url).netloc, timeout=60)
        self.get("/healthz")  # it is accepted once it is answered

    def ask(self) -> list[str]:
        """Who spoke."""
        self.begin_to_ask()
        models: list[str] = json.loads(self.answer()[1])["prelude"]["models"]
        return models

    def begin_to_ask(self, **headers: str) -> None:
        message = {"role": "user", "content": "Why does the sea have tides?"}
        body = {"model": "auto", "messages": [message]}
        self.post("/v1/chat/completions", body, **headers)

    def answer(self) -> tuple[int, bytes]:
        """To what was begun."""
        response = self._http.getresponse()
        return response.status, response.read()

    def metric(self, sample: str) -> float:
        lines = self.get("/metrics").splitlines()
        return next((float(line.split()[1]) for line in lines if line.startswith(sample)), 0.0)

    def post(self, path: str, body: Any, **headers: str) -> None:
        self._http.request("POST", path, json.dumps(body), headers)

    def get(self, path: str) -> str:
        self._http.request("GET", path)
        return self.answer()[1].decode()

    def close(self) -> None:
        self._http.close()


@contextmanager
def two_workers(settings: str) -> Iterator[ServiceHandle]:
    with service(f"[server]\nworkers = 2\n{settings}") as handle:
        until(lambda: len(handle.children(WORKER)) == 2)
        yield handle


def until(condition: Callable[[], bool]) -> None:
    """Other processes have no event that we could wait for."""
    give_up = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < give_up
        time.sleep(0.05)


@contextmanager
def connected(served: ServiceHandle, worker: int) -> Iterator[Connection]:
    others = [pid for pid in served.children(WORKER) if pid != worker]
    for pid in others:
        os.kill(pid, signal.SIGSTOP)
    try:
        connection = Connection(served)
    finally:
        for pid in others:
            os.kill(pid, signal.SIGCONT)
    with closing(connection):
        yield connection
