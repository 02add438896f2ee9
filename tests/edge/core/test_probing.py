"""What a model made of an unfinished text, and what follows from three of them."""

from __future__ import annotations

import pytest

from edge.core.probing import PROBES, Finding, Manner, Probe, conclude, judge

COUNT, DAYS, PLANETS = PROBES
GOES_ON = {
    COUNT: "ve, six, seven, eight, nine, ten, eleven, twelve.",
    DAYS: "day, Friday, Saturday, Sunday.",
    PLANETS: " Mars, Jupiter, Saturn, Uranus, Neptune.",
}


@pytest.mark.parametrize("probe", PROBES)
def test_who_goes_on_continues(probe: Probe) -> None:
    assert judge(probe, GOES_ON[probe]) is Manner.CONTINUES
    assert judge(probe, GOES_ON[probe].lstrip().upper()) is Manner.CONTINUES


@pytest.mark.parametrize("probe", PROBES)
def test_who_repeats_all_of_it_and_goes_on_echoes(probe: Probe) -> None:
    assert judge(probe, probe.prefix + GOES_ON[probe]) is Manner.ECHOES
    loose = probe.prefix.replace(" ", "\n", 3)
    assert judge(probe, f"**{loose}{GOES_ON[probe]}") is Manner.ECHOES


@pytest.mark.parametrize("probe", PROBES)
def test_who_tells_the_list_again_begins_anew(probe: Probe) -> None:
    assert judge(probe, probe.told + GOES_ON[probe]) is Manner.RESTARTS


@pytest.mark.parametrize("probe", PROBES)
@pytest.mark.parametrize(
    "said",
    [
        "Sure! Here you go: ",
        "Of course, here is the rest: ve, six, seven.",
        "It seems that your message was cut off.",
        "Twelve numbers from one to twelve, in words.",
    ],
)
def test_who_says_anything_else_begins_anew(probe: Probe, said: str) -> None:
    assert judge(probe, said) is Manner.RESTARTS


@pytest.mark.parametrize("probe", PROBES)
def test_an_echo_that_goes_on_with_something_else_is_of_no_use(probe: Probe) -> None:
    assert judge(probe, f"{probe.prefix}\n\nLet me know if I should go on.") is Manner.RESTARTS
    assert judge(probe, f"{probe.prefix[:-2]} or so, and that is it.") is Manner.RESTARTS


def test_who_says_nothing_tells_nothing() -> None:
    assert judge(COUNT, "") is judge(COUNT, " \n") is Manner.UNCLEAR


def test_no_text_ends_in_white_space_which_some_platforms_refuse() -> None:
    assert all(probe.prefix == probe.prefix.rstrip() for probe in PROBES)


@pytest.mark.parametrize(
    ("manners", "finding"),
    [
        ("CONTINUES CONTINUES CONTINUES", Finding(Manner.CONTINUES, True, True)),
        ("CONTINUES ECHOES CONTINUES", Finding(Manner.ECHOES, True, False)),
        ("RESTARTS RESTARTS RESTARTS", Finding(Manner.RESTARTS, False, True)),
        ("CONTINUES RESTARTS CONTINUES", Finding(Manner.RESTARTS, False, False)),
        ("REFUSES REFUSES REFUSES", Finding(Manner.REFUSES, False, True)),
        ("RESTARTS UNCLEAR CONTINUES", Finding(Manner.RESTARTS, False, False)),
        ("CONTINUES UNCLEAR CONTINUES", Finding(Manner.UNCLEAR, None, False)),
        ("UNCLEAR UNCLEAR UNCLEAR", Finding(Manner.UNCLEAR, None, True)),
    ],
)
def test_the_worst_of_them_decides(manners: str, finding: Finding) -> None:
    assert conclude([Manner[name] for name in manners.split()]) == finding
