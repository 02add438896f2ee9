"""A hosted model goes wrong in every way, at every place: does the reader get the reply?

The real service runs with simulated targets. The first one of each chain is faulty, the next ones
are not, and the local model is the last resort. What each should say is known, so each reply is
compared with it, word by word. A second service has nobody behind the faulty target: there a
reply that is cut short must end as an error, never as `stop`.

The service's clocks are shortened, so that a stall costs a second and not five.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import socket
import time
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial
from typing import Any

import aiohttp

from bench.answers import answer_to
from bench.fault_cells import (
    CONTINUES,
    IN_OTHER_WORDS,
    REFUSED,
    SECONDS,
    Cell,
    Expect,
    Faulty,
    cells,
    cells_alone,
    second,
)
from bench.faults import FAULTS, NO_FAULT
from bench.reader import Told, Words, hear
from bench.report import Cell as Shown
from bench.report import Limit, Report, Table, median
from bench.schedule import send_each
from bench.service_process import ServiceHandle, service
from bench.simulator_process import simulator
from edge.core.errors import EdgeError

_PATIENCE_S = 20.0
_PERIOD_S = 0.2
_ROUNDS_OF_HEALTH = 5
_MAX_TOKENS = 1500  # more than any of the answers has
_FLAGS = ("--ttft-ms", "50", "--tokens-per-s", "500", "--tokens", "0")

_SETTINGS = """\
[local]
model = "{local}"

[tiers.deep]
first_text_ms = 1000
stall_ms = 800
deadline_ms = 10000

[providers.sim]
kind = "openai_compatible"
base_url = "{base_url}"

[providers.gone]
kind = "openai_compatible"
base_url = "http://127.0.0.1:{closed_port}/v1"

[models."gone/refused"]
prefill = true

[routes.default]
targets = ["sim/continues"]
"""
_MODEL = """
[models."{name}"]
id = "{id}"
prefill = {prefill}
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """`lost` and `added` count words against an unbroken reply's."""

    cell: Cell
    told: Told
    is_whole: bool
    lost: int
    added: int

    @property
    def end(self) -> str:
        return "error" if self.told.error else self.told.finish_reason

    @property
    def is_honest(self) -> bool:
        """It never says that it is whole when it is not."""
        return self.is_whole or self.end != "stop"

    @property
    def is_as_expected(self) -> bool:
        match self.cell.expect:
            case Expect.WHOLE:
                return self.is_whole and self.end == "stop"
            case Expect.HONEST:
                return self.is_honest
            case Expect.ERROR:
                return self.end == "error" and not self.told.text
            case Expect.LENGTH:
                return self.end == "length"
            case Expect.ANY:
                return True


def add_flags(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--only", metavar="FAULT", help="this one, in all its phases")


def run(options: argparse.Namespace) -> Report:
    asked = _chosen(cells(options.quick), options.only)
    lonely = _chosen(cells_alone(options.quick), options.only)
    with matrix_service(asked) as ours:
        outcomes = asyncio.run(ask_all(ours, [*_health(asked), *asked]))
    with matrix_service(lonely, local="none") as ours:
        outcomes += asyncio.run(ask_all(ours, [*_health(lonely), *lonely]))
    return _report(outcomes)


def _chosen(asked: Sequence[Cell], only: str | None) -> list[Cell]:
    if only not in (None, REFUSED, *FAULTS):
        raise EdgeError(f"no fault {only!r}; there are {REFUSED}, {', '.join(FAULTS)}")
    return [cell for cell in asked if only in (None, cell.faulty.fault)]


@contextmanager
def matrix_service(asked: Sequence[Cell], local: str = "builtin") -> Iterator[ServiceHandle]:
    """The service that knows every target of these cells."""
    with simulator(*_FLAGS) as target, _closed_port() as closed_port:
        settings = _SETTINGS.format(
            local=local, base_url=target.base_url, closed_port=closed_port
        ) + "".join(_models(asked))
        with service(settings) as handle:
            yield handle


async def ask_all(ours: ServiceHandle, asked: Sequence[Cell]) -> list[Outcome]:
    async with aiohttp.ClientSession() as session:
        sends: list[tuple[float, Callable[[], Awaitable[Told]]]] = [
            (_PERIOD_S, partial(_ask, session, ours.base_url, cell)) for cell in asked
        ]
        replies = await send_each(sends)
    return [judge(cell, told) for cell, told in zip(asked, replies, strict=True)]


def judge(cell: Cell, told: Told) -> Outcome:
    """The opening is not the target's, and is left out."""
    whole = answer_to(cell.question).text
    said = "".join(words.text for words in told.words if words.tier != "draft")
    if cell.strategy != "target":
        said = said.lstrip()  # the joint behind an opening
    lost, added = (0, 0) if said == whole else difference(whole, said)
    return Outcome(cell, told, said == whole, lost, added)


def difference(whole: str, said: str) -> tuple[int, int]:
    """How many words are lost and how many are there that should not be."""
    old, new = whole.split(), said.split()
    lost = added = 0
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            lost += i2 - i1
            added += j2 - j1
    return lost, added


# -- asking ------------------------------------------------------------------


async def _ask(session: aiohttp.ClientSession, base_url: str, cell: Cell) -> Told:
    options: dict[str, Any] = {"targets": cell.targets, "trace": True}
    if cell.strategy == "target":
        options["draft"] = "none"
    else:
        options["strategy"] = cell.strategy
    body = {
        "model": "auto",
        "messages": [{"role": "user", "content": cell.question}],
        "max_tokens": _MAX_TOKENS,
        "prelude": options,
    }
    ask = hear if cell.stream else _ask_whole
    told = Told()
    try:
        async with asyncio.timeout(_PATIENCE_S):
            await ask(told, session, f"{base_url}/chat/completions", body)
    except TimeoutError:
        told.error, told.ended_s = f"not ended within {_PATIENCE_S:g} s", _PATIENCE_S
    except aiohttp.ClientError as error:
        told.error = f"the connection was lost ({type(error).__name__})"
    return told


async def _ask_whole(
    told: Told, session: aiohttp.ClientSession, url: str, body: dict[str, Any]
) -> None:
    start = time.monotonic()
    async with session.post(url, json=body) as reply:
        answer = json.loads(await reply.text())
    told.ended_s = time.monotonic() - start
    if "choices" in answer:
        choice = answer["choices"][0]
        told.words = [Words(told.ended_s, choice["message"]["content"] or "")]
        told.finish_reason = choice["finish_reason"]
    if reply.status != 200:
        told.error = f"status {reply.status}: {answer['error']['message']}"


def _health(asked: Iterable[Cell]) -> list[Cell]:
    """Unbroken replies, whose time the others' are compared with."""
    well = Faulty(NO_FAULT)
    variants = {(cell.question, cell.strategy, cell.stream) for cell in asked}
    return [
        Cell("healthy", question, well, (second(CONTINUES),), Expect.WHOLE, None, strategy, stream)
        for question, strategy, stream in sorted(variants)
        for _ in range(_ROUNDS_OF_HEALTH)
    ]


def _models(asked: Iterable[Cell]) -> Iterator[str]:
    for name, (fault, prefill) in {**SECONDS, **IN_OTHER_WORDS}.items():
        yield _MODEL.format(name=second(name), id=f"sim?fault={fault}", prefill=json.dumps(prefill))
    ways = {way for cell in (*asked, *_health(asked)) for way in cell.ways}
    for name, model_id in sorted({(way.model, way.model_id) for way in ways}):
        if name.startswith("sim/"):
            yield _MODEL.format(name=name, id=model_id, prefill="true")


@contextmanager
def _closed_port() -> Iterator[int]:
    """One that nobody listens on, and that nobody else is given while we need it."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        yield bound.getsockname()[1]


# -- telling -----------------------------------------------------------------


def _report(outcomes: Sequence[Outcome]) -> Report:
    healthy = [each for each in outcomes if each.cell.variant == "healthy"]
    usual = {
        _way(each.cell): median(
            [other.told.ended_s for other in healthy if _way(other.cell) == _way(each.cell)]
        )
        for each in healthy
    }
    judged = [each for each in outcomes if each.cell.expect is Expect.WHOLE]
    rows = _grouped(outcomes, usual, lambda cell: (cell.faulty.fault, cell.faulty.phase))
    variants = _grouped(outcomes, usual, lambda cell: (cell.variant, ""))
    missed = [each for each in outcomes if not each.is_as_expected]
    return Report(
        load=(
            f"{len(outcomes)} replies, open loop, one every {_PERIOD_S:g} s; simulated targets: "
            f"{' '.join(_FLAGS)}"
        ),
        tables=(
            Table("by fault and phase", ("fault", "phase", *_COLUMNS), rows),
            Table("by who stands behind", ("variant", "", *_COLUMNS), variants),
            Table(
                "not as expected",
                ("variant", "fault", "phase", "expected", "ended as", "lost", "added", "why"),
                tuple(map(_missed_row, missed)),
            ),
        ),
        limits=(
            Limit("replies not whole, with a healthy model behind", _count_not_whole(judged), 0),
            Limit(
                "replies that ended as `stop` though not whole",
                sum(not each.is_honest for each in outcomes if each.cell.expect is not Expect.ANY),
                0,
            ),
            Limit(
                "other replies that are not as expected", len(missed) - _count_not_whole(judged), 0
            ),
        ),
        notes=_NOTES,
    )


_NOTES = (
    "shown, not judged: `lost` and `doubled`, lies that a stream does not show",
    f"shown, not judged: targets that it is no use to ask ({', '.join(IN_OTHER_WORDS)})",
    "to have one alone: prelude simulate, model sim?fault=NAME&after=CHARACTERS",
)
_COLUMNS = ("replies", "whole", "words lost", "words added", "dishonest", "end P50", "end max")


def _way(cell: Cell) -> tuple[str, str, bool]:
    return (cell.question, cell.strategy, cell.stream)


def _count_not_whole(judged: Iterable[Outcome]) -> int:
    return sum(not each.is_as_expected for each in judged)


def _grouped(
    outcomes: Sequence[Outcome],
    usual: dict[tuple[str, str, bool], float],
    key: Callable[[Cell], tuple[str, str]],
) -> tuple[tuple[Shown, ...], ...]:
    groups: dict[tuple[str, str], list[Outcome]] = {}
    for each in outcomes:
        groups.setdefault(key(each.cell), []).append(each)
    return tuple((*name, *_summed(group, usual)) for name, group in groups.items())


def _summed(
    group: Sequence[Outcome], usual: dict[tuple[str, str, bool], float]
) -> tuple[Shown, ...]:
    ratios = [each.told.ended_s / usual[_way(each.cell)] for each in group]
    return (
        len(group),
        sum(each.is_whole for each in group),
        sum(each.lost for each in group),
        sum(each.added for each in group),
        sum(not each.is_honest for each in group),
        round(median(ratios), 1),
        round(max(ratios), 1),
    )


def _missed_row(each: Outcome) -> tuple[Shown, ...]:
    cell = each.cell
    return (
        cell.variant,
        cell.faulty.fault,
        f"{cell.faulty.phase} ({'' if cell.faulty.after is None else cell.faulty.after})",
        cell.expect,
        each.end,
        each.lost,
        each.added,
        each.told.error[:60],
    )
