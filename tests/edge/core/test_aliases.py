from __future__ import annotations

import pytest

from edge.core.aliases import alias_of

ALIASES = {"claude-haiku-*": "local", "claude-*": "auto"}


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("claude-haiku-4-5", "local"),
        ("claude-opus-5-5", "auto"),
        ("Claude-opus", "Claude-opus"),
        ("gpt-5", "gpt-5"),
        ("", ""),
    ],
)
def test_the_first_pattern_that_fits_says_who_is_meant(name: str, meant: str) -> None:
    assert alias_of(name, ALIASES) == meant
