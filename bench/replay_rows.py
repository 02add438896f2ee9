"""The public traces of traffic: who came when, with how much, and got how long a reply."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bench.data_folder import find

CODE = "azure-code"
AZURE_CONVERSATION = "azure-conversation"
MOONCAKE = "mooncake-conversation"
FILES = {
    AZURE_CONVERSATION: "azure2023_conv.csv",
    CODE: "azure2023_code.csv",
    MOONCAKE: "mooncake_conversation_trace.jsonl",
}


@dataclass(frozen=True, slots=True)
class Arrival:
    """`at_s` counts from the beginning of its trace."""

    at_s: float
    source: str
    prompt_tokens: int
    reply_tokens: int


def arrivals(data: Path, source: str) -> Iterator[Arrival]:
    """One trace, in the order of its arrivals."""
    with find(data, FILES[source]).open(newline="", encoding="utf-8") as file:
        rows = _mooncake(file) if source == MOONCAKE else _azure(file)
        begin: float | None = None
        for at_s, prompt_tokens, reply_tokens in rows:
            begin = at_s if begin is None else begin
            yield Arrival(at_s - begin, source, max(1, prompt_tokens), max(1, reply_tokens))


def _azure(file: Iterable[str]) -> Iterator[tuple[float, int, int]]:
    for row in csv.DictReader(file):
        at = datetime.fromisoformat(row["TIMESTAMP"][:26])  # seven digits of a second: one too many
        yield at.timestamp(), int(row["ContextTokens"]), int(row["GeneratedTokens"])


def _mooncake(file: Iterable[str]) -> Iterator[tuple[float, int, int]]:
    for line in file:
        row = json.loads(line)
        yield row["timestamp"] / 1000, row["input_length"], row["output_length"]
