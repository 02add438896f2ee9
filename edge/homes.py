"""Every word that is to be kept in mind has one home among the workers of the box.

    a request with a word ──► the worker that took its line ── not its home? ──► the home's door

What is known of a word (an `Idempotency-Key`) lies in the memory of one worker, so two requests
with the same word are never answered by two. The home follows from the word alone: nobody is
asked, nothing is written down, nothing need be swept; and whoever takes a dead worker's place has
its words. A door is a Unix socket in the parent's own folder, at which a worker answers all that it
answers on the box's port, and asks for the same keys.
"""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

_log = logging.getLogger("prelude")


@dataclass(frozen=True, slots=True)
class Homes:
    """As seen by worker `own` of them. One who is alone has all words. A worker that has died may
    take `restart_s` to be there again."""

    folder: Path = Path()
    own: int = 0
    workers: int = 1
    restart_s: float = 10.0

    def of(self, *words: str) -> Path | None:
        """The door of their home; None: it is here."""
        told = hashlib.sha256("\0".join(words).encode()).digest()
        home = int.from_bytes(told) % self.workers
        return None if home == self.own else self.door(home)

    @property
    def others(self) -> list[Path]:
        return [self.door(number) for number in range(self.workers) if number != self.own]

    def door(self, number: int) -> Path:
        return self.folder / f"worker-{number}.door"


async def open_door(runner: web.AppRunner, homes: Homes) -> Homes:
    """Until the runner is cleaned up. Where there can be no socket, this worker stays alone."""
    if homes.workers == 1:
        return homes
    path = homes.door(homes.own)
    try:
        await web.UnixSite(runner, path).start()
    except OSError as error:
        fields = {"path": str(path), "error": str(error)}
        _log.error("homes: no door, so this worker keeps words alone", extra={"fields": fields})
        return Homes()
    return homes
