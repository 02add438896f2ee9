"""Has a script of a client's played, and reads what it told."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from bench.simulator_process import SimulatorHandle

KEY = "key-of-other-peoples-clients"
_ROOT = Path(__file__).parents[2]
_PATIENCE_S = 110.0

Told = Mapping[str, Any]


class Doors(NamedTuple):
    """The addresses of a service without a local model, and of one whose local model opens."""

    clients: Path
    url: str
    opening_url: str
    platform: SimulatorHandle


@cache
def played(doors: Doors, script: str) -> Mapping[tuple[str, str], Told]:
    """What each client told of each case."""
    if script.endswith(".mjs"):
        node = doors.clients / "node"
        command = [str(node / "node"), str(_ROOT / "tests/clients/node" / script)]
    else:
        own = doors.clients / "python/bin/python"
        python = sys.executable if script in ("with_openai", "with_anthropic") else str(own)
        command = [python, "-m", f"tests.clients.python.{script}"]
    with tempfile.TemporaryDirectory(prefix="prelude-client-") as scratch:
        played = subprocess.run(
            command,
            cwd=_ROOT,
            env={
                **os.environ,
                "BASE_URL": doors.url,
                "OPENING_URL": doors.opening_url,
                "CONTROL_URL": f"{doors.platform.url}/control",
                "KEY": KEY,
                "PACKAGES": str(doors.clients / "node/package.json"),
                # What keeps them to themselves: no settings of the developer's, no calls home.
                "HOME": scratch,
                "LLM_USER_PATH": scratch,
                "LITELLM_LOCAL_MODEL_COST_MAP": "True",
            },
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=_PATIENCE_S,
            check=False,
        )
    assert played.returncode == 0, played.stderr[-3000:]
    told = [json.loads(line) for line in played.stdout.splitlines() if line.startswith("{")]
    return {(one["client"], one["case"]): one for one in told}
