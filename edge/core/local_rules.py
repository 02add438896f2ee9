"""What the settings of the local models must make sense as: names, and how the context is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edge.core.clash import Clash
from edge.core.hub_names import is_hub_name, parse_hub_name
from edge.core.local_names import NONE
from edge.core.settings import KeyPath, LocalModelSettings, LocalSettings

_NAME = re.compile(r"[A-Za-z0-9._-]{1,32}\Z")  # it is part of a socket's path, which has 107


def find_local_clashes(local: LocalSettings) -> Iterator[Clash]:
    taken: dict[str, KeyPath] = {}
    for name, model in local.models.items():
        section: KeyPath = ("local", "models", name)
        yield from _check_name(section, name, taken)
        yield from _check_model(section, model, taken)
        if model.model == NONE:
            yield Clash(((*section, "model"), section), "a model of one's own is never none")
    if local.loras and local.model == NONE:
        yield Clash((("local", "loras"),), "there is no local model that they could change")
    yield from _check_model(("local",), local, taken)


def _check_model(
    section: KeyPath, model: LocalModelSettings, taken: dict[str, KeyPath]
) -> Iterator[Clash]:
    for name in model.loras:
        yield from _check_name((*section, "loras", name), name, taken)
    if is_hub_name(model.model) and parse_hub_name(model.model) is None:
        form = "hf:owner/repo/file.gguf, or that and @revision"
        yield Clash(((*section, "model"),), f'"{model.model}" is not of the form {form}')
    if model.kv_type != "f16" and model.flash_attention == "off":
        keys = ((*section, "flash_attention"), (*section, "kv_type"))
        yield Clash(keys, f"a kv_type of {model.kv_type} needs flash attention")


def _check_name(key: KeyPath, name: str, taken: dict[str, KeyPath]) -> Iterator[Clash]:
    if not _NAME.match(name):
        yield Clash((key,), "a local name is of up to 32 letters, digits and . _ - only")
    elif name in taken:
        yield Clash((key,), f'"local:{name}" would mean two: models and loras share their names')
    taken[name] = key
