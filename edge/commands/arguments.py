"""Arguments that several commands take."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_config(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--config",
        type=Path,
        metavar="FILE",
        help="the settings file (else PRELUDE_CONFIG; without either, the defaults hold)",
    )
