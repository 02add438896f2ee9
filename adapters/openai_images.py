"""OpenAI's pictures: all of them in one answer, as base64 or as addresses.

Hosts that follow it differ in how they are told which of the two (OpenAI's own models are not told:
they give base64), and in how the size is said.

https://platform.openai.com/docs/api-reference/images/create
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from adapters.dialect import HostedModel, HttpCall
from adapters.media_json import members_of, read_object
from adapters.members import number_in
from adapters.polling import member
from edge.core.errors import TierGarbled
from edge.core.media import Draw, Form, Made, MediaRequest, Picture, estimate_usage
from edge.core.types import Json, Usage

_CORE = frozenset({"created", "data", "usage", "object", "id", "model"})
_TYPES = {"png": "image/png", "jpeg": "image/jpeg", "webp": "image/webp", "gif": "image/gif"}


@dataclass(frozen=True, slots=True)
class OpenAIImages:
    """`forms` has the host's words for how a picture may come; empty: it is not told.
    `sides`: a size is its width and its height, each by itself."""

    forms: Mapping[Form, str] = field(default_factory=dict)
    sides: bool = False

    def encode(self, request: MediaRequest, model: HostedModel, /) -> HttpCall:
        ask = request.ask
        assert isinstance(ask, Draw)
        body = {**ask.options, **members_of(request, model)}
        body |= {"model": model.id, "prompt": ask.prompt, "n": ask.count}
        if ask.form is not None and ask.form in self.forms:
            body["response_format"] = self.forms[ask.form]
        if ask.size is not None and self.sides:
            width, _, height = ask.size.partition("x")
            body |= {"width": int(width), "height": int(height)}
        elif ask.size is not None:
            body["size"] = ask.size
        return HttpCall("/images/generations", body, headers={"accept": "application/json"})

    def decode(self, request: MediaRequest, tier: str, body: bytes, /) -> Made:
        ask = request.ask
        assert isinstance(ask, Draw)
        answer = read_object(tier, body)
        data = answer.get("data")
        items = data if isinstance(data, list) else []
        if len(items) != ask.count:
            raise TierGarbled(f"{tier}: {len(items)} pictures, not {ask.count}")
        kind = _TYPES.get(str(answer.get("output_format")))
        files = tuple(_picture(tier, item, kind) for item in items)
        extra = {name: value for name, value in answer.items() if name not in _CORE}
        return Made(_usage(answer.get("usage"), ask), files=files, extra=extra)


def _picture(tier: str, item: Json, media_type: str | None) -> Picture:
    members = item if isinstance(item, dict) else {}
    url, data, revised = (_text(members, key) for key in ("url", "b64_json", "revised_prompt"))
    if url is None and data is None:
        raise TierGarbled(f"{tier}: a picture that is neither there nor somewhere")
    return Picture(url, data, media_type, revised)


def _text(members: Mapping[str, Json], key: str) -> str | None:
    value = members.get(key)
    return value if isinstance(value, str) and value else None


def _usage(told: Json, ask: Draw) -> Usage:
    """Tokens where they are paid for by the token, and the pictures in any case."""
    given, made = (number_in(member(told, name)) for name in ("input_tokens", "output_tokens"))
    if given is None or made is None:
        return estimate_usage(ask)
    return Usage(given, made, images=ask.count)


OPENAI = OpenAIImages()
BY_FORM = OpenAIImages({"url": "url", "b64_json": "b64_json"})
TOGETHER = OpenAIImages({"url": "url", "b64_json": "base64"}, sides=True)
