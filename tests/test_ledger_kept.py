"""The ledger of the whole service: real workers, stopped while it writes, told to read anew."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import time
import urllib.request
from contextlib import closing
from pathlib import Path

from bench.service_process import ServiceHandle, service
from bench.simulator_process import simulator

SETTINGS = """
[server]
workers = 2

[local]
model = "none"

[providers.sim]
kind = "openai_compatible"
base_url = "{base_url}"

[routes.default]
targets = ["sim/big"]

[ledger]
path = "{path}"
"""


def ask(served: ServiceHandle) -> None:
    body = {"model": "auto", "messages": [{"role": "user", "content": "Why tides?"}]}
    request = urllib.request.Request(
        f"{served.base_url}/chat/completions",
        json.dumps(body).encode(),
        {"content-type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=30) as response:
        assert response.status == 200


def test_rows_of_all_workers_are_there_once_the_service_has_stopped(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with (
        simulator("--ttft-ms", "0", "--tokens-per-s", "0") as target,
        service(SETTINGS.format(base_url=target.base_url, path=path)) as served,
    ):
        for _ in range(20):
            ask(served)
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT count(DISTINCT request), count(*), sum(reported) FROM legs"
        assert connection.execute(query).fetchone() == (20, 20, 20)


def test_settings_read_anew_move_the_ledger(tmp_path: Path) -> None:
    first, second = tmp_path / "first.sqlite", tmp_path / "second.sqlite"
    with simulator("--ttft-ms", "0", "--tokens-per-s", "0") as target:
        settings = SETTINGS.format(base_url=target.base_url, path=first)
        with service(settings) as served:
            ask(served)
            served.config.write_text(SETTINGS.format(base_url=target.base_url, path=second))
            os.kill(served.pid, signal.SIGHUP)
            give_up = time.monotonic() + 30
            while served.output.read_text().count("settings reloaded") < 2:
                assert time.monotonic() < give_up
                time.sleep(0.05)  # another process: there is no event to wait for
            ask(served)
    for path in (first, second):
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("SELECT count(*) FROM legs").fetchone() == (1,)
