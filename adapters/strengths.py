"""What families of models are known to be good at: `strengths.toml`, under the settings."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

from edge.core.strengths import Strengths


@dataclass(frozen=True, slots=True)
class Family:
    """`patterns` are of the platforms' own ids, in small letters."""

    patterns: tuple[str, ...]
    strengths: Strengths


def known_strengths(model_id: str, given: Strengths) -> Strengths:
    """The settings' word for each task, else the table's."""
    name = model_id.lower()
    family = next((family for family in families() if _fits(name, family)), None)
    known: Mapping[str, float] = {} if family is None else family.strengths
    return {**known, **given}


@cache
def families() -> tuple[Family, ...]:
    """In the order of the table: the first one that fits counts."""
    table = tomllib.loads(Path(__file__).with_name("strengths.toml").read_text("utf-8"))
    return tuple(
        Family(
            tuple(entry["models"]),
            {name: float(value) for name, value in entry.items() if name != "models"},
        )
        for entry in table["family"]
    )


def _fits(name: str, family: Family) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in family.patterns)
