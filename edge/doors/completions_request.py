"""A body of OpenAI's completions into a `Request`: a text that is to be gone on with. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from edge.core.completion_gate import BLOCK, GATES, LINE, TOKEN
from edge.core.errors import BadRequest
from edge.core.types import Completion, Message, Request, TextPart
from edge.doors.chat_request import (
    MOST_CHOICES,
    read_max_tokens,
    read_sampling,
    read_stream_options,
)
from edge.doors.fields import Fields
from edge.doors.options import read_options, read_provider_options

# Every member that OpenAI documents; any other is a platform's own, and passed on untouched.
HONOURED: Final = frozenset(
    "model prompt suffix stream stream_options max_tokens temperature top_p stop seed n "
    "presence_penalty frequency_penalty logit_bias logprobs echo best_of".split()
)
PASSED: Final = frozenset({"user"})
_OURS = frozenset({"prelude", "provider_options"})
_GATE = "gate"  # in the caller's `prelude`: what of a completion is let through at once
_USUAL_TOKENS = 16  # as OpenAI has it
_MOST_RIVALS = 5
# Of the caller's `prelude`: a text that is gone on with is not judged, and has no opening.
_OF_REPLIES = ("draft", "strategy", "task", "quality", "priority")


@dataclass(frozen=True, slots=True)
class CompletionRequest:
    """What the caller asked for, and the form in which they want it."""

    request: Request
    stream: bool
    include_usage: bool
    gate: str
    choices: int

    @property
    def suffix(self) -> str:
        assert self.request.completion is not None
        return self.request.completion.suffix or ""


def read_completion_request(
    body: Fields, request_id: str, client_retries: int = 0
) -> CompletionRequest:
    """Raises `BadRequest` naming the member at fault."""
    model = body.text("model")
    if not model:
        raise body.wrong("model", "the name of a model, such as auto")
    _refuse_what_is_not_done(body)
    suffix = body.text("suffix") or None
    prompt = _read_prompt(body, may_be_empty=suffix is not None)
    stream = body.flag("stream") or False
    include_usage, pads = read_stream_options(body, stream=stream)
    if pads:
        path = "stream_options.include_obfuscation"
        raise BadRequest(f"`{path}` is not supported here.", param=path)
    rivals = body.integer("logprobs", 0, _MOST_RIVALS)
    limit = read_max_tokens(body, "max_tokens") or _USUAL_TOKENS
    user = body.text("user")
    texts = (prompt, suffix) if suffix else (prompt,)
    options = read_options(body, also=frozenset({_GATE}))
    for name in _OF_REPLIES:
        if getattr(options, name) is not None:
            path = f"prelude.{name}"
            message = f"`{path}` means nothing here: it is about replies in a conversation."
            raise BadRequest(message, param=path, code="unsupported_parameter")
    read = HONOURED | PASSED | _OURS
    passthrough = {k: v for k, v in body.data.items() if k not in read and v is not None}
    request = Request(
        id=request_id,
        model=model,
        messages=(Message("user", tuple(map(TextPart, texts))),),
        sampling=read_sampling(body, rivals is not None, rivals, limit=limit),
        stream=stream,
        options=options,
        provider_options=read_provider_options(body),
        passthrough=passthrough if user is None else passthrough | {"user": user},
        client_retries=client_retries,
        completion=Completion(prompt, suffix),
    )
    choices = body.integer("n", 1, MOST_CHOICES) or 1
    return CompletionRequest(request, stream, include_usage, _read_gate(body, suffix), choices)


def _read_gate(body: Fields, suffix: str | None) -> str:
    """By default lines, where a gap is filled; a text that has no end is told as it comes."""
    options = body.object("prelude")
    gate = options.text(_GATE) if options else None
    if options is not None and gate is not None and gate not in GATES:
        raise options.wrong(_GATE, "one of " + ", ".join(GATES))
    if body.data.get("logprobs") is not None and gate in (LINE, BLOCK):
        message = f"`prelude.{_GATE}` may only be {TOKEN} with `logprobs`: they tell every token."
        raise BadRequest(message, param=f"prelude.{_GATE}")
    return gate or (LINE if suffix else TOKEN)


def _read_prompt(body: Fields, *, may_be_empty: bool) -> str:
    """One text, or an array of one: each gets an answer of its own, and tokens of the caller's
    would fit one model only."""
    given = body.data.get("prompt")
    if isinstance(given, list) and len(given) == 1:
        given = given[0]
    if isinstance(given, list) and given:
        kind = "one at a time" if isinstance(given[0], str | list) else "as text, not as tokens"
        message = f"`prompt` is taken {kind}; got an array of {len(given)}."
        raise BadRequest(message, param="prompt", code="unsupported_value")
    if not isinstance(given, str):
        raise body.wrong("prompt", "a string, or an array of one")
    if not given and not may_be_empty:
        raise BadRequest("`prompt` must not be empty without a `suffix`.", param="prompt")
    return given


def _refuse_what_is_not_done(body: Fields) -> None:
    if body.flag("echo"):
        message = "`echo` is not supported: you have the prompt."
        raise BadRequest(message, param="echo", code="unsupported_value")
    best_of = body.integer("best_of", 1, 20)
    if best_of is not None and best_of > 1:
        message = "`best_of` may only be 1: ask for `n` and choose."
        raise BadRequest(message, param="best_of", code="unsupported_value")
