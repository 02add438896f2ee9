from __future__ import annotations

import orjson
import pytest

from adapters.dialect import Ask, Broken, Finished, Job
from adapters.models import describe
from adapters.web_endpoint import submit
from edge.core.errors import TierGarbled, TierUnavailable
from edge.core.settings import ProviderSettings, Settings
from edge.core.types import (
    Call,
    Extra,
    FinishReason,
    Message,
    Request,
    Sampling,
    Stop,
    Text,
    TextPart,
    Usage,
)

BASE = "https://us--talk.modal.run/v1"
QUESTION = (Message("user", (TextPart("Hi?"),)),)
JSON = {"content-type": "application/json"}
SAID = [Text("Hi"), Stop(FinishReason.STOP)]


def job() -> Job:
    settings = Settings(providers={"mine": ProviderSettings("web_endpoint", BASE)})
    request = Request("r", "auto", QUESTION)
    call = Call(request, QUESTION, Sampling(seed=7))
    return submit(call, describe("mine/talk", settings))


def test_one_post_says_it_all() -> None:
    step = job().step
    assert isinstance(step, Ask)
    assert (step.http.path, step.http.body) == ("", {"prompt": "Hi?", "seed": 7})
    assert step.http.may_redirect


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("text/plain; charset=utf-8", b"Hi"),
        ("application/json", b'"Hi"'),
        ("application/json", b'{"output": "Hi"}'),
    ],
)
def test_the_reply_is_a_text_or_a_member(content_type: str, body: bytes) -> None:
    begun = job()
    *pieces, usage = begun.heard(200, {"content-type": content_type}, body)
    assert pieces == SAID
    assert isinstance(usage, Usage) and not usage.reported
    assert begun.complete and isinstance(begun.step, Finished)


def test_usage_and_what_we_do_not_know_come_along() -> None:
    usage = {"prompt_tokens": 2, "completion_tokens": 1, "compute_s": 0.5}
    body = orjson.dumps({"output": "Hi", "usage": usage, "model": "x"})
    assert job().heard(200, JSON, body) == [
        *SAID,
        Extra({"model": "x"}),
        Usage(2, 1, compute_s=0.5),
    ]


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("/v1?id=fc-1", "https://us--talk.modal.run/v1?id=fc-1"),
        ("https://us--talk.modal.run/r", "https://us--talk.modal.run/r"),
    ],
)
def test_a_redirect_is_followed_without_the_prompt(location: str, url: str) -> None:
    begun = job()
    assert begun.heard(303, {"location": location}, b"") == []
    assert isinstance(begun.step, Ask)
    assert (begun.step.http.method, begun.step.http.url) == ("GET", url)
    assert begun.step.http.body is None and begun.step.http.may_redirect


def test_redirects_come_to_an_end() -> None:
    begun = job()
    for _ in range(20):
        begun.heard(303, {"location": "/again"}, b"")
        assert isinstance(begun.step, Ask)
    begun.heard(303, {"location": "/again"}, b"")
    assert isinstance(begun.step, Broken) and "20 redirects" in str(begun.step.error)


@pytest.mark.parametrize(
    ("headers", "body", "kind"),
    [
        (JSON, b'{"error": "boom"}', TierUnavailable),
        (JSON, b'{"text": "Hi"}', TierGarbled),
        (JSON, b"[1]", TierGarbled),
        (JSON, b"<html>", TierGarbled),
        ({"content-type": "text/plain"}, b"\xff", TierGarbled),
    ],
)
def test_what_is_no_reply_is_a_fault(
    headers: dict[str, str], body: bytes, kind: type[Exception]
) -> None:
    begun = job()
    assert begun.heard(200, headers, body) == []
    assert isinstance(begun.step, Broken) and isinstance(begun.step.error, kind)
