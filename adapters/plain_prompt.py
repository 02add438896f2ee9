"""A conversation for models that take one prompt, and what those cannot be asked.

Platforms that run any model for anybody know no messages: their language models take a `prompt`
and mostly a `system_prompt`, and write on from the prompt's end. A question alone is its own
prompt; a longer conversation is written out with its speakers' names, and ends where the
assistant's next words belong. What has no place in that is refused by name, never left out.
"""

from __future__ import annotations

from collections.abc import Mapping

from adapters.dialect import HostedModel, cannot
from edge.core.types import Call, Json, Message, TextPart

_SYSTEM = ("system", "developer")
_NAMES = {"user": "User", "assistant": "Assistant"}


def plain_input(call: Call, model: HostedModel, takes: Mapping[str, str]) -> dict[str, Json]:
    """The members that the model is given. `takes` has the sampling that it knows: our names, and
    what they are called there.

    Who wins: the call itself, then the caller's `provider_options`, then what a door passed
    through. Raises `TierRejected` for what this model cannot be asked.
    """
    _refuse_what_has_no_place(call, model)
    request, endpoint = call.request, model.endpoint
    passed = {k: v for k, v in request.passthrough.items() if (k, v) != ("store", False)}
    return {
        **passed,  # where there is no such member, nothing is stored
        **request.provider_options.get(endpoint.row.name, {}),
        **request.provider_options.get(endpoint.name, {}),
        **_sampling(call, model, takes),
        **_conversation(call.messages),
    }


def _refuse_what_has_no_place(call: Call, model: HostedModel) -> None:
    request = call.request
    if call.choices:
        raise cannot(model, "cannot be held to forms")
    if call.prefix:
        raise cannot(model, "cannot continue a text")
    if request.tools:
        raise cannot(model, "takes no tools", "tools")
    if request.tool_choice not in (None, "auto", "none"):
        raise cannot(model, "takes no tools", "tool_choice")
    if (request.response_format or {}).get("type", "text") != "text":
        raise cannot(model, "takes no response_format", "response_format")
    for message in call.messages:
        if message.name is not None:
            raise cannot(model, "takes no names of speakers", "messages")
        if message.role == "tool" or message.tool_calls:
            raise cannot(model, "takes no tools", "messages")
        if not all(isinstance(part, TextPart) for part in message.parts):
            raise cannot(model, "takes no images", "messages")


def _sampling(call: Call, model: HostedModel, takes: Mapping[str, str]) -> dict[str, Json]:
    sampling = call.sampling
    given: dict[str, Json] = {
        "max_tokens": sampling.max_tokens,
        "temperature": sampling.temperature,
        "top_p": sampling.top_p,
        "stop": list(sampling.stop) or None,
        "seed": sampling.seed,
        "presence_penalty": sampling.presence_penalty or None,
        "frequency_penalty": sampling.frequency_penalty or None,
        "logit_bias": sampling.logit_bias or None,
        "logprobs": sampling.logprobs or None,
        "top_logprobs": sampling.top_logprobs,
    }
    members = {}
    for name, value in given.items():
        if value is None:
            continue
        if name not in takes:
            raise cannot(model, f"takes no {name}", name)
        members[takes[name]] = value
    return members


def _conversation(messages: tuple[Message, ...]) -> dict[str, Json]:
    system = "\n\n".join(message.text for message in messages if message.role in _SYSTEM)
    turns = [message for message in messages if message.role not in _SYSTEM]
    members: dict[str, Json] = {"prompt": _transcript(turns)}
    if system:
        members["system_prompt"] = system
    return members


def _transcript(turns: list[Message]) -> str:
    match turns:
        case [Message(role="user") as question]:
            return question.text
    spoken = [f"{_NAMES[turn.role]}: {turn.text}" for turn in turns]
    return "\n\n".join([*spoken, "Assistant:"])
