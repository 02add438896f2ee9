"""What each sampling option does to a model of noise, and what a grammar makes of it."""

from __future__ import annotations

import json
from collections.abc import Iterator

import numpy as np
import pytest

from local_models.json_grammar import schema_grammar
from local_models.llama import Model
from local_models.llama_context import Context, Feed
from local_models.llama_sampler import (
    Grammar,
    GrammarError,
    Sampler,
    SamplerOptions,
    candidates,
)

WARM = SamplerOptions(temperature=1.0, seed=7)


@pytest.fixture
def context(tiny: Model) -> Iterator[Context]:
    context = Context(tiny, sequences=1, context=256, batch=64, threads=1)
    yield context
    context.close()


def say(
    model: Model,
    context: Context,
    options: SamplerOptions,
    *,
    most: int = 20,
    grammar: Grammar | None = None,
) -> list[int]:
    sampler = Sampler(model, options)
    said: list[int] = []
    tokens, position = model.tokenize("the sea", parse_special=False), 0
    while len(said) < most and model.eos not in said:
        (output,) = context.decode([Feed(0, position, tokens, wants_logits=True)])
        position += len(tokens)
        tokens = [sampler.sample(output, grammar)]
        said += tokens
    context.forget(0)
    sampler.close()
    return said


def test_the_same_seed_says_the_same(tiny: Model, context: Context) -> None:
    assert say(tiny, context, WARM) == say(tiny, context, WARM)
    assert say(tiny, context, WARM) != say(tiny, context, SamplerOptions(1.0, seed=8))


@pytest.mark.parametrize(
    "narrow",
    [
        SamplerOptions(3.0, top_k=1, seed=1),
        SamplerOptions(3.0, min_p=1.0, seed=1),
        SamplerOptions(3.0, top_p=1e-6, seed=1),
        SamplerOptions(1e-4, seed=1),
    ],
)
def test_the_narrowest_options_take_the_likeliest(
    tiny: Model, context: Context, narrow: SamplerOptions
) -> None:
    assert say(tiny, context, narrow) == say(tiny, context, SamplerOptions(0.0))


@pytest.mark.parametrize(
    "tired",
    [
        SamplerOptions(0.0, repetition_penalty=100.0),
        SamplerOptions(0.0, presence_penalty=100.0),
        SamplerOptions(0.0, frequency_penalty=100.0),
    ],
)
def test_a_heavy_penalty_forbids_what_was_said(
    tiny: Model, context: Context, tired: SamplerOptions
) -> None:
    said = say(tiny, context, tired, most=60)
    assert len(set(said)) == len(said)
    plain = say(tiny, context, SamplerOptions(0.0), most=60)
    assert len(set(plain)) < len(plain)


SCHEMA = {
    "type": "object",
    "properties": {
        "is_blue": {"type": "boolean"},
        "words": {"type": "array", "items": {"enum": ["sea", "sky"]}, "maxItems": 2},
        "name": {"type": "string", "maxLength": 5},
    },
    "required": ["is_blue", "words", "name"],
}


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("temperature", [0.0, 2.0])
def test_even_noise_follows_a_grammar(
    tiny: Model, context: Context, seed: int, temperature: float
) -> None:
    grammar = Grammar(tiny, schema_grammar(SCHEMA, strict=True))
    options = SamplerOptions(temperature, top_k=40, seed=seed, repetition_penalty=1.1)
    said = say(tiny, context, options, most=200, grammar=grammar)
    grammar.close()
    assert said[-1] == tiny.eos
    # Noise also writes a character in more bytes than it needs: llama.cpp lets that pass.
    value = json.loads(b"".join(map(tiny.piece, said)).decode("utf-8", "ignore"))
    assert value.keys() == {"is_blue", "words", "name"}
    assert isinstance(value["is_blue"], bool)
    assert set(value["words"]) <= {"sea", "sky"}
    assert len(value["name"]) <= 5


def test_a_grammar_does_not_change_what_it_allows(tiny: Model, context: Context) -> None:
    (sea,) = tiny.tokenize(" sea", parse_special=False)
    fond = SamplerOptions(0.0, logit_bias={sea: 100.0})
    anything = Grammar(tiny, "root ::= .*")
    assert say(tiny, context, fond, grammar=anything) == say(tiny, context, fond) == [sea] * 20
    anything.close()


def test_a_grammar_that_llama_cpp_cannot_read_is_an_error(tiny: Model) -> None:
    with pytest.raises(GrammarError, match="cannot read"):
        Grammar(tiny, "root ::= (")
    with pytest.raises(GrammarError):
        Grammar(tiny, 'other ::= "a"')


def test_a_grammar_that_leaves_nothing_to_say_is_an_error(tiny: Model, context: Context) -> None:
    nothing = Grammar(tiny, r'root ::= [\x00] "a"')  # no token's text is that character
    with pytest.raises(GrammarError, match="nothing to say"):
        say(tiny, context, SamplerOptions(0.0), grammar=nothing)
    nothing.close()


@pytest.mark.parametrize("said", ["", "{", '{"is_blue":', '{"is_blue":true,"words":["s', '{"is_b'])
def test_all_that_a_grammar_allows_is_found(tiny: Model, said: str) -> None:
    grammar = Grammar(tiny, schema_grammar(SCHEMA, strict=True))
    for token in tiny.tokenize(said, parse_special=False):
        grammar.accept(token)
    logits = np.zeros(tiny.vocab_size, np.float32)
    one_by_one = grammar.allowed(candidates(np.arange(tiny.vocab_size), logits))
    found = grammar.all_allowed(logits)
    grammar.close()
    assert 0 < len(found) < tiny.vocab_size
    assert sorted(found["id"]) == sorted(one_by_one["id"])
