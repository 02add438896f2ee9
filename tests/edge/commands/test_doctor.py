"""`prelude doctor`, with the real engine, and with platforms out of reach behind a closed port."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.classifier.tiny_onnx import TinySequence, write_sequence
from tests.local_models.tiny_gguf import TinyModel, write_model

ROOT = Path(__file__).parents[3]


@pytest.fixture
def nowhere() -> Iterator[str]:
    """Bound, and not listening: whoever connects is refused at once."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{bound.getsockname()[1]}"


def doctor(*arguments: str, proxy: str, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "edge", "doctor", *arguments],
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", "https_proxy": proxy, **environ},
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )


def test_everything_is_examined_as_one_json_object(nowhere: str) -> None:
    done = doctor("--json", proxy=nowhere, OPENAI_API_KEY="sk-hidden")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert list(found) == [
        "machine",
        "llama_cpp",
        "settings",
        "running_service",
        "local_model",
        "encoder",
        "platforms",
        "classifier",
        "request",
    ]
    assert found["encoder"]["fault"] == ""
    assert found["encoder"]["sentence_ms"] > 0
    assert found["machine"]["cpus"] >= 1
    assert found["llama_cpp"]["version"]
    assert found["settings"]["faults"] == []
    assert found["local_model"]["speed"]["prefill_per_s"] > 0
    assert found["local_model"]["speed"]["decode_per_s"] > 0
    assert found["local_model"]["holds_tokens"] >= 0
    assert "builtin" in found["classifier"]["judged_by"]
    openai = found["platforms"][0]
    assert openai["name"] == "openai"
    assert openai["has_key"]
    assert openai["state"].startswith("unreachable: ")
    assert found["classifier"]["took_ms"] > 0
    assert found["request"]["targets"][0].startswith("openai/")
    assert found["request"]["local_first_text_s"] > 0
    assert "sk-hidden" not in done.stdout + done.stderr
    assert "loading the local model" in done.stderr


def test_a_person_is_told_in_words(nowhere: str, tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.write_text("[local]\nmodel = 'none'\n[routes.default]\ntargets = ['openai/a']\n")
    done = doctor("--config", str(path), proxy=nowhere)
    assert done.returncode == 0, done.stderr
    assert "\n  none, as the settings say\n" in done.stdout
    assert "OPENAI_API_KEY not set" in done.stdout
    assert "openai/a answers, without an opening" in done.stdout


def test_a_classifier_that_cannot_be_used_ends_with_1_and_names_file_and_key(
    nowhere: str, tmp_path: Path
) -> None:
    write_sequence(tmp_path, TinySequence({"logits": {"sea": [1.0, 0.0]}}), ("sea",))
    (tmp_path / "labels.json").write_text('["chat"]')
    path = tmp_path / "p.toml"
    path.write_text(
        "[local]\nmodel = 'none'\n[routes.default]\ntargets = ['openai/a']\n"
        "[classifier]\nmodel = '.'\n"
    )
    done = doctor("--config", str(path), "--json", proxy=nowhere)
    assert done.returncode == 1, done.stderr
    fault = json.loads(done.stdout)["classifier"]["fault"]
    assert fault.startswith(f"{tmp_path}/labels.json: labels: 1 of them")


def test_bad_settings_end_with_2_after_what_needs_none(nowhere: str, tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.write_text("x = 1")
    done = doctor("--config", str(path), "--json", proxy=nowhere)
    assert done.returncode == 2
    found = json.loads(done.stdout)
    assert list(found) == ["machine", "llama_cpp", "settings"]
    assert len(found["settings"]["faults"]) == 1
    assert found["settings"]["faults"][0].startswith(f"{path}:1: x: unknown key")


def test_a_model_that_cannot_be_loaded_ends_with_1_after_the_rest(
    nowhere: str, tmp_path: Path
) -> None:
    (tmp_path / "m.gguf").write_bytes(b"GGUF" + bytes(100))
    path = tmp_path / "p.toml"
    path.write_text("local.model = 'm.gguf'\nroutes.default.targets = ['openai/a']")
    done = doctor("--config", str(path), "--json", proxy=nowhere)
    assert done.returncode == 1, done.stderr
    found = json.loads(done.stdout)
    assert str(tmp_path / "m.gguf") in found["local_model"]["fault"]
    assert found["request"]["targets"] == ["openai/a"]


def test_every_local_model_is_examined_beside_the_others(nowhere: str, tmp_path: Path) -> None:
    model = write_model(tmp_path / "tiny.gguf", TinyModel(name="tiny beside it", context=4096))
    config = tmp_path / "prelude.toml"
    config.write_text(
        "[local]\nslots = 1\ncontext = 512\n"
        f'[local.models.beside]\nmodel = "{model}"\nslots = 2\ncontext = 4096\n'
        '[local.models.unfit]\nmodel = "unfit.gguf"\n'
    )
    (tmp_path / "unfit.gguf").write_bytes(b"GGUF" + bytes(50))
    done = doctor("--json", "--config", str(config), proxy=nowhere)
    assert done.returncode == 1, done.stderr
    found = json.loads(done.stdout)
    assert found["local_model"]["info"]["kv_type"] == "f16"
    assert found["local_model local:beside"]["info"]["model"] == "tiny beside it"
    assert "unfit.gguf" in found["local_model local:unfit"]["fault"]
    told = doctor("--config", str(config), proxy=nowhere).stdout
    assert "0 of 30 layers on the GPU, flash attention on, context kept as f16" in told
