"""OpenAI's Responses: how a model is asked there. `responses_reply.py` hears the answer.

The same models as in chat completions, under other rules:

- a conversation is a list of items: messages, function calls and their outputs. System and
  developer messages stay items where they stand; `instructions` is the caller's, by an option;
- a reply is stored for a month unless it is asked not to be. Whoever speaks through us never
  learns its id, so could neither use it nor have it deleted: `store` is false, unless they say so;
- a function is strict unless it is said not to be, the other way round than in chat completions;
- there is no seed, no stop sequence, no penalty and no bias, and what the platform does not know it
  refuses. So these are refused here by name, as this model's limit: another target may have them.

Who wins when a member is given twice: what the call itself says, then the caller's
`provider_options`, then what a door passed through.

A stream that breaks can be taken up again behind any of its events (`starting_after`), if the reply
is made in the background, which the settings or the caller must ask for: the platform stores it
then. Asked for in one piece, such a reply would have to be polled, so it is asked for as ever. One
that nobody reads any more is cancelled, because it would run on.

https://platform.openai.com/docs/api-reference/responses/create
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from adapters.dialect import HostedModel, HttpCall, cannot
from adapters.members import object_in
from adapters.prompt_key import prompt_key
from adapters.responses_reply import Decoder, Place
from edge.core.types import (
    Call,
    Checkpoint,
    ImagePart,
    Json,
    Message,
    Part,
    Request,
    Sampling,
    TextPart,
    Tool,
)

__all__ = ["Decoder", "encode"]

_LOGPROBS = "message.output_text.logprobs"  # what `include` must name to get them

# Members that a door may pass through as they are.
_MEMBERS = frozenset(
    "background context_management conversation include instructions max_tool_calls metadata "
    "moderation previous_response_id prompt prompt_cache_key prompt_cache_options "
    "prompt_cache_retention reasoning safety_identifier service_tier store text truncation "
    "user".split()
)


def encode(call: Call, model: HostedModel, /) -> HttpCall:
    """Raises `TierRejected` for what this model cannot be asked."""
    if call.resume is not None:
        return _take_up(call.resume)
    _refuse_what_it_lacks(call, model)
    request, endpoint = call.request, model.endpoint
    body: dict[str, Json] = {
        **_passed_through(request.passthrough, model),
        **request.provider_options.get(endpoint.row.name, {}),
        **request.provider_options.get(endpoint.name, {}),
    }
    if endpoint.row.prompt_cache_key and (key := prompt_key(call)):
        body.setdefault("prompt_cache_key", key)
    _settle_storage(body, call, model)
    body |= {"model": model.id, "input": list(_items(call.messages, model)), "stream": call.stream}
    body |= _sampling(call.sampling, body.get("include"))
    body |= _tools(request, model)
    if request.response_format is not None:
        form = _format(request.response_format, model)
        body["text"] = {**object_in(body.get("text")), "format": form}
    accept = "text/event-stream" if call.stream else "application/json"
    return HttpCall("/responses", body, headers={"accept": accept})


def _refuse_what_it_lacks(call: Call, model: HostedModel) -> None:
    if call.choices:
        raise cannot(model, "cannot be held to forms")
    if call.prefix:
        raise cannot(model, "cannot continue a text")
    sampling = call.sampling
    given = {
        "seed": sampling.seed is not None,
        "stop": bool(sampling.stop),
        "presence_penalty": bool(sampling.presence_penalty),
        "frequency_penalty": bool(sampling.frequency_penalty),
        "logit_bias": bool(sampling.logit_bias),
    }
    for param, is_given in given.items():
        if is_given:
            raise cannot(model, f"takes no {param}", param)


def _take_up(checkpoint: Checkpoint) -> HttpCall:
    at = Place.of(checkpoint)
    path = f"/responses/{quote(at.response, safe='')}?stream=true&starting_after={at.number}"
    return HttpCall(path, None, method="GET", headers={"accept": "text/event-stream"})


def _settle_storage(body: dict[str, Json], call: Call, model: HostedModel) -> None:
    asked = body.pop("background", None)
    wanted = model.endpoint.background if asked is None else asked
    if wanted and call.stream:
        if body.setdefault("store", True):
            body["background"] = True
        elif asked:
            raise cannot(model, "makes no reply in the background that is not stored", "store")
    body.setdefault("store", False)


# -- members -----------------------------------------------------------------


def _passed_through(given: Mapping[str, Json], model: HostedModel) -> dict[str, Json]:
    """What a door did not read: members of this API, or what chat completions call them."""
    body: dict[str, Json] = {}
    for member, value in given.items():
        match member:
            case "reasoning_effort":
                body["reasoning"] = {**object_in(given.get("reasoning")), "effort": value}
            case "verbosity":
                body["text"] = {**object_in(given.get("text")), "verbosity": value}
            case _ if member in _MEMBERS:
                body.setdefault(member, value)
            case _:
                raise cannot(model, f"takes no {member}", member)
    return body


def _sampling(sampling: Sampling, include: Json) -> dict[str, Json]:
    optional: dict[str, Json] = {
        "max_output_tokens": sampling.max_tokens,
        "temperature": sampling.temperature,
        "top_p": sampling.top_p,
    }
    if sampling.logprobs:
        also = include if isinstance(include, list) else []
        optional["top_logprobs"] = sampling.top_logprobs or 0
        optional["include"] = [*(item for item in also if item != _LOGPROBS), _LOGPROBS]
    return {key: value for key, value in optional.items() if value is not None}


def _tools(request: Request, model: HostedModel) -> dict[str, Json]:
    members: dict[str, Json] = {}
    if request.tools:
        members["tools"] = [_tool(tool) for tool in request.tools]
    if request.tool_choice is not None:
        members["tool_choice"] = _tool_choice(request.tool_choice, model)
    if request.parallel_tool_calls is not None:
        members["parallel_tool_calls"] = request.parallel_tool_calls
    return members


def _tool(tool: Tool) -> dict[str, Json]:
    described = {} if tool.description is None else {"description": tool.description}
    return {
        "type": "function",
        "name": tool.name,
        **described,
        "parameters": tool.parameters or {"type": "object", "properties": {}},
        "strict": bool(tool.strict),
    }


def _tool_choice(choice: Json, model: HostedModel) -> Json:
    match choice:
        case "auto" | "none" | "required":
            return choice
        case {"function": {"name": str(name)}}:
            return {"type": "function", "name": name}
    raise cannot(model, "takes no tool_choice such as was given", "tool_choice")


def _format(response_format: Json, model: HostedModel) -> dict[str, Json]:
    match response_format:
        case {"type": "json_schema", "json_schema": dict(schema)}:
            return {**schema, "type": "json_schema"}
        case {"type": "text" | "json_object" as kind}:
            return {"type": kind}
    raise cannot(model, "takes no response_format such as was given", "response_format")


# -- items -------------------------------------------------------------------


def _items(messages: Iterable[Message], model: HostedModel) -> Iterator[dict[str, Json]]:
    for message in messages:
        if message.name is not None:
            raise cannot(model, "takes no names of speakers", "messages")
        if message.role == "tool":
            output = _content(message.parts)
            call_id = message.tool_call_id
            yield {"type": "function_call_output", "call_id": call_id, "output": output}
            continue
        if message.parts or not message.tool_calls:
            yield _message(message, model)
        for call in message.tool_calls:
            said = {"name": call.name, "arguments": call.arguments}
            yield {"type": "function_call", "call_id": call.id, **said}


def _message(message: Message, model: HostedModel) -> dict[str, Json]:
    role: str = message.role
    if role == "developer":
        role = model.endpoint.row.developer_role
    content = _content(message.parts)
    if role == "assistant":
        if any(isinstance(part, ImagePart) for part in message.parts):
            raise cannot(model, "takes no image in an assistant's message", "messages")
        content = message.text  # its parts would be of another type than a caller's
    return {"type": "message", "role": role, "content": content}


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
            return {"type": "input_text", "text": text}
        case ImagePart(url, detail):
            return {"type": "input_image", "image_url": url, "detail": detail or "auto"}
