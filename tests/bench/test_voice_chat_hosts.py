"""The manners of the hosts that follow OpenAI's chat: that each is the host's own, event by event.

That their own clients read them is tested in tests/sdks/test_chat_hosts.py.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import chain
from typing import Any

import pytest

from adapters.openai_chat import Decoder
from bench.asked import Refused
from bench.chat_manner import Manner
from bench.chat_reply import ChatVoice, OpenAIChat
from bench.fault_acts import (
    Rewrite,
    byte_by_byte,
    comments_between,
    cr_lf,
    cr_only,
    empty_choices,
    many_data_lines,
    named,
    no_space,
)
from bench.simulate import PLATFORMS
from bench.voice import Events, Occasion
from bench.voices import chat_hosts as hosts
from bench.voices.chat_hosts import CHAT_HOSTS
from edge.core.types import FinishReason, Piece, Stop, Text

MANNERS = {name.lower(): value for name, value in vars(hosts).items() if isinstance(value, Manner)}
EVERY_MANNER = pytest.mark.parametrize("manner", MANNERS.values(), ids=MANNERS)


def asked(**members: Any) -> bytes:
    messages = [{"role": "user", "content": "Why?"}]
    return json.dumps({"model": "big", "messages": messages, "stream": True, **members}).encode()


def voice(manner: Manner, tool: str | None = None, **members: Any) -> ChatVoice:
    understood = OpenAIChat(manner).read(asked(**members), {})
    return ChatVoice(Occasion(1, 1_763_600_000, understood, tool), manner)


def said(*events: Events) -> list[bytes]:
    return list(chain.from_iterable(events))


def reply(speaker: ChatVoice) -> list[bytes]:
    return said(
        speaker.begin(),
        speaker.say("Hi"),
        speaker.finish("stop"),
        speaker.usage(7),
        speaker.done(),
    )


def chunks(events: Iterable[bytes]) -> list[dict[str, Any]]:
    bodies = (event.partition(b"data: ")[2] for event in events)
    return [json.loads(body) for body in bodies if body.startswith(b"{")]


@EVERY_MANNER
def test_no_event_of_a_reply_has_a_name_and_the_last_is_done(manner: Manner) -> None:
    events = reply(voice(manner))
    assert not any(b"event:" in event for event in events)
    assert events[-1] == b"data: [DONE]\n\n"


@EVERY_MANNER
def test_a_reply_has_one_finish_whatever_comes_behind_its_words(manner: Manner) -> None:
    for ends in (("finish",), ("usage",), ("finish", "usage"), ("usage", "finish")):
        speaker = voice(manner)
        end = {"finish": lambda v: v.finish("stop"), "usage": lambda v: v.usage(7)}
        events = said(speaker.begin(), *(said(end[name](speaker)) for name in ends), speaker.done())
        finishes = [
            choice["finish_reason"]
            for chunk in chunks(events)
            for choice in chunk["choices"]
            if choice["finish_reason"]
        ]
        assert len(finishes) == ("finish" in ends), ends


@EVERY_MANNER
def test_every_path_is_answered_by_one_platform(manner: Manner) -> None:
    paths = [path for platform in PLATFORMS for path in platform.paths]
    assert len(paths) == len(set(paths))
    assert set(manner.paths) <= set(paths)
    assert len(CHAT_HOSTS) == len(MANNERS)


REWRITES = (byte_by_byte, comments_between, cr_lf, cr_only, many_data_lines, no_space, named)


@pytest.mark.parametrize("rewrite", [*REWRITES, empty_choices], ids=lambda act: act.__name__)
@EVERY_MANNER
def test_a_reply_written_in_another_way_means_the_same(manner: Manner, rewrite: Rewrite) -> None:
    def pieces(parts: Iterable[bytes]) -> list[Piece]:
        decoder = Decoder("mine/big")
        heard = [piece for part in parts for piece in decoder.feed(part)]
        return heard + decoder.close()

    events = reply(voice(manner))
    rewritten = [part for n, event in enumerate(events) for part in rewrite(event, n)]
    assert pieces(rewritten) == pieces(events)
    assert pieces(events)[:2] == [Text("Hi"), Stop(FinishReason.STOP)]


def test_azure_begins_with_a_chunk_that_has_no_choice() -> None:
    first, second, *_ = chunks(reply(voice(hosts.AZURE)))
    assert (first["choices"], first["id"], first["model"]) == ([], "", "")
    assert second["choices"][0]["delta"]["role"] == "assistant"


def test_mistral_sends_a_tool_call_whole_and_its_thoughts_as_parts() -> None:
    speaker = voice(hosts.MISTRAL, "f", prompt_mode="reasoning")
    events = said(
        speaker.begin(),
        speaker.say('{"a":'),
        speaker.say(" 1}"),
        speaker.finish("tool_calls"),
        speaker.usage(7),
    )
    *thoughts, last = chunks(events)[1:]
    assert [part["choices"][0]["delta"]["content"][0]["type"] for part in thoughts] == [
        "thinking",
        "thinking",
    ]
    (call,) = last["choices"][0]["delta"]["tool_calls"]
    assert call["function"] == {"name": "f", "arguments": '{"a": 1}'}
    assert last["usage"]["completion_tokens"] == 7


def test_groq_says_its_usage_twice_in_one_chunk_and_names_its_errors() -> None:
    last = chunks(reply(voice(hosts.GROQ)))[-1]
    assert last["usage"] == last["x_groq"]["usage"]
    (error,) = voice(hosts.GROQ).error("server")
    assert error.startswith(b'event: error\ndata: {"error"')


def test_openrouter_comments_first_and_complains_beside_its_choices() -> None:
    events = reply(voice(hosts.OPENROUTER))
    assert events[0] == b": OPENROUTER PROCESSING\n\n"
    assert chunks(events)[-1]["choices"] == []
    error, done = voice(hosts.OPENROUTER).error("server")
    (chunk,) = chunks([error])
    assert chunk["choices"][0]["finish_reason"] is None
    assert chunk["error"]["code"] == 500
    assert done == b"data: [DONE]\n\n"


@pytest.mark.parametrize(
    ("manner", "status", "members"),
    [
        (hosts.MISTRAL, 422, {"stream_options": {"include_usage": True}}),
        (hosts.MISTRAL, 422, {"seed": 1}),
        (hosts.GROQ, 400, {"logprobs": True}),
        (hosts.GROQ, 400, {"messages": [{"role": "user", "content": "a", "name": "ann"}]}),
        (hosts.DEEPSEEK, 400, {"messages": [{"role": "user", "content": "a", "prefix": True}]}),
        (hosts.MISTRAL, 400, {"messages": [{"role": "assistant", "content": "a"}]}),
    ],
)
def test_what_a_host_does_not_know_it_refuses(
    manner: Manner, status: int, members: dict[str, Any]
) -> None:
    with pytest.raises(Refused) as refused:
        OpenAIChat(manner).read(asked(**members), {})
    assert refused.value.status == status
