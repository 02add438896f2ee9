"""llama.cpp as a library: its log, its errors, and what it finds on this machine.

Its log is process-wide, and so is what is kept of it here.
"""

from __future__ import annotations

import os
from typing import Any

import llama_cpp.llama_cpp as api

from local_models.devices import Device, devices

_LOG_ERROR = 4  # ggml_log_level; the bindings' own table is of an older release, one too low


class EngineError(RuntimeError):
    """llama.cpp failed in a way that leaves its memory in doubt: the process must end."""


# Its last errors, and the one thing that it tells nowhere else.
_errors: list[str] = []
flash_attention_said: list[bool] = []


@api.llama_log_callback  # type: ignore[untyped-decorator]  # ctypes: the callback's C type
def _hear_log(level: int, text: bytes, _: Any) -> None:
    if b"Flash Attention" in text:  # the only place where it says what `auto` came to
        flash_attention_said[:] = [b"enabled" in text]
    if level == _LOG_ERROR:
        _errors.append(text.decode("utf-8", "replace").strip())
        del _errors[:-8]
        os.write(2, text)  # what comes next may be an abort, and then these are the last words


def first_error() -> str:
    return _errors[0] if _errors else "it gives no reason"


def forget_errors() -> None:
    _errors.clear()


def find_gpu() -> Device | None:
    """The one that llama.cpp uses by default; None: it computes on the CPU."""
    api.llama_log_set(_hear_log, None)
    api.llama_backend_init()
    return next((device for device in devices() if device.is_gpu), None)


def packs_q4_0() -> bool:
    """Whether llama.cpp multiplies Q4_0 much faster than Q4_1 on this CPU: seen with AVX2."""
    features = api.llama_print_system_info()
    return b"REPACK = 1" in features and b"AVX2 = 1" in features
