"""An OpenAI chat completions body into a `Request`. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from edge.core.errors import BadRequest
from edge.core.plan import Strategy
from edge.core.types import Json, Options, Request, Sampling
from edge.doors.chat_params import HONOURED, OURS, REFUSED, check_params
from edge.doors.fields import Fields
from edge.doors.openai_parts import read_chat_message, read_tool_choice, read_tools
from edge.doors.options import read_options, read_provider_options

_MOST_TOKENS = 10_000_000
MOST_MESSAGES = 10_000
MOST_CHOICES = 16


@dataclass(frozen=True, slots=True)
class ChatRequest:
    """What the caller asked for, and the form in which they want it."""

    request: Request
    stream: bool
    include_usage: bool
    pads: bool = False  # every event is to be as long as many others, against who counts bytes
    choices: int = 1


def read_chat_request(body: Fields, request_id: str, client_retries: int = 0) -> ChatRequest:
    """Raises `BadRequest` naming the member at fault."""
    model = body.text("model")
    if not model:
        raise body.wrong("model", "the name of a model, such as auto")
    check_params(body)
    _check_modalities(body)
    choices = body.integer("n", 1, MOST_CHOICES) or 1
    messages = read_turns(body)
    stream = body.flag("stream") or False
    include_usage, pads = read_stream_options(body, stream=stream)
    response_format = _read_response_format(body)
    tools = read_tools(body, nested=True)
    request = Request(
        id=request_id,
        model=model,
        messages=tuple(map(read_chat_message, messages)),
        sampling=read_sampling(body, *_read_logprobs(body), limit=read_limit(body)),
        tools=tools,
        tool_choice=read_tool_choice(body, tools),
        parallel_tool_calls=body.flag("parallel_tool_calls"),
        response_format=response_format,
        stream=stream,
        options=_read_options(body, choices),
        provider_options=read_provider_options(body),
        passthrough=_passed_on(body),
        client_retries=client_retries,
    )
    return ChatRequest(request, stream, include_usage, pads, choices)


def read_turns(body: Fields) -> list[Fields]:
    messages = body.objects("messages")
    if not messages:
        raise body.wrong("messages", "an array with at least one message")
    if len(messages) > MOST_MESSAGES:
        message = f"`messages` may hold {MOST_MESSAGES} messages; got {len(messages)}."
        raise BadRequest(message, param="messages")
    return messages


def read_stream_options(body: Fields, *, stream: bool) -> tuple[bool, bool]:
    """Whether usage is to come last, and whether events are to be padded."""
    options = body.object("stream_options")
    if options is None:
        return False, False
    if not stream:
        message = "`stream_options` is only allowed when `stream` is true."
        raise BadRequest(message, param="stream_options")
    return bool(options.flag("include_usage")), bool(options.flag("include_obfuscation"))


def _read_options(body: Fields, choices: int) -> Options:
    """Several replies are compared with each other: none of them begins with a draft's words."""
    options = read_options(body)
    return options if choices == 1 else replace(options, strategy=Strategy.TARGET)


def _passed_on(body: Fields) -> dict[str, Json]:
    """What the platform is given untouched."""
    read = HONOURED | OURS
    return {k: v for k, v in body.data.items() if k not in read and v is not None}


def _check_modalities(body: Fields) -> None:
    for kind in body.texts("modalities", most=8) or ():
        if kind != "text":
            message = f"`modalities` may only hold text: {REFUSED['audio']}."
            raise BadRequest(message, param="modalities", code="unsupported_value")


def _read_response_format(body: Fields) -> Json:
    given = body.object("response_format")
    if given is None:
        return None
    kind = given.text("type")
    if kind is None:
        raise given.wrong("type", "text, json_object or json_schema")
    if kind == "json_schema":
        form = given.object("json_schema")
        if form is None:
            raise given.wrong("json_schema", "an object with a name and a schema")
        if not form.text("name"):
            raise form.wrong("name", "a string")
        form.object("schema")
        form.flag("strict")
    return given.data


def read_max_tokens(body: Fields, name: str) -> int | None:
    return body.integer(name, 1, _MOST_TOKENS)


def read_sampling(
    body: Fields, logprobs: bool, top_logprobs: int | None, *, limit: int | None
) -> Sampling:
    """What both of OpenAI's completions say alike, and what they do not."""
    return Sampling(
        max_tokens=limit,
        temperature=body.number("temperature", 0, 2),
        top_p=body.number("top_p", 0, 1),
        stop=tuple(filter(None, body.texts("stop", most=16) or ())),
        seed=body.integer("seed", -(2**63), 2**63 - 1),
        presence_penalty=body.number("presence_penalty", -2, 2),
        frequency_penalty=body.number("frequency_penalty", -2, 2),
        logit_bias=_read_logit_bias(body),
        logprobs=logprobs,
        top_logprobs=top_logprobs,
    )


def read_limit(body: Fields) -> int | None:
    limit = read_max_tokens(body, "max_completion_tokens")
    return read_max_tokens(body, "max_tokens") if limit is None else limit


def _read_logprobs(body: Fields) -> tuple[bool, int | None]:
    logprobs = body.flag("logprobs") or False
    top_logprobs = body.integer("top_logprobs", 0, 20)
    if top_logprobs is not None and not logprobs:
        message = "`top_logprobs` is only allowed when `logprobs` is true."
        raise BadRequest(message, param="top_logprobs")
    return logprobs, top_logprobs


def _read_logit_bias(body: Fields) -> dict[str, float] | None:
    bias = body.object("logit_bias")
    if bias is None:
        return None
    return {token: bias.number(token, -100, 100) or 0.0 for token in bias.data}
