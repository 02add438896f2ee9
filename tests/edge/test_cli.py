"""The command as a shell sees it: exit codes, and what goes to which stream."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def prelude(*arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run it in an environment that holds nothing else."""
    return subprocess.run(
        [sys.executable, "-m", "edge", *arguments],
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", **environ},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["serve", "--help"]])
def test_help_is_on_standard_output(arguments: list[str]) -> None:
    done = prelude(*arguments)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("usage: prelude")


def test_every_command_is_in_the_help() -> None:
    help_text = prelude("--help").stdout
    for command in ("serve", "check", "doctor", "explain", "ledger", "probe", "bench"):
        assert f"\n  {command} " in help_text


def test_the_version_is_told() -> None:
    assert prelude("--version").stdout.startswith("prelude ")


@pytest.mark.parametrize("arguments", [[], ["sevre"], ["check", "--confg", "x"], ["--port", "1"]])
def test_bad_usage_ends_with_2_and_says_how(arguments: list[str]) -> None:
    done = prelude(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "usage: prelude" in done.stderr


def test_options_after_a_command_are_the_commands_own() -> None:
    done = prelude("simulate", "--help")
    assert done.returncode == 0
    assert done.stdout.startswith("usage: prelude simulate")


def test_a_good_file_is_summed_up(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.write_text(
        "[server]\nport = 9001\n[routes.default]\ntargets = ['openai/a', 'ollama/b']\n"
        "[routes.code]\ndraft = 'none'\ntargets = ['openai/a']\n[routes.chat]\n"
    )
    done = prelude("check", "--config", str(path))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        f"ok: {path}",
        "  listens on     http://127.0.0.1:9001",
        "  local model    builtin",
        "  classifier     builtin",
        "  route default  the local model opens, openai/a answers, else ollama/b",
        "  route code     openai/a answers",
        "  route chat     the local model answers alone",
        "  ledger         none: neither XDG_STATE_HOME nor HOME says where",
        "note: OPENAI_API_KEY is not set: openai is called without a key",
    ]


def test_every_fault_of_a_bad_file_is_a_line_on_standard_error(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.write_text("[tiers.fast]\ngate = 'sentense'\n[sever]\n")
    done = prelude("check", "--config", str(path))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        f'{path}:2: tiers.fast.gate: "sentense" is not one of sentence, line, token',
        f'{path}:3: sever: unknown section; did you mean "server"?',
    ]


def test_a_file_that_is_not_there_ends_with_2_and_is_named() -> None:
    done = prelude("check", "--config", "nowhere.toml")
    assert done.returncode == 2
    assert done.stderr == "nowhere.toml: cannot be read: No such file or directory\n"


def test_the_variable_names_a_file_and_the_flag_wins(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.toml", tmp_path / "bad.toml"
    good.touch()
    bad.write_text("x = 1")
    assert prelude("check", PRELUDE_CONFIG=str(bad)).returncode == 2
    assert prelude("check", "--config", str(good), PRELUDE_CONFIG=str(bad)).returncode == 0


def test_without_a_file_the_defaults_are_summed_up_and_keys_only_named() -> None:
    done = prelude("check", OPENAI_API_KEY="sk-not-to-be-seen")
    assert done.returncode == 0
    assert "no settings file: openai/" in done.stdout
    assert "because OPENAI_API_KEY is set" in done.stdout
    assert "sk-not-to-be-seen" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("arguments", "environ", "fault"),
    [
        (["serve", "--host", "0.0.0.0"], {}, "--host: "),
        (["serve", "--port", "70000"], {}, "--port: 70000 is more than 65535"),
        (["serve"], {"PORT": "http"}, "PORT: expected a whole number"),
        (["serve", "--config", "nowhere.toml"], {}, "nowhere.toml: cannot be read"),
    ],
)
def test_serving_as_asked_is_refused_before_anything_starts(
    arguments: list[str], environ: dict[str, str], fault: str
) -> None:
    done = prelude(*arguments, **environ)
    assert done.returncode == 2
    assert done.stderr.startswith(fault)
