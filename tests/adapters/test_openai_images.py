from __future__ import annotations

import json
from typing import Any

import pytest

from adapters.dialect import Endpoint, HostedModel
from adapters.openai_images import BY_FORM, OPENAI, TOGETHER
from adapters.providers import PROVIDERS
from edge.core.errors import TierGarbled
from edge.core.media import Draw, MediaRequest, Picture
from edge.core.types import Usage

ROWS = {row.name: row for row in PROVIDERS}
MODEL = HostedModel("mine/p", "p-1", Endpoint("mine", ROWS["openai"], "http://127.0.0.1/v1"))


def request(**more: Any) -> MediaRequest:
    return MediaRequest("r", "auto", Draw("a lighthouse", **more))


def test_what_is_asked_for_is_written_in_the_dialect() -> None:
    asked = request(count=2, size="1024x1024", options={"quality": "low"}, form="b64_json")
    http = OPENAI.encode(asked, MODEL)
    assert http.path == "/images/generations"
    assert http.body == {
        "quality": "low",
        "model": "p-1",
        "prompt": "a lighthouse",
        "n": 2,
        "size": "1024x1024",
    }


def test_hosts_differ_in_how_they_are_told_form_and_size() -> None:
    asked = request(size="512x256", form="b64_json")
    assert BY_FORM.encode(asked, MODEL).body["response_format"] == "b64_json"
    together = TOGETHER.encode(asked, MODEL).body
    assert together["response_format"] == "base64"
    assert (together["width"], together["height"]) == (512, 256)
    assert "size" not in together
    assert "response_format" not in BY_FORM.encode(request(), MODEL).body


def test_pictures_are_read_as_data_or_by_their_address() -> None:
    body = {
        "created": 1,
        "output_format": "webp",
        "data": [{"b64_json": "AAAA"}, {"url": "https://x.test/a", "revised_prompt": "Lit."}],
        "usage": {"input_tokens": 5, "output_tokens": 272, "total_tokens": 277},
    }
    made = OPENAI.decode(request(count=2), "mine/p", json.dumps(body).encode())
    assert made.files == (
        Picture(data="AAAA", media_type="image/webp"),
        Picture("https://x.test/a", None, "image/webp", "Lit."),
    )
    assert made.usage == Usage(5, 272, images=2)
    assert made.extra == {"output_format": "webp"}


def test_where_no_tokens_are_told_the_pictures_are_counted() -> None:
    made = OPENAI.decode(request(), "mine/p", b'{"data": [{"b64_json": "AAAA"}]}')
    assert made.usage == Usage(3, 0, reported=False, images=1)


@pytest.mark.parametrize(
    "body",
    [b'{"data": []}', b'{"data": [{}]}', b'{"data": [{"url": ""}]}', b'{"data": 1}', b"{}", b"x"],
)
def test_fewer_pictures_than_were_asked_for_are_garbled(body: bytes) -> None:
    with pytest.raises(TierGarbled, match="mine/p"):
        OPENAI.decode(request(), "mine/p", body)


def test_a_member_that_the_dialect_says_itself_cannot_be_overwritten() -> None:
    asked = MediaRequest("r", "auto", Draw("a"), passthrough={"prompt": "b", "model": "c"})
    body = OPENAI.encode(asked, MODEL).body
    assert (body["prompt"], body["model"]) == ("a", "p-1")
