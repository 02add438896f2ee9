"""From an ask to what the model reads and who speaks: templates, tools, grammars, tokens.

Nothing here needs the context, so it may be done in any thread, beside the batcher's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from edge.core.types import Message, TextPart
from local_models.asks import Generate, Infill, Reading, Score, Warm
from local_models.json_grammar import any_object_grammar, schema_grammar
from local_models.llama import Model
from local_models.llama_sampler import GrammarError
from local_models.replies import ChoiceReply, Frame, FreeReply, ReadReply, Reply
from local_models.reply_reader import ReplyReader
from local_models.sampling import UnfitOptionsError
from local_models.schemas import SchemaError
from local_models.scores import ScoreReply
from local_models.templates import ChatTemplate, ChatTemplateError, Prompt
from local_models.tool_formats import call_grammar
from local_models.wishes import Wishes


class PromptTooLongError(ValueError):
    """The context cannot hold the prompt and a reply; the message has both numbers."""


# What this model cannot do, and another one might.
UNFIT = (ChatTemplateError, GrammarError, PromptTooLongError, UnfitOptionsError)


@dataclass(frozen=True, slots=True)
class Prepared:
    tokens: Sequence[int]
    reply: Reply


class Preparer:
    def __init__(self, model: Model, template: ChatTemplate | None, size: int) -> None:
        """`template` None: it is not talked to. `size`: tokens of prompt and reply together."""
        self._model = model
        self._own_template = template
        self._size = size

    @property
    def abilities(self) -> tuple[str, ...]:
        template = self._own_template
        has = {
            "tools": template is not None and template.tools is not None,
            "thinking": template is not None and template.can_think,
            "infill": self._model.fim is not None,
        }
        return tuple(name for name in has if has[name])

    def prepare(self, ask: Reading) -> Prepared:
        """Raises one of `UNFIT`."""
        match ask:
            case Warm():
                tokens = self.tokens(self._template.render(ask.messages))
                return Prepared(self._checked(tokens, 1), ReadReply())
            case Generate():
                return self._generate(ask)
            case Infill():
                return self._infill(ask)
            case Score():
                return self._score(ask)

    @property
    def _template(self) -> ChatTemplate:
        if self._own_template is None:
            raise UnfitOptionsError(f"{self._model.name} has no chat template: it only embeds")
        return self._own_template

    def head(self, text: str) -> list[int]:
        """What a plain question is to the model; nothing where it cannot be asked one."""
        if self._own_template is None:
            return []
        return self.tokens(self._template.render([Message("user", (TextPart(text),))]))

    def tokens(self, prompt: Prompt) -> list[int]:
        parts = prompt.parts
        return self._begun([t for p in parts for t in self._model.tokenize(p, parse_special=True)])

    def _generate(self, ask: Generate) -> Prepared:
        # A prefix's last spaces belong to the next token: " world" is one token, " " and
        # "world" are two that hardly any text has. So the model writes them again.
        prefix = ask.prefix.rstrip(" ")
        wishes = ask.wishes
        is_free = not _is_forced(wishes) and _format(wishes) == "text"
        prompt = self._template.render(
            ask.messages, prefix, tools=wishes.tools, thinking=wishes.thinking and is_free
        )
        tokens = self.tokens(prompt)
        if ask.choices:
            choice = ChoiceReply(self._model, ask.choices)
            return Prepared(self._checked(tokens, choice.longest), choice)
        try:
            grammar = "" if is_free else self._grammar(wishes, prompt)
        except SchemaError as error:
            raise UnfitOptionsError(f"the JSON schema: {error}") from error
        reader = None
        if prompt.has_tools or (self._template.can_think and not grammar):
            offered = self._template.tools if prompt.has_tools else None
            reader = ReplyReader(offered, thinking=prompt.is_thinking)
        known = ask.prefix[len(prefix) :]
        room = self._size - len(self._checked(tokens, 1))
        frame = Frame(room, known, grammar, reader)
        return Prepared(tokens, FreeReply(self._model, ask.sampling, frame, wishes))

    def _grammar(self, wishes: Wishes, prompt: Prompt) -> str:
        if _is_forced(wishes):
            form = self._template.tools
            if form is None or not prompt.has_tools:
                raise UnfitOptionsError(
                    f"the chat template of {self._model.name} has no tools, so it cannot be"
                    " made to call one"
                )
            return call_grammar(form, wishes.tools, wishes.tool_choice, one_call=wishes.one_call)
        match wishes.format:
            case {"type": "json_object"}:
                return any_object_grammar()
            case {"type": "json_schema", "json_schema": {"schema": schema, **more}}:
                return schema_grammar(schema, strict=more.get("strict") is True)
            case _:
                raise UnfitOptionsError("response_format: none of text, json_object, json_schema")

    def _infill(self, ask: Infill) -> Prepared:
        tokens = self._begun(self._around(ask.prefix, ask.suffix))
        if not tokens:
            raise UnfitOptionsError("there is no text to go on with")
        room = self._size - len(self._checked(tokens, 1))
        return Prepared(tokens, FreeReply(self._model, ask.sampling, Frame(room), ask.wishes))

    def _around(self, prefix: str, suffix: str | None) -> list[int]:
        """Up to where the model is to write."""
        before = self._model.tokenize(prefix, parse_special=False)
        if suffix is None:
            return before
        fim = self._model.fim
        if fim is None:
            raise UnfitOptionsError(f"{self._model.name} has no tokens for fill-in-the-middle")
        behind = self._model.tokenize(suffix, parse_special=False)
        return [fim.prefix, *before, fim.suffix, *behind, fim.middle]

    def _score(self, ask: Score) -> Prepared:
        if ask.messages:
            tokens = self.tokens(self._template.render(ask.messages, ask.prefix))
        else:
            tokens = self._begun(self._model.tokenize(ask.prefix, parse_special=False))
        reply = ScoreReply(self._model, ask.labels)
        return Prepared(self._checked(tokens, reply.longest), reply)

    def _begun(self, tokens: list[int]) -> list[int]:
        is_missing = self._model.adds_bos and tokens[:1] != [self._model.bos]
        return [self._model.bos, *tokens] if is_missing else tokens

    def _checked(self, tokens: list[int], needed: int) -> list[int]:
        if self._size - len(tokens) < needed:
            raise PromptTooLongError(
                f"the prompt has {len(tokens)} tokens, and the context"
                f" holds {self._size} with the reply"
            )
        return tokens


def _is_forced(wishes: Wishes) -> bool:
    return wishes.tool_choice not in (None, "auto", "none")


def _format(wishes: Wishes) -> Any:
    return wishes.format.get("type", "text") if isinstance(wishes.format, dict) else "text"
