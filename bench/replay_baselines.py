"""The target alone: asked directly, and by a client that asks again from the start.

The second one is what an SDK or a careful application does: a call that breaks off, or is silent
for ten seconds, is given up and made anew, twice at the most, after half a second and then one.
(The SDKs' own limit is ten minutes, which no stall here would reach.) Its reader keeps what is on
the page: only words that go beyond it are new.
"""

from __future__ import annotations

from bench.replay_bill import cost
from bench.replay_host import Host, Speech
from bench.replay_reader import Figures, Shown, figures
from bench.replay_traffic import Asked
from bench.replay_words import whole_reply

SILENCE_S = 10.0
RETRIES = 2
BACKOFF_S = 0.5


def ask_directly(asked: Asked, host: Host) -> Figures:
    whole = whole_reply(asked.n, asked.reply_tokens)
    speech = host.answer(asked.n, 0, whole)
    shown = [Shown(chunk.at_s, chunk.text) for chunk in speech.chunks]
    paid = cost(asked.prompt_tokens, speech.tokens_by(speech.end_s))
    return figures(shown, whole, cost=paid, says_whole=not speech.is_cut)


def ask_again(asked: Asked, host: Host) -> Figures:
    whole = whole_reply(asked.n, asked.reply_tokens)
    shown: list[Shown] = []
    at_s = paid = 0.0
    has = 0  # characters on the page
    for attempt in range(1 + RETRIES):
        speech = host.answer(asked.n, attempt, whole)
        given_up_s = _given_up_s(speech)
        until_s = speech.end_s if given_up_s is None else given_up_s
        told = 0
        for chunk in speech.chunks:
            if chunk.at_s > until_s:
                break
            told += len(chunk.text)
            if told > has:
                shown.append(Shown(at_s + chunk.at_s, chunk.text[-(told - has) :]))
                has = told
        paid += cost(asked.prompt_tokens, speech.tokens_by(until_s))
        if given_up_s is None and not speech.is_cut:
            return _told_whole(shown, whole, at_s + until_s, paid)
        at_s += until_s + BACKOFF_S * 2**attempt
    return figures(shown, whole, cost=paid, says_whole=False)


def _given_up_s(speech: Speech) -> float | None:
    """When its silence has lasted too long; None: it never does."""
    heard_s = 0.0
    for at_s in (*(chunk.at_s for chunk in speech.chunks), speech.end_s):
        if at_s - heard_s > SILENCE_S:
            return heard_s + SILENCE_S
        heard_s = at_s
    return None


def _told_whole(shown: list[Shown], whole: str, end_s: float, paid: float) -> Figures:
    """It ends with the last attempt, though its last word may have been there before."""
    return figures([*shown, Shown(end_s, "")], whole, cost=paid)
