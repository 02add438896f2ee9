"""llama.cpp's low-level API with types: a model, and its adapters.

Pointers are touched here and in the `llama_*.py` beside it alone: llama.cpp itself
(`llama_library.py`), a context of many sequences (`llama_context.py`), sampling and embeddings.
Tokenising only reads the vocabulary: any thread.
"""

from __future__ import annotations

import ctypes
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

from local_models.llama_library import (
    EngineError,
    find_gpu,
    first_error,
    forget_errors,
    packs_q4_0,
)
from local_models.model_files import ModelFileError
from local_models.split_weights import open_split
from local_models.token_starts import TokenStarts


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
        forget_errors()
        correction: Any = None
        with open_split(path) if self.gpu is None and packs_q4_0() else nullcontext() as split:
            params.use_mmap = split is None  # else it would keep what it packs anew
            model = api.llama_model_load_from_file(
                str(split.weights if split else path).encode(), params
            )
            if model is not None and split is not None:
                correction = api.llama_adapter_lora_init(model, str(split.correction).encode())
        if model is None or (split is not None and correction is None):
            raise ModelFileError(f"{path}: llama.cpp cannot load it: {first_error()}")
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
        forget_errors()
        with model.adapters_lock:
            handle = api.llama_adapter_lora_init(model.handle, str(path).encode())
        if not handle:  # a pointer to nothing
            raise ModelFileError(f"{path}: not an adapter for {model.path}: {first_error()}")
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
        raise EngineError(f"llama_set_adapters_lora failed: {first_error()}")


@dataclass(frozen=True, slots=True)
class FimTokens:
    """What stands before a prefix, before a suffix, and before what belongs between them."""

    prefix: int
    suffix: int
    middle: int


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


def _fim(vocab: Any) -> FimTokens | None:
    tokens = [
        api.llama_vocab_fim_pre(vocab),
        api.llama_vocab_fim_suf(vocab),
        api.llama_vocab_fim_mid(vocab),
    ]
    return None if min(tokens) < 0 else FimTokens(*tokens)
