from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]


def explain(*arguments: str, stdin: bytes = b"", **environ: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "edge", "explain", *arguments],
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", **environ},
        input=stdin,
        capture_output=True,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def objects(*arguments: str, stdin: bytes = b"", **environ: str) -> tuple[int, list[Any]]:
    code, said, _ = explain(*arguments, stdin=stdin, **environ)
    return code, [json.loads(line) for line in said.splitlines()]


def test_a_prompt_is_explained_as_one_json_object() -> None:
    code, (found,) = objects("--json", "Why is the sky blue?", OPENAI_API_KEY="sk-hidden")
    assert code == 0
    assert {"task", "difficulty", "confidence", "plan", "targets", "reasons"} <= set(found)
    assert len(found["targets"]) == 1
    assert found["targets"][0].startswith("openai/")
    assert found["reasons"]
    assert "sk-hidden" not in json.dumps(found)


def test_without_a_target_the_local_model_answers_alone() -> None:
    code, (found,) = objects("--json", "Why is the sky blue?")
    assert code == 0
    assert found["plan"] == "local"
    assert found["targets"] == []
    assert found["summary"] == "the local model answers alone"


def test_the_route_of_the_task_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.write_text("[routes.code]\ntargets = ['openai/a', 'ollama/b']\ndraft = 'none'\n")
    prompt = "Write a Python function that reverses a list."
    code, (found,) = objects("--config", str(path), "--json", prompt)
    assert code == 0
    assert found["task"] == "code"
    assert found["targets"] == ["openai/a", "ollama/b"]
    assert found["draft"] is None
    assert found["summary"] == (
        "openai/a answers, without an opening, else ollama/b; if nobody can, the local model does"
    )


def test_lines_are_answered_by_lines_and_a_bad_one_costs_only_itself() -> None:
    lines = [b'{"prompt": "Hi"}', b"", b"no json", b'{"prompt": 3}', b"[1]", b"\xff", b"[" * 9999]
    lines.append(b'{"prompt": "Why?", "id": 7}')
    code, found = objects("--jsonl", stdin=b"\n".join(lines))
    assert code == 1
    assert [entry.get("error", entry.get("plan")) for entry in found] == [
        "local",
        *(f'line {n}: expected an object like {{"prompt": "..."}}' for n in range(3, 8)),
        "local",
    ]


def test_options_of_a_caller_count_and_a_line_may_have_its_own(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.write_text("[routes.default]\ntargets = ['openai/gpt-6.1-sol', 'openai/gpt-6-luna']\n")
    lines = [b'{"prompt": "Hello!"}', b'{"prompt": "Hello!", "prelude": {"quality": 1}}']
    lines.append(b'{"prompt": "Hello!", "prelude": {"quality": 2}}')
    asked = ["--config", str(path), "--jsonl", "--prelude", '{"quality": 0.9}']
    code, found = objects(*asked, stdin=b"\n".join(lines))
    assert code == 1
    assert [entry.get("quality") for entry in found] == [0.9, 1, None]
    assert [entry.get("plan") for entry in found] == ["local", "target", None]
    assert found[0]["expected_cents"].keys() == {"openai/gpt-6.1-sol", "openai/gpt-6-luna"}
    assert found[2]["error"].startswith("line 3: `prelude.quality` must be")


def test_options_that_are_none_are_bad_usage() -> None:
    code, _, complaint = explain("--prelude", '{"colour": 1}', "Why?")
    assert code == 2
    assert "`prelude.colour` is not an option" in complaint


def test_a_person_is_told_in_lines() -> None:
    code, said, _ = explain("Why is the sky blue?")
    assert code == 0
    assert "\nplan            local\n" in said


def test_rules_stand_in_for_a_language_model_as_classifier(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.write_text("[classifier]\nmodel = 'local'\n")
    code, said, noted = explain("--json", "--config", str(path), "Why is the sky blue?")
    assert code == 0
    assert json.loads(said)["decided_by"].startswith("rules: ")
    assert "classifier.model local does not run here" in noted


def test_a_prompt_is_needed_and_only_one() -> None:
    for arguments in ([], ["--json"], ["--jsonl", "Why?"], ["Why", "not?"]):
        code, said, complaint = explain(*arguments)
        assert (code, said) == (2, "")
        assert "usage: prelude explain" in complaint


def test_bad_settings_end_with_2() -> None:
    code, _, complaint = explain("--config", "nowhere.toml", "Why?")
    assert code == 2
    assert complaint.startswith("nowhere.toml: cannot be read")


def test_the_dial_says_that_it_knows_nothing_of_a_task_that_was_not_measured(
    tmp_path: Path,
) -> None:
    path = tmp_path / "p.toml"
    path.write_text(
        "[routes.default]\ntargets = ['openai/gpt-6.1-sol', 'mistral/mistral-small-latest']\n"
    )
    prompt = "Write a poem about autumn rain"
    asked = ("--config", str(path), "--prelude", '{"quality": 0.9}', "--json", prompt)
    code, (found,) = objects(*asked)
    assert code == 0
    assert any("of creative_writing prompts is a guess" in reason for reason in found["reasons"])
    assert found["targets"][0] == "openai/gpt-6.1-sol"
