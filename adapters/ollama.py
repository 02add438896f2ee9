"""Ollama's own chat: how a model on one's own machine is asked. `ollama_reply.py` hears the answer.

It has what its OpenAI route lacks: whether and how long a model thinks, how long it stays loaded,
the size of its context (`options.num_ctx`), how long loading took. Its rules:

- it streams unless it is told not to, and what it does not know it ignores without a word. So
  what it lacks is refused here by name, as this model's limit: another target may have it;
- sampling is in `options`, among everything else that can be set there: the caller's
  `provider_options` add to them, and what the call itself says wins;
- images are base64 without a head, one list to a message: nothing is fetched;
- the arguments of a tool call are an object, and its result is known by the tool's name.

Who wins when a member is given twice: what the call itself says, then the caller's
`provider_options`, then what a door passed through.

https://docs.ollama.com/api/chat
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from adapters.dialect import HostedModel, HttpCall, arguments_of, cannot
from adapters.members import object_in
from adapters.ollama_reply import Decoder
from edge.core.types import (
    Call,
    ImagePart,
    Json,
    Message,
    Request,
    Sampling,
    TextPart,
    Tool,
    ToolCall,
)

__all__ = ["Decoder", "encode"]

_EFFORTS: Mapping[str, Json] = {"none": False, "low": "low", "medium": "medium", "high": "high"}
_MEMBERS = frozenset({"keep_alive", "options", "think"})  # that a door may pass through
_INLINE = re.compile(r"data:image/[\w.+-]+;base64,", re.ASCII | re.IGNORECASE)


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
    if call.prefix:
        if not model.prefill:
            raise cannot(model, "cannot continue a text")
        messages.append({"role": "assistant", "content": call.prefix})
    body |= {"model": model.id, "messages": messages, "stream": call.stream}
    if options := {**object_in(body.get("options")), **_options(call.sampling)}:
        body["options"] = options
    if call.sampling.logprobs:
        body |= {"logprobs": True, "top_logprobs": call.sampling.top_logprobs or 0}
    if tools := _tools(request, model):
        body["tools"] = tools
    if (form := _format(request.response_format, model)) is not None:
        body["format"] = form
    accept = "application/x-ndjson" if call.stream else "application/json"
    return HttpCall("/api/chat", body, headers={"accept": accept})


def _refuse_what_it_lacks(call: Call, model: HostedModel) -> None:
    if call.choices:
        raise cannot(model, "cannot be held to forms")
    if call.sampling.logit_bias:
        raise cannot(model, "takes no logit_bias", "logit_bias")


# -- members -----------------------------------------------------------------


def _passed_through(given: Mapping[str, Json], model: HostedModel) -> dict[str, Json]:
    body: dict[str, Json] = {}
    for member, value in given.items():
        match member, value:
            case "reasoning_effort", str() if value in _EFFORTS:
                body["think"] = _EFFORTS[value]
            case ("store", False) | ("user" | "safety_identifier" | "metadata", _):
                pass  # it is one's own machine: nothing is stored there, and nobody is watched
            case ("prompt_cache_key" | "prompt_cache_retention", _):
                pass  # its cache goes by the text alone
            case _ if member in _MEMBERS:
                body[member] = value
            case _:
                raise cannot(model, f"takes no {member} such as was given", member)
    return body


def _options(sampling: Sampling) -> dict[str, Json]:
    optional: dict[str, Json] = {
        "num_predict": sampling.max_tokens,
        "temperature": sampling.temperature,
        "top_p": sampling.top_p,
        "stop": list(sampling.stop) or None,
        "seed": sampling.seed,
        "presence_penalty": sampling.presence_penalty,
        "frequency_penalty": sampling.frequency_penalty,
    }
    return {key: value for key, value in optional.items() if value is not None}


def _tools(request: Request, model: HostedModel) -> list[dict[str, Json]]:
    if request.tool_choice == "none":
        return []
    if request.tool_choice not in (None, "auto"):
        raise cannot(model, "cannot be made to call a tool", "tool_choice")
    if request.tools and request.parallel_tool_calls is False:
        raise cannot(model, "cannot be held to one tool call", "parallel_tool_calls")
    if any(tool.strict for tool in request.tools):
        raise cannot(model, "takes no strict tools", "tools")
    return [_tool(tool) for tool in request.tools]


def _tool(tool: Tool) -> dict[str, Json]:
    described = {} if tool.description is None else {"description": tool.description}
    schema = tool.parameters or {"type": "object", "properties": {}}
    return {"type": "function", "function": {"name": tool.name, **described, "parameters": schema}}


def _format(response_format: Json, model: HostedModel) -> Json:
    match response_format:
        case None | {"type": "text"}:
            return None
        case {"type": "json_object"}:
            return "json"
        case {"type": "json_schema", "json_schema": {"schema": dict(schema)}}:
            return schema
    raise cannot(model, "takes no response_format such as was given", "response_format")


# -- messages ----------------------------------------------------------------


def _messages(messages: Iterable[Message], model: HostedModel) -> Iterator[dict[str, Json]]:
    names: dict[str | None, str] = {}  # of the tools, by the ids of their calls
    for message in messages:
        if message.name is not None:
            raise cannot(model, "takes no names of speakers", "messages")
        names |= {call.id: call.name for call in message.tool_calls}
        role = "system" if message.role == "developer" else message.role
        encoded: dict[str, Json] = {"role": role, "content": message.text}
        if images := list(_images(message, model)):
            encoded["images"] = images
        if message.tool_calls:
            encoded["tool_calls"] = [_tool_call(call, model) for call in message.tool_calls]
        if name := names.get(message.tool_call_id):
            encoded["tool_name"] = name
        yield encoded


def _images(message: Message, model: HostedModel) -> Iterator[str]:
    for part in message.parts:
        match part:
            case TextPart():
                pass
            case ImagePart(_, "low"):
                raise cannot(model, "takes images in full detail only", "messages")
            case ImagePart(url):
                head = _INLINE.match(url)
                if head is None:
                    raise cannot(model, "takes images as base64 data URLs only", "messages")
                yield url[head.end() :]


def _tool_call(call: ToolCall, model: HostedModel) -> dict[str, Json]:
    arguments = arguments_of(call, model)
    return {"function": {"name": call.name, "arguments": arguments}}
