"""What does a reader gain on real traffic, when hosted models are late, stall or break off?

Four ways to ask, for the same requests, with the same latencies and the same synthetic faults:
the target directly, with plain retry, with a dispatcher after DiSCo, and Prelude. Two runs:

- *real*: the real service and the built-in model at this machine's speed, prompts of up to 200
  tokens, a simulator as the target (`ttft_real.py`);
- *virtual*: Prelude's own core on a virtual clock, with the local speeds of a GPU and all prompts
  of the traces (`replay.py`). The limits on times and money are this run's.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from bench.replay import DIRECT, DISCO, PRELUDE, WAYS, Replay, replay
from bench.replay_engine import CONTEXT, DECODE_PER_S, SLOTS
from bench.replay_reader import READS_TOKENS_PER_S, Figures
from bench.replay_summary import Row, Told, ratio, row
from bench.replay_words import counted_sentence_end, whole_reply
from bench.report import Bars, Cell, Curves, Limit, Plot, Report, Table
from bench.ttft_real import RealRun, run_real

# `prelude bench benefit --data DIR`: of 5,509 real prompts of all kinds 1,722 got an opening.
COVERAGE = 0.31
_SEEDS = (1, 2, 3)
_REQUESTS, _REQUESTS_QUICK = 10_000, 1_000

DRAFTED, OWN, END = "first shown sentence, drafted", "target's own first sentence", "end"
_STALL = "stall"
_SHORT = {  # under a bar
    f"{DRAFTED}, mean": "shown, mean",
    f"{DRAFTED}, P99": "shown, P99",
    f"{OWN}, mean": "own, mean",
    f"{OWN}, P99": "own, P99",
}


def add_flags(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--coverage",
        type=float,
        default=COVERAGE,
        metavar="SHARE",
        help="of the conversations' prompts that a form fits [%(default)s, as measured on prompts]",
    )
    parser.add_argument(
        "--requests", type=int, metavar="N", help=f"of the virtual run, a seed [{_REQUESTS}]"
    )
    parser.add_argument(
        "--run", choices=("both", "real", "virtual"), default="both", help="[%(default)s]"
    )


def run(options: argparse.Namespace) -> Report:
    tables: list[Table] = []
    limits: list[Limit] = []
    notes: list[str] = []
    loads: list[str] = []
    plots: list[Plot] = []
    if options.run != "real":
        count = options.requests or (_REQUESTS_QUICK if options.quick else _REQUESTS)
        replays = [_replay(count, seed, options.coverage, options.data) for seed in _SEEDS]
        tables += _tables(replays)
        limits += _limits(replays)
        notes += _notes(replays, options.coverage)
        plots += _plots("virtual", *_pooled(replays))
        loads.append(_load(replays, options.data))
    if options.run != "virtual":
        real = run_real(options.quick, options.data, _say)
        tables += _real_tables(real)
        limits.append(Limit("real: the local tier's utilisation", real.busy, 0.5))
        limits.append(Limit("real: replies of Prelude cut short", _broken(real.told[PRELUDE]), 0))
        notes += real.notes
        plots += _plots("real", real.told, real.countable)
        loads.append(f"real: {real.load}")
    return Report(" | ".join(loads), tuple(tables), tuple(limits), tuple(notes), tuple(plots))


def _replay(count: int, seed: int, coverage: float, data: Path | None) -> Replay:
    return replay(count, seed, coverage, data, lambda way: _say(f"virtual, seed {seed}: {way}"))


def _say(what: str) -> None:
    print(f"ttft: {what}", file=sys.stderr, flush=True)


# -- the virtual run -----------------------------------------------------------


def rows(told: Told, countable: Sequence[int]) -> dict[str, Row]:
    """`countable`: requests whose whole reply has a sentence that counts."""
    everyone = range(len(told[DIRECT]))
    whole = [n for n in everyone if all(each[n].end_s is not None for each in told.values())]
    drafted = [n for n in countable if told[PRELUDE][n].is_drafted]
    asked: Sequence[tuple[str, Callable[[Figures], float | None], Sequence[int]]] = (
        ("first word", lambda each: each.first_word_s, everyone),
        ("first shown sentence", lambda each: each.first_shown_s, countable),
        (DRAFTED, lambda each: each.first_shown_s, drafted),
        (OWN, lambda each: each.own_sentence_s, countable),
        (END, lambda each: each.end_s, everyone),
        (f"{END}, if whole for all", lambda each: each.end_s, whole),
        (_STALL, lambda each: each.stall_s, everyone),
    )
    return {name: row(name, told, read, chosen) for name, read, chosen in asked}


def _countable(replay: Replay) -> list[int]:
    replies = (whole_reply(each.n, each.reply_tokens) for each in replay.asked)
    return [n for n, reply in enumerate(replies) if counted_sentence_end(reply) is not None]


def _pooled(replays: Sequence[Replay]) -> tuple[Told, list[int]]:
    told = {way: [each for one in replays for each in one.told[way]] for way in WAYS}
    countable: list[int] = []
    before = 0
    for one in replays:
        countable += [before + n for n in _countable(one)]
        before += len(one.asked)
    return told, countable


def ratios(told: Told, countable: Sequence[int]) -> dict[str, tuple[float, float]]:
    """(Prelude against the target directly, what it may be), by name of the limit."""
    found = rows(told, countable)

    def mean(name: str) -> float:
        return ratio(found[name].mean[PRELUDE], found[name].mean[DIRECT])

    def p99(name: str) -> float:
        return ratio(found[name].p99[PRELUDE], found[name].p99[DIRECT])

    return {
        f"{DRAFTED}, mean": (mean(DRAFTED), 0.4),
        f"{DRAFTED}, P99": (p99(DRAFTED), 0.2),
        f"{OWN}, mean": (mean(OWN), 1.03),
        f"{OWN}, P99": (p99(OWN), 0.6),
        f"{END}, mean": (mean(END), 1.03),
        f"{END}, P99": (p99(END), 0.6),
        "stall time": (mean(_STALL), 0.1),
        "hosted cost": (_cost(told[PRELUDE]) / _cost(told[DIRECT]), 1.05),
    }


def _limits(replays: Sequence[Replay]) -> list[Limit]:
    found = ratios(*_pooled(replays))
    ours = [each for one in replays for each in one.told[PRELUDE]]
    return [
        *(
            Limit(f"virtual: {name}, / direct", round(value, 4), most)
            for name, (value, most) in found.items()
        ),
        Limit("virtual: replies of Prelude cut short", _broken(ours), 0),
        Limit("virtual: replies that end as whole and are not", _lies(ours), 0),
    ]


def _tables(replays: Sequence[Replay]) -> list[Table]:
    told, countable = _pooled(replays)
    by_seed = [ratios(one.told, _countable(one)) for one in replays]
    return [
        *_time_tables("virtual", rows(told, countable)),
        _count_table("virtual", told),
        Table(
            "virtual: Prelude / target directly, by seed",
            ("", *(f"seed {seed}" for seed in _SEEDS)),
            tuple((name, *(f"{each[name][0]:.3f}" for each in by_seed)) for name in by_seed[0]),
        ),
    ]


def _time_tables(run: str, found: Mapping[str, Row]) -> list[Table]:
    return [
        Table(
            f"{run}: mean, ms, of the requests that all columns have it for",
            ("", "n", *WAYS),
            tuple((name, each.paired, *_ms(each.mean)) for name, each in found.items()),
        ),
        Table(
            f"{run}: P99, ms, of all requests",
            ("", "n", *WAYS),
            tuple((name, each.n, *_ms(each.p99)) for name, each in found.items()),
        ),
    ]


def _ms(by_way: Mapping[str, float]) -> list[Cell]:
    values = (1000 * by_way[way] for way in WAYS)
    return [round(value, 1) if math.isfinite(value) else "never" for value in values]


def _plots(run: str, told: Told, countable: Sequence[int]) -> list[Plot]:
    def curves(question: str, read: Callable[[Figures], float | None]) -> Curves:
        spread = {
            way: [math.inf if (at := read(told[way][n])) is None else 1000 * at for n in countable]
            for way in WAYS
        }
        return Curves(f"{run}: {question}", "ms from the request", spread, "requests", is_log=True)

    found = ratios(told, countable)
    return [
        curves("how soon is a sentence shown?", lambda each: each.first_shown_s),
        curves("how soon does the target's own first sentence stand?", lambda e: e.own_sentence_s),
        curves("how soon is the reply there?", lambda each: each.end_s),
        Bars(
            f"{run}: what is Prelude against the target directly, and what may it be?",
            "in parts of the target directly",
            tuple(_SHORT.get(name, name) for name in found),
            {
                "Prelude": [value for value, _ in found.values()],
                "at most": [most for _, most in found.values()],
            },
        ),
    ]


def _count_table(run: str, told: Told) -> Table:
    count = len(told[DIRECT])
    direct = _cost(told[DIRECT])
    return Table(
        f"{run}: replies and money",
        ("", *WAYS),
        (
            (
                "replies completed, %",
                *(round(100 - 100 * _broken(told[w]) / count, 2) for w in WAYS),
            ),
            (
                "of them finished by the local model",
                *(sum(each.is_rescued for each in told[w]) for w in WAYS),
            ),
            ("said to be whole, and not", *(_lies(told[way]) for way in WAYS)),
            ("hosted cost, % of direct", *(round(100 * _cost(told[w]) / direct, 1) for w in WAYS)),
        ),
    )


def _cost(told: Sequence[Figures]) -> float:
    return math.fsum(each.cost for each in told)


def _broken(told: Sequence[Figures]) -> int:
    """Cut short; what the local model finished is none of these, and is counted apart."""
    return sum(each.end_s is None and not each.is_rescued for each in told)


def _lies(told: Sequence[Figures]) -> int:
    return sum(not each.is_honest for each in told)


def _load(replays: Sequence[Replay], data: Path | None) -> str:
    count = sum(len(one.asked) for one in replays)
    hours = sum(one.asked[-1].at_s for one in replays) / 3600
    source = "fitted lengths, Poisson arrivals" if data is None else "the traces' requests"
    return (
        f"virtual: {count} requests in {hours:.2f} h, {len(replays)} seeds, open loop, {source}; "
        "hosts at 685 / 1,485 ms (P50 / P95), 1 % of the first one's calls stall for 5 to 60 s, "
        f"1 % are cut; a second one without faults behind; local engine: {SLOTS} slots, first "
        f"token 101 / 318 / 592 ms, {DECODE_PER_S:g} tokens/s, context {CONTEXT}"
    )


def _notes(replays: Sequence[Replay], coverage: float) -> list[str]:
    ours = [each for one in replays for each in one.replies]
    talks = [each for each in ours if not each.asked.is_code]
    fitting = [each for each in talks if each.asked.prompt_tokens < CONTEXT]
    drafted = [each for each in ours if each.figures.is_drafted]
    hedged = sum(any(leg.started_s > 0 for leg in each.legs) for each in ours)
    busy = {way: max(one.busy[way] for one in replays) for way in (DISCO, PRELUDE)}
    return [
        (
            f"coverage: {len(drafted)} of {len(ours)} requests were drafted, {len(drafted)} of "
            f"{len(fitting)} conversations that fit the local context; that a form fits "
            f"{100 * coverage:g} % of prompts was measured on real ones and is taken as given "
            "here, drawn for each request without sight of its latency"
        ),
        f"a second leg was started for {100 * hedged / len(ours):.1f} % of the requests",
        (
            f"local engine busy: {DISCO} {100 * busy[DISCO]:.0f} %, {PRELUDE} "
            f"{100 * busy[PRELUDE]:.0f} % of its slots' time (the most of any seed)"
        ),
        (
            f"a reader of {READS_TOKENS_PER_S:g} tokens/s; sentences of six words or more; hosts' "
            "gaps and all faults are synthesised, and strike at any instant of a call alike"
        ),
    ]


# -- the real run --------------------------------------------------------------


def _real_tables(real: RealRun) -> list[Table]:
    return [*_time_tables("real", rows(real.told, real.countable)), _count_table("real", real.told)]
