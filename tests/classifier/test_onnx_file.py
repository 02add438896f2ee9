from __future__ import annotations

from pathlib import Path

import pytest

from classifier.model_error import ClassifierModelError
from classifier.onnx_file import open_session
from tests.classifier.tiny_onnx import TinySequence, write_sequence

WORDS = ("hello",)
OUTPUTS = {"logits": {"hello": [0.5] * 300}}  # enough that weights may lie outside


def refusal(path: Path) -> str:
    with pytest.raises(ClassifierModelError) as caught:
        open_session(path)
    message = str(caught.value)
    assert message.startswith(f"{path}: ")
    return message


def test_a_sound_file_runs_on_one_thread(tmp_path: Path) -> None:
    session = open_session(write_sequence(tmp_path, TinySequence(OUTPUTS), WORDS))
    assert session.get_session_options().intra_op_num_threads == 1


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    assert "no such file" in refusal(tmp_path / "model.onnx")


def test_a_folder_in_its_place_is_said(tmp_path: Path) -> None:
    assert "cannot be read" in refusal(tmp_path)


@pytest.mark.parametrize("junk", [b"", b"\x00\xff" * 500, b'{"json": 1}'])
def test_junk_is_said_to_be_no_onnx_file(tmp_path: Path, junk: bytes) -> None:
    path = tmp_path / "model.onnx"
    path.write_bytes(junk)
    assert "is not an ONNX file" in refusal(path)


def test_a_cut_file_is_refused(tmp_path: Path) -> None:
    path = write_sequence(tmp_path, TinySequence(OUTPUTS), WORDS)
    path.write_bytes(path.read_bytes()[:-900])
    assert refusal(path)


def test_an_opset_that_the_runtime_does_not_know_yet_is_named(tmp_path: Path) -> None:
    path = write_sequence(tmp_path, TinySequence(OUTPUTS, opset=99), WORDS)
    assert "opset 99 is too new" in refusal(path)


def test_weights_that_lie_outside_and_are_missing_are_named(tmp_path: Path) -> None:
    outside = {"save_as_external_data": True, "location": "weights.bin"}
    path = write_sequence(tmp_path, TinySequence(OUTPUTS), WORDS, **outside)
    open_session(path)
    (tmp_path / "weights.bin").unlink()
    assert "weights.bin: no such file" in refusal(path)
