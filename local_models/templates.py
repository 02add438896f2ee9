"""From messages to the text a chat model was trained on, by the template in its own file.

The template is a program written by whoever made the file, so it runs in Jinja2's
sandbox. What a user typed must stay text: `<|im_end|>` in a message would otherwise end
the user's turn and let him speak as the system. So every control token's text inside a
message is broken in two by a mark before rendering, and the rendered prompt is cut at
the marks: the parts are tokenised one by one and no part holds a whole control token that
a user wrote. Prompts without such text (nearly all) are one part, tokenised as trained.

Templates disagree about roles. One that reads `tools` is given them, and past calls and their
results, as its author meant. All others are given `system`, `user` and `assistant` only:
`developer` becomes `system`, a tool's result is told as a user's words, a tool call as
the assistant's. Where a template refuses even that (no system role, or strict
alternation), the instructions move into the user's turn and neighbours are joined.

Thinking is off unless asked for: the template is told so, and a `<think>` that it opens all the
same is closed again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, NoReturn

import jinja2
from jinja2 import meta
from jinja2.sandbox import ImmutableSandboxedEnvironment

from edge.core.errors import EdgeError
from edge.core.types import Message, Tool, ToolCall
from local_models.reply_reader import THINK, THOUGHT
from local_models.tool_formats import format_of

_MARK = "\ufdd0"  # a Unicode noncharacter: no text has a use for it, and may well lose it

# What a template can raise: its own refusals, and whatever its expressions make of the turns.
_FAULTS = (
    jinja2.TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)

Turn = dict[str, Any]  # what templates read: role, content, and what belongs to tools


@dataclass(frozen=True, slots=True)
class Prompt:
    """Several parts only where a message holds a control token's text: tokenise each alone.

    `has_tools`: the model knows of the tools. `is_thinking`: the reply begins with thoughts.
    """

    parts: tuple[str, ...]
    has_tools: bool = False
    is_thinking: bool = False


class ChatTemplateError(EdgeError):
    """The chat template is no program, or refuses these messages."""


class ChatTemplate:
    def __init__(
        self, source: str, *, bos: str = "", eos: str = "", controls: Iterable[str] = ()
    ) -> None:
        """`controls`: the texts of all tokens that mean something beside themselves."""
        environment = ImmutableSandboxedEnvironment(
            trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.loopcontrols"]
        )  # as the templates' authors run them (transformers)
        environment.globals["raise_exception"] = _refuse
        environment.filters["tojson"] = _to_json  # Jinja's own writes for HTML
        try:
            self._template = environment.from_string(source)
            names = meta.find_undeclared_variables(environment.parse(source))
        except jinja2.TemplateError as error:
            raise ChatTemplateError(f"the chat template cannot be read: {error}") from error
        self._bos, self._eos = bos, eos
        self.tools = format_of(source) if "tools" in names else None
        self.can_think = THINK in source or "enable_thinking" in names
        texts = sorted({text for text in controls if len(text) > 1})
        # A look-ahead finds overlapping ones as well: each is broken after its first character.
        pattern = f"(?=(?:{'|'.join(map(re.escape, texts))}))." if texts else "(?!)"
        self._controls = re.compile(pattern, re.DOTALL)

    def render(
        self,
        messages: Sequence[Message],
        prefix: str = "",
        *,
        tools: Sequence[Tool] = (),
        thinking: bool = False,
    ) -> Prompt:
        """The prompt up to and with `prefix`, the words the reply has already begun with."""
        thinking = thinking and not prefix
        prompt, has_tools = self._render(messages, tools, thinking)
        is_thinking = prompt.rstrip().endswith(THINK)
        if is_thinking and not thinking:
            prompt, is_thinking = f"{prompt.rstrip()}\n\n{THOUGHT}\n\n", False
        parts = (prompt + self._plain(prefix)).split(_MARK)
        return Prompt(tuple(filter(None, parts)), has_tools, is_thinking)

    def _render(
        self, messages: Sequence[Message], tools: Sequence[Tool], thinking: bool
    ) -> tuple[str, bool]:
        """As the author meant, if it can be; and whether the tools are in it."""
        if self.tools is not None and (tools or any(map(_speaks_of_tools, messages))):
            names = {call.id: call.name for message in messages for call in message.tool_calls}
            turns = [self._turn_with_tools(message, names) for message in messages]
            offered = [self._offer(tool) for tool in tools]
            with suppress(*_FAULTS):
                return self._run(turns, thinking, offered or None), bool(tools)
        turns = [self._turn(message) for message in messages]
        with suppress(*_FAULTS):
            return self._run(turns, thinking), False
        return self._run_or_refuse(_fold(turns), thinking), False

    def _run_or_refuse(self, turns: list[Turn], thinking: bool) -> str:
        try:
            return self._run(turns, thinking)
        except _FAULTS as error:
            raise ChatTemplateError(f"the chat template refuses these messages: {error}") from error

    def _run(self, turns: list[Turn], thinking: bool, tools: list[Turn] | None = None) -> str:
        return self._template.render(
            messages=turns,
            add_generation_prompt=True,
            bos_token=self._bos,
            eos_token=self._eos,
            tools=tools,
            enable_thinking=thinking,  # what most templates of thinking models listen to
        )

    def _offer(self, tool: Tool) -> Turn:
        function = {
            "name": tool.name,
            "description": tool.description or "",
            "parameters": tool.parameters or {"type": "object", "properties": {}},
        }
        return {"type": "function", "function": self._plain_json(function)}

    def _turn_with_tools(self, message: Message, names: Mapping[str, str]) -> Turn:
        content = self._plain(message.text)
        match message.role:
            case "tool":
                answers = message.tool_call_id or ""
                name = self._plain(message.name or names.get(answers, ""))
                return {"role": "tool", "content": content, "name": name, "tool_call_id": answers}
            case "assistant" if message.tool_calls:
                calls = [self._call(call) for call in message.tool_calls]
                return {"role": "assistant", "content": content, "tool_calls": calls}
            case _:
                return self._turn(message)

    def _call(self, call: ToolCall) -> Turn:
        try:
            arguments = self._plain_json(json.loads(call.arguments or "{}"))
        except ValueError:
            arguments = self._plain(call.arguments)
        function = {"name": self._plain(call.name), "arguments": arguments}
        return {"id": self._plain(call.id), "type": "function", "function": function}

    def _turn(self, message: Message) -> Turn:
        match message.role:
            case "system" | "developer":
                return {"role": "system", "content": self._plain(message.text)}
            case "tool":
                result = f"Result of {message.name or 'the tool'}:\n{message.text}"
                return {"role": "user", "content": self._plain(result)}
            case "user" | "assistant":
                calls = [f"{call.name}({call.arguments})" for call in message.tool_calls]
                said = [message.text] if message.text or not calls else []
                return {"role": message.role, "content": self._plain("\n".join(said + calls))}

    def _plain(self, text: str) -> str:
        """Text that no tokeniser can take for a control token."""
        return self._controls.sub(lambda found: found.group() + _MARK, text)

    def _plain_json(self, value: Any) -> Any:
        match value:
            case str():
                return self._plain(value)
            case list():
                return [self._plain_json(item) for item in value]
            case dict():
                return {self._plain(key): self._plain_json(item) for key, item in value.items()}
            case _:
                return value


def _speaks_of_tools(message: Message) -> bool:
    return message.role == "tool" or bool(message.tool_calls)


def _to_json(value: Any, **options: Any) -> str:
    return json.dumps(value, **{"ensure_ascii": False, **options})


def _fold(turns: list[Turn]) -> list[Turn]:
    """The same conversation without a system role, user and assistant taking turns."""
    folded: list[Turn] = []
    for turn in turns:
        role = "assistant" if turn["role"] == "assistant" else "user"
        if folded and folded[-1]["role"] == role:
            folded[-1]["content"] += "\n\n" + turn["content"]
        else:
            folded.append({"role": role, "content": turn["content"]})
    return folded


def _refuse(message: str) -> NoReturn:
    """`raise_exception` in a template: how its author says no."""
    raise jinja2.TemplateError(message)
