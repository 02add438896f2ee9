"""The page, in a real browser, against a door that says what a test tells it to."""

from __future__ import annotations

import http.client
import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from aiohttp import web
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    expect,
    sync_playwright,
)

from tests.edge.doors.scripted_door import OPENING, ScriptedDoor

expect.set_options(timeout=15_000)  # patience, on a busy machine

CHROMIUM = shutil.which("chromium")
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")

NOTICE = "No hosted key found: the local model answers alone."
ANSWER = "A heat pump moves heat instead of making it. It boils a fluid at low pressure."


@pytest.fixture
def door() -> Iterator[ScriptedDoor]:
    with ScriptedDoor() as door:
        door.notice = NOTICE
        yield door


# -- the browser ---------------------------------------------------------------


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complains of; a test that provokes it empties this."""
    return []


@pytest.fixture
def page(browser: Browser, door: ScriptedDoor, complaints: list[str]) -> Iterator[Page]:
    with browser.new_context() as context:
        yield visit(context, door, complaints)
    assert complaints == []


def visit(context: BrowserContext, door: ScriptedDoor, complaints: list[str]) -> Page:
    def note(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(message.text)

    page = context.new_page()
    page.set_default_timeout(10_000)
    page.on("console", note)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(door.url)
    return page


def ask(page: Page, question: str = "How does a heat pump work?") -> None:
    page.get_by_label("Your question").fill(question)
    page.get_by_role("button", name="Send").click()


def turn(page: Page) -> Locator:
    return page.locator(".turn").last


def words(page: Page, tier: str) -> Locator:
    return turn(page).locator(f".words [data-tier={tier}]")


def outcome(page: Page) -> Locator:
    return turn(page).locator(".state")


def shoot(page: Page, name: str, folder: Path) -> None:
    """Screenshots are for people: set PRELUDE_SHOTS to a folder to keep them."""
    page.screenshot(path=Path(os.environ.get("PRELUDE_SHOTS", folder)) / f"{name}.png")


# -- what is served ------------------------------------------------------------


def get(
    door: ScriptedDoor, path: str, headers: dict[str, str] | None = None
) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", door.port, timeout=10)
    try:
        connection.request("GET", path, headers=headers or {})
        response = connection.getresponse()
        return response, response.read()
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("path", "content_type"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/page.css", "text/css; charset=utf-8"),
        ("/page.js", "text/javascript; charset=utf-8"),
        ("/page.json", "application/json; charset=utf-8"),
    ],
)
def test_everything_is_served_under_a_strict_policy(
    door: ScriptedDoor, path: str, content_type: str
) -> None:
    response, body = get(door, path)

    assert response.status == 200
    assert body
    assert response.headers["content-type"] == content_type
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers["cache-control"] == "no-cache"
    assert response.headers["content-security-policy"].split("; ") == [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "img-src 'self' data:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    ]


def test_an_unchanged_file_is_not_sent_again(door: ScriptedDoor) -> None:
    first, _ = get(door, "/page.js")
    etag = first.headers["etag"]

    again, body = get(door, "/page.js", {"If-None-Match": f'W/"other", {etag}'})
    assert again.status == 304
    assert body == b""
    assert again.headers["etag"] == etag

    changed, body = get(door, "/page.js", {"If-None-Match": '"other"'})
    assert changed.status == 200
    assert body


def test_the_news_is_that_of_the_moment(door: ScriptedDoor) -> None:
    before = json.loads(get(door, "/page.json")[1])
    door.notice = ""
    after = json.loads(get(door, "/page.json")[1])

    assert before["notice"] == NOTICE
    assert before["version"]
    assert after["notice"] == ""


# -- a reply -------------------------------------------------------------------


@needs_chromium
def test_a_stitched_reply_is_read_as_it_arrives_each_tier_in_its_tint(
    page: Page, door: ScriptedDoor, tmp_path: Path
) -> None:
    ask(page)
    expect(outcome(page)).to_have_text("Waiting for the first words")
    expect(turn(page).locator(".first")).to_be_hidden()

    door.say_opening()
    expect(words(page, "draft")).to_have_text(OPENING.strip())
    expect(outcome(page)).to_have_text("Writing")
    expect(turn(page).locator(".facts")).to_contain_text("draft=local:frame; targets=sim/big")
    expect(turn(page).locator(".first dd")).to_have_text(re.compile(r"^\d+ ms$|^\d+\.\d\d s$"))
    expect(turn(page).locator(".handover")).to_be_hidden()

    door.say(ANSWER[:20])
    door.say(ANSWER[20:])
    expect(words(page, "target")).to_have_text(ANSWER)
    expect(turn(page).locator(".handover dd")).to_have_text(re.compile(r"\d"))
    expect(turn(page).locator(".total")).to_be_hidden()
    shoot(page, "scripted-writing", tmp_path)

    door.finish()
    expect(outcome(page)).to_have_text("Complete")
    expect(turn(page).locator(".total dd")).to_have_text(re.compile(r"\d"))
    expect(turn(page).locator(".cost dd")).to_have_text("0.031 ¢")
    expect(turn(page).locator(".speakers li")).to_have_text(["draft · local", "target · sim/big"])
    facts = turn(page).locator(".facts")
    expect(facts).to_contain_text("preamble; draft=local:frame; targets=sim/big,local")
    expect(facts).to_contain_text("first words 96 ms, whole reply 2.14 s")
    expect(facts).to_contain_text("req_1")
    turn(page).get_by_text("How it was made").click()
    legs = turn(page).locator(".legs tbody tr")
    expect(legs).to_have_count(3)
    expect(legs.nth(0)).to_have_text("draft · local8 ms96 ms2.14 sstop9, 300 ¢")
    expect(legs.nth(2)).to_have_text("target · other/equal900 msnone2.14 sfailed9, 30unknown")
    shoot(page, "scripted-complete", tmp_path)

    for look in ("color", "textDecorationLine"):
        read = f"element => getComputedStyle(element).{look}"
        assert words(page, "draft").evaluate(read) != words(page, "target").evaluate(read)


@needs_chromium
def test_a_reply_without_a_draft_has_no_handover(page: Page, door: ScriptedDoor) -> None:
    ask(page)
    door.say("The local model answers alone.", tier="local", model="local", leg=0)
    door.finish(cost_known=False, cost_cents=0.0)

    expect(outcome(page)).to_have_text("Complete")
    expect(words(page, "local")).to_have_text("The local model answers alone.")
    expect(turn(page).locator(".handover")).to_be_hidden()
    expect(turn(page).locator(".cost")).to_be_hidden()


@needs_chromium
def test_a_target_that_takes_over_from_another_has_words_of_its_own(
    page: Page, door: ScriptedDoor
) -> None:
    ask(page)
    door.say("One. ", leg=0)
    door.say("Two.", leg=1, model="other/equal")
    door.finish()

    expect(words(page, "target")).to_have_text(["One.", "Two."])
    expect(turn(page).locator(".speakers li")).to_have_text(
        ["target · sim/big", "target · other/equal"]
    )


@needs_chromium
def test_paragraphs_stay_apart(page: Page, door: ScriptedDoor) -> None:
    ask(page, "One\nTwo")
    door.say("First.\n\nSecond.")
    door.finish()

    expect(outcome(page)).to_have_text("Complete")
    assert turn(page).locator(".words").inner_text() == "First.\n\nSecond."
    assert turn(page).locator(".question").inner_text() == "One\nTwo"


# -- ends that are no end --------------------------------------------------------


@needs_chromium
@pytest.mark.parametrize("last_frame", [b"", b"data: [DONE]\n\n", b'data: {"choices": [{"del'])
def test_a_stream_that_just_ends_is_shown_as_cut_off(
    page: Page, door: ScriptedDoor, last_frame: bytes
) -> None:
    ask(page)
    door.say("A heat pump moves")
    door.send_bytes(last_frame)
    door.end()

    expect(outcome(page)).to_contain_text("Cut off")
    expect(words(page, "target")).to_have_text("A heat pump moves")


@needs_chromium
def test_an_error_in_band_is_shown_and_the_words_stay(page: Page, door: ScriptedDoor) -> None:
    ask(page)
    door.say("A heat pump moves")
    door.send(error={"message": "No target could finish.", "type": "server_error", "code": "gone"})
    door.end()

    expect(outcome(page)).to_have_text("No target could finish.")
    expect(turn(page)).to_have_attribute("data-outcome", "failed")
    expect(words(page, "target")).to_have_text("A heat pump moves")
    expect(turn(page).locator(".facts")).to_contain_text("server_error, gone")


@needs_chromium
def test_a_reply_that_ran_into_its_limit_is_not_called_complete(
    page: Page, door: ScriptedDoor
) -> None:
    ask(page)
    door.say("A heat pump moves")
    door.finish("length")

    expect(outcome(page)).to_have_text("Ended at its length limit.")


@needs_chromium
def test_a_line_that_cannot_be_read_costs_its_words_and_not_the_reply(
    page: Page, door: ScriptedDoor
) -> None:
    ask(page)
    door.say("One. ")
    door.send_bytes(b"data: {garbled\n\n")
    door.say("Three.")
    door.finish()

    expect(words(page, "target")).to_have_text("One. Three.")
    expect(outcome(page)).to_contain_text("words may be missing")


@needs_chromium
def test_a_refusal_says_why_and_when_to_come_back(
    page: Page, door: ScriptedDoor, complaints: list[str]
) -> None:
    door.refusal = web.json_response(
        {"error": {"message": "Too many requests.", "type": "overloaded"}},
        status=503,
        headers={"Retry-After": "2"},
    )
    ask(page)

    expect(outcome(page)).to_have_text("Too many requests. Try again in 2 s.")
    assert "503" in complaints.pop()


@needs_chromium
def test_a_refusal_in_no_dialect_still_has_its_status(
    page: Page, door: ScriptedDoor, complaints: list[str]
) -> None:
    door.refusal = web.Response(status=502, text="<html>Bad gateway</html>")
    ask(page)

    expect(outcome(page)).to_have_text("The service answered 502.")
    assert "502" in complaints.pop()


@needs_chromium
def test_a_service_that_is_gone_is_named_as_such(
    page: Page, door: ScriptedDoor, complaints: list[str]
) -> None:
    page.context.set_offline(True)
    ask(page)

    expect(outcome(page)).to_have_text("The service could not be reached.")
    assert "ERR_INTERNET_DISCONNECTED" in complaints.pop()


@needs_chromium
def test_stop_closes_the_connection_and_keeps_the_words(page: Page, door: ScriptedDoor) -> None:
    ask(page)
    door.say("A heat pump moves")
    expect(words(page, "target")).to_be_visible()
    page.get_by_role("button", name="Stop").click()

    expect(outcome(page)).to_have_text("Stopped")
    expect(words(page, "target")).to_have_text("A heat pump moves")
    expect(page.get_by_role("button", name="Send")).to_be_visible()
    assert door.client_left.wait(10)


@needs_chromium
def test_a_double_click_on_send_does_not_stop_the_reply(page: Page, door: ScriptedDoor) -> None:
    page.get_by_label("Your question").fill("How?")
    page.get_by_role("button", name="Send").dblclick()
    door.say("So.")
    door.finish()

    expect(outcome(page)).to_have_text("Complete")


# -- safety ----------------------------------------------------------------------


@needs_chromium
def test_nothing_is_asked_of_another_host(page: Page, door: ScriptedDoor) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    ask(page)
    door.say("So.")
    door.finish()

    expect(outcome(page)).to_have_text("Complete")
    ours = [url for url in asked if url.startswith(door.url)]
    others = [url for url in asked if not url.startswith((door.url, "data:"))]
    assert len(ours) == 5
    assert others == []


@needs_chromium
def test_hostile_words_are_only_words(page: Page, door: ScriptedDoor) -> None:
    hostile = "<img src=x onerror=\"document.title='hit'\"><script>document.title='hit'</script>"
    door.notice = hostile
    page.reload()
    ask(page, hostile)
    door.say(hostile, model=hostile)
    door.send(error={"message": hostile, "type": hostile, "code": hostile})
    door.end()

    expect(words(page, "target")).to_have_text(hostile)
    expect(outcome(page)).to_have_text(hostile)
    expect(page.locator("#notice")).to_have_text(hostile)
    expect(turn(page).locator(".question")).to_have_text(hostile)
    assert page.locator("img, main script").count() == 0
    assert page.title() == "Prelude"


@needs_chromium
def test_the_policy_stops_a_script_that_got_in_all_the_same(
    page: Page, door: ScriptedDoor, complaints: list[str]
) -> None:
    with page.expect_console_message(lambda told: "Content Security Policy" in told.text):
        page.evaluate("document.body.innerHTML = '<img src=data:, onerror=\"document.title = 1\">'")

    assert page.title() == "Prelude"
    complaints.clear()


# -- the conversation ------------------------------------------------------------


@needs_chromium
def test_the_request_asks_for_a_traced_stream(page: Page, door: ScriptedDoor) -> None:
    ask(page, "  How?  ")

    assert door.next_question() == {
        "model": "auto",
        "stream": True,
        "stream_options": {"include_usage": True},
        "prelude": {"trace": True},
        "messages": [{"role": "user", "content": "How?"}],
    }


@needs_chromium
def test_options_travel_in_the_prelude_object(page: Page, door: ScriptedDoor) -> None:
    page.get_by_label("Hand over").select_option("continue")
    page.get_by_label("Draft").uncheck()
    ask(page)

    assert door.next_question()["prelude"] == {
        "trace": True,
        "strategy": "continue",
        "draft": "none",
    }


@needs_chromium
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


@needs_chromium
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


@needs_chromium
def test_a_turn_without_a_reply_is_not_sent_along(page: Page, door: ScriptedDoor) -> None:
    ask(page, "First")
    door.next_question()
    door.send(error={"message": "Nobody there."})
    door.end()
    expect(outcome(page)).to_have_text("Nobody there.")
    ask(page, "Second")

    assert door.next_question()["messages"] == [{"role": "user", "content": "Second"}]


@needs_chromium
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


@needs_chromium
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


# -- the key ---------------------------------------------------------------------


@needs_chromium
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
    assert len(complaints) == 2
    assert all("401" in complaint for complaint in complaints)
    complaints.clear()


@needs_chromium
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


# -- for every reader ------------------------------------------------------------


@needs_chromium
def test_keys_alone_are_enough(page: Page, door: ScriptedDoor) -> None:
    expect(page.get_by_label("Your question")).to_be_focused()
    page.keyboard.type("One")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("Two")
    page.keyboard.press("Enter")
    assert door.next_question()["messages"][-1]["content"] == "One\nTwo"
    door.say("A heat pump")
    expect(words(page, "target")).to_be_visible()
    page.keyboard.press("Escape")
    expect(outcome(page)).to_have_text("Stopped")

    expect(page.get_by_label("Your question")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_text("How it was made")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("button", name="Try again")).to_be_focused()
    page.keyboard.press("Enter")
    assert door.next_question()["messages"][-1]["content"] == "One\nTwo"
    expect(page.get_by_label("Your question")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Stop")).to_be_focused()
    page.keyboard.press("Enter")
    expect(outcome(page)).to_have_text("Stopped")

    for name in ("Hand over", "Draft", "Tint"):
        page.keyboard.press("Tab")
        expect(page.get_by_label(name)).to_be_focused()


@needs_chromium
def test_enter_that_picks_a_word_in_an_input_method_sends_nothing(
    page: Page, door: ScriptedDoor
) -> None:
    question = page.get_by_label("Your question")
    question.fill("熱")
    question.dispatch_event("keydown", {"key": "Enter", "isComposing": True})
    expect(question).to_have_value("熱")
    question.press("Enter")

    expect(page.locator(".turn")).to_have_count(1)
    expect(turn(page).locator(".question")).to_have_text("熱")
    assert door.next_question()
    assert door.asked.empty()


@needs_chromium
def test_parts_of_the_page_have_names_and_the_reply_is_read_out(
    page: Page, door: ScriptedDoor
) -> None:
    ask(page)
    door.say("So.")

    expect(page.get_by_role("banner")).to_be_visible()
    expect(page.get_by_role("main")).to_be_visible()
    expect(page.get_by_role("contentinfo")).to_be_visible()
    expect(page.get_by_role("form", name="Ask a question")).to_be_visible()
    expect(page.get_by_role("region", name="Conversation")).to_be_visible()
    expect(page.get_by_role("list", name="Whose words")).to_be_visible()
    expect(page.get_by_role("heading", name="How does a heat pump work?")).to_be_visible()
    expect(turn(page).locator(".words")).to_have_attribute("aria-live", "polite")


@needs_chromium
def test_the_notice_is_shown_when_there_is_one(page: Page, door: ScriptedDoor) -> None:
    expect(page.get_by_text(NOTICE)).to_be_visible()
    door.notice = ""
    page.reload()
    expect(page.locator("#version")).to_contain_text("Prelude")
    expect(page.locator("#notice")).to_be_hidden()


@needs_chromium
def test_a_phone_never_scrolls_sideways(
    browser: Browser, door: ScriptedDoor, complaints: list[str], tmp_path: Path
) -> None:
    with browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True) as context:
        page = visit(context, door, complaints)
        shoot(page, "scripted-phone-welcome", tmp_path)
        ask(page, "Supercalifragilistic" * 10)
        door.say_opening()
        door.say("https://example.org/" + "long" * 60 + " ", model="provider/" + "model-" * 20)
        door.say(ANSWER)
        door.send(error={"message": "broken" * 30})
        door.end()
        expect(turn(page)).to_have_attribute("data-outcome", "failed")
        turn(page).get_by_text("How it was made").click()
        shoot(page, "scripted-phone", tmp_path)
        assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert complaints == []


@needs_chromium
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_tint_can_be_read(
    browser: Browser, door: ScriptedDoor, complaints: list[str], tmp_path: Path, scheme: Any
) -> None:
    with browser.new_context(color_scheme=scheme) as context:
        page = visit(context, door, complaints)
        shoot(page, f"scripted-{scheme}-welcome", tmp_path)
        ask(page)
        door.say_opening()
        door.say(ANSWER)
        door.say(" The local model finishes.", tier="local", model="local", leg=2)
        door.send(error={"message": "Broken."})
        door.end()
        expect(outcome(page)).to_have_text("Broken.")
        shoot(page, f"scripted-{scheme}", tmp_path)
        read = turn(page).locator(".run, .speakers li, .state, .figures dt, .figures dd")
        looks = [cast(list[str], read.nth(at).evaluate(LOOKS)) for at in range(read.count())]
        seams = [look[0] for look in looks[:3]]
        assert len(set(seams)) == 3
        for ink, paper in looks:
            assert contrast(ink, paper) >= 4.5, (ink, paper)
    assert complaints == []


# An element's text colour, and the first background behind it that is not transparent.
LOOKS = """element => {
  const paper = (element) => {
    const colour = getComputedStyle(element).backgroundColor;
    return colour === "rgba(0, 0, 0, 0)" ? paper(element.parentElement) : colour;
  };
  return [getComputedStyle(element).color, paper(element)];
}"""


def contrast(one: str, other: str) -> float:
    """https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio"""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    channels = [int(channel) / 255 for channel in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@needs_chromium
def test_nothing_moves_for_those_who_want_rest(
    browser: Browser, door: ScriptedDoor, complaints: list[str]
) -> None:
    with browser.new_context(reduced_motion="reduce") as context:
        page = visit(context, door, complaints)
        ask(page)
        expect(outcome(page)).to_be_visible()
        assert page.evaluate("document.getAnimations().length") == 0
    assert complaints == []


@needs_chromium
def test_a_reader_who_scrolled_up_is_left_there(page: Page, door: ScriptedDoor) -> None:
    ask(page)
    door.say("A line.\n" * 200)
    expect(outcome(page)).to_have_text("Writing")
    page.wait_for_function("scrollY > 1000")  # it follows the words
    page.evaluate("scrollTo(0, 0)")
    door.say("A line.\n" * 200)
    door.finish()

    expect(outcome(page)).to_have_text("Complete")
    assert page.evaluate("scrollY") == 0


# -- the stream's bytes ----------------------------------------------------------

# A byte-order mark, comments, all three line ends, data in two lines, without a space and in
# three bytes a character, other fields, an event without data, and one that never ends.
STREAM = (
    "\ufeff: hello\n\n"
    'data: {"a": 1}\r\n\r\n'
    "data:no space\r\r"
    ": keepalive\n\nevent: error\nid: 7\ndata: zwölf 漢字 🎈\n\n"
    "event: nothing\n\n"
    "data: one\r\ndata:  two\r\n\r\n"
    "data\n\n"
    "data: unfinished"
).encode()
EVENTS = ['{"a": 1}', "no space", "zwölf 漢字 🎈", "one\n two", ""]


@needs_chromium
def test_events_are_the_same_however_the_bytes_are_cut(page: Page) -> None:
    read = """async (cuts) => {
      const { EventReader } = await import("/page.js");
      return cuts.map((parts) => {
        const reader = new EventReader();
        return parts.flatMap((part) => reader.feed(Uint8Array.from(part)));
      });
    }"""
    cuts = [[list(STREAM[:at]), list(STREAM[at:])] for at in range(len(STREAM) + 1)]
    byte_by_byte = [[byte] for byte in STREAM]

    assert page.evaluate(read, [*cuts, byte_by_byte]) == [EVENTS] * (len(cuts) + 1)
