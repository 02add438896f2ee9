"""A model that is ready to speak: weights, chat template, context, batcher.

Everything about one model file meets here; `prepare` turns an ask into a job.
"""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from statistics import median

from edge.core.types import Piece
from local_models.asks import Reading, Warm
from local_models.batch import Batcher
from local_models.chunks import CHUNK_S, MOST_CHUNK, chunk_tokens
from local_models.embedding import embed
from local_models.fit import Room, why_it_does_not_fit
from local_models.info import EngineInfo
from local_models.job import Job
from local_models.llama import Lora, Model
from local_models.llama_context import Context, Feed
from local_models.llama_embedder import Embedder
from local_models.llama_library import find_gpu, packs_q4_0
from local_models.loras import Loras
from local_models.machine import physical_cores
from local_models.memory import free_bytes
from local_models.model_files import ModelFileError, check_model_file, find_model
from local_models.needs import Needs, estimate_needs
from local_models.options import EngineOptions
from local_models.prefix_cache import PrefixCache
from local_models.preparing import Preparer
from local_models.replies import pieces
from local_models.schedule import Rank
from local_models.seats import Head, Seats
from local_models.split_weights import split_size
from local_models.step_cost import StepCost
from local_models.templates import ChatTemplate, ChatTemplateError
from local_models.watchdog import Sight
from local_models.wire import Refused

_SHORT_PROMPT = 16
_TOKENS_TIMED = 5
_FIXED_SHARE = 0.5  # of a step that writes one token, until steps have told better
_ATTENTION = 7.0  # times as long as a multiplication of the weights: seen on a CPU
_WORTH_THREADS = 1.3  # times faster, for a token to be written by all threads


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
    def __init__(
        self, options: EngineOptions, tell_progress: Callable[[float], None] | None = None
    ) -> None:
        """Blocks until the model can answer; raises `ModelFileError`. `tell_progress` hears how
        much of the file is loaded."""
        self._options = options
        path = find_model(options.model)
        self._needs = _check_fits(path, options)
        self._model = Model(path, gpu_layers=options.gpu_layers, progress=tell_progress)
        self._loras = Loras(self._model, options.loras)
        self._size = min(options.context, self._model.trained_context)
        self._threads = options.threads or physical_cores()
        self._embedder = Embedder(self._model, threads=self._threads)
        template = _template(self._model, is_needed=not self._embedder.is_able)
        self._preparer = Preparer(self._model, template, self._size)
        self._sequences = sequences_for(options.slots)
        self._context = Context(
            self._model,
            sequences=self._sequences,
            context=self._size,
            batch=MOST_CHUNK + self._sequences,
            threads=self._threads,
            kv_type=options.kv_type,
            flash_attention=options.flash_attention,
        )
        head = self._read_head()
        self._head_size = len(head.tokens)
        self._speed = _measure(self._context, self._size, self._model.vocab_size)
        cache = PrefixCache(self._sequences, self._size)
        self._seats = Seats(self._context, cache, head)
        self.batcher = Batcher(
            self._context,
            slots=options.slots,
            seats=self._seats,
            start=_step_cost(self._speed, self._model),
            head=self._head_size,
        )

    def prepare(
        self, ask: Reading, receive: Callable[[tuple[Piece | Refused, ...]], None]
    ) -> Job | tuple[Piece, ...]:
        """A job for the batcher; or the answer itself, where there is nothing to ask the model.

        May be called in any thread. Raises one of `UNFIT`, or `UnknownAdapterError`: this model
        cannot do it.
        """
        adapter, scope = self._adapter_and_scope(ask)
        prepared = self._preparer.prepare(ask)
        prompt, reply = prepared.tokens, prepared.reply
        start = reply.begin()
        if start.stop is not None:
            return pieces(start, reply, read=len(prompt), cached=0)
        if isinstance(ask, Warm):
            return Job(prompt, start.feed, reply, receive, Rank.WARM, scope=scope, adapter=adapter)
        rank = Rank.REPLY if ask.urgency.deadline is None else Rank.DRAFT
        return Job(prompt, start.feed, reply, receive, rank, ask.urgency, scope, adapter)

    def adapt(self, loras: Mapping[str, str]) -> None:
        """Have these adapters; in any thread. Raises `ModelFileError`: nothing has changed then."""
        self._loras.change(loras)

    def info(self) -> EngineInfo:
        model, options, load = self._model, self._options, self.batcher.load
        notices = []
        if self._size < options.context:
            notices.append(
                f"context is {self._size}, not {options.context}:"
                f" {model.name} was trained with no more"
            )
        if options.gpu_layers > 0 and not model.gpu:
            notices.append("gpu_layers has no effect: llama.cpp found no GPU")
        return EngineInfo(
            model=model.name,
            file=str(model.path),
            parameters=model.parameters,
            vocab_size=model.vocab_size,
            device=model.gpu.description if model.gpu else "CPU",
            threads=self._threads,
            context=self._size,
            slots=options.slots,
            busy=self.batcher.busy,
            waiting=self.batcher.waiting,
            sequences=self._sequences,
            kept=self._seats.kept,
            chunk=chunk_tokens(load.cost),
            head=self._head_size,
            prefill_per_s=self._speed.prefill,
            decode_per_s=self._speed.decode,
            prefill_now_per_s=1 / load.cost.token_s,
            decode_now_per_s=1 / load.cost.step_s(0, 1),
            counts=self.batcher.counts,
            abilities=(*self._preparer.abilities, *self._embedder.abilities),
            notices=tuple(notices),
            layers=model.layers,
            gpu_layers=model.gpu_layers,
            kv_type=options.kv_type,
            flash_attention=self._context.flash_attention,
            memory_mib=self._needs.kept >> 20,
            loras=self._loras.names,
        )

    def embed(self, texts: Sequence[str]) -> AsyncGenerator[Piece, None]:
        """See `local_models/embedding.py`."""
        return embed(texts, self._embedder, self.batcher, self._model.name)

    def look(self) -> Sight:
        """May be called in any thread."""
        return Sight(self._context.steps, self.batcher.busy + self.batcher.waiting > 0)

    def close(self) -> None:
        """After the batcher's `run` has returned."""
        self._embedder.close()
        self._context.close()
        self._loras.close()
        self._model.close()

    def _adapter_and_scope(self, ask: Reading) -> tuple[Lora | None, str | None]:
        """What one adapter has read is of no use to another, nor to the model alone."""
        if ask.adapter is None:
            return None, ask.scope
        lora = self._loras.find(ask.adapter)
        return lora.adapter, None if ask.scope is None else f"{lora.number} {ask.scope}"

    def _read_head(self) -> Head:
        """The head is what two conversations that share no word have in common."""
        one, other = map(self._preparer.head, ("Why?", "0"))
        shared = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
        tokens = [token for token, _ in shared]
        if not tokens:
            return Head((), b"")
        self._context.decode([Feed(0, 0, tokens, wants_logits=False)])
        state = self._context.save(0)
        self._context.forget(0)
        return Head(tokens, state)


def _check_fits(path: Path, options: EngineOptions) -> Needs:
    """What it will take; raises `ModelFileError` where that is more than there is."""
    header = check_model_file(path)
    gpu = find_gpu() if options.gpu_layers else None
    needs = estimate_needs(
        header,
        slots=sequences_for(options.slots),
        context=options.context,
        kv_type=options.kv_type,
        split=split_size(path) if gpu is None and packs_q4_0() else 0,
    )
    room = Room(free_bytes(), gpu.free if gpu else None)
    layers = header.own("block_count")
    refusal = why_it_does_not_fit(needs, room, layers=layers, gpu_layers=options.gpu_layers)
    if refusal:
        raise ModelFileError(f"{path}: {refusal}")
    return needs


def _template(model: Model, *, is_needed: bool) -> ChatTemplate | None:
    if model.chat_template is None and not is_needed:
        return None
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


def _measure(context: Context, size: int, vocab_size: int) -> Speed:
    """Reads some tokens and writes a few, on sequence 0: under 150 ms with the builtin model.

    Also settles how many threads write a token. For a small model a second one gains next to
    nothing (5.7 ms instead of 6.2) and is in everyone's way: with a client on the other core
    two threads took 7.6 to 9.9 ms.
    """
    most = min(MOST_CHUNK, size - 2 * _TOKENS_TIMED)
    for prompt in (_SHORT_PROMPT, most):  # a fast machine is measured on more
        context.forget(0)
        tokens = [number % vocab_size for number in range(1, prompt + 1)]
        took = _time(context, Feed(0, 0, tokens, wants_logits=True))
        prefill = prompt / took
        if took > CHUNK_S / 10:
            break
    with_all = _time_a_token(context, prompt)
    all_threads, context.single_threads = context.single_threads, 1
    with_one = _time_a_token(context, prompt + _TOKENS_TIMED)
    if with_one > _WORTH_THREADS * with_all:
        context.single_threads = all_threads
    context.forget(0)
    return Speed(prefill, 1 / (with_one if context.single_threads == 1 else with_all))


def _step_cost(speed: Speed, model: Model) -> StepCost:
    """Reading behind many tokens would take too long to be measured at a start: it is told from
    how many multiplications attention takes, and what the weights."""
    written_s, token_s = 1 / speed.decode, 1 / speed.prefill
    attending = _ATTENTION * 2 * model.layers * model.width / model.parameters
    return StepCost(
        _FIXED_SHARE * written_s, token_s, (1 - _FIXED_SHARE) * written_s, attending * token_s
    )


def _time_a_token(context: Context, position: int) -> float:
    positions = range(position, position + _TOKENS_TIMED)
    return median(_time(context, Feed(0, at, [1], wants_logits=True)) for at in positions)


def _time(context: Context, feed: Feed) -> float:
    began = time.monotonic()
    context.decode([feed])
    return time.monotonic() - began
