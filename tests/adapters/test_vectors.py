from __future__ import annotations

import math
from typing import Any

import pytest

from adapters.media_json import own_members
from adapters.models import describe
from adapters.vectors import made, purpose_of, texts_of
from edge.core.errors import TierGarbled, TierRejected
from edge.core.media import Embed, MediaRequest
from edge.core.settings import ProviderSettings, Settings
from edge.core.types import Usage

MODEL = describe("cohere/embed-v4.0", Settings())
TWO = Embed(("one", "two"))


def request(ask: Embed = TWO, **members: Any) -> MediaRequest:
    return MediaRequest("r", "auto", ask, **members)


def test_a_vector_for_each_text_is_kept_in_order() -> None:
    answer = made(request(), "a/b", [[0.5, 1], [2, -1.0]], 7)
    assert answer.vectors == ((0.5, 1.0), (2.0, -1.0))
    assert answer.usage == Usage(7, 0)


@pytest.mark.parametrize("told", [None, -1, "7", math.nan])
def test_what_nobody_counted_is_estimated(told: Any) -> None:
    usage = made(request(), "a/b", [[1.0], [2.0]], told).usage
    assert not usage.reported and usage.input > 0


@pytest.mark.parametrize(
    "vectors",
    [
        [],
        [[1.0]],
        [[1.0], [2.0], [3.0]],
        [[1.0], [2.0, 3.0]],
        [[], []],
        [None, [1.0]],
        [["1"], [1.0]],
        [[True], [1.0]],
        [[math.nan], [1.0]],
        [[math.inf], [1.0]],
        [[10**400], [1.0]],
        [{"0": 1.0}, [1.0]],
        [[[1.0]], [[1.0]]],
    ],
)
def test_what_is_no_vector_for_each_text_is_garbled(vectors: list[Any]) -> None:
    with pytest.raises(TierGarbled, match="a/b"):
        made(request(), "a/b", vectors, 7)


def test_vectors_have_the_length_that_was_asked_for() -> None:
    asked = request(Embed(("one",), dimensions=2))
    assert made(asked, "a/b", [[1.0, 2.0]], 1).vectors == ((1.0, 2.0),)
    with pytest.raises(TierGarbled, match="another length"):
        made(asked, "a/b", [[1.0, 2.0, 3.0]], 1)


def test_tokens_and_too_many_texts_are_this_models_limit() -> None:
    assert texts_of(request(), MODEL, 2) is TWO
    for ask, most in ((Embed((), tokens=((1, 2),)), None), (TWO, 1)):
        with pytest.raises(TierRejected) as refused:
            texts_of(request(ask), MODEL, most)
        assert refused.value.own_limit and refused.value.param == "input"


def test_a_purpose_is_put_in_the_platforms_word_or_refused() -> None:
    words = {"query": "QUERY"}
    assert purpose_of(Embed(("a",), purpose="query"), MODEL, words) == "QUERY"
    assert purpose_of(TWO, MODEL, words) is None
    assert purpose_of(TWO, MODEL, words, "ELSE") == "ELSE"
    with pytest.raises(TierRejected, match="query only"):
        purpose_of(Embed(("a",), purpose="poetry"), MODEL, words)


def test_options_of_the_row_and_of_the_name_are_joined_and_notes_have_no_place() -> None:
    model = describe("mine/a", Settings(providers={"mine": ProviderSettings("cohere")}))
    options = {"cohere": {"a": 1, "b": 1}, "mine": {"b": 2}, "openai": {"c": 3}}
    given = request(provider_options=options, passthrough={"user": "u"})
    assert own_members(given, model) == {"a": 1, "b": 2}
    with pytest.raises(TierRejected, match="takes no style"):
        own_members(request(passthrough={"style": "vivid"}), model)
