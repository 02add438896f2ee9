from __future__ import annotations

import pytest

from edge.core.marks import fence_info, list_marker, open_fence, open_inline


@pytest.mark.parametrize(
    ("text", "opened"),
    [
        ("plain words", ()),
        ("some **bold", ("**",)),
        ("some **bold** and", ()),
        ("some **bold *and italic", ("**", "*")),
        ("use `git", ("`",)),
        ("use `a ** b", ("`",)),
        ("3 * 4 * 5", ()),
        ("* item with *stress", ("*",)),
        ("an escaped \\*mark", ()),
        ('he said "I will', ('"',)),
        ("er sagte „ich will", ("„",)),
        ("er sagte „ich will“ und", ()),
        ("elle dit « oui », puis", ()),
        ("**open\n\nin an earlier paragraph", ()),
        ("- **open\n- in an earlier item", ()),
        ("don't", ()),
    ],
)
def test_marks_that_are_open_at_the_end(text: str, opened: tuple[str, ...]) -> None:
    assert open_inline(text) == opened


@pytest.mark.parametrize(
    ("text", "fence"),
    [
        ("```python\nx = 1", "```"),
        ("```python\nx = 1\n```", None),
        ("~~~\nx\n```\ny", "~~~"),
        ("````\n```\n", "````"),
        ("```\na\n```\nthen\n```sh\nb", "```"),
        ("a `` b", None),
    ],
)
def test_a_fence_is_open_until_it_is_closed(text: str, fence: str | None) -> None:
    assert open_fence(text) == fence


def test_what_a_line_begins_with() -> None:
    assert fence_info("```python") == "python"
    assert fence_info("x = 1") == ""
    assert list_marker("12. twelfth") == "12."
    assert list_marker("  * nested") == "*"
    assert list_marker("3.14 is no item") == ""


def test_fence_that_closes_behind_a_blank_line_leaves_nothing_open() -> None:
    assert open_inline("```sh\nmkdir a\n\ncp b a\n```") == ()
