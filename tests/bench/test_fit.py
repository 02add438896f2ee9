"""The refit: a folder of traces in, the module of fitted numbers out."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest

from bench import fit


@pytest.fixture
def traces(tmp_path: Path) -> Path:
    llmperf = ["provider,model,error_code,ttft_s,mean_itl_s"]
    llmperf += [f"anyscale,a,,{0.1 * n},0.02" for n in range(1, 10)]
    llmperf += ["anyscale,a,429,50,9", "replicate,a,,90,0.5"]
    (tmp_path / fit.LLMPERF).write_text("\n".join(llmperf))
    fastest = ["model,ttft_s,tps", "groq/a,0.1,400", "openai/b,0.3,50", "openai/b,0.5,999.0"]
    (tmp_path / fit.THEFASTEST).write_text("\n".join(fastest))
    azure = ["TIMESTAMP,ContextTokens,GeneratedTokens", *(f"t,5,{n}" for n in range(1, 101))]
    (tmp_path / fit.AZURE).write_text("\n".join(azure))
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
