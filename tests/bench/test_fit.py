"""The refit: a folder of traces in, the module of fitted numbers out."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest

from bench import fit
from bench.replay_rows import AZURE_CONVERSATION, CODE, FILES, MOONCAKE
from bench.replay_traffic import traffic


@pytest.fixture
def traces(tmp_path: Path) -> Path:
    llmperf = ["provider,model,error_code,ttft_s,mean_itl_s"]
    llmperf += [f"anyscale,a,,{0.1 * n},0.02" for n in range(1, 10)]
    llmperf += ["anyscale,a,429,50,9", "replicate,a,,90,0.5"]
    (tmp_path / fit.LLMPERF).write_text("\n".join(llmperf))
    fastest = ["model,ttft_s,tps", "groq/a,0.1,400", "openai/b,0.3,50", "openai/b,0.5,999.0"]
    (tmp_path / fit.THEFASTEST).write_text("\n".join(fastest))
    azure = ["TIMESTAMP,ContextTokens,GeneratedTokens"]
    azure += [f"2023-11-16 18:{n // 60:02}:{n % 60:02}.0000000,5,{n + 1}" for n in range(100)]
    for source in (AZURE_CONVERSATION, CODE):
        (tmp_path / FILES[source]).write_text("\n".join(azure))
    row = '{"timestamp": %d, "input_length": 7000, "output_length": 0}\n'
    (tmp_path / FILES[MOONCAKE]).write_text("".join(row % (3000 * n) for n in range(11)))
    return tmp_path


@pytest.fixture
def fitted(traces: Path) -> dict[str, Any]:
    """The names of the printed module, run as Python runs it."""
    module = traces / "fitted.py"
    module.write_text(fit.fitted_module(traces, "2026-11-20"))
    return runpy.run_path(str(module))


def test_the_printed_module_holds_what_the_traces_say(fitted: dict[str, Any]) -> None:
    profiles = fitted["PROFILES"]
    assert profiles["hosted-2026"].ttft_ms.at(0.5) == pytest.approx(685)
    assert profiles["thefastest-2024"].ttft_ms.at(0.5) == pytest.approx(300)
    assert profiles["fast-2026"].tokens_per_s.at(0.5) == pytest.approx(400)  # Groq's alone
    assert profiles["llmperf-2023"].tokens_per_s.at(0.5) == pytest.approx(50)
    assert fitted["LENGTH_TOKENS"].at(0.5) == pytest.approx(50.5)


def test_below_the_cited_median_the_shape_is_of_warm_hosts_alone(
    fitted: dict[str, Any],
) -> None:
    quantiles = fitted["PROFILES"]["hosted-2026"].ttft_ms
    assert quantiles.at(0.25) == pytest.approx(685 * 0.3 / 0.5, rel=0.001)


def test_all_at_once_is_no_pace(fitted: dict[str, Any]) -> None:
    assert fitted["PROFILES"]["thefastest-2024"].tokens_per_s.at(1.0) <= 400


def test_traffic_has_the_traces_rate_and_lengths(fitted: dict[str, Any]) -> None:
    assert fitted["TRAFFIC"][CODE].per_s == pytest.approx(100 / 99, rel=0.001)
    mooncake = fitted["TRAFFIC"][MOONCAKE]
    assert mooncake.per_s == pytest.approx(11 / 30, rel=0.001)
    assert mooncake.prompt_tokens.at(0.5) == pytest.approx(7000)
    assert mooncake.reply_tokens.at(0.5) == 1  # nobody is answered with nothing


def test_pace_is_in_parts_of_the_hosts_own_median(fitted: dict[str, Any]) -> None:
    assert fitted["PACE_SHARE"].at(0.5) == pytest.approx(1.0)


def test_replayed_requests_are_the_traces_own_in_the_order_of_their_arrival(traces: Path) -> None:
    asked = traffic(211, seed=1, coverage=1.0, data=traces)
    assert [each.at_s for each in asked] == sorted(each.at_s for each in asked)
    assert asked[0].at_s == 0
    assert {each.source for each in asked} == set(FILES)
    assert {each.reply_tokens for each in asked} == set(range(1, 101))
    assert not any(each.may_open for each in asked if each.is_code)
    assert all(each.may_open for each in asked if not each.is_code)
