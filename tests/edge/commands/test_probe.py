"""`prelude probe` as a shell sees it, against every way of a simulated model to take a prefill."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bench.simulator_process import SimulatorHandle, simulator

ROOT = Path(__file__).parents[3]
WAYS = {
    "continues": ("none", True, "continues"),
    "echoes": ("echo", True, "echoes, then continues"),
    "echoes-loosely": ("loose_echo", True, "echoes, then continues"),
    "restarts": ("restart", False, "begins anew"),
    "paraphrases": ("paraphrase", False, "begins anew"),
    "prefaces": ("preface", False, "begins anew"),
    "refuses": ("400_prefill", False, "refuses"),
}


@pytest.fixture(scope="module")
def sim() -> Iterator[SimulatorHandle]:
    with simulator("--ttft-ms", "0", "--tokens-per-s", "0", "--tokens", "0") as handle:
        yield handle


@pytest.fixture
def config(sim: SimulatorHandle, tmp_path: Path) -> Path:
    """Settings whose routes name two models, and that know one for every fault."""
    path = tmp_path / "prelude.toml"
    faults = [(name, fault) for name, (fault, *_) in WAYS.items()]
    faults += [(fault, fault) for fault in ("400_bad", "401", "empty")]
    path.write_text(
        f'[providers.sim]\nkind = "openai_compatible"\nbase_url = "{sim.base_url}"\n'
        '[providers.openai]\nbase_url = "http://127.0.0.1:1/v1"\n'
        '[routes.default]\ntargets = ["sim/continues", "sim/restarts"]\n'
        + "".join(
            f'[models."sim/{name}"]\nid = "sim?fault={fault}"\nprice_in = 1\nprice_out = 2\n'
            for name, fault in faults
        )
    )
    return path


def prelude(command: str, *arguments: str, config: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "edge", command, "--config", str(config), *arguments],
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", "XDG_STATE_HOME": str(config.parent)},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


def overlay(config: Path) -> dict[str, Any]:
    file = config.parent / "prelude" / "models.toml"
    models: dict[str, Any] = tomllib.loads(file.read_text())["models"] if file.exists() else {}
    return models


@pytest.mark.parametrize("name", WAYS)
def test_each_manner_is_told_and_written(config: Path, name: str, sim: SimulatorHandle) -> None:
    fault, prefill, finding = WAYS[name]
    done = prelude("probe", f"sim/{name}", config=config)
    assert (done.returncode, done.stderr) == (0, "")
    first, *_, last = done.stdout.splitlines()
    assert first == "3 calls of at most 48 tokens each: about 0.039 US cents"
    verdict = f"sim/{name}: {finding} (all 3 agree): prefill = {str(prefill).lower()}; written to "
    assert last.startswith(verdict)
    entry = overlay(config)[f"sim/sim?fault={fault}"]
    assert (entry["prefill"], entry["finding"], entry["agreed"]) == (prefill, finding, True)
    assert (entry["base_url"], entry["probe"]) == (sim.base_url, 1)
    assert entry["probed_at"].startswith("20")


def test_all_models_of_the_routes_are_asked(config: Path) -> None:
    done = prelude("probe", "--all", config=config)
    assert done.returncode == 0
    assert done.stdout.startswith("6 calls ")
    assert list(overlay(config)) == ["sim/sim?fault=none", "sim/sim?fault=restart"]


@pytest.mark.parametrize("name", ["400_bad", "401", "empty"])
def test_what_could_not_be_told_is_exit_code_1_and_not_written(config: Path, name: str) -> None:
    done = prelude("probe", f"sim/{name}", config=config)
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1].endswith("could not be told; nothing was written")
    assert overlay(config) == {}


def test_a_dry_run_writes_nothing(config: Path) -> None:
    done = prelude("probe", "sim/continues", "--dry-run", config=config)
    assert done.returncode == 0
    assert done.stdout.endswith("prefill = true; nothing was written\n")
    assert overlay(config) == {}


def test_the_overlay_may_be_another_file(config: Path, tmp_path: Path) -> None:
    file = tmp_path / "other.toml"
    assert prelude("probe", "sim/continues", "--overlay", str(file), config=config).returncode == 0
    assert "sim/sim?fault=none" in file.read_text()
    assert overlay(config) == {}


def test_a_host_that_cannot_be_asked_is_not(config: Path) -> None:
    done = prelude("probe", "openai/gpt-5", config=config)
    assert done.returncode == 0
    assert "openai/gpt-5: its host has no way to continue a text; nobody was asked" in done.stdout


@pytest.mark.parametrize(
    "arguments", [[], ["sim/continues", "--all"], ["vllm/big"], ["continues?"], ["local"]]
)
def test_bad_usage_is_exit_code_2_and_asks_nobody(config: Path, arguments: list[str]) -> None:
    done = prelude("probe", *arguments, config=config)
    assert (done.returncode, done.stdout) == (2, "")
    assert "usage: prelude probe" in done.stderr


def test_an_overlay_with_faults_is_told_before_anybody_is_asked(config: Path) -> None:
    file = config.parent / "prelude" / "models.toml"
    file.parent.mkdir()
    file.write_text("[models.big]\n")
    for command in (["probe", "sim/continues"], ["check"]):
        done = prelude(*command, config=config)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith(f"{file}:1: models.big: ")


def test_the_doctor_names_the_overlay_and_what_it_changes(config: Path) -> None:
    config.write_text('[local]\nmodel = "none"\n' + config.read_text())
    assert prelude("probe", "--all", config=config).returncode == 0
    said = prelude("doctor", config=config).stdout
    file = config.parent / "prelude" / "models.toml"
    assert f"{file}, over the model table:" in said
    assert "sim/sim?fault=none: continues (" in said
    assert "): sim/continues has prefill = true\n" in said
    assert "sim/sim?fault=restart: begins anew (" in said
    assert "sim/restarts has" not in said  # unknown means no, already
