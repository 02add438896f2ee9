"""A hosted model goes wrong in every way, at every place: does the reader get the reply?

Every fault, in each phase where it can occur, with each strategy, through each door. The real
service runs with simulated targets. The first one of each chain is faulty, the next one is not, and
the local model is the last resort. What each should say is known, so each reply is compared with
it, word by word. A second service has nobody behind the faulty target: there a reply that is cut
short must end as an error, never as `stop`.

The service's clocks are shortened, so that a stall costs two seconds and not five; but not to what
a busy machine may take, for words are looked at here, not times.
"""

from __future__ import annotations

import argparse
import asyncio
import json
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

import aiohttp

from bench.dead_ends import DEAD_ENDS, dead_ends
from bench.fault_cells import (
    CONTINUES,
    FIRST_TEXT_MS,
    OF_TEXTS,
    SIMULATOR,
    STALL_MS,
    Cell,
    Expect,
    Faulty,
    cells,
    cells_alone,
)
from bench.fault_doors import knock
from bench.fault_outcome import Outcome, judge
from bench.fault_report import report_of
from bench.faults import FAULTS, NO_FAULT
from bench.reader import Told
from bench.report import Report
from bench.schedule import send_each
from bench.service_process import ServiceHandle, service
from bench.simulator_process import simulator
from edge.core.errors import EdgeError
from edge.core.plan import Strategy

_PATIENCE_S = 60.0
_PERIOD_S = 0.15
_DRAFT_PERIOD_S = 0.25  # what openings cost two cores
_MOST_AT_ONCE = 16  # a busy machine may take longer for all of them
_PART = 1000  # cells: their targets take 0.23 MB of settings, which may have 1 MiB
_ROUNDS_OF_HEALTH = 5
_MAX_TOKENS = 1500  # more than any of the answers has
_FLAGS = ("--ttft-ms", "50", "--tokens-per-s", "500", "--tokens", "0")

_SETTINGS = """\
[local]
model = "{local}"

[tiers.fast]
min_gain_ms = 0
deadline_ms = 1000

[tiers.deep]
first_text_ms = {first_text_ms}
stall_ms = {stall_ms}
deadline_ms = 10000

[routes.default] # never asked: every request names its targets
targets = ["{target}"]
"""
_KINDS = {"": "openai_compatible", OF_TEXTS: "ollama"}
_PROVIDER = """
[providers.{name}]
kind = "{kind}"
base_url = "http://127.0.0.1:{port}/v1"
"""
_MODEL = """
[models."{name}"]
id = "{id}"
prefill = {prefill}
"""


def add_flags(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--only", metavar="FAULT", help="this one, in all its phases")


def run(options: argparse.Namespace) -> Report:
    asked = _chosen(cells(options.quick), options.only)
    lonely = _chosen(cells_alone(options.quick), options.only)
    outcomes = [
        *_ask_in_parts([*_health(asked), *asked], "builtin"),
        *_ask_in_parts([*_health(lonely), *lonely], "none"),
    ]
    schedule = f"one every {_PERIOD_S:g} s, with an opening every {_DRAFT_PERIOD_S:g} s, "
    schedule += f"at most {_MOST_AT_ONCE} at once"
    return report_of(outcomes, f"{schedule}; simulated targets: {' '.join(_FLAGS)}")


def _ask_in_parts(asked: Sequence[Cell], local: str) -> Iterator[Outcome]:
    for part in parts_of(asked):
        with matrix_service(part, local) as ours:
            yield from asyncio.run(ask_all(ours, part))


def parts_of(asked: Sequence[Cell]) -> list[Sequence[Cell]]:
    """Each for a service of its own, whose settings would be too large for all."""
    return [asked[begin : begin + _PART] for begin in range(0, len(asked), _PART)]


def _chosen(asked: Sequence[Cell], only: str | None) -> list[Cell]:
    known = (*DEAD_ENDS, *FAULTS)
    if only not in (None, *known):
        raise EdgeError(f"no fault {only!r}; there are {', '.join(known)}")
    return [cell for cell in asked if only in (None, cell.faulty.fault)]


@contextmanager
def matrix_service(asked: Iterable[Cell], local: str = "builtin") -> Iterator[ServiceHandle]:
    """The service that knows every target of these cells."""
    with simulator(*_FLAGS) as target, dead_ends() as ports:
        port = int(target.url.rpartition(":")[2])
        with service("".join(settings_of(asked, local, {SIMULATOR: port, **ports}))) as handle:
            yield handle


async def ask_all(ours: ServiceHandle, asked: Sequence[Cell]) -> list[Outcome]:
    at_once = asyncio.Semaphore(_MOST_AT_ONCE)

    async def ask(session: aiohttp.ClientSession, cell: Cell) -> Told:
        async with at_once:
            return await _ask(session, ours.base_url, cell)

    async with aiohttp.ClientSession() as session:
        sends: list[tuple[float, Callable[[], Awaitable[Told]]]] = [
            (_period_s(cell), partial(ask, session, cell)) for cell in asked
        ]
        replies = await send_each(sends)
    return [judge(cell, told) for cell, told in zip(asked, replies, strict=True)]


def _period_s(cell: Cell) -> float:
    return _PERIOD_S if cell.strategy is Strategy.TARGET else _DRAFT_PERIOD_S


async def _ask(session: aiohttp.ClientSession, base_url: str, cell: Cell) -> Told:
    targets = [model.name for model in cell.models]
    options: dict[str, Any] = {"targets": targets, "trace": True, "strategy": cell.strategy}
    told = Told()
    try:
        async with asyncio.timeout(_PATIENCE_S):
            await knock(told, session, base_url, cell.door, cell.question, _MAX_TOKENS, options)
    except TimeoutError:
        told.error, told.ended_s = f"not ended within {_PATIENCE_S:g} s", _PATIENCE_S
    except aiohttp.ClientError as error:
        told.error = f"the connection was lost ({type(error).__name__})"
    return told


def _health(asked: Iterable[Cell]) -> list[Cell]:
    """Unbroken replies, whose time the others' are compared with."""
    variants = {(cell.question, cell.strategy, cell.door) for cell in asked}
    return [
        Cell(
            "healthy",
            question,
            Faulty(NO_FAULT),
            CONTINUES,
            Expect.WHOLE,
            strategy=strategy,
            door=door,
        )
        for question, strategy, door in sorted(variants)
        for _ in range(_ROUNDS_OF_HEALTH)
    ]


def settings_of(asked: Iterable[Cell], local: str, ports: Mapping[str, int]) -> Iterator[str]:
    models = {model.name: model for cell in asked for model in cell.models}
    yield _SETTINGS.format(
        local=local,
        target=next(iter(models)),
        first_text_ms=FIRST_TEXT_MS,
        stall_ms=STALL_MS,
    )
    for name, port in ports.items():
        for also, kind in _KINDS.items():
            yield _PROVIDER.format(name=name + also, kind=kind, port=port)
    for model in models.values():
        prefill = json.dumps(model.prefill)
        yield _MODEL.format(name=model.name, id=model.id, prefill=prefill)
