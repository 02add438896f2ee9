"""Whether a model fits, before it is loaded; with the numbers where it does not.

What lies on the GPU is its layers' share of the weights and of the context, and the buffers; the
rest is the machine's. Told what is free; asks nobody.
"""

from __future__ import annotations

from dataclasses import dataclass

from local_models.needs import Needs, in_mib

_KEPT_BYTES = 64 << 20  # of the machine's memory, for the engine's own code and tokens


@dataclass(frozen=True, slots=True)
class Room:
    """Free bytes; None: nobody knows, and then it is tried. `gpu` None: there is none in use."""

    machine: int | None
    gpu: int | None = None


def why_it_does_not_fit(needs: Needs, room: Room, *, layers: int, gpu_layers: int) -> str | None:
    """`layers` of the model, `gpu_layers` of them wanted on the GPU (-1: all)."""
    wanted = layers if gpu_layers < 0 else min(gpu_layers, layers)
    if room.gpu is None:
        wanted = 0
    on_gpu, on_machine = _split(needs, wanted / max(1, layers))
    if room.gpu is not None and on_gpu > room.gpu:
        return (
            f"needs {needs}, {in_mib(on_gpu)} of it on the GPU, where {in_mib(room.gpu)} are free: "
            f"{_fewer_layers(needs, room.gpu, layers)}fewer slots, a smaller context, or a "
            "kv_type of q8_0 take less"
        )
    if room.machine is not None and on_machine > room.machine:
        return (
            f"needs {needs}, and {in_mib(room.machine)} are free: fewer slots, a smaller "
            "context, or a kv_type of q8_0 take less"
        )
    return None


def _split(needs: Needs, share: float) -> tuple[int, int]:
    """What the GPU takes, and what the machine."""
    layered = round((needs.weights + needs.context) * share)
    if not layered:
        return 0, needs.total + _KEPT_BYTES
    buffers = needs.buffers + needs.embeddings
    return layered + buffers, needs.weights + needs.context - layered + _KEPT_BYTES


def _fewer_layers(needs: Needs, free: int, layers: int) -> str:
    fits = [n for n in range(1, layers) if _split(needs, n / layers)[0] <= free]
    return f"gpu_layers = {fits[-1]} would do; or " if fits else ""
