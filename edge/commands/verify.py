"""`prelude verify`: does a platform work, seen with a few real calls?

What each call may cost is estimated before it is made, by its prompt and the most that it may say,
and no call is made that would take the sum beyond what the user allowed. What it did cost is
reckoned from the usage that the platform reports. Without a price there is nothing to keep to, and
nobody is called.
"""

from __future__ import annotations

import argparse
import asyncio
import math
import os
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field

from edge.commands.arguments import add_config
from edge.commands.table import as_table
from edge.core.accounting import estimate_prompt, estimate_tokens
from edge.core.calls import ask_to_go_on
from edge.core.errors import BadRequest, EdgeError, TierError, TierUnavailable
from edge.core.prices import Prices, cost_cents
from edge.core.probing import PROBES, judge
from edge.core.seams import anchor_of
from edge.core.types import Call, Message, Request, Sampling, Text, TextPart, Usage
from edge.examined import Verified, find_verified
from edge.parts import open_parts
from edge.platforms import platforms
from edge.settings_file import load

# Room for a model that thinks before it says the few words that are asked for.
_MOST_TOKENS = 256
_PATIENCE_S = 60.0
_QUESTION = "Count from one to ten in words, separated by commas."
_SHOWN_CHARS = 120
_HEAD = ("check", "result", "estimated", "measured", "")


@dataclass(slots=True)
class _Heard:
    texts: list[str] = field(default_factory=list)
    usage: Usage | None = None
    error: TierError | TimeoutError | None = None

    @property
    def said(self) -> str:
        return "".join(self.texts)

    @property
    def is_refused(self) -> bool:
        error = self.error
        return isinstance(error, TierUnavailable) and error.status in (401, 403)


@dataclass(frozen=True, slots=True)
class _Row:
    """`is_good` None: it was not tried. Costs in US cents, None where nothing was called for it."""

    check: str
    is_good: bool | None
    told: str = ""
    estimated: float | None = None
    measured: float | None = None


def main(argv: Sequence[str]) -> int:
    parser = _parser()
    arguments = parser.parse_args(argv)
    if not (math.isfinite(arguments.spend) and arguments.spend > 0):
        parser.error("--spend must be more than 0")
    loaded = load(arguments.config, os.environ, platforms())

    async def verify() -> bool:
        async with open_parts(loaded.settings, None) as parts:
            model = find_verified(arguments.provider, arguments.model, loaded, parts)
            if model.prices is None:
                raise EdgeError(
                    f"the price of {model.name} is not known, so no limit could be kept to: give "
                    f'price_in and price_out in [models."{model.name}"], 0 where it is free'
                )
            print(f"{model.name}, for {arguments.spend:g} US cents at most", flush=True)
            rows = [row async for row in _checks(model, model.prices, arguments.spend)]
            return _print(rows, model.name)

    try:
        return 0 if asyncio.run(verify()) else 1
    except BadRequest as error:
        parser.error(str(error))


async def _checks(model: Verified, prices: Prices, spend: float) -> AsyncIterator[_Row]:
    spent = 0.0
    is_refused = False
    for call, read in (
        (_ask(model, stream=True), _read_streamed(model)),
        (_ask(model, stream=False), _read_whole),
        (_continue(model), _read_continued(model)),
    ):
        estimated = _estimate(call, prices)
        check = read(_Heard())[0].check
        if is_refused:
            yield _Row(check, None, "the key was refused")
        elif spent + estimated > spend:
            yield _Row(check, None, f"about {estimated:.2g} cents more than is left", estimated)
        else:
            heard = await _hear(model, call)
            measured = _measure(call, heard, prices)
            spent += measured
            is_refused = heard.is_refused
            first, *rest = read(heard)
            yield _Row(first.check, first.is_good, first.told, estimated, measured)
            for row in rest:
                yield row


# -- calls -------------------------------------------------------------------


def _ask(model: Verified, *, stream: bool) -> Call:
    return _call(model, (Message("user", (TextPart(_QUESTION),)),), stream=stream)


def _continue(model: Verified) -> Call:
    """As the service would have it continued after a break."""
    probe = PROBES[0]
    question = (Message("user", (TextPart(probe.question),)),)
    if model.prefill:
        return _call(model, question, prefix=probe.prefix)
    return _call(model, (*question, *ask_to_go_on(probe.prefix)))


def _call(
    model: Verified, messages: tuple[Message, ...], prefix: str = "", *, stream: bool = True
) -> Call:
    sampling = Sampling(max_tokens=_MOST_TOKENS)
    return Call(
        Request("verify", model.name, messages), messages, sampling, prefix=prefix, stream=stream
    )


async def _hear(model: Verified, call: Call) -> _Heard:
    heard = _Heard()
    try:
        async with asyncio.timeout(_PATIENCE_S), aclosing(model.tier.stream(call)) as pieces:
            async for piece in pieces:
                match piece:
                    case Text(text=text) if text:
                        heard.texts.append(text)
                    case Usage():
                        heard.usage = piece
    except (TierError, TimeoutError) as error:
        heard.error = error
    return heard


def _estimate(call: Call, prices: Prices) -> float:
    """Of a machine that is paid by the second, all that we would wait."""
    prompt = math.ceil(estimate_prompt(call.messages) + estimate_tokens(call.prefix))
    return cost_cents(Usage(prompt, _MOST_TOKENS, compute_s=_PATIENCE_S), prices) or 0.0


def _measure(call: Call, heard: _Heard, prices: Prices) -> float:
    """Who reports no usage is taken at the estimate, unless nothing was sold."""
    cents = cost_cents(heard.usage, prices) if heard.usage else None
    if cents is not None:
        return cents
    return 0.0 if heard.error is not None and not heard.texts else _estimate(call, prices)


# -- what they show ----------------------------------------------------------


def _read_streamed(model: Verified) -> Callable[[_Heard], list[_Row]]:
    """Of the first call: whether the key is taken, the words come one by one, and are counted."""

    def read(heard: _Heard) -> list[_Row]:
        is_taken = not heard.is_refused and (heard.error is None or bool(heard.texts))
        pieces = len(heard.texts)
        streams = f"{pieces} pieces" if pieces > 1 else "all in one piece" if pieces else "no text"
        if pieces == 1 and not model.streams:
            streams += ", as always here"
        is_good = heard.error is None and pieces > (1 if model.streams else 0)
        return [
            _Row("auth", is_taken, _why(heard) if not is_taken else ""),
            _Row("streaming", is_good, _why(heard) or streams),
            _usage("usage, streamed", heard),
        ]

    return read


def _read_whole(heard: _Heard) -> list[_Row]:
    is_good = heard.error is None and bool(heard.said)
    told = _why(heard) or ("" if heard.said else "no text")
    return [_Row("in one piece", is_good, told), _usage("usage, in one piece", heard)]


def _read_continued(model: Verified) -> Callable[[_Heard], list[_Row]]:
    way = "prefill" if model.prefill else "asked with an anchor"
    check = f"continuation, {way}"

    def read(heard: _Heard) -> list[_Row]:
        if heard.error is not None:
            return [_Row(check, False, _why(heard))]
        probe = PROBES[0]
        manner = judge(probe, heard.said, "" if model.prefill else anchor_of(probe.prefix))
        return [_Row(check, manner.is_of_use, str(manner))]

    return read


def _usage(check: str, heard: _Heard) -> _Row:
    if heard.usage is None:
        return _Row(check, False if heard.error is None else None, "none was reported")
    told = f"{heard.usage.input} in, {heard.usage.output} out"
    return _Row(check, heard.usage.reported, told)


def _why(heard: _Heard) -> str:
    if heard.error is None:
        return ""
    return str(heard.error) or f"no reply within {_PATIENCE_S:g} s"


def _print(rows: Sequence[_Row], model: str) -> bool:
    """The table and the sum; whether all is well."""
    words = {True: "ok", False: "failed", None: "not tried"}
    table = [
        (
            row.check,
            words[row.is_good],
            _cents(row.estimated),
            _cents(row.measured),
            _short(row.told, model),
        )
        for row in rows
    ]
    print("\n".join(as_table(_HEAD, table)))
    total = sum(row.measured or 0.0 for row in rows)
    print(f"it cost {total:.2g} US cents, by the usage that was reported")
    return all(row.is_good for row in rows)


def _cents(cents: float | None) -> str:
    return "" if cents is None else f"{cents:.2g} ct"


def _short(told: str, model: str) -> str:
    """Without the model's name, which stands above the table."""
    text = " ".join(told.split()).removeprefix(f"{model}: ")
    return text if len(text) <= _SHOWN_CHARS else f"{text[: _SHOWN_CHARS - 3]}..."


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="prelude verify",
        description="Make three short calls to a platform of the settings, and say whether its "
        "key is taken, whether it streams, reports its usage and continues a text. Exit code 1: "
        "something does not work, or was not tried.",
    )
    add_config(parser)
    parser.add_argument("provider", metavar="PROVIDER", help="as the settings name it")
    parser.add_argument(
        "--spend", type=float, required=True, metavar="CENTS", help="US cents, at most"
    )
    parser.add_argument("--model", help="the model (else the first that the settings name)")
    return parser
