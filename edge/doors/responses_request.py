"""An OpenAI `response.create` frame into a `Request`. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from edge.core.errors import BadRequest
from edge.core.types import Json, Message, Request, Sampling, TextPart, ToolCall
from edge.doors.chat_request import MOST_MESSAGES
from edge.doors.fields import Fields
from edge.doors.openai_parts import read_parts, read_tool_choice, read_tools
from edge.doors.options import read_options, read_provider_options

_OURS = frozenset(
    "type model input instructions max_output_tokens temperature top_p top_logprobs tools "
    "tool_choice parallel_tool_calls text reasoning previous_response_id stream_id generate stream "
    "prelude provider_options store include truncation".split()
)
# Members that mean the same in both of OpenAI's dialects; the rest would be refused upstream.
_PASSED_ON = frozenset(
    "metadata user safety_identifier prompt_cache_key prompt_cache_retention service_tier".split()
)
_DOOR_OPTIONS = frozenset({"supersede"})


@dataclass(frozen=True, slots=True)
class ResponsesRequest:
    """`generate` false: prepare only, and say nothing."""

    request: Request
    lane: str | None
    generate: bool


def previous_id(frame: Fields) -> str | None:
    return frame.text("previous_response_id")


def lane_of(frame: Fields) -> str | None:
    return frame.text("stream_id")


def supersedes(frame: Fields) -> bool:
    """Whether what runs or waits on the frame's lane is to be cancelled first."""
    options = frame.object("prelude")
    return bool(options and options.flag("supersede"))


def read_responses_request(
    frame: Fields, request_id: str, history: tuple[Message, ...]
) -> ResponsesRequest:
    """`history` is the conversation up to `previous_response_id`. Raises `BadRequest`."""
    model = frame.text("model")
    if not model:
        raise frame.wrong("model", "the name of a model, such as auto")
    for key, value in frame.data.items():
        if key not in _OURS | _PASSED_ON and value is not None:
            raise BadRequest(f"`{key}` is not supported.", param=key, code="unsupported_parameter")
    tools = read_tools(frame, nested=False)
    instructions = frame.text("instructions")
    system = (Message("system", (TextPart(instructions),)),) if instructions else ()
    top_logprobs = frame.integer("top_logprobs", 0, 20)
    request = Request(
        id=request_id,
        model=model,
        messages=(*system, *history, *read_input(frame)),
        sampling=Sampling(
            max_tokens=frame.integer("max_output_tokens", 1, 10_000_000),
            temperature=frame.number("temperature", 0, 2),
            top_p=frame.number("top_p", 0, 1),
            logprobs=top_logprobs is not None,
            top_logprobs=top_logprobs,
        ),
        tools=tools,
        tool_choice=read_tool_choice(frame, tools),
        parallel_tool_calls=frame.flag("parallel_tool_calls"),
        response_format=_read_format(frame),
        options=read_options(frame, also=_DOOR_OPTIONS),
        provider_options=read_provider_options(frame),
        passthrough=_read_passthrough(frame),
    )
    generate = frame.flag("generate")
    return ResponsesRequest(request, lane_of(frame), generate is not False)


def read_input(frame: Fields) -> tuple[Message, ...]:
    """`input`: a string, or items: messages, function calls and their outputs."""
    given = frame.data.get("input")
    if isinstance(given, str):
        return (Message("user", (TextPart(given),)),)
    if not isinstance(given, list) or not given:
        raise frame.wrong("input", "a string or an array with at least one item")
    if len(given) > MOST_MESSAGES:
        message = f"`input` may hold {MOST_MESSAGES} items; got {len(given)}."
        raise BadRequest(message, param="input")
    return tuple(_read_item(item) for item in frame.objects("input") or [])


def _read_item(item: Fields) -> Message:
    match item.text("type"):
        case None | "message":
            return _read_message(item)
        case "function_call":
            call_id, name = item.text("call_id"), item.text("name")
            if call_id is None or name is None:
                raise item.wrong("name" if call_id else "call_id", "a string")
            call = ToolCall(call_id, name, item.text("arguments") or "")
            return Message("assistant", tool_calls=(call,))
        case "function_call_output":
            call_id = item.text("call_id")
            if call_id is None:
                raise item.wrong("call_id", "the id of the call it answers")
            return Message("tool", read_parts(item, "output"), tool_call_id=call_id)
        case _:
            raise item.wrong("type", "message, function_call or function_call_output")


def _read_message(item: Fields) -> Message:
    match item.text("role"):
        case "system" | "developer" | "user" | "assistant" as role:
            parts = read_parts(item, "content")
            if not parts:
                raise item.wrong("content", "a string or an array of content parts")
            return Message(role, parts)
        case _:
            raise item.wrong("role", "one of system, developer, user, assistant")


def _read_format(frame: Fields) -> Json:
    """Responses' `text.format` in the form of chat's `response_format`."""
    text = frame.object("text")
    given = text.object("format") if text else None
    if given is None:
        return None
    if given.text("type") == "json_schema":
        schema = {k: v for k, v in given.data.items() if k != "type"}
        return {"type": "json_schema", "json_schema": schema}
    return dict(given.data)


def _read_passthrough(frame: Fields) -> dict[str, Json]:
    passed = {key: frame.data[key] for key in _PASSED_ON if frame.data.get(key) is not None}
    reasoning, text = frame.object("reasoning"), frame.object("text")
    if reasoning and (effort := reasoning.text("effort")):
        passed["reasoning_effort"] = effort
    if text and (verbosity := text.text("verbosity")):
        passed["verbosity"] = verbosity
    return passed
