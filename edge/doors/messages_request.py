"""An Anthropic Messages body into a `Request`. Pure.

What becomes of a member depends on what it would mean to leave it out. What every platform has is
read into our words. What a reply cannot do without (`mcp_servers`, say) goes to whichever target
answers: one that does not know it refuses it by name. What is advice to Claude (how much to think,
what to keep of a prompt) goes to Claude alone, so that a client that always gives it is served by
any model. A member that nobody knows is refused here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from edge.core.errors import BadRequest
from edge.core.types import Json, Native, Request, Sampling, Tool
from edge.doors.fields import Fields
from edge.doors.messages_parts import DIALECT, read_conversation
from edge.doors.options import read_options, read_provider_options

_READ = frozenset(
    "model messages system max_tokens stop_sequences stream temperature top_p top_k tools "
    "tool_choice thinking metadata service_tier output_config prelude provider_options".split()
)
_PASSED_ON = frozenset("container inference_geo mcp_servers user_profile_id workspace_id".split())
_ADVICE = frozenset("cache_control context_management diagnostics speed".split())
_CLAUDES = ("anthropic", "vertex_anthropic")  # rows of the provider table that take this body
_BETAS = "anthropic_beta"  # what the header `anthropic-beta` is called in a body

_SERVICE_TIERS = {"auto": "auto", "standard_only": "default"}  # in the words of passthrough
_EFFORTS = ("low", "medium", "high", "xhigh", "max")
_THINKING = ("enabled", "adaptive", "disabled")
_TOOL_MEMBERS = frozenset({"type", "name", "description", "input_schema", "strict"})
_LONGEST_USER = 64  # that OpenAI takes; what agents send is longer, and then for Claude alone
_MOST_TOKENS = 10_000_000
_MOST_TOOLS = 512
_MOST_STOPS = 64
_LEAST_BUDGET = 1024


@dataclass(frozen=True, slots=True)
class MessagesRequest:
    request: Request
    stream: bool


def read_messages_request(
    body: Fields, request_id: str, client_retries: int = 0, betas: tuple[str, ...] = ()
) -> MessagesRequest:
    """Raises `BadRequest` naming the member at fault."""
    limit = body.integer("max_tokens", 1, _MOST_TOKENS)
    if limit is None:
        raise body.wrong("max_tokens", f"an integer from 1 to {_MOST_TOKENS}")
    stream = body.flag("stream") or False
    return MessagesRequest(_read(body, request_id, client_retries, betas, limit, stream), stream)


def read_count_request(body: Fields, request_id: str) -> Request:
    """What `count_tokens` is to count: the same, without what only a reply needs."""
    return _read(body, request_id, 0, (), None, stream=False)


def _read(
    body: Fields,
    request_id: str,
    client_retries: int,
    betas: tuple[str, ...],
    limit: int | None,
    stream: bool,
) -> Request:
    model = body.text("model")
    if not model:
        raise body.wrong("model", "the name of a model, such as auto")
    if body.data.get("thread") is not None:
        # The SDK's runner of tools reads this code, and sends the whole conversation from then on.
        message = "`thread` is not supported: no conversation is kept here; send all of it."
        raise BadRequest(message, param="thread", code="thread_unsupported_request")
    for member, value in body.data.items():
        if member not in _READ | _PASSED_ON | _ADVICE and value is not None:
            message = f"`{member[:100]}` is not supported."
            raise BadRequest(message, param=member, code="unsupported_parameter")
    conversation = read_conversation(body)
    tools = _read_tools(body)
    choice, parallel = _read_tool_choice(body, tools)
    output = body.object("output_config")
    request = Request(
        id=request_id,
        model=model,
        messages=conversation.messages,
        prefix=conversation.prefix,
        sampling=Sampling(
            max_tokens=limit,
            temperature=body.number("temperature", 0, 1),
            top_p=body.number("top_p", 0, 1),
            stop=_read_stops(body),
        ),
        tools=tools,
        tool_choice=choice,
        parallel_tool_calls=parallel,
        response_format=_read_format(output),
        stream=stream,
        options=read_options(body),
        provider_options=_read_provider_options(body, limit, betas),
        passthrough=_read_passthrough(body, output),
        client_retries=client_retries,
    )
    if request.prefix:
        _check_that_it_can_begin_so(request, body)
    return request


def _check_that_it_can_begin_so(request: Request, body: Fields) -> None:
    """What a reply may not have whose beginning is given: Claude's own platform refuses it, too."""
    thinking = body.object("thinking")
    hindrances = {
        "output_config.format": request.response_format is not None,
        "tool_choice": request.is_structured and request.response_format is None,
        "thinking": thinking is not None and thinking.text("type") != "disabled",
    }
    for member, is_given in hindrances.items():
        if is_given:
            message = f"`{member}` cannot go with a last message of the assistant."
            raise BadRequest(message, param=member)


# -- members -----------------------------------------------------------------


def _read_stops(body: Fields) -> tuple[str, ...]:
    stops = body.texts("stop_sequences", most=_MOST_STOPS)
    if isinstance(body.data.get("stop_sequences"), str):
        raise body.wrong("stop_sequences", "an array of strings")
    return tuple(filter(None, stops or ()))


def _read_format(output: Fields | None) -> Json:
    if output is None:
        return None
    for member, value in output.data.items():
        if member not in ("effort", "format") and value is not None:
            path = output.at(member)
            raise BadRequest(f"`{path}` is not supported.", param=path)
    given = output.object("format")
    if given is None:
        return None
    schema = given.object("schema")
    if given.text("type") != "json_schema":
        raise given.wrong("type", "json_schema")
    if schema is None:
        raise given.wrong("schema", "a JSON schema")
    return {
        "type": "json_schema",
        "json_schema": {"name": "output", "schema": schema.data, "strict": True},
    }


def _read_passthrough(body: Fields, output: Fields | None) -> dict[str, Json]:
    passed = {key: body.data[key] for key in _PASSED_ON if body.data.get(key) is not None}
    if (most := body.integer("top_k", 0, _MOST_TOKENS)) is not None:
        passed["top_k"] = most
    if metadata := body.object("metadata"):
        for member, value in metadata.data.items():
            if member != "user_id" and value is not None:
                path = metadata.at(member)
                raise BadRequest(f"`{path}` is not supported.", param=path)
        if (user := metadata.text("user_id")) and len(user) <= _LONGEST_USER:
            passed["user"] = user
    if (tier := body.text("service_tier")) is not None:
        if tier not in _SERVICE_TIERS:
            raise body.wrong("service_tier", "one of " + ", ".join(_SERVICE_TIERS))
        passed["service_tier"] = _SERVICE_TIERS[tier]
    if output is not None and (effort := output.text("effort")) is not None:
        if effort not in _EFFORTS:
            raise output.wrong("effort", "one of " + ", ".join(_EFFORTS))
        passed["reasoning_effort"] = effort
    return passed


def _read_provider_options(
    body: Fields, limit: int | None, betas: tuple[str, ...]
) -> Mapping[str, Mapping[str, Json]]:
    """The caller's own, and the advice to Claude below them."""
    given = read_provider_options(body)
    advice = {key: body.data[key] for key in _ADVICE if key in body.data}
    if (thinking := body.object("thinking")) is not None:
        advice["thinking"] = _checked_thinking(thinking, limit)
    if (metadata := body.object("metadata")) is not None:
        advice["metadata"] = metadata.data
    if betas:
        advice[_BETAS] = list(betas)
    if not advice:
        return given
    return {**given, **{row: {**advice, **given.get(row, {})} for row in _CLAUDES}}


def _checked_thinking(thinking: Fields, limit: int | None) -> Json:
    kind = thinking.text("type")
    if kind not in _THINKING:
        raise thinking.wrong("type", "one of " + ", ".join(_THINKING))
    budget = thinking.integer("budget_tokens", _LEAST_BUDGET, _MOST_TOKENS)
    if kind == "enabled":
        if budget is None:
            raise thinking.wrong("budget_tokens", f"an integer of at least {_LEAST_BUDGET}")
        if limit is not None and budget >= limit:
            path = thinking.at("budget_tokens")
            message = f"`{path}` must be less than max_tokens, {limit}; got {budget}."
            raise BadRequest(message, param=path)
    return thinking.data


# -- tools -------------------------------------------------------------------


def _read_tools(body: Fields) -> tuple[Tool, ...]:
    given = body.objects("tools") or []
    if len(given) > _MOST_TOOLS:
        message = f"`tools` may hold {_MOST_TOOLS} tools; got {len(given)}."
        raise BadRequest(message, param="tools")
    return tuple(map(_read_tool, given))


def _read_tool(tool: Fields) -> Tool:
    kind = tool.text("type")
    if kind not in (None, "custom"):
        wanted = f"custom: `{kind[:100]}` and other tools of a platform's own are not supported"
        raise tool.wrong("type", wanted)
    name, schema = tool.text("name"), tool.object("input_schema")
    if not name:
        raise tool.wrong("name", "a string")
    if schema is None:
        raise tool.wrong("input_schema", "a JSON schema")
    native = None if _TOOL_MEMBERS.issuperset(tool.data) else Native(DIALECT, tool.data)
    return Tool(name, tool.text("description"), schema.data, tool.flag("strict"), native)


def _read_tool_choice(body: Fields, tools: tuple[Tool, ...]) -> tuple[Json, bool | None]:
    """The choice in our words, and whether calls may come side by side."""
    choice = body.object("tool_choice")
    if choice is None:
        return None, None
    parallel = False if choice.flag("disable_parallel_tool_use") else None
    match choice.text("type"):
        case "auto" | "none" as kind:
            return kind, parallel
        case "any" if tools:
            return "required", parallel
        case "any":
            raise BadRequest("`tool_choice` is any but there are no tools.", param="tools")
        case "tool":
            name = choice.text("name")
            if name is None or name not in {tool.name for tool in tools}:
                raise choice.wrong("name", "the name of one of the tools")
            return {"type": "function", "function": {"name": name}}, parallel
        case _:
            raise choice.wrong("type", "one of auto, any, tool, none")
