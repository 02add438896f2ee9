"""The page during a stitched reply of the real service: the local model opens, a target finishes.

The target is the simulator, a fake for timing: it makes the hand-over come when we can watch.
The screenshots are for people to look at: PRELUDE_SHOTS=dir keeps them.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, ViewportSize, expect, sync_playwright

from bench.simulator_process import simulator

CHROMIUM = shutil.which("chromium")
ROOT = Path(__file__).parent.parent
PATIENCE_S = 60.0  # loading the model on a busy machine
TIME = re.compile(r"^\d+ ms$|^\d+\.\d\d s$")

SETTINGS = """
[providers.sim]
kind = "openai"
base_url = "{base_url}"

[routes.default]
targets = ["sim/big"]
"""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The service's URL. The target needs 700 ms, as the median host does, and takes its time."""
    config = tmp_path_factory.mktemp("service") / "prelude.toml"
    with simulator("--ttft-ms", "700", "--tokens-per-s", "60") as target:
        config.write_text(SETTINGS.format(base_url=target.base_url))
        with serving(config) as url:
            yield url


@contextmanager
def serving(config: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "edge", "serve", "--config", str(config), "--port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT)
    url = f"http://127.0.0.1:{port}"
    try:
        wait_until_ready(process, f"{url}/readyz")
        yield url
    finally:
        process.terminate()
        process.wait(PATIENCE_S)


def wait_until_ready(process: subprocess.Popen[bytes], url: str) -> None:
    give_up_at = time.monotonic() + PATIENCE_S
    while time.monotonic() < give_up_at:
        if process.poll() is not None:
            pytest.fail(f"the service did not start: exit status {process.returncode}")
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except OSError:  # not listening yet, or busy, or 503
            time.sleep(0.1)
    pytest.fail(f"the service was not ready within {PATIENCE_S:g} s")


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
    service: str,
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
        page.goto(service)
        page.keyboard.type("Why does the sea have tides twice a day?")
        page.keyboard.press("Enter")

        see_a_stitched_reply(page)
        page.screenshot(path=shots / f"first-light-{name}.png")
        see_it_complete(page)
        page.screenshot(path=shots / f"first-light-{name}-complete.png")

        assert page.evaluate("document.documentElement.scrollWidth") == size["width"]
        assert complaints == []
        browser.close()


def see_a_stitched_reply(page: Page) -> None:
    """The draft's words and the target's first ones are there, and the end is not."""
    draft = page.locator(".words [data-tier=draft]")
    target = page.locator(".words [data-tier=target]")
    expect(draft).to_be_visible(timeout=15_000)
    expect(target).to_be_visible(timeout=15_000)
    expect(page.locator(".state")).to_have_text("Writing")
    expect(page.locator(".first dd")).to_have_text(TIME)
    expect(page.locator(".handover dd")).to_have_text(TIME)
    colour = "element => getComputedStyle(element).color"
    tints = {page.locator(".words").evaluate(colour), draft.evaluate(colour)}
    assert len(tints | {target.evaluate(colour)}) == 3


def see_it_complete(page: Page) -> None:
    expect(page.locator(".state")).to_have_text("Complete", timeout=60_000)
    expect(page.locator(".total dd")).to_have_text(TIME)
    expect(page.locator(".speakers li")).to_have_text(["draft · local", "target · sim/big"])
    expect(page.locator(".facts")).to_contain_text("draft=local")
    expect(page.locator(".legs tbody tr")).to_have_count(2)
