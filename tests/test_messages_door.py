"""Anthropic's SDK at the real service, with the simulator as Anthropic and as a host of OpenAI's
dialect: what a client of Claude has grown used to works with either behind it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import anthropic
import pytest
from pydantic import BaseModel

from bench.answers import answer_to
from bench.service_process import ServiceHandle, service
from bench.simulator_process import SimulatorHandle, simulator

KEY = "zx-81c4f2a9d07b"
KEY_VARIABLE = "PRELUDE_TEST_KEY_OF_THE_MESSAGES_DOOR"
CLAUDE = "anthropic/claude-haiku-4-5"  # continues a text
LATE = "anthropic/claude-opus-5-5"  # is asked to
OTHER = "mine/big"
PROMPT = "Why does the sea have tides?"
ANSWER = answer_to(PROMPT).text
QUESTION: Any = {"role": "user", "content": PROMPT}
TOOL: Any = {
    "name": "weather",
    "description": "Tells the weather.",
    "input_schema": {"type": "object", "properties": {"city": {"type": "string"}}},
}
EVERY = pytest.mark.parametrize("model", [CLAUDE, LATE, OTHER])

SETTINGS = """\
[server]
model_aliases = {{"claude-*" = "auto"}}

[local]
model = "none"

[providers.anthropic]
kind = "anthropic"
base_url = "{base_url}"
api_key_env = "{key_variable}"

[providers.mine]
kind = "openai"
base_url = "{base_url}"
api_key_env = "{key_variable}"

[routes.default]
targets = ["anthropic/claude-haiku-4-5", "anthropic/claude-opus-5-5", "mine/big"]
"""


class Served(NamedTuple):
    ours: ServiceHandle
    platform: SimulatorHandle


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    flags = ("--ttft-ms", "0", "--tokens-per-s", "0", "--tokens", "0", "--key", KEY)
    with pytest.MonkeyPatch.context() as environment, simulator(*flags) as platform:
        environment.setenv(KEY_VARIABLE, KEY)
        settings = SETTINGS.format(base_url=platform.base_url, key_variable=KEY_VARIABLE)
        with service(settings) as ours:
            yield Served(ours, platform)


@pytest.fixture
def sdk(served: Served) -> Iterator[anthropic.Anthropic]:
    url = served.ours.base_url.removesuffix("/v1")
    with anthropic.Anthropic(base_url=url, api_key="any", max_retries=0) as client:
        yield client


def asked(*turns: Any, **members: Any) -> Any:
    return {"model": "auto", "max_tokens": 4096, "messages": turns or [QUESTION], **members}


def text_of(message: anthropic.types.Message) -> str:
    return "".join(block.text for block in message.content if block.type == "text")


@EVERY
def test_a_reply_streamed_and_whole(sdk: anthropic.Anthropic, model: str) -> None:
    with sdk.messages.stream(**asked(model=model)) as told:
        text = "".join(told.text_stream)
        final = told.get_final_message()
    whole = sdk.messages.create(**asked(model=model))
    assert text == text_of(final) == text_of(whole) == ANSWER
    assert (final.stop_reason, whole.stop_reason) == ("end_turn", "end_turn")
    assert final.usage.output_tokens == whole.usage.output_tokens > 0


@EVERY
def test_a_tool_is_called_and_its_result_is_answered(sdk: anthropic.Anthropic, model: str) -> None:
    forced = {"tools": [TOOL], "tool_choice": {"type": "tool", "name": "weather"}}
    with sdk.messages.stream(**asked(model=model, **forced)) as told:
        called = told.get_final_message()
    assert called.stop_reason == "tool_use"
    (call,) = called.content
    assert call.type == "tool_use" and call.name == "weather"
    assert isinstance(call.input, dict)
    result = {"type": "tool_result", "tool_use_id": call.id, "content": "rain", "is_error": True}
    turns = (QUESTION, called.to_param(), {"role": "user", "content": [result]})
    answered = sdk.messages.create(**asked(*turns, model=model, tools=[TOOL]))
    assert answered.stop_reason == "end_turn"
    assert text_of(answered)


@EVERY
def test_the_sdks_own_runner_of_tools_goes_round(sdk: anthropic.Anthropic, model: str) -> None:
    told: list[str] = []

    @anthropic.beta_tool
    def weather(city: str = "here") -> str:
        """Tells the weather."""
        told.append(city)
        return "rain"

    runner = sdk.beta.messages.tool_runner(
        model=model,
        max_tokens=1000,
        tools=[weather],
        tool_choice={"type": "tool", "name": "weather"},
        messages=[QUESTION],
        max_iterations=2,
    )
    assert [message.stop_reason for message in runner] == ["tool_use", "tool_use"]
    assert len(told) == 2


class Place(BaseModel):
    city: str


@EVERY
def test_a_reply_in_a_form_is_parsed(sdk: anthropic.Anthropic, model: str) -> None:
    parsed = sdk.messages.parse(
        model=model, max_tokens=100, messages=[QUESTION], output_format=Place
    )
    assert isinstance(parsed.parsed_output, Place)


def test_thoughts_come_signed_and_go_back(sdk: anthropic.Anthropic) -> None:
    thinking = {"type": "enabled", "budget_tokens": 1024}
    with sdk.messages.stream(**asked(model=CLAUDE, thinking=thinking)) as told:
        streamed = told.get_final_message()
    whole = sdk.messages.create(**asked(model=CLAUDE, thinking=thinking))
    for blocks in (list[Any](streamed.content), list[Any](whole.content)):
        thought, said = blocks
        assert thought.type == "thinking" and thought.thinking and thought.signature
        assert said.type == "text" and said.text == ANSWER
    again = asked(QUESTION, streamed.to_param(), QUESTION, model=CLAUDE, thinking=thinking)
    assert text_of(sdk.messages.create(**again)) == ANSWER


def test_advice_to_claude_turns_no_other_model_away(sdk: anthropic.Anthropic) -> None:
    advice = {"thinking": {"type": "enabled", "budget_tokens": 1024}}
    assert text_of(sdk.messages.create(**asked(model=OTHER, **advice))) == ANSWER


@EVERY
def test_a_reply_goes_on_from_the_words_it_was_given(sdk: anthropic.Anthropic, model: str) -> None:
    begun = ANSWER[: ANSWER.index(" ", 40)]
    turns = (QUESTION, {"role": "assistant", "content": begun})
    with sdk.messages.stream(**asked(*turns, model=model)) as told:
        text = "".join(told.text_stream)
    assert begun + text == ANSWER


@pytest.mark.parametrize("fault", ["cut", "lost_line"])
def test_a_reply_that_breaks_off_is_finished(
    served: Served, sdk: anthropic.Anthropic, fault: str
) -> None:
    served.platform.control(fault=fault, after=120)
    with sdk.messages.stream(**asked()) as told:
        assert "".join(told.text_stream) == ANSWER


def test_what_the_caller_marks_is_kept_and_counted_beside_the_input(
    sdk: anthropic.Anthropic,
) -> None:
    system = [
        {"type": "text", "text": "word " * 8000, "cache_control": {"type": "ephemeral"}},
    ]
    first = sdk.messages.create(**asked(model=CLAUDE, system=system)).usage
    second = sdk.messages.create(**asked(model=CLAUDE, system=system)).usage
    assert first.cache_creation_input_tokens and not first.cache_read_input_tokens
    assert second.cache_read_input_tokens == first.cache_creation_input_tokens
    assert second.input_tokens < 100


def test_a_picture_is_sent_with_what_the_callers_header_asks_for(
    served: Served, sdk: anthropic.Anthropic
) -> None:
    source = {"type": "base64", "media_type": "image/png", "data": "aGk="}
    parts = [{"type": "image", "source": source}, {"type": "text", "text": PROMPT}]
    turn = {"role": "user", "content": parts}
    asked_of = asked(turn, model=CLAUDE, extra_headers={"anthropic-beta": "pictures-1"})
    assert text_of(sdk.messages.create(**asked_of)) == ANSWER
    assert served.platform.log()[-1]["headers"]["anthropic-beta"] == "pictures-1"


def test_a_name_that_the_client_cannot_change_is_planned(sdk: anthropic.Anthropic) -> None:
    message = sdk.messages.create(**asked(model="claude-sonnet-9-9"))
    assert message.model == "claude-sonnet-9-9"
    assert text_of(message) == ANSWER
    own = sdk.messages.create(**asked(model="claude-opus-5-5"))  # somebody's own name
    assert own.model_extra is not None
    assert own.model_extra["prelude"]["models"] == [LATE]


def test_models_that_talk_are_listed(sdk: anthropic.Anthropic) -> None:
    listed = {model.id: model for model in sdk.models.list()}
    assert list(listed) == ["auto", CLAUDE, LATE, OTHER]
    assert (listed[CLAUDE].max_input_tokens or 0) > 100_000


def test_what_a_platform_refuses_is_the_callers_to_mend(sdk: anthropic.Anthropic) -> None:
    with pytest.raises(anthropic.BadRequestError, match="white space") as refused:
        sdk.messages.create(**asked(model=CLAUDE, stop_sequences=[" "]))
    assert refused.value.type == "invalid_request_error"
