"""The settings under which the service is measured: one target, somewhere on this machine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager

from bench.llamacpp_server import llamacpp_server
from bench.service_process import service
from bench.simulator_process import simulator

TARGET = "upstream/target"

# The target continues a prefix, so that both strategies can be asked for.
_SETTINGS = """\
[providers.upstream]
kind = "openai_compatible"
base_url = "{base_url}"

[models."{target}"]
id = {model_id}
prefill = true

[routes.default]
targets = ["{target}"]
"""


@contextmanager
def simulated_target(*flags: str, model_id: str = "sim") -> Iterator[tuple[str, str]]:
    """Base URLs (with /v1) of the service and of the simulator behind it."""
    with simulator(*flags) as target, service(_settings(target.base_url, model_id)) as ours:
        yield ours.base_url, target.base_url


@contextmanager
def llamacpp_target() -> Iterator[tuple[str, str]]:
    with llamacpp_server() as base_url, service(_settings(base_url, "builtin")) as ours:
        yield ours.base_url, base_url


def _settings(base_url: str, model_id: str) -> str:
    quoted = json.dumps(model_id)  # a JSON string is a TOML string
    return _SETTINGS.format(base_url=base_url, target=TARGET, model_id=quoted)
