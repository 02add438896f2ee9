from __future__ import annotations

import pytest

from edge.core.plain import PlainText, light_tail

ORIGINAL = "He said — “it’s **bold**”…\n\n- and `code`"


@pytest.mark.parametrize(
    "other",
    [
        'he said - "it\'s bold"... - and code',
        "He said—'It's __bold__' ...\n* and code",
        "HE SAID - «it‘s *bold*» …\n\n- and code",
    ],
)
def test_two_tellings_of_one_text_have_one_plain_form(other: str) -> None:
    assert PlainText(other).text == PlainText(ORIGINAL).text


@pytest.mark.parametrize("other", ["He said it's bald... and code", "He said it's bold and code"])
def test_other_words_have_another_plain_form(other: str) -> None:
    assert PlainText(other).text != PlainText(ORIGINAL).text


def test_it_is_the_same_at_every_split() -> None:
    whole = PlainText(ORIGINAL)
    for at in range(len(ORIGINAL) + 1):
        grown = PlainText(ORIGINAL[:at])
        grown.add(ORIGINAL[at:])
        assert (grown.text, grown.ends) == (whole.text, whole.ends)


def test_ends_lead_back_to_the_original() -> None:
    plain = PlainText(ORIGINAL)
    at = plain.text.index("bold") + 3
    assert ORIGINAL[: plain.ends[at]].endswith("**bold")


def test_the_tail_is_what_does_not_count() -> None:
    assert light_tail("so **bold** ”", PlainText("so **bold** ”").ends) == '**"'
    assert light_tail("```", []) == '"""'
