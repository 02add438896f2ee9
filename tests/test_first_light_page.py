"""The page during a stitched reply of the real service: the local model opens, a target finishes.

The target is the simulator, a fake for timing: it makes the hand-over come when we can watch.
The screenshots are for people to look at: PRELUDE_SHOTS=dir keeps them.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, ViewportSize, expect, sync_playwright

from bench.service_process import ServiceHandle, service
from bench.simulator_process import simulator

CHROMIUM = shutil.which("chromium")
TIME = re.compile(r"^\d+ ms$|^\d+\.\d\d s$")

SETTINGS = """
[providers.sim]
kind = "openai"
base_url = "{base_url}"

[routes.default]
targets = ["sim/big"]
"""
SPARE = """
[providers.sim]
kind = "openai_compatible"
base_url = "{base_url}"
simulated = true

[routes.default]
targets = ["sim/big", "sim/spare"]
"""


@pytest.fixture(scope="module")
def served() -> Iterator[ServiceHandle]:
    """The target needs 700 ms, as the median host does, and takes its time."""
    with (
        simulator("--ttft-ms", "700", "--tokens-per-s", "60") as target,
        service(SETTINGS.format(base_url=target.base_url)) as handle,
    ):
        yield handle


@pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")
@pytest.mark.parametrize(
    ("name", "scheme", "size"),
    [
        ("light", "light", {"width": 1280, "height": 800}),
        ("dark", "dark", {"width": 1280, "height": 800}),
        ("phone", "light", {"width": 360, "height": 740}),
    ],
)
def test_a_stitched_reply_is_watched_as_it_arrives(
    served: ServiceHandle,
    tmp_path: Path,
    name: str,
    scheme: Literal["light", "dark"],
    size: ViewportSize,
) -> None:
    shots = Path(os.environ.get("PRELUDE_SHOTS", tmp_path))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(color_scheme=scheme, viewport=size)
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(served.url)
        expect(page.get_by_label("Your question")).to_be_focused()
        page.keyboard.type("Why does the sea have tides twice a day?")
        page.keyboard.press("Enter")

        see_a_stitched_reply(page)
        page.screenshot(path=shots / f"first-light-{name}.png")
        see_it_complete(page)
        page.screenshot(path=shots / f"first-light-{name}-complete.png")

        assert page.evaluate("document.documentElement.scrollWidth") == size["width"]
        assert complaints == []
        browser.close()


@pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")
def test_a_reply_that_is_cut_off_at_a_click_is_finished_by_the_next_target() -> None:
    with (
        simulator("--ttft-ms", "300", "--tokens-per-s", "400", "--tokens", "0") as target,
        service(SPARE.format(base_url=target.base_url)) as handle,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(handle.url)
        page.get_by_text("are cut off").click()
        page.get_by_label("Your question").fill("How do vaccines work?")
        page.keyboard.press("Enter")
        expect(page.locator(".state")).to_have_text("Complete", timeout=60_000)
        page.get_by_text("How it was made").click()

        story = page.get_by_role("list", name="What happened")
        expect(story).to_contain_text("sim/big failed: cut off")
        expect(story).to_contain_text("sim/spare went on where sim/big had stopped.")
        expect(page.locator(".why")).to_contain_text("The prompt looks like an open question")
        expect(page.locator(".words")).to_contain_text("memory cells")
        browser.close()


def see_a_stitched_reply(page: Page) -> None:
    """The draft's words and the target's first ones are there, and the end is not."""
    draft = page.locator(".words [data-tier=draft]")
    target = page.locator(".words [data-tier=target]")
    expect(draft.first).to_be_visible(timeout=15_000)
    expect(target.first).to_be_visible(timeout=15_000)
    expect(page.locator(".state")).to_have_text("Writing")
    expect(page.locator(".first dd")).to_have_text(TIME)
    expect(page.locator(".handover dd")).to_have_text(TIME)
    page.get_by_role("button", name="Who wrote what").click()
    colour = "element => getComputedStyle(element).color"
    tints = {page.locator(".words").evaluate(colour), draft.first.evaluate(colour)}
    assert len(tints | {target.first.evaluate(colour)}) == 3


def see_it_complete(page: Page) -> None:
    expect(page.locator(".state")).to_have_text("Complete", timeout=60_000)
    expect(page.locator(".total dd")).to_have_text(TIME)
    expect(page.locator(".speakers li")).to_have_text(["draft · local", "target · sim/big"])
    expect(page.locator(".facts")).to_contain_text("draft=local")
    expect(page.locator(".legs tbody tr")).to_have_count(2)
