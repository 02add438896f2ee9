"""Whatever is asked of a platform is in the call that is made, or is refused before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import orjson
import pytest

from adapters.dialect import Ask, JobDialect, Provider, Read, Submit
from adapters.models import describe
from adapters.providers import PROVIDERS
from edge.core.errors import TierRejected
from edge.core.settings import ModelSettings, ProviderSettings, Settings
from edge.core.types import (
    Call,
    ImagePart,
    Json,
    Message,
    Request,
    Sampling,
    TextPart,
    Tool,
    ToolCall,
)

QUESTION = Message("user", (TextPart("Why?"),))
PLAIN = Request("r", "auto", (QUESTION,))
TOOL = Tool("f", "It says so.", {"type": "object", "properties": {"a": {"type": "string"}}})
SCHEMA = {"name": "s", "schema": {"type": "object", "properties": {}}}
PICTURE = ImagePart("data:image/png;base64,iVBORw0KGgo=")
CALLED = Message("assistant", (), tool_calls=(ToolCall("call_1", "f", '{"a":"b"}'),))
ANSWERED = Message("tool", (TextPart("42"),), tool_call_id="call_1")
WITH_TOOL = replace(PLAIN, tools=(TOOL,))

# What is asked for, and the same without it.
SAMPLING: Mapping[str, Sampling] = {
    "max_tokens": Sampling(max_tokens=321),
    "temperature": Sampling(temperature=0.3),
    "top_p": Sampling(top_p=0.7),
    "stop": Sampling(stop=("END",)),
    "seed": Sampling(seed=7),
    "presence_penalty": Sampling(presence_penalty=0.5),
    "frequency_penalty": Sampling(frequency_penalty=0.5),
    "logit_bias": Sampling(logit_bias={"42": 5.0}),
    "logprobs": Sampling(logprobs=True),
    "top_logprobs": Sampling(logprobs=True, top_logprobs=3),
}
ASKED: Mapping[str, tuple[Request, Request]] = {
    **{name: (replace(PLAIN, sampling=wish), PLAIN) for name, wish in SAMPLING.items()},
    "tools": (WITH_TOOL, PLAIN),
    "tool_choice, any": (replace(WITH_TOOL, tool_choice="required"), WITH_TOOL),
    "tool_choice, none": (replace(WITH_TOOL, tool_choice="none"), WITH_TOOL),
    "tool_choice, one": (
        replace(WITH_TOOL, tool_choice={"type": "function", "function": {"name": "f"}}),
        WITH_TOOL,
    ),
    "parallel_tool_calls": (replace(WITH_TOOL, parallel_tool_calls=False), WITH_TOOL),
    "strict": (replace(PLAIN, tools=(replace(TOOL, strict=True),)), WITH_TOOL),
    "json_object": (replace(PLAIN, response_format={"type": "json_object"}), PLAIN),
    "json_schema": (
        replace(PLAIN, response_format={"type": "json_schema", "json_schema": SCHEMA}),
        PLAIN,
    ),
    "an image": (replace(PLAIN, messages=(replace(QUESTION, parts=(PICTURE,)),)), PLAIN),
    "a name": (replace(PLAIN, messages=(replace(QUESTION, name="ann"),)), PLAIN),
    "a tool's result": (
        replace(WITH_TOOL, messages=(QUESTION, CALLED, ANSWERED)),
        replace(WITH_TOOL, messages=(QUESTION, CALLED, replace(ANSWERED, parts=()))),
    ),
    "a tool call": (replace(WITH_TOOL, messages=(QUESTION, CALLED, ANSWERED)), WITH_TOOL),
    "a system prompt": (
        replace(PLAIN, messages=(Message("system", (TextPart("Be kind."),)), QUESTION)),
        PLAIN,
    ),
    "reasoning_effort": (replace(PLAIN, passthrough={"reasoning_effort": "high"}), PLAIN),
    "service_tier": (replace(PLAIN, passthrough={"service_tier": "flex"}), PLAIN),
    "verbosity": (replace(PLAIN, passthrough={"verbosity": "low"}), PLAIN),
    "a member of nobody's": (replace(PLAIN, passthrough={"made_up": 1}), PLAIN),
    "provider_options": (replace(PLAIN, provider_options={"mine": {"made_up": 1}}), PLAIN),
}


def call_for(row: Provider, request: Request) -> Json | TierRejected:
    """The request's path, body and headers, or why none is made."""
    given = ProviderSettings(row.name, "https://platform.test", region="us-east-1", project="p")
    settings = Settings(providers={"mine": given}, models={"mine/a/b": ModelSettings(id="a/b")})
    model = describe("mine/a/b", settings)
    call = Call(request, request.messages, request.sampling)
    try:
        if isinstance(row.dialect, JobDialect):
            step = row.dialect.submit(call, model).step
            assert isinstance(step, Ask | Read | Submit)
            http = step.http
        else:
            http = row.dialect.encode(call, model)
    except TierRejected as refused:
        return refused
    return orjson.loads(orjson.dumps([http.path, http.body, dict(http.headers)]))


@pytest.mark.parametrize("what", ASKED)
@pytest.mark.parametrize("row", PROVIDERS, ids=lambda row: row.name)
def test_what_is_asked_for_is_sent_or_refused_by_name(row: Provider, what: str) -> None:
    asked, without = ASKED[what]
    made = call_for(row, asked)
    if isinstance(made, TierRejected):
        assert made.own_limit  # another target may have it
        assert made.code == "unsupported_value"  # no client is to shorten its conversation for it
        assert str(made).startswith("mine/a/b: ")
    else:
        assert made != call_for(row, without), f"{what} was dropped without a word"
