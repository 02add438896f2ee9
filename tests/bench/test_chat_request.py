"""What the simulator understands of a request."""

from __future__ import annotations

import json

from bench.asked import Asked
from bench.chat_request import read
from bench.knobs import Knobs
from bench.script import script


def asked(*texts: str) -> Asked:
    roles = ("user", "assistant", "user")
    messages = [{"role": role, "content": text} for role, text in zip(roles, texts, strict=False)]
    return read(json.dumps({"model": "sim", "messages": messages}).encode())


QUESTION = "Why does the sea have tides?"
WHOLE = "".join(script(asked(QUESTION), Knobs(tokens=0)).pieces)


def test_who_quotes_the_last_words_has_them_repeated_and_the_rest_behind() -> None:
    told, anchor = WHOLE[:200], WHOLE[160:200]
    request = asked(QUESTION, told, f'Go on from your last words, "{anchor}", please.')
    assert (request.prompt, request.prefix, request.anchor) == (QUESTION, told, anchor)
    assert "".join(script(request, Knobs(tokens=0)).pieces) == WHOLE[160:]


def test_a_follow_up_with_other_words_in_quotes_is_a_question_of_its_own() -> None:
    request = asked(QUESTION, WHOLE[:200], 'And what does "spring tide" mean?')
    assert (request.prefix, request.anchor) == ("", "")
    assert request.prompt.startswith("And what")
