from __future__ import annotations

from dataclasses import replace

import pytest

from edge.core.gate import Gate
from edge.core.plan import Draft, Plan, Strategy

PLAN = Plan(Strategy.PREAMBLE, (), fast_deadline=0.2, deep_s=15.0, prompt="heat pumps?")
DRAFT = Draft("local", "full")


def held(text: str, draft: Draft = DRAFT, plan: Plan = PLAN) -> Gate:
    gate = Gate(0, draft, plan)
    for at in range(0, len(text), 3):
        gate.hold(text[at : at + 3])
    return gate


@pytest.mark.parametrize(
    ("gate", "text", "final", "opening"),
    [
        ("sentence", "Let us see", False, None),
        ("sentence", "Let us see. And", False, "Let us see."),
        ("sentence", "Let us see.", True, "Let us see."),
        ("sentence", "Let us see", True, None),  # no sentence: better no opening
        ("line", "Let us see. And", False, None),
        ("line", "Let us see. And\nso", False, "Let us see. And"),
        ("line", "Let us", True, "Let us"),
        ("token", "Let", False, "Let"),
    ],
)
def test_opening_stands_as_the_gate_asks(
    gate: str, text: str, final: bool, opening: str | None
) -> None:
    assert held(text, replace(DRAFT, gate=gate)).opening(final) == opening


def test_as_many_sentences_as_the_draft_may_say() -> None:
    assert held("One is. Two is. Three", replace(DRAFT, sentences=2)).opening(False) == (
        "One is. Two is."
    )


def test_opening_that_may_not_be_said_is_empty() -> None:
    assert held("Kelvin built 12 of them. So", replace(DRAFT, level="model")).opening(False) == ""
    assert held("Let us see. So", plan=replace(PLAN, stop=("us",))).opening(False) == ""
