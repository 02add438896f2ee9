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


Errors = tuple[str, str, str]


class Client(NamedTuple):
    """How its users see a reply's end: `finish` where it is whole, the exception `broken` where it
    cannot be finished, and `errors` where it is refused, in the order of `REFUSALS`."""

    script: str
    door: str
    finish: str
    broken: str | None
    errors: Errors

    def told(self, doors: Doors, case: str) -> Told:
        return played(doors, self.script)[self.door, case]


def errors_of(package: str, maker: str = "", missing: str = "NotFoundError") -> Errors:
    names = ("AuthenticationError", missing, "RateLimitError")
    key, model, busy = (f"{package}{maker}{name}" for name in names)
    return key, model, busy


OPENAI, ANTHROPIC, LITELLM = (errors_of(name) for name in ("openai.", "anthropic.", "litellm."))
ANTHROPIC_BROKEN = "anthropic.APIStatusError"
LANGCHAIN_OPENAI = errors_of("langchain_openai.", "OpenAI", "ModelNotFoundError")
LANGCHAIN_ANTHROPIC = errors_of("langchain_anthropic.", "Anthropic", "ModelNotFoundError")
NODE, VERCEL = errors_of(""), ("APICallError", "APICallError", "APICallError")

# It reads past `response.failed`: what tells is that there is neither an end nor a usage.
LLM_RESPONSES = Client("with_llm", "responses", "completed", None, OPENAI)
CLIENTS = [
    Client("with_openai", "chat", "stop", "openai.APIError", OPENAI),
    Client("with_openai", "responses", "completed", "__main__.Failed", OPENAI),
    Client("with_anthropic", "messages", "end_turn", ANTHROPIC_BROKEN, ANTHROPIC),
    Client("with_langchain", "chat", "stop", "openai.APIError", LANGCHAIN_OPENAI),
    Client("with_langchain", "responses", "completed", "builtins.ValueError", LANGCHAIN_OPENAI),
    Client("with_langchain", "messages", "end_turn", ANTHROPIC_BROKEN, LANGCHAIN_ANTHROPIC),
    Client("with_llama_index", "chat", "stop", "openai.APIError", OPENAI),
    Client("with_llama_index", "messages", "end_turn", ANTHROPIC_BROKEN, ANTHROPIC),
    Client("with_litellm", "chat", "stop", "litellm.MidStreamFallbackError", LITELLM),
    Client("with_litellm", "messages", "stop", "litellm.MidStreamFallbackError", LITELLM),
    Client("with_llm", "chat", "stop", "openai.APIError", OPENAI),
    LLM_RESPONSES,
    Client("openai.mjs", "chat", "stop", "APIError", NODE),
    Client("openai.mjs", "responses", "completed", "Failed", NODE),
    Client("anthropic.mjs", "messages", "end_turn", "APIError", NODE),
    Client("vercel.mjs", "chat", "stop", "StreamProviderError", VERCEL),
    Client("vercel.mjs", "compatible", "stop", "StreamProviderError", VERCEL),
    Client("vercel.mjs", "responses", "stop", "StreamProviderError", VERCEL),
    Client("vercel.mjs", "messages", "stop", "StreamProviderError", VERCEL),
]
# At the door that goes on with a text.
WRITERS = [
    Client("with_openai", "completions", "stop", None, OPENAI),
    Client("with_langchain", "completions", "stop", None, OPENAI),
    Client("openai.mjs", "completions", "stop", None, NODE),
    Client("vercel.mjs", "completions", "stop", None, VERCEL),
]


def parametrized(clients: list[Client]) -> pytest.MarkDecorator:
    each = [pytest.param(client, id=f"{client.script}-{client.door}") for client in clients]
    return pytest.mark.parametrize("client", each)


EVERY, EVERY_WRITER = parametrized(CLIENTS), parametrized(WRITERS)


def check_end(client: Client, told: Told) -> None:
    assert told.get("finish") == client.finish
    read, written = told["usage"]
    assert read > 0 and written > 0


def check_refused(client: Client, told: Told, case: str) -> None:
    expected = dict(zip(REFUSALS, client.errors, strict=True))[case]
    assert (told.get("raised"), told.get("status")) == (expected, REFUSALS[case]), told


@EVERY
def test_a_reply_in_one_piece(doors: Doors, client: Client) -> None:
    told = client.told(doors, "whole")
    assert told.get("text") == ANSWER, told
    check_end(client, told)


@EVERY
def test_a_reply_in_pieces(doors: Doors, client: Client) -> None:
    told = client.told(doors, "stream")
    assert told.get("text") == ANSWER, told
    assert told["pieces"] > 10
    check_end(client, told)


@EVERY
def test_a_tool_is_called_and_its_result_is_answered(doors: Doors, client: Client) -> None:
    told = client.told(doors, "tool")
    given = told.get("arguments")
    arguments = json.loads(given) if isinstance(given, str) else given
    assert (told.get("name"), arguments) == ("weather", {"city": QUESTION}), told
    assert told["text"] == ANSWER


@parametrized([client for client in CLIENTS if client.script == "vercel.mjs"])
def test_what_a_client_remembers_of_a_reply_is_gone_on_with(doors: Doors, client: Client) -> None:
    """Of a stored response it remembers no words, but their ids."""
    told = client.told(doors, "turns")
    assert told.get("text") == ANSWER, told
    check_end(client, told)


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
    assert told.get("raised") == client.broken, told
    assert told.get("finish") is None
    assert told.get("usage") in (None, [None, None])
    assert ANSWER.startswith(told["text"]) and CUT_AFTER < len(told["text"]) < len(ANSWER)


@EVERY
@pytest.mark.parametrize("case", REFUSALS)
def test_what_is_refused_is_the_clients_own_error(doors: Doors, client: Client, case: str) -> None:
    check_refused(client, client.told(doors, case), case)


@EVERY_WRITER
def test_a_text_is_gone_on_with(doors: Doors, client: Client) -> None:
    whole, streamed = client.told(doors, "whole"), client.told(doors, "stream")
    assert whole.get("text") == ANSWER, whole
    assert streamed.get("text") == ANSWER, streamed
    check_end(client, whole)


@EVERY_WRITER
@pytest.mark.parametrize("case", ["wrong key", "no model"])
def test_a_text_that_is_refused_is_the_clients_own_error(
    doors: Doors, client: Client, case: str
) -> None:
    check_refused(client, client.told(doors, case), case)
