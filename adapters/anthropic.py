"""Anthropic's Messages: how Claude is asked. `anthropic_reply.py` hears the answer.

Its shape differs from the one that the rest of the house thinks in:

- system and developer messages leave the conversation for a member of their own;
- what is left are turns of two roles in alternation, so that neighbours of one role become
  one turn, and a tool's result is a block of the user's turn;
- `max_tokens` is required: where nobody set it, it is all that the model can say. It is a bound,
  not an order, and what is not said is not billed;
- what a caller wrote in this very dialect goes to it as it was written (`Native`), with its marks
  for the cache and its signed thoughts;
- a member that the API does not know is refused by it, with the whole call. So what it lacks is
  refused here by name, as this model's limit: another target may have it.

Who wins when a member is given twice: what the call itself says, then the caller's
`provider_options`, then what a door passed through.

Claude has other hosts (Vertex AI, Bedrock), which take the same body but for `model` and `stream`:
`body_of` is theirs too.

https://platform.claude.com/docs/en/api/messages
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from adapters.anthropic_cache import has_marks, place_marks
from adapters.anthropic_reply import Decoder
from adapters.dialect import HostedModel, HttpCall, arguments_of, cannot
from adapters.members import object_in
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

__all__ = ["Decoder", "body_of", "encode", "take_betas"]

MAX_TOKENS = 8192  # where neither the caller nor the model table knows: every Claude can say it

_HOSTS_OWN = ("model", "stream")  # no option may set these

# Members that a door may pass through as they are.
_MEMBERS = frozenset(
    "cache_control container context_management diagnostics inference_geo mcp_servers metadata "
    "output_config speed thinking thread top_k user_profile_id workspace_id".split()
)
_EFFORTS = ("low", "medium", "high", "xhigh", "max")
_SERVICE_TIERS = {"auto": "auto", "default": "standard_only", "standard_only": "standard_only"}

_DIALECT = "anthropic"
_DATA_URL = re.compile(r"data:(image/[\w.+-]+);base64,", re.ASCII | re.IGNORECASE)
_NO_ID = re.compile(r"[^a-zA-Z0-9_-]")


def encode(call: Call, model: HostedModel, /) -> HttpCall:
    """Raises `TierRejected` for what this model cannot be asked."""
    body = {"model": model.id, **body_of(call, model), "stream": call.stream}
    accept = "text/event-stream" if call.stream else "application/json"
    return HttpCall("/messages", body, headers={"accept": accept, **take_betas(body)})


def take_betas(body: dict[str, Json]) -> dict[str, str]:
    """Unfinished parts of the API that an option asks for are named in a header."""
    betas = body.pop("anthropic_beta", None)
    if not isinstance(betas, list) or not betas:
        return {}
    return {"anthropic-beta": ",".join(map(str, betas))}


def body_of(call: Call, model: HostedModel) -> dict[str, Json]:
    """All that is asked but `model` and `stream`: where those stand, Claude's hosts differ.

    Raises `TierRejected` for what this model cannot be asked.
    """
    _refuse_what_it_lacks(call, model)
    request, endpoint = call.request, model.endpoint
    body: dict[str, Json] = {
        **_passed_through(request.passthrough, model),
        **request.provider_options.get(endpoint.row.name, {}),
        **request.provider_options.get(endpoint.name, {}),
    }
    for member in _HOSTS_OWN:
        body.pop(member, None)
    body |= _sampling(call.sampling, model)
    body.setdefault("max_tokens", model.max_output or MAX_TOKENS)
    body |= _tools(request)
    if (form := _output_format(request.response_format, model)) is not None:
        body["output_config"] = {**object_in(body.get("output_config")), "format": form}
    if system := list(_system(call.messages, model)):
        body["system"] = system
    body["messages"], stable_turns = turns_of(call, partial(_blocks, model=model))
    _refuse_bad_end(body, model)
    if not has_marks(body):
        place_marks(body, stable_turns, model.cache_from)
    return body


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
    }
    for param, is_given in given.items():
        if is_given:
            raise cannot(model, f"takes no {param}", param)
    if sampling.temperature is not None and sampling.temperature > 1:
        raise cannot(model, "takes no temperature above 1", "temperature")
    if not all(map(str.strip, sampling.stop)):
        raise cannot(model, "takes no stop sequence of white space alone", "stop")


def _refuse_bad_end(body: Mapping[str, Json], model: HostedModel) -> None:
    """A trailing turn of the assistant is to be continued: not by every model, not every text."""
    turns = body["messages"]
    if not turns:
        raise cannot(model, "needs a message that is not the system's", "messages")
    if turns[-1]["role"] != "assistant":
        return
    if not model.prefill:
        raise cannot(model, "cannot continue a text", "messages")
    if object_in(body.get("thinking")).get("type", "disabled") != "disabled":
        raise cannot(model, "cannot continue a text while it is to think", "thinking")
    if turns[-1]["content"][-1].get("text", "-")[-1].isspace():
        raise cannot(model, "cannot continue a text that ends in white space", "messages")


# -- members -----------------------------------------------------------------


def _passed_through(given: Mapping[str, Json], model: HostedModel) -> dict[str, Json]:
    """What a door did not read: members of this API, or what they are called in OpenAI's."""
    body: dict[str, Json] = {}
    for member, value in given.items():
        match member, value:
            case "user" | "safety_identifier", str():
                body["metadata"] = {"user_id": value}
            case "metadata", dict() if value.keys() - {"user_id"}:
                raise cannot(model, "takes no metadata but a user_id", member)
            case "reasoning_effort", str() if value in _EFFORTS:
                body["output_config"] = {"effort": value}
            case "service_tier", str() if value in _SERVICE_TIERS:
                body["service_tier"] = _SERVICE_TIERS[value]
            case ("store", False) | ("prompt_cache_key" | "prompt_cache_retention", _):
                pass  # nothing is stored, and its cache goes by the text alone
            case _ if member in _MEMBERS:
                body[member] = value
            case _:
                raise cannot(model, f"takes no {member} such as was given", member)
    return body


def _sampling(sampling: Sampling, model: HostedModel) -> dict[str, Json]:
    optional: dict[str, Json] = {
        "max_tokens": sampling.max_tokens,
        "stop_sequences": list(sampling.stop) or None,
    }
    if not model.fixed_sampling:
        optional |= {"temperature": sampling.temperature, "top_p": sampling.top_p}
    return {key: value for key, value in optional.items() if value is not None}


def _tools(request: Request) -> dict[str, Json]:
    """Without tools there is no choice of them either: the API refuses one."""
    if not request.tools:
        return {}
    members: dict[str, Json] = {"tools": [_tool(tool) for tool in request.tools]}
    if choice := _tool_choice(request):
        members["tool_choice"] = choice
    return members


def _tool(tool: Tool) -> dict[str, Json]:
    if tool.native is not None and tool.native.dialect == _DIALECT:
        return dict(tool.native.content)
    schema = tool.parameters or {"type": "object", "properties": {}}
    optional = {"description": tool.description, "strict": tool.strict}
    given = {key: value for key, value in optional.items() if value is not None}
    return {"name": tool.name, **given, "input_schema": schema}


def _tool_choice(request: Request) -> dict[str, Json] | None:
    choice: dict[str, Json] | None
    match request.tool_choice:
        case "none":
            return {"type": "none"}  # of no call there are no parallel ones
        case "required":
            choice = {"type": "any"}
        case {"function": {"name": str(name)}}:
            choice = {"type": "tool", "name": name}
        case "auto":
            choice = {"type": "auto"}
        case _:
            choice = None
    if request.parallel_tool_calls is False:
        choice = {**(choice or {"type": "auto"}), "disable_parallel_tool_use": True}
    return choice


def _output_format(response_format: Json, model: HostedModel) -> dict[str, Json] | None:
    match response_format:
        case None | {"type": "text"}:
            return None
        case {"type": "json_schema", "json_schema": {"schema": dict(schema)}}:
            return {"type": "json_schema", "schema": schema}
    raise cannot(model, "can be held to a JSON schema only", "response_format")


# -- messages ----------------------------------------------------------------


def _system(messages: Iterable[Message], model: HostedModel) -> Iterator[dict[str, Json]]:
    for message in messages:
        if message.role not in ROLES_APART:
            continue
        if (native := _native(message)) is not None:
            yield from native
        else:
            yield from _text_blocks(message.parts, model, "a system message")


def _native(message: Message) -> list[dict[str, Json]] | None:
    native = message.native
    return list(native.content) if native is not None and native.dialect == _DIALECT else None


def _blocks(message: Message, model: HostedModel) -> Iterable[dict[str, Json]]:
    native = _native(message)
    return _encoded(message, model) if native is None else native


def _encoded(message: Message, model: HostedModel) -> Iterator[dict[str, Json]]:
    if message.name is not None:
        raise cannot(model, "takes no names of speakers", "messages")
    match message.role:
        case "tool":
            content = list(_part_blocks(message.parts, model))
            block = {"type": "tool_result", "tool_use_id": _tool_id(message.tool_call_id or "")}
            yield {**block, "content": content} if content else block
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
        if block["type"] != "text":
            raise cannot(model, f"takes no image in {where}", "messages")
        yield block


def _part_blocks(parts: Iterable[Part], model: HostedModel) -> Iterator[dict[str, Json]]:
    for part in parts:
        match part:
            case TextPart(text) if text.strip():  # a blank block is refused
                yield {"type": "text", "text": text}
            case ImagePart(_, "low"):
                raise cannot(model, "takes images in full detail only", "messages")
            case ImagePart(url):
                yield {"type": "image", "source": _image_source(url, model)}


def _image_source(url: str, model: HostedModel) -> dict[str, Json]:
    if inline := _DATA_URL.match(url):
        media_type = inline[1].lower()
        return {"type": "base64", "media_type": media_type, "data": url[inline.end() :]}
    if url.startswith("https://"):
        return {"type": "url", "url": url}
    raise cannot(model, "takes images from https and base64 data URLs only", "messages")


def _tool_use(call: ToolCall, model: HostedModel) -> dict[str, Json]:
    arguments = arguments_of(call, model)
    return {"type": "tool_use", "id": _tool_id(call.id), "name": call.name, "input": arguments}


def _tool_id(id_: str) -> str:
    """Other platforms' ids hold what this one refuses; the same one on both sides will do."""
    return _NO_ID.sub("_", id_)
