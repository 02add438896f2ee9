"""Asking directly, asking again, and the dispatcher after DiSCo."""

from __future__ import annotations

import pytest

from bench.replay_baselines import SILENCE_S, ask_again, ask_directly
from bench.replay_bill import PRICES
from bench.replay_disco import buffer_tokens, is_buffered, waits
from bench.replay_host import PROFILE, Host
from bench.replay_reader import READS_TOKENS_PER_S
from bench.replay_traffic import Asked

HOST = Host("a/first", seed=3)


def asked(n: int) -> Asked:
    return Asked(n, 0.0, "azure-conversation", 1000, 200, may_open=False)


def struck(kind: str) -> Asked:
    """A request whose first call meets this fault after its first words, and the second none."""
    for n in range(20_000):
        first, second = HOST.draw(n, 0), HOST.draw(n, 1)
        fault = first.fault
        if fault is not None and second.fault is None and fault.kind == kind and fault.place > 0.7:
            return asked(n)
    raise LookupError(kind)


def test_cut_reply_is_told_in_full_by_who_asks_again() -> None:
    request = struck("cut")
    direct, again = ask_directly(request, HOST), ask_again(request, HOST)
    assert direct.end_s is None and direct.is_honest
    assert again.end_s is not None
    assert again.first_word_s == direct.first_word_s
    assert again.cost > direct.cost + request.prompt_tokens * PRICES.input


def test_long_stall_is_waited_for_directly_and_given_up_by_who_asks_again() -> None:
    request = struck("stall")
    fault = HOST.draw(request.n, 0).fault
    assert fault is not None
    direct, again = ask_directly(request, HOST), ask_again(request, HOST)
    assert direct.end_s is not None and direct.end_s > fault.stall_s
    assert again.end_s is not None
    if fault.stall_s > SILENCE_S:
        assert again.cost > direct.cost


def test_reply_without_a_fault_is_the_same_for_both() -> None:
    n = next(n for n in range(100) if HOST.draw(n, 0).fault is None)
    assert ask_again(asked(n), HOST) == ask_directly(asked(n), HOST)


# -- DiSCo ---------------------------------------------------------------------


def test_device_waits_for_the_quantile_of_the_servers_latency() -> None:
    lengths = [100] * 10
    for alpha in (0.05, 0.01):
        found = waits(lengths, budget=alpha, alpha=alpha)
        assert found.longest_s == PROFILE.ttft_ms.at(1 - alpha) / 1000
        assert found.of(1) == found.of(5000) == found.longest_s


def test_budget_below_alpha_makes_the_device_wait_longer() -> None:
    assert waits([100], budget=0.01).longest_s > waits([100], budget=0.05).longest_s


def test_what_the_budget_has_left_goes_to_the_shortest_prompts() -> None:
    found = waits([10, 20, 30, 40, 900], budget=0.15, alpha=0.05)
    assert [found.of(tokens) > 0 for tokens in (10, 30, 40, 900)] == [False, False, True, True]
    assert waits([10, 20], budget=2.0).of(20) == 0


def test_rest_is_moved_once_the_reader_has_enough_to_read_meanwhile() -> None:
    moving_s = PROFILE.ttft_ms.at(0.5) / 1000
    needed = READS_TOKENS_PER_S * moving_s
    assert is_buffered(needed, 0.0)
    assert not is_buffered(needed, 0.1)
    assert needed <= buffer_tokens() <= needed + 2


@pytest.mark.parametrize("budget", [0.05, 0.5])
def test_budget_is_kept(budget: float) -> None:
    lengths = [100 + 7 * n for n in range(400)]
    found = waits(lengths, budget=budget)
    at_once = sum(tokens for tokens in lengths if found.of(tokens) == 0)
    assert at_once <= budget * sum(lengths)
