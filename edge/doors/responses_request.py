"""What OpenAI's Responses dialect asks, in a body or a `response.create` frame, into a `Request`.
Pure.

A conversation is kept as the dialect's own items, so that what reads a request reads it too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from edge.core.errors import BadRequest
from edge.core.types import Json, Message, Request, Sampling, TextPart
from edge.doors.fields import Fields
from edge.doors.openai_parts import read_tool_choice, read_tools
from edge.doors.options import read_options, read_provider_options
from edge.doors.responses_items import as_items, join_calls, read_input, read_items

_OURS = frozenset(
    "model input instructions max_output_tokens temperature top_p top_logprobs tools tool_choice "
    "parallel_tool_calls text reasoning previous_response_id stream stream_options prelude "
    "provider_options store include truncation background".split()
)
_OF_FRAMES = frozenset("type stream_id generate".split())
# Members that mean the same in both of OpenAI's dialects; the rest would be refused upstream.
_PASSED_ON = frozenset(
    "metadata user safety_identifier prompt_cache_key prompt_cache_options prompt_cache_retention "
    "service_tier".split()
)
_DOOR_OPTIONS = frozenset({"supersede"})
# Told back in the response as they were given.
_ECHOED = (
    "instructions metadata parallel_tool_calls previous_response_id prompt_cache_key "
    "prompt_cache_retention reasoning safety_identifier service_tier text tool_choice tools "
    "top_logprobs truncation user"
).split()
_LOGPROBS = "message.output_text.logprobs"
# The rest of these is of tools that only OpenAI runs, or of what we never leave out.
_INCLUDABLE = (
    _LOGPROBS,
    "reasoning.encrypted_content",
    "message.input_image.image_url",
    "file_search_call.results",
    "web_search_call.results",
    "web_search_call.action.sources",
    "computer_call_output.output.image_url",
    "code_interpreter_call.outputs",
)
_REASONING = ("effort", "summary", "generate_summary")
_KIN = "openai_responses"  # the row of the provider table that speaks this dialect
_MOST_METADATA = 16
_MOST_LANE_CHARS = 128


@dataclass(frozen=True, slots=True)
class ResponsesRequest:
    """`generate` false: prepare only, and say nothing. `store`: its caller wants to find it
    again. `summarizes`: thoughts are wanted as a summary. `echo`: what the response repeats of the
    request. `asked`: the items of this request; `history`: those of the conversation before it."""

    request: Request
    lane: str | None = None
    generate: bool = True
    stream: bool = True
    store: bool = True
    background: bool = False
    summarizes: bool = False
    echo: Mapping[str, Json] = field(default_factory=dict)
    asked: tuple[Json, ...] = ()
    history: tuple[Json, ...] = ()


def conversation(asked: ResponsesRequest, answer: Iterable[Json]) -> list[Json]:
    """What the next turn goes on with. Instructions are each request's own."""
    return [
        item
        for item in (*asked.history, *asked.asked, *answer)
        if item.get("role") not in ("system", "developer")
    ]


def previous_id(frame: Fields) -> str | None:
    return frame.text("previous_response_id")


def lane_of(frame: Fields) -> str | None:
    """It is told back with every event, so it has to be a short name."""
    lane = frame.text("stream_id")
    if lane is not None and len(lane) > _MOST_LANE_CHARS:
        raise frame.wrong("stream_id", f"a string of at most {_MOST_LANE_CHARS} characters")
    return lane


def supersedes(frame: Fields) -> bool:
    """Whether what runs or waits on the frame's lane is to be cancelled first."""
    options = frame.object("prelude")
    return bool(options and options.flag("supersede"))


def read_responses_request(
    frame: Fields,
    request_id: str,
    history: tuple[Json, ...],
    *,
    is_frame: bool = False,
    client_retries: int = 0,
) -> ResponsesRequest:
    """`history` are the items up to `previous_response_id`; `is_frame`: asked over a WebSocket,
    where every reply is a stream. Raises `BadRequest`."""
    model = frame.text("model")
    if not model:
        raise frame.wrong("model", "the name of a model, such as auto")
    known = _OURS | _PASSED_ON | (_OF_FRAMES if is_frame else frozenset())
    for key, value in frame.data.items():
        if key not in known and value is not None:
            raise BadRequest(f"`{key}` is not supported.", param=key, code="unsupported_parameter")
    _check_rest(frame)
    tools = read_tools(frame, nested=False)
    instructions = frame.text("instructions")
    system = (Message("system", (TextPart(instructions),)),) if instructions else ()
    top_logprobs = frame.integer("top_logprobs", 0, 20)
    includes = frame.texts("include", most=len(_INCLUDABLE)) or ()
    generate = frame.flag("generate") is not False
    may_be_empty = not generate or previous_id(frame) is not None
    messages = join_calls((*read_items(history), *read_input(frame, may_be_empty=may_be_empty)))
    options = read_options(frame, also=_DOOR_OPTIONS)
    stream = frame.flag("stream") or is_frame
    request = Request(
        id=request_id,
        model=model,
        messages=(*system, *messages),
        sampling=Sampling(
            max_tokens=frame.integer("max_output_tokens", 1, 10_000_000),
            temperature=frame.number("temperature", 0, 2),
            top_p=frame.number("top_p", 0, 1),
            logprobs=top_logprobs is not None or _LOGPROBS in includes,
            top_logprobs=top_logprobs,
        ),
        tools=tools,
        tool_choice=read_tool_choice(frame, tools),
        parallel_tool_calls=frame.flag("parallel_tool_calls"),
        response_format=_read_format(frame),
        stream=stream,
        options=options,
        provider_options=_read_provider_options(frame),
        passthrough=_read_passthrough(frame),
        client_retries=client_retries,
    )
    background = frame.flag("background") or False
    if background and is_frame:
        message = "`background` is not supported on a WebSocket: what it stores goes on without it."
        raise BadRequest(message, param="background", code="unsupported_parameter")
    # A data label says how long its words may be kept; here that is not at all.
    store = frame.flag("store") is not False and options.data is None
    if background and not store:
        message = "`background` needs a reply that is stored, and carries no data label."
        raise BadRequest(message, param="background", code="invalid_value")
    return ResponsesRequest(
        request,
        lane_of(frame),
        generate=generate,
        stream=stream,
        store=store,
        background=background,
        summarizes=_wanted_summary(frame) is not None,
        echo={key: frame.data[key] for key in _ECHOED if frame.data.get(key) is not None},
        asked=tuple(as_items(frame.data.get("input"), request_id)),
        history=history,
    )


def _check_rest(frame: Fields) -> None:
    """Members that ask for nothing that we would do differently, as long as they are right."""
    if frame.text("truncation") not in (None, "disabled"):
        message = "`truncation` may only be disabled: nothing is left out of a conversation here."
        raise BadRequest(message, param="truncation", code="unsupported_value")
    for name in frame.texts("include", most=len(_INCLUDABLE)) or ():
        if name not in _INCLUDABLE:
            raise frame.wrong("include", "an array of " + ", ".join(_INCLUDABLE))
    for key in reasoning.data if (reasoning := frame.object("reasoning")) else {}:
        if key not in _REASONING:
            message = f"`reasoning.{key}` is not supported."
            raise BadRequest(message, param=f"reasoning.{key}", code="unsupported_parameter")
    if stream_options := frame.object("stream_options"):
        stream_options.flag("include_obfuscation")  # there is none
    if metadata := frame.object("metadata"):
        if len(metadata.data) > _MOST_METADATA:
            raise frame.wrong("metadata", f"an object of at most {_MOST_METADATA} texts")
        for key in metadata.data:
            metadata.text(key)


def _read_format(frame: Fields) -> Json:
    """Responses' `text.format` in the form of chat's `response_format`."""
    text = frame.object("text")
    given = text.object("format") if text else None
    if given is None:
        return None
    kind = given.text("type")
    if kind is None:
        raise given.wrong("type", "text, json_object or json_schema")
    if kind == "json_schema":
        if not given.text("name"):
            raise given.wrong("name", "a string")
        if given.object("schema") is None:
            raise given.wrong("schema", "a JSON schema")
        given.flag("strict")
        schema = {k: v for k, v in given.data.items() if k != "type"}
        return {"type": "json_schema", "json_schema": schema}
    return dict(given.data)


def _wanted_summary(frame: Fields) -> str | None:
    """Of its thoughts, in either of the names that this has had."""
    reasoning = frame.object("reasoning")
    if reasoning is None:
        return None
    return reasoning.text("summary") or reasoning.text("generate_summary")


def _read_provider_options(frame: Fields) -> Mapping[str, Mapping[str, Json]]:
    """The caller's own, and below them what only a platform of this dialect has."""
    given, summary = read_provider_options(frame), _wanted_summary(frame)
    if summary is None:
        return given
    return {**given, _KIN: {"reasoning": {"summary": summary}, **given.get(_KIN, {})}}


def _read_passthrough(frame: Fields) -> dict[str, Json]:
    passed = {key: frame.data[key] for key in _PASSED_ON if frame.data.get(key) is not None}
    reasoning, text = frame.object("reasoning"), frame.object("text")
    if reasoning and (effort := reasoning.text("effort")):
        passed["reasoning_effort"] = effort
    if text and (verbosity := text.text("verbosity")):
        passed["verbosity"] = verbosity
    return passed
