"""`prelude demo`: one command, no key, and the page knows that its targets can be broken."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

ROOT = Path(__file__).parents[2]
SERVING = re.compile(r"serving on (http://\S+)")


def test_the_demo_serves_with_simulated_targets_until_it_is_told_to_stop() -> None:
    command = [sys.executable, "-m", "edge", "demo", "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        said = next(filter(None, map(SERVING.search, process.stderr)))
        try:
            with urllib.request.urlopen(f"{said[1]}/page.json", timeout=30) as response:
                news = json.load(response)
        finally:
            process.send_signal(signal.SIGTERM)
        assert news["simulated"] == ["large", "spare"]
        assert process.wait(30) == 0
