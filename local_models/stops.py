"""Stop strings in text that arrives in pieces cut anywhere.

Whatever might still become a stop string is held back; everything before it goes out at
once. The first stop string to be *completed* ends the text, so the outcome does not
depend on how the text was cut.
"""

from __future__ import annotations

from collections.abc import Sequence


class StopHolder:
    def __init__(self, stops: Sequence[str]) -> None:
        self._stops = tuple(stop for stop in stops if stop)
        self._held = ""
        self.stopped = False

    def feed(self, text: str) -> str:
        """What may be shown now. Once `stopped`, nothing more is."""
        if self.stopped:
            return ""
        text = self._held + text
        found = self._first_completed(text)
        if found is not None:
            self.stopped = True
            self._held = ""
            return text[:found]
        shown = len(text) - self._risky_tail(text)
        self._held = text[shown:]
        return text[:shown]

    def flush(self) -> str:
        """The text ends here: what was held is no stop string after all."""
        held, self._held = self._held, ""
        return held

    def _first_completed(self, text: str) -> int | None:
        """Where the stop string begins whose end comes first; of several, the longest."""
        matches = [(text.find(stop), stop) for stop in self._stops]
        ends = [(start + len(stop), start) for start, stop in matches if start >= 0]
        return min(ends)[1] if ends else None

    def _risky_tail(self, text: str) -> int:
        """How many of the last characters could be the beginning of a stop string."""
        longest = max((len(stop) for stop in self._stops), default=0) - 1
        for length in range(min(longest, len(text)), 0, -1):
            tail = text[-length:]
            if any(stop.startswith(tail) for stop in self._stops):
                return length
        return 0
