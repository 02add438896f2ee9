"""What a Responses body may be, and that no other becomes more than a `BadRequest`."""

from __future__ import annotations

import contextlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edge.core.errors import BadRequest
from edge.doors.fields import Fields
from edge.doors.responses_items import read_items
from edge.doors.responses_request import conversation, read_responses_request

MEMBERS = (
    "background include input instructions max_output_tokens metadata parallel_tool_calls prelude "
    "previous_response_id provider_options reasoning store stream stream_options temperature text "
    "tool_choice tools top_logprobs top_p truncation user stream_id generate type"
).split()
WORDS = st.sampled_from(
    "message function_call function_call_output reasoning user assistant system function auto "
    "input_text output_text input_image json_schema disabled".split()
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | WORDS
KEYS = st.sampled_from(
    "type role content text id call_id name arguments output image_url format effort".split()
)
JSON = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner), max_leaves=12
)
BODIES = st.dictionaries(st.sampled_from(MEMBERS), JSON, max_size=6)


@given(BODIES, st.booleans())
def test_any_body_is_a_request_or_a_bad_one(body: dict[str, Any], is_frame: bool) -> None:
    with contextlib.suppress(BadRequest):
        asked = read_responses_request(
            Fields({"model": "auto", "input": "x", **body}), "1", (), is_frame=is_frame
        )
        # What is kept of it can be gone on with.
        read_items(conversation(asked, ()))
        assert all("id" in item for item in asked.asked)


@pytest.mark.parametrize(
    ("members", "stored"),
    [({}, True), ({"store": None}, True), ({"store": True}, True), ({"store": False}, False)],
)
def test_a_reply_is_stored_unless_its_caller_says_otherwise(
    members: dict[str, Any], stored: bool
) -> None:
    body = {"model": "auto", "input": "x", **members}
    assert read_responses_request(Fields(body), "1", ()).store is stored


def test_tools_that_are_not_allowed_are_not_offered() -> None:
    tools = [{"type": "function", "name": name} for name in "fgh"]
    allowed = {"type": "allowed_tools", "mode": "auto", "tools": tools[1:]}
    body = {"model": "auto", "input": "x", "tools": tools, "tool_choice": allowed}
    asked = read_responses_request(Fields(body), "1", ())
    assert [tool.name for tool in asked.request.tools] == ["g", "h"]
    assert asked.request.tool_choice == "auto"
    assert (asked.echo["tools"], asked.echo["tool_choice"]) == (tools, allowed)


def test_what_a_platform_is_to_keep_of_a_prompt_reaches_it() -> None:
    kept = {
        "prompt_cache_key": "a",
        "prompt_cache_options": {"ttl": "30m"},
        "prompt_cache_retention": "24h",
    }
    asked = read_responses_request(Fields({"model": "auto", "input": "x", **kept}), "1", ())
    assert asked.request.passthrough == kept


def test_what_is_included_is_planned_for() -> None:
    body = {"model": "auto", "input": "x", "include": ["message.output_text.logprobs"]}
    assert read_responses_request(Fields(body), "1", ()).request.sampling.logprobs


def test_an_item_without_an_id_of_its_own_is_listed_with_one() -> None:
    items = [{"type": None, "id": None, "role": "user", "content": "x"}]
    asked = read_responses_request(Fields({"model": "auto", "input": items}), "1", ())
    assert asked.asked[0] == {
        "type": "message",
        "id": "in_1_0",
        "status": "completed",
        "role": "user",
        "content": [{"type": "input_text", "text": "x"}],
    }
