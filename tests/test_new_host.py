"""A platform that follows OpenAI's chat is one more row of the table, and no other line."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from pathlib import Path

from adapters import openai_chat
from adapters.auth import in_header
from adapters.dialect import Prefill, Provider
from adapters.hosted import HostedClient, HostedTier
from adapters.models import describe
from adapters.providers import PROVIDERS
from bench.answers import answer_to
from bench.simulator_process import simulator
from edge.core.types import Call, Extra, Message, Piece, Request, Sampling, Stop, TextPart, Usage
from edge.settings_file import load

PROMPT = "Why does the sea have tides?"
ANSWER = answer_to(PROMPT).text


def test_a_new_host_is_one_row(tmp_path: Path) -> None:
    with simulator("--ttft-ms", "0", "--tokens-per-s", "0", "--tokens", "0", "--key", "k-1") as sim:
        table = (
            *PROVIDERS,
            Provider(
                "newest",
                openai_chat,
                f"{sim.url}/azure/openai/v1",
                "NEWEST_API_KEY",
                seed="random_seed",
                prefill=Prefill(message={"prefix": True}),
                auth=in_header("api-key"),
            ),
        )
        path = tmp_path / "prelude.toml"
        path.write_text(
            '[routes.default]\ntargets = ["newest/big"]\n[models."newest/big"]\nprefill = true\n'
        )
        loaded = load(path, {"NEWEST_API_KEY": "k-1"}, table)
        model = describe("newest/big", loaded.settings, table=table)

        async def ask(prefix: str, sampling: Sampling) -> list[Piece]:
            messages = (Message("user", (TextPart(PROMPT),)),)
            request = Request("r", "auto", messages, sampling)
            call = Call(request, messages, sampling, prefix=prefix)
            async with aclosing(HostedClient()) as client:
                tier = HostedTier(model, loaded.keys["newest"], client)
                async with aclosing(tier.stream(call)) as stream:
                    return [piece async for piece in stream]

        prefix = ANSWER[:40].rstrip()
        pieces = asyncio.run(ask(prefix, Sampling(seed=7)))
        assert prefix + "".join(getattr(piece, "text", "") for piece in pieces) == ANSWER
        assert {type(piece) for piece in pieces} >= {Stop, Usage, Extra}
        (entry,) = sim.log()
        assert entry["options"]["random_seed"] == 7
        assert "k-1" not in str(entry)
