"""From asks to prompts and replies, with a model of noise and templates of our own."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest

from edge.core.types import (
    FinishReason,
    Message,
    Piece,
    Sampling,
    Text,
    TextPart,
    Thinking,
    Tool,
    ToolDelta,
)
from local_models.asks import Generate, Score
from local_models.llama import Model
from local_models.llama_context import Context, Feed
from local_models.preparing import Prepared, Preparer, PromptTooLongError
from local_models.templates import ChatTemplate
from local_models.wishes import Wishes
from tests.local_models.chat_templates import HERMES, LLAMA, MISTRAL, THINKING

HI = (Message("user", (TextPart("Hi"),)),)
SEA = {"properties": {"of": {"enum": ["sea"]}}, "required": ["of"]}
FORM = {"type": "json_schema", "json_schema": {"name": "a", "schema": SEA}}
NO_END = {"2": -100.0, "4": -100.0}


def preparer(model: Model, template: str, size: int = 512) -> Preparer:
    controls = map(model.text_of, model.control_tokens)
    return Preparer(model, ChatTemplate(template, controls=controls), size)


def ask(wishes: Wishes, most: int = 300) -> Generate:
    return Generate(HI, Sampling(max_tokens=most, seed=1, logit_bias=NO_END), wishes=wishes)


def written(model: Model, prepared: Prepared) -> tuple[list[Piece], FinishReason | None]:
    context = Context(model, sequences=1, context=512, batch=512, threads=1)
    said: list[Piece] = []
    feed: Sequence[int] = prepared.tokens
    position, stop = 0, None
    while stop is None:
        (output,) = context.decode([Feed(0, position, feed, wants_logits=True)])
        position += len(feed)
        move = prepared.reply.hear(output)
        said += move.says
        feed, stop = move.feed, move.stop
    prepared.reply.close()
    context.close()
    return said, stop


def prompt_of(model: Model, prepared: Prepared) -> str:
    return "".join(model.text_of(token) for token in prepared.tokens)


def test_a_model_thinks_only_where_it_is_asked_to(tiny: Model) -> None:
    here = preparer(tiny, THINKING)
    thoughts, _ = written(tiny, here.prepare(ask(Wishes(thinking=True), most=12)))
    assert thoughts
    assert all(isinstance(piece, Thinking) for piece in thoughts)
    words, _ = written(tiny, here.prepare(ask(Wishes(), most=12)))
    assert words
    assert all(isinstance(piece, Text) for piece in words)


def test_nothing_is_thought_where_the_form_is_fixed(tiny: Model) -> None:
    prepared = preparer(tiny, THINKING).prepare(ask(Wishes(thinking=True, format=FORM)))
    assert prompt_of(tiny, prepared).count("think>") == 2  # opened, and closed
    said, stop = written(tiny, prepared)
    assert json.loads("".join(piece.text for piece in said if isinstance(piece, Text))) == {
        "of": "sea"
    }
    assert stop is FinishReason.STOP


@pytest.mark.parametrize("template", [HERMES, MISTRAL, LLAMA])
def test_a_forced_call_is_told_as_one_in_every_form(tiny: Model, template: str) -> None:
    wishes = Wishes(tools=(Tool("colour", None, SEA),), tool_choice="required", one_call=True)
    said, stop = written(tiny, preparer(tiny, template).prepare(ask(wishes)))
    (made,) = said
    assert isinstance(made, ToolDelta)
    assert (made.name, json.loads(made.arguments)) == ("colour", {"of": "sea"})
    assert stop is FinishReason.TOOL_CALLS


def test_a_prompt_that_leaves_no_room_is_refused_with_the_numbers(tiny: Model) -> None:
    here = preparer(tiny, HERMES, size=20)
    with pytest.raises(PromptTooLongError, match=r"the prompt has \d+ tokens.* holds 20 "):
        here.prepare(ask(Wishes()))
    with pytest.raises(PromptTooLongError):
        here.prepare(Score((), "the sea is blue", (" yes" * 20,)))
