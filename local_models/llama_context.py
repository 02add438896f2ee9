"""The memory of many sequences, and the decode call that moves them all one step.

llama-cpp-python's high-level class serves one caller at a time; the functions under it do not care.
Rules of theirs that we keep here:

- `llama_decode` takes one batch for any number of sequences and blocks; it releases the
  GIL. A context belongs to one thread.
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
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import llama_cpp.llama_cpp as api
import numpy as np
from numpy.typing import NDArray

from local_models.llama import Lora, Model, set_adapters
from local_models.llama_library import (
    EngineError,
    first_error,
    flash_attention_said,
    forget_errors,
)
from local_models.machine import SpareCores, others_running
from local_models.model_files import ModelFileError
from local_models.neighbours import compute_order

Logits = NDArray[np.float32]

_MICRO_BATCH = 512  # tokens computed at once; llama.cpp's default
_INTERRUPTED = 2
_LOOK_AROUND_S = 0.02

_KV_TYPES = {"f16": api.GGML_TYPE_F16, "q8_0": api.GGML_TYPE_Q8_0, "q4_0": api.GGML_TYPE_Q4_0}
_FLASH_ATTENTION = {
    "auto": api.LLAMA_FLASH_ATTN_TYPE_AUTO,
    "on": api.LLAMA_FLASH_ATTN_TYPE_ENABLED,
    "off": api.LLAMA_FLASH_ATTN_TYPE_DISABLED,
}


class StepInterrupted(Exception):
    """The decode call was stopped; its sequences are as they were before it."""


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
        forget_errors()
        flash_attention_said[:] = [flash_attention == "on" or kv_type != "f16"]
        handle = api.llama_init_from_model(model.handle, params)
        if handle is None:
            raise ModelFileError(
                f"{model.path}: no context of {sequences} slots of {context} tokens"
                f" (kv_type {kv_type}, flash_attention {flash_attention}): {first_error()}"
            )
        (self.flash_attention,) = flash_attention_said
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
            why = first_error()
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


def _pointer(array: NDArray[Any], kind: type[ctypes.c_int32] | type[ctypes.c_int8]) -> Any:
    return array.ctypes.data_as(ctypes.POINTER(kind))
