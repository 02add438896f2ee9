"""The simulator as Ollama's own chat: what it takes, and what it refuses.

That its official client reads it is tested in tests/sdks/test_ollama.py.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from bench.asked import Refused
from bench.voices.ollama import OllamaChat

PROMPT = "Why does the sea have tides?"
TOOL = {"type": "function", "function": {"name": "f", "parameters": {"type": "object"}}}


def said(role: str, content: Any, **more: Any) -> dict[str, Any]:
    return {"role": role, "content": content, **more}


def asked(*messages: dict[str, Any], **members: Any) -> dict[str, Any]:
    return {"model": "qwen3", "messages": messages or [said("user", PROMPT)], **members}


def read(body: object) -> Any:
    return OllamaChat().read(json.dumps(body).encode(), {})


def test_a_question_is_understood_and_streamed_unless_it_is_told_not_to() -> None:
    understood = read(asked(options={"num_predict": 99, "stop": ["END"]}, whatever=1))
    assert (understood.prompt, understood.prefix, understood.stream) == (PROMPT, "", True)
    assert (understood.max_tokens, understood.stop) == (99, ("END",))
    assert not read(asked(stream=False)).stream
    assert read(asked(options={"num_predict": -1})).max_tokens is None


def test_a_trailing_message_is_a_prefix_and_quoted_words_an_anchor() -> None:
    question, begun = said("user", PROMPT), said("assistant", "The sea has")
    assert read(asked(question, begun)).prefix == "The sea has"
    anchored = read(asked(question, begun, said("user", 'Go on from "has".')))
    assert (anchored.prompt, anchored.prefix, anchored.anchor) == (PROMPT, "The sea has", "has")


def test_it_calls_the_first_tool_until_it_has_its_result() -> None:
    assert read(asked(tools=[TOOL])).tool == TOOL["function"]
    result = said("tool", "4", tool_name="f")
    assert read(asked(said("user", PROMPT), result, tools=[TOOL])).tool is None


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ([], "cannot unmarshal"),
        ({"messages": [said("user", "a")]}, "model is required"),
        ({"model": "m"}, "messages is required"),
        (asked(said("user", [{"type": "text", "text": "a"}])), "content"),
        (asked(said("user", "a", images=["https://x.test/a.png"])), "illegal base64"),
        (
            asked(said("assistant", "", tool_calls=[{"function": {"arguments": "{}"}}])),
            "arguments",
        ),
        (asked(format="xml"), "invalid format"),
    ],
)
def test_what_the_server_refuses_is_refused(body: object, why: str) -> None:
    with pytest.raises(Refused, match=why) as refused:
        read(body)
    assert refused.value.status == 400
