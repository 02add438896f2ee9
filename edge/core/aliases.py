"""Model names that a client is built with, and who is meant by them here.

A pattern is a name in which `*` stands for anything: `claude-*`. The first that fits counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatchcase


def alias_of(name: str, aliases: Mapping[str, str]) -> str:
    """Who is meant by `name`; itself where no pattern fits."""
    for pattern, meant in aliases.items():
        if fnmatchcase(name, pattern):
            return meant
    return name
