"""`prelude platforms` and `prelude models` as a shell sees them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from adapters.providers import PROVIDERS

ROOT = Path(__file__).parents[3]
KEY = "zx-81c4f2a9d07b"
SETTINGS = """\
[providers.openai]
rpm = 60
opm = 9
regions = ["us"]

[providers.mine]
kind = "openai_compatible"
base_url = "http://127.0.0.1:1/v1"
api_key_env = "MINE_KEY"

[models."mine/big"]
id = "Big-70B"
prefill = true
price_in = 1
price_out = 2

[routes.default]
targets = ["mine/big", "mine/nameless", "openai/gpt-5.4-mini"]
"""


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "prelude.toml"
    path.write_text(SETTINGS)
    return path


def prelude(command: str, *arguments: str, config: Path) -> subprocess.CompletedProcess[str]:
    environ = {"PATH": "/usr/bin:/bin", "XDG_STATE_HOME": str(config.parent), "MINE_KEY": KEY}
    return subprocess.run(
        [sys.executable, "-m", "edge", command, "--config", str(config), *arguments],
        cwd=ROOT,
        env=environ,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


def listed(command: str, *arguments: str, config: Path) -> dict[str, Any]:
    done = prelude(command, "--json", *arguments, config=config)
    assert (done.returncode, done.stderr) == (0, "")
    return {entry["name"]: entry for entry in json.loads(done.stdout)[command]}


def test_every_row_of_the_table_is_listed_and_what_the_settings_name_first(config: Path) -> None:
    entries = listed("platforms", config=config)
    assert list(entries)[:2] == ["openai", "mine"]
    assert set(entries) == {"mine", *(row.name for row in PROVIDERS)}
    assert [entry["in_settings"] for entry in entries.values()][:3] == [True, True, False]
    assert not any(entry["called_live"] for entry in entries.values())


def test_settings_stand_over_what_ships_and_unknown_stays_unknown(config: Path) -> None:
    entries = listed("platforms", config=config)
    openai, mine = entries["openai"], entries["mine"]
    assert (openai["regions"], openai["retention"], openai["rpm"]) == (["us"], "30d", 60)
    assert (mine["regions"], mine["retention"]) == (None, None)


def test_what_a_platform_makes_beside_text_is_what_we_ask_it_for(config: Path) -> None:
    entries = listed("platforms", config=config)
    assert entries["openai"]["media"] == ["images", "embeddings"]
    assert entries["mistral"]["media"] == ["embeddings"]
    assert entries["anthropic"]["media"] == []


def test_what_a_model_is_paid_for_is_told_whatever_it_is(config: Path) -> None:
    config.write_text(
        '[providers.fal_queue]\n[models."fal_queue/film"]\nprice_video_s = 0.05\n'
        '[models."fal_queue/words"]\nprice_compute_s = 0.0004\n'
        '[models."fal_queue/free"]\nprice_in = 0\nprice_out = 0\n'
    )
    lines = prelude("models", "fal_queue", config=config).stdout.splitlines()
    told = {line.split()[0]: line for line in lines}
    assert "  0.05 a second of video  " in told["fal_queue/film"]
    assert "  settings  " in told["fal_queue/film"]
    assert "  0.0004 a second of a machine  " in told["fal_queue/words"]
    assert "  0 / 0  " in told["fal_queue/free"]
    assert "  0.003 a picture  " in told["fal_queue/fal-ai/flux/schnell"]


def test_the_machines_own_credentials_are_a_way_in_where_no_key_is_set(config: Path) -> None:
    entries = listed("platforms", config=config)
    for name in ("bedrock", "vertex", "vertex_anthropic"):
        assert (entries[name]["auth"], entries[name]["has_auth"]) == ("the machine's own", None)


def test_who_sends_a_reply_whole_and_who_may_not_count_its_tokens_is_told(config: Path) -> None:
    entries = listed("platforms", config=config)
    whole = {name for name, entry in entries.items() if not entry["streaming"]}
    assert whole == {"fal_queue", "web_endpoint"}
    by_model = {name for name, entry in entries.items() if entry["usage"] == "by model"}
    assert by_model == {"fal", "fal_queue", "replicate", "web_endpoint"}


def test_keys_are_named_and_never_shown(config: Path) -> None:
    done = prelude("platforms", config=config)
    assert done.returncode == 0
    head, openai, mine, *_ = done.stdout.splitlines()
    assert head.split()[:3] == ["platform", "dialect", "auth"]
    assert "OPENAI_API_KEY missing" in openai and "headers, 60 rpm, 9 opm" in openai
    assert mine.startswith("mine (openai_compatible)") and "MINE_KEY found" in mine
    assert "never called live" in mine
    assert KEY not in done.stdout + prelude("platforms", "--json", config=config).stdout


def test_what_is_known_of_a_model_is_told_with_its_source(config: Path) -> None:
    entries = listed("models", config=config)
    assert list(entries)[:3] == ["mine/big", "mine/nameless", "openai/gpt-5.4-mini"]
    big, nameless, gpt = list(entries.values())[:3]
    assert (big["id"], big["prefill"], big["prefill_from"]) == ("Big-70B", True, "settings")
    assert (big["prices"]["input"], big["prices_from"]) == (1, "settings")
    assert (nameless["prices"], nameless["prices_from"]) == (None, None)
    assert (nameless["context"], nameless["prefill"], nameless["prefill_from"]) == (None,) * 3
    assert (gpt["prefill"], gpt["prefill_from"]) == (False, "platform")
    assert gpt["prices_from"].startswith("litellm ") and gpt["context"] == 400_000


def test_models_can_be_asked_for_by_provider(config: Path) -> None:
    assert list(listed("models", "mine", config=config)) == ["mine/big", "mine/nameless"]
    assert prelude("models", "nobody", config=config).returncode == 1


def test_unknown_is_said_as_unknown_and_not_as_nothing(config: Path) -> None:
    done = prelude("models", "mine", config=config)
    nameless = done.stdout.splitlines()[2].split()
    assert nameless == ["mine/nameless", "nameless", "?", "?", "?", "?,", "so", "no", "?"]


def test_what_a_probe_found_is_told_as_such(config: Path) -> None:
    (config.parent / "prelude").mkdir()
    (config.parent / "prelude" / "models.toml").write_text(
        '[models."mine/nameless"]\nprefill = true\nfinding = "continues"\nagreed = true\n'
        'base_url = "http://127.0.0.1:1/v1"\nprobed_at = "2026-11-20T10:00:00+00:00"\nprobe = 1\n'
    )
    nameless = listed("models", config=config)["mine/nameless"]
    assert (nameless["prefill"], nameless["prefill_from"]) == (True, "overlay")


@pytest.mark.parametrize("command", ["platforms", "models"])
def test_bad_settings_are_exit_code_2(config: Path, command: str) -> None:
    config.write_text("[nonsense]\n")
    assert prelude(command, config=config).returncode == 2
