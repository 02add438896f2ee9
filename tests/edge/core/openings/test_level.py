"""Which requests may be opened at all."""

from __future__ import annotations

import pytest

from edge.core.openings import opening_level
from edge.core.openings.level import NEVER_OPENED
from edge.core.types import Json, Message, Request, Role, TextPart
from edge.core.verdict import Task, Verdict


def request(
    *texts: str, roles: tuple[Role, ...] = ("user",), response_format: Json = None
) -> Request:
    messages = tuple(
        Message(role, (TextPart(text),)) for role, text in zip(roles, texts, strict=True)
    )
    return Request("r", "auto", messages, response_format=response_format)


def verdict(
    task: Task = Task.OPEN_QA,
    language: str = "en",
    unsafe: bool = False,
    asks_format: bool = False,
) -> Verdict:
    return Verdict(task, 0.5, 0.5, "test", language, unsafe, asks_format)


ASK = request("How do I fix a flat tyre?")


@pytest.mark.parametrize("level", ["frame", "model", "full"])
def test_a_plain_request_keeps_the_level_it_was_given(level: str) -> None:
    assert opening_level(verdict(), ASK, level) == (level, None)


def test_none_stays_none_and_needs_no_reason() -> None:
    assert opening_level(verdict(unsafe=True), ASK, "none") == ("none", None)


@pytest.mark.parametrize("level", ["frame", "model", "full"])
@pytest.mark.parametrize("task", sorted(NEVER_OPENED))
def test_tasks_that_must_be_right_at_once_are_never_opened(task: Task, level: str) -> None:
    assert opening_level(verdict(task), ASK, level) == ("none", f"no openings for {task}")


def test_the_tasks_never_opened_are_those_of_the_design() -> None:
    assert {task.value for task in NEVER_OPENED} == {
        "math",
        "code",
        "closed_qa",
        "classification",
        "extraction",
        "rewriting",
    }


@pytest.mark.parametrize("level", ["frame", "model", "full"])
def test_an_unsafe_prompt_is_not_opened(level: str) -> None:
    assert opening_level(verdict(unsafe=True), ASK, level)[0] == "none"


def test_a_format_asked_for_in_words_is_not_opened() -> None:
    assert opening_level(verdict(asks_format=True), ASK, "frame")[0] == "none"


@pytest.mark.parametrize("kind", ["json_object", "json_schema"])
def test_a_format_asked_for_in_the_request_is_not_opened(kind: str) -> None:
    asked = request("How do I fix a flat tyre?", response_format={"type": kind})

    assert opening_level(verdict(), asked, "model") == ("none", "a format is asked for")


def test_plain_text_is_no_format() -> None:
    asked = request("How do I fix a flat tyre?", response_format={"type": "text"})

    assert opening_level(verdict(), asked, "frame") == ("frame", None)


def test_a_prompt_that_the_draft_cannot_read_is_not_opened() -> None:
    level, reason = opening_level(verdict(), ASK, "frame", fits_context=False)

    assert level == "none"
    assert reason is not None
    assert "context" in reason


@pytest.mark.parametrize("text", ["", "  \n"])
def test_an_empty_prompt_is_not_opened(text: str) -> None:
    assert opening_level(verdict(), request(text), "frame") == ("none", "the prompt is empty")


@pytest.mark.parametrize("last", ["assistant", "tool"])
def test_only_a_users_message_is_opened(last: Role) -> None:
    asked = request("How do I fix a flat tyre?", "Well,", roles=("user", last))

    assert opening_level(verdict(), asked, "frame")[0] == "none"


def test_a_frame_needs_a_bank_of_its_language_and_a_models_prose_does_not() -> None:
    assert opening_level(verdict(language="ru"), ASK, "frame") == (
        "none",
        "no frames in language ru",
    )
    assert opening_level(verdict(language="ru"), ASK, "model") == ("model", None)
