from __future__ import annotations

import pytest

from adapters.models import model_table
from adapters.strengths import families, known_strengths
from edge.core.strengths import NAMES


@pytest.mark.parametrize(
    ("model_id", "task", "at_least"),
    [
        ("deepseek-v4-flash", "code", 0.7),
        ("gemini-3.8-flash", "images", 0.7),
        ("mistral-small-latest", "extraction", 0.6),
        ("Qwen/Qwen3-235B-A22B", "creative_writing", 0.7),
    ],
)
def test_family_is_known_under_any_hosts_name_for_it(
    model_id: str, task: str, at_least: float
) -> None:
    assert known_strengths(model_id, {})[task] >= at_least


def test_small_model_of_a_family_is_not_taken_for_its_large_one() -> None:
    large, small = known_strengths("gpt-5", {}), known_strengths("gpt-5-mini", {})
    assert small["math"] < 0.5 < large["math"]


def test_settings_word_wins_and_leaves_the_rest() -> None:
    strengths = known_strengths("deepseek-v4-pro", {"code": 0.1})
    assert strengths["code"] == 0.1
    assert strengths["math"] > 0.5


def test_unknown_model_has_no_strengths() -> None:
    assert known_strengths("nobody/has-heard-of-it", {}) == {}


def test_table_names_only_what_there_is() -> None:
    for family in families():
        assert set(family.strengths) <= set(NAMES)
        assert all(0 <= strength <= 1 for strength in family.strengths.values())
        assert all(pattern == pattern.lower() for pattern in family.patterns)
    known = [name for name in model_table() if known_strengths(name.partition("/")[2], {})]
    assert len(known) >= 20
