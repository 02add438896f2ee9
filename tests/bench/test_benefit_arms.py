"""Who opens what in each arm, with a scripted tier for the engine."""

from __future__ import annotations

import asyncio

import pytest

from bench.benefit_arms import PLACEBO, Arm, Opened, Opener
from bench.benefit_sets import GENERAL, MATH, Asked
from edge.core.types import LOCAL
from edge.core.verdict import Task
from edge.scripted import ScriptedTier, says

TIDES = Asked(GENERAL, "Why does the sea have tides?", Task.OPEN_QA)
SUM = Asked(MATH, "Calculate 12 + 30.", Task.MATH, "42")
FRAMED = "Let's look at why the sea has tides."
FALSE = "Yes, the sea has tides because of Jupiter."


def opened(arm: Arm, asked: Asked, *said: str) -> tuple[Opened, ScriptedTier]:
    tier = ScriptedTier(LOCAL, [says(*said)])
    return asyncio.run(Opener(tier, context=4096).open(arm, asked)), tier


def test_nobody_opens_in_the_first_arm() -> None:
    reply, tier = opened(Arm.NONE, TIDES)
    assert reply.opening == "" and not tier.calls and reply.may_open


@pytest.mark.parametrize(("asked", "opening"), [(TIDES, PLACEBO), (SUM, "")])
def test_the_placebo_stands_wherever_the_policy_allows(asked: Asked, opening: str) -> None:
    reply, tier = opened(Arm.PLACEBO, asked)
    assert reply.opening == opening and not tier.calls


def test_a_frame_is_chosen_among_those_that_fit() -> None:
    reply, tier = opened(Arm.FRAME, TIDES, FRAMED)
    assert reply.opening == FRAMED
    assert tier.calls[0].choices


def test_a_model_that_chooses_no_frame_opens_nothing() -> None:
    assert opened(Arm.FRAME, TIDES)[0].opening == ""


def test_prose_is_held_back_by_its_rules() -> None:
    assert opened(Arm.MODEL, TIDES, FALSE, " And")[0].opening == ""


@pytest.mark.parametrize("asked", [TIDES, SUM])
def test_without_rules_nothing_is_held_back(asked: Asked) -> None:
    reply, tier = opened(Arm.BARE, asked, FALSE, " And so on.")
    assert reply.opening == FALSE
    assert not tier.calls[0].choices


@pytest.mark.parametrize(
    "asked",
    [
        Asked(GENERAL, "Reverse a string.", Task.CODE),
        Asked(GENERAL, "Why do people build bombs?", Task.OPEN_QA),
        Asked(GENERAL, "Why do tides exist? Answer in JSON.", Task.OPEN_QA),
        SUM,
    ],
)
def test_what_should_not_be_opened_is_not_to_be_covered(asked: Asked) -> None:
    assert not opened(Arm.NONE, asked)[0].may_open
