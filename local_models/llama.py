"""llama.cpp's low-level API with types: a model, a context of many sequences, a sampler.

The only file that touches pointers. llama-cpp-python's high-level class serves one
caller at a time; the functions under it do not care. Rules of theirs that we keep here:

- `llama_decode` takes one batch for any number of sequences and blocks; it releases the
  GIL. A context belongs to one thread. Tokenising only reads the vocabulary: any thread.
- A return value of 2 means that we stopped the call (`Context.interrupt`). Another one than 0 that
  we broke the rules of the memory (too many tokens, wrong positions): nothing to recover from,
  so it raises `EngineError`.
- The key-value memory is split per sequence (`kv_unified` off: at 8 sequences a step takes
  26.3 ms, on 27.3; at 1 as long). One sequence's tokens cannot be shared with another's, and to
  copy a part of them aborts the process; a whole sequence can be copied, and cut back then.
"""

from __future__ import annotations

import ctypes
import math
import os
import time
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import llama_cpp.llama_cpp as api
import numpy as np
from numpy.typing import NDArray

from local_models.machine import SpareCores, others_running
from local_models.model_files import ModelFileError
from local_models.split_weights import open_split

Logits = NDArray[np.float32]

_LOG_ERROR = 4  # ggml_log_level; the bindings' own table is of an older release, one too low
_MICRO_BATCH = 512  # tokens computed at once; llama.cpp's default
_INTERRUPTED = 2
_LOOK_AROUND_S = 0.02


class EngineError(RuntimeError):
    """llama.cpp failed in a way that leaves its memory in doubt: the process must end."""


class StepInterrupted(Exception):
    """The decode call was stopped; its sequences are as they were before it."""


_errors: list[str] = []  # llama.cpp's log is process-wide, and so is this: its last errors


@api.llama_log_callback  # type: ignore[untyped-decorator]  # ctypes: the callback's C type
def _keep_errors(level: int, text: bytes, _: Any) -> None:
    if level == _LOG_ERROR:
        _errors.append(text.decode("utf-8", "replace").strip())
        del _errors[:-8]


class Model:
    """The weights and the vocabulary."""

    def __init__(self, path: Path, *, gpu_layers: int = -1) -> None:
        """`gpu_layers`: as in the settings; where there is no GPU it changes nothing."""
        api.llama_log_set(_keep_errors, None)
        api.llama_backend_init()
        params = api.llama_model_default_params()
        self.uses_gpu = gpu_layers != 0 and api.llama_supports_gpu_offload()
        params.n_gpu_layers = gpu_layers if self.uses_gpu else 0
        _errors.clear()
        self.correction: Any = None  # an adapter that belongs to the weights: see `split_weights`
        with open_split(path) if self._packs_q4_0() else nullcontext() as split:
            params.use_mmap = split is None  # else it would keep what it packs anew
            model = api.llama_model_load_from_file(
                str(split.weights if split else path).encode(), params
            )
            if model is not None and split is not None:
                self.correction = api.llama_adapter_lora_init(model, str(split.correction).encode())
        if model is None or (split is not None and self.correction is None):
            raise ModelFileError(f"{path}: llama.cpp cannot load it: {_first_error()}")
        vocab = api.llama_model_get_vocab(model)
        assert vocab is not None  # every loaded model has one
        self.handle, self.vocab = model, vocab
        self.path = path
        self.trained_context: int = api.llama_model_n_ctx_train(model)
        self.parameters: int = api.llama_model_n_params(model)
        self.vocab_size: int = api.llama_vocab_n_tokens(vocab)
        self.bos: int = api.llama_vocab_bos(vocab)
        self.eos: int = api.llama_vocab_eos(vocab)
        self.adds_bos: bool = api.llama_vocab_get_add_bos(vocab)
        tokens = range(self.vocab_size)
        self.end_tokens = tuple(t for t in tokens if api.llama_vocab_is_eog(vocab, t))
        self.control_tokens = tuple(t for t in tokens if api.llama_vocab_is_control(vocab, t))

    def _packs_q4_0(self) -> bool:
        """Whether llama.cpp multiplies Q4_0 much faster than Q4_1 here: seen with AVX2."""
        features = api.llama_print_system_info()
        return not self.uses_gpu and b"REPACK = 1" in features and b"AVX2 = 1" in features

    @property
    def name(self) -> str:
        """What the file calls itself, else the file's name."""
        return self.metadata("general.name") or self.path.stem

    @property
    def chat_template(self) -> str | None:
        template = api.llama_model_chat_template(self.handle, None)
        return template.decode("utf-8", "replace") if template else None

    def metadata(self, key: str) -> str | None:
        buffer = ctypes.create_string_buffer(1024)
        size = api.llama_model_meta_val_str(self.handle, key.encode(), buffer, len(buffer))
        return buffer.value.decode("utf-8", "replace") if size >= 0 else None

    def tokenize(self, text: str, *, parse_special: bool) -> list[int]:
        """`parse_special`: whether the texts of control tokens mean those tokens."""
        data = text.encode()
        room = len(data) + 8  # a token has at least one byte, but for a few added ones
        tokens = (api.llama_token * room)()
        count = api.llama_tokenize(self.vocab, data, len(data), tokens, room, False, parse_special)
        if count < 0:
            raise EngineError(f"llama_tokenize wanted room for {-count} tokens, had {room}")
        return tokens[:count]

    def piece(self, token: int) -> bytes:
        """The token's bytes, perhaps a part of a character; none for a control token."""
        buffer = ctypes.create_string_buffer(256)
        size = api.llama_token_to_piece(self.vocab, token, buffer, len(buffer), 0, False)
        return buffer.raw[:size] if size > 0 else b""

    def text_of(self, token: int) -> str:
        """As the vocabulary writes it, control tokens too."""
        text = api.llama_vocab_get_text(self.vocab, token) if token >= 0 else b""
        return text.decode("utf-8", "replace")

    def close(self) -> None:
        api.llama_model_free(self.handle)


@dataclass(frozen=True, slots=True)
class Feed:
    """Tokens for one sequence, from `position` on; only the last one's logits are kept."""

    sequence: int
    position: int
    tokens: Sequence[int]
    wants_logits: bool


class Context:
    """The memory of many sequences, and the decode call that moves them all one step."""

    def __init__(
        self, model: Model, *, sequences: int, context: int, batch: int, threads: int
    ) -> None:
        """`context`: tokens per sequence; `batch`: the most tokens of one decode call;
        `threads`: the most threads (see `local_models/machine.py`)."""
        params = api.llama_context_default_params()
        params.n_seq_max = sequences
        params.n_ctx = context * sequences
        params.n_batch = batch
        params.n_ubatch = min(batch, _MICRO_BATCH)
        self._cores = SpareCores(most=threads, cores=os.cpu_count() or 1)
        self._cores.note(others_running())
        self._looked_at = -math.inf
        self.single_threads = threads  # the most for a step of one token
        self.decode_s = 0.0  # of the last decode call, inside llama.cpp
        params.kv_unified = False
        params.no_perf = True
        _errors.clear()
        handle = api.llama_init_from_model(model.handle, params)
        if handle is None:
            raise ModelFileError(
                f"{model.path}: no memory for {sequences} slots of {context} tokens:"
                f" {_first_error()}"
            )
        memory = api.llama_get_memory(handle)
        if memory is None:
            raise ModelFileError(f"{model.path}: not a model that writes text")
        self._handle, self._memory = handle, memory
        if model.correction is not None:
            adapters = (api.llama_adapter_lora_p_ctypes * 1)(model.correction)
            api.llama_set_adapters_lora(handle, adapters, 1, (ctypes.c_float * 1)(1.0))
        # Asked before every operation of a step whether to stop, several hundred times. A Python
        # function would have to wait for the interpreter each time; C's `strlen` is a function of
        # one pointer, too, and false for an empty string.
        self._stop_sign = ctypes.create_string_buffer(2)
        self._asks_sign = ctypes.cast(ctypes.CDLL(None).strlen, api.ggml_abort_callback)
        sign = ctypes.cast(self._stop_sign, ctypes.c_void_p)
        api.llama_set_abort_callback(handle, self._asks_sign, sign)
        self._vocab_size = model.vocab_size
        self._tokens = np.zeros(batch, np.int32)
        self._positions = np.zeros(batch, np.int32)
        self._sequences = np.zeros((batch, 1), np.int32)
        self._wants_logits = np.zeros(batch, np.int8)
        self._one_each = np.ones(batch, np.int32)
        # llama.cpp wants a pointer per token to the list of its sequences: one each.
        self._rows = (ctypes.POINTER(ctypes.c_int32) * batch)(
            *(row.ctypes.data_as(ctypes.POINTER(ctypes.c_int32)) for row in self._sequences)
        )

    def decode(self, feeds: Sequence[Feed]) -> list[Output]:
        """Read all these tokens in one call; one output per feed, for those that want logits.
        Raises `StepInterrupted`."""
        ends: list[int] = []
        count = 0
        for feed in feeds:
            part = slice(count, count + len(feed.tokens))
            self._tokens[part] = feed.tokens
            self._positions[part] = np.arange(feed.position, feed.position + len(feed.tokens))
            self._sequences[part] = feed.sequence
            self._wants_logits[part] = 0
            count = part.stop
            self._wants_logits[count - 1] = feed.wants_logits
            ends.append(count - 1)
        threads = self._cores.threads
        api.llama_set_n_threads(self._handle, min(threads, self.single_threads), threads)
        began = time.perf_counter()
        result = api.llama_decode(self._handle, self._batch(count))
        self.decode_s = time.perf_counter() - began
        self._look_around(began)
        if result == _INTERRUPTED:
            for feed in feeds:
                self.cut(feed.sequence, feed.position)
            raise StepInterrupted
        if result != 0:
            why = _first_error()
            raise EngineError(f"llama_decode returned {result} for {count} tokens: {why}")
        return [Output(self, end) for end in ends]

    def _look_around(self, now: float) -> None:
        """At who else wants the cores: 0.1 ms, of the 6 that a step of one reply takes."""
        if now - self._looked_at >= _LOOK_AROUND_S:
            self._looked_at = now
            self._cores.note(others_running())

    def interrupt(self) -> None:
        """From any thread: a decode call that runs now, or any that comes, ends in milliseconds,
        on the CPU. Until `resume`."""
        self._stop_sign[0] = b"!"

    def resume(self) -> None:
        self._stop_sign[0] = b"\0"

    def forget(self, sequence: int) -> None:
        api.llama_memory_seq_rm(self._memory, sequence, -1, -1)

    def cut(self, sequence: int, size: int) -> None:
        """Forget what the sequence has read beyond its first `size` tokens."""
        if not api.llama_memory_seq_rm(self._memory, sequence, size, -1):
            raise EngineError(f"sequence {sequence} cannot be cut back to {size} tokens")

    def copy(self, source: int, sequence: int) -> None:
        """Make a sequence the same as another one. What it held is lost."""
        api.llama_memory_seq_cp(self._memory, source, sequence, -1, -1)

    def save(self, sequence: int) -> bytes:
        """All that the sequence has read, to be restored into any sequence of this context."""
        size = api.llama_state_seq_get_size(self._handle, sequence)
        state = (ctypes.c_uint8 * size)()
        written = api.llama_state_seq_get_data(self._handle, state, size, sequence)
        return bytes(memoryview(state)[:written])  # a slice of the array itself makes a list

    def restore(self, sequence: int, state: bytes) -> None:
        data = (ctypes.c_uint8 * len(state)).from_buffer_copy(state)
        read = api.llama_state_seq_set_data(self._handle, data, len(state), sequence)
        if read != len(state):
            raise EngineError(f"llama_state_seq_set_data took {read} of {len(state)} bytes")

    def logits(self, index: int) -> Logits:
        pointer = api.llama_get_logits_ith(self._handle, index)
        return np.ctypeslib.as_array(pointer, (self._vocab_size,))

    def sample(self, sampler: Sampler, index: int) -> int:
        return int(api.llama_sampler_sample(sampler.handle, self._handle, index))

    def close(self) -> None:
        api.llama_free(self._handle)

    def _batch(self, count: int) -> api.llama_batch:
        return api.llama_batch(
            n_tokens=count,
            token=_pointer(self._tokens, ctypes.c_int32),
            pos=_pointer(self._positions, ctypes.c_int32),
            n_seq_id=_pointer(self._one_each, ctypes.c_int32),
            seq_id=self._rows,
            logits=_pointer(self._wants_logits, ctypes.c_int8),
        )


@dataclass(frozen=True, slots=True)
class Output:
    """What the model thinks comes next; valid until the next `decode`."""

    context: Context
    index: int

    @property
    def logits(self) -> Logits:
        """A view, not a copy."""
        return self.context.logits(self.index)

    def sample(self, sampler: Sampler) -> int:
        return self.context.sample(sampler, self.index)


@dataclass(frozen=True, slots=True)
class SamplerOptions:
    """`temperature` 0 takes the likeliest token; `top_k` 0 looks at all of them (slow)."""

    temperature: float
    top_p: float = 1.0
    top_k: int = 0
    seed: int | None = None
    presence_penalty: float = 0.0
    frequency_penalty: float = 0.0
    logit_bias: Mapping[int, float] = field(default_factory=dict)


class Sampler:
    """llama.cpp's sampler chain for one reply; it remembers the tokens it chose."""

    def __init__(self, model: Model, options: SamplerOptions) -> None:
        self.handle: Any = api.llama_sampler_chain_init(api.llama_sampler_chain_default_params())
        if options.logit_bias:
            pairs = [api.llama_logit_bias(*pair) for pair in options.logit_bias.items()]
            biases = (api.llama_logit_bias * len(pairs))(*pairs)
            self._add(api.llama_sampler_init_logit_bias(model.vocab_size, len(pairs), biases))
        if options.presence_penalty or options.frequency_penalty:
            frequency, presence = options.frequency_penalty, options.presence_penalty
            last = model.trained_context  # all that was said
            self._add(
                api.llama_sampler_init_penalties(model.vocab_size, last, 1.0, frequency, presence)
            )
        if options.temperature <= 0:
            self._add(api.llama_sampler_init_greedy())
            return
        if options.top_k > 0:
            self._add(api.llama_sampler_init_top_k(options.top_k))
        self._add(api.llama_sampler_init_temp(options.temperature))
        if options.top_p < 1:
            self._add(api.llama_sampler_init_top_p(options.top_p, 1))
        no_seed = api.LLAMA_DEFAULT_SEED  # means: a random one
        seed = no_seed if options.seed is None else options.seed % no_seed
        self._add(api.llama_sampler_init_dist(seed))

    def _add(self, sampler: Any) -> None:
        api.llama_sampler_chain_add(self.handle, sampler)

    def close(self) -> None:
        """Frees the chain and all that was added to it."""
        api.llama_sampler_free(self.handle)


def _pointer(array: NDArray[Any], kind: type[ctypes.c_int32] | type[ctypes.c_int8]) -> Any:
    return array.ctypes.data_as(ctypes.POINTER(kind))


def _first_error() -> str:
    return _errors[0] if _errors else "it gives no reason"
