"""What llama.cpp can compute on here, and how much memory that has.

ggml's own register of devices; the bindings wrap none of it, so this asks their library by hand.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

from llama_cpp._ggml import libggml  # the library that llama.cpp itself is bound to

_CPU, _GPU, _INTEGRATED_GPU = 0, 1, 2  # ggml_backend_dev_type


@dataclass(frozen=True, slots=True)
class Device:
    """Memory in bytes. A CPU says that all of its memory is free."""

    name: str
    description: str
    is_gpu: bool
    free: int
    total: int


def devices() -> tuple[Device, ...]:
    """Call it after llama.cpp's backends are there (`llama_backend_init`)."""
    count = _function("ggml_backend_dev_count", ctypes.c_size_t)
    get = _function("ggml_backend_dev_get", ctypes.c_void_p, ctypes.c_size_t)
    return tuple(_device(get(index)) for index in range(count()))


def _device(handle: int) -> Device:
    text = (ctypes.c_char_p, ctypes.c_void_p)
    name = _function("ggml_backend_dev_name", *text)(handle)
    description = _function("ggml_backend_dev_description", *text)(handle)
    kind = _function("ggml_backend_dev_type", ctypes.c_int, ctypes.c_void_p)(handle)
    size = ctypes.POINTER(ctypes.c_size_t)
    free, total = ctypes.c_size_t(), ctypes.c_size_t()
    memory = _function("ggml_backend_dev_memory", None, ctypes.c_void_p, size, size)
    memory(handle, ctypes.byref(free), ctypes.byref(total))
    return Device(
        name.decode("utf-8", "replace"),
        description.decode("utf-8", "replace"),
        kind in (_GPU, _INTEGRATED_GPU),
        free.value,
        total.value,
    )


def _function(name: str, result: object, *arguments: object) -> ctypes._NamedFuncPointer:
    function = getattr(libggml, name)
    function.restype, function.argtypes = result, list(arguments)
    return function  # type: ignore[no-any-return]  # ctypes: an attribute of a library
