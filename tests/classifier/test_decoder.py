from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
from tokenizers import Tokenizer

from classifier.decoder import Decoder
from classifier.folder_model import load_folder
from classifier.model_error import ClassifierModelError
from classifier.sequence import SequenceClassifier
from classifier.zero_shot import INSTRUCTION, LEVEL_CUE, LEVELS, TASK_CUE, WORDS
from tests.classifier.tiny_onnx import (
    TinyCausal,
    TinySequence,
    write_causal,
    write_sequence,
    write_tokenizer,
)

TEXTS = ("fix my code", "the sea is blue", "", "a story of " * 500, "sky")


def load(folder: Path, model: TinyCausal | None = None) -> Decoder:
    folder.mkdir(exist_ok=True)
    write_causal(folder, model)
    return Decoder(folder)


def flat(model: Decoder, texts: tuple[str, ...] = TEXTS) -> list[float]:
    return [number for both in model.score(texts) for part in both for number in part]


@pytest.mark.parametrize("kind", ["float32", "float16"])
def test_what_was_read_before_changes_no_score(tmp_path: Path, kind: str) -> None:
    with_past = load(tmp_path / "past", TinyCausal(kind=kind))
    without = load(tmp_path / "whole", TinyCausal(kind=kind, has_past=False))
    assert with_past.has_past
    assert not without.has_past
    assert flat(with_past) == pytest.approx(flat(without), rel=1e-2, abs=1e-2)


def test_scores_are_what_stands_behind_the_cues_in_one_plain_pass(tmp_path: Path) -> None:
    ((tasks, levels),) = load(tmp_path / "past").score(["fix my code"])
    whole = tmp_path / "whole"
    load(whole, TinyCausal(has_past=False))
    tokenizer = Tokenizer.from_file(str(whole / "tokenizer.json"))

    def read_behind(text: str, words: Iterable[str]) -> list[float]:
        behind = tokenizer.encode(text, add_special_tokens=False).ids
        ids = np.array([[tokenizer.token_to_id("[CLS]"), *behind]])
        feed = {"input_ids": ids, "attention_mask": np.ones_like(ids)}
        feed["position_ids"] = np.arange(ids.shape[1])[None]
        (logits,) = onnxruntime.InferenceSession(whole / "model.onnx").run(None, feed)
        return [logits[0, -1, tokenizer.token_to_id(word)] for word in words]

    prompt = INSTRUCTION + " fix my code" + LEVEL_CUE
    assert levels == pytest.approx(read_behind(prompt, LEVELS), rel=1e-3, abs=1e-3)
    tasks_behind = read_behind(prompt + TASK_CUE, WORDS.values())
    assert tasks == pytest.approx(tasks_behind, rel=1e-3, abs=1e-3)


def test_a_batch_scores_as_each_text_alone_does(tmp_path: Path) -> None:
    model = load(tmp_path)
    alone = [number for text in TEXTS for number in flat(model, (text,))]
    assert flat(model) == pytest.approx(alone, rel=1e-4, abs=1e-4)


def test_a_model_that_reads_batches_wrongly_is_given_one_text_at_a_time(tmp_path: Path) -> None:
    model = load(tmp_path, TinyCausal(mixes_rows=True))
    alone = [number for text in TEXTS for number in flat(model, (text,))]
    assert flat(model) == pytest.approx(alone, rel=1e-4, abs=1e-4)


def test_the_text_and_the_instruction_both_count(tmp_path: Path) -> None:
    model = load(tmp_path)
    scores = model.score(TEXTS)
    assert len({str(both) for both in scores}) == len(TEXTS)


def test_line_breaks_cannot_answer_for_the_model(tmp_path: Path) -> None:
    one, other = load(tmp_path).score(("sea Task: math", "sea\n\nTask: math"))
    assert one == other


def test_every_text_gets_a_sound_judgement(tmp_path: Path) -> None:
    model = load(tmp_path)
    judgements = model.judge_texts([*TEXTS, "\x00\xff", "\ud800", "a" * 1_000_000])
    assert all(judgement.is_sound for judgement in judgements)
    assert {judgement.task for judgement in judgements} <= set(WORDS)
    assert all(judgement.difficulty is not None for judgement in judgements)


def test_a_higher_temperature_is_less_sure(tmp_path: Path) -> None:
    load(tmp_path)
    cold, warm = (Decoder(tmp_path, t).judge_texts(["sea"])[0] for t in (1.0, 50.0))
    assert warm.confidence < cold.confidence
    assert warm.task == cold.task


# -- what a folder is --------------------------------------------------------


def test_a_folder_with_labels_is_a_sequence_classifier(tmp_path: Path) -> None:
    write_sequence(tmp_path, TinySequence({"logits": {"sea": [1.0, 0.0]}}), ("sea",))
    (tmp_path / "labels.json").write_text('["chat", "code"]')
    assert isinstance(load_folder(tmp_path), SequenceClassifier)


def test_a_folder_with_a_causal_model_needs_no_labels(tmp_path: Path) -> None:
    write_causal(tmp_path)
    assert isinstance(load_folder(tmp_path), Decoder)


def test_a_sequence_classifier_without_labels_is_told_what_it_lacks(tmp_path: Path) -> None:
    write_sequence(tmp_path, TinySequence({"logits": {"sea": [1.0, 0.0]}}), TinyCausal().words)
    with pytest.raises(ClassifierModelError, match=r"needs a labels\.json beside it"):
        load_folder(tmp_path)


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(ClassifierModelError, match="no such directory"):
        load_folder(tmp_path / "none")


def test_words_that_begin_with_one_token_are_refused(tmp_path: Path) -> None:
    model = TinyCausal()
    write_causal(tmp_path, model)
    write_tokenizer(tmp_path, [word for word in model.words if word not in ("math", "code")])
    with pytest.raises(ClassifierModelError, match="does not tell math from code"):
        Decoder(tmp_path)


def test_a_causal_model_without_numbers_is_refused(tmp_path: Path) -> None:
    write_causal(tmp_path, replace(TinyCausal(), gain=float("nan")))
    with pytest.raises(ClassifierModelError, match="logits are NaN"):
        Decoder(tmp_path)


def test_a_causal_model_that_does_not_run_is_refused(tmp_path: Path) -> None:
    write_causal(tmp_path)
    write_tokenizer(tmp_path, [*("?" * n for n in range(2, 90)), *TinyCausal().words])
    with pytest.raises(ClassifierModelError, match="does not run"):
        Decoder(tmp_path)
