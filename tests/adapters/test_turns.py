from __future__ import annotations

from collections.abc import Iterator

from adapters.turns import turns_of
from edge.core.types import Call, Json, Message, Request, Sampling, TextPart, ToolCall

SYSTEM = Message("system", (TextPart("Be brief."),))
ASKED = Message("user", (TextPart("Why tides?"),))
CALLED = Message("assistant", tool_calls=(ToolCall("1", "moon", "{}"),))
RESULT = Message("tool", (TextPart("full"),), tool_call_id="1")
AGAIN = Message("user", (TextPart("And now?"),))


def blocks(message: Message) -> Iterator[dict[str, Json]]:
    for part in message.parts:
        yield {"said": part.text} if isinstance(part, TextPart) else {}
    for call in message.tool_calls:
        yield {"called": call.name}


def turns(*messages: Message, added: tuple[Message, ...] = (), prefix: str = "") -> Json:
    request = Request("r", "m", messages)
    return turns_of(Call(request, (*messages, *added), Sampling(), prefix=prefix), blocks)


def test_roles_alternate_and_neighbours_of_one_role_are_one_turn() -> None:
    told, _ = turns(SYSTEM, ASKED, CALLED, RESULT, AGAIN)
    assert told == [
        {"role": "user", "content": [{"said": "Why tides?"}]},
        {"role": "assistant", "content": [{"called": "moon"}]},
        {"role": "user", "content": [{"said": "full"}, {"said": "And now?"}]},
    ]


def test_a_message_that_says_nothing_makes_no_turn() -> None:
    told, _ = turns(Message("assistant"), ASKED)
    assert [turn["role"] for turn in told] == ["user"]


def test_what_stands_before_the_callers_own_last_turn_is_stable() -> None:
    assert turns(SYSTEM, ASKED)[1] == 0
    assert turns(ASKED, CALLED, RESULT)[1] == 2


def test_what_we_add_to_have_a_text_continued_is_not_asked_again() -> None:
    added = (Message("assistant", (TextPart("The moon"),)), Message("user", (TextPart("go on"),)))
    told, stable = turns(ASKED, added=added)
    assert ([turn["role"] for turn in told], stable) == (["user", "assistant", "user"], 0)


def test_a_prefix_is_the_last_turn_and_the_assistants() -> None:
    told, _ = turns(ASKED, prefix="The moon")
    assert told[-1] == {"role": "assistant", "content": [{"said": "The moon"}]}
