"""Which beginnings of prompts are worth keeping at the platform, where that is made, kept and paid
for by name: Gemini's cached content.

    seen ──again within its time, and long enough──► to be made ──► made: used from the next call on
      ▲                                                  │ fails       │ its time is over, or the
      └──────────── after a while ◄──────────────────────┘             ▼ platform knows it no more
                                                                    seen

To keep a beginning costs its price as a prompt once, and some for each hour; each call that uses it
saves most of that price. So one that comes a single time never pays. Nothing is waited for: it is
made beside a call that could have used it.

Nothing here asks anybody or reads a clock. The bookkeeping is one process's own: where several
workers serve a box, each keeps what it has seen.

https://ai.google.dev/gemini-api/docs/caching
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field

_LEAST = 4096  # tokens, of a model whose own least nobody told us: the largest that is known
_MOST_KNOWN = 256
_SOONER_S = 10.0  # one that is about to end might be gone when the call arrives
_AFTER_FAILURE_S = 300.0


@dataclass(slots=True)
class _Beginning:
    seen_at: float
    name: str | None = None
    until: float = 0.0  # it is kept, or is not to be tried again
    is_begun: bool = False


@dataclass(slots=True)
class KeptPrompts:
    """`kept_s` is how long a beginning is kept from when it is made."""

    kept_s: float
    least: int | None = None
    _known: OrderedDict[str, _Beginning] = field(default_factory=OrderedDict)

    def find(self, beginning: str, now: float) -> str | None:
        """The platform's name for it, if it can be used now."""
        known = self._known.get(beginning)
        if known is None or known.name is None or now > known.until - _SOONER_S:
            return None
        return known.name

    def should_make(self, beginning: str, tokens: float, now: float) -> bool:
        """Told of every call that found none. True once: somebody is to make it, and to tell."""
        if tokens < (_LEAST if self.least is None else self.least):
            return False
        known = self._known.get(beginning)
        if known is None:
            self._known[beginning] = _Beginning(now)
            if len(self._known) > _MOST_KNOWN:
                self._known.popitem(last=False)
            return False
        self._known.move_to_end(beginning)
        is_again = now - known.seen_at <= self.kept_s
        known.seen_at = now
        if known.is_begun or not is_again or (known.name is None and now < known.until):
            return False
        known.is_begun = True
        return True

    def made(self, beginning: str, name: str, asked_at: float) -> None:
        """Its time runs from when it was asked for, at the latest."""
        self._settle(beginning, name, asked_at + self.kept_s)

    def failed(self, beginning: str, now: float) -> None:
        self._settle(beginning, None, now + _AFTER_FAILURE_S)

    def forget(self, beginning: str) -> None:
        """The platform knows it no more."""
        self._known.pop(beginning, None)

    def _settle(self, beginning: str, name: str | None, until: float) -> None:
        if (known := self._known.get(beginning)) is not None:
            known.name, known.until, known.is_begun = name, until, False
