"""`prelude models`: what is known of hosted models, and from where. Nobody is called."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict

from edge.commands.arguments import add_config
from edge.commands.table import as_table
from edge.core.hosted_names import named_models
from edge.core.prices import Prices
from edge.platforms import ModelEntry, list_models, platforms
from edge.settings_file import load

_HEAD = ("model", "id", "context", "US$ per M tokens, in/out", "prices from", "prefill", "notes")


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="prelude models",
        description="List the hosted models that the settings name or the model table knows, and "
        'what is known of each; "?" is unknown, and an unknown price is not nothing. Nobody is '
        "called. Exit code 1: there is none.",
    )
    add_config(parser)
    parser.add_argument("provider", nargs="?", help="only those of this one")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    arguments = parser.parse_args(argv)
    loaded = load(arguments.config, os.environ, platforms())
    for fault in loaded.overlay_faults:
        print(f"{fault}; the model overlay is ignored", file=sys.stderr)
    settings, overlay = loaded.settings, loaded.overlay
    entries = list_models(settings, overlay, named_models(settings), arguments.provider)
    if arguments.json:
        print(json.dumps({"models": [asdict(entry) for entry in entries]}, indent=2))
    elif entries:
        print("\n".join(as_table(_HEAD, [_row(entry) for entry in entries])))
    else:
        print("no model is known there", file=sys.stderr)
    return 0 if entries else 1


def _row(entry: ModelEntry) -> tuple[str, ...]:
    return (
        entry.name,
        entry.id,
        "?" if entry.context is None else str(entry.context),
        "?" if entry.prices is None else _prices(entry.prices),
        entry.prices_from or "?",
        _prefill(entry),
        _notes(entry) or "?",
    )


def _prices(prices: Prices) -> str:
    cached = "" if prices.cached is None else f" (cached {prices.cached:g})"
    tokens = f"{prices.input:g}{cached} / {prices.output:g}"
    others = [
        f"{price:g} {unit}"
        for price, unit in (
            (prices.image, "a picture"),
            (prices.compute_s or None, "a second of a machine"),
            (prices.video_s, "a second of video"),
        )
        if price is not None
    ]
    paid = [tokens] if prices.input or prices.output or not others else []
    return ", ".join([*paid, *others])


def _prefill(entry: ModelEntry) -> str:
    if entry.prefill is None:
        return "?, so no"
    return f"{'yes' if entry.prefill else 'no'} ({entry.prefill_from})"


def _notes(entry: ModelEntry) -> str:
    notes = []
    if entry.max_output is not None:
        notes.append(f"says {entry.max_output} tokens at most")
    if entry.cache_from is not None:
        notes.append(f"caches from {entry.cache_from} tokens")
    if not entry.takes_sampling:
        notes.append("no temperature")
    if not entry.takes_thinking_level:
        notes.append("thinks by a number of tokens")
    return ", ".join(notes)
