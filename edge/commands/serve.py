"""`prelude serve`: run the service until it is told to stop."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from edge.commands.arguments import add_config


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="prelude serve",
        description="Serve on host and port until SIGTERM or Ctrl-C. SIGHUP reads the settings "
        "anew without dropping a reply.",
    )
    add_config(parser)
    parser.add_argument("--host", help="address to listen on; beyond loopback needs api_keys")
    parser.add_argument("--port", type=int, help="port to listen on (else PORT, else the file's)")
    arguments = parser.parse_args(argv)

    from edge.serve import main as serve  # loads aiohttp and more; --help needs none of it

    return serve(arguments.config, arguments.host, arguments.port)
