"""One leg of the chain: what it has said, what of it may be shown, and when its silence is a fault.

Its words go through a passage (which leaves out what the reader already has), and white space at
their end waits for the word behind it: a prefix that ends in some is refused by one platform, and
doubled by the next leg of another.

Four clocks, never more than one of each: to the first text, between texts, between thinking or
tool-argument deltas (progress of another kind, so another clock), and the rate of visible text,
because a stream at one token a second trips no gap.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from edge.core.events import StartLeg
from edge.core.passage import Passage
from edge.core.plan import Target
from edge.core.types import Checkpoint, FinishReason, Text, TokenLogprob

# After its `Stop` a leg owes us only its usage; it gets this long to send it.
_TAIL_S = 1.0
# A rate is measured over this long: shorter, and one slow chunk would be a fault.
_RATE_WINDOW_S = 5.0
_GOES_ON = ",;:([{-\u2013\u2014\u3001\uff0c\uff1a\uff1b"  # no text ends in these


def looks_finished(text: str) -> bool:
    """Whether a reply may well end so."""
    last = text[-1:]
    return bool(last) and not last.isalnum() and last not in _GOES_ON


@dataclass(slots=True)
class ChainLeg:
    """`start` is how it was asked, `prefix` the text that it is to continue. One that is resumed
    goes on behind the white space, `space`, that nobody was shown yet."""

    start: StartLeg
    target: Target
    prefix: str
    passage: Passage
    started_at: float
    space: str = ""
    has_spoken: bool = False  # text, thinking or tool arguments
    has_shown: bool = False
    stop: FinishReason | None = None
    held: list[Text] = field(default_factory=list)  # ready, while another may yet win the race
    _due: float = 0.0
    _limit_s: float = 0.0
    _space_logprobs: tuple[TokenLogprob, ...] = ()
    _window_at: float | None = None  # when the present rate window began
    _window_chars: int = 0
    _checkpoint: Checkpoint | None = None
    _behind: list[str] = field(default_factory=list)  # said since the checkpoint
    _passes: bool = False  # of the latest words nothing is held

    def __post_init__(self) -> None:
        clocks = self.target.clocks
        self._limit_s = clocks.whole_s if self.is_whole else clocks.first_text_s
        self._due = self.started_at + self._limit_s

    @property
    def number(self) -> int:
        return self.start.leg

    @property
    def is_whole(self) -> bool:
        return self.start.is_whole

    @property
    def tier(self) -> str:
        return self.target.tier

    def timer(self) -> float:
        """When `fault` must be asked at the latest."""
        if self._window_at is None or self.stop is not None:
            return self._due
        return min(self._due, self._window_at + _RATE_WINDOW_S)

    def fault(self, now: float) -> str | None:
        """What is wrong with its silence or its pace by now; None: nothing."""
        if now >= self._due:
            what = "silent" if self.has_spoken else "no text"
            return f"{self.tier}: {what} for {self._limit_s:g} s (leg {self.number})"
        if self._window_at is None or now < self._window_at + _RATE_WINDOW_S:
            return None
        rate, least = self._window_chars / _RATE_WINDOW_S, self.target.clocks.min_chars_per_s
        self._window_at, self._window_chars = now, 0
        if rate >= least:
            return None
        return f"{self.tier}: {rate:.3g} characters/s (limit {least:g}, leg {self.number})"

    def hear_text(self, piece: Text, at: float) -> Text | None:
        """The words that may be shown now. Raises `GivenUp`."""
        self._progress(at, self.target.clocks.stall_s)
        if self._window_at is None and self.target.clocks.min_chars_per_s > 0:
            self._window_at = at
        self._window_chars += len(piece.text)
        text = self.passage.feed(piece.text)
        self._passes = text is piece.text or (text != "" and text[-1] == piece.text[-1])
        if self._checkpoint is not None:
            self._behind.append(piece.text)
        if self.has_shown and text is piece.text and not self.space and not text[-1].isspace():
            return piece  # nearly every piece of a long reply: nothing to copy
        return self._ready(text, piece.logprobs)

    def hear_other(self, at: float) -> None:
        """Thinking, or a tool's arguments: no text is due while they come."""
        self._progress(at, self.target.clocks.thinking_s)
        self._window_at = None
        self._window_chars = 0

    def hear_checkpoint(self, checkpoint: Checkpoint) -> None:
        """While its words are held or left out, nobody knows where in them it would go on."""
        self._checkpoint = checkpoint if self._passes else None
        self._behind.clear()

    def resume_from(self, shown: str) -> tuple[Checkpoint, str] | None:
        """Where it can be asked to go on, and what it has said behind that; None: nowhere. `shown`
        is what the reader has of its block."""
        behind = "".join(self._behind)
        if self._checkpoint is None or not (shown + self.space).endswith(behind):
            return None
        return self._checkpoint, behind

    def hear_stop(self, reason: FinishReason, at: float) -> Text | None:
        """The words that were held back and are no echo. Raises `GivenUp`."""
        rest = self._ready(self.passage.close(), ())
        self.stop = reason
        self._progress(at, _TAIL_S)
        if not (self.has_shown or self.held or rest):
            return None
        text = (rest.text if rest else "") + self.space
        return Text(text, self._space_logprobs) if text else None

    @property
    def is_empty(self) -> bool:
        """Finished without a word: it failed, or there was nothing to add to its prefix."""
        if self.stop is not FinishReason.STOP or self.passage.left_out:
            return False
        return not (self.has_shown or self.held)

    def _progress(self, at: float, limit_s: float) -> None:
        self.has_spoken = True
        self._limit_s = limit_s
        self._due = at + limit_s

    def _ready(self, text: str, logprobs: tuple[TokenLogprob, ...]) -> Text | None:
        text = self.space + text
        if not (self.has_shown or self.held or self.passage.joins):
            text = text.lstrip("\n")
        words = text.rstrip()
        self.space = text[len(words) :]
        self._space_logprobs += logprobs
        if not words:
            return None
        spoken, self._space_logprobs = self._space_logprobs, ()
        return Text(words, spoken)
