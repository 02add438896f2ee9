"""Thinking and tool calls, told from words however the text is cut."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edge.core.types import Piece, Text, Thinking, TokenLogprob, ToolDelta
from local_models.reply_reader import ReplyReader
from local_models.tool_formats import HERMES, LLAMA, MISTRAL, ToolFormat

OSLO = '{"name": "weather", "arguments": {"city": "Oslo"}}'
ROME = '{"name": "weather", "parameters": {"city": "Rome"}}'


def read(
    *parts: str, tools: ToolFormat | None = None, thinking: bool = False
) -> list[tuple[str, str]]:
    """What was told, neighbours of one kind joined."""
    reader = ReplyReader(tools, thinking=thinking)
    pieces = [piece for part in parts for piece in reader.feed(Text(part))] + reader.end()
    told: list[tuple[str, str]] = []
    for kind, text in map(as_told, pieces):
        if told and told[-1][0] == kind != "call":
            text = told.pop()[1] + text
        told.append((kind, text))
    return told


def as_told(piece: Piece) -> tuple[str, str]:
    match piece:
        case Text(text):
            return "words", text
        case Thinking(text):
            return "thinking", text
        case ToolDelta(_, _, name, arguments):
            return "call", f"{name}{json.loads(arguments)['city']}"
        case _:
            raise AssertionError(piece)


REPLIES = [
    ("Just words, 1 < 2 <t>.", None, [("words", "Just words, 1 < 2 <t>.")]),
    ("<think>Hm.</think>\n\nYes.", None, [("thinking", "Hm."), ("words", "Yes.")]),
    ("\n<think>Hm.", None, [("thinking", "Hm.")]),
    (f"<tool_call>\n{OSLO}\n</tool_call>\n", HERMES, [("call", "weatherOslo")]),
    (
        f"Let me see. <tool_call>{OSLO}</tool_call>\n<tool_call>{ROME}</tool_call>",
        HERMES,
        [("words", "Let me see. "), ("call", "weatherOslo"), ("call", "weatherRome")],
    ),
    (
        f"<think>Hm.</think><tool_call>{OSLO}</tool_call>Done.",
        HERMES,
        [("thinking", "Hm."), ("call", "weatherOslo"), ("words", "Done.")],
    ),
    ("<tool_call>no JSON</tool_call>.", HERMES, [("words", "<tool_call>no JSON</tool_call>.")]),
    ('<tool_call>{"name": "wea', HERMES, [("words", '<tool_call>{"name": "wea')]),
    (f"[TOOL_CALLS][{OSLO}, {OSLO}]", MISTRAL, [("call", "weatherOslo")] * 2),
    (f"[TOOL_CALLS]{OSLO}", MISTRAL, [("call", "weatherOslo")]),
    (ROME, LLAMA, [("call", "weatherRome")]),
    (f"<|python_tag|>{ROME}; {ROME}", LLAMA, [("call", "weatherRome")] * 2),
    (f"See: {ROME}", LLAMA, [("words", f"See: {ROME}")]),
    ('{"no": "call"}', LLAMA, [("words", '{"no": "call"}')]),
    ('<|python_tag|>print("hi")', LLAMA, [("words", '<|python_tag|>print("hi")')]),
]


@pytest.mark.parametrize(("reply", "tools", "told"), REPLIES)
def test_a_reply_is_read_alike_however_it_is_cut(
    reply: str, tools: ToolFormat | None, told: list[tuple[str, str]]
) -> None:
    assert read(reply, tools=tools) == told
    assert read(*reply, tools=tools) == told
    for cut in range(len(reply)):
        assert read(reply[:cut], reply[cut:], tools=tools) == told


def test_a_reply_that_has_begun_to_think_goes_on_thinking() -> None:
    assert read("Hm.</think>Yes.", thinking=True) == [("thinking", "Hm."), ("words", "Yes.")]


def test_words_before_a_mark_do_not_wait() -> None:
    reader = ReplyReader(HERMES)
    assert reader.feed(Text("Let me see. <tool")) == [Text("Let me see. ")]


def test_each_call_has_an_index_and_an_id_of_its_own() -> None:
    reader = ReplyReader(HERMES)
    pieces = reader.feed(Text(f"<tool_call>{OSLO}</tool_call><tool_call>{OSLO}</tool_call>"))
    first, second = pieces
    assert isinstance(first, ToolDelta)
    assert isinstance(second, ToolDelta)
    assert (first.index, second.index) == (0, 1)
    assert first.id != second.id
    assert reader.calls == 2


def test_log_probabilities_go_out_with_the_words_that_were_held() -> None:
    reader, entry = ReplyReader(HERMES), TokenLogprob("<", -0.1)
    assert reader.feed(Text("<", (entry,))) == []
    assert reader.feed(Text("b")) == [Text("<b", (entry,))]


SCRAPS = st.sampled_from(
    ["<think>", "</think>", "<tool_call>", "</tool_call>", "<", OSLO, "!", " "]
)


@given(st.lists(SCRAPS), st.integers(0, 50))
def test_no_word_is_lost_wherever_it_is_cut(scraps: list[str], cut: int) -> None:
    reply = "".join(scraps)
    whole = read(reply, tools=HERMES)
    assert read(reply[:cut], reply[cut:], tools=HERMES) == whole
    assert "".join(text for _, text in whole).count("!") == reply.count("!")
