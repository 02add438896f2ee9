"""`prelude bench NAME`: a question, and the numbers that answer it.

A benchmark is a module with `run(options) -> Report`, and with `add_flags(parser)` if it wants more
than the flags they all have. A missed limit is exit code 1.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from bench.plots import draw, require_matplotlib
from bench.report import Report, json_of, text_of
from edge.core.errors import EdgeError


@dataclass(frozen=True, slots=True)
class Bench:
    module: str
    question: str
    has_plots: bool = True


BENCHES: Mapping[str, Bench] = {
    "local": Bench("bench.local", "How soon does the built-in model speak?"),
    "engine": Bench(
        "bench.engine",
        "Is the local engine faster than llama.cpp's own server, and are its drafts in time?",
    ),
    "soak": Bench(
        "bench.engine_soak",
        "Does the local engine stay the same size, and its slots free, under an hour of anything?",
    ),
    "first-sentence": Bench(
        "bench.first_sentence",
        "How much sooner does the reader have a first sentence, and does the rest come later?",
    ),
    "ttft": Bench(
        "bench.ttft",
        "What does a reader gain on real traffic, when hosted models are late, stall or break off?",
    ),
    "doors": Bench(
        "bench.doors",
        "What does the way through Prelude cost, next to a pass-through and other gateways?",
    ),
    "leave": Bench(
        "bench.leave",
        "How soon is everything free when a client leaves, or asks anew on a WebSocket?",
    ),
    "stitch": Bench("bench.stitch_cost", "What does the stitcher cost, and does it grow?"),
    "adapters": Bench(
        "bench.adapters_cost",
        "What do the adapters cost, and do they hold against any bytes?",
    ),
    "warm": Bench(
        "bench.warm", "How much sooner is the first call's first text on a connection that stands?"
    ),
    "encoder": Bench(
        "bench.encoder_speed",
        "How fast does the embedded encoder make vectors, and how exact are they?",
    ),
    "faults": Bench(
        "bench.fault_matrix",
        "A hosted model goes wrong in every way, at every place: does the reader get the reply?",
    ),
    "trace": Bench("bench.trace", "Which words come from whom, and when?", has_plots=False),
    "seams": Bench(
        "bench.seams", "How often does a reader see where one leg's words end and the next begin?"
    ),
    "benefit": Bench(
        "bench.benefit", "Does what the small model shows first help, and does it not harm?"
    ),
    "bill": Bench(
        "bench.bill",
        "What does a day cost when easy prompts go to a cheaper model, and what does it lose?",
    ),
    "cascade": Bench(
        "bench.cascade",
        "Does a cheap model that gives up by itself save as much as choosing before?",
    ),
    "classifier": Bench(
        "bench.classifier",
        "Does the built-in classifier know the task, how sure may it be, and what does it cost?",
    ),
    "classifier-model": Bench(
        "bench.classifier_model",
        "What does a classifier's model of one's own cost, and how often is it right?",
    ),
    "verdict": Bench(
        "bench.verdict_wait", "Does the local model's first text wait for a slow verdict?"
    ),
    "pace": Bench(
        "bench.pace_kept",
        "Does the simulator keep the times of the public traces?",
        has_plots=False,
    ),
}


def main(argv: Sequence[str]) -> int:
    asked = _parser().parse_args(argv)
    if asked.name is None:
        print(_list())
        return 0
    bench = BENCHES[asked.name]
    module = import_module(bench.module)  # the one that runs: each loads its own libraries
    run: Callable[[argparse.Namespace], Report] = module.run
    options = _bench_parser(asked.name, getattr(module, "add_flags", None)).parse_args(asked.rest)
    _check_png(asked.name, options.png)
    report = run(options)
    print(text_of(asked.name, bench.question, report), flush=True)
    if options.json is not None:
        figures = json_of(asked.name, bench.question, report)
        options.json.write_text(json.dumps(figures, indent=2, ensure_ascii=False) + "\n")
    if options.png is not None:
        draw(report.plots, options.png)
    return 0 if report.holds else 1


def _check_png(name: str, png: Path | None) -> None:
    """What would be in the way of a picture, said before a benchmark runs for minutes."""
    if png is None:
        return
    if not BENCHES[name].has_plots:
        raise EdgeError(f"{name} has no plot; its table says it all")
    if not png.absolute().parent.is_dir():
        raise EdgeError(f"--png {png}: no such folder")
    require_matplotlib()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="prelude bench",
        description="Answer a question with numbers.",
        epilog=f"questions:\n{_list()}\n\n`prelude bench NAME --help` says more about one of them.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("name", nargs="?", choices=BENCHES, metavar="NAME", help="which question")
    parser.add_argument("rest", nargs=argparse.REMAINDER, metavar="...", help="its flags")
    return parser


def _list() -> str:
    width = max(map(len, BENCHES))
    return "\n".join(f"  {name:{width}}  {bench.question}" for name, bench in BENCHES.items())


def _bench_parser(
    name: str, add_flags: Callable[[argparse.ArgumentParser], None] | None
) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=f"prelude bench {name}", description=BENCHES[name].question
    )
    parser.add_argument("--quick", action="store_true", help="a minute's worth")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    parser.add_argument("--png", type=Path, metavar="FILE", help="draw them there, as a picture")
    parser.add_argument(
        "--data",
        type=Path,
        metavar="DIR",
        help="the folder with the traces and data sets; else the numbers and texts that ship",
    )
    if add_flags is not None:
        add_flags(parser)
    return parser
