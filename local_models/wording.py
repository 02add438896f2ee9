"""From a model's tokens to text for a reader.

Tokens are bytes: a character may span several, so bytes wait until it is whole, and a
character that is never finished is never shown. Text that may be the start of a stop
string waits too (`local_models/stops.py`). A token's log-probability goes out with the
first character that the token has a part in.
"""

from __future__ import annotations

import codecs
from collections import deque
from collections.abc import Sequence

from edge.core.types import Text, TokenLogprob
from local_models.stops import StopHolder


class Wording:
    def __init__(self, stops: Sequence[str] = (), *, known: str = "") -> None:
        """`known`: what the reader has already of the coming text; it is not said twice."""
        self._characters = codecs.getincrementaldecoder("utf-8")("replace")
        self._holder = StopHolder(stops)
        self._known = known
        self._heard = 0  # characters that came in
        self._shown = 0  # characters that went out
        self._logprobs: deque[tuple[int, TokenLogprob]] = deque()  # with where its token starts

    @property
    def stopped(self) -> bool:
        """A stop string came: it and what follows are not shown."""
        return self._holder.stopped

    def add(self, piece: bytes, logprob: TokenLogprob | None = None) -> Text | None:
        text = self._drop_known(self._characters.decode(piece))
        if logprob is not None:
            self._logprobs.append((self._heard, logprob))
        self._heard += len(text)
        return self._show(self._holder.feed(text))

    def end(self) -> Text | None:
        """What was held for a stop string; half a character is dropped."""
        return self._show(self._holder.flush())

    def _drop_known(self, text: str) -> str:
        while self._known and text:
            if text[0] != self._known[0]:
                self._known = ""
                break
            text, self._known = text[1:], self._known[1:]
        return text

    def _show(self, text: str) -> Text | None:
        if not text:
            return None
        self._shown += len(text)
        logprobs = []
        while self._logprobs and self._logprobs[0][0] < self._shown:
            logprobs.append(self._logprobs.popleft()[1])
        return Text(text, tuple(logprobs))
