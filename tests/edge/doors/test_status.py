from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

from edge.core.errors import TierUnavailable
from edge.core.types import FinishReason, Stop, Text, Usage
from edge.scripted import ScriptedTier, says

Serve = Callable[..., AbstractAsyncContextManager[Any]]
ASK = {"model": "auto", "messages": [{"role": "user", "content": "Hi there"}]}


def test_ready_while_somebody_can_answer(serve: Serve) -> None:
    async def scenario() -> None:
        tier = ScriptedTier("local", (says("Hi."),))
        async with serve(tier) as s, s.http.get(f"{s.url}/readyz") as response:
            assert response.status == 200
            assert await response.json() == {"status": "ready", "local": "up", "targets": []}
        async with serve() as s, s.http.get(f"{s.url}/readyz") as response:
            assert response.status == 503

    asyncio.run(scenario())


def test_metrics_tell_how_the_targets_fare(serve: Serve) -> None:
    async def scenario() -> None:
        wrong_key = (TierUnavailable("a/big: 401", status=401, lasting=True),)
        tiers = ScriptedTier("a/big", (wrong_key,)), ScriptedTier("b/equal", (says("Hi."),))
        async with serve(*tiers) as s:
            for _ in range(20):
                async with s.http.post(f"{s.url}/v1/chat/completions", json=ASK) as response:
                    assert response.status == 200
            async with s.http.get(f"{s.url}/metrics") as response:
                lines = (await response.text()).splitlines()
        assert [len(tier.calls) for tier in tiers] == [1, 20]
        values = dict(line.rsplit(" ", 1) for line in lines if not line.startswith("#"))
        assert 0 < float(values['prelude_target_open_seconds{model="a/big"}']) <= 60
        assert values['prelude_target_open_seconds{model="b/equal"}'] == "0.0"
        live = 'prelude_target_live_seconds{{model="{}",quantile="0.95",what="first_text"}}'
        assert values[live.format("a/big")] == "NaN"
        assert 0 < float(values[live.format("b/equal")]) < 60

    asyncio.run(scenario())


def test_metrics_tell_what_the_local_engine_did(serve: Serve) -> None:
    async def scenario() -> None:
        figures = {"steps": 7.0, "deadlines_met": 3.0}
        async with (
            serve(ScriptedTier("local", (says("Hi."),)), figures=figures) as s,
            s.http.get(f"{s.url}/metrics") as response,
        ):
            lines = (await response.text()).splitlines()
        assert 'prelude_local_engine{model="local",what="steps"} 7.0' in lines
        assert 'prelude_local_engine{model="local",what="deadlines_met"} 3.0' in lines

    asyncio.run(scenario())


def test_every_local_model_is_looked_at(serve: Serve) -> None:
    async def scenario() -> None:
        big = ScriptedTier("local:big", (says("Hi."),))
        async with serve(big, down=("local", "local:small")) as s:
            async with s.http.get(f"{s.url}/readyz") as response:
                assert response.status == 200
                told = await response.json()
            async with s.http.get(f"{s.url}/metrics") as response:
                lines = (await response.text()).splitlines()
        assert told["local"] == "down"
        assert told["local_models"] == {
            "local:big": {"state": "up"},
            "local:small": {"state": "down"},
        }
        assert 'prelude_local_up{model="local"} 0.0' in lines
        assert 'prelude_local_up{model="local:big"} 1.0' in lines

    asyncio.run(scenario())


def test_models_are_those_a_caller_may_name(serve: Serve) -> None:
    async def scenario() -> None:
        async with serve(ScriptedTier("mine/big", (says("Hi."),))) as s:
            async with s.http.get(f"{s.url}/v1/models") as response:
                reply = await response.json()
            assert [model["id"] for model in reply["data"]] == ["auto", "mine/big"]
            async with s.http.get(f"{s.url}/v1/models/mine/big") as response:
                assert (await response.json())["owned_by"] == "mine"
            async with s.http.get(f"{s.url}/v1/models/other") as response:
                assert response.status == 404

    asyncio.run(scenario())


def test_metrics_count_replies_legs_tokens_and_cost(serve: Serve) -> None:
    async def scenario() -> None:
        script = (Text("Hi."), Usage(1000, 100), Stop(FinishReason.STOP))
        broken = (TierUnavailable("mine/big: 503"),)
        async with serve(ScriptedTier("mine/big", (script, broken))) as s:
            for _ in range(2):
                async with s.http.post(f"{s.url}/v1/chat/completions", json=ASK):
                    pass
            async with s.http.get(f"{s.url}/metrics") as response:
                lines = (await response.text()).splitlines()
        for line in (
            'prelude_requests_total{door="chat",outcome="stop",strategy="target"} 1.0',
            'prelude_requests_total{door="chat",outcome="error",strategy="target"} 1.0',
            'prelude_legs_total{model="mine/big",outcome="failed",role="target"} 1.0',
            'prelude_tokens_total{direction="output",model="mine/big",source="reported"} 100.0',
            "prelude_running_requests 0.0",
            'prelude_ttft_seconds_count{strategy="target"} 1.0',
        ):
            assert line in lines
        # 1,000 tokens at $1 and 100 at $10 a million, and a failed leg's estimated prompt.
        (cost,) = (line for line in lines if line.startswith("prelude_cost_cents_total"))
        assert 0.2 <= float(cost.split()[1]) < 0.21

    asyncio.run(scenario())
