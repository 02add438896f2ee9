from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from bench import classifier_model
from bench.report import Report
from edge.core.errors import EdgeError
from tests.classifier.tiny_onnx import write_causal


def run(*arguments: str) -> Report:
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true")
    classifier_model.add_flags(parser)
    return classifier_model.run(parser.parse_args(["--quick", *arguments]))


def test_a_folder_is_timed_and_asked(tmp_path: Path) -> None:
    write_causal(tmp_path)
    prompts = tmp_path / "prompts.jsonl"
    rows = [
        {"about": "a header"},
        {"prompt": "fix my code", "task": "code", "second": None},
        {"prompt": "hello", "task": "chat", "second": "other"},
    ]
    prompts.write_text("".join(json.dumps(row) + "\n" for row in rows))
    report = run("--model", str(tmp_path), "--prompts", str(prompts), "--limit-ms", "60000")
    times, right = report.tables
    assert [row[:2] for row in times.rows] == [("64 tokens", 20), ("256 tokens", 20)]
    assert [row[1] for row in right.rows] == [2, 2]
    assert report.holds


def test_what_is_no_model_of_ones_own_is_refused() -> None:
    with pytest.raises(EdgeError, match=r"--model builtin: local, a \.gguf file, or a folder"):
        run("--model", "builtin")


def test_prompts_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    path = tmp_path / "prompts.jsonl"
    path.write_text('{"prompt": "no task"}\n')
    with pytest.raises(EdgeError, match=r"--prompts .*prompts\.jsonl: 'task'"):
        run("--prompts", str(path))
