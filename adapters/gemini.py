"""Google's generateContent: how Gemini is asked, at the Gemini API and at Vertex AI.
`gemini_reply.py` hears the answer.

Its shape differs from the one that the rest of the house thinks in:

- system and developer messages leave the conversation for `systemInstruction`;
- what is left are turns of two roles, `user` and `model`, so that neighbours of one role become
  one turn, and a tool's result is a part of the user's, by the name of its function;
- whether the reply is streamed is in the path, and so is the model;
- newer models sign their function calls, and refuse a turn whose call comes back unsigned. The
  signatures leave as `thoughtSignatures` (by call id) in what the platform says beyond the core,
  and come back as that member of `provider_options`. A caller who knows nothing of them, or whose
  call another platform made, gets what Google documents for that: a word that waives the check.

Who wins when a member is given twice: what the call itself says, then the caller's
`provider_options`, then what a door passed through. Options and call share `generationConfig`,
`toolConfig` and `tools`. What the API lacks is refused here by name, as this model's limit:
another target may have it.

https://ai.google.dev/api/generate-content
https://ai.google.dev/gemini-api/docs/thought-signatures
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote, urlsplit

from adapters.dialect import HostedModel, HttpCall, arguments_of, cannot
from adapters.gemini_reply import SIGNATURES, Decoder
from adapters.lenient_json import loads
from adapters.members import object_in
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
UNSIGNED = "skip_thought_signature_validator"

_DATA_URL = re.compile(r"data:([\w.+-]+/[\w.+-]+);base64,", re.ASCII | re.IGNORECASE)
_DETAILS = {"low": "MEDIA_RESOLUTION_LOW", "high": "MEDIA_RESOLUTION_HIGH"}
_KINDS = {
    ".gif": "image/gif",
    ".heic": "image/heic",
    ".heif": "image/heif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
}
_SEEDS = 1 << 31  # of 32 bits, with a sign
_EFFORTS = ("minimal", "low", "medium", "high")
_SERVICE_TIERS = {"default": "standard", "flex": "flex", "priority": "priority"}

# Notes about the caller and for the platform's own books, which it has no place for. The reply is
# the same without them.
_NOTES = frozenset({"user", "safety_identifier", "metadata", "prompt_cache_key"})

_Turn = dict[str, Any]  # {"role": ..., "parts": [...]}


def encode(call: Call, model: HostedModel, /) -> HttpCall:
    """Raises `TierRejected` for what this model cannot be asked."""
    _refuse_what_it_lacks(call, model)
    request, endpoint = call.request, model.endpoint
    passed = _passed_through(request.passthrough, model)
    options = {
        **request.provider_options.get(endpoint.row.name, {}),
        **request.provider_options.get(endpoint.name, {}),
    }
    signatures = object_in(options.pop(SIGNATURES, None))
    body: dict[str, Json] = {**passed, **options}
    config = {
        **object_in(passed.get("generationConfig")),
        **object_in(options.get("generationConfig")),
        **_sampling(call.sampling),
        **_form(request.response_format, model),
    }
    if config:
        body["generationConfig"] = config
    body |= _tools(request, body)
    if system := _system(call.messages, model):
        body["systemInstruction"] = {"parts": system}
    body["contents"] = _contents(call, model, signatures)
    if call.resume is not None:
        body["continuationToken"] = call.resume.token
    verb = "streamGenerateContent?alt=sse" if call.stream else "generateContent"
    accept = "text/event-stream" if call.stream else "application/json"
    return HttpCall(f"/models/{quote(model.id, safe='')}:{verb}", body, headers={"accept": accept})


# -- what it lacks -----------------------------------------------------------


def _refuse_what_it_lacks(call: Call, model: HostedModel) -> None:
    """Log-probabilities exist, but for few models, and the others answer 400 as if the caller were
    at fault; who knows theirs can asks by `provider_options` (`responseLogprobs`)."""
    if call.choices:
        raise cannot(model, "cannot be held to forms")
    sampling, request = call.sampling, call.request
    given = {
        "seed": sampling.seed is not None and not -_SEEDS <= sampling.seed < _SEEDS,
        "logit_bias": bool(sampling.logit_bias),
        "logprobs": sampling.logprobs,
        "top_logprobs": bool(sampling.top_logprobs),
        "parallel_tool_calls": request.parallel_tool_calls is False and bool(request.tools),
    }
    for param, is_given in given.items():
        if is_given:
            raise cannot(model, f"takes no {param} such as was given", param)
    if len(sampling.stop) > MOST_STOPS:
        raise cannot(model, f"takes {MOST_STOPS} stop sequences at most", "stop")
    if any(message.name is not None and message.role != "tool" for message in call.messages):
        raise cannot(model, "takes no names of speakers", "messages")


# -- members -----------------------------------------------------------------


def _passed_through(given: Mapping[str, Json], model: HostedModel) -> dict[str, Json]:
    """What a door did not read, in OpenAI's names."""
    body: dict[str, Json] = {}
    for member, value in given.items():
        match member, value:
            case "reasoning_effort", str() if value in _EFFORTS and model.thinking_level:
                body["generationConfig"] = {"thinkingConfig": {"thinkingLevel": value.upper()}}
            case "service_tier", "auto":
                pass  # the platform's choice: as if nothing had been said
            case "service_tier", str() if value in _SERVICE_TIERS:
                body["serviceTier"] = _SERVICE_TIERS[value]
            case "store", False:
                pass
            case _ if member not in _NOTES:
                raise cannot(model, f"takes no {member} such as was given", member)
    return body


def _sampling(sampling: Sampling) -> dict[str, Json]:
    optional: dict[str, Json] = {
        "maxOutputTokens": sampling.max_tokens,
        "temperature": sampling.temperature,
        "topP": sampling.top_p,
        "stopSequences": list(sampling.stop) or None,
        "seed": sampling.seed,
        "presencePenalty": sampling.presence_penalty,
        "frequencyPenalty": sampling.frequency_penalty,
    }
    return {key: value for key, value in optional.items() if value is not None}


def _form(response_format: Json, model: HostedModel) -> dict[str, Json]:
    match response_format:
        case None | {"type": "text"}:
            return {}
        case {"type": "json_object"}:
            return {"responseMimeType": "application/json"}
        case {"type": "json_schema", "json_schema": {"schema": dict(schema)}}:
            return {"responseMimeType": "application/json", "responseJsonSchema": schema}
    raise cannot(model, "takes no response_format such as was given", "response_format")


def _tools(request: Request, given: Mapping[str, Json]) -> dict[str, Json]:
    """The call's functions, beside the tools of the platform's own that options may name."""
    if not request.tools:
        return {}
    own = given.get("tools")
    functions = [_function(tool) for tool in request.tools]
    members: dict[str, Json] = {
        "tools": [*(own if isinstance(own, list) else ()), {"functionDeclarations": functions}]
    }
    if choice := _tool_choice(request):
        members["toolConfig"] = {
            **object_in(given.get("toolConfig")),
            "functionCallingConfig": choice,
        }
    return members


def _function(tool: Tool) -> dict[str, Json]:
    optional = {"description": tool.description, "parametersJsonSchema": tool.parameters}
    given = {key: value for key, value in optional.items() if value is not None}
    return {"name": tool.name, **given}


def _tool_choice(request: Request) -> dict[str, Json] | None:
    match request.tool_choice:
        case "none":
            return {"mode": "NONE"}
        case "required":
            return {"mode": "ANY"}  # it keeps to the schema, strict or not
        case {"function": {"name": str(name)}}:
            return {"mode": "ANY", "allowedFunctionNames": [name]}
    if any(tool.strict for tool in request.tools):
        return {"mode": "VALIDATED"}  # free to call or not, and a call keeps to its schema
    return None if request.tool_choice is None else {"mode": "AUTO"}


# -- turns -------------------------------------------------------------------


def _system(messages: tuple[Message, ...], model: HostedModel) -> list[dict[str, Json]]:
    parts = [
        part
        for message in messages
        if message.role in ("system", "developer")
        for part in _parts(message.parts, model)
    ]
    if any("text" not in part for part in parts):
        raise cannot(model, "takes no image in a system message", "messages")
    return parts


def _contents(call: Call, model: HostedModel, signatures: Mapping[str, Json]) -> list[_Turn]:
    turns: list[_Turn] = []
    names: dict[str, str] = {}  # of functions, by the id of their call
    for message in call.messages:
        match message.role:
            case "user":
                _add(turns, "user", _parts(message.parts, model))
            case "assistant":
                calls = _function_calls(message.tool_calls, model, signatures)
                _add(turns, "model", [*_parts(message.parts, model), *calls])
                names |= {tool_call.id: tool_call.name for tool_call in message.tool_calls}
            case "tool":
                _add(turns, "user", [_function_response(message, names, model)])
    if call.prefix:
        _add(turns, "model", [{"text": call.prefix}])
    if not turns:
        raise cannot(model, "needs a message that is not the system's", "messages")
    if turns[-1]["role"] == "model" and not model.prefill:
        raise cannot(model, "cannot continue a text", "messages")
    return turns


def _add(turns: list[_Turn], role: str, parts: list[dict[str, Json]]) -> None:
    if not parts:
        return
    if turns and turns[-1]["role"] == role:
        turns[-1]["parts"] += parts
    else:
        turns.append({"role": role, "parts": parts})


def _parts(parts: tuple[Part, ...], model: HostedModel) -> list[dict[str, Json]]:
    return list(_each_part(parts, model))


def _each_part(parts: tuple[Part, ...], model: HostedModel) -> Iterator[dict[str, Json]]:
    for part in parts:
        match part:
            case TextPart(text) if text:  # an empty one is refused
                yield {"text": text}
            case ImagePart(url, detail):
                resolution = _DETAILS.get(detail or "")
                level = {"mediaResolution": {"level": resolution}} if resolution else {}
                yield {**_image(url, model), **level}


def _image(url: str, model: HostedModel) -> dict[str, Json]:
    if inline := _DATA_URL.match(url):
        return {"inlineData": {"mimeType": inline[1].lower(), "data": url[inline.end() :]}}
    if not url.startswith("https://"):
        raise cannot(model, "takes images from https and base64 data URLs only", "messages")
    kind = _KINDS.get(PurePosixPath(urlsplit(url).path).suffix.lower())
    return {"fileData": {"fileUri": url, **({"mimeType": kind} if kind else {})}}


def _function_calls(
    calls: tuple[ToolCall, ...], model: HostedModel, signatures: Mapping[str, Json]
) -> list[dict[str, Json]]:
    """Of calls side by side the platform signs the first alone."""
    parts: list[dict[str, Json]] = []
    for call in calls:
        part = {
            "functionCall": {"id": call.id, "name": call.name, "args": arguments_of(call, model)}
        }
        if signature := signatures.get(call.id):
            part["thoughtSignature"] = signature
        parts.append(part)
    if parts and not any("thoughtSignature" in part for part in parts):
        parts[0]["thoughtSignature"] = UNSIGNED
    return parts


def _function_response(
    message: Message, names: Mapping[str, str], model: HostedModel
) -> dict[str, Json]:
    """The result must be an object: one that is text gets the name that Google gives to such."""
    id_ = message.tool_call_id or ""
    if id_ not in names:
        raise cannot(model, "takes no tool's result without its call", "messages")
    if not all(isinstance(part, TextPart) for part in message.parts):
        raise cannot(model, "takes no image in a tool's result", "messages")
    try:
        result = loads(message.text.encode())
    except ValueError:
        result = None
    response = result if isinstance(result, dict) else {"output": message.text}
    return {"functionResponse": {"id": id_, "name": names[id_], "response": response}}
