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
from local_models.llama import Model
from local_models.llama_context import Logits, Output
from local_models.llama_sampler import Grammar, GrammarError, Sampler
from local_models.reply_reader import ReplyReader
from local_models.sampling import sampler_options
from local_models.wishes import NO_WISHES, Wishes
from local_models.wording import Wording


@dataclass(frozen=True, slots=True)
class Move:
    """Say something, then either feed tokens and ask again, or stop. `take_back`: so many of the
    tokens fed last are forgotten before that."""

    says: Sequence[Piece] = ()
    feed: Sequence[int] = ()
    stop: FinishReason | None = None
    take_back: int = 0

    @property
    def text(self) -> Text | None:
        """The words among what it says."""
        words = [piece for piece in self.says if isinstance(piece, Text)]
        return Text("".join(text.text for text in words)) if words else None


class Reply(Protocol):
    spoken: int  # tokens of what was said

    def begin(self) -> Move:
        """Before the prompt is read: what to feed after it; or a stop, if all is clear."""

    def hear(self, output: Output) -> Move:
        """After the last token fed."""

    def close(self) -> None:
        """Free what the reply holds; called once, whatever happened."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a free reply is held to: `room` tokens; what the reader has `known` of the coming text
    (see `Wording`); the grammar of all that may be said; and who tells its thinking and its calls
    from its words, where it may have any."""

    room: int
    known: str = ""
    grammar: str = ""
    reader: ReplyReader | None = None


class FreeReply:
    def __init__(
        self, model: Model, sampling: Sampling, frame: Frame, wishes: Wishes = NO_WISHES
    ) -> None:
        self._model = model
        options = sampler_options(sampling, model, wishes)
        self._grammar = Grammar(model, frame.grammar) if frame.grammar else None
        self._sampler = Sampler(model, options)
        self._reader = frame.reader
        self._rivals = (sampling.top_logprobs or 0) if sampling.logprobs else None
        self._wording = Wording(sampling.stop, known=frame.known)
        self._one_call = wishes.one_call
        self._limit = min(frame.room, sampling.max_tokens or frame.room)
        self.spoken = 0

    def begin(self) -> Move:
        return Move()

    def hear(self, output: Output) -> Move:
        try:
            token = self._sampler.sample(output, self._grammar)
        except GrammarError:  # no token of this vocabulary goes on: what is said is not whole
            return self._end(None, FinishReason.LENGTH)
        if token in self._model.end_tokens:
            return self._end(None, FinishReason.STOP)
        self.spoken += 1
        logprob = None
        if self._rivals is not None:
            logprob = _logprob(self._model, output.logits, token, self._rivals)
        text = self._wording.add(self._model.piece(token) or self._mark(token), logprob)
        if self._wording.stopped:
            return self._end(text, FinishReason.STOP)
        if self.spoken >= self._limit:
            return self._end(text, FinishReason.LENGTH)
        says = self._tell(text)
        if self._one_call and self._calls:
            return Move(says, stop=FinishReason.TOOL_CALLS)
        return Move(says, feed=(token,))

    def close(self) -> None:
        self._sampler.close()
        if self._grammar is not None:
            self._grammar.close()

    def _mark(self, token: int) -> bytes:
        """What stands before a tool call may be a control token, which has no text otherwise."""
        if self._reader is None:
            return b""
        text = self._model.text_of(token)
        return text.encode() if text in self._reader.marks else b""

    @property
    def _calls(self) -> int:
        return self._reader.calls if self._reader is not None else 0

    def _tell(self, text: Text | None) -> Sequence[Piece]:
        if text is None:
            return ()
        return (text,) if self._reader is None else self._reader.feed(text)

    def _end(self, text: Text | None, reason: FinishReason) -> Move:
        rest = None if self._wording.stopped else self._wording.end()
        says = [*self._tell(_join(text, rest))]
        if self._reader is not None:
            says += self._reader.end()
        if self._calls and reason is FinishReason.STOP:
            reason = FinishReason.TOOL_CALLS
        return Move(says, stop=reason)


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
        return Move((Text(sentence),), stop=FinishReason.STOP)

    def _score(self, logits: Logits, option: int) -> float:
        """The option's logit; to end is to say any of the tokens that end a reply."""
        return log_sum(logits[self._end_tokens]) if option == END else float(logits[option])


def pieces(move: Move, reply: Reply, *, read: int, cached: int) -> tuple[Piece, ...]:
    """What the caller is told of a move: `read` tokens of prompt, `cached` of them for nothing."""
    if move.stop is None:
        return tuple(move.says)
    return (*move.says, Usage(input=read, output=reply.spoken, cached=cached), Stop(move.stop))


def _logprob(model: Model, logits: Logits, token: int, rivals: int) -> TokenLogprob:
    """Natural logarithms, of the model's own distribution: before temperature and penalties."""
    total = log_sum(logits)
    likeliest = np.argpartition(logits, -rivals)[-rivals:] if rivals else ()
    top = sorted(((float(logits[t] - total), int(t)) for t in likeliest), reverse=True)
    return TokenLogprob(
        _readable(model, token),
        float(logits[token] - total),
        tuple((_readable(model, t), logprob) for logprob, t in top),
    )


def _readable(model: Model, token: int) -> str:
    return model.piece(token).decode("utf-8", "replace")


def log_sum(logits: Logits) -> float:
    peak = float(logits.max())
    return peak + float(np.log(np.exp(logits - peak).sum()))


def _join(first: Text | None, second: Text | None) -> Text | None:
    if first is None or second is None:
        return first or second
    return Text(first.text + second.text, first.logprobs + second.logprobs)
