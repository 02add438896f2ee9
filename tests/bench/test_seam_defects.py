"""The checker of seams, on defects that were planted."""

from __future__ import annotations

import pytest

from bench.seam_defects import defect, visible_defect

TRUTH = (
    "First the **cause**, then the cure.\n\nIn code:\n\n```python\nx = 1\ny = 2\n```\n\n"
    "| a | b |\n|---|---|\n| 1 | 2 |\n\n- one\n- two\n\nThat is all."
)


@pytest.mark.parametrize(
    ("of", "becomes", "fault"),
    [
        ("then the", "then the the", "doubled"),
        ("the **cause", "the **the **cause", "doubled"),
        ("**cause**", "**cause****", "doubled"),
        ("```python\n", "```python\n```python\n", "doubled"),
        ("all.", "all. Sure!", "doubled"),
        ("then the ", "then ", "lost"),
        ("cure.", "cur.", "lost"),
        ("**cause**", "**cause*", "lost"),
        ("cause", "Cause", "changed"),
        ("then the", "thenthe", "glued words"),
        ("cure.\n\nIn", "cure.In", "glued words"),
        ("cause", "ca use", "broken word"),
        ("then the", "then\nthe", "broken line"),
        ("- one\n- two", "- one - two", "lost line"),
        ("x = 1\ny", "x = 1 y", "lost line"),
        ("|---|\n|", "|---| |", "lost line"),
    ],
)
def test_planted_defects_are_found(of: str, becomes: str, fault: str) -> None:
    shown = TRUTH.replace(of, becomes)
    assert shown != TRUTH
    for found in (defect(TRUTH, shown), visible_defect(TRUTH, shown)):
        assert found is not None
        assert found.partition(":")[0] == fault


@pytest.mark.parametrize(
    ("of", "becomes"), [("cure.\n\nIn", "cure. In"), ("then the", "then  the")]
)
def test_white_space_that_nobody_notices_is_a_defect_to_the_letter_only(
    of: str, becomes: str
) -> None:
    shown = TRUTH.replace(of, becomes)
    assert visible_defect(TRUTH, shown) is None
    assert (defect(TRUTH, shown) or "").startswith("white space")


def test_the_text_itself_has_none() -> None:
    assert defect(TRUTH, TRUTH) is None
