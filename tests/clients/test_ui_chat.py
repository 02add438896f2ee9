"""The chat of Vercel's AI SDK, which `useChat` wraps, at the door that speaks its protocol.

It runs in Node, as it would in a page, against doors that are really served; the models behind them
are scripted, so that an answer can contradict its opening.
"""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from edge.core.errors import TierGarbled, TierUnavailable
from edge.core.settings import DeepSettings, RouteSettings
from edge.core.types import FinishReason, Stop, Text, Thinking, ToolDelta
from edge.scripted import ScriptedTier, Wait, says
from tests.clients.cut_lines import cutting_lines
from tests.edge.conftest import serving

_SCRIPT = Path(__file__).parent / "node/chat.mjs"
_PATIENCE_S = 60.0
OPENING = "Yes, tides exist."

Told = Mapping[str, Any]


def _tier(name: str, *scripts: Any) -> ScriptedTier:
    return ScriptedTier(f"mine/{name}", scripts)


def _tiers() -> dict[str, ScriptedTier]:
    call = (ToolDelta(0, "c0", "tide", '{"at":'), ToolDelta(0, arguments='"Ulm"}'))
    gone = TierUnavailable("mine/broken: gone")
    tiers = [
        _tier("big", says("The moon ", "pulls.")),
        _tier("thinker", (Thinking("Hm."), *says("They do."))),
        _tier(
            "broken", (Text("The moon"), ToolDelta(0, "c0", "tide"), gone)
        ),  # nobody goes on with it
        _tier("cut", (Text("The moon pulls the"), TierGarbled("mine/cut: cut"))),
        _tier("rest", says(" water up.")),
        _tier("no", (Wait(0.3), *says("No, they ", "do not exist. ", "Sorry."))),
        _tier("yes", (Wait(0.3), *says("The moon pulls."))),
        _tier("caller", (*call, Stop(FinishReason.TOOL_CALLS)), says("High tide.")),
        _tier("forever", (Text("The moon"), Wait())),
        _tier("tidal", *[(Text("The moon "), Wait(0.3), *says("pulls."))] * 2),
        ScriptedTier("local", (says(OPENING + " "),)),
    ]
    return {tier.name: tier for tier in tiers}


@pytest.fixture(scope="module")
def played(clients: Path) -> tuple[Mapping[str, Told], Mapping[str, ScriptedTier]]:
    """What the chat told of each case, and whom it asked."""
    tiers = _tiers()
    node = clients / "node"

    async def play() -> str:
        route = RouteSettings(targets=("mine/big",), draft="none", opening="full")
        patient = DeepSettings(first_text_ms=15_000, stall_ms=60_000, min_chars_per_s=0)
        async with (
            serving(*tiers.values(), route=route, deep=patient) as served,
            cutting_lines(served.url, behind=b"The moon") as cut_url,
        ):
            process = await asyncio.create_subprocess_exec(
                str(node / "node"),
                str(_SCRIPT),
                env={
                    **os.environ,
                    "API": f"{served.url}/v1/ui/messages",
                    "CUT_API": f"{cut_url}/v1/ui/messages",
                    "PACKAGES": str(node / "package.json"),
                },
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE,
            )
            try:
                async with asyncio.timeout(_PATIENCE_S):
                    out, errors = await process.communicate()
                    assert process.returncode == 0, errors.decode()[-3000:]
                    await tiers["mine/forever"].until(closed=1)
            finally:
                if process.returncode is None:
                    process.kill()
                    await process.wait()
        return out.decode()

    told = [json.loads(line) for line in asyncio.run(play()).splitlines()]
    return {one["case"]: one for one in told}, tiers


Played = tuple[Mapping[str, Told], Mapping[str, ScriptedTier]]


def test_a_reply_is_whole_and_says_what_it_cost(played: Played) -> None:
    told = played[0]["whole"]
    assert (told["status"], told["texts"]) == ("ready", ["The moon pulls."])
    assert told["end"] == {"isAbort": False, "isError": False, "finishReason": "stop"}
    report = told["metadata"]["prelude"]
    assert report["models"] == ["mine/big"]
    assert report["cost_cents"] > 0 and report["ttft_ms"] > 0


def test_thoughts_are_a_part_of_their_own(played: Played) -> None:
    parts = [part for part in played[0]["thoughts"]["parts"] if part["type"] != "step-start"]
    assert [(part["type"], part["text"]) for part in parts] == [
        ("reasoning", "Hm."),
        ("text", "They do."),
    ]


def test_a_stream_that_is_cut_reads_as_one_reply(played: Played) -> None:
    told = played[0]["cut"]
    assert (told["status"], told["texts"]) == ("ready", ["The moon pulls the water up."])


def test_an_opening_that_the_answer_contradicts_is_taken_back(played: Played) -> None:
    told = played[0]["contrary"]
    assert OPENING in told["seen"]
    assert (told["status"], told["texts"]) == ("ready", ["No, they do not exist. Sorry."])


def test_an_opening_by_itself_is_a_part_of_its_own_that_no_answer_builds_on(
    played: Played,
) -> None:
    told, tiers = played[0]["opening"], played[1]
    assert told["texts"] == [OPENING, "The moon pulls."]
    sent = [(message.role, message.text) for message in tiers["mine/yes"].calls[1].messages]
    assert sent == [
        ("user", "Do tides exist?"),
        ("assistant", "The moon pulls."),
        ("user", "Why?"),
    ]


def test_a_tool_is_run_by_the_page_and_the_same_message_goes_on(played: Played) -> None:
    told, tiers = played[0]["tool"], played[1]
    assert (told["roles"], told["texts"]) == (["user", "assistant"], ["High tide."])
    [call] = [part for part in told["parts"] if part["type"] == "tool-tide"]
    assert call["output"] == {"tide": {"at": "Ulm"}}
    asked = tiers["mine/caller"].calls[1].messages
    assert [message.role for message in asked] == ["user", "assistant", "tool"]
    assert asked[1].tool_calls[0].arguments == '{"at":"Ulm"}'
    assert asked[2].text == '{"tide":{"at":"Ulm"}}'


def test_a_reply_that_nobody_can_finish_is_an_error(played: Played) -> None:
    told = played[0]["broken"]
    assert (told["status"], told["texts"]) == ("error", ["The moon"])
    assert told["end"]["isError"] and told["end"].get("finishReason") is None
    assert told["error"]
    assert told["metadata"]["prelude"]["models"] == ["mine/broken"]


def test_what_is_refused_is_an_error_that_says_why(played: Played) -> None:
    told = played[0]["refused"]
    assert told["status"] == "error"
    assert "mine/nobody" in json.loads(told["error"])["error"]["message"]


@pytest.mark.parametrize("case", ["resumed", "resumed by another page"])
def test_a_page_whose_line_was_cut_ends_with_the_whole_reply(played: Played, case: str) -> None:
    told, tiers = played[0][case], played[1]
    assert (told["status"], told["roles"]) == ("ready", ["user", "assistant"])
    assert told["texts"] == ["The moon pulls."]
    assert told["end"]["finishReason"] == "stop"
    assert len(tiers["mine/tidal"].calls) == 2  # one for each case


def test_a_page_that_has_heard_all_resumes_nothing(played: Played) -> None:
    told = played[0]["nothing to resume"]
    assert (told["status"], told["roles"]) == ("ready", ["user", "assistant"])
    assert told["texts"] == ["The moon pulls."]


def test_a_reply_that_is_stopped_is_stopped_down_to_the_platform(played: Played) -> None:
    told, tiers = played[0]["stopped"], played[1]
    assert told["end"]["isAbort"]
    assert told["texts"] == ["The moon"]
    assert tiers["mine/forever"].closed == 1
