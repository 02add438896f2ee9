"""The simulator as a process that a test holds in its hand."""

from __future__ import annotations

import http.client
import json
from contextlib import closing
from urllib.parse import urlsplit

import pytest

from bench.simulator_process import simulator
from edge.core.errors import EdgeError


def test_a_killed_simulator_cuts_the_reply_and_is_gone() -> None:
    with simulator("--ttft-ms", "0", "--tokens-per-s", "0.001") as sim:
        with closing(http.client.HTTPConnection(urlsplit(sim.url).netloc)) as connection:
            message = {"role": "user", "content": "Why does the sea have tides?"}
            body = json.dumps({"model": "sim", "messages": [message], "stream": True})
            connection.request("POST", "/v1/chat/completions", body)
            reply = connection.getresponse()
            assert reply.readline().startswith(b"data: ")
            sim.kill()
            with pytest.raises((http.client.IncompleteRead, ConnectionResetError)):
                reply.read()
        with pytest.raises(ConnectionRefusedError):
            http.client.HTTPConnection(urlsplit(sim.url).netloc).connect()


def test_a_simulator_that_does_not_start_says_so(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(EdgeError, match="did not start"), simulator("--fault", "gremlins"):
        pass
    assert "gremlins" in capfd.readouterr().err
