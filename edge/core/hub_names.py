"""`hf:owner/repo/file.gguf[@revision]`: a model file on the Hugging Face Hub."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PREFIX = "hf:"
_PART = r"[A-Za-z0-9][A-Za-z0-9._-]*"
_FORM = re.compile(
    rf"hf:(?P<repo>{_PART}/{_PART})/(?P<file>(?:{_PART}/)*{_PART}\.gguf)"
    rf"(?:@(?P<revision>{_PART}(?:/{_PART})*))?\Z"
)


@dataclass(frozen=True, slots=True)
class HubName:
    repo: str
    file: str
    revision: str  # a branch, a tag, or a commit


def is_hub_name(model: str) -> bool:
    """It means to be one; whether it is, `parse_hub_name` tells."""
    return model.startswith(_PREFIX)


def parse_hub_name(model: str) -> HubName | None:
    found = _FORM.match(model)
    return found and HubName(found["repo"], found["file"], found["revision"] or "main")
