"""The simulator as OpenAI's Responses: what it takes, and what it refuses.

That its official client reads it is tested in tests/sdks/test_responses.py.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from bench.asked import Refused
from bench.voices.responses import OpenAIResponses

PROMPT = "Why does the sea have tides?"
CALL = {"type": "function_call", "call_id": "a", "name": "f", "arguments": "{}"}
OUTPUT = {"type": "function_call_output", "call_id": "a", "output": "4"}
TOOL = {"type": "function", "name": "f", "parameters": {"type": "object"}}


def asked(**members: Any) -> dict[str, Any]:
    return {"model": "gpt-5.4-mini", "input": PROMPT, **members}


def said(role: str, content: Any) -> dict[str, Any]:
    return {"type": "message", "role": role, "content": content}


def read(body: object) -> Any:
    return OpenAIResponses().read(json.dumps(body).encode(), {})


def test_a_question_is_understood() -> None:
    understood = read(asked(stream=True, instructions="Be brief.", max_output_tokens=99))
    assert (understood.prompt, understood.prefix, understood.stream) == (PROMPT, "", True)
    assert (understood.max_tokens, understood.prompt_tokens) == (99, 10)
    assert "input" not in understood.options


def test_parts_are_read_and_quoted_words_are_an_anchor() -> None:
    parts = [{"type": "input_text", "text": PROMPT}, {"type": "input_image", "image_url": "a"}]
    told = [said("user", parts), said("assistant", "The sea has"), said("user", 'On from "has".')]
    understood = read(asked(input=told))
    assert (understood.prompt, understood.prefix, understood.anchor) == (
        PROMPT,
        "The sea has",
        "has",
    )


def test_a_trailing_message_of_its_own_is_not_continued() -> None:
    assert read(asked(input=[said("user", PROMPT), said("assistant", "The sea")])).prefix == ""


def test_calls_and_their_outputs_are_read_and_a_tool_is_forced() -> None:
    told = [said("user", PROMPT), {"type": "reasoning", "summary": []}, CALL, OUTPUT]
    understood = read(asked(input=told, tools=[TOOL], tool_choice="required"))
    assert understood.roles == ("user", "assistant", "tool")
    assert understood.tool == TOOL


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ([], "an object"),
        ({"input": PROMPT}, "'model'"),
        ({"model": "m"}, "'input'"),
        (asked(stop=["a"]), "Unknown parameter: 'stop'"),
        (asked(messages=[]), "Unknown parameter: 'messages'"),
        (asked(max_output_tokens=15), ">= 16"),
        (asked(input=[said("tool", "Hi")]), "role"),
        (asked(input=[{"type": "what"}]), "type"),
        (asked(input=[said("user", 3)]), "content"),
        (asked(input=[said("assistant", [{"type": "input_text", "text": "a"}])]), "input_text"),
        (asked(input=[said("user", "a"), CALL]), "No tool output found"),
        (asked(input=[said("user", "a"), OUTPUT]), "No tool call found"),
        (asked(tools=[{"type": "function", "function": {"name": "f"}}]), "'tools\\[0\\].name'"),
        (asked(tools=[TOOL], tool_choice={"type": "function", "name": "g"}), "'g' not found"),
        (asked(text={"format": {"type": "json_schema", "schema": {}}}), "text.format.name"),
    ],
)
def test_what_the_platform_refuses_is_refused(body: object, why: str) -> None:
    with pytest.raises(Refused, match=why) as refused:
        read(body)
    assert refused.value.status == 400
