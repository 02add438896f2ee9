from __future__ import annotations

from dataclasses import replace
from typing import Any

from edge.core.calls import make_call
from edge.core.events import Continuation, Role, StartLeg
from edge.core.plan import Draft, Plan, Strategy
from edge.core.types import NO_HURRY, Message, Request, Sampling, TextPart, Tool, Urgency

MESSAGES = (
    Message("system", (TextPart("Be brief."),)),
    Message("user", (TextPart("What is heat?"),)),
)
REQUEST = Request("r", "auto", MESSAGES, Sampling(max_tokens=500, temperature=0.3, stop=("END",)))
PLAN = Plan(Strategy.TARGET, (), fast_deadline=0.2, deep_s=15.0)
FRAMED = replace(PLAN, draft=Draft("local", "frame", choices=("Let's look at heat.",)))
PROSE = replace(PLAN, draft=Draft("local", "model", sentences=2))


def test_target_gets_the_request_as_it_is() -> None:
    call = make_call(REQUEST, PLAN, StartLeg(0, "a/big", Role.TARGET))
    assert (call.messages, call.sampling, call.prefix) == (MESSAGES, REQUEST.sampling, "")


def test_continuation_may_say_what_is_left() -> None:
    call = make_call(REQUEST, PLAN, StartLeg(1, "b/equal", Role.TARGET, prefix="x" * 400))
    assert (call.sampling.max_tokens, call.prefix) == (400, "x" * 400)
    spent = make_call(REQUEST, PLAN, StartLeg(1, "b/equal", Role.TARGET, prefix="x" * 4000))
    assert spent.sampling.max_tokens == 1


def test_unlimited_reply_stays_unlimited_when_continued() -> None:
    request = replace(REQUEST, sampling=Sampling())
    call = make_call(request, PLAN, StartLeg(1, "b/equal", Role.TARGET, prefix="x" * 400))
    assert call.sampling.max_tokens is None


def test_local_model_is_given_an_end() -> None:
    request = replace(REQUEST, sampling=Sampling())
    assert make_call(request, PLAN, StartLeg(0, "local", Role.LOCAL)).sampling.max_tokens == 1024
    rescue = StartLeg(1, "local", Role.LOCAL, prefix="Heat is")
    assert make_call(request, PLAN, rescue).sampling.max_tokens == 256
    short = replace(REQUEST, sampling=Sampling(max_tokens=7))
    assert make_call(short, PLAN, StartLeg(0, "local", Role.LOCAL)).sampling.max_tokens == 7


def test_frame_is_chosen_by_the_question_alone() -> None:
    call = make_call(REQUEST, FRAMED, StartLeg(0, "local", Role.DRAFT))
    assert [message.text for message in call.messages] == ["What is heat?"]
    assert call.choices == ("Let's look at heat.",)
    assert (call.sampling.temperature, call.sampling.stop) == (0.0, ())


def test_prose_opening_sees_the_conversation_and_no_tools() -> None:
    request = replace(REQUEST, tools=(Tool("f"),), tool_choice="auto")
    call = make_call(request, PROSE, StartLeg(0, "local", Role.DRAFT))
    assert (call.messages, call.sampling.max_tokens) == (MESSAGES, 160)
    assert (call.request.tools, call.request.tool_choice) == ((), None)


def test_who_cannot_continue_is_asked_to_as_a_person_would() -> None:
    start = StartLeg(1, "b/equal", Role.TARGET, "Heat is motion", Continuation.ANCHOR)
    call = make_call(REQUEST, PLAN, start)
    assert call.prefix == ""
    assert call.messages[:2] == MESSAGES  # a prompt cache still holds
    said, ask = call.messages[2:]
    assert (said.role, said.text) == ("assistant", "Heat is motion")
    assert ask.role == "user"
    assert '"Heat is motion"' in ask.text


def test_rest_in_one_piece_is_not_streamed() -> None:
    start = StartLeg(1, "a/big", Role.TARGET, "Heat", Continuation.PREFILL, is_whole=True)
    assert make_call(REQUEST, PLAN, start).stream is False
    assert make_call(REQUEST, PLAN, StartLeg(0, "a/big", Role.TARGET)).stream is True


def test_what_is_wished_of_the_local_model_is_not_for_its_openings() -> None:
    options: dict[str, dict[str, Any]] = {"local": {"thinking": True}, "groq": {"user": "me"}}
    request = replace(REQUEST, provider_options=options)
    opening = make_call(request, PROSE, StartLeg(0, "local", Role.DRAFT))
    assert opening.request.provider_options == {"groq": {"user": "me"}}
    reply = make_call(request, PLAN, StartLeg(0, "local", Role.LOCAL))
    assert reply.request.provider_options == options


def test_draft_is_told_when_it_is_needed_and_when_no_more() -> None:
    for plan in (FRAMED, PROSE):
        assert plan.draft is not None
        wanted = replace(plan, draft=replace(plan.draft, give_up_at=0.7))
        call = make_call(REQUEST, wanted, StartLeg(0, "local", Role.DRAFT))
        assert call.urgency == Urgency(deadline=0.2, give_up_at=0.7)
    answer = make_call(REQUEST, FRAMED, StartLeg(1, "local", Role.LOCAL))
    assert answer.urgency == NO_HURRY


def test_every_call_is_of_its_callers_scope() -> None:
    request = replace(REQUEST, caller="me")
    for role in Role:
        assert make_call(request, PROSE, StartLeg(0, "local", role)).scope == "me"


def test_what_the_caller_began_with_takes_nothing_of_what_may_be_said() -> None:
    request = replace(REQUEST, prefix="Heat is")
    first = make_call(request, PLAN, StartLeg(0, "a/big", Role.TARGET, "Heat is"))
    assert (first.prefix, first.sampling.max_tokens) == ("Heat is", 500)
    later = StartLeg(1, "b/equal", Role.TARGET, "Heat is" + "x" * 400)
    assert make_call(request, PLAN, later).sampling.max_tokens == 400
    alone = StartLeg(0, "local", Role.LOCAL, "Heat is")
    unlimited = replace(request, sampling=Sampling())
    assert make_call(unlimited, PLAN, alone).sampling.max_tokens == 1024
