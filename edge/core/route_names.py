"""The routes that there are by name: of a task, or of what is asked for whatever it looks like."""

from __future__ import annotations

from edge.core.media import KINDS
from edge.core.verdict import Task

COMPLETION = "completion"  # a text of the caller's own is gone on with: POST /v1/completions
UNTALKED = (*KINDS, COMPLETION)  # nobody is talked to through these: they have a chain, no draft
ROUTE_NAMES = ("default", *Task, *UNTALKED)
