"""What a model's own opening may not say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edge.core.openings import objection

PROMPT = "How do I learn Spanish before my trip to Madrid in 3 weeks? I have 1,000 euros."


@pytest.mark.parametrize(
    "text",
    [
        "Learning a language takes patience and regular practice.",
        "The trick is to listen, to speak, and to read a little every day.",
        "A plan for Spanish depends on how you like to learn.",
        "This is a matter of habit more than of talent.",
        "You have three weeks before Madrid.",
        "With 1000 euros there are several ways.",
        "You may wonder where to begin, and I think that is natural.",
        # other languages
        "Eine Sprache zu lernen ist eine Frage der Übung und der Zeit.",
        "Apprendre une langue demande du temps et de la patience.",
        "L'apprentissage est une affaire de patience.",
        "Aprender un idioma es cuestión de práctica.",
        "Изучение языка требует терпения.",
    ],
)
def test_prose_that_asserts_nothing_checkable_may_be_shown(text: str) -> None:
    assert objection("model", text, PROMPT) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "short"),
        ("Well then.", "short"),
        ("word " * 30 + "and so on, " * 20, "long"),
        ("- practise every day", "list"),
        ("1. Practise every day", "list"),
        ("## How to learn", "heading"),
        ("```python\nprint()", "code"),
        ("<|im_start|>assistant says that it helps", "code"),
        ("What would you like to learn first?", "asks back"),
        # yes or no
        ("Yes, that is quite possible.", "yes or no"),
        ("No, that takes longer.", "yes or no"),
        ("Sure, here is how it works.", "yes or no"),
        ("Ja, das ist gut möglich.", "yes or no"),
        ("Oui, c'est tout à fait possible.", "yes or no"),
        ("Sí, es posible con práctica.", "yes or no"),
        # binding the target
        ("I'm sorry, but this is hard to do.", "apologizes"),
        ("Es tut mir leid, das ist schwer.", "apologizes"),
        ("That is something I cannot help with.", "refuses"),
        ("As an AI language model one has no trips.", "refuses"),
        ("Je ne peux pas répondre à cela.", "refuses"),
        ("I'll give you everything that you need.", "promises"),
        ("Here is how to learn a language.", "promises"),
        ("Ich werde alles erklären, was nötig ist.", "promises"),
        # numbers
        ("It takes about 600 hours of study.", "number"),
        ("It takes about twelve hours of study.", "number"),
        ("Half of all learners give up.", "number"),
        ("Das dauert etwa zwölf Stunden.", "number"),
        ("You need ٥ hours a day.", "number"),
        # names
        ("The best school is Cervantes in the old town.", "name"),
        ("Simon Bolivar is a fictional character.", "name"),
        ("Paris is lovely at this time.", "name"),
        ("NASA engineers learn languages too.", "name"),
        ("Many people use an iPhone for that.", "name"),
        ("Die Stadt ist schön, und Goethe war dort.", "name"),
        ("Le musée du Prado se trouve au centre.", "name"),
        ("L'histoire est longue, surtout celle des Habsbourg.", "name"),
        ("L'Espagne est un pays du sud.", "name"),
        ("学习语言需要时间。", "script"),
        # no opening at all
        ("Practise and practise and practise and practise more.", "loops"),
        ("It is is a matter of habit.", "loops"),
        ("how do I learn Spanish before my trip", "echoes"),
        ("Learn Spanish before my trip to Madrid.", "echoes"),
    ],
)
def test_what_could_be_wrong_or_binds_the_target_is_held_back(text: str, reason: str) -> None:
    held = objection("model", text, PROMPT)

    assert held is not None
    assert reason in held


def test_numbers_and_names_of_the_prompt_may_be_said_however_they_are_written() -> None:
    prompt = "what can i see in paris and in new york in twelve days"

    assert objection("model", "There is much to see in Paris and New York.", prompt) is None
    assert objection("model", "In 12 days there is much to see.", prompt) is None


@pytest.mark.parametrize("level", ["frame", "full"])
def test_only_a_models_prose_is_judged(level: str) -> None:
    assert objection(level, "Yes, Paris has 12 of them.", "") is None


@given(st.text(max_size=300), st.text(max_size=300))
def test_a_reason_quotes_neither_the_opening_nor_the_prompt(text: str, prompt: str) -> None:
    assert objection("model", text, prompt) in {
        None,
        "it begins a list, a heading or code",
        "it is too short",
        "it is too long",
        "it asks back",
        "it answers yes or no",
        "it apologizes",
        "it refuses",
        "it promises",
        "it has a number that the prompt lacks",
        "it is in a script that does not show names",
        "it has a name that the prompt lacks",
        "it loops",
        "it echoes the prompt",
    }


@given(st.text(max_size=60))
def test_a_prompt_said_back_is_never_shown(prompt: str) -> None:
    assert objection("model", prompt, prompt) is not None


def test_a_megabyte_of_prompt_is_compared_by_its_ends() -> None:
    prompt = "How do I learn Spanish quickly and well? " + "x " * 500_000 + "Answer in my words."

    assert objection("model", "How do I learn Spanish quickly and well.", prompt) is not None
