"""Several local models and adapters behind the whole service, changed by SIGHUP under a reply."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import time
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path

import openai
import pytest

from bench.service_process import ServiceHandle, service
from edge.core.local_names import ENCODER
from tests.local_models.tiny_gguf import TinyModel, write_lora, write_model

_PATIENCE_S = 60.0


def settings(folder: Path, *, others: str, loras: str) -> str:
    return f"""
[local]
model = "{folder / "small.gguf"}"
slots = 2
context = 512
loras = {{{loras}}}
{others}
"""


def other(name: str, path: Path) -> str:
    return f'[local.models.{name}]\nmodel = "{path}"\nslots = 2\ncontext = 512\n'


async def say(served: ServiceHandle, model: str, max_tokens: int = 8) -> str:
    async with openai.AsyncOpenAI(
        base_url=served.base_url, api_key="unused", max_retries=0
    ) as client:
        stream = await client.chat.completions.create(
            model=model,
            messages=[{"role": "user", "content": "the sea"}],
            max_tokens=max_tokens,
            temperature=0.0,
            seed=1,
            stream=True,
            logit_bias={"2": -100, "4": -100},
        )
        said, finish, told = "", None, None
        async for chunk in stream:
            told = (chunk.model_extra or {}).get("prelude", told)
            for choice in chunk.choices:
                said += choice.delta.content or ""
                finish = choice.finish_reason or finish
    assert finish == "length"
    assert told is not None
    assert told["models"] == [model]
    return said


async def models_of(served: ServiceHandle) -> set[str]:
    async with openai.AsyncOpenAI(base_url=served.base_url, api_key="unused") as client:
        listed = {model.id async for model in client.models.list()}
    return listed - {ENCODER}


async def until_models(served: ServiceHandle, wanted: set[str]) -> None:
    give_up = time.monotonic() + _PATIENCE_S
    while await models_of(served) != wanted:
        assert time.monotonic() < give_up, served.output.read_text()
        await asyncio.sleep(0.05)  # another process: there is no event to wait for


def ask_json(url: str) -> dict[str, object]:
    try:
        with urllib.request.urlopen(url, timeout=10) as response:
            told: dict[str, object] = json.load(response)
    except urllib.error.HTTPError as refusal:  # not ready, and it says why
        told = json.load(refusal)
    return told


def test_an_engine_that_keeps_dying_has_a_last_word_where_operators_look(tmp_path: Path) -> None:
    write_model(tmp_path / "small.gguf")
    with service(settings(tmp_path, others="", loras="")) as served:
        give_up = time.monotonic() + _PATIENCE_S
        while "local_trouble" not in (told := ask_json(f"{served.url}/readyz")):
            assert time.monotonic() < give_up, served.output.read_text()
            for engine in served.children("local_models.engine"):
                with suppress(ProcessLookupError):
                    os.kill(engine, signal.SIGKILL)
            time.sleep(0.1)  # another process: there is no event to wait for
        assert (told["status"], told["local"]) == ("not ready", "down")
        for words in ("died 5 times", "SIGKILL", "prelude doctor"):
            assert words in str(told["local_trouble"])
        assert str(told["local_trouble"]) in str(ask_json(f"{served.url}/page.json")["trouble"])


def test_models_and_adapters_are_served_by_name_and_changed_under_a_reply(tmp_path: Path) -> None:
    write_model(tmp_path / "small.gguf", TinyModel(name="small"))
    big = write_model(tmp_path / "big.gguf", TinyModel(name="big", seed=5, context=4096))
    new = write_model(tmp_path / "new.gguf", TinyModel(name="new", seed=6))
    first, second = (write_lora(tmp_path / f"{seed}.gguf", seed=seed) for seed in (1, 2))
    before = settings(tmp_path, others=other("big", big), loras=f'legal = "{first}"')

    async def run(served: ServiceHandle) -> None:
        assert await models_of(served) == {"auto", "local", "local:big", "local:legal"}
        said = {name: await say(served, name) for name in ("local", "local:big", "local:legal")}
        assert len(set(said.values())) == 3
        alone = await say(served, "local:big", max_tokens=400)
        engine = served.child("local_models.engine")
        async with asyncio.TaskGroup() as group:
            running = group.create_task(say(served, "local:big", max_tokens=400))
            after = settings(
                tmp_path, others=other("new", new), loras=f'legal = "{second}", tax = "{first}"'
            )
            served.config.write_text(after)
            os.kill(served.pid, signal.SIGHUP)
            await until_models(served, {"auto", "local", "local:new", "local:legal", "local:tax"})
        assert running.result() == alone
        assert await say(served, "local:tax") == said["local:legal"]
        assert await say(served, "local:legal") != said["local:legal"]
        assert await say(served, "local") == said["local"]
        assert await say(served, "local:new") not in said.values()
        with pytest.raises(openai.NotFoundError):
            await say(served, "local:big")
        assert served.child("local_models.engine") == engine  # of `local`: told, not restarted

    with service(before) as served:
        asyncio.run(run(served))
