"""From messages to the text a chat model was trained on, by the template in its own file.

The template is a program written by whoever made the file, so it runs in Jinja2's
sandbox. What a user typed must stay text: `<|im_end|>` in a message would otherwise end
the user's turn and let him speak as the system. So every control token's text inside a
message is broken in two by a mark before rendering, and the rendered prompt is cut at
the marks: the parts are tokenised one by one and no part holds a whole control token that
a user wrote. Prompts without such text (nearly all) are one part, tokenised as trained.

Templates disagree about roles. All are given `system`, `user` and `assistant` only:
`developer` becomes `system`, a tool's result is told as a user's words, a tool call as
the assistant's. Where a template refuses even that (no system role, or strict
alternation), the instructions move into the user's turn and neighbours are joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NoReturn

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from edge.core.errors import EdgeError
from edge.core.types import Message

_MARK = "\ufdd0"  # a Unicode noncharacter: no text has a use for it, and may well lose it

# What a template can raise: its own refusals, and whatever its expressions make of the turns.
_FAULTS = (jinja2.TemplateError, ArithmeticError, AttributeError, LookupError, TypeError)

Turn = dict[str, str]  # what templates read: role and content


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
        try:
            self._template = environment.from_string(source)
        except jinja2.TemplateError as error:
            raise ChatTemplateError(f"the chat template cannot be read: {error}") from error
        self._bos, self._eos = bos, eos
        texts = sorted({text for text in controls if len(text) > 1})
        # A look-ahead finds overlapping ones as well: each is broken after its first character.
        pattern = f"(?=(?:{'|'.join(map(re.escape, texts))}))." if texts else "(?!)"
        self._controls = re.compile(pattern, re.DOTALL)

    def render(self, messages: Sequence[Message], prefix: str = "") -> list[str]:
        """The prompt up to and with `prefix`, the words the reply has already begun with.

        Several parts only where a message holds a control token's text: tokenise each alone.
        """
        turns = [self._turn(message) for message in messages]
        try:
            prompt = self._run(turns)
        except _FAULTS:
            prompt = self._run_or_refuse(_fold(turns))
        return [part for part in (prompt + self._plain(prefix)).split(_MARK) if part]

    def _run_or_refuse(self, turns: list[Turn]) -> str:
        try:
            return self._run(turns)
        except _FAULTS as error:
            raise ChatTemplateError(f"the chat template refuses these messages: {error}") from error

    def _run(self, turns: list[Turn]) -> str:
        return self._template.render(
            messages=turns,
            add_generation_prompt=True,
            bos_token=self._bos,
            eos_token=self._eos,
            tools=None,
            enable_thinking=False,  # what most templates of thinking models listen to
        )

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
