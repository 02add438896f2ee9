"""`prelude bench`: which questions there are, where the figures go, and what the shell hears."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.main import BENCHES, main
from edge.core.errors import EdgeError


def test_without_a_name_it_lists_the_questions(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    listed = capsys.readouterr().out
    for name, bench in BENCHES.items():
        assert name in listed
        assert bench.question in listed


@pytest.mark.parametrize("argv", [["speed"], ["pace", "--slowly"]])
def test_a_question_or_flag_that_is_not_there_is_bad_usage(argv: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(argv)
    assert stopped.value.code == 2


def test_figures_are_printed_and_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "pace.json"
    assert main(["pace", "--quick", "--json", str(file)]) == 0
    figures = json.loads(file.read_text())
    assert figures["bench"] == "pace"
    assert figures["holds"] is True
    assert figures["question"] in capsys.readouterr().out


def test_figures_are_drawn(tmp_path: Path) -> None:
    file = tmp_path / "seams.png"
    assert main(["seams", "--quick", "--png", str(file)]) == 0
    assert file.read_bytes().startswith(b"\x89PNG")


def test_what_cannot_be_drawn_is_said_before_it_runs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(EdgeError, match="trace has no plot"):
        main(["trace", "--png", str(tmp_path / "trace.png")])
    with pytest.raises(EdgeError, match="no such folder"):
        main(["seams", "--quick", "--png", str(tmp_path / "none" / "seams.png")])
    assert not capsys.readouterr().out


def test_a_missed_limit_is_exit_code_1(tmp_path: Path) -> None:
    """Traces that are not those which the shipped numbers were fitted to."""
    from bench import fit
    from bench.replay_rows import AZURE_CONVERSATION, CODE, FILES, MOONCAKE

    llmperf = "provider,model,error_code,ttft_s,mean_itl_s\na,a,,9,0.9\na,a,,9,0.9\n"
    (tmp_path / fit.LLMPERF).write_text(llmperf)
    (tmp_path / fit.THEFASTEST).write_text("model,ttft_s,tps\ngroq/a,9,9\n")
    azure = "TIMESTAMP,ContextTokens,GeneratedTokens\n2023-11-16 18:00:00.0000000,9,9\n"
    (tmp_path / FILES[AZURE_CONVERSATION]).write_text(azure)
    (tmp_path / FILES[CODE]).write_text(azure)
    row = '{"timestamp": 0, "input_length": 9, "output_length": 9}\n'
    (tmp_path / FILES[MOONCAKE]).write_text(row)
    assert main(["pace", "--quick", "--data", str(tmp_path)]) == 1
