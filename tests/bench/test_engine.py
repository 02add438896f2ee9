"""The bench of the local engine, with real servers and as little work as will do."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest

from bench.engine import PARTS, Size, measure
from bench.engine_listener import Ask, listen
from bench.engine_reading import measure_arrival, measure_growth
from bench.engine_servers import LLAMA_CPP_PYTHON, LLAMACPP, Servers, servers
from bench.engine_texts import Texts
from bench.report import Report
from local_models.llama import Model

TINY = Size(
    (1, 2), tokens=4, repeats=1, idle=1, saturating=1, drafts=2, arrivals=1, growths=1, steps=5
)


@asynccontextmanager
async def small_servers(texts: Texts) -> AsyncIterator[Servers]:
    async with servers(texts.file, texts.end_tokens, slots=8, context=512, threads=1) as asked:
        yield asked


def run(ask: Callable[[Servers, Texts], Awaitable[Report]]) -> Report:
    async def go() -> Report:
        texts = Texts()
        async with small_servers(texts) as asked:
            return await ask(asked, texts)

    return asyncio.run(go())


def test_every_server_says_as_many_tokens_as_it_is_asked_for() -> None:
    async def go() -> None:
        texts = Texts()
        async with small_servers(texts) as asked:
            for server in asked.all:
                heard = await listen(server, Ask("Say yes.", 24))
                assert (heard.tokens, heard.failed) == (24, "")
                assert 1 < len(heard.text_at) <= 24
                assert heard.sentence_at == heard.text_at[-1]

    asyncio.run(go())


def test_the_parts_measure_what_their_limits_ask_for() -> None:
    parts = [PARTS[name] for name in ("throughput", "mixed", "adapters", "overhead")]
    report = asyncio.run(measure(parts, TINY, threads=1))
    assert all(limit.value == limit.value for limit in report.limits)
    streams, drafts, adapted, step = report.tables
    # One that is not installed has its row, too.
    assert {row[0] for row in streams.rows} == {"prelude", LLAMACPP, LLAMA_CPP_PYTHON}
    assert [row[0] for row in drafts.rows] == ["prelude", LLAMACPP, "the best order of work"]
    assert [row[0] for row in adapted.rows] == [1, 8, 16]  # at once
    assert len(step.rows) == 3
    assert report.plots


@pytest.mark.parametrize(
    "ask",
    [
        lambda asked, texts: measure_arrival(asked, texts, repeats=1, prompt_tokens=60),
        lambda asked, texts: measure_growth(asked, texts, repeats=1, known=60),
    ],
    ids=["arrival", "growth"],
)
def test_reading_is_measured_beside_writing(
    ask: Callable[[Servers, Texts], Awaitable[Report]],
) -> None:
    report = run(ask)
    assert [limit.value == limit.value for limit in report.limits] == [True]
    assert all(row[1] for row in report.tables[0].rows)  # something was measured in each


def test_prompts_have_the_size_that_was_asked_for_and_differ() -> None:
    texts = Texts()
    prompts = {texts.prompt(100) for _ in range(20)}
    assert len(prompts) == 20
    model = Model(texts.file)
    sizes = [len(model.tokenize(prompt, parse_special=False)) for prompt in prompts]
    model.close()
    assert min(sizes) >= 97 and max(sizes) <= 110
