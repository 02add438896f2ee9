"""A reply on the page: as it arrives, as it ends, and as a thing not to be trusted."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from aiohttp import web
from playwright.sync_api import Page, expect

from tests.edge.page.reader import ask, outcome, shoot, turn, words
from tests.edge.page.scripted_door import OPENING, VERDICT, ScriptedDoor

VERDICT_SAID = (
    "The prompt looks like an open question (90 % sure), and neither easy nor hard: the chance "
    "that the small model’s answer would be worse is 42 %. Decided by rules: a question."
)
PLAN_SAID = (
    "The local model opens with a sentence that claims nothing; sim/big answers in full below it. "
    "Should that fail: the local model."
)
STORY = [
    "The local model spoke the first words.",
    "sim/big took over, ",
    "Complete. It cost 0.031 ¢.",
    "other/equal failed: no text.",
]
CHART = ["What you saw", "local", "sim/big", "other/equal", ""]
ANSWER = "A heat pump moves heat instead of making it. It boils a fluid at low pressure."


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
    expect(turn(page).locator(".why p")).to_have_text([VERDICT_SAID, PLAN_SAID])
    expect(turn(page).locator(".reasons li")).to_have_text(["sim/slow is marked down"])
    expect(turn(page).locator(".story li")).to_contain_text(STORY)
    expect(turn(page).locator(".row .who")).to_have_text(CHART)
    legs = turn(page).locator(".legs tbody tr")
    expect(legs).to_have_count(3)
    expect(legs.nth(0)).to_have_text("draft · local8 ms96 ms2.14 sstop9, 300 ¢")
    expect(legs.nth(2)).to_have_text(
        "target · other/equal900 msnone2.14 sfailed: other/equal: no text9, 30unknown"
    )
    shoot(page, "scripted-complete", tmp_path)

    assert look(page, "draft") == look(page, "target")
    tint = page.get_by_role("button", name="Who wrote what", pressed=False)
    tint.click()
    for told_by in range(2):  # colour, and line
        assert look(page, "draft")[told_by] != look(page, "target")[told_by]
    page.reload()
    ask(page)
    door.say("So.")
    page.get_by_role("button", name="Who wrote what", pressed=True).click()


def look(page: Page, tier: str) -> list[str]:
    read = "element => (({color, textDecorationLine}) => [color, textDecorationLine])"
    found: list[str] = words(page, tier).evaluate(f"{read}(getComputedStyle(element))")
    return found


def test_a_reply_without_a_draft_has_no_handover(page: Page, door: ScriptedDoor) -> None:
    door.plan = "local; targets=local,sim/big"
    ask(page)
    door.say("The local model answers alone.", tier="local", model="local", leg=0)
    door.finish(cost_known=False, cost_cents=0.0)

    expect(outcome(page)).to_have_text("Complete")
    expect(words(page, "local")).to_have_text("The local model answers alone.")
    expect(turn(page).locator(".handover")).to_be_hidden()
    expect(turn(page).locator(".cost")).to_be_hidden()
    turn(page).get_by_text("How it was made").click()
    expect(turn(page).locator(".why p").last).to_have_text(
        "The local model answers by itself. Should that fail: sim/big."
    )


def test_a_prompt_that_nobody_judged_is_not_said_to_look_like_anything(
    page: Page, door: ScriptedDoor
) -> None:
    ask(page)
    door.say("One.")
    door.finish(
        verdict=VERDICT | {"confidence": 0.0, "decided_by": "nobody: nothing depends on it"}
    )

    turn(page).get_by_text("How it was made").click()
    expect(turn(page).locator(".why p").first).to_have_text(
        "Nobody judged the prompt: nothing depended on it."
    )


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


def test_paragraphs_stay_apart(page: Page, door: ScriptedDoor) -> None:
    ask(page, "One\nTwo")
    door.say("First.\n\nSecond.")
    door.finish()

    expect(outcome(page)).to_have_text("Complete")
    assert turn(page).locator(".words").inner_text() == "First.\n\nSecond."
    assert turn(page).locator(".question").inner_text() == "One\nTwo"


# -- ends that are no end --------------------------------------------------------


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


def test_an_error_in_band_is_shown_and_the_words_stay(page: Page, door: ScriptedDoor) -> None:
    ask(page)
    door.say("A heat pump moves")
    door.send(error={"message": "No target could finish.", "type": "server_error", "code": "gone"})
    door.end()

    expect(outcome(page)).to_have_text("No target could finish.")
    expect(turn(page)).to_have_attribute("data-outcome", "failed")
    expect(words(page, "target")).to_have_text("A heat pump moves")
    expect(turn(page).locator(".facts")).to_contain_text("server_error, gone")


def test_a_reply_that_ran_into_its_limit_is_not_called_complete(
    page: Page, door: ScriptedDoor
) -> None:
    ask(page)
    door.say("A heat pump moves")
    door.finish("length")

    expect(outcome(page)).to_have_text("Ended at its length limit.")


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
    expect(turn(page).locator(".timeline")).to_be_hidden()
    expect(turn(page).locator(".total")).to_be_hidden()
    assert "503" in complaints.pop()


def test_a_refusal_in_no_dialect_still_has_its_status(
    page: Page, door: ScriptedDoor, complaints: list[str]
) -> None:
    door.refusal = web.Response(status=502, text="<html>Bad gateway</html>")
    ask(page)

    expect(outcome(page)).to_contain_text("The service answered 502.")
    assert "502" in complaints.pop()


def test_a_service_that_is_gone_is_named_as_such(
    page: Page, door: ScriptedDoor, complaints: list[str]
) -> None:
    page.context.set_offline(True)
    ask(page)

    expect(outcome(page)).to_contain_text("the service could not be reached")
    assert "ERR_INTERNET_DISCONNECTED" in complaints.pop()


def test_a_silence_and_what_came_of_it_are_told(page: Page) -> None:
    told = page.evaluate(SILENT)

    assert told == [
        "The local model spoke the first words.",
        "sim/big took over, 700 ms after the opening.",
        "Nothing came for 3.00 s.",
        "sim/big failed: mute.",
        "sim/big was stopped before it had said a word.",
        "sim/spare went on where sim/big had stopped.",
        "Complete. It cost 0.1 ¢.",
    ]


# The page's own clock, turned by hand.
SILENT = """async () => {
  const { Reply } = await import("/page/reply.js");
  const { story } = await import("/page/explaining.js");
  const reply = new Reply();
  const say = (at, tier, leg, model) => reply.receive(JSON.stringify({
    choices: [{delta: {content: "word "}}], prelude: {tier, leg, model},
  }), at);
  say(100, "draft", 0, "local");
  say(800, "target", 1, "sim/big");
  say(900, "target", 1, "sim/big");
  say(3900, "target", 3, "sim/spare");
  const leg = {first_text_ms: null, error: null, abandoned: false, outcome: "stop"};
  const legs = [
    {...leg, model: "sim/big", outcome: "failed", error: "sim/big: mute.", ended_ms: 2900},
    {...leg, model: "sim/big", outcome: "cancelled", abandoned: true, ended_ms: 3890},
    {...leg, model: "sim/spare", ended_ms: 4000},
  ];
  const prelude = {models: [], cost_known: true, cost_cents: 0.1, legs};
  reply.receive(JSON.stringify({choices: [{delta: {}, finish_reason: "stop"}], prelude}), 4000);
  reply.end(4001, false);
  return story(reply).map(({says}) => says);
}"""


# -- safety ----------------------------------------------------------------------


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
    assert len(ours) > 5
    assert others == []


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


def test_the_policy_stops_a_script_that_got_in_all_the_same(
    page: Page, door: ScriptedDoor, complaints: list[str]
) -> None:
    with page.expect_console_message(lambda told: "Content Security Policy" in told.text):
        page.evaluate("document.body.innerHTML = '<img src=data:, onerror=\"document.title = 1\">'")

    assert page.title() == "Prelude"
    complaints.clear()
