"""Responses over HTTP, by OpenAI's own client: whole, streamed, cut and taken up, kept."""

from __future__ import annotations

import asyncio
import sqlite3
import stat
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import openai
import orjson
import pytest
from openai.types.responses import Response

from edge.core.errors import BadRequest, TierUnavailable
from edge.core.settings import DeepSettings, ReplySettings, RouteSettings, ServerSettings
from edge.core.types import FinishReason, Stop, Text, ToolDelta, Usage
from edge.doors.fields import Fields
from edge.doors.responses_request import read_responses_request
from edge.reply_file import ReplyFile, StoredReply
from edge.scripted import ScriptedTier, Wait, says
from tests.edge.doors.asking import run
from tests.edge.paced import PacedTier

Serve = Callable[..., AbstractAsyncContextManager[Any]]
OPENING = "Let us look at how a heat pump works."
PREAMBLE = RouteSettings(targets=("mine/big",), strategy="preamble")
QUESTION = "How does a heat pump work?"
MINE, ANOTHERS = "key-of-mine-0123456789", "key-of-another-0123456"
# Silence is the test's own here, however long this machine takes.
PATIENT = DeepSettings(first_text_ms=15_000, stall_ms=60_000, min_chars_per_s=0)
KEYS = ServerSettings(api_keys=(MINE, ANOTHERS))


def big(*scripts: Any) -> ScriptedTier:
    return ScriptedTier("mine/big", scripts or (says("Heat ", "pumps move warmth."),))


def local() -> ScriptedTier:
    return ScriptedTier("local", (says(OPENING + " "),))


def sdk_of(served: Any, key: str = MINE) -> openai.AsyncOpenAI:
    return openai.AsyncOpenAI(base_url=f"{served.url}/v1", api_key=key, max_retries=0)


@asynccontextmanager
async def client(serve: Serve, *tiers: Any, **how: Any) -> AsyncIterator[tuple[Any, Any]]:
    async with serve(*tiers, deep=PATIENT, **how) as served, sdk_of(served) as sdk:
        yield served, sdk


def ask(sdk: Any, **members: Any) -> Any:
    return sdk.responses.create(**{"model": "auto", "input": QUESTION, **members})


async def cut(served: Any, until: str, **members: Any) -> list[Any]:
    """The events up to the first with this text in it; then the line is cut."""
    body = {"model": "auto", "input": QUESTION, "stream": True, **members}
    async with served.http.post(f"{served.url}/v1/responses", json=body) as response:
        assert response.status == 200, await response.text()
        events = []
        while True:
            frame = (await response.content.readuntil(b"\n\n")).decode()
            kind, data = frame.strip().split("\n")
            events.append(orjson.loads(data.removeprefix("data: ")))
            assert kind == f"event: {events[-1]['type']}"
            if events[-1].get("delta") == until:
                response.close()
                return events


def text_of(events: list[Any]) -> str:
    return "".join(e["delta"] for e in events if e["type"] == "response.output_text.delta")


async def rest_of(stream: Any) -> list[Any]:
    return [event.model_dump() async for event in stream]


# -- asked and answered ------------------------------------------------------


def test_a_whole_reply_is_kept_and_found_again(serve: Serve) -> None:
    async def scenario() -> None:
        async with client(serve, big()) as (_, sdk):
            made = await ask(sdk, metadata={"a": "b"}, instructions="Be brief.", user="me")
            assert made.output_text == "Heat pumps move warmth."
            assert (made.status, made.metadata, made.user) == ("completed", {"a": "b"}, "me")
            assert made.instructions == "Be brief."
            assert made.usage.total_tokens > 0
            assert await sdk.responses.retrieve(made.id) == made
            await sdk.responses.delete(made.id)
            with pytest.raises(openai.NotFoundError):
                await sdk.responses.retrieve(made.id)

    run(scenario())


def test_the_synchronous_client_reads_and_keeps_as_well(serve: Serve) -> None:
    def talk(url: str) -> None:
        with openai.OpenAI(base_url=f"{url}/v1", api_key=MINE, max_retries=0) as sdk:
            with sdk.responses.stream(model="auto", input=QUESTION) as stream:
                said = "".join(e.delta for e in stream if e.type == "response.output_text.delta")
                final = stream.get_final_response()
            assert said == final.output_text == "Heat pumps move warmth."
            again = sdk.responses.retrieve(final.id)
            assert isinstance(again, Response)
            assert again.output_text == said
            with sdk.responses.stream(response_id=final.id, starting_after=4) as rest:
                numbers = [event.sequence_number for event in rest]
            assert numbers == list(range(5, 10))
            sdk.responses.delete(final.id)

    async def scenario() -> None:
        async with serve(big()) as served:
            await asyncio.to_thread(talk, served.url)

    run(scenario())


def test_what_was_asked_is_listed_page_by_page(serve: Serve) -> None:
    async def scenario() -> None:
        items = [
            {"role": "user", "content": "one"},
            {"role": "assistant", "content": "two"},
            {"role": "user", "content": [{"type": "input_text", "text": "three"}]},
        ]
        async with client(serve, big()) as (_, sdk):
            made = await ask(sdk, input=items)
            page = await sdk.responses.input_items.list(made.id, limit=2, order="asc")
            texts = [item.content[0].text async for item in page]
            assert texts == ["one", "two", "three"]
            newest = await sdk.responses.input_items.list(made.id, limit=1)
            assert newest.data[0].content[0].text == "three"
            assert newest.has_more
            with pytest.raises(openai.BadRequestError, match="after"):
                await sdk.responses.input_items.list(made.id, after="in_nothing")

    run(scenario())


def test_a_stream_that_is_not_stored_is_told_and_forgotten(serve: Serve, tmp_path: Path) -> None:
    async def scenario() -> None:
        file = tmp_path / "replies.sqlite"
        async with client(serve, big(), reply_file=file) as (served, sdk):
            events = await rest_of(await ask(sdk, stream=True, store=False))
            assert text_of(events) == "Heat pumps move warmth."
            made = await ask(sdk, store=False)
            for id_ in (events[-1]["response"]["id"], made.id):
                with pytest.raises(openai.NotFoundError):
                    await sdk.responses.retrieve(id_)
            assert served.front.tellings.count == 0
        with sqlite3.connect(file) as connection:
            assert connection.execute("SELECT count(*) FROM replies").fetchone() == (0,)
        connection.close()

    run(scenario())


def test_a_label_says_that_nothing_is_kept() -> None:
    """It may say how long words may be kept; here that is not at all."""
    body = {"model": "auto", "input": "x", "prelude": {"data": "regulated"}}
    asked = read_responses_request(Fields(body), "1", ())
    assert not asked.store
    with pytest.raises(BadRequest):
        read_responses_request(Fields(body | {"background": True}), "1", ())


def test_a_refusal_before_the_first_word_is_a_status_and_is_not_kept(serve: Serve) -> None:
    async def scenario() -> None:
        async with client(serve, big((TierUnavailable("mine/big: down"),))) as (served, sdk):
            with pytest.raises(openai.APIStatusError) as refused:
                await ask(sdk, stream=True)
            assert refused.value.status_code == 502
            assert served.front.tellings.count == 0

    run(scenario())


# -- conversations -----------------------------------------------------------


def test_a_conversation_goes_on_without_opening_and_instructions(serve: Serve) -> None:
    async def scenario() -> None:
        slow = big((Wait(0.2), *says("Heat pumps move warmth.")))
        async with client(serve, local(), slow, route=PREAMBLE) as (_, sdk):
            events = await rest_of(await ask(sdk, stream=True, instructions="Be brief."))
            first = events[-1]["response"]
            opening, answer = first["output"]
            assert (opening["phase"], answer["phase"]) == ("commentary", "final_answer")
            assert first["prelude"]["opening"] == {"start": 0, "end": len(OPENING)}
            second = await ask(sdk, input="And fridges?", previous_response_id=first["id"])
            assert second.previous_response_id == first["id"]
            await ask(sdk, input="Thanks.", previous_response_id=second.id)
        said = [(m.role, m.text) for m in slow.calls[2].messages]
        assert said == [
            ("user", QUESTION),
            ("assistant", "Heat pumps move warmth."),
            ("user", "And fridges?"),
            ("assistant", "Heat pumps move warmth."),
            ("user", "Thanks."),
        ]

    run(scenario())


def test_calls_of_one_turn_stay_together_before_their_results(serve: Serve) -> None:
    async def scenario() -> None:
        script = (
            Text("Let me see."),
            ToolDelta(0, "call_1", "f", "{}"),
            ToolDelta(1, "call_2", "f", "{}"),
            Usage(5, 5),
            Stop(FinishReason.TOOL_CALLS),
        )
        tool: Any = {"type": "function", "name": "f", "parameters": {"type": "object"}}
        tier = big(script, says("Done."))
        async with client(serve, tier) as (_, sdk):
            made = await ask(sdk, tools=[tool])
            assert made.tools[0].name == "f"
            results: Any = [
                {"type": "function_call_output", "call_id": item.call_id, "output": "1"}
                for item in made.output
                if item.type == "function_call"
            ]
            await ask(sdk, input=results, previous_response_id=made.id)
        _, turn, *results = tier.calls[1].messages
        assert (turn.text, [call.id for call in turn.tool_calls]) == (
            "Let me see.",
            ["call_1", "call_2"],
        )
        assert [m.tool_call_id for m in results] == ["call_1", "call_2"]

    run(scenario())


def test_items_that_are_only_referred_to_are_those_of_stored_responses(serve: Serve) -> None:
    """So the Vercel AI SDK sends what was said before, and what its tools were called with."""

    async def scenario() -> None:
        call = (ToolDelta(0, "call_1", "f", "{}"), Usage(5, 5), Stop(FinishReason.TOOL_CALLS))
        tier = big((Text("Let me see."), *call), says("Warm."))
        tool = {"type": "function", "name": "f", "parameters": {"type": "object"}}
        async with client(serve, tier) as (_, sdk):
            made = await ask(sdk, tools=[tool], input=[{"role": "user", "content": QUESTION}])
            asked = (await sdk.responses.input_items.list(made.id)).data
            said, called = made.output
            items = [
                {"id": asked[0].id},
                {"type": "item_reference", "id": said.id},
                {"type": "item_reference", "id": called.id},
                {"type": "function_call_output", "call_id": "call_1", "output": "21 degrees"},
            ]
            then = await ask(sdk, tools=[tool], input=items)
            listed = (await sdk.responses.input_items.list(then.id, order="asc")).data
        question, answer, result = tier.calls[1].messages
        assert (question.role, question.text) == ("user", QUESTION)
        assert (answer.text, [c.id for c in answer.tool_calls]) == ("Let me see.", ["call_1"])
        assert (result.tool_call_id, result.text) == ("call_1", "21 degrees")
        assert [item.id for item in listed[:3]] == [asked[0].id, said.id, called.id]

    run(scenario())


def test_an_opening_that_is_referred_to_is_no_part_of_what_goes_on(serve: Serve) -> None:
    async def scenario() -> None:
        slow = big((Wait(0.2), *says("Heat pumps move warmth.")), says("Cold."))
        async with client(serve, local(), slow, route=PREAMBLE) as (_, sdk):
            told = await rest_of(await ask(sdk, stream=True))
            said = told[-1]["response"]["output"]
            assert [item["phase"] for item in said] == ["commentary", "final_answer"]
            items = [{"type": "item_reference", "id": item["id"]} for item in said]
            await ask(sdk, input=[*items, {"role": "user", "content": "And fridges?"}])
        assert [m.text for m in slow.calls[1].messages] == [
            "Heat pumps move warmth.",
            "And fridges?",
        ]

    run(scenario())


def test_anothers_items_cannot_be_referred_to(serve: Serve) -> None:
    async def scenario() -> None:
        async with client(serve, big(), server=KEYS) as (served, sdk):
            made = await ask(sdk)
            reference = {"type": "item_reference", "id": made.output[0].id}
            async with sdk_of(served, ANOTHERS) as theirs:
                with pytest.raises(openai.NotFoundError):
                    await ask(theirs, input=[reference])

    run(scenario())


def test_a_response_may_be_gone_on_with_without_another_word(serve: Serve) -> None:
    async def scenario() -> None:
        tier = big()
        async with client(serve, tier) as (_, sdk):
            made = await ask(sdk)
            await sdk.responses.create(model="auto", previous_response_id=made.id)
        assert [m.role for m in tier.calls[1].messages] == ["user", "assistant"]

    run(scenario())


def test_a_clients_own_conversation_may_hold_what_we_answered(serve: Serve) -> None:
    async def scenario() -> None:
        tier = big()
        async with client(serve, tier) as (_, sdk):
            made = await ask(sdk)
            items: Any = [
                {"role": "user", "content": QUESTION},
                {"type": "reasoning", "id": "rs_1", "summary": []},
                *(item.model_dump() for item in made.output),
                {"role": "user", "content": "And fridges?"},
            ]
            await ask(sdk, input=items)
        assert [m.role for m in tier.calls[1].messages] == ["user", "assistant", "user"]

    run(scenario())


# -- cut, and taken up -------------------------------------------------------


def test_a_cut_stream_goes_on_and_is_taken_up_where_it_was(serve: Serve) -> None:
    async def scenario() -> None:
        tier = PacedTier()
        async with client(serve, tier) as (_served, sdk):
            tier.say("Heat", " pumps")
            events = await cut(_served, until=" pumps")
            id_, last = events[0]["response"]["id"], events[-1]["sequence_number"]
            now = await sdk.responses.retrieve(id_)
            assert (now.status, now.output_text) == ("in_progress", "Heat pumps")
            resumed = await sdk.responses.retrieve(id_, stream=True, starting_after=last)
            tier.say(" move", " warmth.")
            tier.stop()
            events += await rest_of(resumed)
            assert [e["sequence_number"] for e in events] == list(range(len(events)))
            assert text_of(events) == "Heat pumps move warmth."
            assert events[-1]["response"]["status"] == "completed"
            assert len(tier.calls) == 1

    run(scenario())


def test_any_number_may_listen_and_each_hears_all(serve: Serve) -> None:
    async def scenario() -> None:
        tier = PacedTier()
        async with client(serve, tier) as (served, sdk):
            tier.say("Heat")
            first = await ask(sdk, stream=True)
            created = await anext(first)
            second = await sdk.responses.retrieve(created.response.id, stream=True)
            tier.say(" pumps.")
            tier.stop()
            heard = [[created.model_dump(), *await rest_of(first)], await rest_of(second)]
            assert heard[0] == heard[1]
            assert text_of(heard[0]) == "Heat pumps."
            assert served.front.tellings.size == 0  # it is in the file now
            assert (
                await rest_of(await sdk.responses.retrieve(created.response.id, stream=True))
                == (heard[0])
            )

    run(scenario())


def test_one_who_does_not_read_holds_up_nobody_else(serve: Serve) -> None:
    async def scenario() -> None:
        word = " words" * 20_000
        tier, server = PacedTier(), ServerSettings(write_timeout_ms=20_000)
        async with client(serve, tier, server=server) as (served, sdk):
            tier.say("Heat")
            stream = await ask(sdk, stream=True)
            id_ = (await anext(stream)).response.id
            url = f"{served.url}/v1/responses/{id_}?stream=true"
            await stream.close()
            async with served.http.get(url) as idle, served.http.get(url) as reader:
                tier.say(*[word] * 20)  # told five times in all: more than any socket takes
                tier.stop()
                assert b'"type":"response.completed"' in (await reader.read())[-(8 << 20) :]
                idle.close()

    run(scenario())


def test_nobody_comes_back_so_it_is_given_up(serve: Serve) -> None:
    async def scenario() -> None:
        tier = PacedTier()
        async with client(serve, tier, replies=ReplySettings(grace_s=0)) as (served, sdk):
            tier.say("Heat")
            events = await cut(served, until="Heat")
            await tier.closed.wait()
            kept = await sdk.responses.retrieve(events[0]["response"]["id"])
            assert (kept.status, kept.output_text) == ("cancelled", "Heat")

    run(scenario())


def test_what_nobody_could_find_again_is_given_up_at_once(serve: Serve) -> None:
    async def scenario() -> None:
        tier = PacedTier()
        async with client(serve, tier) as (served, _sdk):
            body = {"model": "auto", "input": QUESTION, "stream": True}
            asked = asyncio.ensure_future(served.http.post(f"{served.url}/v1/responses", json=body))
            await tier.called.wait()
            asked.cancel()
            async with asyncio.timeout(10):  # less than its grace, and than any patience
                await tier.closed.wait()

    run(scenario())


def test_new_settings_leave_a_running_reply_alone(serve: Serve) -> None:
    async def scenario() -> None:
        tier = PacedTier()
        async with client(serve, tier) as (served, sdk), serve(big(says("Other."))) as other:
            tier.say("Heat")
            events = await cut(served, until="Heat")
            served.front.service = other.front.service
            served.front.replies = ReplySettings(grace_s=1)
            resumed = await sdk.responses.retrieve(
                events[0]["response"]["id"], stream=True, starting_after=len(events) - 1
            )
            tier.say(" pumps.")
            tier.stop()
            assert text_of(events + await rest_of(resumed)) == "Heat pumps."
            assert (await ask(sdk)).output_text == "Other."

    run(scenario())


# -- in the background -------------------------------------------------------


def test_a_background_reply_needs_no_listener(serve: Serve) -> None:
    async def scenario() -> None:
        async with client(serve, big()) as (_, sdk):
            made = await ask(sdk, background=True)
            while made.status == "in_progress":
                made = await sdk.responses.retrieve(made.id)
            assert (made.status, made.output_text) == ("completed", "Heat pumps move warmth.")
            assert made.background

    run(scenario())


def test_a_background_stream_is_left_and_taken_up_by_the_clients_own_means(serve: Serve) -> None:
    async def scenario() -> None:
        tier = PacedTier()
        async with client(serve, tier) as (_, sdk):
            async with sdk.responses.stream(
                model="auto", input=QUESTION, background=True
            ) as stream:
                tier.say("Heat")
                async for event in stream:
                    if event.type == "response.created":
                        id_ = event.response.id
                    if event.type == "response.output_text.delta":
                        last = event.sequence_number
                        break
            tier.say(" pumps.")
            tier.stop()
            async with sdk.responses.stream(response_id=id_, starting_after=last) as stream:
                rest = [event async for event in stream]
                final = await stream.get_final_response()
            assert [e.sequence_number for e in rest] == list(range(last + 1, last + 6))
            assert final.output_text == "Heat pumps."

    run(scenario())


def test_a_background_failure_is_told_by_its_response(serve: Serve) -> None:
    async def scenario() -> None:
        async with client(serve, big((TierUnavailable("mine/big: down"),))) as (_, sdk):
            made = await ask(sdk, background=True)
            while made.status == "in_progress":
                made = await sdk.responses.retrieve(made.id)
            assert made.status == "failed"
            assert made.error.message == "mine/big: down"

    run(scenario())


def test_to_cancel_stops_it_upstream_and_keeps_what_was_said(serve: Serve) -> None:
    async def scenario() -> None:
        tier = PacedTier()
        async with client(serve, tier) as (served, sdk):
            tier.say("Heat")
            stream = await ask(sdk, stream=True)
            id_ = (await anext(stream)).response.id
            async for event in stream:
                if event.type == "response.output_text.delta":
                    break
            stopped = await sdk.responses.cancel(id_)
            assert (stopped.status, stopped.output_text) == ("cancelled", "Heat")
            await tier.closed.wait()
            assert (await rest_of(stream))[-1]["type"] == "response.incomplete"
            assert served.front.tellings.count == 0
            assert (await sdk.responses.cancel(id_)).status == "cancelled"

    run(scenario())


# -- whose it is -------------------------------------------------------------


def test_anothers_response_is_not_there(serve: Serve) -> None:
    async def scenario() -> None:
        tier = PacedTier()
        async with client(serve, tier, server=KEYS) as (served, sdk):
            tier.say("Heat")
            stream = await ask(sdk, stream=True)
            id_ = (await anext(stream)).response.id
            async with sdk_of(served, ANOTHERS) as another:
                for is_running in (True, False):
                    for act in (
                        another.responses.retrieve(id_),
                        another.responses.retrieve(id_, stream=True),
                        another.responses.cancel(id_),
                        another.responses.delete(id_),
                        another.responses.input_items.list(id_),
                    ):
                        with pytest.raises(openai.NotFoundError):
                            await act
                    with pytest.raises(openai.BadRequestError, match="not known"):
                        await ask(another, previous_response_id=id_)
                    if is_running:
                        tier.stop()
                        await rest_of(stream)
            assert (await sdk.responses.retrieve(id_)).output_text == "Heat"

    run(scenario())


# -- several workers, and the next start -------------------------------------


def test_another_worker_follows_and_cancels_what_this_one_tells(
    serve: Serve, tmp_path: Path
) -> None:
    async def scenario() -> None:
        tier, file = PacedTier(), tmp_path / "replies.sqlite"
        async with (
            client(serve, tier, reply_file=file) as (_, here),
            client(serve, big(), reply_file=file) as (_, there),
        ):
            tier.say("Heat")
            stream = await ask(here, stream=True)
            id_ = (await anext(stream)).response.id
            while True:
                try:
                    if (await there.responses.retrieve(id_)).output_text:
                        break
                except openai.NotFoundError:
                    await asyncio.sleep(0.01)
            followed = await there.responses.retrieve(id_, stream=True)
            assert (await anext(followed)).type == "response.created"
            stopped = await there.responses.cancel(id_)
            assert (stopped.status, stopped.output_text) == ("cancelled", "Heat")
            await tier.closed.wait()
            rest = await rest_of(followed)
            assert rest[-1]["type"] == "response.incomplete"
            assert [e["sequence_number"] for e in rest] == list(range(1, len(rest) + 1))
            await there.responses.delete(id_)
            with pytest.raises(openai.NotFoundError):
                await here.responses.retrieve(id_)

    run(scenario())


def test_what_was_told_is_there_after_a_restart_for_its_owner_alone(
    serve: Serve, tmp_path: Path
) -> None:
    async def scenario() -> None:
        file = tmp_path / "state" / "replies.sqlite"
        async with client(serve, big(), reply_file=file) as (_, sdk):
            events = await rest_of(await ask(sdk, stream=True))
        id_ = events[0]["response"]["id"]
        tier = big()
        async with client(serve, tier, reply_file=file) as (_, sdk):
            again = await rest_of(await sdk.responses.retrieve(id_, stream=True))
            assert again == events
            await ask(sdk, input="And fridges?", previous_response_id=id_)
        assert [m.role for m in tier.calls[0].messages] == ["user", "assistant", "user"]
        assert stat.S_IMODE(file.stat().st_mode) == 0o600

    run(scenario())


def test_a_reply_whose_worker_died_has_failed(serve: Serve, tmp_path: Path) -> None:
    async def scenario() -> None:
        path = tmp_path / "replies.sqlite"
        file = ReplyFile(path)
        response = {"id": "resp_1", "object": "response", "status": "in_progress", "output": []}
        lost = StoredReply("resp_1", "owner", 1.0, response, [], is_running=True, is_streamed=True)
        file.add(lost, now=1.0)
        file.go_on(lost, 0, b'event: a\ndata: {"type":"a","sequence_number":0}\n\n', now=1.0)
        file.close()
        replies = ReplySettings(keep_s=2**31 - 1)
        async with client(serve, big(), reply_file=path, replies=replies) as (_, sdk):
            found = await sdk.responses.retrieve("resp_1")
            assert found.status == "failed"
            assert "has ended" in found.error.message
            events = await rest_of(await sdk.responses.retrieve("resp_1", stream=True))
            assert [(e["type"], e["sequence_number"]) for e in events] == [
                ("a", 0),
                ("response.failed", 1),
            ]

    run(scenario())


def test_a_file_that_cannot_be_used_costs_no_reply(serve: Serve, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with client(serve, big(), reply_file=tmp_path) as (_, sdk):  # a folder
            made = await ask(sdk)
            assert made.output_text == "Heat pumps move warmth."
            assert text_of(await rest_of(await ask(sdk, stream=True))) == made.output_text
            with pytest.raises(openai.InternalServerError, match="cannot be kept now"):
                await sdk.responses.retrieve(made.id)

    run(scenario())


# -- bounds ------------------------------------------------------------------


def test_the_oldest_that_ended_goes_first_and_what_runs_stays(serve: Serve) -> None:
    async def scenario() -> None:
        paced = PacedTier()
        async with client(serve, paced, replies=ReplySettings(most=2)) as (served, sdk):
            paced.say("Heat")
            running = await ask(sdk, stream=True)
            first = (await anext(running)).response.id
            async with serve(big()) as other:
                served.front.service = other.front.service
                ended = [(await ask(sdk)).id for _ in range(3)]
                for gone in ended[:2]:
                    with pytest.raises(openai.NotFoundError):
                        await sdk.responses.retrieve(gone)
                for kept in (first, ended[2]):
                    await sdk.responses.retrieve(kept)
            paced.stop()
            await rest_of(running)

    run(scenario())


def test_one_too_many_is_refused_in_words(serve: Serve) -> None:
    async def scenario() -> None:
        tier = PacedTier()
        async with client(serve, tier, replies=ReplySettings(most=1)) as (_, sdk):
            made = await ask(sdk, background=True)
            with pytest.raises(openai.InternalServerError, match="most is 1") as refused:
                await ask(sdk, background=True)
            assert refused.value.status_code == 503
            assert "retry-after" in refused.value.response.headers
            await sdk.responses.cancel(made.id)

    run(scenario())


def test_the_tokens_of_a_request_are_counted_with_what_it_goes_on_from(serve: Serve) -> None:
    async def scenario() -> None:
        async with client(serve, big()) as (served, sdk):
            count = sdk.responses.input_tokens.count
            made = await ask(sdk)
            few = await count(model="auto", input="And fridges?")
            more = await count(input="And fridges?", previous_response_id=made.id)
            with pytest.raises(openai.BadRequestError, match="input"):
                await count(input=5)
            assert (few.object, few.prelude) == ("response.input_tokens", {"estimated": True})
            assert 0 < few.input_tokens < more.input_tokens
            assert len(served.tiers["mine/big"].calls) == 1  # nobody else is asked

    run(scenario())


# -- bad input ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("members", "status", "param"),
    [
        ({"input": None}, 400, "input"),
        ({"input": []}, 400, "input"),
        ({"input": [{"type": "item_reference", "id": "x"}]}, 404, "input"),
        ({"input": [{"type": "item_reference", "id": "msg_a_b_c_0"}]}, 404, "input"),
        ({"input": [{"type": "item_reference"}]}, 400, "input[0].type"),
        ({"input": [{"type": "item_reference", "id": 1}]}, 400, "input[0].type"),
        ({"model": None}, 400, "model"),
        ({"model": "gpt-99"}, 404, "model"),
        ({"conversation": "conv_1"}, 400, "conversation"),
        ({"prompt": {"id": "p"}}, 400, "prompt"),
        ({"tools": [{"type": "web_search"}]}, 400, "tools[0].type"),
        ({"max_tool_calls": 3}, 400, "max_tool_calls"),
        ({"text": {"format": {}}}, 400, "text.format.type"),
        ({"text": {"format": {"type": "json_schema"}}}, 400, "text.format.name"),
        ({"text": {"format": {"type": "json_schema", "name": "x"}}}, 400, "text.format.schema"),
        ({"truncation": "auto"}, 400, "truncation"),
        ({"include": ["everything"]}, 400, "include"),
        ({"reasoning": {"depth": 1}}, 400, "reasoning.depth"),
        ({"metadata": {str(n): "x" for n in range(17)}}, 400, "metadata"),
        ({"metadata": {"a": 1}}, 400, "metadata.a"),
        ({"background": True, "store": False}, 400, "background"),
        ({"background": 1}, 400, "background"),
        ({"stream": "yes"}, 400, "stream"),
        ({"stream_id": "lane"}, 400, "stream_id"),
        ({"generate": False}, 400, "generate"),
        ({"previous_response_id": "resp_0"}, 400, "previous_response_id"),
        ({"max_output_tokens": 0}, 400, "max_output_tokens"),
    ],
)
def test_wrong_member_is_named(
    serve: Serve, members: dict[str, Any], status: int, param: str
) -> None:
    async def scenario() -> None:
        async with serve(big()) as s:
            body = {"model": "auto", "input": "x", **members}
            async with s.http.post(f"{s.url}/v1/responses", json=body) as response:
                error = (await response.json())["error"]
                assert (response.status, error["param"]) == (status, param)

    run(scenario())


@pytest.mark.parametrize(
    ("query", "param"),
    [
        ("?stream=true&starting_after=x", "starting_after"),
        ("?stream=true", "stream"),  # it was asked for whole
        ("/input_items?limit=0", "limit"),
        ("/input_items?order=up", "order"),
    ],
)
def test_wrong_query_is_named(serve: Serve, query: str, param: str) -> None:
    async def scenario() -> None:
        async with client(serve, big()) as (served, sdk):
            made = await ask(sdk)
            async with served.http.get(f"{served.url}/v1/responses/{made.id}{query}") as response:
                assert response.status == 400
                assert (await response.json())["error"]["param"] == param

    run(scenario())


def test_a_plain_get_is_told_to_upgrade(serve: Serve) -> None:
    async def scenario() -> None:
        async with serve(big()) as s, s.http.get(f"{s.url}/v1/responses") as response:
            assert response.status == 426

    run(scenario())
