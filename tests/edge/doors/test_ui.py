"""The door for the AI SDK's `useChat`, over a real socket."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any, cast

import aiohttp
import pytest

from edge.core.errors import TierRateLimited, TierUnavailable
from edge.core.settings import ReplySettings, RouteSettings, ServerSettings
from edge.core.types import Extra, FinishReason, Stop, Text, Thinking, ToolDelta, Usage
from edge.homes import Homes
from edge.scripted import ScriptedTier, Wait, says
from tests.edge.doors.asking import PATIENT, run
from tests.edge.paced import PacedTier

Serve = Callable[..., AbstractAsyncContextManager[Any]]
MESSAGE = {"id": "u1", "role": "user", "parts": [{"type": "text", "text": "Do tides exist?"}]}
BODY = {"id": "chat", "messages": [MESSAGE], "trigger": "submit-message"}
PARALLEL = RouteSettings(targets=("mine/big",), strategy="parallel", opening="full")


def big(*script: Any) -> ScriptedTier:
    return ScriptedTier("mine/big", (script or says("Heat pumps", " move warmth."),))


def opened(target: ScriptedTier, opening: str) -> tuple[ScriptedTier, ScriptedTier]:
    """A local model that opens, and a target that speaks after it."""
    return ScriptedTier("local", (says(opening + " "),)), target


async def chunks(served: Any, **members: Any) -> list[Any]:
    """What a page reads; `[DONE]` as that string."""
    url = f"{served.url}/v1/ui/messages"
    async with served.http.post(url, json={**BODY, **members}) as response:
        assert response.status == 200, await response.text()
        assert response.headers["x-vercel-ai-ui-message-stream"] == "v1"
        raw = (await response.read()).decode()
    datas = [line.removeprefix("data: ") for line in raw.split("\n\n") if line]
    return [data if data == "[DONE]" else json.loads(data) for data in datas]


def kinds(told: list[Any]) -> list[str]:
    return [chunk if isinstance(chunk, str) else chunk["type"] for chunk in told]


def texts(told: list[Any]) -> list[str]:
    """The text of each part, as it stands at the end."""
    parts: dict[str, str] = {}
    for chunk in told[:-1]:
        if chunk["type"] == "reset-step":
            parts.clear()
        if chunk["type"] == "text-delta":
            parts[chunk["id"]] = parts.get(chunk["id"], "") + chunk["delta"]
    return list(parts.values())


def test_stream_has_the_shape_of_the_protocol(serve: Serve) -> None:
    async def scenario() -> None:
        async with serve(big()) as s:
            told = await chunks(s)
        assert kinds(told) == [
            "start",
            "start-step",
            "text-start",
            "text-delta",
            "text-delta",
            "text-end",
            "finish-step",
            "finish",
            "[DONE]",
        ]
        assert texts(told) == ["Heat pumps move warmth."]
        assert told[0]["messageId"].startswith("msg_")
        finish = told[-2]
        assert finish["finishReason"] == "stop"
        assert finish["messageMetadata"]["prelude"]["models"] == ["mine/big"]
        assert finish["messageMetadata"]["prelude"]["ttft_ms"] > 0

    run(scenario())


def test_thoughts_calls_and_what_a_platform_says_besides_are_parts_of_their_own(
    serve: Serve,
) -> None:
    async def scenario() -> None:
        script = (
            Thinking("Hm"),
            Thinking("."),
            Text("See."),
            ToolDelta(0, "c0", "weather", '{"city"'),
            ToolDelta(1, "c1", "time"),
            ToolDelta(0, arguments=':"Ulm"}'),
            Stop(FinishReason.TOOL_CALLS),
            Extra({"sources": ["a"]}),
            Usage(3, 4),
        )
        async with serve(big(*script)) as s:
            told = await chunks(s)
        assert [chunk for chunk in told if chunk != "[DONE]"][2:-2] == [
            {"type": "reasoning-start", "id": "reasoning-0"},
            {"type": "reasoning-delta", "id": "reasoning-0", "delta": "Hm"},
            {"type": "reasoning-delta", "id": "reasoning-0", "delta": "."},
            {"type": "reasoning-end", "id": "reasoning-0"},
            {"type": "text-start", "id": "text-1"},
            {"type": "text-delta", "id": "text-1", "delta": "See."},
            {"type": "text-end", "id": "text-1"},
            {"type": "tool-input-start", "toolCallId": "c0", "toolName": "weather"},
            {"type": "tool-input-delta", "toolCallId": "c0", "inputTextDelta": '{"city"'},
            {"type": "tool-input-start", "toolCallId": "c1", "toolName": "time"},
            {"type": "tool-input-delta", "toolCallId": "c0", "inputTextDelta": ':"Ulm"}'},
            {
                "type": "tool-input-available",
                "toolCallId": "c0",
                "toolName": "weather",
                "input": {"city": "Ulm"},
            },
            {
                "type": "tool-input-available",
                "toolCallId": "c1",
                "toolName": "time",
                "input": {},
            },
        ]
        assert told[-2]["finishReason"] == "tool-calls"
        assert told[-2]["messageMetadata"]["provider_extra"] == {"sources": ["a"]}

    run(scenario())


def test_arguments_that_are_no_json_are_an_error_of_the_call(serve: Serve) -> None:
    async def scenario() -> None:
        script = (ToolDelta(0, "c0", "weather", "{city"), Stop(FinishReason.TOOL_CALLS))
        async with serve(big(*script)) as s:
            told = await chunks(s)
        [wrong] = [chunk for chunk in told[:-1] if chunk["type"] == "tool-input-error"]
        assert wrong["input"] == "{city"
        assert "not valid JSON" in wrong["errorText"]

    run(scenario())


def test_an_opening_that_stands_by_itself_is_a_marked_part_of_its_own(serve: Serve) -> None:
    async def scenario() -> None:
        target = big(Wait(0.2), *says("They do."))
        local, target = opened(target, "Let us look at the tides.")
        async with serve(local, target) as s:
            told = await chunks(s, prelude={"strategy": "preamble"})
        assert texts(told) == ["Let us look at the tides.", "They do."]
        opening = next(chunk for chunk in told if chunk["type"] == "text-delta")
        assert opening["providerMetadata"] == {"prelude": {"phase": "commentary"}}

    run(scenario())


def test_an_opening_that_the_answer_contradicts_is_taken_back(serve: Serve) -> None:
    async def scenario() -> None:
        script = (Wait(0.2), Thinking("Do they?"), *says("No, they ", "do not exist. ", "Sorry."))
        local, target = opened(big(*script), "Yes, tides exist.")
        async with serve(local, target, route=PARALLEL) as s:
            told = await chunks(s)
        assert texts(told) == ["No, they do not exist. Sorry."]
        at = kinds(told).index("reset-step")
        assert "Yes, tides exist." in [chunk.get("delta") for chunk in told[:at]]
        # The step is empty now: what was thought is told again.
        assert kinds(told[at + 1 :])[:4] == [
            "reasoning-start",
            "reasoning-delta",
            "reasoning-end",
            "text-start",
        ]
        assert kinds(told).count("reset-step") == 1
        assert kinds(told)[-2:] == ["finish", "[DONE]"]

    run(scenario())


def test_an_opening_that_the_answer_bears_out_stays(serve: Serve) -> None:
    async def scenario() -> None:
        local, target = opened(big(Wait(0.2), *says("The moon pulls.")), "Yes, tides exist.")
        async with serve(local, target, route=PARALLEL) as s:
            told = await chunks(s)
        assert texts(told) == ["Yes, tides exist. The moon pulls."]
        assert "reset-step" not in kinds(told)

    run(scenario())


def test_a_reply_that_breaks_off_ends_in_an_error_and_is_never_finished(serve: Serve) -> None:
    async def scenario() -> None:
        script = (ToolDelta(0, "c0", "weather", "{"), TierUnavailable("mine/big: gone"))
        async with serve(big(*script)) as s:
            told = await chunks(s)
        assert kinds(told)[-2:] == ["message-metadata", "error"]
        assert not {"finish", "[DONE]", "abort", "tool-input-available"} & set(kinds(told))
        assert told[-2]["messageMetadata"]["prelude"]["models"] == ["mine/big"]

    run(scenario())


@pytest.mark.parametrize(
    ("members", "status"), [({"model": "mine/none"}, 404), ({"messages": []}, 400), ({}, 429)]
)
def test_what_fails_before_the_first_word_has_a_status(
    serve: Serve, members: Any, status: int
) -> None:
    async def scenario() -> None:
        tier = big(TierRateLimited("mine/big: busy"))
        url = "/v1/ui/messages"
        async with serve(tier) as s, s.http.post(s.url + url, json={**BODY, **members}) as refused:
            assert refused.status == status
            assert "message" in (await refused.json())["error"]

    run(scenario())


def test_without_a_reply_there_is_nothing_to_resume(serve: Serve) -> None:
    async def scenario() -> None:
        async with serve(big()) as s:
            assert await resumed(s) == (204, b"")
            await chunks(s, resume=True)
            assert await resumed(s) == (204, b"")  # it was heard

    run(scenario())


@contextlib.asynccontextmanager
async def cut(
    served: Any, tier: PacedTier, headers: Mapping[str, str] | None = None, *, resume: bool = True
) -> AsyncIterator[bytes]:
    """What a page heard up to the first word, when its line was cut."""
    body = {**BODY, "resume": resume}
    tier.say("Heat")
    async with aiohttp.ClientSession() as page:
        url = f"{served.url}/v1/ui/messages"
        async with page.post(url, json=body, headers=headers) as response:
            heard = await response.content.readuntil(b'"Heat"}\n\n')
            assert response.connection is not None
            cast(asyncio.Transport, response.connection.transport).abort()
            yield heard


async def resumed(served: Any, **headers: str) -> tuple[int, bytes]:
    url = f"{served.url}/v1/ui/messages/chat/stream"
    async with served.http.get(url, headers=headers) as response:
        return response.status, await response.read()


async def finish(served: Any, tier: PacedTier) -> None:
    tier.say(" pumps.")
    tier.stop()
    await tier.closed.wait()


@pytest.mark.parametrize("is_over", [False, True])
def test_a_page_that_lost_its_line_hears_the_reply_from_its_beginning(
    serve: Serve, is_over: bool
) -> None:
    async def scenario() -> None:
        tier = PacedTier()
        async with serve(tier, deep=PATIENT) as s, cut(s, tier) as heard:
            if is_over:
                await finish(s, tier)
            again = asyncio.ensure_future(resumed(s))
            if not is_over:
                await finish(s, tier)
            status, words = await again
            assert status == 200
            assert words.startswith(heard)
            assert words.endswith(b"data: [DONE]\n\n")
            assert words.count(b'"finish"') == 1
            assert await resumed(s) == (204, b"")
            assert s.front.tellings.count == 0
            assert len(tier.calls) == 1

    run(scenario())


def test_a_page_that_does_not_resume_stops_its_reply_by_leaving(serve: Serve) -> None:
    async def scenario() -> None:
        tier = PacedTier()
        async with serve(tier, deep=PATIENT) as s, cut(s, tier, resume=False):
            await tier.closed.wait()
            assert await resumed(s) == (204, b"")

    run(scenario())


def test_a_page_that_does_not_come_back_is_waited_for_so_long(serve: Serve) -> None:
    async def scenario() -> None:
        tier = PacedTier()
        replies = ReplySettings(grace_s=1)
        async with serve(tier, deep=PATIENT, replies=replies) as s, cut(s, tier):
            await tier.closed.wait()
            assert await resumed(s) == (204, b"")

    run(scenario())


def test_to_another_key_nothing_runs(serve: Serve) -> None:
    async def scenario() -> None:
        tier = PacedTier()
        mine, anothers = ({"Authorization": f"Bearer secret-key-{n}"} for n in (1, 2))
        server = ServerSettings(api_keys=("secret-key-1", "secret-key-2"))
        async with serve(tier, deep=PATIENT, server=server) as s, cut(s, tier, mine) as heard:
            assert await resumed(s, **anothers) == (204, b"")
            await finish(s, tier)
            assert (await resumed(s, **mine))[1].startswith(heard)

    run(scenario())


def test_any_worker_tells_the_reply_again(serve: Serve, tmp_path: Path) -> None:
    async def scenario() -> None:
        tier = PacedTier()
        async with (
            serve(tier, deep=PATIENT, homes=Homes(tmp_path, 0, 3)) as one,
            serve(PacedTier(), homes=Homes(tmp_path, 1, 3)) as other,  # and one is away
            cut(one, tier) as heard,
        ):
            again = asyncio.ensure_future(resumed(other))
            await finish(one, tier)
            assert (await again)[1].startswith(heard)
            assert await resumed(other) == (204, b"")

    run(scenario())


def test_a_key_and_a_chat_are_taken_up_alike(serve: Serve) -> None:
    async def scenario() -> None:
        tier = PacedTier()
        key = {"Idempotency-Key": "once"}
        async with serve(tier, deep=PATIENT) as s, cut(s, tier, key) as heard:
            again = asyncio.ensure_future(resumed(s))
            url, body = f"{s.url}/v1/ui/messages", {**BODY, "resume": True}
            await finish(s, tier)
            async with s.http.post(url, json=body, headers=key) as response:
                words = await response.read()
            assert words.startswith(heard)
            assert (await again)[1] in (words, b"")  # it may have been heard by then
            assert len(tier.calls) == 1

    run(scenario())


def test_who_resumes_says_which_chat(serve: Serve) -> None:
    async def scenario() -> None:
        async with serve(big()) as s:
            body = {"messages": [MESSAGE], "resume": True}
            async with s.http.post(f"{s.url}/v1/ui/messages", json=body) as response:
                assert (response.status, (await response.json())["error"]["param"]) == (400, "id")

    run(scenario())


def test_traced_every_word_says_whose_it_is(serve: Serve) -> None:
    async def scenario() -> None:
        async with serve(big()) as s:
            told = await chunks(s, prelude={"trace": True})
        words = [chunk for chunk in told[:-1] if chunk["type"] == "text-delta"]
        assert {chunk["providerMetadata"]["prelude"]["model"] for chunk in words} == {"mine/big"}
        assert told[-2]["messageMetadata"]["prelude"]["legs"]

    run(scenario())
