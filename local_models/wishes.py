"""What a caller may wish of the local model beyond the sampling options of every platform.

Read from a request in one place: its tools, its response format, and what the door passes on
untouched (`top_k`, `min_p`, `repetition_penalty`, named as other servers of open models do).
`provider_options.local` may say the same, and wins. It alone may ask for thinking, for which a
small model is otherwise given no time.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from edge.core.types import LOCAL, Json, Request, Tool
from local_models.checks import WireError, read_integer, read_list, read_number

_SAMPLING = ("top_k", "min_p", "repetition_penalty")
_OPTIONS = (*_SAMPLING, "thinking")


@dataclass(frozen=True, slots=True)
class Wishes:
    """`format` and `tool_choice` are as in OpenAI's chat dialect."""

    top_k: int | None = None
    min_p: float | None = None
    repetition_penalty: float | None = None
    thinking: bool = False
    format: Json = None
    tools: tuple[Tool, ...] = ()
    tool_choice: Json = None
    one_call: bool = False  # at most one tool call


NO_WISHES = Wishes()


def read_wishes(request: Request) -> Wishes:
    """Raises `WireError` naming the member at fault."""
    options = request.provider_options.get(LOCAL, {})
    for key in options:
        if key not in _OPTIONS:
            known = ", ".join(_OPTIONS)
            raise WireError(f"provider_options.local: {key[:40]!r} is none of {known}")
    passed = {key: request.passthrough.get(key) for key in _SAMPLING}
    has_tools = bool(request.tools) and request.tool_choice != "none"
    return decode_wishes(
        {
            **passed,
            **options,
            "format": request.response_format,
            "tools": [_encode_tool(tool) for tool in request.tools] if has_tools else [],
            "tool_choice": request.tool_choice if has_tools else None,
            "one_call": request.parallel_tool_calls is False,
        }
    )


def encode_wishes(wishes: Wishes) -> dict[str, Any]:
    """Only what was wished: most callers wish nothing."""
    said = {field.name: getattr(wishes, field.name) for field in fields(Wishes)}
    said["tools"] = [_encode_tool(tool) for tool in wishes.tools]
    return {name: value for name, value in said.items() if value}


def decode_wishes(data: dict[str, Any]) -> Wishes:
    top_k = data.get("top_k")
    return Wishes(
        top_k=None if top_k is None else max(0, read_integer(top_k, "top_k")),  # -1 is often "all"
        min_p=_between(data, "min_p", 0.0, 1.0),
        repetition_penalty=_between(data, "repetition_penalty", 0.01, 100.0),
        thinking=data.get("thinking") is True,
        format=data.get("format"),
        tools=tuple(_decode_tool(tool) for tool in read_list(data.get("tools", []), "tools")),
        tool_choice=data.get("tool_choice"),
        one_call=data.get("one_call") is True,
    )


def _encode_tool(tool: Tool) -> list[Any]:
    return [tool.name, tool.description, tool.parameters]


def _decode_tool(data: object) -> Tool:
    match data:
        case [str(name), str() | None as description, parameters]:
            return Tool(name, description, parameters)
        case _:
            raise WireError("tools: each has a name, a description and parameters")


def _between(data: dict[str, Any], name: str, low: float, high: float) -> float | None:
    value = data.get(name)
    if value is not None and not low <= read_number(value, name) <= high:
        raise WireError(f"{name}: not between {low:g} and {high:g}")
    return value
