"""Language models of the engine's, and ONNX models, as classifiers behind the whole service."""

from __future__ import annotations

import asyncio
import json
import time
import urllib.request
from pathlib import Path

import pytest

from bench.service_process import ServiceHandle, service
from classifier.engine_model import EngineModel
from classifier.zero_shot import BALANCED, INSTRUCTION, WORDS
from edge.core.errors import EdgeError
from edge.core.types import Message, Request, TextPart
from local_models.client import LocalTier
from tests.classifier.tiny_onnx import TinySequence, write_causal, write_sequence
from tests.local_models.conftest import engine_process
from tests.local_models.tiny_gguf import TinyModel, write_model

SCOPE = "classifier"
_PATIENCE_S = 60.0


def request(text: str) -> Request:
    return Request("id", "auto", (Message("user", (TextPart(text),)),))


def tiny_model(path: Path) -> Path:
    """One that reads the instruction in a few hundred tokens."""
    words = tuple(word for word in dict.fromkeys(INSTRUCTION.split()) if word.isalpha())
    return write_model(path, TinyModel(words=words, context=4096))


def settings(model: object, more: str = "") -> str:
    tables = f"[classifier]\nmodel = '{model}'\nbudget_ms = 1000\n{more}"
    return f"[local]\nslots = 1\ncontext = 512\n{tables}"


def ask(served: ServiceHandle, prompt: str) -> None:
    body = {
        "model": "auto",
        "max_tokens": 1,
        "messages": [{"role": "user", "content": prompt}],
    }
    http = urllib.request.Request(
        f"{served.base_url}/chat/completions",
        json.dumps(body).encode(),
        {"content-type": "application/json"},
    )
    with urllib.request.urlopen(http, timeout=60) as response:
        assert response.status == 200


def ask_until(served: ServiceHandle, outcome: str) -> None:
    """A model loads beside the first replies."""
    give_up = time.monotonic() + _PATIENCE_S
    while outcome not in verdicts(served):
        assert time.monotonic() < give_up, served.output.read_text()
        ask(served, "hello")


def verdicts(served: ServiceHandle) -> dict[str, float]:
    """How many of each kind there were."""
    with urllib.request.urlopen(f"{served.url}/metrics", timeout=10) as response:
        lines = response.read().decode().splitlines()
    counted = (line.rpartition(" ") for line in lines if line.startswith("prelude_verdicts_total{"))
    return {name.split('"')[1]: float(number) for name, _, number in counted}


@pytest.mark.parametrize("model", ["builtin", "tiny"])
def test_a_language_model_judges_and_reads_the_instruction_once(tmp_path: Path, model: str) -> None:
    file = str(tiny_model(tmp_path / "tiny.gguf")) if model == "tiny" else model
    socket = str(tmp_path / "engine.sock")

    async def run() -> None:
        tier = LocalTier("classifier", socket)

        async def score(labels: tuple[str, ...], prompt: str) -> tuple[float, ...]:
            return await tier.score(labels, prefix=prompt, scope=SCOPE)

        classifier = EngineModel("mine", score)
        await classifier.ready()
        before = (await tier.info()).counts
        assert before.prompts == 2 * len(BALANCED)
        (one,) = await classifier.judge([request("hello")])
        (again,) = await classifier.judge([request("hello")])
        (other,) = await classifier.judge([request("2 + 2")])
        after = (await tier.info()).counts
        assert one.is_sound
        assert one.task in WORDS
        # Weights of four bits give other last digits to a text that is read in other pieces.
        assert again.confidence == pytest.approx(one.confidence, abs=0.1)
        assert other != one
        prompts = after.prompt_tokens - before.prompt_tokens
        assert (after.cached_tokens - before.cached_tokens) / prompts > 0.9
        batch = await classifier.judge([request(text) for text in ("hello", "2 + 2")])
        assert [judgement.task for judgement in batch] == [one.task, other.task]

    with engine_process(
        socket, "--model", file, "--slots", "2", "--threads", "1", "--context", "2048"
    ):
        asyncio.run(run())


def test_a_file_of_its_own_is_served_by_an_engine_of_its_own(tmp_path: Path) -> None:
    model = tiny_model(tmp_path / "tiny.gguf")
    with service(settings(model)) as served:
        assert len(served.children("local_models.engine")) == 2
        ask_until(served, "model")


def test_a_folder_is_loaded_and_judges(tmp_path: Path) -> None:
    write_causal(tmp_path)
    with service(settings(tmp_path)) as served:
        ask_until(served, "model")
        ask(served, "\x00\ufffe " * 50)
        assert "failed" not in verdicts(served)


def test_a_folder_with_wrong_labels_is_said_and_costs_no_reply(tmp_path: Path) -> None:
    write_sequence(tmp_path, TinySequence({"logits": {"sea": [1.0, 0.0]}}), ("sea",))
    (tmp_path / "labels.json").write_text('["chat", "code", "math"]')
    with service(settings(tmp_path)) as served:
        ask_until(served, "failed")
        said = served.output.read_text()
        assert f"{tmp_path}/labels.json: labels: 3 of them, and the model gives 2 numbers" in said


def test_a_file_that_cannot_be_used_ends_the_start_and_names_its_key(tmp_path: Path) -> None:
    (tmp_path / "m.gguf").write_bytes(b"GGUF" + bytes(100))
    with (
        pytest.raises(EdgeError, match=r"exit status 2[^$]*classifier\.model: .*m\.gguf"),
        service(settings(tmp_path / "m.gguf")),
    ):
        pass
