"""Schemas as llama.cpp's grammars: what they let pass, and which are refused beforehand."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from local_models.json_grammar import SchemaError, any_object_grammar, schema_grammar
from local_models.llama import Model
from local_models.llama_sampler import Grammar, candidates

NODE = {
    "type": "object",
    "properties": {"v": {"type": "integer"}, "next": {"$ref": "#/$defs/node"}},
    "required": ["v"],
}


def allows(model: Model, grammar_text: str, text: str) -> bool:
    """Whether the text may be said, and no more."""
    grammar = Grammar(model, grammar_text)
    every = np.zeros(model.vocab_size, np.float32)
    try:
        for token in (*model.tokenize(text, parse_special=False), model.eos):
            if not len(grammar.allowed(candidates(np.array([token]), every))):
                return False
            if token != model.eos:
                grammar.accept(token)
        return True
    finally:
        grammar.close()


def written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


CASES: list[tuple[Any, list[Any], list[Any]]] = [
    ({"type": "string"}, ["", "a", 'q"\\ü🎉\n'], [1, None, ["a"]]),
    ({"type": "string", "minLength": 2, "maxLength": 3}, ["ab", "abc"], ["a", "abcd"]),
    ({"type": "integer"}, [0, -12, 100], [1.5, "1", True]),
    ({"type": "number"}, [0, -1.5, 1e21], ["1", None]),
    ({"enum": ["a", 'b"c', "d\\e", 7, None]}, ["a", 'b"c', "d\\e", 7, None], ["b", "d", 77]),
    ({"const": {"a": 1}}, [], [{"a": 1}, {}]),  # constants are written as Python writes JSON
    ({"type": ["integer", "null"]}, [3, None], ["3", False]),
    ({"anyOf": [{"type": "boolean"}, {"type": "null"}]}, [True, None], [0]),
    ({"type": "array", "items": {"type": "boolean"}}, [[], [True], [True, False]], [[1], {}]),
    (
        {"type": "array", "items": {"type": "null"}, "minItems": 1, "maxItems": 2},
        [[None], [None, None]],
        [[], [None] * 3],
    ),
    ({"prefixItems": [{"type": "null"}, {"type": "integer"}]}, [[None, 1]], [[None], [1, None]]),
    ({"type": "object"}, [{}, {"a": {"b": [1, None]}}], [[], "x"]),
    ({}, [1, "a", [{}], None], []),
    (
        {"properties": {"a": {"type": "null"}, "b": {"type": "null"}, "c": {"type": "null"}}},
        [{}, {"a": None}, {"c": None}, {"a": None, "c": None}, {"b": None, "c": None}],
        [{"d": None}, {"a": 1}],
    ),
    (
        {"properties": {"a": {"type": "null"}, "b": {"type": "null"}}, "required": ["b"]},
        [{"b": None}, {"a": None, "b": None}],
        [{}, {"a": None}],
    ),
    (
        {"properties": {"a": {"type": "null"}}, "additionalProperties": {"type": "integer"}},
        [{}, {"a": None}, {"a": None, "x": 1, "y": 2}, {"x": 1}],
        [{"x": None}],
    ),
    (
        {"$defs": {"node": NODE}, "$ref": "#/$defs/node"},
        [{"v": 1}, {"v": 1, "next": {"v": 2, "next": {"v": 3}}}],
        [{"next": {"v": 1}}, {"v": 1, "next": None}],
    ),
    (
        {"$defs": {"a/b": {"x": {"type": "null"}}}, "$ref": "#/$defs/a~1b/x"},
        [None],
        [1],
    ),
    (
        {"allOf": [{"properties": {"a": {"type": "null"}}}, {"required": ["a"]}]},
        [{"a": None}],
        [{}],
    ),
    ({"type": "string", "format": "date"}, ["2026-11-20"], ["20.11.2026", "2026-13-01"]),
    ({"type": "string", "format": "email"}, ["anything"], [1]),
]


@pytest.mark.parametrize(("schema", "good", "bad"), CASES)
def test_a_schema_lets_pass_what_it_describes(
    tiny: Model, schema: Any, good: list[Any], bad: list[Any]
) -> None:
    grammar = schema_grammar(schema, strict=False)
    assert [allows(tiny, grammar, written(value)) for value in good] == [True] * len(good)
    assert [allows(tiny, grammar, written(value)) for value in bad] == [False] * len(bad)


def test_a_constant_is_written_in_full(tiny: Model) -> None:
    grammar = schema_grammar({"const": {"a": [1, "ü"]}}, strict=True)
    assert allows(tiny, grammar, '{"a": [1, "ü"]}')


def test_any_object_is_an_object(tiny: Model) -> None:
    grammar = any_object_grammar()
    assert allows(tiny, grammar, '{"a": [1, {"b": null}], "c": "d"}')
    assert not allows(tiny, grammar, "[1]")
    assert not allows(tiny, grammar, '{"a": 1')


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)


@given(value=JSON)
@settings(max_examples=60)
def test_any_value_may_be_a_constant_and_a_value_of_no_schema(tiny: Model, value: Any) -> None:
    spaced = json.dumps(value, ensure_ascii=False)
    if "\\u" not in spaced and "\x7f" not in spaced:
        assert allows(tiny, schema_grammar({}, strict=True), spaced)
    assert allows(tiny, schema_grammar({"const": value}, strict=True), spaced)


# -- hostile schemas ---------------------------------------------------------


def nested(levels: int) -> Any:
    schema: Any = {"type": "null"}
    for _ in range(levels):
        schema = {"type": "array", "items": schema}
    return schema


def doubling(levels: int) -> Any:
    """Each level has two ways to begin with `[`."""
    array = [{"type": "array", "items": {"$ref": f"#/$defs/{n + 1}"}} for n in range(levels)]
    definitions: dict[str, Any] = {str(n): {"anyOf": [array[n]] * 2} for n in range(levels)}
    return {"$defs": {**definitions, str(levels): {"type": "null"}}, "$ref": "#/$defs/0"}


ITSELF = {"type": "array", "items": {"$ref": "#"}}
HOSTILE = [
    ({"$ref": "#"}, "leads to itself"),
    ({"anyOf": [{"$ref": "#"}, {"type": "null"}]}, "leads to itself"),
    ({"anyOf": [ITSELF, {**ITSELF, "minItems": 1}]}, "nested in itself"),
    ({"properties": {"a": {"$ref": "#"}}, "additionalProperties": {"$ref": "#"}}, "nested in it"),
    (doubling(8), "more than 32 alternatives"),
    (doubling(30), "nested more than 32|more than 32 alternatives"),
    (nested(40), "nested more than 32"),
    ({"type": "array", "minItems": 10**9}, "minItems"),
    ({"type": "string", "minLength": 10**9}, "minLength"),
    ({"type": "string", "minLength": 3, "maxLength": 2}, "minLength"),
    ({"type": "string", "maxLength": -1}, "maxLength"),
    ({"type": "string", "maxLength": "9"}, "maxLength"),
    ({"properties": {str(n): {} for n in range(300)}}, "properties: more than 200"),
    ({"enum": list(range(300))}, "enum: more than 200"),
    ({"enum": ["x" * 2000 + str(n) for n in range(150)]}, "more than 200,000 characters"),
    ({"anyOf": [{"items": nested(9)} for _ in range(190)]}, "more than 2,000 parts|alternatives"),
    ({"prefixItems": [{"type": "string", "maxLength": 500}] * 30}, "lengths come to more"),
    ({"$ref": "https://example.com/schema"}, "not in the schema"),
    ({"$ref": "#/nowhere/9"}, "there is no"),
    ({"type": "strange"}, "no type"),
    ({"type": "object", "required": ["a"]}, "not among the properties"),
    ({"properties": []}, "properties: not an object"),
    ({"prefixItems": 3}, "a list is missing"),
    ({"allOf": [{"type": "null"}, {"type": "string"}]}, "allOf"),
    (False, "a schema is an object"),
    ([1], "a schema is an object"),
    ("text", "a schema is an object"),
]


@pytest.mark.parametrize(("schema", "why"), HOSTILE)
def test_a_schema_without_bound_or_sense_is_refused(schema: Any, why: str) -> None:
    with pytest.raises(SchemaError, match=why):
        schema_grammar(schema, strict=False)


@pytest.mark.parametrize(
    ("schema", "why"),
    [
        ({"type": "integer", "minimum": 3}, "'minimum'"),
        ({"type": "string", "pattern": "^}$"}, "'pattern'"),
        ({"type": "string", "format": "email"}, "'email'"),
        ({"type": "string", "maxLength": 1000}, "500 at most"),
    ],
)
def test_a_strict_schema_with_what_cannot_be_kept_is_refused_by_name(schema: Any, why: str) -> None:
    with pytest.raises(SchemaError, match=why):
        schema_grammar(schema, strict=True)
    schema_grammar(schema, strict=False)


@pytest.mark.parametrize(
    "schema",
    [
        nested(30),
        doubling(5),
        {"properties": {f"p{n}": {"type": "string"} for n in range(200)}},
        {"enum": list(range(200))},
        {"$defs": {"node": NODE}, "anyOf": [{"$ref": "#/$defs/node"}, {"type": "null"}]},
        {"type": "array", "items": {"type": "string", "maxLength": 500}, "maxItems": 500},
    ],
)
def test_large_schemas_within_the_bounds_are_read_by_llama_cpp(tiny: Model, schema: Any) -> None:
    Grammar(tiny, schema_grammar(schema, strict=True)).close()


ANY_SCHEMA = st.recursive(
    st.sampled_from(
        [{"type": kind} for kind in ("string", "integer", "null", "object", "array")]
        + [{"$ref": "#"}, {"$ref": "#/items"}, {}, {"enum": ["a", 1]}, {"minItems": 2}, True, 3]
    ),
    lambda inner: st.one_of(
        st.builds(lambda s: {"type": "array", "items": s}, inner),
        st.builds(lambda s: {"anyOf": s}, st.lists(inner, max_size=3)),
        st.builds(lambda s: {"allOf": s}, st.lists(inner, max_size=2)),
        st.builds(
            lambda s, more: {"properties": s, "additionalProperties": more},
            st.dictionaries(st.sampled_from("abc"), inner),
            inner | st.booleans(),
        ),
    ),
    max_leaves=12,
)


@given(schema=ANY_SCHEMA)
@settings(max_examples=300)
def test_a_schema_is_refused_or_read_by_llama_cpp(tiny: Model, schema: Any) -> None:
    try:
        grammar = schema_grammar(schema, strict=False)
    except SchemaError:
        return
    Grammar(tiny, grammar).close()
