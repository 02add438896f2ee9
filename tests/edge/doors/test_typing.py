"""What somebody who types costs: little, as long as the next keystroke comes soon."""

from __future__ import annotations

import asyncio

import pytest

from edge.core.settings import RouteSettings
from edge.scripted import ScriptedTier, Wait, says
from tests.edge.socket_client import Serve, Socket, connected, text_of

OPENING = "Let us look at how a heat pump works."
NEVER = 600_000  # ms, as far as a test is concerned
LATE = RouteSettings(targets=("mine/big",), strategy="preamble", escalate_after_ms=NEVER)


def big() -> ScriptedTier:
    return ScriptedTier("mine/big", (says("Heat."),))


def local() -> ScriptedTier:
    return ScriptedTier("local", (says(OPENING + " "),))


async def type_on(socket: Socket, text: str, **options: object) -> None:
    await socket.create(text, prelude={"supersede": True, **options})


def test_a_keystroke_within_escalate_after_spares_the_target_the_call_before(
    serve: Serve,
) -> None:
    async def scenario() -> None:
        tier = big()
        async with connected(serve, tier) as socket:
            for text in ("Why", "Why is", "Why is the"):
                await type_on(socket, text, escalate_after_ms=NEVER)
                await socket.until("response.in_progress")
            await type_on(socket, "Why is the sky blue?")
            ended = [(await socket.reply())[-1] for _ in range(2)]
        assert [e["type"] for e in ended] == ["response.incomplete", "response.completed"]
        assert ended[0]["response"]["prelude"]["cost_cents"] == 0
        assert [call.messages[-1].text for call in tier.calls] == ["Why is the sky blue?"]

    asyncio.run(scenario())


def test_the_local_model_opens_while_the_target_waits(serve: Serve) -> None:
    async def scenario() -> None:
        tier = big()
        async with connected(serve, local(), tier, route=LATE) as socket:
            await type_on(socket, "How do heat pumps work?")
            opened = await socket.until("response.output_item.done")
            assert text_of(opened).rstrip() == OPENING
            assert tier.calls == []
            await type_on(socket, "How do fridges work?", escalate_after_ms=0)
            assert (await socket.reply())[-1]["response"]["status"] == "cancelled"
            assert text_of(await socket.reply()).endswith("Heat.")
        assert len(tier.calls) == 1

    asyncio.run(scenario())


def test_a_target_that_waits_is_called_in_the_end(serve: Serve) -> None:
    async def scenario() -> None:
        async with connected(serve, big()) as socket:
            await type_on(socket, "Why?", escalate_after_ms=50)
            assert text_of(await socket.reply()) == "Heat."

    asyncio.run(scenario())


@pytest.mark.parametrize(
    "options",
    [
        {"escalate_after_ms": -1},
        {"escalate_after_ms": "soon"},
        {"escalate_after_ms": 900, "max_latency_ms": 900},
    ],
)
def test_a_wait_that_makes_no_sense_is_refused_by_name(
    serve: Serve, options: dict[str, object]
) -> None:
    async def scenario() -> None:
        async with connected(serve, big()) as socket:
            await type_on(socket, "Why?", **options)
            error = await socket.event()
            assert (error["status"], error["error"]["param"]) == (400, "prelude.escalate_after_ms")

    asyncio.run(scenario())


def test_the_characters_of_the_opening_are_told(serve: Serve) -> None:
    async def scenario() -> None:
        tier = ScriptedTier("mine/big", ((Wait(0.2), *says("Heat pumps move warmth.")),))
        route = RouteSettings(targets=("mine/big",), strategy="preamble")
        async with connected(serve, local(), tier, route=route) as socket:
            await socket.create()
            last = (await socket.reply())[-1]["response"]
        assert last["prelude"]["opening"] == {"start": 0, "end": len(OPENING)}
        said = "".join(item["content"][0]["text"] for item in last["output"])
        assert said[: len(OPENING)] == OPENING

    asyncio.run(scenario())
