"""Wordings of the asker that no editor would print, and good ones that look like them."""

from __future__ import annotations

import pytest

from edge.core.openings.english_slips import CLUMSY


@pytest.mark.parametrize(
    "sentence",
    [
        "Let's go over 7 continents in the world.",
        "Let's look at plays or dramas by five women.",
        "Let's look at how to thicken your soup recipe.",
        "Let's look at whether AI will replace your jobs.",
        "Let's look at practice based learning.",
        "Let's look at a 5 day itinerary.",
        "Let's look at good places for a food fueled vacation.",
        "Let's look at drones to become a pilot.",
        "Let's look at ideas of activities.",
        "Here is a story about an abandon cave.",
        "Let's look at who Edgar Allen Poe was.",
        "Let's look at the past FIFA World Cup Champions.",
        "Let's look at things to see in Porto Portugal.",
    ],
)
def test_a_wording_that_no_editor_would_print_is_found(sentence: str) -> None:
    assert CLUMSY.search(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Let's look at the 7 continents.",
        "Let's look at whether you should buy or rent a house.",
        "Let's look at how to keep your plants alive.",
        "Let's look at what the theory is based on.",
        "Let's look at the best way to learn a language.",
        "Let's look at places to visit in Rome.",
        "Let's look at films that were released in 1990.",
    ],
)
def test_a_good_wording_is_let_through(sentence: str) -> None:
    assert CLUMSY.search(sentence) is None
