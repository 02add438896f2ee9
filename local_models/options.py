"""What an engine is told at its start: one local model's settings, as command-line arguments."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields

from edge.core.settings import LocalModelSettings


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """As in the settings' `[local]`."""

    model: str
    slots: int = 4
    context: int = 4096
    gpu_layers: int = -1
    threads: int = 0
    kv_type: str = "f16"
    flash_attention: str = "auto"
    loras: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, settings: LocalModelSettings) -> EngineOptions:
        return cls(**{key.name: getattr(settings, key.name) for key in fields(cls)})


def to_arguments(options: EngineOptions) -> list[str]:
    arguments: list[str] = []
    for name in ("model", "slots", "context", "gpu_layers", "threads", "kv_type"):
        arguments += [f"--{name.replace('_', '-')}", str(getattr(options, name))]
    arguments += ["--flash-attention", options.flash_attention]
    for name, path in options.loras.items():
        arguments += ["--lora", f"{name}={path}"]
    return arguments


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--model", default="builtin")
    parser.add_argument("--slots", type=int, default=4)
    parser.add_argument("--context", type=int, default=4096)
    parser.add_argument("--gpu-layers", type=int, default=-1)
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--kv-type", default="f16")
    parser.add_argument("--flash-attention", default="auto")
    parser.add_argument("--lora", action="append", default=[], metavar="NAME=PATH")


def from_arguments(said: argparse.Namespace) -> EngineOptions:
    return EngineOptions(
        model=said.model,
        slots=said.slots,
        context=said.context,
        gpu_layers=said.gpu_layers,
        threads=said.threads,
        kv_type=said.kv_type,
        flash_attention=said.flash_attention,
        loras=_named(said.lora),
    )


def _named(loras: Sequence[str]) -> dict[str, str]:
    return {name: path for name, _, path in (lora.partition("=") for lora in loras)}
