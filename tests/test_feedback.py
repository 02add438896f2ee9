"""Feedback on the whole service: several workers, a restart, and a ledger that they share."""

from __future__ import annotations

import json
import sqlite3
import urllib.request
from contextlib import closing
from pathlib import Path
from typing import Any

from bench.service_process import ServiceHandle, service
from bench.simulator_process import simulator

KEY = "a-key-of-some-length"
SETTINGS = """
[server]
workers = 2
api_keys = ["{key}"]

[local]
model = "none"

[classifier]
model = "rules"

[providers.sim]
kind = "openai_compatible"
base_url = "{base_url}"

[routes.default]
targets = ["sim/big"]

[ledger]
path = "{path}"
"""


def post(served: ServiceHandle, path: str, body: Any) -> Any:
    headers = {"content-type": "application/json", "authorization": f"Bearer {KEY}"}
    data = json.dumps(body).encode()
    request = urllib.request.Request(f"{served.base_url}/{path}", data, headers)
    with urllib.request.urlopen(request, timeout=30) as response:
        return json.loads(response.read())


def test_feedback_finds_its_reply_whichever_worker_is_asked_and_after_a_restart(
    tmp_path: Path,
) -> None:
    path = tmp_path / "ledger.sqlite"
    messages = [{"role": "user", "content": "Why tides?"}]
    with simulator("--ttft-ms", "0", "--tokens-per-s", "0") as target:
        settings = SETTINGS.format(key=KEY, base_url=target.base_url, path=path)
        ids = []
        with service(settings) as served:
            for _ in range(8):
                reply = post(served, "chat/completions", {"model": "auto", "messages": messages})
                ids.append(reply["id"])
                rated = post(served, "feedback", {"response_id": reply["id"], "rating": "up"})
                assert rated["rating"] == 1.0
        with service(settings) as served:
            for response_id in ids:
                post(served, "feedback", {"response_id": response_id, "rating": "down"})
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT count(*), sum(rating), sum(regenerated) FROM replies"
        assert connection.execute(query).fetchone() == (8, 0.0, 7)
