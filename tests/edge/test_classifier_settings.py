"""`[classifier]` in a settings file: paths, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from edge.settings_file import BadSettings, read


def model_of(folder: Path, model: str, more: str = "") -> str:
    text = f"[classifier]\nmodel = '{model}'\n{more}"
    return read(text, str(folder / "p.toml"), ()).classifier.model


def faults_of(folder: Path, model: str, more: str = "") -> list[str]:
    with pytest.raises(BadSettings) as caught:
        model_of(folder, model, more)
    return [str(fault).removeprefix(f"{folder}/p.toml:2: ") for fault in caught.value.faults]


def make_folder(folder: Path, *parts: str) -> Path:
    folder.mkdir()
    for part in parts:
        (folder / part).write_bytes(b"x")
    return folder


def test_paths_are_relative_to_the_file_and_names_are_kept(tmp_path: Path) -> None:
    make_folder(tmp_path / "mine", "model.onnx", "tokenizer.json")
    (tmp_path / "mine.gguf").write_bytes(b"GGUF")
    assert model_of(tmp_path, "mine") == str(tmp_path / "mine")
    assert model_of(tmp_path, "mine.gguf") == str(tmp_path / "mine.gguf")
    for name in ("builtin", "rules", "local", "hf:some/where/a.gguf"):
        assert model_of(tmp_path, name) == name


def test_a_folder_that_is_not_there_is_named_with_what_may_stand_there(tmp_path: Path) -> None:
    (fault,) = faults_of(tmp_path, "buitlin")
    assert fault.startswith(f"classifier.model: no directory at {tmp_path}/buitlin (it may be ")
    assert "builtin" in fault.rpartition(")")[2]


@pytest.mark.parametrize(
    ("there", "missing"), [("model.onnx", "tokenizer.json"), ("tokenizer.json", "model.onnx")]
)
def test_a_folder_without_a_part_is_refused(tmp_path: Path, there: str, missing: str) -> None:
    folder = make_folder(tmp_path / "mine", there)
    (fault,) = faults_of(tmp_path, "mine")
    assert fault.startswith(f"classifier.model: {folder} has no {missing} that can be read")


def test_a_folder_with_what_a_ledger_taught_means_its_file(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "mine", "model.onnx", "card.json")
    assert model_of(tmp_path, "mine") == f"{folder}/model.onnx"
    (folder / "model.onnx").unlink()
    (fault,) = faults_of(tmp_path, "mine")
    assert fault == f"classifier.model: no file that can be read at {folder}/model.onnx"


def test_heads_that_were_trained_here_are_named_by_their_file(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "mine", "model.onnx")
    assert f"is named by its file: {folder}/model.onnx" in faults_of(tmp_path, "mine")[0]
    assert model_of(tmp_path, "mine/model.onnx") == f"{folder}/model.onnx"
    (fault,) = faults_of(tmp_path, "other.onnx")
    assert fault == f"classifier.model: no file that can be read at {tmp_path}/other.onnx"


def test_a_file_that_is_no_model_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.gguf").write_bytes(b"hello")
    assert faults_of(tmp_path, "a.gguf") == [
        f"classifier.model: {tmp_path}/a.gguf is not a GGUF file"
    ]
    (fault,) = faults_of(tmp_path, "b.gguf")
    assert fault.startswith("classifier.model: no file that can be read")


def test_a_local_model_must_be_one_of_the_settings(tmp_path: Path) -> None:
    (fault,) = faults_of(tmp_path, "local:big")
    assert fault == "classifier.model: local:big is no local model of its own: there is local"
    more = "[local]\nmodel = 'none'\n[routes.default]\ntargets = []\n"
    assert any("there are none" in fault for fault in faults_of(tmp_path, "local", more))


def test_a_name_of_the_hub_must_be_whole(tmp_path: Path) -> None:
    (fault,) = faults_of(tmp_path, "hf:some")
    assert "is not of the form hf:owner/repo/file.gguf" in fault


def test_a_temperature_has_bounds(tmp_path: Path) -> None:
    assert any("temperature" in fault for fault in faults_of(tmp_path, "rules", "temperature = 0"))
