"""A dispatcher after DiSCo (Sun, Wang and Lai, ACL 2025 findings, arXiv 2502.11417).

Both ends give the same answer, and the reader gets it from whoever speaks first. We read the
paper's policy for a constrained device like this:

- The server is asked at once, the device after a wait. The wait is long enough for nearly all
  replies of the server: the quantile 1 - min(alpha, budget) of its time to the first token, so that
  alpha of the requests, the late ones, are protected. What the budget (a share of all prompt
  tokens) has left goes to the shortest prompts: there the device starts at once.
- The first token wins, and the other end is stopped.
- Where the device won, the rest is *migrated* to the server, whose answer is wanted here: once the
  words that the reader has not yet reached would last for the time that moving takes (reading speed
  times the server's usual time to its first token), the device stops and the server is asked to go
  on from there.

The paper has no recovery: what stalls is waited for, and what is cut off ends there, unless the
device may still speak first. The distribution and the prompt lengths, which it learns from a log,
are given to it here, and so is a GPU like ours, which reads a prompt of any length as fast as a
short one. The paper aims at the first token, not at the first sentence: see the row of that name.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from bench.answers import pieces
from bench.replay_bill import cost
from bench.replay_clock import Clock
from bench.replay_engine import CONTEXT, DECODE_PER_S, LocalEngine, Turn, first_token_s
from bench.replay_host import PROFILE, Host, Speech
from bench.replay_reader import READS_TOKENS_PER_S, Figures, Shown, figures
from bench.replay_traffic import Asked
from bench.replay_words import whole_reply

ALPHA = 0.05
BUDGET = 0.5
_MOVING_S = PROFILE.ttft_ms.at(0.5) / 1000


@dataclass(frozen=True, slots=True)
class Waits:
    """How long the device waits, by the length of the prompt."""

    longest_s: float
    at_once_below: int

    def of(self, prompt_tokens: int) -> float:
        return 0.0 if prompt_tokens < self.at_once_below else self.longest_s


def waits(prompt_tokens: Sequence[int], budget: float = BUDGET, alpha: float = ALPHA) -> Waits:
    longest_s = PROFILE.ttft_ms.at(1 - min(alpha, budget)) / 1000
    ordered = sorted(prompt_tokens)
    allowed = max(0.0, budget - alpha) * sum(ordered)
    fit = sum(used <= allowed for used in accumulate(ordered))
    below = 0 if not fit else ordered[fit] if fit < len(ordered) else ordered[-1] + 1
    return Waits(longest_s, below)


@dataclass(slots=True)
class Disco:
    """`done` gets the number of each request, and its figures."""

    clock: Clock
    engine: LocalEngine
    host: Host
    seed: int
    waits: Waits
    done: Callable[[int, Figures], None]

    def arrive(self, asked: Asked, now: float) -> None:
        whole = whole_reply(asked.n, asked.reply_tokens)
        run = _Run(self, asked, whole, now, self.host.answer(asked.n, 0, whole))
        run.start()


@dataclass(slots=True)
class _Run:
    """One request: a race, and what follows from it."""

    world: Disco
    asked: Asked
    whole: str
    began_at: float
    server: Speech
    turn: Turn | None = None
    is_decided: bool = False
    shown: list[Shown] = field(default_factory=list)

    def start(self) -> None:
        clock, first_s = self.world.clock, self.server.first_s
        if first_s is not None:
            clock.call_at(self.began_at + first_s, self._server_speaks)
        wait_s = self.world.waits.of(self.asked.prompt_tokens)
        if self.asked.prompt_tokens < CONTEXT:
            clock.call_at(self.began_at + wait_s, self._ask_device, is_timer=True)
        elif first_s is None:
            clock.call_at(self.began_at + self.server.end_s, self._server_speaks)

    def _server_speaks(self, now: float) -> None:
        """Its first token, or the news that there will be none."""
        if self.is_decided:
            return
        self.is_decided = True
        if self.turn is not None:
            self.world.engine.end(self.turn, now)
        self._tell_rest(self.server, 0.0)
        self._finish(self.server, self._price(self.server, self.server.end_s))

    def _ask_device(self, now: float) -> None:
        if not self.is_decided:
            self.turn = self.world.engine.ask(now, self._device_begins)

    def _device_begins(self, now: float) -> None:
        rng = random.Random(f"{self.world.seed}:device:{self.asked.n}")
        self.world.clock.call_at(now + first_token_s(rng), self._device_speaks)

    def _device_speaks(self, now: float) -> None:
        """Its first token: it writes until enough is ahead of the reader, then the server does."""
        if self.is_decided:
            return
        self.is_decided = True
        paid = self._price(self.server, now - self.began_at)
        said = pieces(self.whole)
        count = min(len(said), buffer_tokens())
        for place in range(count):
            at_s = now - self.began_at + place / DECODE_PER_S
            self.shown.append(Shown(at_s, said[place], "local"))
        moves_at = now + (count - 1) / DECODE_PER_S
        assert self.turn is not None
        turn = self.turn
        self.world.clock.call_at(moves_at, lambda at: self.world.engine.end(turn, at))
        prefix = "".join(said[:count])
        if len(prefix) < len(self.whole):
            rest = self.world.host.answer(self.asked.n, 1, self.whole[len(prefix) :])
            self._tell_rest(rest, moves_at - self.began_at)
            self._finish(rest, paid + self._price(rest, rest.end_s, prefix))
        else:
            self.world.done(self.asked.n, figures(self.shown, self.whole, cost=paid))

    def _tell_rest(self, speech: Speech, from_s: float) -> None:
        self.shown += [Shown(from_s + chunk.at_s, chunk.text) for chunk in speech.chunks]

    def _price(self, speech: Speech, until_s: float, prefix: str = "") -> float:
        return cost(self.asked.prompt_tokens, speech.tokens_by(until_s), prefix)

    def _finish(self, speech: Speech, paid: float) -> None:
        told = figures(self.shown, self.whole, cost=paid, says_whole=not speech.is_cut)
        self.world.done(self.asked.n, told)


def buffer_tokens() -> int:
    """How many tokens our GPU writes until those ahead of the reader cover the moving."""
    written = 1
    while not is_buffered(written, (written - 1) / DECODE_PER_S):
        written += 1
    return written


def is_buffered(written: float, reading_s: float) -> bool:
    """Whether the words that the reader has not reached would last while the rest is moved."""
    return written - READS_TOKENS_PER_S * reading_s >= READS_TOKENS_PER_S * _MOVING_S
