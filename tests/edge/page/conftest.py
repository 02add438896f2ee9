"""A browser with the page open in it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

from tests.edge.page.scripted_door import ScriptedDoor

CHROMIUM = shutil.which("chromium")
PATIENCE_MS = 15_000  # on a busy machine

Visit = Callable[..., Page]

expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture
def door() -> Iterator[ScriptedDoor]:
    with ScriptedDoor() as door:
        yield door


# Not for the whole session: while it lives, other tests cannot use asyncio.run.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complains of; a test that provokes it empties this."""
    return []


@pytest.fixture
def visit(browser: Browser, door: ScriptedDoor, complaints: list[str]) -> Iterator[Visit]:
    """Opens the page in a browser window of its own kind: `visit(color_scheme="dark")`."""

    def note(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(message.text)

    def open_page(**window: Any) -> Page:
        page = browser.new_page(**window)
        page.set_default_timeout(PATIENCE_MS)
        page.on("console", note)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(door.url)
        return page

    yield open_page
    for context in browser.contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def page(visit: Visit) -> Page:
    return visit()
