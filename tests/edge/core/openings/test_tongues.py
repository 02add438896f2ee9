"""Frames in other languages than English, from the prompt's own words to the sentence shown."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.rules import judge
from edge.core.openings import frames, opening_level
from edge.core.openings.banks import BANKS
from edge.core.openings.framing import MAX_FRAME_CHARS
from edge.core.openings.phrases import KINDS, Words
from edge.core.sentences import first_sentence_end
from edge.core.types import Message, Request, TextPart
from edge.core.verdict import Task, Verdict

LANGUAGES = tuple(sorted(BANKS.keys() - {"en"}))
_FILES = Path(__file__).parent / "tongues"


def rows(language: str) -> list[dict[str, str | list[str]]]:
    lines = (_FILES / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


PROMPTS = [(language, row) for language in LANGUAGES for row in rows(language)]
# Whoever was not addressed so may not be, and nobody knows which one he would like.
_ADDRESSES = {
    "de": r"\b(?:[Dd]u|dich|dir|deine?[nmrs]?|Sie|Ihnen|Ihre?[nmrs]?)\b",
    "fr": r"\b(?:tu|te|toi|ton|ta|tes|vous|votre|vos)\b",
    "es": r"\b(?:tú|te|ti|tus?|usted|ustedes|sus?)\b",
    "it": r"\b(?:tu|ti|te|tuo|tua|tuoi|tue|lei|suo|sua)\b",
    "pt": r"\b(?:tu|te|ti|teu|tua|você|vocês|seu|sua)\b",
}


def offered(prompt: str) -> tuple[str, ...]:
    request = Request("r", "auto", (Message("user", (TextPart(prompt),)),))
    verdict = judge(request)
    level, _ = opening_level(verdict, request, "frame")
    return frames(prompt, verdict) if level == "frame" else ()


@pytest.mark.parametrize(("language", "row"), PROMPTS)
def test_a_prompt_is_opened_with_the_reviewed_sentences_or_not_at_all(
    language: str, row: dict[str, str | list[str]]
) -> None:
    assert list(offered(str(row["prompt"]))) == row.get("opens", [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_prompts_of_both_kinds(language: str) -> None:
    opened = sum("opens" in row for row in rows(language))
    assert opened >= 40
    assert len(rows(language)) - opened >= 40


@pytest.mark.parametrize(("language", "row"), [pair for pair in PROMPTS if "opens" in pair[1]])
def test_an_opening_is_one_sentence_that_addresses_nobody(
    language: str, row: dict[str, str | list[str]]
) -> None:
    for sentence in row["opens"]:
        assert first_sentence_end(sentence, final=True) == len(sentence) <= MAX_FRAME_CHARS
        assert re.search(_ADDRESSES[language], sentence) is None
        assert sentence[0].isupper()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_slot_of_a_bank_has_a_kind_or_a_group(language: str) -> None:
    bank = BANKS[language]
    for form in bank.forms:
        asked = [set(re.findall(r"\{(\w+?)2?\}", ask)) for ask in form.asks]
        said = {slot for template in form.says for slot in re.findall(r"\{(\w+?)2?\}", template)}
        assert all(slots <= KINDS.keys() | bank.groups.keys() for slots in asked)
        assert all(said <= slots for slots in asked), form


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("task", [Task.MATH, Task.CODE, Task.REWRITING, Task.CLOSED_QA])
def test_an_exact_answer_is_never_opened(language: str, task: Task) -> None:
    opened = [str(row["prompt"]) for row in rows(language) if "opens" in row]
    verdict = Verdict(task, 0.5, 0.5, "test", language)
    assert all(frames(prompt, verdict) == () for prompt in opened)


@pytest.mark.parametrize(
    ("prompt", "first"),
    [
        # a noun written small gets its capital only where it can be no other word
        ("was ist inflation", "Schauen wir uns an, was Inflation ist."),
        ("was ist modern", None),
        ("erkläre mir den treibhauseffekt", "Sehen wir uns den Treibhauseffekt genauer an."),
        ("erkläre mir den großen treibhauseffekt", None),
        ("wie kann man einen reifen wechseln", "Schauen wir uns das genauer an."),
        # the asker's person
        (
            "Wie kann ich meine Konzentration verbessern?",
            "Schauen wir uns an, wie man seine Konzentration verbessern kann.",
        ),
        ("Wie kann ich dir beim Lernen helfen?", None),
        ("Wieso verstehst du mich nicht?", None),
        # what is asked for, and not explained
        ("Was sind die Öffnungszeiten?", None),
        ("Was ist ein gutes Buch über Rom?", None),
        # the order of words
        ("Wie kann ich anfangen zu joggen?", "Schauen wir uns das genauer an."),
        ("Wie räume ich den Keller auf?", "Schauen wir uns an, wie man den Keller aufräumt."),
        # an article in French, a conjunction in Spanish
        ("Compare chats et chiens", None),
        (
            "¿Cuál es la diferencia entre geología e ingeniería?",
            "Veamos la diferencia entre geología e ingeniería.",
        ),
        ("¿Cuál es la diferencia entre un perro y gato?", None),
        (
            "Qual è la differenza tra l'acqua e l'olio?",
            "Vediamo la differenza tra l'acqua e l'olio.",
        ),
        ("Qual è la differenza tra l'acqua e olio?", None),
    ],
)
def test_words_are_copied_only_where_they_stay_right(prompt: str, first: str | None) -> None:
    assert next(iter(offered(prompt)), None) == first


@given(st.sampled_from(LANGUAGES), st.text(max_size=80))
def test_no_prompt_breaks_a_bank(language: str, prompt: str) -> None:
    for sentence in frames(prompt, Verdict(Task.OPEN_QA, 0.5, 0.5, "test", language)):
        assert len(sentence) <= MAX_FRAME_CHARS


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_a_language_are_its_own(language: str) -> None:
    words = BANKS[language].lexicon
    assert isinstance(words, Words)
    assert words.indefinite <= words.determiners
    assert not words.determiners & (words.never | words.not_last)
