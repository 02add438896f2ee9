from __future__ import annotations

from edge.core.vectors import mixes, space_of


def test_one_model_by_one_name_is_one_space() -> None:
    assert space_of("embed-3", None) == "embed-3"
    assert space_of("our-deployment", "embed-3") == "embed-3"
    assert mixes({"a/x": "embed-3", "b/y": "embed-3"}) is None
    assert mixes({}) is None


def test_two_spaces_are_named_with_the_key_that_says_they_are_one() -> None:
    told = mixes({"a/x": "embed-3", "b/y": "bge"})
    assert told is not None
    assert "b/y" in told and "a/x" in told and 'models."b/y".vectors = "embed-3"' in told
