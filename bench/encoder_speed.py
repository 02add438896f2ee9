"""How fast does the embedded encoder make vectors, and how near are they to its full precision's?

One thread. A single text's latency is that of the whole call: text to tokens to vector; its CPU
time is what that comes to on a core that has nothing else to do. Throughput is held against ONNX
Runtime by itself, in the same run and thread: the same tokens, counted out already, one text a
call. What is lost to it is tokenizing, padding and packing.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from bench.report import SUMMARY, Bars, Limit, Report, Table, median, summary
from classifier.encoder import Encoder, open_encoder

_LENGTHS = (16, 64, 256)
_UNITS = ("ms", "ms of CPU time")
_TEXTS = Path(__file__).parent / "texts"
_LEAST_SHARE = 0.8
_LEAST_COSINE = 0.999
_MOST_OPEN_S = 2.0


def run(options: argparse.Namespace) -> Report:
    rounds = 40 if options.quick else 200
    with tempfile.TemporaryDirectory(prefix="prelude-bench-") as folder:
        cache = Path(folder)
        _, first_s = _timed(lambda: open_encoder(cache))
        encoder, again_s = _timed(lambda: open_encoder(cache))
        exact = open_encoder(cache, precision="float32")
    paragraphs = _paragraphs()
    cosines = (encoder.embed(paragraphs) * exact.embed(paragraphs)).sum(axis=1)
    texts = {length: _text_of(encoder, paragraphs, length) for length in _LENGTHS}
    times = {
        (name, length): _latencies(model, texts[length], rounds)
        for name, model in (("int8", encoder), ("float32", exact))
        for length in _LENGTHS
    }
    ours, bare = _throughputs(encoder, paragraphs, 2 if options.quick else 5)
    return Report(
        load=f"one thread; {rounds} texts of each length one after the other, and "
        f"{len(paragraphs)} paragraphs at once",
        tables=(
            *(
                Table(
                    f"one text, {unit}",
                    ("precision, tokens", *SUMMARY),
                    tuple(
                        (f"{name}, {length}", *summary(found[which]))
                        for (name, length), found in times.items()
                    ),
                )
                for which, unit in enumerate(_UNITS)
            ),
            Table(
                "paragraphs",
                ("", "texts/s of CPU time", "cosine with float32, least", "mean"),
                (
                    (
                        "the encoder",
                        round(ours, 1),
                        f"{cosines.min():.5f}",
                        f"{cosines.mean():.5f}",
                    ),
                    ("ONNX Runtime by itself", round(bare, 1), "-", "-"),
                ),
            ),
            Table(
                "opened, s",
                ("", "s"),
                (("the first time", round(first_s, 2)), ("again", round(again_s, 2))),
            ),
        ),
        limits=(
            Limit("ONNX Runtime by itself / the encoder", bare / ours, 1 / _LEAST_SHARE),
            Limit("1 - cosine with float32", 1 - float(cosines.min()), 1 - _LEAST_COSINE),
            Limit("opened again", again_s, _MOST_OPEN_S, " s"),
        ),
        plots=(
            Bars(
                "How long does a vector take?",
                "ms of CPU time for one text, median",
                tuple(f"{length} tokens" for length in _LENGTHS),
                {
                    name: [median(times[name, length][1]) for length in _LENGTHS]
                    for name in ("int8", "float32")
                },
            ),
        ),
    )


def _timed(make: Callable[[], Encoder]) -> tuple[Encoder, float]:
    began = time.perf_counter()
    return make(), time.perf_counter() - began


def _paragraphs() -> list[str]:
    found = [
        part for path in sorted(_TEXTS.glob("*.md")) for part in path.read_text().split("\n\n")
    ]
    return [part for part in found if len(part) > 20]


def _text_of(encoder: Encoder, paragraphs: Sequence[str], tokens: int) -> str:
    """Words of real prose, as many as make so many tokens."""
    words = " ".join(paragraphs).split()
    count = 1
    while len(encoder.read(" ".join(words[: count + 1])).ids) < tokens:
        count += 1
    return " ".join(words[: count + 1])


def _latencies(encoder: Encoder, text: str, rounds: int) -> tuple[list[float], list[float]]:
    """In milliseconds, by the clock and of the CPU."""
    encoder.embed([text])
    by_clock, of_cpu = [], []
    for _ in range(rounds):
        began, spent = time.perf_counter(), time.process_time()
        encoder.embed([text])
        by_clock.append((time.perf_counter() - began) * 1000)
        of_cpu.append((time.process_time() - spent) * 1000)
    return by_clock, of_cpu


def _throughputs(encoder: Encoder, texts: Sequence[str], rounds: int) -> tuple[float, float]:
    """Texts a second of CPU time, of the encoder and of the bare model: the best round of each, in
    turn, so that other work on the machine spoils neither."""
    read = [encoder.read(text) for text in texts]
    ours, bare = [], []
    for _ in range(rounds):
        began = time.process_time()
        vectors = encoder.embed(texts)
        ours.append(time.process_time() - began)
        began = time.process_time()
        alone = np.concatenate([encoder.run([text]) for text in read])
        bare.append(time.process_time() - began)
        assert vectors.shape == alone.shape
    return len(texts) / min(ours), len(texts) / min(bare)
