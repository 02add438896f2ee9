"""The simulator as a platform: the official client over real sockets."""

from __future__ import annotations

import http.client
import json
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import openai
import pytest

from bench.answers import answer_to, pieces
from bench.simulator_process import SimulatorHandle, simulator

PROMPT = "Why does the sea have tides?"
ANSWER = answer_to(PROMPT).text
CHINESE = "\u4e3a\u4ec0\u4e48\u8981\u7761\u89c9\uff1f"
ROOT = Path(__file__).parents[2]

WEATHER: Any = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "parameters": {
            "type": "object",
            "properties": {
                "place": {"type": "string"},
                "unit": {"enum": ["C", "F"]},
                "days": {"type": "integer"},
            },
        },
    },
}


def asked(prompt: str = PROMPT, prefix: str | None = None) -> Any:
    messages = [{"role": "user", "content": prompt}]
    return messages if prefix is None else [*messages, {"role": "assistant", "content": prefix}]


def test_a_stream_says_the_whole_answer_in_openai_order(client: openai.OpenAI) -> None:
    with client.chat.completions.create(model="sim", messages=asked(), stream=True) as stream:
        chunks = list(stream)
    first, *middle, last = [chunk.choices[0] for chunk in chunks]
    assert (first.delta.role, first.delta.content) == ("assistant", "")
    assert "".join(choice.delta.content or "" for choice in middle) == ANSWER
    assert {choice.delta.role for choice in middle} == {None}
    assert (last.delta.content, last.finish_reason) == (None, "stop")
    assert all(chunk.usage is None for chunk in chunks)


def test_every_reply_says_that_it_is_a_simulators(client: openai.OpenAI) -> None:
    with client.chat.completions.create(model="sim", messages=asked(), stream=True) as stream:
        assert {chunk.system_fingerprint for chunk in stream} == {"prelude-simulator"}
    whole = client.chat.completions.create(model="sim", messages=asked())
    assert whole.system_fingerprint == "prelude-simulator"


def test_usage_comes_in_a_chunk_of_its_own_when_asked_for(client: openai.OpenAI) -> None:
    with client.chat.completions.create(
        model="sim", messages=asked(), stream=True, stream_options={"include_usage": True}
    ) as stream:
        *_, last = stream
    assert last.choices == []
    assert last.usage is not None
    assert last.usage.prompt_tokens == len(PROMPT) // 4
    assert last.usage.completion_tokens == len(pieces(ANSWER))


def test_a_reply_that_is_not_streamed_is_the_same(client: openai.OpenAI) -> None:
    reply = client.chat.completions.create(model="sim", messages=asked())
    assert reply.choices[0].message.content == ANSWER
    assert reply.choices[0].finish_reason == "stop"
    assert reply.usage is not None
    assert reply.usage.completion_tokens == len(pieces(ANSWER))


@pytest.mark.parametrize("limit", ["max_tokens", "max_completion_tokens"])
def test_a_token_limit_cuts_the_reply_and_says_length(client: openai.OpenAI, limit: str) -> None:
    create: Any = client.chat.completions.create
    reply = create(model="sim", messages=asked(), **{limit: 7})
    assert reply.choices[0].message.content == "".join(pieces(ANSWER)[:7])
    assert reply.choices[0].finish_reason == "length"


def test_a_stop_sequence_ends_the_reply(client: openai.OpenAI) -> None:
    reply = client.chat.completions.create(model="sim", messages=asked(), stop=["Moon"])
    assert reply.choices[0].message.content == ANSWER.partition("Moon")[0]


def test_a_forced_tool_is_called_in_fragments(client: openai.OpenAI) -> None:
    with client.chat.completions.create(
        model="sim", messages=asked(), tools=[WEATHER], tool_choice="required", stream=True
    ) as stream:
        choices = [chunk.choices[0] for chunk in stream]
    calls = [call for choice in choices for call in choice.delta.tool_calls or ()]
    assert calls[0].id
    assert calls[0].function is not None
    assert calls[0].function.name == "get_weather"
    arguments = "".join((call.function and call.function.arguments) or "" for call in calls)
    assert json.loads(arguments) == {"place": PROMPT, "unit": "C", "days": 1}
    assert len(calls) > 3
    assert choices[-1].finish_reason == "tool_calls"


def test_a_model_may_call_a_tool_once_by_choice(client: openai.OpenAI) -> None:
    def ask(*turns: Any) -> Any:
        model = "sim?calls=1"
        return client.chat.completions.create(model=model, messages=turns, tools=[WEATHER])

    called = ask(*asked()).choices[0]
    assert called.finish_reason == "tool_calls"
    [call] = called.message.tool_calls
    result = {"role": "tool", "tool_call_id": call.id, "content": "rain"}
    answered = ask(*asked(), called.message, result).choices[0]
    assert answered.finish_reason == "stop" and answered.message.content


def test_a_tool_that_is_only_offered_is_not_called(client: openai.OpenAI) -> None:
    reply = client.chat.completions.create(model="sim", messages=asked(), tools=[WEATHER])
    assert reply.choices[0].message.content == ANSWER


def test_a_reply_in_a_forced_form_has_that_form(client: openai.OpenAI) -> None:
    schema = {"type": "object", "properties": {"sure": {"type": "boolean"}}}
    form: Any = {"type": "json_schema", "json_schema": {"name": "a", "schema": schema}}
    reply = client.chat.completions.create(model="sim", messages=asked(), response_format=form)
    assert json.loads(reply.choices[0].message.content or "") == {"sure": True}


def test_an_assistant_message_at_the_end_is_continued_from_every_cut(sim: SimulatorHandle) -> None:
    whole = answer_to(CHINESE).text
    with closing(http.client.HTTPConnection(urlsplit(sim.url).netloc)) as connection:
        for cut in range(len(whole) + 1):
            body = {"model": "sim", "messages": asked(CHINESE, whole[:cut])}
            connection.request("POST", "/v1/chat/completions", json.dumps(body))
            reply = json.load(connection.getresponse())
            assert reply["choices"][0]["message"]["content"] == whole[cut:]


def test_a_stream_continues_a_word_in_the_middle(client: openai.OpenAI) -> None:
    with client.chat.completions.create(
        model="sim", messages=asked(prefix="The sea has ti"), stream=True
    ) as stream:
        said = "".join(chunk.choices[0].delta.content or "" for chunk in stream)
    assert said == ANSWER.removeprefix("The sea has ti")


def test_the_same_prompt_is_continued_to_the_same_drawn_end() -> None:
    with (
        simulator("--ttft-ms", "0", "--tokens-per-s", "0", "--seed", "5") as drawn,
        openai.OpenAI(base_url=drawn.base_url, api_key="any") as client,
    ):
        create = client.chat.completions.create
        first = create(model="sim", messages=asked()).choices[0].message.content or ""
        again = create(model="sim", messages=asked()).choices[0].message.content
        rest = create(model="sim", messages=asked(prefix=first[:200])).choices[0]
    assert first == again == first[:200] + (rest.message.content or "")
    assert ANSWER.startswith(first)


def test_models_are_listed(client: openai.OpenAI) -> None:
    assert [model.id for model in client.models.list()] == ["sim"]


@pytest.mark.parametrize(
    ("change", "param"),
    [
        ({"messages": []}, "messages"),
        ({"messages": None}, "messages"),
        ({"messages": "hello"}, "messages"),
        ({"messages": [{"role": "robot", "content": "hi"}]}, "messages[0].role"),
        ({"messages": [{"role": "user", "content": 5}]}, "messages[0].content"),
        ({"model": ""}, "model"),
        ({"stream": "yes"}, "stream"),
        ({"max_tokens": 0}, "max_tokens"),
        ({"max_tokens": True}, "max_tokens"),
        ({"n": 2}, "n"),
        ({"tools": [WEATHER], "tool_choice": {"function": {"name": "no"}}}, "tool_choice"),
    ],
)
def test_a_wrong_request_is_refused_as_openai_does(
    client: openai.OpenAI, change: Any, param: str
) -> None:
    body = {"model": "sim", "messages": asked(), **change}
    with pytest.raises(openai.BadRequestError) as refused:
        client.post("/chat/completions", body=body, cast_to=object)
    assert refused.value.param == param
    assert refused.value.type == "invalid_request_error"


@pytest.mark.parametrize("body", [b"{", b"[]", b"\xff\xfe", b""])
def test_a_body_that_is_no_object_is_refused(sim: SimulatorHandle, body: bytes) -> None:
    with closing(http.client.HTTPConnection(urlsplit(sim.url).netloc)) as connection:
        connection.request("POST", "/v1/chat/completions", body)
        response = connection.getresponse()
        assert response.status == 400
        assert json.load(response)["error"]["type"] == "invalid_request_error"


def test_unknown_fields_pass(client: openai.OpenAI) -> None:
    reply = client.chat.completions.create(
        model="sim", messages=asked(), extra_body={"sparkle": {"much": True}}
    )
    assert reply.choices[0].message.content == ANSWER


def test_a_model_id_with_a_knob_that_is_not_there_is_no_model(client: openai.OpenAI) -> None:
    with pytest.raises(openai.NotFoundError, match="speed"):
        client.chat.completions.create(model="sim?speed=9", messages=asked())


def test_a_wrong_key_is_refused_and_echoed_in_part_as_openai_does() -> None:
    with simulator("--key", "right") as keyed:
        with (
            openai.OpenAI(base_url=keyed.base_url, api_key="sk-wrong-key-0123456789") as wrong,
            pytest.raises(openai.AuthenticationError) as refused,
        ):
            wrong.models.list()
        with openai.OpenAI(base_url=keyed.base_url, api_key="right") as right:
            assert right.models.list().data
        assert keyed.log() == []
    assert "sk-wrong" in str(refused.value)
    assert "6789" in str(refused.value)


def test_the_log_tells_what_was_asked_and_never_the_key(
    sim: SimulatorHandle, client: openai.OpenAI
) -> None:
    before = len(sim.log())
    client.chat.completions.create(
        model="sim?seed=1", messages=asked(prefix="The sea"), extra_headers={"x-trace": "t1"}
    )
    entry = sim.log(ended=before + 1)[before]
    assert entry["model"] == "sim?seed=1"
    assert entry["prefix"] == "The sea"
    assert entry["roles"] == ["user", "assistant"]
    assert entry["headers"]["x-trace"] == "t1"
    assert (entry["ended"], entry["status"]) == ("finished", 200)
    assert entry["characters"] == len(ANSWER) - len("The sea")
    assert "Bearer" not in json.dumps(entry)


def test_a_client_that_leaves_between_two_tokens_is_noticed(
    sim: SimulatorHandle, client: openai.OpenAI
) -> None:
    before = len(sim.log())
    with client.chat.completions.create(
        model="sim?tokens_per_s=0.001", messages=asked(), stream=True
    ) as stream:
        assert next(iter(stream)).choices[0].delta.role == "assistant"
    entry = sim.log(ended=before + 1)[before]
    assert entry["ended"] == "cancelled"
    assert entry["noticed_ms"] is not None


@pytest.mark.parametrize("stream", [True, False])
def test_a_client_that_leaves_before_the_first_token_is_noticed(
    sim: SimulatorHandle, stream: bool
) -> None:
    before = len(sim.log())
    body = {"model": "sim?ttft_ms=3600000", "messages": asked(), "stream": stream}
    with closing(http.client.HTTPConnection(urlsplit(sim.url).netloc)) as connection:
        connection.request("POST", "/v1/chat/completions", json.dumps(body))
        sim.log(requests=before + 1)
    entry = sim.log(ended=before + 1)[before]
    assert (entry["ended"], entry["chunks"]) == ("cancelled", 0)


def test_control_serves_so_many_requests_and_no_more(
    sim: SimulatorHandle, client: openai.OpenAI
) -> None:
    sim.control(fault="500", times=2)
    for _ in range(2):
        with pytest.raises(openai.InternalServerError):
            client.chat.completions.create(model="sim", messages=asked())
    assert client.chat.completions.create(model="sim", messages=asked()).choices


def test_control_can_wait_for_one_model(sim: SimulatorHandle, client: openai.OpenAI) -> None:
    sim.control(fault="500", model="ill")
    assert client.chat.completions.create(model="well", messages=asked()).choices
    with pytest.raises(openai.InternalServerError):
        client.chat.completions.create(model="ill?seed=2", messages=asked())


@pytest.mark.parametrize("body", ["[", "[1]", '{"fault": "gremlins"}', '{"times": "x"}', "{}5"])
def test_control_refuses_what_it_does_not_know(sim: SimulatorHandle, body: str) -> None:
    with closing(http.client.HTTPConnection(urlsplit(sim.url).netloc)) as connection:
        connection.request("POST", "/control", body)
        assert connection.getresponse().status == 400


def test_the_same_seed_sends_the_same_chunks() -> None:
    replies = []
    for _ in range(2):
        with (
            simulator("--ttft-ms", "0", "--tokens-per-s", "0", "--seed", "3") as seeded,
            openai.OpenAI(base_url=seeded.base_url, api_key="any") as client,
            client.chat.completions.create(model="sim", messages=asked(), stream=True) as stream,
        ):
            replies.append([chunk.choices[0].delta.content for chunk in stream])
    assert replies[0] == replies[1]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_stops_it_cleanly_with_a_reply_under_way(number: signal.Signals) -> None:
    command = [sys.executable, "-m", "bench.simulate", "--port", "0", "--ttft-ms", "3600000"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        ready = json.loads(process.stdout.readline())
        assert "fake" in ready["simulator"]
        with closing(http.client.HTTPConnection(urlsplit(ready["url"]).netloc)) as connection:
            body = json.dumps({"model": "sim", "messages": asked(), "stream": True})
            connection.request("POST", "/v1/chat/completions", body)
            connection.getresponse()
            process.send_signal(number)
            assert process.wait(10) == 0


def test_it_stops_when_whoever_started_it_is_gone() -> None:
    command = [sys.executable, "-m", "bench.simulate", "--port", "0", "--stop-with-stdin"]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
    ) as process:
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(10) == 0


def test_a_port_that_is_taken_is_named(sim: SimulatorHandle) -> None:
    port = str(urlsplit(sim.url).port)
    command = [sys.executable, "-m", "bench.simulate", "--port", port]
    taken = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert taken.returncode == 1
    assert f"127.0.0.1:{port}" in taken.stderr


def test_a_knob_that_is_not_there_is_bad_usage() -> None:
    command = [sys.executable, "-m", "bench.simulate", "--fault", "gremlins"]
    wrong = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert wrong.returncode == 2
    assert "gremlins" in wrong.stderr


def test_a_requests_metadata_tells_each_model_what_it_is_to_do(client: openai.OpenAI) -> None:
    metadata = {"sim": "tokens=5", "sim+": "tokens=7", "another": "fault=500"}
    create = client.chat.completions.create

    def said(messages: Any, model: str = "sim") -> str:
        reply = create(model=model, messages=messages, metadata=metadata)
        return reply.choices[0].message.content or ""

    assert said(asked()) == "".join(pieces(ANSWER)[:5])
    begun = "".join(pieces(ANSWER)[:3])
    assert begun + said(asked(prefix=begun)) == "".join(pieces(ANSWER)[:7])
    with pytest.raises(openai.InternalServerError):
        said(asked(), "another")
