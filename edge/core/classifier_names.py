"""What `classifier.model` names, and the engines that all settings together ask for.

builtin                     our own heads
x.onnx, or its folder       heads that `prelude train` made
rules                       no model
local, local:big            a local model, in the engine that it has already
x.gguf, hf:owner/repo/...   a language model, in an engine of its own
anything else               a folder with an ONNX model of another kind
"""

from __future__ import annotations

from collections.abc import Mapping

from edge.core.hub_names import is_hub_name
from edge.core.local_names import PREFIX, engine_settings, is_local
from edge.core.settings import LocalModelSettings, Settings
from edge.core.types import LOCAL

BUILTIN, RULES = "builtin", "rules"
TRAINED_CARD = "card.json"  # what tells a folder of `prelude train --from-ledger` from others
ENGINE = "classifier"  # the name of its own engine, which no caller can ask for

_CONTEXT = 2048  # tokens: the instruction has 474 of SmolLM2's, and a text is cut to some 400
_SLOTS = 2


def is_word(model: str) -> bool:
    return model in (BUILTIN, RULES)


def is_gguf(model: str) -> bool:
    return is_hub_name(model) or model.lower().endswith(".gguf")


def is_trained(model: str) -> bool:
    return model.lower().endswith(".onnx")


def is_file(model: str) -> bool:
    return is_trained(model) or (is_gguf(model) and not is_hub_name(model))


def is_folder(model: str) -> bool:
    return not (is_word(model) or is_local(model) or is_gguf(model) or is_trained(model))


def engine_of(model: str) -> str | None:
    """Whose engine it is to ask, if it is a language model of an engine's."""
    if is_gguf(model):
        return ENGINE
    return model if is_local(model) else None


def all_engines(settings: Settings) -> Mapping[str, LocalModelSettings]:
    """By name: those of the local models, and the classifier's own."""
    engines = dict(engine_settings(settings.local))
    model = settings.classifier.model
    if is_gguf(model):
        engines[ENGINE] = LocalModelSettings(model, slots=_SLOTS, context=_CONTEXT, opening="none")
    return engines


def setting_of(engine: str) -> str:
    """The key that its model stands in."""
    if engine == ENGINE:
        return "classifier.model"
    if engine == LOCAL:
        return "local.model"
    return f"local.models.{engine.removeprefix(PREFIX)}.model"
