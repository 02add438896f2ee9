"""The page's files and its news, over plain HTTP. In a browser: tests/edge/page."""

from __future__ import annotations

import http.client
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from edge.core.ranking import PRIORITIES
from edge.core.verdict import Task
from edge.doors import page as page_door
from edge.doors.options import STRATEGIES
from tests.edge.page.scripted_door import ScriptedDoor

NOTICE = "No hosted key found: the local model answers alone."


@pytest.fixture
def door() -> Iterator[ScriptedDoor]:
    with ScriptedDoor() as door:
        door.notice = NOTICE
        yield door


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
        ("/page/theme.css", "text/css; charset=utf-8"),
        ("/page/page.js", "text/javascript; charset=utf-8"),
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
    first, _ = get(door, "/page/page.js")
    etag = first.headers["etag"]

    again, body = get(door, "/page/page.js", {"If-None-Match": f'W/"other", {etag}'})
    assert again.status == 304
    assert body == b""
    assert again.headers["etag"] == etag

    changed, body = get(door, "/page/page.js", {"If-None-Match": '"other"'})
    assert changed.status == 200
    assert body


def test_the_news_is_that_of_the_moment(door: ScriptedDoor) -> None:
    before = json.loads(get(door, "/page.json")[1])
    door.notice = ""
    after = json.loads(get(door, "/page.json")[1])

    assert before["notice"] == NOTICE
    assert before["version"]
    assert after["notice"] == ""


def test_every_file_of_the_page_is_served_and_nothing_else(door: ScriptedDoor) -> None:
    folder = Path(page_door.__file__).parents[1] / "page"
    for file in folder.iterdir():
        path = "/" if file.name == "index.html" else f"/page/{file.name}"
        assert get(door, path)[1] == file.read_bytes()
    for path in ("/page/", "/page/index.html", "/page/../doors/page.py", "/page/none.js"):
        assert get(door, path)[0].status == 404


def test_the_models_that_are_simulated_are_named(door: ScriptedDoor) -> None:
    assert json.loads(get(door, "/page.json")[1])["simulated"] == []
    door.simulated = ("large",)
    assert json.loads(get(door, "/page.json")[1])["simulated"] == ["large"]


@pytest.mark.parametrize(
    ("name", "words"),
    [("strategy", STRATEGIES), ("priority", tuple(PRIORITIES)), ("task", tuple(Task))],
)
def test_every_word_of_a_setting_can_be_chosen(name: str, words: tuple[str, ...]) -> None:
    page = (Path(page_door.__file__).parents[1] / "page" / "index.html").read_text()
    select = page.partition(f'<select name="{name}">')[2].partition("</select>")[0]
    offered = re.findall(r'<option value="(\w*)">([^<]*)<', select)
    assert {value or label for value, label in offered} - {"as classified"} == set(words)
