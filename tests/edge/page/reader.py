"""What a reader does on the page, and where they look."""

from __future__ import annotations

import os
from pathlib import Path

from playwright.sync_api import Locator, Page


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
