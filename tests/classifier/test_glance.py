"""What a prompt's surface alone says: what ships, and which file of it is used."""

from __future__ import annotations

import shutil
import weakref
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.counted import COUNTED
from classifier.features import SIZES, look
from classifier.fitting import softmax
from classifier.glance import GLANCE_FILE, Glance, read_glance, write_glance
from classifier.heads import BUILTIN, SHORT, HeadsModel
from classifier.prompt_sets import TASKS
from edge.core.errors import EdgeError
from edge.core.types import Message, Request, TextPart
from edge.core.verdict import Task

MODEL = HeadsModel()
PLAIN = "How do vaccines work?"
UNCLEAR = "the same, but with more of it, and then what we said"
PROMPTS = (PLAIN, UNCLEAR, "", "日本の首都はどこですか", "\x00\xff\ud800" * 40)


def asking(text: str) -> Request:
    return Request("r", "auto", (Message("user", (TextPart(text),)),))


def copied(to: Path) -> Path:
    """The built-in model with its glance, in another folder."""
    for name in (BUILTIN.name, GLANCE_FILE):
        shutil.copy(BUILTIN.with_name(name), to)
    return to / BUILTIN.name


def shipped() -> Glance:
    glance = read_glance(BUILTIN)
    assert glance is not None
    return glance


def test_a_plain_question_needs_no_more_than_a_glance() -> None:
    judgement = MODEL.glance(asking(PLAIN))
    assert judgement is not None
    assert (judgement.task, judgement.at_a_glance) == (Task.OPEN_QA, True)
    assert judgement.confidence >= shipped().enough


def test_a_glance_need_not_tell_tasks_from_each_other_that_are_one_kind() -> None:
    code, creative = frozenset({Task.CODE}), frozenset({Task.CREATIVE_WRITING})
    rest = frozenset(Task) - code
    assert MODEL.glance(asking(UNCLEAR)) is None
    assert MODEL.glance(asking(UNCLEAR), (code, rest)) is not None  # code by 9 %
    assert MODEL.glance(asking(UNCLEAR), (code, creative, rest - creative)) is None


def test_what_a_glance_leaves_in_doubt_is_judged_as_a_whole() -> None:
    assert MODEL.glance(asking(UNCLEAR)) is None
    assert not MODEL.judge_text(UNCLEAR).at_a_glance


@given(st.text(max_size=300) | st.sampled_from(PROMPTS))
def test_who_is_asked_after_a_glance_says_the_same(prompt: str) -> None:
    glanced, judged = MODEL.glance(asking(prompt)), MODEL.judge_text(prompt)
    assert (glanced is not None) == judged.at_a_glance
    assert glanced in (None, judged)


def test_a_long_prompt_is_glanced_at_only_where_it_holds_up_nobody() -> None:
    prompt = "Write a Python function that merges two sorted lists. " * 20
    assert len(prompt) > SHORT
    assert MODEL.glance(asking(prompt)) is None
    assert MODEL.judge_text(prompt).at_a_glance


def test_no_file_of_it_is_large() -> None:
    assert BUILTIN.with_name(GLANCE_FILE).stat().st_size < 5_000_000


@pytest.mark.parametrize("prompt", PROMPTS)
def test_it_computes_what_was_fitted(prompt: str) -> None:
    random = np.random.default_rng(1)
    size, columns = sum(SIZES.values()), len(TASKS) + 1
    glance = Glance(
        rarity=random.uniform(1, 5, size).astype(np.float16),
        weights=random.normal(size=(size, columns)).astype(np.float16),
        counted=random.normal(size=(len(COUNTED), columns)).astype(np.float32),
        bias=random.normal(size=columns).astype(np.float32),
        temperature=1.3,
        slope=2.0,
        shift=-0.5,
        enough=0.8,
    )
    surface = look(prompt)
    scores = surface.counted @ glance.counted + glance.bias
    start = 0
    for name, size in SIZES.items():
        group = surface.group(name)
        values = group.counts * glance.rarity[start + group.places]
        length = max(float(np.linalg.norm(values)), 1e-6)
        scores = scores + values / length @ glance.weights[start + group.places].astype(np.float32)
        start += size

    said = glance.say(surface)

    expected = softmax(scores[None, :-1].astype(np.float64), 1.3)[0]
    assert said.chances == pytest.approx(expected, abs=1e-4)
    assert said.difficulty == pytest.approx(1 / (1 + np.exp(-(2.0 * scores[-1] - 0.5))), abs=1e-4)


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    file = copied(tmp_path)
    write_glance(file, replace(shipped(), enough=0.9))
    read = read_glance(file)
    assert read is not None
    assert read.enough == 0.9
    assert read.say(look(PLAIN)) == shipped().say(look(PLAIN))


def test_a_model_without_one_judges_as_a_whole(tmp_path: Path) -> None:
    file = copied(tmp_path)
    file.with_name(GLANCE_FILE).unlink()
    model = HeadsModel(file)
    assert model.glance(asking(PLAIN)) is None
    assert not model.judge_text(PLAIN).at_a_glance


def test_one_of_another_model_counts_for_nothing(tmp_path: Path) -> None:
    file = copied(tmp_path)
    file.write_bytes(file.read_bytes() + b"\x00")
    assert read_glance(file) is None


def test_one_that_is_junk_is_named(tmp_path: Path) -> None:
    file = copied(tmp_path)
    file.with_name(GLANCE_FILE).write_bytes(b"junk")
    with pytest.raises(EdgeError, match=r"glance\.npz: no weights"):
        read_glance(file)


def test_one_for_other_features_is_refused(tmp_path: Path) -> None:
    file = copied(tmp_path)
    with np.load(file.with_name(GLANCE_FILE)) as known:
        written = {**known, "version": np.array(0)}
    np.savez(file.with_name(GLANCE_FILE), **written)
    with pytest.raises(EdgeError, match="prelude train"):
        read_glance(file)


def test_a_model_that_nobody_holds_is_gone() -> None:
    gone = weakref.ref(HeadsModel())
    assert gone() is None
