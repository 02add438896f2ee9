from __future__ import annotations

import pytest

from edge.core.classifier_names import all_engines, engine_of, is_file, is_folder, setting_of
from edge.core.settings import (
    ClassifierSettings,
    LocalModelSettings,
    LocalSettings,
    Settings,
)


@pytest.mark.parametrize(
    ("model", "engine", "is_a_folder", "is_a_file"),
    [
        ("builtin", None, False, False),
        ("rules", None, False, False),
        ("local", "local", False, False),
        ("local:big", "local:big", False, False),
        ("models/a.gguf", "classifier", False, True),
        ("hf:some/where/a.gguf", "classifier", False, False),
        ("models/mine.onnx", None, False, True),
        ("models/deberta", None, True, False),
    ],
)
def test_a_name_says_where_the_model_is(
    model: str, engine: str | None, is_a_folder: bool, is_a_file: bool
) -> None:
    assert engine_of(model) == engine
    assert (is_folder(model), is_file(model)) == (is_a_folder, is_a_file)


def test_a_file_of_its_own_gets_an_engine_beside_the_local_models() -> None:
    local = LocalSettings(models={"big": LocalModelSettings("big.gguf")})
    plain = Settings(local=local)
    assert list(all_engines(plain)) == ["local", "local:big"]
    own = Settings(local=local, classifier=ClassifierSettings("c.gguf"))
    assert list(all_engines(own)) == ["local", "local:big", "classifier"]
    assert all_engines(own)["classifier"].model == "c.gguf"
    shared = Settings(local=local, classifier=ClassifierSettings("local:big"))
    assert list(all_engines(shared)) == ["local", "local:big"]


def test_an_engine_is_blamed_on_the_key_that_its_model_stands_in() -> None:
    names = ("local", "local:big", "classifier")
    assert [setting_of(name) for name in names] == [
        "local.model",
        "local.models.big.model",
        "classifier.model",
    ]
