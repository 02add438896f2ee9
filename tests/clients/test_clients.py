"""Other people's clients for Python and for Node at each of our doors.

What each says of the same cases is compared with what the simulator said; no client was told more
than an address, a key, and a model's name.
"""

from __future__ import annotations

import json
from typing import NamedTuple

import pytest

from bench.answers import answer_to
from tests.clients.playbill import Doors, Told, played

QUESTION = "Why does the sea have tides?"
ANSWER = answer_to(QUESTION).text
CUT_AFTER = 120  # characters; the simulator's `broken` is cut off later
REFUSALS = {"wrong key": 401, "no model": 404, "busy": 429}


class Client(NamedTuple):
    """`raises` are its own exceptions: for a reply that cannot be finished, and for `REFUSALS`."""

    script: str
    door: str
    finish: str  # its word for a reply that came to its end
    raises: tuple[str | None, str, str, str]

    def told(self, doors: Doors, case: str) -> Told:
        return played(doors, self.script)[self.door, case]


def errors_of(package: str) -> tuple[str, str, str]:
    names = ("AuthenticationError", "NotFoundError", "RateLimitError")
    key, model, busy = (f"{package}.{name}" for name in names)
    return key, model, busy


def langchain_errors(package: str, maker: str) -> tuple[str, str, str]:
    names = ("AuthenticationError", "ModelNotFoundError", "RateLimitError")
    key, model, busy = (f"{package}.{maker}{name}" for name in names)
    return key, model, busy


OPENAI, ANTHROPIC = errors_of("openai"), errors_of("anthropic")
LANGCHAIN_OPENAI = langchain_errors("langchain_openai", "OpenAI")
LANGCHAIN_ANTHROPIC = langchain_errors("langchain_anthropic", "Anthropic")
LITELLM = ("litellm.MidStreamFallbackError", *errors_of("litellm"))
NODE = ("AuthenticationError", "NotFoundError", "RateLimitError")
VERCEL = ("StreamProviderError", *["APICallError"] * 3)

CLIENTS = [
    Client("with_openai", "chat", "stop", ("openai.APIError", *OPENAI)),
    Client("with_openai", "responses", "completed", ("__main__.Failed", *OPENAI)),
    Client("with_anthropic", "messages", "end_turn", ("anthropic.APIStatusError", *ANTHROPIC)),
    Client("with_langchain", "chat", "stop", ("openai.APIError", *LANGCHAIN_OPENAI)),
    Client("with_langchain", "responses", "completed", ("builtins.ValueError", *LANGCHAIN_OPENAI)),
    Client(
        "with_langchain", "messages", "end_turn", ("anthropic.APIStatusError", *LANGCHAIN_ANTHROPIC)
    ),
    Client("with_llama_index", "chat", "stop", ("openai.APIError", *OPENAI)),
    Client("with_llama_index", "messages", "end_turn", ("anthropic.APIStatusError", *ANTHROPIC)),
    Client("with_litellm", "chat", "stop", LITELLM),
    Client("with_litellm", "messages", "stop", LITELLM),
    Client("with_llm", "chat", "stop", ("openai.APIError", *OPENAI)),
    # It reads past `response.failed`: what tells is that there is neither an end nor a usage.
    Client("with_llm", "responses", "completed", (None, *OPENAI)),
    Client("openai.mjs", "chat", "stop", ("APIError", *NODE)),
    Client("openai.mjs", "responses", "completed", ("Failed", *NODE)),
    Client("anthropic.mjs", "messages", "end_turn", ("APIError", *NODE)),
    Client("vercel.mjs", "chat", "stop", VERCEL),
    Client("vercel.mjs", "compatible", "stop", VERCEL),
    Client("vercel.mjs", "responses", "stop", VERCEL),
    Client("vercel.mjs", "messages", "stop", VERCEL),
]
EVERY = pytest.mark.parametrize(
    "client", [pytest.param(each, id=f"{each.script}-{each.door}") for each in CLIENTS]
)


def check_end(client: Client, told: Told) -> None:
    assert told.get("finish") == client.finish
    read, written = told["usage"]
    assert read > 0 and written > 0


@EVERY
def test_a_reply_in_one_piece(doors: Doors, client: Client) -> None:
    told = client.told(doors, "whole")
    assert told.get("text") == ANSWER, told
    check_end(client, told)


@EVERY
def test_a_reply_in_pieces(doors: Doors, client: Client) -> None:
    told = client.told(doors, "stream")
    assert told.get("text") == ANSWER, told
    assert told["pieces"] > 20
    check_end(client, told)


@EVERY
def test_a_tool_is_called_and_its_result_is_answered(doors: Doors, client: Client) -> None:
    told = client.told(doors, "tool")
    given = told.get("arguments")
    arguments = json.loads(given) if isinstance(given, str) else given
    assert (told.get("name"), arguments) == ("weather", {"city": QUESTION}), told
    assert told["text"] == ANSWER


@EVERY
def test_a_reply_in_a_form(doors: Doors, client: Client) -> None:
    assert client.told(doors, "form").get("city") == QUESTION, client.told(doors, "form")


@EVERY
def test_an_opening_is_a_paragraph_before_the_answer(doors: Doors, client: Client) -> None:
    told = client.told(doors, "opening")
    opening = told.get("text", "").removesuffix(ANSWER)
    assert opening.endswith(".\n\n") and len(opening) > 10, told
    check_end(client, told)


@EVERY
def test_a_stream_that_is_cut_reads_as_one_reply(doors: Doors, client: Client) -> None:
    told = client.told(doors, "cut")
    assert told.get("text") == ANSWER, told
    check_end(client, told)


def test_every_client_had_a_stream_cut(doors: Doors) -> None:
    """So that the test above cannot pass without one."""
    for script in {client.script for client in CLIENTS}:
        played(doors, script)
    asked = doors.platform.log()
    cut = [one for one in asked if one["fault"] == "cut" and one["model"] in ("big", "equal")]
    assert len(cut) == len(CLIENTS)


@EVERY
def test_a_reply_that_nobody_can_finish_is_no_reply(doors: Doors, client: Client) -> None:
    told = client.told(doors, "unfinished")
    assert told.get("raised") == client.raises[0], told
    assert told.get("finish") is None
    assert told.get("usage") in (None, [None, None])
    assert ANSWER.startswith(told["text"]) and CUT_AFTER < len(told["text"]) < len(ANSWER)


@EVERY
@pytest.mark.parametrize("case", REFUSALS)
def test_what_is_refused_is_the_clients_own_error(doors: Doors, client: Client, case: str) -> None:
    told = client.told(doors, case)
    expected = dict(zip(REFUSALS, client.raises[1:], strict=True))[case]
    assert (told.get("raised"), told.get("status")) == (expected, REFUSALS[case]), told
