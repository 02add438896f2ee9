"""Replies that a program reads, asked of the engine: JSON, tool calls, options of the caller's."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from edge.core.errors import TierRejected
from edge.core.types import Call, FinishReason, Sampling, Tool, ToolDelta
from local_models.client import LocalTier
from tests.local_models.asking import (
    GREEDY,
    TELLING,
    assert_same_but_for_ties,
    call,
    endless,
    listen,
)

PERSON = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "maxLength": 40},
        "born": {"type": "integer"},
        "jobs": {"type": "array", "items": {"type": "string", "maxLength": 30}, "maxItems": 3},
    },
    "required": ["name", "born", "jobs"],
    "additionalProperties": False,
}
COLOUR = Tool("colour", "Of what.", {"properties": {"of": {"enum": ["sea"]}}, "required": ["of"]})
QUESTION = "Who was Napoleon? Answer in JSON."


def formed(schema: Any, question: str = QUESTION, *, strict: bool = True, most: int = 200) -> Call:
    form = {"type": "json_schema", "json_schema": {"name": "a", "schema": schema, "strict": strict}}
    return wishing(call(question, sampling=replace(GREEDY, max_tokens=most)), response_format=form)


def wishing(asked: Call, **wishes: Any) -> Call:
    return replace(asked, request=replace(asked.request, **wishes))


# -- JSON --------------------------------------------------------------------


def test_a_reply_follows_its_schema(tier: LocalTier) -> None:
    heard = asyncio.run(listen(tier, formed(PERSON)))
    assert heard.reason is FinishReason.STOP
    value = json.loads(heard.text)
    assert list(value) == ["name", "born", "jobs"]
    assert isinstance(value["born"], int)


def test_a_json_object_is_one(tier: LocalTier) -> None:
    asked = call(QUESTION, sampling=replace(GREEDY, max_tokens=150))
    heard = asyncio.run(listen(tier, wishing(asked, response_format={"type": "json_object"})))
    if heard.reason is FinishReason.STOP:
        assert isinstance(json.loads(heard.text), dict)
    else:
        assert heard.text.startswith("{")


def test_a_reply_that_is_cut_in_mid_json_says_length(tier: LocalTier) -> None:
    heard = asyncio.run(listen(tier, formed(PERSON, most=6)))
    assert heard.reason is FinishReason.LENGTH
    with pytest.raises(ValueError, match=r"Expecting|Unterminated"):
        json.loads(heard.text)


def test_log_probabilities_come_with_json_too(tier: LocalTier) -> None:
    asked = formed({"const": "sea"})
    asked = replace(asked, sampling=replace(asked.sampling, logprobs=True, top_logprobs=2))
    heard = asyncio.run(listen(tier, asked))
    entries = [entry for text in heard.texts for entry in text.logprobs]
    assert "".join(entry.token for entry in entries) == heard.text == '"sea"'


@pytest.mark.parametrize(
    "schema",
    [
        {"$ref": "#"},
        {"anyOf": [{"type": "array", "items": {"$ref": "#"}}] * 2},
        {"type": "string", "pattern": "^}$"},
        {"type": "array", "minItems": 10**12},
    ],
)
def test_a_hostile_schema_is_refused_and_the_engine_lives(tier: LocalTier, schema: Any) -> None:
    async def ask() -> None:
        with pytest.raises(TierRejected, match="local: the JSON schema: ") as caught:
            await listen(tier, formed(schema))
        assert (caught.value.own_limit, caught.value.code) == (True, "unsupported_value")
        assert (await listen(tier, call("Hi", sampling=replace(GREEDY, max_tokens=2)))).text

    asyncio.run(ask())


def test_a_format_that_nobody_knows_is_refused(tier: LocalTier) -> None:
    with pytest.raises(TierRejected, match="response_format"):
        asyncio.run(listen(tier, wishing(call("Hi"), response_format={"type": "xml"})))


def test_replies_with_and_without_a_grammar_are_written_side_by_side(tier: LocalTier) -> None:
    async def ask() -> None:
        plain = call("What is the capital of France?", sampling=TELLING)
        alone = await listen(tier, plain)
        beside, form = await asyncio.gather(listen(tier, plain), listen(tier, formed(PERSON)))
        assert_same_but_for_ties(alone.logprobs, beside.logprobs)
        assert list(json.loads(form.text)) == PERSON["required"]

    asyncio.run(ask())


# -- tools -------------------------------------------------------------------


def test_a_forced_call_is_made(tiny_tier: LocalTier) -> None:
    asked = wishing(endless(), tools=(COLOUR,), tool_choice="required", parallel_tool_calls=False)
    heard = asyncio.run(listen(tiny_tier, replace(asked, sampling=Sampling(max_tokens=300))))
    (made,) = (piece for piece in heard.pieces if isinstance(piece, ToolDelta))
    assert (made.index, made.name, json.loads(made.arguments)) == (0, "colour", {"of": "sea"})
    assert heard.text == ""
    assert heard.reason is FinishReason.TOOL_CALLS


def test_a_model_whose_template_has_no_tools_refuses_to_be_forced(tier: LocalTier) -> None:
    asked = wishing(call("What colour?"), tools=(COLOUR,), tool_choice="required")
    with pytest.raises(TierRejected, match=r"template of .* has no tools") as caught:
        asyncio.run(listen(tier, asked))
    assert caught.value.own_limit


def test_tools_that_may_be_called_are_answered_in_text_without_a_template(tier: LocalTier) -> None:
    asked = wishing(call("What colour?"), tools=(COLOUR,), tool_choice="auto")
    heard = asyncio.run(listen(tier, asked))
    assert heard.text


# -- what the caller wishes --------------------------------------------------


@pytest.mark.parametrize("narrow", [{"top_k": 1}, {"min_p": 1.0}])
def test_the_narrowest_options_are_greedy(tier: LocalTier, narrow: Mapping[str, Any]) -> None:
    async def ask() -> None:
        greedy = await listen(tier, call("Why is the sky blue?"))
        warm = call("Why is the sky blue?", sampling=replace(GREEDY, temperature=1.9))
        for wish in ({"passthrough": narrow}, {"provider_options": {"local": narrow}}):
            assert (await listen(tier, wishing(warm, **wish))).text == greedy.text

    asyncio.run(ask())


def test_the_same_seed_says_the_same_alone(tier: LocalTier) -> None:
    async def ask() -> None:
        warm = [replace(GREEDY, temperature=1.5, seed=seed) for seed in (11, 11, 12)]
        heard = [await listen(tier, call("Tell me a story.", sampling=one)) for one in warm]
        assert heard[0].text == heard[1].text != heard[2].text

    asyncio.run(ask())


def test_an_option_that_does_not_exist_is_named(tier: LocalTier) -> None:
    asked = wishing(call("Hi"), provider_options={"local": {"topk": 1}})
    with pytest.raises(TierRejected, match="'topk' is none of"):
        asyncio.run(listen(tier, asked))
