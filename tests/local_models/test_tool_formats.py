"""Tool calls in each family's form: made under a grammar, they are read back as calls."""

from __future__ import annotations

import json
from typing import Any

import pytest

from edge.core.types import Text, Tool, ToolDelta
from local_models.llama import Model
from local_models.llama_context import Context, Feed
from local_models.llama_sampler import Grammar, Sampler, SamplerOptions
from local_models.reply_reader import ReplyReader
from local_models.schemas import SchemaError
from local_models.tool_formats import (
    HERMES,
    LLAMA,
    MISTRAL,
    ToolFormat,
    call_grammar,
    format_of,
    read_calls,
)

COLOURS = {
    "type": "object",
    "properties": {"of": {"enum": ["sea", "sky"]}},
    "required": ["of"],
    "additionalProperties": False,
}
TOOLS = (Tool("colour", None, COLOURS), Tool("depth", "How deep.", {"type": "object"}))
NAMED = {"type": "function", "function": {"name": "colour"}}


@pytest.mark.parametrize("form", [HERMES, MISTRAL, LLAMA])
@pytest.mark.parametrize("seed", range(3))
def test_even_noise_calls_the_tool_that_it_must(tiny: Model, form: ToolFormat, seed: int) -> None:
    context = Context(tiny, sequences=1, context=256, batch=64, threads=1)
    grammar = Grammar(tiny, call_grammar(form, TOOLS, NAMED, one_call=True))
    sampler = Sampler(tiny, SamplerOptions(1.0, seed=seed))
    said, tokens, position = b"", [tiny.bos], 0
    while True:
        (output,) = context.decode([Feed(0, position, tokens, wants_logits=True)])
        position += len(tokens)
        tokens = [sampler.sample(output, grammar)]
        if tokens == [tiny.eos]:
            break
        said += tiny.piece(tokens[0])
    for held in (sampler, grammar, context):
        held.close()
    reader = ReplyReader(form)
    (call,) = reader.feed(Text(said.decode())) + reader.end()
    assert isinstance(call, ToolDelta)
    assert call.name == "colour"
    assert json.loads(call.arguments)["of"] in ("sea", "sky")


def test_a_tool_that_is_not_there_cannot_be_chosen() -> None:
    choice = {"type": "function", "function": {"name": "price"}}
    with pytest.raises(SchemaError, match="no tool 'price'"):
        call_grammar(HERMES, TOOLS, choice, one_call=True)


def test_the_form_is_read_from_the_template() -> None:
    assert format_of("... <tool_call> ...") == HERMES
    assert format_of("... [TOOL_CALLS] ...") == MISTRAL
    assert format_of("... parameters ...") == LLAMA


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "7", '{"name": "a"}', '{"name": 7, "arguments": {}}', "[" * 5000, '{"a": 1} x'],
)
def test_what_is_no_call_is_not_taken_for_one(text: str) -> None:
    assert read_calls(text) == ()


@pytest.mark.parametrize("arguments", [{"a": "ü"}, {}, "{}"])
def test_arguments_are_told_as_json(arguments: Any) -> None:
    (call,) = read_calls(json.dumps({"name": "f", "arguments": arguments}))
    told = json.loads(call.arguments)
    assert told == (arguments if isinstance(arguments, dict) else {})
