"""`prelude check`: is this settings file one to start with, and what does it mean?"""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence

from edge.commands.arguments import add_config
from edge.commands.summary import summarize
from edge.platforms import platforms
from edge.settings_file import load


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="prelude check",
        description="Say what a settings file means; or, on standard error and with exit code 2, "
        "all that is wrong with it: a line each, with file, line, key and reason.",
    )
    add_config(parser)
    arguments = parser.parse_args(argv)
    loaded = load(arguments.config, os.environ, platforms())
    loaded.check_overlay()
    print(f"ok: {loaded.file or 'no settings file, the defaults hold'}")
    for line in summarize(loaded.settings):
        print(f"  {line}")
    for notice in loaded.notices:
        print(f"note: {notice}")
    return 0
