"""The local models by the names that callers and routes use.

    local          the model of [local], unless that is `none`
    local:big      the model of [local.models.big]
    local:legal    a LoRA adapter, named in the `loras` of one of them

Models and adapters share one namespace: who asks for `local:legal` need not know which it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from edge.core.settings import LocalModelSettings, LocalSettings
from edge.core.types import LOCAL

NONE = "none"  # the model of [local] when there is to be none
PREFIX = f"{LOCAL}:"

# Where vectors are asked for, `local` is the embedded encoder. Its vectors can be compared with
# those of any platform that serves the same model.
ENCODER_SPACE = "all-MiniLM-L6-v2"
ENCODER = PREFIX + ENCODER_SPACE


@dataclass(frozen=True, slots=True)
class LocalName:
    """`engine`: the model's own name; `adapter`: the one to be used with it."""

    engine: str
    settings: LocalModelSettings
    adapter: str | None = None


def engine_settings(local: LocalSettings) -> Mapping[str, LocalModelSettings]:
    """By the name of the model: an engine for each."""
    first = {} if local.model == NONE else {LOCAL: local}
    return {**first, **{PREFIX + name: model for name, model in local.models.items()}}


def local_names(local: LocalSettings) -> Mapping[str, LocalName]:
    engines = engine_settings(local)
    names = {engine: LocalName(engine, settings) for engine, settings in engines.items()}
    for engine, settings in engines.items():
        for adapter in settings.loras:
            names[PREFIX + adapter] = LocalName(engine, settings, adapter)
    return names


def is_local(name: str) -> bool:
    return name == LOCAL or name.startswith(PREFIX)
