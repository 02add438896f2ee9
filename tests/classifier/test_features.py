"""What the heads see of a prompt."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.counted import COUNTED
from classifier.features import HEAD, SIZES, TAIL, Features
from classifier.features import featurize as featurize_with
from classifier.reader import Reader

READER = Reader()


def featurize(prompt: str) -> Features:
    return featurize_with(prompt, READER)


def same(one: Features, other: Features) -> bool:
    groups = [(one.surface.group(name), other.surface.group(name)) for name in SIZES]
    counted = np.array_equal(one.surface.counted, other.surface.counted)
    meaning = np.array_equal(one.meaning, other.meaning)
    return (
        counted
        and meaning
        and all(
            np.array_equal(a.places, b.places) and np.array_equal(a.counts, b.counts)
            for a, b in groups
        )
    )


@given(st.text(max_size=400))
def test_any_text_has_features_within_their_bounds(prompt: str) -> None:
    features = featurize(prompt)
    for name, size in SIZES.items():
        group = features.surface.group(name)
        assert len(group.places) == len(set(group.places.tolist())) == len(group.counts)
        assert all(0 <= place < size for place in group.places)
    assert len(features.surface.counted) == len(COUNTED)
    assert np.isfinite(features.surface.counted).all()
    assert np.linalg.norm(features.meaning) == pytest.approx(1.0, abs=1e-3)


@pytest.mark.parametrize("prompt", ["", " ", "\x00\xff" * 50, "\ud800", "?", "é", "日本語"])
def test_odd_prompts_have_features_too(prompt: str) -> None:
    assert same(featurize(prompt), featurize(prompt))


def test_case_and_accents_do_not_change_the_words() -> None:
    one, other = featurize("Résume ce texte"), featurize("resume ce texte")
    assert np.array_equal(one.surface.group("words").places, other.surface.group("words").places)


def test_of_a_megabyte_only_head_and_tail_are_read() -> None:
    head, tail = "Summarize this: " + "a b c " * HEAD, "d e f " * TAIL + "in one line"
    short = head + "the middle" * 400 + tail
    long = head + "another one" * 100_000 + tail
    for name in SIZES:
        assert np.array_equal(
            featurize(short).surface.group(name).places, featurize(long).surface.group(name).places
        )


def test_the_features_of_a_prompt_stay_what_the_trained_model_saw() -> None:
    """A change of these numbers needs another `VERSION`, and another model."""
    features = featurize("Write a haiku about rain, please!")
    assert [int(features.surface.group(name).places.sum()) for name in SIZES] == FEATURES_SEEN
    assert round(float(features.surface.counted.sum()), 3) == COUNTED_SEEN


FEATURES_SEEN = [300952, 563619, 2212632]
COUNTED_SEEN = 7.937
