"""A model that is ready to speak: weights, chat template, context, batcher.

Everything about one model file meets here; `prepare` turns an ask into a job.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from statistics import median

from edge.core.types import Message, Piece, TextPart
from local_models.batch import Batcher
from local_models.info import EngineInfo
from local_models.job import Job
from local_models.llama import Context, Feed, Model
from local_models.machine import physical_cores
from local_models.model_files import ModelFileError, resolve_model
from local_models.prefix_cache import PrefixCache
from local_models.replies import ChoiceReply, FreeReply, ReadReply, Reply, pieces
from local_models.schedule import CHUNK_S, MOST_CHUNK, Rank
from local_models.seats import Head, Seats
from local_models.step_cost import StepCost
from local_models.templates import ChatTemplate, ChatTemplateError
from local_models.wire import Generate, Refused, Warm

_TIMED_PROMPTS = (16, MOST_CHUNK)
_TOKENS_TIMED = 5
_FIXED_SHARE = 0.5  # of a step that writes one token, until steps have told better
_WORTH_THREADS = 1.3  # times faster, for a token to be written by all threads


class PromptTooLongError(ValueError):
    """The context cannot hold the prompt and a reply; the message has both numbers."""


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """As in the settings' `[local]`."""

    model: str
    slots: int
    context: int
    gpu_layers: int
    threads: int


@dataclass(frozen=True, slots=True)
class Speed:
    """Tokens a second."""

    prefill: float
    decode: float


def sequences_for(slots: int) -> int:
    """The context's sequences: those beyond the slots are for drafts and for what is
    remembered."""
    return slots + max(2, slots // 2)


class LoadedModel:
    def __init__(self, options: EngineOptions) -> None:
        """Blocks until the model can answer; raises `ModelFileError`."""
        self._options = options
        self._model = Model(resolve_model(options.model), gpu_layers=options.gpu_layers)
        self._template = _template(self._model)
        self._size = min(options.context, self._model.trained_context)
        self._threads = options.threads or physical_cores()
        self._sequences = sequences_for(options.slots)
        self._context = Context(
            self._model,
            sequences=self._sequences,
            context=self._size,
            batch=MOST_CHUNK + self._sequences,
            threads=self._threads,
        )
        head = self._read_head()
        self._head_size = len(head.tokens)
        self._speed = _measure(self._context)
        cache = PrefixCache(self._sequences, self._size)
        self._seats = Seats(self._context, cache, head)
        self.batcher = Batcher(
            self._context,
            slots=options.slots,
            seats=self._seats,
            start=_step_cost(self._speed),
            head=self._head_size,
        )

    def prepare(
        self, ask: Generate | Warm, receive: Callable[[tuple[Piece | Refused, ...]], None]
    ) -> Job | tuple[Piece, ...]:
        """A job for the batcher; or the answer itself, where there is nothing to ask the model.

        May be called in any thread. Raises `ChatTemplateError`, `PromptTooLongError` and
        `UnfitOptionsError`: this model cannot do it.
        """
        if isinstance(ask, Warm):
            prompt = self._tokens(ask.messages)
            self._check_room(self._size - len(prompt), 1)
            return Job(prompt, (), ReadReply(), receive, Rank.WARM, scope=ask.scope)
        # A prefix's last spaces belong to the next token: " world" is one token, " " and
        # "world" are two that hardly any text has. So the model writes them again.
        prefix = ask.prefix.rstrip(" ")
        prompt = self._tokens(ask.messages, prefix)
        reply = self._reply(ask, room=self._size - len(prompt), known=ask.prefix[len(prefix) :])
        start = reply.begin()
        if start.stop is not None:
            return pieces(start, reply, read=len(prompt), cached=0)
        rank = Rank.REPLY if ask.urgency.deadline is None else Rank.DRAFT
        return Job(prompt, start.feed, reply, receive, rank, ask.urgency, ask.scope)

    def info(self) -> EngineInfo:
        model, options, load = self._model, self._options, self.batcher.load
        notices = []
        if self._size < options.context:
            notices.append(
                f"context is {self._size}, not {options.context}:"
                f" {model.name} was trained with no more"
            )
        if options.gpu_layers > 0 and not model.uses_gpu:
            notices.append("gpu_layers has no effect: llama.cpp found no GPU")
        return EngineInfo(
            model=model.name,
            file=str(model.path),
            parameters=model.parameters,
            vocab_size=model.vocab_size,
            device="GPU" if model.uses_gpu else "CPU",
            threads=self._threads,
            context=self._size,
            slots=options.slots,
            busy=self.batcher.busy,
            waiting=self.batcher.waiting,
            sequences=self._sequences,
            kept=self._seats.kept,
            chunk=load.chunk,
            head=self._head_size,
            prefill_per_s=self._speed.prefill,
            decode_per_s=self._speed.decode,
            prefill_now_per_s=1 / load.cost.token_s,
            decode_now_per_s=1 / load.cost.step_s(0, 1),
            counts=self.batcher.counts,
            notices=tuple(notices),
        )

    def close(self) -> None:
        """After the batcher's `run` has returned."""
        self._context.close()
        self._model.close()

    def _tokens(self, messages: Sequence[Message], prefix: str = "") -> list[int]:
        parts = self._template.render(messages, prefix)
        tokens = [t for part in parts for t in self._model.tokenize(part, parse_special=True)]
        if self._model.adds_bos and tokens[:1] != [self._model.bos]:
            tokens.insert(0, self._model.bos)
        return tokens

    def _reply(self, ask: Generate, *, room: int, known: str) -> Reply:
        if not ask.choices:
            self._check_room(room, 1)
            return FreeReply(self._model, ask.sampling, room=room, known=known)
        reply = ChoiceReply(self._model, ask.choices)
        self._check_room(room, reply.longest)
        return reply

    def _check_room(self, room: int, needed: int) -> None:
        if room < needed:
            raise PromptTooLongError(
                f"the prompt has {self._size - room} tokens, and the context"
                f" holds {self._size} with the reply"
            )

    def _read_head(self) -> Head:
        """The head is what two conversations that share no word have in common."""
        one, other = (self._tokens([Message("user", (TextPart(text),))]) for text in ("Why?", "0"))
        shared = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
        tokens = [token for token, _ in shared]
        if not tokens:
            return Head((), b"")
        self._context.decode([Feed(0, 0, tokens, wants_logits=False)])
        state = self._context.save(0)
        self._context.forget(0)
        return Head(tokens, state)


def _template(model: Model) -> ChatTemplate:
    if model.chat_template is None:
        raise ModelFileError(f"{model.path}: has no chat template, so it cannot be talked to")
    try:
        return ChatTemplate(
            model.chat_template,
            bos=model.text_of(model.bos),
            eos=model.text_of(model.eos),
            controls=map(model.text_of, model.control_tokens),
        )
    except ChatTemplateError as error:
        raise ModelFileError(f"{model.path}: {error}") from error


def _measure(context: Context) -> Speed:
    """Reads some tokens and writes a few, on sequence 0: under 150 ms with the builtin model.

    Also settles how many threads write a token. For a small model a second one gains next to
    nothing (5.7 ms instead of 6.2) and is in everyone's way: with a client on the other core
    two threads took 7.6 to 9.9 ms.
    """
    for prompt in _TIMED_PROMPTS:  # a fast machine is measured on more
        took = _time(context, Feed(0, 0, range(1, prompt + 1), wants_logits=True))
        prefill = prompt / took
        if took > CHUNK_S / 10:
            break
        context.forget(0)
    with_all = _time_a_token(context, prompt)
    all_threads, context.single_threads = context.single_threads, 1
    with_one = _time_a_token(context, prompt + _TOKENS_TIMED)
    if with_one > _WORTH_THREADS * with_all:
        context.single_threads = all_threads
    context.forget(0)
    return Speed(prefill, 1 / (with_one if context.single_threads == 1 else with_all))


def _step_cost(speed: Speed) -> StepCost:
    written_s = 1 / speed.decode
    return StepCost(_FIXED_SHARE * written_s, 1 / speed.prefill, (1 - _FIXED_SHARE) * written_s)


def _time_a_token(context: Context, position: int) -> float:
    positions = range(position, position + _TOKENS_TIMED)
    return median(_time(context, Feed(0, at, [1], wants_logits=True)) for at in positions)


def _time(context: Context, feed: Feed) -> float:
    began = time.monotonic()
    context.decode([feed])
    return time.monotonic() - began
