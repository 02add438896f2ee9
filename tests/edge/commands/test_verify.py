"""`prelude verify` as a shell sees it, against the simulator."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.providers import PROVIDERS
from bench.simulator_process import SimulatorHandle, simulator

ROOT = Path(__file__).parents[3]
KEY = "zx-81c4f2a9d07b"
BY_TOKEN = ("vertex_anthropic",)  # a token of Google's, which nobody here hands out


@pytest.fixture(scope="module")
def sim() -> Iterator[SimulatorHandle]:
    # At a pace: what comes in one packet is no stream to whoever reads it.
    flags = ("--ttft-ms", "0", "--tokens-per-s", "200", "--tokens", "40", "--key", KEY)
    with simulator(*flags) as handle:
        yield handle


@pytest.fixture
def config(sim: SimulatorHandle, tmp_path: Path) -> Path:
    faults = ("none", "empty", "no_usage", "500", "restart")
    path = tmp_path / "prelude.toml"
    path.write_text(
        f'[providers.sim]\nkind = "openai_compatible"\nbase_url = "{sim.base_url}"\n'
        'api_key_env = "SIM_KEY"\n[providers.bare]\nkind = "openai_compatible"\n'
        f'base_url = "{sim.base_url}"\n[routes.default]\ntargets = ["sim/first"]\n'
        '[models."sim/first"]\nid = "sim"\nprice_in = 1\nprice_out = 2\n'
        + "".join(
            f'[models."sim/{name}"]\nid = "sim?fault={name}"\nprice_in = 1\nprice_out = 2\n'
            f"prefill = true\n"
            for name in faults
        )
    )
    return path


def verify(
    config: Path, *arguments: str, key: str = KEY, spend: str = "1"
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "edge", "verify", "--config", str(config)]
    return subprocess.run(
        [*command, *arguments, "--spend", spend],
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", "XDG_STATE_HOME": str(config.parent), "SIM_KEY": key},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


def table(done: subprocess.CompletedProcess[str]) -> dict[str, str]:
    """What came of each check."""
    rows = done.stdout.splitlines()[2:-1]
    results = ("ok", "failed", "not tried")
    return {line.partition("  ")[0]: next(r for r in results if f"  {r}" in line) for line in rows}


def calls(sim: SimulatorHandle) -> int:
    with urllib.request.urlopen(f"{sim.url}/log") as answer:
        return len(json.loads(answer.read())["requests"])


def test_platform_that_works_passes_every_check_at_a_price_that_is_told(config: Path) -> None:
    done = verify(config, "sim", "--model", "none")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0] == "sim/none, for 1 US cents at most"
    assert table(done) == dict.fromkeys(
        [
            "auth",
            "streaming",
            "usage, streamed",
            "in one piece",
            "usage, in one piece",
            "continuation, prefill",
        ],
        "ok",
    )
    assert "it cost 0." in done.stdout.splitlines()[-1]


def test_the_first_model_of_the_settings_is_taken_and_continues_as_asked(config: Path) -> None:
    done = verify(config, "sim")
    assert done.stdout.startswith("sim/first, ")
    assert (done.returncode, table(done)["continuation, asked with an anchor"]) == (0, "ok")


def test_key_that_is_refused_is_told_and_nothing_else_is_tried(
    config: Path, sim: SimulatorHandle
) -> None:
    before = calls(sim)
    done = verify(config, "sim", key="zx-wrong-0000")
    assert done.returncode == 1
    assert table(done)["auth"] == "failed"
    assert table(done)["in one piece"] == "not tried"
    assert "zx-wrong-0000" not in done.stdout + done.stderr
    assert "  answered 401: Incorrect API key provided" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("it cost 0 US cents")
    assert calls(sim) == before + 1


@pytest.mark.parametrize(
    ("fault", "failed"),
    [
        ("500", {"auth", "streaming", "in one piece", "continuation, prefill"}),
        ("empty", {"streaming", "in one piece", "continuation, prefill"}),
        ("no_usage", {"usage, streamed"}),
        ("restart", {"continuation, prefill"}),
    ],
)
def test_what_does_not_work_is_told_apart(config: Path, fault: str, failed: set[str]) -> None:
    done = verify(config, "sim", "--model", fault)
    assert done.returncode == 1
    assert {check for check, result in table(done).items() if result == "failed"} >= failed


def test_no_call_is_made_that_could_cost_more_than_is_allowed(
    config: Path, sim: SimulatorHandle
) -> None:
    before = calls(sim)
    done = verify(config, "sim", spend="0.0001")
    assert done.returncode == 1
    assert set(table(done).values()) == {"not tried"}
    assert calls(sim) == before
    # Enough for the first, which then costs less than was feared: not for all three at once.
    told = table(verify(config, "sim", spend="0.055"))
    assert (told["auth"], told["in one piece"]) == ("ok", "not tried")


# One platform of each dialect: where the simulator speaks as it, and a model.
PLATFORMS = {
    "openai": ("/v1", "gpt-5.4-mini"),
    "openai_responses": ("/v1", "gpt-5.4-mini"),
    "anthropic": ("/v1", "claude-haiku-5-5"),
    "gemini": ("/v1", "gemini-2.5-flash"),
    "vertex_anthropic": ("/v1/projects/p/locations/eu/publishers/anthropic", "claude-sonnet-4-5"),
    "bedrock": ("", "amazon.nova-pro-v1:0"),
    "cohere": ("", "command-a-03-2025"),
    "ollama_native": ("", "sim"),
    "replicate": ("/v1", "meta/llama"),
    "runpod": ("/v2", "endpoint/llama"),
    "fal": ("/run", "fal-ai/any-llm"),
    "fal_queue": ("/queue", "fal-ai/any-llm"),
    "web_endpoint": ("/web/100/talk", "sim"),
}


def test_every_dialect_has_a_platform_that_is_verified() -> None:
    dialects = {row.dialect for row in PROVIDERS}
    assert {row.dialect for row in PROVIDERS if row.name in PLATFORMS} == dialects


@pytest.mark.parametrize("name", PLATFORMS)
def test_a_platform_of_each_dialect_passes(name: str, sim: SimulatorHandle, tmp_path: Path) -> None:
    path, model = PLATFORMS[name]
    headers = f'headers = {{ authorization = "Bearer {KEY}" }}' if name in BY_TOKEN else ""
    config = tmp_path / "prelude.toml"
    config.write_text(
        f'[providers.{name}]\nbase_url = "{sim.url}{path}"\napi_key_env = "SIM_KEY"\n'
        f'region = "eu-central-1"\nproject = "p"\n{headers}\n'
        f'[models."{name}/{model}"]\nprice_in = 1\nprice_out = 2\n'
    )
    done = verify(config, name)
    assert (done.returncode, done.stderr) == (0, "")
    assert set(table(done).values()) == {"ok"}


def test_all_that_would_be_waited_for_a_machine_counts_against_the_limit(
    sim: SimulatorHandle, tmp_path: Path
) -> None:
    config = tmp_path / "prelude.toml"
    config.write_text(
        f'[providers.replicate]\nbase_url = "{sim.base_url}"\napi_key_env = "SIM_KEY"\n'
        '[models."replicate/meta/llama"]\nprice_compute_s = 0.001\n'
    )
    before = calls(sim)
    assert set(table(verify(config, "replicate", spend="5")).values()) == {"not tried"}
    assert calls(sim) == before
    assert set(table(verify(config, "replicate", spend="20")).values()) == {"ok"}


def test_without_a_price_nobody_is_called(config: Path, sim: SimulatorHandle) -> None:
    before = calls(sim)
    done = verify(config, "bare", "--model", "sim")
    assert (done.returncode, done.stdout) == (1, "")
    assert "the price of bare/sim is not known" in done.stderr
    assert calls(sim) == before


@pytest.mark.parametrize(
    ("arguments", "spend"),
    [(["nobody"], "1"), (["bare"], "1"), (["sim"], "0"), (["sim"], "nan"), ([], "1")],
)
def test_bad_usage_is_exit_code_2(config: Path, arguments: list[str], spend: str) -> None:
    assert verify(config, *arguments, spend=spend).returncode == 2
