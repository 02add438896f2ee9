"""How models write tool calls, each family in a way of its own, and a grammar that makes them.

- Hermes, Qwen and many more: `<tool_call>` JSON `</tool_call>`, as often as needed;
- Mistral: `[TOOL_CALLS]` and one JSON list;
- Llama 3: the reply is the JSON object and nothing else, perhaps after `<|python_tag|>`.

Which one a model was trained on is read from its chat template, which writes past calls so.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from edge.core.types import Json, Tool
from local_models.json_grammar import GrammarWriter, SchemaError, literal


@dataclass(frozen=True, slots=True)
class ToolFormat:
    """A call is between `opens` and `closes`; without the latter it goes on to the reply's end.
    `is_bare`: JSON at the very beginning of a reply is a call without further ado."""

    opens: str
    closes: str
    arguments: str  # the member that holds them
    is_list: bool = False
    is_bare: bool = False


HERMES = ToolFormat("<tool_call>", "</tool_call>", "arguments")
MISTRAL = ToolFormat("[TOOL_CALLS]", "", "arguments", is_list=True)
LLAMA = ToolFormat("<|python_tag|>", "", "parameters", is_bare=True)


@dataclass(frozen=True, slots=True)
class Called:
    """One call, as the model wrote it."""

    id: str
    name: str
    arguments: str


def format_of(template: str) -> ToolFormat:
    """The one that a chat template with tools speaks of."""
    return next((form for form in (HERMES, MISTRAL) if form.opens in template), LLAMA)


def read_calls(text: str) -> tuple[Called, ...]:
    """None of them where the text is not what it should be."""
    decoder, calls, rest = json.JSONDecoder(), [], text.strip()
    try:
        while rest:
            found, end = decoder.raw_decode(rest)
            calls += [_read_call(call) for call in (found if isinstance(found, list) else [found])]
            rest = rest[end:].lstrip("; \n")  # Llama writes several so
    except (ValueError, RecursionError):
        return ()
    return tuple(calls)


def call_grammar(form: ToolFormat, tools: Sequence[Tool], choice: Json, *, one_call: bool) -> str:
    """A reply that calls a tool and says nothing else. Raises `SchemaError`."""
    name = chosen_name(choice)
    writer = GrammarWriter(strict=False)
    allowed = [tool for tool in tools if name in (None, tool.name)]
    if not allowed:
        raise SchemaError(f"tool_choice: there is no tool {str(name)[:64]!r}")
    calls = [_call(writer, form, tool) for tool in allowed]
    call = writer.add(" | ".join(calls))
    if form.is_list:
        more = "" if one_call else f' (", " {call})*'
        return writer.finish(f'{literal(form.opens + "[")} {call}{more} "]"')
    if form.is_bare:
        return writer.finish(call)
    block = writer.add(f"{literal(form.opens + chr(10))} {call} {literal(chr(10) + form.closes)}")
    return writer.finish(block if one_call else rf'{block} ("\n" {block})*')


def chosen_name(choice: Json) -> str | None:
    """The one tool that a `tool_choice` names, if it names one."""
    match choice:
        case {"function": {"name": str(name)}} | {"name": str(name)}:
            return name
        case _:
            return None


def _call(writer: GrammarWriter, form: ToolFormat, tool: Tool) -> str:
    start = f'{{"name": {json.dumps(tool.name, ensure_ascii=False)}, "{form.arguments}": '
    arguments = "object" if tool.parameters is None else writer.write(tool.parameters).text
    return writer.add(f'{literal(start)} {arguments} "}}"')


def _read_call(call: Any) -> Called:
    """Raises `ValueError` for what is none."""
    match call:
        case {"name": str(name), "arguments": arguments} | {
            "name": str(name),
            "parameters": arguments,
        }:
            pass
        case _:
            raise ValueError("no call")
    if not isinstance(arguments, str):
        arguments = json.dumps(arguments, ensure_ascii=False)
    return Called(secrets.token_hex(5)[:9], name, arguments)  # Mistral's templates want nine
