"""`prelude platforms`: who can be called, and what is known of them. Nobody is called."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from edge.commands.arguments import add_config
from edge.commands.table import as_table
from edge.platforms import PlatformEntry, list_platforms, platforms
from edge.settings_file import load

_HEAD = (
    "platform",
    "dialect",
    "auth",
    "streaming",
    "continuation",
    "usage",
    "caching",
    "limits",
    "media",
    "regions",
    "compliance",
    "retention",
    "called live",
)


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="prelude platforms",
        description="List every platform that the settings name or the provider table knows (in "
        'brackets), and what is known of each; "?" is unknown. Nobody is called.',
    )
    add_config(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    arguments = parser.parse_args(argv)
    loaded = load(arguments.config, os.environ, platforms())
    found = (name for name, value in os.environ.items() if value.strip())
    entries = list_platforms(loaded.settings, loaded.keys, found)
    if arguments.json:
        print(json.dumps({"platforms": [asdict(entry) for entry in entries]}, indent=2))
    else:
        print("\n".join(as_table(_HEAD, [_row(entry) for entry in entries])))
    return 0


def _row(entry: PlatformEntry) -> tuple[str, ...]:
    label = entry.name if entry.kind == entry.name else f"{entry.name} ({entry.kind})"
    return (
        label if entry.in_settings else f"({label})",
        entry.dialect,
        _auth(entry),
        "yes" if entry.streaming else "no",
        entry.continuation,
        entry.usage,
        entry.caching or "?",
        _limits(entry),
        ", ".join(entry.media) or "none",
        _words(entry, "regions", entry.regions),
        _words(entry, "compliance", entry.compliance),
        _words(entry, "retention", entry.retention and (entry.retention,)),
        "yes" if entry.called_live else "never called live",
    )


def _auth(entry: PlatformEntry) -> str:
    if entry.auth is None:
        return "no key"
    if entry.has_auth is None:
        return entry.auth
    return f"{entry.auth} {'found' if entry.has_auth else 'missing'}"


def _limits(entry: PlatformEntry) -> str:
    given = (("rpm", entry.rpm), ("tpm", entry.tpm), ("opm", entry.opm))
    configured = [f"{n} {name}" for name, n in given if n]
    return ", ".join([entry.limits or "?", *configured])


def _words(entry: PlatformEntry, fact: str, words: Iterable[str] | None) -> str:
    return entry.depends.get(fact, "?") if words is None else ", ".join(words) or "none"
