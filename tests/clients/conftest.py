"""Other people's clients, each in a process of its own, at doors that are really served.

They are installed beside the tests' own environment (`tools/install_clients.py`).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.service_process import service
from bench.simulator_process import simulator
from tests.clients.playbill import KEY, Doors

# Most of it at a service without a local model, so that what cannot be finished is not; `broken`
# and `busy` do what they are called whenever they are asked.
SETTINGS = """
[server]
api_keys = ["{key}"]
allowed_origins = ["{origin}"]

[server.model_aliases] # for a client that takes no name but those it knows
"claude-sonnet-4-5" = "auto"
"claude-opus-4-5" = "sim/broken"
"claude-haiku-4-5" = "sim/busy"
"claude-opus-4-1" = "sim/caller"
"claude-sonnet-4-0" = "sim/paced"

[local]
model = "{local}"

[tiers.fast]
deadline_ms = 2000

[tiers.deep]
hedge_percent = 0 # a fault is meant for the one call that comes next

[providers.sim]
kind = "openai_compatible"
base_url = "{base_url}"

[models."sim/big"]
prefill = true

[models."sim/equal"]
prefill = true

[models."sim/paced"]
id = "paced?tokens_per_s=2000"

[models."sim/late"]
id = "late?ttft_ms=700"

[models."sim/broken"]
id = "broken?fault=cut&after=150"

[models."sim/busy"]
id = "busy?fault=429&retry_after_s=60" # longer than anybody is kept waiting

[models."sim/caller"]
id = "caller?calls=1"

[providers.deepseek]
base_url = "{url}/deepseek"

[routes.completion]
targets = ["deepseek/deepseek-v4-pro"]

[routes.default]
targets = ["{target}", "sim/equal"]
"""


@pytest.fixture(scope="session")
def clients() -> Path:
    """Where they are installed."""
    home = Path(sys.prefix) / "clients"
    if not (home / ".installed").is_file():
        missing = f"other people's clients are not installed in {home}: make test does it"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    return home


@pytest.fixture(scope="module")
def origin() -> str:
    """Where the page comes from that may call us."""
    return "https://app.example.com"


@pytest.fixture(scope="module")
def doors(clients: Path, origin: str) -> Iterator[Doors]:
    with simulator("--ttft-ms", "0", "--tokens-per-s", "0", "--tokens", "0") as platform:
        common = {"key": KEY, "origin": origin, "base_url": platform.base_url, "url": platform.url}
        plain = SETTINGS.format(local="none", target="sim/big", **common)
        opened = SETTINGS.format(local="builtin", target="sim/late", **common)
        with service(plain) as ours, service(opened) as opening:
            yield Doors(clients, ours.url, opening.url, platform)
