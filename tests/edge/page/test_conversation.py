"""What is sent, again and again: questions, options, history and key; and how it is stopped."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.edge.page.reader import ask, outcome, words
from tests.edge.page.scripted_door import ScriptedDoor

GIVEN = {
    "System prompt": "Be brief.",
    "Model": "sim/big",
    "Targets, best first": "sim/big, sim/spare",
    "Draft": "none",
    "Quality, 0 to 1": "0.9",
    "At most, ms": "9000",
    "At most, ¢": "0.5",
    "Temperature": "0.2",
    "Most tokens": "64",
}
CHOSEN = {"strategy": "continue", "priority": "urgent", "task": "code"}


def test_the_request_asks_for_a_traced_stream(page: Page, door: ScriptedDoor) -> None:
    ask(page, "  How?  ")

    assert door.next_question() == {
        "model": "auto",
        "stream": True,
        "stream_options": {"include_usage": True},
        "prelude": {"trace": True},
        "messages": [{"role": "user", "content": "How?"}],
    }


def test_settings_travel_with_each_request_until_they_are_reset(
    page: Page, door: ScriptedDoor
) -> None:
    page.get_by_role("button", name="Settings").click()
    for label, value in GIVEN.items():
        page.get_by_label(label, exact=True).fill(value)
    for name, value in CHOSEN.items():
        page.locator(f"select[name={name}]").select_option(value)
    page.keyboard.press("Escape")
    expect(page.locator("#settings-count")).to_have_text("12 changed")
    page.reload()
    ask(page, "How?")

    assert door.next_question() == {
        "model": "sim/big",
        "stream": True,
        "stream_options": {"include_usage": True},
        "prelude": {
            "trace": True,
            "strategy": "continue",
            "draft": "none",
            "task": "code",
            "priority": "urgent",
            "max_latency_ms": 9000,
            "max_cost_cents": 0.5,
            "quality": 0.9,
            "targets": ["sim/big", "sim/spare"],
        },
        "messages": [
            {"role": "system", "content": "Be brief."},
            {"role": "user", "content": "How?"},
        ],
        "temperature": 0.2,
        "max_completion_tokens": 64,
    }

    page.get_by_role("button", name="Settings").click()
    page.get_by_role("button", name="Reset all").click()
    page.get_by_role("button", name="Close").click()
    expect(page.locator("#settings-count")).to_be_empty()
    page.get_by_role("button", name="Stop").click()
    ask(page)
    assert door.next_question()["prelude"] == {"trace": True}


def test_later_turns_quote_the_reply_without_an_opening_that_stands_by_itself(
    page: Page, door: ScriptedDoor
) -> None:
    replies = [  # what the draft says, what the target says, what the model is told was said
        ("Here is how.\n\n", "Like this.", "Like this."),
        ("Here is how.", "\n\nLike this.", "Like this."),
        ("Heat pumps move", " heat.\n\nThat is all.", "Heat pumps move heat.\n\nThat is all."),
        ("Here is how.\n\n", "", "Here is how.\n\n"),
    ]
    for number, (opening, answer, _) in enumerate(replies):
        ask(page, f"Question {number}")
        door.next_question()
        door.say_opening(opening)
        if answer:
            door.say(answer)
        door.finish()
        expect(outcome(page)).to_have_text("Complete")

    ask(page, "And?")
    told = [m["content"] for m in door.next_question()["messages"] if m["role"] == "assistant"]
    assert told == [quoted for *_, quoted in replies]


def test_words_of_a_stopped_reply_stay_in_the_conversation(page: Page, door: ScriptedDoor) -> None:
    ask(page, "First")
    door.say("A heat pump moves")
    expect(words(page, "target")).to_be_visible()
    page.keyboard.press("Escape")
    expect(outcome(page)).to_have_text("Stopped")
    door.next_question()
    ask(page, "Second")

    assert door.next_question()["messages"] == [
        {"role": "user", "content": "First"},
        {"role": "assistant", "content": "A heat pump moves"},
        {"role": "user", "content": "Second"},
    ]


def test_a_turn_without_a_reply_is_not_sent_along(page: Page, door: ScriptedDoor) -> None:
    ask(page, "First")
    door.next_question()
    door.send(error={"message": "Nobody there."})
    door.end()
    expect(outcome(page)).to_have_text("Nobody there.")
    ask(page, "Second")

    assert door.next_question()["messages"] == [{"role": "user", "content": "Second"}]


def test_try_again_replaces_the_last_turn_only(page: Page, door: ScriptedDoor) -> None:
    for question in ("First", "Second"):
        ask(page, question)
        door.next_question()
        door.say(f"Reply to {question}.")
        door.finish()
        expect(outcome(page)).to_have_text("Complete")
    again = page.get_by_role("button", name="Try again")
    expect(again).to_have_count(1)
    again.click()
    door.say("Better.")
    door.finish()

    assert [m["content"] for m in door.next_question()["messages"]] == [
        "First",
        "Reply to First.",
        "Second",
    ]
    expect(page.locator(".words")).to_have_text(["Reply to First.", "Better."])


def test_the_last_question_can_be_put_in_other_words(page: Page, door: ScriptedDoor) -> None:
    ask(page, "Frist")
    door.next_question()
    door.say("What?")
    door.finish()
    page.get_by_role("button", name="Edit").click()
    expect(page.locator(".turn")).to_have_count(0)
    expect(page.get_by_label("Your question")).to_be_focused()
    expect(page.get_by_label("Your question")).to_have_value("Frist")
    ask(page, "First")

    assert door.next_question()["messages"] == [{"role": "user", "content": "First"}]


def test_faults_are_offered_only_for_a_simulated_target(page: Page, door: ScriptedDoor) -> None:
    expect(page.get_by_label("stall")).to_be_hidden()
    door.simulated = ("large", "spare")
    page.reload()
    ask(page)
    assert "metadata" not in door.next_question()
    page.keyboard.press("Escape")
    page.get_by_text("are cut off").click()
    ask(page)

    assert door.next_question()["metadata"] == {"large": "fault=cut&after=160"}


def test_the_visit_has_a_bill(page: Page, door: ScriptedDoor) -> None:
    spent = page.get_by_role("status", name="Cost of this visit")
    expect(spent).to_be_hidden()
    for says in ("0.5 ¢ · 1 reply", "at least 1 ¢ · 2 replies"):
        ask(page)
        door.say("So.")
        door.finish(cost_cents=0.5, cost_known=says.startswith("0"))
        expect(spent).to_have_text(says)
    page.get_by_role("button", name="New conversation").click()
    expect(spent).to_have_text("at least 1 ¢ · 2 replies")


def test_a_reply_that_was_stopped_is_on_the_bill(page: Page, door: ScriptedDoor) -> None:
    spent = page.get_by_role("status", name="Cost of this visit")
    ask(page)
    door.say("So.")
    expect(page.get_by_text("So.")).to_be_visible()
    page.keyboard.press("Escape")
    expect(spent).to_have_text("at least 0 ¢ · 1 reply")


def test_a_new_conversation_forgets_and_stops_the_old_one(page: Page, door: ScriptedDoor) -> None:
    ask(page, "First")
    door.next_question()
    door.say("A heat pump moves")
    expect(words(page, "target")).to_be_visible()
    page.get_by_role("button", name="New conversation").click()
    assert door.client_left.wait(10)
    expect(page.locator(".turn")).to_have_count(0)
    expect(page.get_by_role("button", name="Send")).to_be_visible()
    ask(page, "Second")

    assert door.next_question()["messages"] == [{"role": "user", "content": "Second"}]


# -- stopping ----------------------------------------------------------------------


def test_stop_closes_the_connection_and_keeps_the_words(page: Page, door: ScriptedDoor) -> None:
    ask(page)
    door.say("A heat pump moves")
    expect(words(page, "target")).to_be_visible()
    page.get_by_role("button", name="Stop").click()

    expect(outcome(page)).to_have_text("Stopped")
    expect(words(page, "target")).to_have_text("A heat pump moves")
    expect(page.get_by_role("button", name="Send")).to_be_visible()
    assert door.client_left.wait(10)


def test_a_double_click_on_send_does_not_stop_the_reply(page: Page, door: ScriptedDoor) -> None:
    page.get_by_label("Your question").fill("How?")
    page.get_by_role("button", name="Send").dblclick()
    door.say("So.")
    door.finish()

    expect(outcome(page)).to_have_text("Complete")


# -- the key ---------------------------------------------------------------------


def test_a_key_is_asked_for_only_when_the_service_wants_one(
    page: Page, door: ScriptedDoor, complaints: list[str]
) -> None:
    door.key = "right"
    key = page.get_by_label("API key")
    expect(key).to_be_hidden()
    ask(page)
    expect(key).to_be_focused()

    page.keyboard.type("wrong")
    page.keyboard.press("Enter")
    expect(page.get_by_text("That key was refused.")).to_be_visible()
    expect(key).to_be_focused()
    expect(key).to_have_value("")

    page.keyboard.type("right")
    page.keyboard.press("Enter")
    door.say("So.")
    door.finish()
    expect(outcome(page)).to_have_text("Complete")
    expect(key).to_be_hidden()
    expect(page.locator(".turn")).to_have_count(1)

    page.reload()
    ask(page)
    door.say("So.")
    door.finish()
    expect(outcome(page)).to_have_text("Complete")
    assert "right" not in page.content()
    assert "right" not in page.evaluate("JSON.stringify(localStorage)")
    assert len(complaints) == 2
    assert all("401" in complaint for complaint in complaints)
    complaints.clear()


def test_a_browser_that_stores_nothing_can_ask_all_the_same(
    page: Page, door: ScriptedDoor, complaints: list[str]
) -> None:
    page.add_init_script("Object.defineProperty(window, 'sessionStorage', {get() { throw 1 }})")
    page.reload()
    door.key = "right"
    ask(page)
    page.get_by_label("API key").fill("right")
    page.keyboard.press("Enter")
    door.say("So.")
    door.finish()

    expect(outcome(page)).to_have_text("Complete")
    assert "401" in complaints.pop()
