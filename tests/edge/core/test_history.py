from __future__ import annotations

from dataclasses import replace

from edge.core.accounting import LegReport
from edge.core.events import Role
from edge.core.history import CACHED_S, History, beginnings
from edge.core.types import Message, Request, TextPart, Tool, Usage
from edge.core.verdict import Task

NOW = 1000.0


def said(role: str, text: str) -> Message:
    assert role in ("system", "user", "assistant")
    return Message(role, (TextPart(text),))  # type: ignore[arg-type]  # checked above


FIRST = (said("system", "Be brief. " * 500), said("user", "What is a heat pump?"))
ASKED = Request("r", "auto", FIRST, caller="owner")
NEXT = replace(ASKED, messages=(*FIRST, said("assistant", "A machine."), said("user", "And then?")))
EDITED = replace(ASKED, messages=(FIRST[0], said("user", "What is a boiler?")))


def leg(tier: str = "a/big", tokens: int = 40, outcome: str = "stop") -> LegReport:
    usage = Usage(1300, tokens)
    return LegReport(0, tier, Role.TARGET, 0.0, 0.5, 1.0, outcome, None, usage, cost_cents=None)


def heard(*legs: LegReport) -> History:
    history = History()
    history.hear(ASKED, Task.OPEN_QA, legs or (leg(),), NOW)
    return history


def test_next_turn_finds_what_the_target_has_read() -> None:
    history = heard()
    cached = history.cached_tokens(beginnings(NEXT), "a/big", NOW + 60)
    assert cached == beginnings(ASKED)[-1].tokens
    assert history.cached_tokens(beginnings(NEXT), "b/other", NOW + 60) == 0


def test_another_question_in_its_place_finds_what_stands_before_it() -> None:
    cached = heard().cached_tokens(beginnings(EDITED), "a/big", NOW)
    assert cached == beginnings(ASKED)[0].tokens


def test_cache_is_taken_for_gone_after_its_lifetime() -> None:
    assert heard().cached_tokens(beginnings(NEXT), "a/big", NOW + CACHED_S + 1) == 0


def test_conversation_of_another_caller_or_with_other_tools_is_another() -> None:
    for other in (
        replace(NEXT, caller="another"),
        replace(NEXT, tools=(Tool("look"),)),
        replace(NEXT, caller=""),
    ):
        assert heard().cached_tokens(beginnings(other), "a/big", NOW) == 0


def test_short_prompt_is_kept_by_nobody() -> None:
    assert beginnings(replace(ASKED, messages=(FIRST[1],))) == ()


def test_target_that_said_nothing_has_not_read_it() -> None:
    history = heard(leg(tokens=0, outcome="failed"))
    assert history.cached_tokens(beginnings(NEXT), "a/big", NOW) == 0


def test_usual_length_is_that_of_whole_replies_to_the_task() -> None:
    history = heard(leg(tokens=40), leg(tokens=5, outcome="cancelled"))
    assert history.usual_reply_tokens(Task.OPEN_QA, NOW) == 40
    assert history.usual_reply_tokens(Task.CODE, NOW) == 250


def test_memory_is_bounded() -> None:
    history = heard()
    for number in range(2100):
        messages = (said("user", f"{number} " + "word " * 1100),)
        history.hear(replace(ASKED, messages=messages), Task.CHAT, [leg()], NOW)
        history.hear(replace(ASKED, messages=messages), Task.CHAT, [leg("b/other")], NOW)
    assert history.cached_tokens(beginnings(NEXT), "a/big", NOW) == 0
