"""`prelude bench bill`: a replayed day's whole bill, against always the strong model.

Every way meets the same prompts, arrivals, latencies and faults. `direct` is the strong model asked
once for each prompt in a world without faults: the least that it can cost, and what savings are
counted against. The others go through Prelude's own planning and stitching, and pay for everything:
hedges, legs that broke or were overtaken, and prompt caches that a switch of models loses. Drafts
are the local model's, which costs nothing by the token.

A quality is what the dial was set to, its threshold found on prompts that the day does not ask.
What was kept is measured on the day's own, with the interval of a paired bootstrap over its
requests: a saving is one at equal score where that interval reaches 100 %. The built-in model's
(`shipped`) has thresholds with a margin, the other judges' have none.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from adapters.models import PRICES_FROM, model_table
from bench.bill_day import Turn, day
from bench.bill_scores import JUDGES, ORACLE, REGRESSION, SHIPPED, Halves, Scored, curve_of, scored
from bench.bill_worlds import STRONG, WEAK, Paid, Way, answer, answer_directly
from bench.distribution import percentile
from bench.report import Bars, Cell, Limit, Report, Table
from edge.core.errors import EdgeError
from edge.core.prices import Prices

QUALITIES = (0.95, 0.99, 1.0)
_SEED = 1
_REQUESTS, _REQUESTS_QUICK = 3000, 600
_RESAMPLES = 1000
_DIRECT = "strong, direct"


def add_flags(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--requests", type=int, metavar="N", help="how many the day has")
    parser.add_argument("--strong", default="openai/gpt-6.1-sol", help="whose prices the one has")
    parser.add_argument("--weak", default="mistral/mistral-small-latest", help="... and the other")


@dataclass(frozen=True, slots=True)
class Outcome:
    """Of one way: shares of what `direct` has, each with the ends of its interval."""

    name: str
    paid: Sequence[Paid]
    saved: tuple[float, float, float]
    kept: tuple[float, float, float]


def run(options: argparse.Namespace) -> Report:
    prices = {STRONG: _prices(options.strong), WEAK: _prices(options.weak)}
    halves = scored(options.data, _SEED)
    count = options.requests or (_REQUESTS_QUICK if options.quick else _REQUESTS)
    turns = day(count, _SEED, halves.asked, options.data)
    direct = answer_directly(turns, STRONG, prices)
    outcomes = [_outcome(_DIRECT, direct, direct)]
    outcomes.append(_outcome("weak, direct", answer_directly(turns, WEAK, prices), direct))
    for way in _ways(halves, is_quick=options.quick):
        print(f"bill: {way.name}", file=sys.stderr, flush=True)
        outcomes.append(_outcome(way.name, answer(turns, way, prices, _SEED), direct))
    always = next(each for each in outcomes if each.name == "strong, by Prelude")
    return Report(
        load=_load(turns, options),
        tables=(_savings(outcomes), _parts(outcomes)),
        limits=(Limit("strong, by Prelude: its bill against direct", _bill(always, direct), 1.1),),
        notes=_notes(),
        plots=_plots(outcomes),
    )


def _ways(halves: Halves, *, is_quick: bool) -> list[Way]:
    ways = [Way("strong, by Prelude")]
    judges = [name for name in JUDGES if name in halves.asked[0].difficulty]
    if is_quick:
        judges = [name for name in judges if name in (SHIPPED, REGRESSION, ORACLE)]
    for name in judges:
        curve = curve_of(halves.fitted, name, QUALITIES)
        ways += [
            Way(_name(name, q), quality=q, curve=curve, difficulty=_Says(name)) for q in QUALITIES
        ]
    return ways


@dataclass(frozen=True, slots=True)
class _Says:
    judge: str

    def __call__(self, scored: Scored) -> float:
        return scored.difficulty[self.judge]


def _name(judge: str, quality: float) -> str:
    return f"{judge}, quality {quality:g}"


def _outcome(name: str, paid: Sequence[Paid], direct: Sequence[Paid]) -> Outcome:
    """The interval is that of the same requests in both worlds, drawn anew and anew."""
    rng = random.Random(name)
    pairs = [(a.cents, b.cents, a.score, b.score) for a, b in zip(paid, direct, strict=True)]
    samples = [_shares(rng.choices(pairs, k=len(pairs))) for _ in range(_RESAMPLES)]
    saved, kept = (sorted(values) for values in zip(*samples, strict=True))
    whole_saved, whole_kept = _shares(pairs)
    return Outcome(
        name,
        paid,
        (whole_saved, percentile(saved, 0.025), percentile(saved, 0.975)),
        (whole_kept, percentile(kept, 0.025), percentile(kept, 0.975)),
    )


def _shares(pairs: Sequence[tuple[float, float, float, float]]) -> tuple[float, float]:
    cents, most_cents, score, best_score = map(fsum, zip(*pairs, strict=True))
    return 100 * (1 - cents / most_cents), 100 * score / best_score


def _bill(outcome: Outcome, direct: Sequence[Paid]) -> float:
    return _cents(outcome.paid) / _cents(direct)


def _cents(paid: Sequence[Paid]) -> float:
    return fsum(each.cents for each in paid)


def _savings(outcomes: Sequence[Outcome]) -> Table:
    columns = ("way", "weak %", "saved %", "saved from", "to", "kept %", "kept from", "up to")
    return Table("savings", columns, tuple(_savings_row(each) for each in outcomes))


def _savings_row(outcome: Outcome) -> tuple[Cell, ...]:
    weak = 100 * sum(each.weak for each in outcome.paid) / len(outcome.paid)
    return (outcome.name, weak, *outcome.saved, *outcome.kept)


def _parts(outcomes: Sequence[Outcome]) -> Table:
    columns = ("way", "US cents", "of it abandoned", "of that overtaken", "saved by caches")
    rows = [
        (
            each.name,
            _cents(each.paid),
            fsum(paid.abandoned_cents for paid in each.paid),
            fsum(paid.hedged_cents for paid in each.paid),
            fsum(paid.cached_cents for paid in each.paid),
        )
        for each in outcomes
    ]
    return Table("the bill", columns, tuple(rows))


def _plots(outcomes: Sequence[Outcome]) -> tuple[Bars, ...]:
    by_name = {each.name: each for each in outcomes}
    judges = [name for name in JUDGES if _name(name, QUALITIES[0]) in by_name]
    groups = tuple(f"quality {quality:g}" for quality in QUALITIES)
    found = {judge: [by_name[_name(judge, quality)] for quality in QUALITIES] for judge in judges}
    return (
        Bars(
            "How much of the bill is saved?",
            "% of what the strong model costs, asked directly",
            groups,
            {judge: [each.saved[0] for each in ways] for judge, ways in found.items()},
            {judge: [each.saved[1:] for each in ways] for judge, ways in found.items()},
        ),
        Bars(
            "How much of the strong model's score is kept?",
            "% of its right answers, on prompts unseen",
            groups,
            {judge: [each.kept[0] for each in ways] for judge, ways in found.items()},
            {judge: [each.kept[1:] for each in ways] for judge, ways in found.items()},
        ),
    )


def _load(turns: Sequence[Turn], options: argparse.Namespace) -> str:
    goes_on = 100 * sum(bool(turn.said) for turn in turns) / len(turns)
    source = "fitted numbers" if options.data is None else "the traces and the scored prompts"
    return (
        f"{len(turns)} requests over {turns[-1].asked.at_s:.0f} s from {source}, "
        f"{goes_on:.0f} % of them going on with a conversation; prices of {options.strong} and "
        f"{options.weak} ({PRICES_FROM})"
    )


def _notes() -> tuple[str, ...]:
    simulated = (
        "simulated: which requests belong to one conversation (as often as in Mooncake's trace), "
        "what platforms have cached, the hosts' latencies and faults, and that both models write "
        "equally much"
    )
    scores = (
        "the scores are those of GPT-4-1106 and Mixtral-8x7B on MMLU and GSM8K; the prices are of "
        "today's models, and the prompts' own lengths are not the traffic's"
    )
    judges = (
        "without --data prompts have no texts: only the regression, as fitted, a coin and the "
        "oracle can judge them"
    )
    return simulated, scores, judges


def _prices(name: str) -> Prices:
    row = model_table().get(name)
    if row is None or row.price_in is None or row.price_out is None:
        raise EdgeError(f"{name}: the model table has no price for it")
    return Prices(row.price_in, row.price_out, row.price_cached, row.price_cache_write)
