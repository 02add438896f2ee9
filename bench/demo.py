"""`prelude demo`: the real service, whose hosted models are the simulator's.

For whoever has no key yet: a hand-over, and the recovery from a stall or a cut, can be watched on
the page. The local model is real; what the target says was written beforehand.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.simulator_process import simulator

# Prices of nobody, so that the page has a cost to show. The second target takes over.
SETTINGS = """
[providers.simulated]
kind = "openai_compatible"
base_url = "{base_url}"
simulated = true

[models."simulated/large"]
prefill = true
price_in = 1.0
price_out = 4.0

[models."simulated/spare"]
prefill = true
price_in = 1.0
price_out = 4.0

[routes.default]
targets = ["simulated/large", "simulated/spare"]

[ledger]
enabled = false
"""

_MANNER = ("--ttft-ms", "700", "--tokens-per-s", "60", "--tokens", "0")  # 0: its whole texts


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="prelude demo",
        description="Serve the page with simulated hosted models, to watch a hand-over and a "
        "recovery without any key. The simulated words were written beforehand.",
    )
    parser.add_argument("--host", help="address to listen on [127.0.0.1]")
    parser.add_argument("--port", type=int, help="port to listen on [8080]")
    arguments = parser.parse_args(argv)

    from edge.serve import main as serve  # loads aiohttp and more; --help needs none of it

    with (
        simulator(*_MANNER) as target,
        tempfile.TemporaryDirectory(prefix="prelude-demo-") as folder,
    ):
        settings = Path(folder) / "demo.toml"
        settings.write_text(SETTINGS.format(base_url=target.base_url))
        return serve(settings, arguments.host, arguments.port)
