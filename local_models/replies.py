"""What one sequence says: shown the model's output, a reply answers with its next move.

Two kinds. `FreeReply` writes until the model ends, a stop string comes or the room is
used up. `ChoiceReply` says one of the sentences it was given.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from edge.core.types import FinishReason, Piece, Sampling, Stop, Text, TokenLogprob, Usage
from local_models.choices import END, ChoiceWalk
from local_models.llama import Logits, Model, Output, Sampler
from local_models.sampling import sampler_options
from local_models.wording import Wording


@dataclass(frozen=True, slots=True)
class Move:
    """Say `text`, then either feed tokens and ask again, or stop."""

    text: Text | None = None
    feed: Sequence[int] = ()
    stop: FinishReason | None = None


class Reply(Protocol):
    spoken: int  # tokens of what was said

    def begin(self) -> Move:
        """Before the prompt is read: what to feed after it; or a stop, if all is clear."""

    def hear(self, output: Output) -> Move:
        """After the last token fed."""

    def close(self) -> None:
        """Free what the reply holds; called once, whatever happened."""


class FreeReply:
    def __init__(self, model: Model, sampling: Sampling, *, room: int, known: str = "") -> None:
        """`room`: tokens left in the context; `known`: see `Wording`."""
        self._model = model
        self._sampler = Sampler(model, sampler_options(sampling, model))
        self._rivals = (sampling.top_logprobs or 0) if sampling.logprobs else None
        self._wording = Wording(sampling.stop, known=known)
        self._limit = min(room, sampling.max_tokens if sampling.max_tokens is not None else room)
        self.spoken = 0

    def begin(self) -> Move:
        return Move()

    def hear(self, output: Output) -> Move:
        token = output.sample(self._sampler)
        if token in self._model.end_tokens:
            return Move(self._wording.end(), stop=FinishReason.STOP)
        self.spoken += 1
        logprob = None
        if self._rivals is not None:
            logprob = _logprob(self._model, output.logits, token, self._rivals)
        text = self._wording.add(self._model.piece(token), logprob)
        if self._wording.stopped:
            return Move(text, stop=FinishReason.STOP)
        if self.spoken >= self._limit:
            return Move(_join(text, self._wording.end()), stop=FinishReason.LENGTH)
        return Move(text, feed=(token,))

    def close(self) -> None:
        self._sampler.close()


class ReadReply:
    """Says nothing: its prompt was to be read, for a later one."""

    spoken = 0

    def begin(self) -> Move:
        return Move()

    def hear(self, output: Output) -> Move:
        return Move(stop=FinishReason.STOP)

    def close(self) -> None:
        """Holds nothing."""


class ChoiceReply:
    """Says the sentence whose tokens are the likeliest, fork by fork.

    However unlikely that is: on 34 prompts and a crude grammar (40 sentences each) the mean
    log-probability did not tell clumsy openings from good ones (AUC 0.55), and on reviewed
    forms a threshold would only have silenced good ones. So the sentences must all be fit to
    be said; the model picks the one that fits best.
    """

    def __init__(self, model: Model, sentences: Sequence[str]) -> None:
        by_tokens = {tuple(model.tokenize(s, parse_special=False)): s for s in sentences}
        self._sentences = tuple(by_tokens.items())
        self._walk = ChoiceWalk([tokens for tokens, _ in self._sentences])
        self._end_tokens = np.array(model.end_tokens)
        self.longest = max(len(tokens) for tokens, _ in self._sentences)
        self.spoken = 0

    def begin(self) -> Move:
        return self._move(self._walk.lead)

    def hear(self, output: Output) -> Move:
        logits = output.logits
        likeliest = max(self._walk.options, key=lambda option: self._score(logits, option))
        return self._move(self._walk.take(likeliest))

    def close(self) -> None:
        """Holds nothing."""

    def _move(self, feed: Sequence[int]) -> Move:
        if self._walk.settled is None:
            return Move(feed=feed)
        tokens, sentence = self._sentences[self._walk.settled]
        self.spoken = len(tokens)
        return Move(Text(sentence), stop=FinishReason.STOP)

    def _score(self, logits: Logits, option: int) -> float:
        """The option's logit; to end is to say any of the tokens that end a reply."""
        return _log_sum(logits[self._end_tokens]) if option == END else float(logits[option])


def pieces(move: Move, reply: Reply, *, read: int, cached: int) -> tuple[Piece, ...]:
    """What the caller is told of a move: `read` tokens of prompt, `cached` of them for nothing."""
    text = () if move.text is None else (move.text,)
    if move.stop is None:
        return text
    return (*text, Usage(input=read, output=reply.spoken, cached=cached), Stop(move.stop))


def _logprob(model: Model, logits: Logits, token: int, rivals: int) -> TokenLogprob:
    """Natural logarithms, of the model's own distribution: before temperature and penalties."""
    total = _log_sum(logits)
    likeliest = np.argpartition(logits, -rivals)[-rivals:] if rivals else ()
    top = sorted(((float(logits[t] - total), int(t)) for t in likeliest), reverse=True)
    return TokenLogprob(
        _readable(model, token),
        float(logits[token] - total),
        tuple((_readable(model, t), logprob) for logprob, t in top),
    )


def _readable(model: Model, token: int) -> str:
    return model.piece(token).decode("utf-8", "replace")


def _log_sum(logits: Logits) -> float:
    peak = float(logits.max())
    return peak + float(np.log(np.exp(logits - peak).sum()))


def _join(first: Text | None, second: Text | None) -> Text | None:
    if first is None or second is None:
        return first or second
    return Text(first.text + second.text, first.logprobs + second.logprobs)
