"""What the engine tells about itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from local_models.counts import Counts


@dataclass(frozen=True, slots=True)
class EngineInfo:
    """Speeds are tokens a second for one caller, measured at the engine's start."""

    model: str
    file: str
    parameters: int
    vocab_size: int
    device: str
    threads: int
    context: int  # tokens of prompt and reply together, per slot
    slots: int
    busy: int  # slots taken
    waiting: int  # jobs without a slot
    sequences: int  # slots, and those for drafts and for what is remembered
    kept: int  # tokens that are remembered for later prompts
    chunk: int  # tokens of prompts read between two steps of the replies being written
    head: int  # tokens of a plain prompt that were read in advance
    prefill_per_s: float
    decode_per_s: float
    prefill_now_per_s: float = 0.0  # as the latest steps went
    decode_now_per_s: float = 0.0
    counts: Counts = field(default_factory=Counts)
    abilities: tuple[str, ...] = ()  # of the model: tools, thinking, infill, embeddings
    notices: tuple[str, ...] = ()  # settings that could not be followed, and why
    layers: int = 0
    gpu_layers: int = 0  # of those, on the GPU
    kv_type: str = "f16"
    flash_attention: bool = False
    memory_mib: int = 0  # as estimated before it was loaded
    loras: tuple[str, ...] = ()
