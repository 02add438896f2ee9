"""What is wrong with a classifier's model."""

from __future__ import annotations

from edge.core.errors import EdgeError


class ClassifierModelError(EdgeError):
    """A model that cannot be used; the message names the file and what is wrong with it."""
