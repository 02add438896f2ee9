"""An OpenAI chat completions body into a `Request`. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from edge.core.errors import BadRequest
from edge.core.types import Request, Sampling
from edge.doors.fields import Fields
from edge.doors.openai_parts import read_chat_message, read_tool_choice, read_tools
from edge.doors.options import read_options, read_provider_options

# Read here or by the plan; every other member is the platform's, and passed on untouched.
_OURS = frozenset(
    "model messages stream stream_options max_tokens max_completion_tokens temperature top_p stop "
    "seed presence_penalty frequency_penalty logit_bias logprobs top_logprobs n tools tool_choice "
    "parallel_tool_calls response_format prelude provider_options".split()
)
_NOT_BUILT = ("audio", "functions", "function_call")
_MOST_TOKENS = 10_000_000
MOST_MESSAGES = 10_000


@dataclass(frozen=True, slots=True)
class ChatRequest:
    """What the caller asked for, and the form in which they want it."""

    request: Request
    stream: bool
    include_usage: bool


def read_chat_request(body: Fields, request_id: str, client_retries: int = 0) -> ChatRequest:
    """Raises `BadRequest` naming the member at fault."""
    model = body.text("model")
    if not model:
        raise body.wrong("model", "the name of a model, such as auto")
    for key in _NOT_BUILT:
        if body.data.get(key) is not None:
            raise BadRequest(f"`{key}` is not supported.", param=key, code="unsupported_parameter")
    _refuse_many_choices(body)
    messages = body.objects("messages")
    if not messages:
        raise body.wrong("messages", "an array with at least one message")
    if len(messages) > MOST_MESSAGES:
        message = f"`messages` may hold {MOST_MESSAGES} messages; got {len(messages)}."
        raise BadRequest(message, param="messages")
    stream = body.flag("stream") or False
    stream_options = body.object("stream_options")
    if stream_options is not None and not stream:
        message = "`stream_options` is only allowed when `stream` is true."
        raise BadRequest(message, param="stream_options")
    response_format = body.object("response_format")
    tools = read_tools(body, nested=True)
    request = Request(
        id=request_id,
        model=model,
        messages=tuple(map(read_chat_message, messages)),
        sampling=_read_sampling(body),
        tools=tools,
        tool_choice=read_tool_choice(body, tools),
        parallel_tool_calls=body.flag("parallel_tool_calls"),
        response_format=None if response_format is None else response_format.data,
        stream=stream,
        options=read_options(body),
        provider_options=read_provider_options(body),
        passthrough={k: v for k, v in body.data.items() if k not in _OURS and v is not None},
        client_retries=client_retries,
    )
    asks_usage = stream_options is not None and bool(stream_options.flag("include_usage"))
    return ChatRequest(request, stream, asks_usage)


def _refuse_many_choices(body: Fields) -> None:
    n = body.integer("n", 1, 128)
    if n is not None and n > 1:
        message = f"`n` may only be 1 as yet; got {n}."
        raise BadRequest(message, param="n", code="unsupported_value")


def _read_sampling(body: Fields) -> Sampling:
    limit = body.integer("max_completion_tokens", 1, _MOST_TOKENS)
    if limit is None:
        limit = body.integer("max_tokens", 1, _MOST_TOKENS)
    return Sampling(
        max_tokens=limit,
        temperature=body.number("temperature", 0, 2),
        top_p=body.number("top_p", 0, 1),
        stop=tuple(filter(None, body.texts("stop", most=16) or ())),
        seed=body.integer("seed", -(2**63), 2**63 - 1),
        presence_penalty=body.number("presence_penalty", -2, 2),
        frequency_penalty=body.number("frequency_penalty", -2, 2),
        logit_bias=_read_logit_bias(body),
        logprobs=body.flag("logprobs") or False,
        top_logprobs=body.integer("top_logprobs", 0, 20),
    )


def _read_logit_bias(body: Fields) -> dict[str, float] | None:
    bias = body.object("logit_bias")
    if bias is None:
        return None
    return {token: bias.number(token, -100, 100) or 0.0 for token in bias.data}
