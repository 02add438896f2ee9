"""The page by keys alone, read out, on a phone, in the dark, at rest."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, cast

import pytest
from playwright.sync_api import Page, expect

from tests.edge.page.conftest import Visit
from tests.edge.page.reader import ask, outcome, shoot, turn, words
from tests.edge.page.scripted_door import ScriptedDoor

ANSWER = "A heat pump moves heat instead of making it. It boils a fluid at low pressure."


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

    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Settings")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Settings of a request")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.get_by_role("button", name="Settings")).to_be_focused()


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


def test_parts_of_the_page_have_names_and_the_reply_is_read_out(
    page: Page, door: ScriptedDoor
) -> None:
    ask(page)
    door.say("First.\n\nSecond.\n\n**Third** and")

    expect(page.get_by_role("log")).to_have_text("First.")  # blocks that are whole
    door.say(" last.")
    door.finish()
    expect(page.get_by_role("log").locator("p")).to_have_text(
        ["First.", "Second.", "Third and last."]
    )
    expect(page.get_by_role("banner")).to_be_visible()
    expect(page.get_by_role("main")).to_be_visible()
    expect(page.get_by_role("contentinfo")).to_be_visible()
    expect(page.get_by_role("form", name="Ask a question")).to_be_visible()
    expect(page.get_by_role("region", name="Conversation")).to_be_visible()
    expect(page.get_by_role("heading", name="How does a heat pump work?")).to_be_visible()
    expect(page.get_by_role("list", name="Models that spoke")).to_be_visible()
    turn(page).get_by_text("How it was made").click()
    expect(page.get_by_role("list", name="What happened")).to_be_visible()
    expect(page.get_by_role("group", name="Every leg")).to_be_visible()


def test_each_paragraph_runs_the_way_it_is_written(page: Page, door: ScriptedDoor) -> None:
    ask(page, "מה זה?")
    door.say("זו משאבת חום.\n\nA heat pump.")
    door.finish()
    expect(outcome(page)).to_have_text("Complete")
    starts_at_right = """block => {
      const words = document.createRange();
      words.selectNodeContents(block);
      const [line, box] = [words.getBoundingClientRect(), block.getBoundingClientRect()];
      return box.right - line.right < 1 && line.left - box.left > 100;
    }"""
    assert turn(page).locator(".words p").first.evaluate(starts_at_right)
    assert not turn(page).locator(".words p").last.evaluate(starts_at_right)


def test_the_notice_is_shown_when_there_is_one(page: Page, door: ScriptedDoor) -> None:
    expect(page.locator("#version")).to_contain_text("Prelude")
    expect(page.locator("#notice")).to_be_hidden()
    door.notice = "No hosted key found: the local model answers alone."
    page.reload()
    expect(page.get_by_text(door.notice)).to_be_visible()


def test_trouble_that_came_with_a_reply_is_shown(page: Page, door: ScriptedDoor) -> None:
    expect(page.get_by_role("alert")).to_be_hidden()
    ask(page)
    door.trouble = "The local model is down: it was killed."
    door.send(error={"message": "Nobody there."})
    door.end()
    expect(page.get_by_role("alert")).to_have_text(door.trouble)
    door.trouble = ""
    page.get_by_role("button", name="Try again").click()
    door.say("So.")
    door.finish()
    expect(page.get_by_role("alert")).to_be_hidden()


def test_a_phone_never_scrolls_sideways(visit: Visit, door: ScriptedDoor, tmp_path: Path) -> None:
    door.simulated = ("big",)
    page = visit(viewport={"width": 320, "height": 640}, has_touch=True)
    shoot(page, "scripted-phone-welcome", tmp_path)
    ask(page, "Supercalifragilistic" * 10)
    door.say_opening()
    door.say("https://example.org/" + "long" * 60 + " ", model="provider/" + "model-" * 20)
    door.say(
        f"\n\n```python\n{'wide = ' * 40}\n```\n\n| a | b |\n|-|-|\n|{'word ' * 9}|{'x' * 90}|"
    )
    door.finish("broken" * 30, models=["provider/" + "model-" * 20])
    expect(turn(page)).to_have_attribute("data-outcome", "short")
    turn(page).get_by_text("How it was made").click()
    shoot(page, "scripted-phone", tmp_path)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.get_by_role("button", name="Settings").click()
    assert page.evaluate("document.querySelector('dialog').scrollWidth") <= 320


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_tint_can_be_read(
    visit: Visit, door: ScriptedDoor, tmp_path: Path, scheme: Any
) -> None:
    door.simulated = ("big",)
    page = visit(color_scheme=scheme, viewport={"width": 1280, "height": 1600})
    shoot(page, f"scripted-{scheme}-welcome", tmp_path)
    assert_legible(page)
    page.get_by_role("button", name="Settings").click()
    assert_legible(page)
    page.keyboard.press("Escape")
    page.get_by_text("are cut off").click()
    ask(page)
    door.say_opening()
    door.say(ANSWER + MARKED)
    door.say("\n\nThe local model finishes.", tier="local", model="local", leg=2)
    door.finish("length")
    expect(outcome(page)).to_have_text("Ended at its length limit.")
    turn(page).get_by_text("How it was made").click()
    assert_legible(page)
    shoot(page, f"scripted-{scheme}", tmp_path)
    page.get_by_role("button", name="Who wrote what").click()
    assert_legible(page)
    inks = {words(page, tier).first.evaluate(INK) for tier in ("draft", "target", "local")}
    assert len(inks) == 3


INK = "element => getComputedStyle(element).color"
MARKED = """

> [Quoted](https://example.org)

| a | b |
|---|---|
| `c` | d |

```python
def f(x):  # why
    return "s" + str(1)
```
```diff
+ more
- less
```"""


def assert_legible(page: Page) -> None:
    looks = cast(list[tuple[str, str, str]], page.evaluate(LOOKS))
    assert looks
    faint = [look for look in looks if contrast(look[1], look[2]) < 4.5]
    assert faint == []


# Of each text that can be seen: its words, its colour, and the first background behind it that is
# not transparent.
LOOKS = """() => {
  const paper = (element) => {
    const colour = getComputedStyle(element).backgroundColor;
    return colour === "rgba(0, 0, 0, 0)" && element.parentElement ? paper(element.parentElement)
      : colour;
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const looks = [];
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    const isSeen = element.checkVisibility({ visibilityProperty: true })
      && !element.closest(".unseen") && !element.closest("option");
    if (!isSeen || texts.currentNode.data.trim() === "") continue;
    looks.push([texts.currentNode.data, getComputedStyle(element).color, paper(element)]);
  }
  return looks;
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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_lost_where_the_system_gives_the_colours(
    visit: Visit, door: ScriptedDoor, tmp_path: Path, scheme: Any
) -> None:
    door.simulated = ("big",)
    page = visit(color_scheme=scheme, forced_colors="active")
    page.get_by_text("are cut off").click()
    ask(page)
    door.say_opening()
    door.say(ANSWER)
    door.finish()
    expect(outcome(page)).to_have_text("Complete")
    page.get_by_role("button", name="Who wrote what").click()
    turn(page).get_by_text("How it was made").click()
    shoot(page, f"scripted-forced-{scheme}", tmp_path)

    def background(place: str) -> str:
        look = "place => getComputedStyle(place).backgroundColor"
        return cast(str, page.locator(place).first.evaluate(look))

    def is_told(place: str) -> bool:
        return background(place) != canvas and not background(place).endswith(", 0)")

    canvas = background("body")
    assert background("body > footer") == canvas  # words do not shine through it
    assert is_told('.timeline [data-tier="draft"]') and is_told('.timeline [data-tier="target"]')
    assert is_told('[aria-pressed="true"]') and is_told("#faults label:has(:checked)")
    assert not is_told("#faults label:not(:has(:checked))")


def test_nothing_moves_for_those_who_want_rest(visit: Visit, door: ScriptedDoor) -> None:
    page = visit(reduced_motion="reduce")
    ask(page)
    expect(outcome(page)).to_be_visible()
    assert page.evaluate("document.getAnimations().length") == 0


def test_a_reader_who_scrolled_up_is_left_there(page: Page, door: ScriptedDoor) -> None:
    ask(page)
    door.say("A line.\n" * 200)
    expect(outcome(page)).to_have_text("Writing")
    expect(outcome(page)).to_be_in_viewport()  # the page follows the words
    page.evaluate("scrollTo(0, 0)")
    door.say("A line.\n" * 200)
    door.finish()

    expect(outcome(page)).to_have_text("Complete")
    assert page.evaluate("scrollY") == 0
