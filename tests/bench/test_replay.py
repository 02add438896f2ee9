"""The virtual world: the same for everyone who asks, and the same every time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from bench.distribution import percentile
from bench.replay import AGAIN, DIRECT, DISCO, PRELUDE, WAYS, Replay, replay
from bench.replay_bill import cost
from bench.replay_host import CUT_SHARE, PROFILE, STALL_SHARE, Host
from bench.replay_words import whole_reply
from edge.core.accounting import LegReport

COUNT = 300
HOST = Host("a/first", seed=7)


@pytest.fixture(scope="module")
def world() -> Replay:
    return replay(COUNT, seed=7, coverage=0.5)


def test_world_is_the_same_for_a_seed_and_another_for_another(world: Replay) -> None:
    again, other = replay(COUNT, 7, 0.5), replay(COUNT, 8, 0.5)
    assert again.told == world.told
    assert again.asked == world.asked
    assert other.told != world.told


def test_no_request_is_lost_in_any_column(world: Replay) -> None:
    assert set(world.told) == set(WAYS)
    assert {len(told) for told in world.told.values()} == {COUNT}
    assert [reply.asked.n for reply in world.replies] == list(range(COUNT))


def test_nobody_says_that_a_broken_reply_is_whole(world: Replay) -> None:
    assert all(each.is_honest for told in world.told.values() for each in told)


def test_every_column_meets_the_same_first_call(world: Replay) -> None:
    """Where nothing was late or went wrong, the target's words come at one time for all."""
    calm = [reply for reply in world.replies if len(_hosted(reply.legs)) == 1]
    assert len(calm) > COUNT // 2
    for reply in calm:
        n = reply.asked.n
        ends = {way: world.told[way][n].end_s for way in (DIRECT, AGAIN, PRELUDE)}
        assert ends[PRELUDE] == pytest.approx(ends[DIRECT])
        if HOST.draw(n, 0).fault is None:
            assert ends[AGAIN] == ends[DIRECT]


def test_prelude_mends_what_breaks_for_the_others() -> None:
    # Three hundred requests may well meet no fault at all: these are looked for.
    struck = [n for n in range(2000) if HOST.draw(n, 0).fault is not None]
    world = replay(struck[4] + 1, seed=7, coverage=0.0)
    cut = [n for n in struck[:5] if world.told[DIRECT][n].end_s is None]
    assert cut
    assert all(world.told[PRELUDE][n].end_s is not None for n in cut)
    assert all(world.told[AGAIN][n].end_s is not None for n in cut)


def test_loser_of_a_race_is_paid_for_what_it_had_written(world: Replay) -> None:
    hosts = {host.name: host for host in (HOST, Host("b/second", seed=7, has_faults=False))}
    hedged = [
        reply
        for reply in world.replies
        if len(_hosted(reply.legs)) == 2 and not any(leg.prefix_tokens for leg in reply.legs)
    ]
    assert hedged
    for reply in hedged:
        n, text = reply.asked.n, whole_reply(reply.asked.n, reply.asked.reply_tokens)
        paid = 0.0
        for leg in _hosted(reply.legs):
            speech = hosts[leg.tier].answer(n, 0, text)
            ran_s = leg.ended_s - leg.started_s + 1e-6
            paid += cost(reply.asked.prompt_tokens, speech.tokens_by(ran_s))
        assert reply.figures.cost == paid


def test_openings_are_shown_before_the_target_and_only_where_they_are_drawn(world: Replay) -> None:
    drafted = [reply for reply in world.replies if reply.figures.is_drafted]
    assert drafted
    assert all(reply.asked.may_open for reply in drafted)
    sooner = [
        reply
        for reply in drafted
        if (reply.figures.first_shown_s or 9) < (reply.figures.own_sentence_s or 9)
    ]
    assert len(sooner) > 0.9 * len(drafted)


def test_what_may_be_opened_does_not_change_what_hosts_do(world: Replay) -> None:
    none = replay(COUNT, 7, 0.0)
    assert none.told[DIRECT] == world.told[DIRECT]
    assert not any(each.is_drafted for each in none.told[PRELUDE])


def test_dispatcher_speaks_sooner_and_uses_its_device(world: Replay) -> None:
    def mean(way: str) -> float:
        return sum(each.first_word_s or 0.0 for each in world.told[way]) / COUNT

    assert mean(DISCO) < mean(DIRECT)
    assert 0 < world.busy[DISCO] <= 1


# -- the hosts -----------------------------------------------------------------


def test_hosts_are_as_late_as_the_calibration_says() -> None:
    first = sorted(HOST.draw(n, 0).first_s for n in range(4000))
    assert percentile(first, 0.5) == pytest.approx(PROFILE.ttft_ms.at(0.5) / 1000, rel=0.03)
    assert percentile(first, 0.95) == pytest.approx(PROFILE.ttft_ms.at(0.95) / 1000, rel=0.06)


def test_faults_are_as_frequent_as_said_and_only_where_wanted() -> None:
    faults = [HOST.draw(n, 0).fault for n in range(20_000)]
    for kind, share in (("stall", STALL_SHARE), ("cut", CUT_SHARE)):
        found = sum(fault is not None and fault.kind == kind for fault in faults)
        assert found == pytest.approx(share * len(faults), rel=0.3)
    well = replace(HOST, has_faults=False)
    assert not any(well.draw(n, 0).fault for n in range(2000))


def test_a_call_says_its_text_and_a_cut_one_only_the_beginning() -> None:
    text = whole_reply(3, 200)
    for n in range(600):
        speech = HOST.answer(n, 0, text)
        said = "".join(chunk.text for chunk in speech.chunks)
        assert text.startswith(said) and (speech.is_cut or said == text)
        times = [chunk.at_s for chunk in speech.chunks]
        assert times == sorted(times) and (not times or times[-1] <= speech.end_s)


def _hosted(legs: Iterable[LegReport]) -> list[LegReport]:
    return [leg for leg in legs if leg.tier != "local"]
