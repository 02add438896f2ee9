"""The overlay's file: TOML with a section for every model that was probed.

    [models."mine/Big-70B"]
    prefill = true
    finding = "continues"

A file with faults is never written over: somebody wrote in it by hand.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from edge.core.clash import Clash
from edge.core.overlay import NO_OVERLAY, Overlay, Probed
from edge.core.platforms import split_model
from edge.settings_source import Source

_HEAD = """\
# What `prelude probe` found out: whether a model truly continues a text that it is given. The
# settings file wins over this. Delete a section, or all of this, to forget it.
"""


@dataclass(frozen=True, slots=True)
class _File:
    models: Mapping[str, Probed] = field(default_factory=dict)


def read_overlay(path: Path | None) -> Overlay:
    """An empty one where there is no file. Raises `BadSettings`, with file and line."""
    if path is None or not os.path.exists(path):  # false for a folder that is closed to us
        return NO_OVERLAY
    source = Source.of_file(path)
    models = source.parse_as(_File).models
    source.check(
        Clash((("models", name),), f'"{name}" is not of the form provider/id')
        for name in models
        if split_model(name) is None
    )
    source.raise_faults()
    return Overlay(models)


def add_to_overlay(path: Path, name: str, probed: Probed) -> None:
    """In one step, so that a service which reads meanwhile has the old file or the new one."""
    models = {**read_overlay(path).models, name: probed}
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    new = path.with_name(f"{path.name}.new")
    new.write_text(_HEAD + "".join(map(_section, models, models.values())), encoding="utf-8")
    os.replace(new, path)


def _section(name: str, probed: Probed) -> str:
    values = {key: value for key, value in asdict(probed).items() if value not in (None, "")}
    lines = [f"{key} = {_toml(value)}" for key, value in values.items()]
    return "\n".join(["", f"[models.{_toml(name)}]", *lines, ""])


def _toml(value: str | bool | int) -> str:
    """JSON's texts, numbers and booleans are TOML's as well."""
    return json.dumps(value, ensure_ascii=False)
