"""Somebody else's pages in a real browser, on another origin than ours.

A chat page of deep-chat's, and OpenAI's and Anthropic's SDKs in a page: the browser asks by itself
whether the page may call us (the preflight of CORS), and shows what comes.
"""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from bench.answers import answer_to
from tests.clients.playbill import KEY, Doors

CHROMIUM = shutil.which("chromium")
QUESTION = "Why does the sea have tides?"
ANSWER = answer_to(QUESTION).text
PATIENCE_MS = 30_000
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")

PAGE = """\
<!doctype html>
<meta charset="utf-8">
<link rel="icon" href="data:,">
<script type="importmap">
{"imports": {
  "@opentelemetry/api": "/@opentelemetry/api/dist/index.mjs",
  "standardwebhooks": "data:text/javascript,export class Webhook {}"
}}
</script>
<script type="module" src="/deep-chat/dist/deepChat.bundle.js"></script>
<body></body>
"""
# A chat page in a few lines, as its author would write them, and what somebody types. The words
# that the page's reader was given are kept, too.
CHAT = """\
async ([service, connect, question]) => {
  await customElements.whenDefined("deep-chat");
  const chat = document.createElement("deep-chat");
  const errorMessages = { displayServiceErrorMessages: true };
  let heard = "";
  window.heard = () => heard;
  const responseInterceptor = (event) => {
    const said = event.choices?.[0].delta?.content ?? event.delta?.text ?? event.delta;
    if (typeof said === "string") heard += said;
    return event;
  };
  const own = { errorMessages, responseInterceptor };
  Object.assign(chat, { directConnection: service, connect, ...own });
  document.body.append(chat);
  await new Promise((resolve) => { chat.onComponentRender = resolve; });
  chat.submitUserMessage({ text: question });
}
"""
SAID = """\
() => document.querySelector("deep-chat").getMessages().filter(({ role }) => role !== "user")
"""
OPENAI = """\
async ([baseURL, apiKey, question]) => {
  const { OpenAI } = await import("/openai/index.mjs");
  const client = new OpenAI({ baseURL, apiKey, maxRetries: 0, dangerouslyAllowBrowser: true });
  const stream = client.chat.completions.stream({
    model: "auto", messages: [{ role: "user", content: question }],
  });
  return (await stream.finalChatCompletion()).choices[0].message.content;
}
"""
ANTHROPIC = """\
async ([baseURL, apiKey, question]) => {
  const { Anthropic } = await import("/@anthropic-ai/sdk/index.mjs");
  const client = new Anthropic({ baseURL, apiKey, maxRetries: 0, dangerouslyAllowBrowser: true });
  const stream = client.messages.stream({
    model: "auto", max_tokens: 4096, messages: [{ role: "user", content: question }],
  });
  return stream.finalText();
}
"""


class Talk(NamedTuple):
    """`service` is which of the platforms it knows deep-chat is told we are."""

    path: str
    service: str
    asked: dict[str, Any]

    def with_key(self, key: str, model: str) -> dict[str, Any]:
        asked = {**self.asked, "model": model}
        if self.service == "openAI":
            asked = {"chat": asked}
        return {self.service: {"key": key, **asked}}


# Its reader for OpenRouter loses events that come in one read, and is not used here.
CHAT_DOOR = Talk("/v1/chat/completions", "deepSeek", {})
TALKS = {
    "chat": CHAT_DOOR,
    "responses": Talk("/v1/responses", "openAI", {}),
    "messages": Talk("/v1/messages", "claude", {"max_tokens": 4096}),
}
EVERY = pytest.mark.parametrize("talk", [pytest.param(t, id=name) for name, t in TALKS.items()])


class _Files(http.server.SimpleHTTPRequestHandler):
    """The page, and the packages it is made of."""

    def do_GET(self) -> None:
        if self.path != "/":
            super().do_GET()
            return
        page = PAGE.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Not a word."""


@pytest.fixture(scope="module")
def origin(clients: Path) -> Iterator[str]:
    files = functools.partial(_Files, directory=str(clients / "node/node_modules"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), files) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, origin: str) -> Iterator[Page]:
    page = browser.new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.goto(origin)
    yield page
    page.close()


def say(page: Page, url: str, talk: Talk, *, key: str = KEY, model: str = "auto") -> None:
    connect = {"url": url + talk.path, "stream": True}
    page.evaluate(CHAT, [talk.with_key(key, model), connect, QUESTION])


def see(page: Page) -> str:
    """The whole reply as the page's reader was given it. What the page shows is that; but when a
    stream ends at once, it stops before it has shown the last words of it, and may even complain of
    an event that two reads have parts of."""
    page.wait_for_function("(words) => heard().endsWith(words)", arg=ANSWER)
    page.locator("deep-chat .ai-message-text:not(.error-message-text)").wait_for()
    heard: str = page.evaluate("heard()")
    shown = "".join(message.get("text", "") for message in page.evaluate(SAID))
    assert shown and heard.startswith(shown)
    return heard


@EVERY
def test_a_chat_page_shows_the_whole_reply(doors: Doors, page: Page, talk: Talk) -> None:
    say(page, doors.url, talk)
    assert see(page) == ANSWER


@EVERY
def test_a_chat_page_sees_nothing_of_a_stream_that_is_cut(
    doors: Doors, page: Page, talk: Talk
) -> None:
    doors.platform.control(fault="cut", after=120)
    say(page, doors.url, talk)
    assert see(page) == ANSWER
    assert [one["fault"] for one in doors.platform.log()].count("cut") > 0


@EVERY
def test_a_chat_page_shows_an_opening_before_the_answer(
    doors: Doors, page: Page, talk: Talk
) -> None:
    say(page, doors.opening_url, talk)
    opening = see(page).removesuffix(ANSWER)
    assert opening.endswith(".\n\n") and len(opening) > 10


@EVERY
@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"key": "wrong-key-0123456789"}, "Incorrect API key provided"),
        ({"model": "nobody/big"}, "does not exist"),
        ({"model": "sim/busy"}, "Rate limit reached"),
    ],
)
def test_a_chat_page_shows_our_refusals(
    doors: Doors, page: Page, talk: Talk, asked: dict[str, str], told: str
) -> None:
    say(page, doors.url, talk, **asked)
    assert told in page.locator("deep-chat .error-message-text").inner_text()


@pytest.mark.parametrize("name", ["chat", "messages"])
def test_a_chat_page_is_told_that_a_reply_is_not_whole(doors: Doors, page: Page, name: str) -> None:
    say(page, doors.url, TALKS[name], model="sim/broken")
    assert "cut off" in page.locator("deep-chat .error-message-text").inner_text()


def test_a_page_from_elsewhere_may_not_call(doors: Doors, page: Page, origin: str) -> None:
    page.goto(origin.replace("127.0.0.1", "localhost"))
    say(page, doors.url, CHAT_DOOR)
    page.locator("deep-chat .error-message-text").wait_for()
    assert not any(message.get("text") for message in page.evaluate(SAID))


@pytest.mark.parametrize(("script", "path"), [(OPENAI, "/v1"), (ANTHROPIC, "")])
def test_an_official_sdk_in_a_page(doors: Doors, page: Page, script: str, path: str) -> None:
    assert page.evaluate(script, [doors.url + path, KEY, QUESTION]) == ANSWER
