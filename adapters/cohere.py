"""Cohere's chat, version 2: how Command models are asked. `cohere_reply.py` hears the answer.

Near to chat completions, with differences that matter:

- top-p is `p`, and may not be 1; penalties go from 0 to 1; no more than five stop sequences;
- no tool can be forced by its name: it is the only one offered, and one is required;
- tools are strict all together or not at all;
- what the model says before it calls tools is its `tool_plan`, in history too;
- a JSON schema belongs to `json_object`, and cannot be had beside tools.

What it lacks is refused here by name, as this model's limit: its own refusals have no code by which
one could tell a prompt beyond the context from a caller's mistake.

Who wins when a member is given twice: what the call itself says, then the caller's
`provider_options`, then what a door passed through.

https://docs.cohere.com/reference/chat
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from adapters.cohere_reply import Decoder
from adapters.dialect import HostedModel, HttpCall, cannot
from edge.core.types import (
    Call,
    ImagePart,
    Json,
    Message,
    Part,
    Request,
    Sampling,
    TextPart,
    Tool,
    ToolCall,
)

__all__ = ["Decoder", "encode"]

MOST_STOPS = 5
LEAST_P, LARGEST_P = 0.01, 0.99

# Members that a door may pass through as they are.
_MEMBERS = frozenset("citation_options documents k priority safety_mode thinking".split())


def encode(call: Call, model: HostedModel, /) -> HttpCall:
    """Raises `TierRejected` for what this model cannot be asked."""
    _refuse_what_it_lacks(call, model)
    request, endpoint = call.request, model.endpoint
    body: dict[str, Json] = {
        **_passed_through(request.passthrough, model),
        **request.provider_options.get(endpoint.row.name, {}),
        **request.provider_options.get(endpoint.name, {}),
    }
    messages = list(_messages(call.messages, model))
    body |= {"model": model.id, "messages": messages, "stream": call.stream}
    body |= _sampling(call.sampling)
    body |= _tools(request, model)
    if (form := _format(request, model)) is not None:
        body["response_format"] = form
    accept = "text/event-stream" if call.stream else "application/json"
    return HttpCall("/v2/chat", body, headers={"accept": accept})


def _refuse_what_it_lacks(call: Call, model: HostedModel) -> None:
    if call.choices:
        raise cannot(model, "cannot be held to forms")
    if call.prefix:
        raise cannot(model, "cannot continue a text")
    sampling = call.sampling
    given = {
        "logit_bias": bool(sampling.logit_bias),
        "logprobs": sampling.logprobs,  # of numbers of tokens, without their words
        "presence_penalty outside 0 to 1": not 0 <= (sampling.presence_penalty or 0) <= 1,
        "frequency_penalty outside 0 to 1": not 0 <= (sampling.frequency_penalty or 0) <= 1,
        f"top_p below {LEAST_P}": sampling.top_p is not None and sampling.top_p < LEAST_P,
        f"stop of more than {MOST_STOPS} sequences": len(sampling.stop) > MOST_STOPS,
    }
    for what, is_given in given.items():
        if is_given:
            raise cannot(model, f"takes no {what}", what.partition(" ")[0])


# -- members -----------------------------------------------------------------


def _passed_through(given: Mapping[str, Json], model: HostedModel) -> dict[str, Json]:
    body: dict[str, Json] = {}
    for member, value in given.items():
        match member, value:
            case "reasoning_effort", "none":
                body["thinking"] = {"type": "disabled"}
            case ("store", False) | ("prompt_cache_key" | "prompt_cache_retention", _):
                pass  # nothing is stored, and its cache goes by the text alone
            case _ if member in _MEMBERS:
                body[member] = value
            case _:
                raise cannot(model, f"takes no {member} such as was given", member)
    return body


def _sampling(sampling: Sampling) -> dict[str, Json]:
    optional: dict[str, Json] = {
        "max_tokens": sampling.max_tokens,
        "temperature": sampling.temperature,
        # 1 is how everybody else says "no limit", and the largest that it takes is nearly that.
        "p": None if sampling.top_p is None else min(sampling.top_p, LARGEST_P),
        "stop_sequences": list(sampling.stop) or None,
        "seed": sampling.seed,
        "presence_penalty": sampling.presence_penalty,
        "frequency_penalty": sampling.frequency_penalty,
    }
    return {key: value for key, value in optional.items() if value is not None}


def _tools(request: Request, model: HostedModel) -> dict[str, Json]:
    tools = request.tools
    members: dict[str, Json] = {}
    match request.tool_choice:
        case None | "auto":
            pass
        case "none" | "required" as word:
            members["tool_choice"] = word.upper()
        case {"function": {"name": str(name)}}:
            tools = tuple(tool for tool in tools if tool.name == name)
            members["tool_choice"] = "REQUIRED"
        case _:
            raise cannot(model, "takes no tool_choice such as was given", "tool_choice")
    if not tools:
        return {}  # of none there is no choice
    if request.parallel_tool_calls is False:
        raise cannot(model, "cannot be held to one tool call", "parallel_tool_calls")
    if any(tool.strict for tool in tools):
        if not all(tool.strict for tool in tools):
            raise cannot(model, "takes no tools of which only some are strict", "tools")
        members["strict_tools"] = True
    return {"tools": [_tool(tool) for tool in tools], **members}


def _tool(tool: Tool) -> dict[str, Json]:
    described = {} if tool.description is None else {"description": tool.description}
    schema = tool.parameters or {"type": "object", "properties": {}}
    return {"type": "function", "function": {"name": tool.name, **described, "parameters": schema}}


def _format(request: Request, model: HostedModel) -> dict[str, Json] | None:
    if request.response_format is None or request.response_format == {"type": "text"}:
        return None
    if request.tools:
        raise cannot(model, "takes no response_format beside tools", "response_format")
    match request.response_format:
        case {"type": "json_object"}:
            return {"type": "json_object"}
        case {"type": "json_schema", "json_schema": {"schema": dict(schema)}}:
            return {"type": "json_object", "json_schema": schema}
    raise cannot(model, "takes no response_format such as was given", "response_format")


# -- messages ----------------------------------------------------------------


def _messages(messages: Iterable[Message], model: HostedModel) -> Iterator[dict[str, Json]]:
    for message in messages:
        if message.name is not None:
            raise cannot(model, "takes no names of speakers", "messages")
        if message.role != "user" and any(isinstance(part, ImagePart) for part in message.parts):
            raise cannot(model, "takes images in the user's messages only", "messages")
        match message.role:
            case "user":
                yield {"role": "user", "content": _content(message.parts)}
            case "system" | "developer":
                yield {"role": "system", "content": message.text}
            case "tool":
                answer = {"tool_call_id": message.tool_call_id, "content": message.text}
                yield {"role": "tool", **answer}
            case "assistant" if message.tool_calls:
                plan = {"tool_plan": message.text} if message.parts else {}
                calls = [_tool_call(call) for call in message.tool_calls]
                yield {"role": "assistant", **plan, "tool_calls": calls}
            case "assistant":
                yield {"role": "assistant", "content": message.text}


def _content(parts: tuple[Part, ...]) -> Json:
    match parts:
        case ():
            return ""
        case (TextPart(text),):
            return text
    return [_part(part) for part in parts]


def _part(part: Part) -> dict[str, Json]:
    match part:
        case TextPart(text):
            return {"type": "text", "text": text}
        case ImagePart(url, None):
            return {"type": "image_url", "image_url": {"url": url}}
        case ImagePart(url, detail):
            return {"type": "image_url", "image_url": {"url": url, "detail": detail}}


def _tool_call(call: ToolCall) -> dict[str, Json]:
    function = {"name": call.name, "arguments": call.arguments}
    return {"id": call.id, "type": "function", "function": function}
