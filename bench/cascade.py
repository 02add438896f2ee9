"""Does a cheap model that gives up by itself save as much as choosing before?

A cascade asks the cheap model always, and the strong one only when the cheap one's own words show
that it is lost. Choosing before asks one of them. Both are put on two real pairs:

- *Recorded* (`--data`): what Mixtral-8x7B and GPT-4-1106 really wrote on GSM8K, and whether it was
  right. The words are given to the service's own watch over a leading local model. Choosing before
  is by the prompt: its length, a coin, and the oracle that knows the outcome, each sending as many
  prompts to the strong model as the cascade does.
- *Here*: the built-in model on questions with known answers, greedy. Its signs of being lost are
  the service's watch, and that another try, at temperature 0.8, disagrees: asking the same model
  in two configurations is the only other sign that a text model gives for nothing. The strong one
  is taken to know every answer.

A cascade keeps the strong model's quality only as far as it catches what is wrong: the column for
that is the one to look at.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from pathlib import Path

from bench.data_folder import find
from bench.known_answers import KNOWN, Known
from bench.report import Bars, Cell, Report, Table
from edge.core.lost import Watched
from edge.core.passage import GivenUp
from edge.core.settings import LocalSettings
from edge.core.types import LOCAL, Call, Message, Request, Sampling, Text, TextPart
from local_models.client import LocalTier
from local_models.process import EngineProcess

_LONGEST_REPLY = 48
_QUICK = 24
_COLUMNS = ("way", "n", "strong calls %", "right %", "wrong ones caught %", "right ones sent on %")


@dataclass(frozen=True, slots=True)
class Tried:
    """One prompt: what came of the cheap model and of the strong one. `hardness`: its length."""

    weak_right: bool
    strong_right: bool
    is_lost: bool
    disagrees: bool = False
    hardness: float = 0.0


def run(options: argparse.Namespace) -> Report:
    known = random.Random(1).sample(KNOWN, _QUICK) if options.quick else KNOWN
    here = asyncio.run(_ask_all(known))
    signs = {
        "it is lost": [each.is_lost for each in here],
        "lost, or two tries disagree": [each.is_lost or each.disagrees for each in here],
    }
    pairs = {f"here: the built-in model on {len(here)} questions": compare(here, signs)}
    if options.data is not None:
        recorded = _recorded(options.data)
        pairs["recorded: Mixtral-8x7B, then GPT-4-1106, on GSM8K"] = compare(
            recorded, {"it is lost": [each.is_lost for each in recorded]}
        )
    tables = tuple(Table(name, _COLUMNS, tuple(rows)) for name, rows in pairs.items())
    return Report(
        load="each question once to the built-in model, greedy, and once at temperature 0.8; "
        + ("no recorded texts" if options.data is None else "strong_texts_public.jsonl"),
        tables=tables,
        notes=(
            "a prompt that is sent on counts as the strong model's, whatever was shown before",
            "here the strong model is taken to be always right",
        ),
        plots=tuple(_plot(table) for table in tables),
    )


# -- the figures -------------------------------------------------------------


def compare(tried: Sequence[Tried], signs: Mapping[str, Sequence[bool]]) -> list[tuple[Cell, ...]]:
    """Each sign of being lost, and as many prompts chosen before."""
    rows = [
        _row("always the cheap one", tried, [False] * len(tried)),
        _row("always the strong one", tried, [True] * len(tried)),
    ]
    for name, sent_on in signs.items():
        count = sum(sent_on)
        by_length = sorted(tried, key=lambda each: -each.hardness)[:count]
        by_coin = random.Random(1).sample(list(tried), count)
        by_oracle = sorted(tried, key=lambda each: each.weak_right - each.strong_right)[:count]
        rows += [
            _row(f"cascade: {name}", tried, sent_on),
            _row("as many before: the longest", tried, _are_in(tried, by_length)),
            _row("as many before: by a coin", tried, _are_in(tried, by_coin)),
            _row("as many before: by the oracle", tried, _are_in(tried, by_oracle)),
        ]
    return rows


def _are_in(tried: Sequence[Tried], chosen: Sequence[Tried]) -> list[bool]:
    ids = set(map(id, chosen))
    return [id(each) in ids for each in tried]


def _row(name: str, tried: Sequence[Tried], sent_on: Sequence[bool]) -> tuple[Cell, ...]:
    pairs = list(zip(tried, sent_on, strict=True))
    right = [each.strong_right if sent else each.weak_right for each, sent in pairs]
    wrong_ones = [sent for each, sent in pairs if not each.weak_right]
    right_ones = [sent for each, sent in pairs if each.weak_right]
    return (name, len(tried), *map(_percent, (sent_on, right, wrong_ones, right_ones)))


def _percent(are: Sequence[bool]) -> Cell:
    return round(100 * sum(are) / len(are), 1) if are else "-"


def _plot(table: Table) -> Bars:
    def column(place: int) -> list[float]:
        return [float(row[place]) for row in table.rows]

    return Bars(
        f"What does giving up by itself keep? {table.name.partition(':')[0]}",
        "% of the prompts",
        tuple(str(row[0]) for row in table.rows),
        {"sent to the strong model": column(2), "right in the end": column(3)},
    )


# -- the pairs ---------------------------------------------------------------


def is_lost(text: str) -> bool:
    """Whether the watch over a leading local model would have given it up."""
    watch = Watched()
    try:
        watch.feed(text)
        watch.close()
    except GivenUp:
        return True
    return False


def _recorded(data: Path) -> list[Tried]:
    with find(data, "strong_texts_public.jsonl").open(encoding="utf-8") as lines:
        return [
            Tried(
                bool(row["weak_right"]),
                bool(row["strong_right"]),
                is_lost(row["weak_text"]),
                hardness=len(row["prompt"]),
            )
            for row in map(json.loads, lines)
        ]


async def _ask_all(known: Sequence[Known]) -> list[Tried]:
    with tempfile.TemporaryDirectory(prefix="prelude-bench-") as folder:
        socket = str(Path(folder) / "engine.sock")
        engine = EngineProcess(LocalSettings(), socket)
        await engine.start()
        try:
            tier = LocalTier(LOCAL, socket)
            return [await _ask_twice(tier, each) for each in known]
        finally:
            await engine.stop()


async def _ask_twice(tier: LocalTier, known: Known) -> Tried:
    greedy = await _ask(tier, known.question, Sampling(_LONGEST_REPLY, temperature=0.0))
    other = await _ask(tier, known.question, Sampling(_LONGEST_REPLY, temperature=0.8, seed=1))
    return Tried(
        known.is_right(greedy),
        True,
        is_lost(greedy),
        _telling(greedy) != _telling(other),
        len(known.question),
    )


def _telling(text: str) -> str:
    """The last word of the first sentence, which is where such a reply has its answer."""
    words = text.split(". ", maxsplit=1)[0].split()
    return words[-1].strip(".,!?:;\"'").casefold() if words else ""


async def _ask(tier: LocalTier, question: str, sampling: Sampling) -> str:
    messages = (Message("user", (TextPart(question),)),)
    request = Request(id="bench", model=LOCAL, messages=messages, sampling=sampling)
    async with aclosing(tier.stream(Call(request, messages, sampling))) as pieces:
        return "".join([piece.text async for piece in pieces if isinstance(piece, Text)])
