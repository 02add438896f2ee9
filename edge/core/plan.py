"""A plan: how one request may spend its time and money, fixed before the first byte."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from edge.core.events import Role


class Strategy(StrEnum):
    LOCAL = "local"  # the local model answers alone
    PREAMBLE = "preamble"  # the opening stands by itself; the target answers in full below it
    CONTINUE = "continue"  # the target continues the opening's own text
    PARALLEL = "parallel"  # it answers in full; what the opening said already is left out
    TARGET = "target"  # hosted only


@dataclass(frozen=True, slots=True)
class Clocks:
    """Longest silences of one leg, in seconds, and its least pace."""

    first_text_s: float
    stall_s: float
    thinking_s: float  # between thinking or tool-argument deltas: progress, but not text
    whole_s: float = 20.0  # to a reply that is asked for in one piece
    min_chars_per_s: float = 0.0  # of visible text; 0 is any


@dataclass(frozen=True, slots=True)
class Draft:
    """An opening and its limits. `choices`: the only sentences it may say (level `frame`).
    `correction`: what stands before the words of a target that contradicts it; empty where it
    asserts nothing. `is_replaced`: such a target's answer stands in its place instead, because it
    can be taken back. `give_up_at`: when the target is expected to have spoken itself, on the
    monotonic clock; None: nobody knows."""

    tier: str
    level: str
    choices: tuple[str, ...] = ()
    gate: str = "sentence"
    sentences: int = 1
    correction: str = ""
    is_replaced: bool = False
    give_up_at: float | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """One rung of the chain. `prefill`: it truly continues a prefix; who does not is asked to,
    with an anchor. `may_retry`: its retry budget allows another call. `hedge_after_s`: when it
    is later than usual, so that the next one may start beside it; None is never. `is_capped`: it
    is given an end before the caller's `max_tokens`. `expected_cents`: what it is likely to cost;
    None: its price is not known."""

    tier: str
    role: Role
    prefill: bool
    clocks: Clocks
    may_retry: bool = True
    hedge_after_s: float | None = None
    is_capped: bool = False
    expected_cents: float | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """`fast_deadline` and `total_deadline` are instants on the monotonic clock.

    The chain is tried in order; a `Role.LOCAL` rung at its end is the last resort, and one with
    hosted ones behind it is watched, and left when it is lost.
    `prefix` is text that the caller has already and every rung continues, as if it had said it.
    `prompt` is the last user text, which a draft's opening is judged against. `jitter`, from 0
    to 1, is drawn for each plan: those who wait for one instant shall not all come at once.
    `verbatim`: a text is completed; what is said belongs to it as it is, white space and silence
    too, and every rung goes on from where the one before it broke off.
    """

    strategy: Strategy
    chain: tuple[Target, ...]
    fast_deadline: float
    deep_s: float  # from when a hosted target is needed to its first output, over all attempts
    total_deadline: float | None = None
    pace_tokens_per_s: float = 0.0  # the answer is shown no faster; 0: as it comes
    draft: Draft | None = None
    escalate_after_s: float = 0.0
    prefix: str = ""
    prompt: str = ""
    stop: tuple[str, ...] = ()
    most_chars: int | None = None  # of the answer: more, and the target ignores its max_tokens
    recoverable: bool = True  # plain text: a broken reply may be continued by another leg
    route: str = "default"
    reasons: tuple[str, ...] = ()
    jitter: float = 0.0
    verbatim: bool = False

    def describe(self) -> str:
        """One line for the `x-prelude-plan` header."""
        names = dict.fromkeys(rung.tier for rung in self.chain)
        draft = f"; draft={self.draft.tier}:{self.draft.level}" if self.draft else ""
        return f"{self.strategy}{draft}; targets={','.join(names)}"
