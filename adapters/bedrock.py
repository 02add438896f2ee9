"""Bedrock's Converse: how every model on AWS is asked alike. `bedrock_reply.py` hears the answer.

Its shape differs from the one that the rest of the house thinks in:

- the model is in the path, escaped whole: ids hold `:`, and those of one's own are ARNs with `/`;
- system and developer messages leave the conversation for a member of their own;
- what is left are turns of two roles in alternation, so that neighbours of one role become one
  turn, and a tool's result is a block of the user's turn;
- images travel as bytes, never as addresses;
- whether it streams is another path, not a member.

What it has no member for is refused here by name, as this model's limit: another target may have
it. What only some of its models take is for Bedrock to refuse.

Who wins when a member is given twice: what the call itself says, then the caller's
`provider_options`, then what a door passed through. Members that hold members (`inferenceConfig`,
`toolConfig`, `outputConfig`) are joined so, one by one.

https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from urllib.parse import quote

from adapters.bedrock_cache import has_points, place_points
from adapters.bedrock_reply import EVENT_STREAM, Decoder
from adapters.dialect import HostedModel, HttpCall, arguments_of, cannot
from adapters.lenient_json import dumps
from adapters.turns import ROLES_APART, turns_of
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


# Members that a door may pass through as they are.
_MEMBERS = frozenset(
    "additionalModelRequestFields additionalModelResponseFieldPaths guardrailConfig outputConfig "
    "performanceConfig requestMetadata serviceTier".split()
)
_SERVICE_TIERS = ("default", "flex", "priority", "reserved")
_EFFORTS = ("low", "medium", "high", "xhigh", "max")

_DATA_URL = re.compile(r"data:image/(png|jpe?g|gif|webp);base64,", re.IGNORECASE)
_NO_ID = re.compile(r"[^a-zA-Z0-9_.:-]")


def encode(call: Call, model: HostedModel, /) -> HttpCall:
    """Raises `TierRejected` for what this model cannot be asked."""
    operation = "converse-stream" if call.stream else "converse"
    accept = EVENT_STREAM if call.stream else "application/json"
    path = f"/model/{quote(model.id, safe='')}/{operation}"
    return HttpCall(path, _body(call, model), headers={"accept": accept})


def _body(call: Call, model: HostedModel) -> dict[str, Json]:
    _refuse_what_it_lacks(call, model)
    request, endpoint = call.request, model.endpoint
    body: dict[str, Json] = {
        **_passed_through(request.passthrough, model),
        **request.provider_options.get(endpoint.row.name, {}),
        **request.provider_options.get(endpoint.name, {}),
    }
    marks_himself = has_points(body)
    _join(body, "inferenceConfig", _sampling(call.sampling, model))
    _join(body, "outputConfig", _output(request.response_format, model))
    if system := list(_system(call.messages, model)):
        body["system"] = system
    body["messages"], stable_turns = turns_of(call, partial(_blocks, model=model))
    _join(body, "toolConfig", _tools(request, body["messages"], model))
    _refuse_bad_end(body["messages"], model)
    if not marks_himself and model.cache_from is not None:
        place_points(body, stable_turns, model.cache_from)
    return body


def _join(body: dict[str, Json], member: str, ours: Mapping[str, Json]) -> None:
    if ours:
        given = body.get(member)
        body[member] = {**given, **ours} if isinstance(given, Mapping) else ours


# -- what it lacks -----------------------------------------------------------


def _refuse_what_it_lacks(call: Call, model: HostedModel) -> None:
    if call.choices:
        raise cannot(model, "cannot be held to forms")
    sampling = call.sampling
    given = {
        "seed": sampling.seed is not None,
        "presence_penalty": bool(sampling.presence_penalty),
        "frequency_penalty": bool(sampling.frequency_penalty),
        "logit_bias": bool(sampling.logit_bias),
        "logprobs": sampling.logprobs,
        "top_logprobs": bool(sampling.top_logprobs),
        "temperature": model.fixed_sampling and sampling.temperature not in (None, 1),
        "top_p": model.fixed_sampling and sampling.top_p not in (None, 1),
        "parallel_tool_calls": bool(call.request.tools)
        and call.request.parallel_tool_calls is False,
    }
    for param, is_given in given.items():
        if is_given:
            raise cannot(model, f"takes no {param}", param)
    if sampling.temperature is not None and sampling.temperature > 1:
        raise cannot(model, "takes no temperature above 1", "temperature")
    if not all(sampling.stop):
        raise cannot(model, "takes no empty stop sequence", "stop")


def _refuse_bad_end(turns: Sequence[Mapping[str, Json]], model: HostedModel) -> None:
    """A trailing turn of the assistant is to be continued: not by every model, not every text."""
    if not turns:
        raise cannot(model, "needs a message that is not the system's", "messages")
    if turns[-1]["role"] != "assistant":
        return
    if not model.prefill:
        raise cannot(model, "cannot continue a text", "messages")
    if turns[-1]["content"][-1].get("text", "-")[-1].isspace():
        raise cannot(model, "cannot continue a text that ends in white space", "messages")


# -- members -----------------------------------------------------------------


def _passed_through(given: Mapping[str, Json], model: HostedModel) -> dict[str, Json]:
    """What a door did not read: members of this API, or what they are called in OpenAI's."""
    body: dict[str, Json] = {}
    for member, value in given.items():
        match member, value:
            case "user" | "safety_identifier", str():
                _join(body, "requestMetadata", {"user": value})
            case "metadata", dict():
                _join(body, "requestMetadata", value)
            case "reasoning_effort", str() if value in _EFFORTS:
                _join(body, "outputConfig", {"effort": value})
            case "service_tier", str() if value in _SERVICE_TIERS:
                body["serviceTier"] = {"type": value}
            case (
                ("service_tier", "auto")
                | ("store", False)
                | ("prompt_cache_key" | "prompt_cache_retention", _)
            ):
                pass  # nothing is stored, and its cache goes by the text alone
            case _ if member in _MEMBERS:
                body[member] = value
            case _:
                raise cannot(model, f"takes no {member} such as was given", member)
    return body


def _sampling(sampling: Sampling, model: HostedModel) -> dict[str, Json]:
    optional: dict[str, Json] = {
        "maxTokens": sampling.max_tokens,
        "stopSequences": list(sampling.stop) or None,
    }
    if not model.fixed_sampling:
        optional |= {"temperature": sampling.temperature, "topP": sampling.top_p}
    return {key: value for key, value in optional.items() if value is not None}


def _output(response_format: Json, model: HostedModel) -> dict[str, Json]:
    match response_format:
        case None | {"type": "text"}:
            return {}
        case {"type": "json_schema", "json_schema": {"schema": dict(schema), **about}}:
            known = {key: about[key] for key in ("name", "description") if about.get(key)}
            structure = {"jsonSchema": {"schema": dumps(schema).decode(), **known}}
            return {"textFormat": {"type": "json_schema", "structure": structure}}
    raise cannot(model, "can be held to a JSON schema only", "response_format")


def _tools(
    request: Request, turns: Iterable[Mapping[str, Json]], model: HostedModel
) -> dict[str, Json]:
    """Converse has no word for "call none", so tools that may not be called are not shown; but a
    conversation in which one was called must show them."""
    if request.tools and request.tool_choice != "none":
        config: dict[str, Json] = {"tools": [_tool(tool) for tool in request.tools]}
        if choice := _tool_choice(request.tool_choice):
            config["toolChoice"] = choice
        return config
    if any(block.keys() & {"toolUse", "toolResult"} for turn in turns for block in turn["content"]):
        raise cannot(model, "needs the tools that its messages call, free to be called", "tools")
    return {}


def _tool(tool: Tool) -> dict[str, Json]:
    schema = tool.parameters or {"type": "object", "properties": {}}
    optional = {"description": tool.description or None, "strict": tool.strict}
    given = {key: value for key, value in optional.items() if value is not None}
    return {"toolSpec": {"name": tool.name, **given, "inputSchema": {"json": schema}}}


def _tool_choice(choice: Json) -> dict[str, Json] | None:
    match choice:
        case "required":
            return {"any": {}}
        case {"function": {"name": str(name)}}:
            return {"tool": {"name": name}}
        case "auto":
            return {"auto": {}}
    return None


# -- messages ----------------------------------------------------------------


def _system(messages: Iterable[Message], model: HostedModel) -> Iterator[dict[str, Json]]:
    for message in messages:
        if message.role in ROLES_APART:
            yield from _text_blocks(message.parts, model, "a system message")


def _blocks(message: Message, model: HostedModel) -> Iterator[dict[str, Json]]:
    if message.name is not None:
        raise cannot(model, "takes no names of speakers", "messages")
    match message.role:
        case "tool":
            content = list(_part_blocks(message.parts, model))
            id_ = _tool_id(message.tool_call_id or "")
            yield {"toolResult": {"toolUseId": id_, "content": content}}
        case "assistant":
            yield from _text_blocks(message.parts, model, "an assistant's message")
            for call in message.tool_calls:
                yield _tool_use(call, model)
        case _:
            yield from _part_blocks(message.parts, model)


def _text_blocks(
    parts: Iterable[Part], model: HostedModel, where: str
) -> Iterator[dict[str, Json]]:
    for block in _part_blocks(parts, model):
        if "text" not in block:
            raise cannot(model, f"takes no image in {where}", "messages")
        yield block


def _part_blocks(parts: Iterable[Part], model: HostedModel) -> Iterator[dict[str, Json]]:
    for part in parts:
        match part:
            case TextPart(text) if text.strip():  # a blank block is refused
                yield {"text": text}
            case ImagePart(_, "low"):
                raise cannot(model, "takes images in full detail only", "messages")
            case ImagePart(url):
                yield {"image": _image(url, model)}


def _image(url: str, model: HostedModel) -> dict[str, Json]:
    """Bytes are base64 in its JSON too."""
    inline = _DATA_URL.match(url)
    if inline is None:
        what = "takes images as base64 data URLs of PNG, JPEG, GIF or WebP only"
        raise cannot(model, what, "messages")
    kind = inline[1].lower()
    return {
        "format": "jpeg" if kind == "jpg" else kind,
        "source": {"bytes": url[inline.end() :]},
    }


def _tool_use(call: ToolCall, model: HostedModel) -> dict[str, Json]:
    arguments = arguments_of(call, model)
    return {"toolUse": {"toolUseId": _tool_id(call.id), "name": call.name, "input": arguments}}


def _tool_id(id_: str) -> str:
    """Other platforms' ids hold what this one refuses; the same one on both sides will do."""
    return _NO_ID.sub("_", id_)
