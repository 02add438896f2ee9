"""Flags: a route that is turned on for a share of the callers, and stays on for each of them.

A caller is in or out by a hash of the flag's name and the caller, so the same people meet the same
route on every worker and after every start, a larger share keeps all those of a smaller one, and
two flags share their callers out independently.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b

from edge.core.settings import FlagSettings
from edge.core.verdict import Task

_BITS = 64


def is_on(name: str, share: float, caller: str) -> bool:
    """For a caller that nobody can tell from others only where it is on for everybody."""
    if share >= 1.0 or not caller:
        return share >= 1.0
    digest = blake2b(f"{name}\n{caller}".encode(), digest_size=_BITS // 8).digest()
    return int.from_bytes(digest) / 2.0**_BITS < share


def flagged_route(flags: Mapping[str, FlagSettings], task: Task, caller: str) -> str | None:
    """The route of the first flag that is on: one that is named after a task is for that task
    alone, any other for all of them."""
    for name, flag in flags.items():
        is_for_task = flag.route == task or flag.route not in tuple(Task)
        if is_for_task and is_on(name, flag.share, caller):
            return flag.route
    return None
