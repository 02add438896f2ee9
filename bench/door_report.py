"""The report of the bench of the doors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from bench.distribution import percentile
from bench.door_load import CHUNKS, Answered
from bench.door_streams import Heard
from bench.door_ways import PASS_THROUGH, PRELUDE, STRAIGHT
from bench.report import SUMMARY, Bars, Cell, Curves, Limit, Report, Table, median

LEAST_OF_PASS_THROUGH = 0.5
FIRST_P50_MS, FIRST_P99_MS, GAP_P50_MS = 1.0, 2.5, 0.1
CROWD_GAP_P99_MS, CROWD_MIB = 30.0, 1024.0

_KINDS = {"json": "JSON calls", "stream": f"{CHUNKS}-chunk streams"}


@dataclass(slots=True)
class Spent:
    """What the callers got one way, by rounds."""

    way: str
    kind: str
    per_s: list[float] = field(default_factory=list)
    cpu_us: list[float] = field(default_factory=list)  # of a call, in the process on the way
    failed: int = 0

    def hear(self, answered: Answered, cpu_s: float) -> None:
        self.per_s.append(answered.per_s)
        self.failed += answered.failed
        if answered.good:
            self.cpu_us.append(1e6 * cpu_s / answered.good)


@dataclass(frozen=True, slots=True)
class Flood:
    """Many open streams of so many chunks each, and the worker's size meanwhile."""

    name: str
    chunks: int
    heard: Sequence[Heard]
    cpu_s: float
    all_open_at: float
    at_rest_mib: float
    all_open_mib: float
    most_mib: float

    @property
    def lost(self) -> int:
        """Chunks; all of a stream that did not come to its end."""
        return sum(
            self.chunks - len(each.chunks) if each.is_whole else self.chunks for each in self.heard
        )

    @property
    def added_ms(self) -> list[float]:
        """Once all were open: what it takes to open one is the first part's question."""
        return [1000 * s for each in self.heard for s in each.added_s(self.all_open_at)]

    @property
    def cpu_us(self) -> float:
        return 1e6 * self.cpu_s / max(1, sum(len(each.chunks) for each in self.heard))

    @property
    def growth_kib(self) -> float:
        """Of one stream, since the last one was opened until the worker was largest."""
        return 1024 * max(0.0, self.most_mib - self.all_open_mib) / len(self.heard)


def report(
    load: str,
    spent: Sequence[Spent],
    alone: Mapping[str, Sequence[Heard]],
    floods: Sequence[Flood],
    missing: Mapping[str, str],
) -> Report:
    first = {way: _ms(heard, lambda one: [one.first_s]) for way, heard in alone.items()}
    gaps = {way: _ms(heard, lambda one: one.off_s) for way, heard in alone.items()}
    ways = list(dict.fromkeys(each.way for each in spent))
    return Report(
        load=load,
        tables=(
            _throughput(spent, missing),
            Table(
                "ms, one stream at a time",
                ("", *SUMMARY),
                (
                    *((f"first text, {way}", *_summary(values)) for way, values in first.items()),
                    *((f"a gap is off by, {way}", *_summary(v)) for way, v in gaps.items()),
                ),
            ),
            _open_streams(floods),
            _broken_streams(floods),
        ),
        limits=(
            *(_ratio(spent, kind) for kind in _KINDS),
            Limit("answers that failed, ours", sum(s.failed for s in spent if s.way == PRELUDE), 0),
            _added("first text, P50", first, 0.5, FIRST_P50_MS),
            _added("first text, P99", first, 0.99, FIRST_P99_MS),
            _added("each gap, P50", gaps, 0.5, GAP_P50_MS),
            *(limit for flood in floods for limit in _crowd_limits(flood)),
        ),
        notes=(
            "CPU is the user and system time of the process on the way, by call",
            "chunks that reach us in one read leave us as one, with all of their words",
            *(f"{name} was not measured: {reason}" for name, reason in missing.items()),
        ),
        plots=(
            Bars(
                "How many calls a second does each way pass on?",
                "calls a second, 16 callers",
                tuple(ways),
                {_KINDS[kind]: [_rate(spent, way, kind) for way in ways] for kind in _KINDS},
                is_log=True,
            ),
            Curves("How soon is the first text there, one stream at a time?", "ms", first),
        ),
    )


# -- throughput ----------------------------------------------------------------


def _throughput(spent: Sequence[Spent], missing: Mapping[str, str]) -> Table:
    columns = ["way"]
    for kind in _KINDS.values():
        columns += [f"{kind}/s", "of pass-through", "CPU us", "failed"]
    rows: list[tuple[Cell, ...]] = []
    for way in dict.fromkeys(each.way for each in spent):
        row: list[Cell] = [way]
        for each in spent:
            if each.way == way:
                row += _cells(each, _rate(spent, PASS_THROUGH, each.kind))
        rows.append(tuple(row))
    rows += [(name, *["-"] * (len(columns) - 1)) for name in missing]
    return Table("callers that ask on and on", tuple(columns), tuple(rows))


def _cells(spent: Spent, bare: float) -> tuple[Cell, ...]:
    if not any(spent.per_s):
        return ("-", "-", "-", spent.failed)
    rate = median(spent.per_s)
    return (round(rate), f"{rate / bare:.2f}", round(median(spent.cpu_us)), spent.failed)


def _rate(spent: Sequence[Spent], way: str, kind: str) -> float:
    found = [each for each in spent if (each.way, each.kind) == (way, kind)]
    return median(found[0].per_s) if found else float("nan")


def _ratio(spent: Sequence[Spent], kind: str) -> Limit:
    ours, bare = _rate(spent, PRELUDE, kind), _rate(spent, PASS_THROUGH, kind)
    name = f"{_KINDS[kind]} a second, {PASS_THROUGH} / {PRELUDE}"
    return Limit(name, bare / ours if ours else float("inf"), 1 / LEAST_OF_PASS_THROUGH)


# -- one stream ----------------------------------------------------------------


def _added(name: str, ms: Mapping[str, Sequence[float]], share: float, most_ms: float) -> Limit:
    ours, host = sorted(ms[PRELUDE]), sorted(ms[STRAIGHT])
    added = percentile(ours, share) - percentile(host, share) if ours and host else float("nan")
    return Limit(f"added to the {name}, one stream", added, most_ms, " ms")


def _ms(heard: Sequence[Heard], times: Callable[[Heard], Sequence[float]]) -> list[float]:
    return [1000 * seconds for one in heard if one.is_whole for seconds in times(one)]


def _summary(values: Sequence[float]) -> tuple[Cell, ...]:
    """With hundredths: what is asked is a tenth of a millisecond."""
    ordered = sorted(values)
    if not ordered:
        return (0, *["-"] * (len(SUMMARY) - 1))
    return (len(ordered), *(f"{percentile(ordered, s):.2f}" for s in (0.5, 0.9, 0.95, 0.99, 1.0)))


# -- open streams --------------------------------------------------------------


def _open_streams(floods: Sequence[Flood]) -> Table:
    columns = ("", "chunks", "lost", "gap +P50 ms", "gap +P99 ms", "max ms")
    sizes = ("CPU us a chunk", "MiB at rest", "MiB all open", "MiB most", "KiB grown a stream")
    rows: list[tuple[Cell, ...]] = []
    for flood in floods:
        added = sorted(flood.added_ms) or [float("nan")]
        rows.append(
            (
                flood.name,
                sum(len(each.chunks) for each in flood.heard),
                flood.lost,
                *(round(percentile(added, share), 1) for share in (0.5, 0.99, 1.0)),
                round(flood.cpu_us),
                *map(round, (flood.at_rest_mib, flood.all_open_mib, flood.most_mib)),
                round(flood.growth_kib, 1),
            )
        )
    return Table("open streams, through prelude", (*columns, *sizes), tuple(rows))


def _broken_streams(floods: Sequence[Flood]) -> Table:
    """Of which chunks were lost: what came instead, so that a refusal is told from a loss."""
    rows: list[tuple[Cell, ...]] = []
    for flood in floods:
        reasons: Counter[str] = Counter()
        had: Counter[str] = Counter()
        for each in flood.heard:
            if each.fault or len(each.chunks) < flood.chunks:
                why = each.fault or "it ended well, and some of its chunks never came"
                reasons[why] += 1
                had[why] += len(each.chunks)
        rows += [(flood.name, count, had[why], why) for why, count in reasons.most_common()]
    return Table("streams that lost chunks", ("", "streams", "chunks had", "why"), tuple(rows))


def _crowd_limits(flood: Flood) -> tuple[Limit, ...]:
    added = sorted(flood.added_ms)
    late = percentile(added, 0.99) if added else float("nan")
    return (
        Limit(f"{flood.name}: chunks lost", flood.lost, 0),
        Limit(f"{flood.name}: added to a gap, P99", late, CROWD_GAP_P99_MS, " ms"),
        Limit(f"{flood.name}: resident", flood.most_mib, CROWD_MIB, " MiB"),
    )
