"""llama.cpp's low-level API with types: a model, and a context of many sequences.

Pointers are touched here and in the `llama_*.py` beside it alone. llama-cpp-python's high-level
class serves one caller at a time; the functions under it do not care. Rules of theirs that we
keep here:

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
import weakref
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any

import llama_cpp.llama_cpp as api
import numpy as np
from numpy.typing import NDArray

from local_models.devices import Device, devices
from local_models.machine import SpareCores, others_running
from local_models.model_files import ModelFileError
from local_models.neighbours import compute_order
from local_models.split_weights import open_split
from local_models.token_starts import TokenStarts

Logits = NDArray[np.float32]

_LOG_ERROR = 4  # ggml_log_level; the bindings' own table is of an older release, one too low
_MICRO_BATCH = 512  # tokens computed at once; llama.cpp's default
_INTERRUPTED = 2
_LOOK_AROUND_S = 0.02


_KV_TYPES = {"f16": api.GGML_TYPE_F16, "q8_0": api.GGML_TYPE_Q8_0, "q4_0": api.GGML_TYPE_Q4_0}
_FLASH_ATTENTION = {
    "auto": api.LLAMA_FLASH_ATTN_TYPE_AUTO,
    "on": api.LLAMA_FLASH_ATTN_TYPE_ENABLED,
    "off": api.LLAMA_FLASH_ATTN_TYPE_DISABLED,
}


class EngineError(RuntimeError):
    """llama.cpp failed in a way that leaves its memory in doubt: the process must end."""


class StepInterrupted(Exception):
    """The decode call was stopped; its sequences are as they were before it."""


# llama.cpp's log is process-wide, and so are these: its last errors, and the one thing that it
# tells nowhere else.
_errors: list[str] = []
_flash_attention: list[bool] = []


@api.llama_log_callback  # type: ignore[untyped-decorator]  # ctypes: the callback's C type
def _hear_log(level: int, text: bytes, _: Any) -> None:
    if b"Flash Attention" in text:  # the only place where it says what `auto` came to
        _flash_attention[:] = [b"enabled" in text]
    if level == _LOG_ERROR:
        _errors.append(text.decode("utf-8", "replace").strip())
        del _errors[:-8]
        os.write(2, text)  # what comes next may be an abort, and then these are the last words


def find_gpu() -> Device | None:
    """The one that llama.cpp uses by default; None: it computes on the CPU."""
    api.llama_log_set(_hear_log, None)
    api.llama_backend_init()
    return next((device for device in devices() if device.is_gpu), None)


def packs_q4_0() -> bool:
    """Whether llama.cpp multiplies Q4_0 much faster than Q4_1 on this CPU: seen with AVX2."""
    features = api.llama_print_system_info()
    return b"REPACK = 1" in features and b"AVX2 = 1" in features


class Model:
    """The weights and the vocabulary."""

    def __init__(
        self,
        path: Path,
        *,
        gpu_layers: int = -1,
        progress: Callable[[float], None] | None = None,
    ) -> None:
        """`gpu_layers`: as in the settings; where there is no GPU it changes nothing. `progress`
        hears what share of the file is loaded, at most once a second."""
        params = api.llama_model_default_params()
        self.gpu = None if gpu_layers == 0 else find_gpu()
        params.n_gpu_layers = gpu_layers if self.gpu else 0
        if progress is not None:
            hear = _every_second(progress)
            params.progress_callback = hear
        _errors.clear()
        correction: Any = None
        with open_split(path) if self.gpu is None and packs_q4_0() else nullcontext() as split:
            params.use_mmap = split is None  # else it would keep what it packs anew
            model = api.llama_model_load_from_file(
                str(split.weights if split else path).encode(), params
            )
            if model is not None and split is not None:
                correction = api.llama_adapter_lora_init(model, str(split.correction).encode())
        if model is None or (split is not None and correction is None):
            raise ModelFileError(f"{path}: llama.cpp cannot load it: {_first_error()}")
        # Rows that the packed weights are multiplied with at once: see `neighbours`.
        self.block = 1 if split is None else 4
        vocab = api.llama_model_get_vocab(model)
        assert vocab is not None  # every loaded model has one
        self.handle, self.vocab = model, vocab
        # Adapters that belong to the weights, to be set in every context: see `split_weights`.
        self.corrections: tuple[Any, ...] = () if correction is None else (correction,)
        self.path = path
        self.adapters_lock = Lock()
        self.is_closed = False
        self.trained_context: int = api.llama_model_n_ctx_train(model)
        self.layers: int = api.llama_model_n_layer(model)
        self.width: int = api.llama_model_n_embd(model)
        all_layers = gpu_layers < 0 or gpu_layers > self.layers
        self.gpu_layers = 0 if self.gpu is None else self.layers if all_layers else gpu_layers
        self.parameters: int = api.llama_model_n_params(model)
        self.vocab_size: int = api.llama_vocab_n_tokens(vocab)
        self.bos: int = api.llama_vocab_bos(vocab)
        self.eos: int = api.llama_vocab_eos(vocab)
        self.fim = _fim(vocab)
        self.adds_bos: bool = api.llama_vocab_get_add_bos(vocab)
        self._tokens = tokens = range(self.vocab_size)
        self.end_tokens = tuple(t for t in tokens if api.llama_vocab_is_eog(vocab, t))
        self.control_tokens = tuple(t for t in tokens if api.llama_vocab_is_control(vocab, t))

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

    def tokenize(self, text: str, *, parse_special: bool, add_special: bool = False) -> list[int]:
        """`parse_special`: whether the texts of control tokens mean those tokens; `add_special`:
        with what the model wants before and behind a text."""
        data = text.encode()
        room = len(data) + 8  # a token has at least one byte, but for a few added ones
        tokens = (api.llama_token * room)()
        count = api.llama_tokenize(
            self.vocab, data, len(data), tokens, room, add_special, parse_special
        )
        if count < 0:
            raise EngineError(f"llama_tokenize wanted room for {-count} tokens, had {room}")
        return tokens[:count]

    def piece(self, token: int) -> bytes:
        """The token's bytes, perhaps a part of a character; none for a control token."""
        buffer = ctypes.create_string_buffer(256)
        size = api.llama_token_to_piece(self.vocab, token, buffer, len(buffer), 0, False)
        return buffer.raw[:size] if size > 0 else b""

    @cached_property
    def starts(self) -> TokenStarts:
        """Made when first wanted: it takes as long as a hundred tokens of prompt."""
        texts = [self.piece(token) or self.text_of(token).encode() for token in self._tokens]
        return TokenStarts(texts, self.end_tokens)

    def text_of(self, token: int) -> str:
        """As the vocabulary writes it, control tokens too."""
        text = api.llama_vocab_get_text(self.vocab, token) if token >= 0 else b""
        return text.decode("utf-8", "replace")

    def close(self) -> None:
        with self.adapters_lock:
            self.is_closed = True
            api.llama_model_free(self.handle)  # and its adapters


class Lora:
    """An adapter of a model; freed when nobody holds it any more: a reply under way still may."""

    def __init__(self, model: Model, path: Path) -> None:
        """Takes some milliseconds; in any thread."""
        _errors.clear()
        with model.adapters_lock:
            handle = api.llama_adapter_lora_init(model.handle, str(path).encode())
        if not handle:  # a pointer to nothing
            raise ModelFileError(f"{path}: not an adapter for {model.path}: {_first_error()}")
        self.handle = handle
        weakref.finalize(self, _free_lora, model, handle).atexit = False


def _free_lora(model: Model, handle: Any) -> None:
    with model.adapters_lock:
        if not model.is_closed:
            api.llama_adapter_lora_free(handle)


def set_adapters(context: Any, handles: Sequence[Any]) -> None:
    """These and no others, for the next decode calls of a context."""
    many = len(handles)
    scales = (ctypes.c_float * many)(*(1.0 for _ in handles))
    pointers = (api.llama_adapter_lora_p_ctypes * many)(*handles)
    if api.llama_set_adapters_lora(context, pointers, many, scales) != 0:
        raise EngineError(f"llama_set_adapters_lora failed: {_first_error()}")


@dataclass(frozen=True, slots=True)
class FimTokens:
    """What stands before a prefix, before a suffix, and before what belongs between them."""

    prefix: int
    suffix: int
    middle: int


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
        self,
        model: Model,
        *,
        sequences: int,
        context: int,
        batch: int,
        threads: int,
        kv_type: str = "f16",
        flash_attention: str = "auto",
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
        self.steps = 0  # decode calls that came back
        self._adapter: Lora | None = None
        params.kv_unified = False
        params.no_perf = True
        params.type_k = params.type_v = _KV_TYPES[kv_type]
        params.flash_attn_type = _FLASH_ATTENTION[flash_attention]
        _errors.clear()
        _flash_attention[:] = [flash_attention == "on" or kv_type != "f16"]
        handle = api.llama_init_from_model(model.handle, params)
        if handle is None:
            raise ModelFileError(
                f"{model.path}: no context of {sequences} slots of {context} tokens"
                f" (kv_type {kv_type}, flash_attention {flash_attention}): {_first_error()}"
            )
        (self.flash_attention,) = _flash_attention
        memory = api.llama_get_memory(handle)
        if memory is None:
            raise ModelFileError(f"{model.path}: not a model that writes text")
        self._handle, self._memory = handle, memory
        self._corrections = model.corrections
        set_adapters(handle, self._corrections)
        self.block = model.block
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
        ends = [0] * len(feeds)
        count = 0
        for place in compute_order(feeds):
            feed = feeds[place]
            part = slice(count, count + len(feed.tokens))
            self._tokens[part] = feed.tokens
            self._positions[part] = np.arange(feed.position, feed.position + len(feed.tokens))
            self._sequences[part] = feed.sequence
            self._wants_logits[part] = 0
            count = part.stop
            self._wants_logits[count - 1] = feed.wants_logits
            ends[place] = count - 1
        threads = self._cores.threads
        api.llama_set_n_threads(self._handle, min(threads, self.single_threads), threads)
        began = time.perf_counter()
        result = api.llama_decode(self._handle, self._batch(count))
        self.decode_s = time.perf_counter() - began
        self.steps += 1
        self._look_around(began)
        if result == _INTERRUPTED:
            for feed in feeds:  # of more than a micro-batch, the first one may have been read
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

    def use(self, adapter: Lora | None) -> None:
        """For the next decode calls. A change makes the first of them some 3 ms slower."""
        if adapter is self._adapter:
            return
        own = [adapter.handle] if adapter else []
        set_adapters(self._handle, (*self._corrections, *own))
        self._adapter = adapter  # only now may the last one be freed

    def forget(self, sequence: int) -> None:
        api.llama_memory_seq_rm(self._memory, sequence, -1, -1)

    def cut(self, sequence: int, size: int) -> None:
        """Forget what the sequence has read beyond its first `size` tokens."""
        if not api.llama_memory_seq_rm(self._memory, sequence, size, -1):
            raise EngineError(f"sequence {sequence} cannot be cut back to {size} tokens")

    def copy(self, source: int, sequence: int) -> None:
        """Make a sequence the same as another one, which is done in the next decode call. What it
        held is lost."""
        api.llama_memory_seq_cp(self._memory, source, sequence, -1, -1)

    def swap(self, one: int, other: int) -> None:
        """At once; neither may be part of a copy that is still to be made."""
        saved = self.save(one), self.save(other)
        for sequence, state in zip((other, one), saved, strict=True):
            self.forget(sequence)
            self.restore(sequence, state)

    def size(self, sequence: int) -> int:
        """In bytes, of all that it has read."""
        return int(api.llama_state_seq_get_size(self._handle, sequence))

    def save(self, sequence: int) -> bytes:
        """All that the sequence has read, to be restored into any sequence of this context."""
        size = self.size(sequence)
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

    def sample(self, chain: Any, index: int) -> int:
        return int(api.llama_sampler_sample(chain, self._handle, index))

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

    def sample(self, chain: Any) -> int:
        """By a sampler chain of llama.cpp's, which remembers it; see `llama_sampler.py`."""
        return self.context.sample(chain, self.index)


def _every_second(tell: Callable[[float], None]) -> Any:
    """For llama.cpp's progress callback, which comes for every tensor."""
    told_at = time.monotonic()

    @api.llama_progress_callback  # type: ignore[untyped-decorator]  # ctypes: the C type
    def hear(share: float, _: Any) -> bool:
        nonlocal told_at
        now = time.monotonic()
        if now - told_at >= 1.0:
            told_at = now
            tell(share)
        return True  # go on

    return hear


def _pointer(array: NDArray[Any], kind: type[ctypes.c_int32] | type[ctypes.c_int8]) -> Any:
    return array.ctypes.data_as(ctypes.POINTER(kind))


def _fim(vocab: Any) -> FimTokens | None:
    tokens = [
        api.llama_vocab_fim_pre(vocab),
        api.llama_vocab_fim_suf(vocab),
        api.llama_vocab_fim_mid(vocab),
    ]
    return None if min(tokens) < 0 else FimTokens(*tokens)


def _first_error() -> str:
    return _errors[0] if _errors else "it gives no reason"
