"""The simulator as Cohere: what it takes, and what it refuses.

That its official client reads it is tested in tests/sdks/test_cohere.py.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from bench.asked import Refused
from bench.voices.cohere import CohereChat

PROMPT = "Why does the sea have tides?"
CALL = {"id": "a", "type": "function", "function": {"name": "f", "arguments": "{}"}}
TOOL = {"type": "function", "function": {"name": "f", "parameters": {"type": "object"}}}


def said(role: str, content: Any, **more: Any) -> dict[str, Any]:
    return {"role": role, "content": content, **more}


def asked(*messages: dict[str, Any], **members: Any) -> dict[str, Any]:
    return {"model": "command-r", "messages": messages or [said("user", PROMPT)], **members}


def read(body: object) -> Any:
    return CohereChat().read(json.dumps(body).encode(), {})


def test_a_question_is_understood() -> None:
    understood = read(asked(stream=True, max_tokens=99, stop_sequences=["END"]))
    assert (understood.prompt, understood.prefix, understood.stream) == (PROMPT, "", True)
    assert (understood.max_tokens, understood.stop) == (99, ("END",))
    assert "messages" not in understood.options


def test_quoted_words_are_an_anchor() -> None:
    understood = read(
        asked(
            said("user", [{"type": "text", "text": PROMPT}]),
            said("assistant", "The sea has"),
            said("user", 'Go on from "has".'),
        )
    )
    assert (understood.prompt, understood.prefix, understood.anchor) == (
        PROMPT,
        "The sea has",
        "has",
    )


def test_a_tool_is_forced_and_its_result_taken() -> None:
    history = [
        said("user", PROMPT),
        {"role": "assistant", "tool_plan": "I look.", "tool_calls": [CALL]},
        said("tool", "4", tool_call_id="a"),
    ]
    understood = read(asked(*history, tools=[TOOL], tool_choice="REQUIRED"))
    assert understood.tool == TOOL["function"]
    assert understood.roles == ("user", "assistant", "tool")


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ([], "an object"),
        ({"messages": [said("user", "a")]}, "model is required"),
        ({"model": "m"}, "messages must not be empty"),
        (asked(top_p=0.5), "'top_p' is not a valid field"),
        (asked(said("developer", "a")), "invalid role"),
        (asked(said("user", "a"), said("assistant", "b")), "last message"),
        (asked(said("tool", "4", tool_call_id="b")), "unknown tool_call_id"),
        (asked(p=1), "p must be between"),
        (asked(presence_penalty=-1), "presence_penalty must be"),
        (asked(stop_sequences=["a"] * 6), "at most 5"),
        (asked(tool_choice="REQUIRED"), "tool_choice"),
        (asked(tools=[TOOL], tool_choice="AUTO"), "tool_choice"),
        (asked(tools=[{"type": "function", "function": {"name": "f"}}]), "parameters"),
        (asked(tools=[TOOL], response_format={"type": "json_object"}), "with tools"),
        (asked(response_format={"type": "json_schema"}), "unknown response_format"),
    ],
)
def test_what_the_platform_refuses_is_refused(body: object, why: str) -> None:
    with pytest.raises(Refused, match=why) as refused:
        read(body)
    assert refused.value.status in (400, 422)


def test_a_refusal_has_a_message_and_no_code() -> None:
    refusal = json.loads(CohereChat().refusal(Refused(404, "no such model", code="gone")))
    assert refusal == {"id": "sim", "message": "no such model"}
