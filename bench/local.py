"""How soon does the built-in model speak?

Asked of the local tier through its engine process, as the service does: short questions,
prompts of 20 to 1,500 tokens, and openings chosen from frames. A reply is cancelled once its first
sentence stands; a schedule wide enough keeps the machine to one request at a time.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import tempfile
import time
from collections.abc import Callable, Coroutine, Iterable, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from bench.answers import answers
from bench.questions import SHORT_QUESTIONS
from bench.report import SUMMARY, Cell, Curves, Limit, Report, Table, median, summary
from bench.schedule import send_each
from bench.shipped_verdict import judge
from edge.core.openings import frames
from edge.core.sentences import first_sentence_end
from edge.core.settings import LocalSettings
from edge.core.types import LOCAL, Call, Message, Request, Sampling, Text, TextPart, Usage
from local_models.client import LocalTier
from local_models.process import EngineProcess

FIRST_TEXT_MS = 80.0
FIRST_SENTENCE_MS = 250.0

_PROMPT_TOKENS = (20, 50, 100, 200, 400, 800, 1500)
_SHORT_PERIOD_S = 0.7
_PREFILL_SHARE = 0.4  # of its rate at start: long prompts are read more slowly
_CHARACTERS_PER_TOKEN = 3.9  # of these texts, by this model's tokenizer
_LONGEST_SENTENCE = 100


@dataclass(frozen=True, slots=True)
class Heard:
    """Milliseconds from the call; None: it never came."""

    first_text_ms: float | None
    first_sentence_ms: float | None


def run(options: argparse.Namespace) -> Report:
    return asyncio.run(_run(short=25 if options.quick else 100, rounds=3 if options.quick else 8))


async def _run(short: int, rounds: int) -> Report:
    with tempfile.TemporaryDirectory(prefix="prelude-bench-") as folder:
        socket = str(Path(folder) / "engine.sock")
        engine = EngineProcess(LocalSettings(), socket)
        await engine.start()
        try:
            tier = LocalTier(LOCAL, socket)
            info = await tier.info()
            await _listen(tier, "Hello!")  # the first call pays for what all share
            questions = await _ask_short(tier, short)
            openings, offered = await _ask_openings(tier, short)
            by_length = await _ask_by_length(tier, rounds, info.prefill_per_s)
        finally:
            await engine.stop()
    speeds = (
        f"by the engine's own measure at its start it reads {info.prefill_per_s:.0f} tokens/s "
        f"and writes {info.decode_per_s:.0f}"
    )
    firsts = _known(heard.first_text_ms for heard in questions)
    sentences = _known(heard.first_sentence_ms for heard in questions)
    chosen = _known(heard.first_sentence_ms for heard in openings)
    return Report(
        load=f"open loop, one request every {_SHORT_PERIOD_S:g} s or more (prompts of many tokens: "
        f"longer), greedy, cancelled after the first sentence; {info.model} on {info.device}, "
        f"{info.threads} threads",
        tables=(
            Table(
                "ms from the call, short questions",
                ("", *SUMMARY),
                (
                    ("first text", *summary(firsts)),
                    ("first complete sentence", *summary(sentences)),
                    ("opening chosen from frames", *summary(chosen)),
                ),
            ),
            by_length,
        ),
        limits=(
            Limit("short question, first text P50", median(firsts), FIRST_TEXT_MS, " ms"),
            Limit(
                "short question, first sentence P50", median(sentences), FIRST_SENTENCE_MS, " ms"
            ),
        ),
        notes=(
            f"frames fit {offered} of {len(SHORT_QUESTIONS)} questions; it may also say none",
            "a sentence stands once the next word shows that it was one",
            speeds,
        ),
        plots=(
            Curves(
                "How soon does the built-in model speak, asked a short question?",
                "ms from the call",
                {
                    "first text": firsts,
                    "opening chosen from frames": chosen,
                    "first complete sentence of its own": sentences,
                },
                of="questions",
                limit=FIRST_SENTENCE_MS,
            ),
        ),
    )


async def _ask_short(tier: LocalTier, count: int) -> list[Heard]:
    questions = [SHORT_QUESTIONS[n % len(SHORT_QUESTIONS)] for n in range(count)]
    return await send_each(
        [(_SHORT_PERIOD_S, partial(_listen, tier, question)) for question in questions]
    )


async def _ask_openings(tier: LocalTier, count: int) -> tuple[list[Heard], int]:
    choices = {question: _frames(question) for question in SHORT_QUESTIONS}
    fitting = [question for question in SHORT_QUESTIONS if choices[question]]
    if not fitting:
        return [], 0
    asked = [fitting[n % len(fitting)] for n in range(count)]
    sends = [
        (_SHORT_PERIOD_S, partial(_listen, tier, question, choices[question])) for question in asked
    ]
    return await send_each(sends), len(fitting)


def _frames(question: str) -> tuple[str, ...]:
    return frames(question, judge(_call(question, Sampling()).request))


async def _ask_by_length(tier: LocalTier, rounds: int, prefill_per_s: float) -> Table:
    rng = random.Random(3)
    sends: list[tuple[float, Callable[[], Coroutine[Any, Any, Heard]]]] = []
    lengths: list[int] = []
    for _ in range(rounds):
        for tokens in rng.sample(_PROMPT_TOKENS, len(_PROMPT_TOKENS)):
            period = _SHORT_PERIOD_S + tokens / (_PREFILL_SHARE * prefill_per_s)
            sends.append((period, partial(_listen, tier, _prompt(tokens, rng))))
            lengths.append(tokens)
    heard = await send_each(sends)
    rows: list[tuple[Cell, ...]] = []
    for tokens in _PROMPT_TOKENS:
        of_length = [each for each, asked in zip(heard, lengths, strict=True) if asked == tokens]
        counted = await _count_tokens(tier, _prompt(tokens, rng))
        texts = _known(each.first_text_ms for each in of_length)
        sentences = _known(each.first_sentence_ms for each in of_length)
        rows.append((f"about {tokens}", counted, len(of_length), *_pair(texts), *_pair(sentences)))
    columns = ("prompt tokens", "with template", "n", "text P50", "max", "sentence P50", "max ")
    return Table("ms from the call, by prompt length", columns, tuple(rows))


async def _listen(tier: LocalTier, prompt: str, choices: Sequence[str] = ()) -> Heard:
    start = time.monotonic()
    first_text_ms: float | None = None
    text = ""
    call = _call(prompt, Sampling(max_tokens=_LONGEST_SENTENCE, temperature=0.0), choices)
    async with aclosing(tier.stream(call)) as pieces:
        async for piece in pieces:
            now_ms = (time.monotonic() - start) * 1000
            if isinstance(piece, Text) and piece.text:
                first_text_ms = now_ms if first_text_ms is None else first_text_ms
                text += piece.text
                if first_sentence_end(text, final=bool(choices)) is not None:
                    return Heard(first_text_ms, now_ms)
    return Heard(first_text_ms, None)


async def _count_tokens(tier: LocalTier, prompt: str) -> int:
    async with aclosing(tier.stream(_call(prompt, Sampling(max_tokens=1)))) as pieces:
        async for piece in pieces:
            if isinstance(piece, Usage):
                return piece.input
    return 0


def _call(prompt: str, sampling: Sampling, choices: Sequence[str] = ()) -> Call:
    messages = (Message("user", (TextPart(prompt),)),)
    request = Request(id="bench", model=LOCAL, messages=messages, sampling=sampling)
    return Call(request, messages, sampling, choices=tuple(choices))


def _prompt(tokens: int, rng: random.Random) -> str:
    """Prose with a question behind it; every one begins elsewhere, so that no cache helps."""
    question = " What is this about?"
    if tokens <= 20:
        return f"{rng.choice(SHORT_QUESTIONS)} Please answer as briefly as you can."
    prose = " ".join(answer.text for answer in answers() if answer.text.isascii())
    size = int(tokens * _CHARACTERS_PER_TOKEN)
    start = rng.randrange(len(prose) - size)
    return prose[start : start + size] + question


def _known(values: Iterable[float | None]) -> list[float]:
    return [value for value in values if value is not None]


def _pair(values: Sequence[float]) -> tuple[Cell, Cell]:
    return (round(median(values), 1), round(max(values), 1)) if values else ("-", "-")
