"""What does a classifier's model of one's own cost, and how often is it right?

One text after another, as `[classifier] model = "..."` would have it: a language model behind an
engine of its own, a folder's on a thread. The time is that of a whole verdict, with the way to the
engine and back, once the instruction was read. What was not read again is the engine's own count.

Texts of a length are made of words that any vocabulary has as one token. Right is a verdict that
names the prompt's task, or the second one that its labeller would have taken too.

The aim for a model of 3 billion parameters on a GPU is 20 ms at 256 tokens, for 99 of 100:

    prelude bench classifier-model --model 3b.gguf --limit-ms 20
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from bench.distribution import percentile
from bench.report import SUMMARY, Cell, Curves, Limit, Report, Table, summary
from classifier.backend import Backend, OnThread
from classifier.engine_model import EngineModel
from classifier.folder_model import load_folder
from edge.core.classifier_names import all_engines, engine_of, is_folder
from edge.core.errors import EdgeError
from edge.core.settings import ClassifierSettings, Settings
from edge.core.types import Message, Request, TextPart
from local_models.client import LocalTier
from local_models.info import EngineInfo
from local_models.process import EngineProcess

_LENGTHS = (64, 256)  # tokens
_WORDS = "the sea is blue and so we take one more day to see what they make of it".split()
_SEED = 7
_SCOPE = "classifier"

TellInfo = Callable[[], Coroutine[Any, Any, EngineInfo]]


@dataclass(frozen=True, slots=True)
class Labelled:
    prompt: str
    tasks: tuple[str, ...]  # any of them is right


def add_flags(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--model",
        default="local",
        help="as classifier.model in the settings: local (the builtin model), a .gguf, a folder",
    )
    parser.add_argument(
        "--prompts", type=Path, metavar="FILE", help='JSONL: {"prompt", "task", "second"} a line'
    )
    parser.add_argument(
        "--limit-ms", type=float, help=f"the most that P99 may be at {_LENGTHS[-1]} tokens"
    )


def run(options: argparse.Namespace) -> Report:
    labelled = _read(options.prompts) if options.prompts else []
    random.Random(_SEED).shuffle(labelled)
    rounds, most = (20, 60) if options.quick else (60, 240)
    return asyncio.run(_run(options.model, rounds, labelled[:most], options.limit_ms))


async def _run(
    model: str, rounds: int, labelled: Sequence[Labelled], limit_ms: float | None
) -> Report:
    async with _open(model) as (backend, tell):
        began = time.monotonic()
        await backend.ready()
        ready_s = time.monotonic() - began
        before = await tell() if tell else None
        times = {f"{size} tokens": await _time(backend, size, rounds) for size in _LENGTHS}
        after = await tell() if tell else None
        right, spread = await _ask(backend, labelled)
    at_most = percentile(sorted(times[f"{_LENGTHS[-1]} tokens"]), 0.99)
    rows = tuple((name, *summary(values)) for name, values in times.items())
    tables = [Table("ms from the request to the verdict", ("", *SUMMARY), rows)]
    if labelled:
        tables.append(Table("task, without any training", ("", "n", "%"), right))
    load = f"closed loop, one text after the other; {model}, {_where(after)}"
    notes = [f"ready {ready_s:.1f} s after it was loaded, calibration included"]
    if before is not None and after is not None:
        notes.append(_cached(before, after))
    if labelled:
        notes.append(f"confidence: {spread}")
    limits = () if limit_ms is None else (Limit("P99 at 256 tokens", at_most, limit_ms, "ms"),)
    plot = Curves("How long a verdict takes", "ms", times, of="verdicts", limit=limit_ms)
    return Report(load, tuple(tables), limits, tuple(notes), (plot,))


@asynccontextmanager
async def _open(model: str) -> AsyncIterator[tuple[Backend, TellInfo | None]]:
    """The model, and how to ask after its engine."""
    if is_folder(model):
        backend = OnThread(model, partial(load_folder, Path(model)))
        try:
            yield backend, None
        finally:
            backend.close()
        return
    engine = engine_of(model)
    if engine is None:
        raise EdgeError(f"--model {model}: local, a .gguf file, or a folder")
    settings = all_engines(Settings(classifier=ClassifierSettings(model)))[engine]
    with tempfile.TemporaryDirectory(prefix="prelude-bench-") as folder:
        process = EngineProcess(settings, str(Path(folder) / "engine.sock"), name=engine)
        await process.start()
        try:
            tier = LocalTier(engine, process.socket_path)

            async def score(labels: tuple[str, ...], prompt: str) -> tuple[float, ...]:
                return await tier.score(labels, prefix=prompt, scope=_SCOPE)

            yield EngineModel(model, score), tier.info
        finally:
            await process.stop()


async def _time(backend: Backend, size: int, rounds: int) -> list[float]:
    """Milliseconds; no two texts begin alike."""
    draw, times = random.Random(_SEED + size), []
    for _ in range(rounds):
        text = " ".join(draw.choice(_WORDS) for _ in range(size))
        began = time.monotonic()
        await backend.judge([_request(text)])
        times.append((time.monotonic() - began) * 1000)
    return times


async def _ask(
    backend: Backend, labelled: Sequence[Labelled]
) -> tuple[tuple[tuple[Cell, ...], ...], str]:
    judgements = [(await backend.judge([_request(one.prompt)]))[0] for one in labelled]
    first = sum(j.task == one.tasks[0] for one, j in zip(labelled, judgements, strict=True))
    either = sum(j.task in one.tasks for one, j in zip(labelled, judgements, strict=True))
    count = max(len(labelled), 1)
    rows: tuple[tuple[Cell, ...], ...] = (
        ("names the first label", len(labelled), round(100 * first / count, 1)),
        ("names the first or the second", len(labelled), round(100 * either / count, 1)),
    )
    confidences = sorted(j.confidence for j in judgements)
    shares = [f"{percentile(confidences, at):.2f}" for at in (0.1, 0.5, 0.9)] if labelled else []
    return rows, f"P10, P50 and P90 are {', '.join(shares)}"


def _read(path: Path) -> list[Labelled]:
    try:
        rows = [json.loads(line) for line in path.read_text().splitlines() if line.strip()]
        return [
            Labelled(row["prompt"], tuple(filter(None, (row["task"], row.get("second")))))
            for row in rows
            if "prompt" in row
        ]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise EdgeError(f"--prompts {path}: {error}") from error


def _cached(before: EngineInfo, after: EngineInfo) -> str:
    asked = after.counts.prompt_tokens - before.counts.prompt_tokens
    known = after.counts.cached_tokens - before.counts.cached_tokens
    return f"{known / asked:.1%} of {asked} prompt tokens were known, and not read again"


def _where(info: EngineInfo | None) -> str:
    if info is None:
        return "ONNX Runtime"
    return f"{info.model}, {info.parameters / 1e6:.0f} M parameters, on {info.device}"


def _request(text: str) -> Request:
    return Request("bench", "auto", (Message("user", (TextPart(text),)),))
