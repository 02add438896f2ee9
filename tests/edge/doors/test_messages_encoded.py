"""What is read at the Messages door, every dialect can say, or says what it lacks."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters import anthropic, bedrock, gemini, openai_chat, responses
from adapters.models import describe
from edge.core.errors import BadRequest, TierRejected
from edge.core.settings import ProviderSettings, Settings
from edge.core.types import Call, Request
from edge.doors.fields import Fields
from edge.doors.messages_count import estimate_input
from edge.doors.messages_request import read_messages_request

SETTINGS = Settings(providers={"bedrock": ProviderSettings("bedrock", region="us-east-1")})
DIALECTS = {
    "anthropic/claude-haiku-4-5": anthropic.encode,
    "anthropic/claude-opus-5-5": anthropic.encode,
    "openai/gpt-5": openai_chat.encode,
    "openai/gpt-5-mini": responses.encode,
    "gemini/gemini-2.5-flash": gemini.encode,
    "bedrock/us.anthropic.claude-sonnet-4-5-20250929-v1:0": bedrock.encode,
}

MARKS: Any = {"cache_control": st.sampled_from([None, {"type": "ephemeral"}])}
PIXEL = {"type": "base64", "media_type": "image/png", "data": "aGk="}
CALL = {"type": "tool_use", "id": "toolu_1", "name": "f", "input": {"a": 1}}
TOOL = {"name": "f", "input_schema": {"type": "object"}}
texts = st.fixed_dictionaries(
    {"type": st.just("text"), "text": st.sampled_from(["hi", " ", ""])}, optional=MARKS
)
pictures = st.just({"type": "image", "source": PIXEL})
results = st.fixed_dictionaries(
    {"type": st.just("tool_result"), "tool_use_id": st.just("toolu_1")},
    optional={
        "content": st.just("sunny") | st.lists(texts | pictures, max_size=2),
        "is_error": st.booleans(),
        **MARKS,
    },
)
thoughts = st.sampled_from(
    [
        {"type": "thinking", "thinking": "hm", "signature": "c2ln"},
        {"type": "thinking", "thinking": "hm", "signature": ""},
        {"type": "redacted_thinking", "data": "abc"},
    ]
)
turns = st.sampled_from(
    [("user", texts | pictures | results), ("assistant", texts | thoughts | st.just(CALL))]
).flatmap(
    lambda turn: st.fixed_dictionaries(
        {"role": st.just(turn[0]), "content": st.just("hi") | st.lists(turn[1], max_size=4)}
    )
)
bodies = st.fixed_dictionaries(
    {
        "model": st.just("auto"),
        "max_tokens": st.just(100),
        "messages": st.lists(turns | st.just({"role": "system", "content": "s"}), max_size=5),
        "system": st.lists(texts, max_size=2),
        "tools": st.lists(st.sampled_from([TOOL, {**TOOL, "cache_control": None}]), max_size=2),
    }
)


def read(body: dict[str, Any]) -> Request | None:
    with suppress(BadRequest):
        return read_messages_request(Fields(body), "r").request
    return None


@pytest.mark.parametrize("name", DIALECTS)
@given(body=bodies)
def test_what_was_read_is_encoded_or_refused(name: str, body: dict[str, Any]) -> None:
    request = read(body)
    if request is None:
        return
    assert estimate_input(request) > 0
    call = Call(request, request.messages, request.sampling, prefix=request.prefix)
    with suppress(TierRejected):
        DIALECTS[name](call, describe(name, SETTINGS))
