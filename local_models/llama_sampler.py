"""llama.cpp's samplers with types: a chain that draws the next token, and a grammar beside it.

With a grammar a token is drawn first and then checked (10 microseconds); only where the grammar
refuses it is it drawn again, from those of the likeliest that are allowed, and at worst from all
that are (`token_starts.py`).

llama.cpp ends the process when a grammar is told of a token that it does not allow, and so it
is told only of checked ones.
"""

from __future__ import annotations

import ctypes
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import llama_cpp.llama_cpp as api
import numpy as np
from numpy.typing import NDArray

from local_models.llama import Model
from local_models.llama_context import Logits, Output

Candidates = NDArray[Any]  # rows of `_CANDIDATE`

_LIKELIEST = 128  # looked at first where a grammar refuses what was drawn
_CANDIDATE = np.dtype([("id", np.int32), ("logit", np.float32), ("p", np.float32)])


class GrammarError(ValueError):
    """llama.cpp cannot read the grammar, or it leaves the model nothing to say."""


@dataclass(frozen=True, slots=True)
class SamplerOptions:
    """`temperature` 0 takes the likeliest token; `top_k` 0 looks at all of them (slow).

    The three penalties look at what the reply has said, not at the prompt.
    """

    temperature: float
    top_p: float = 1.0
    top_k: int = 0
    min_p: float = 0.0
    seed: int | None = None
    repetition_penalty: float = 1.0
    presence_penalty: float = 0.0
    frequency_penalty: float = 0.0
    logit_bias: Mapping[int, float] = field(default_factory=dict)

    @property
    def has_penalties(self) -> bool:
        return self.repetition_penalty != 1 or bool(self.presence_penalty or self.frequency_penalty)


class Sampler:
    """llama.cpp's sampler chain for one reply; it remembers the tokens it chose."""

    def __init__(self, model: Model, options: SamplerOptions) -> None:
        self._chain: Any = api.llama_sampler_chain_init(api.llama_sampler_chain_default_params())
        if options.logit_bias:
            pairs = [api.llama_logit_bias(*pair) for pair in options.logit_bias.items()]
            biases = (api.llama_logit_bias * len(pairs))(*pairs)
            self._add(api.llama_sampler_init_logit_bias(model.vocab_size, len(pairs), biases))
        if options.has_penalties:
            repeated = options.repetition_penalty
            frequency, presence = options.frequency_penalty, options.presence_penalty
            last = model.trained_context  # all that was said
            self._add(
                api.llama_sampler_init_penalties(
                    model.vocab_size, last, repeated, frequency, presence
                )
            )
        if options.temperature <= 0:
            self._add(api.llama_sampler_init_greedy())
            return
        if options.top_k > 0:
            self._add(api.llama_sampler_init_top_k(options.top_k))
        self._add(api.llama_sampler_init_temp(options.temperature))
        if options.top_p < 1:
            self._add(api.llama_sampler_init_top_p(options.top_p, 1))
        if options.min_p > 0:
            self._add(api.llama_sampler_init_min_p(options.min_p, 1))
        no_seed = api.LLAMA_DEFAULT_SEED  # means: a random one
        seed = no_seed if options.seed is None else options.seed % no_seed
        self._add(api.llama_sampler_init_dist(seed))

    def sample(self, output: Output, grammar: Grammar | None = None) -> int:
        """The next token; raises `GrammarError` where the grammar allows none."""
        if grammar is None:
            return output.sample(self._chain)
        token = self._draw_allowed(output.logits, grammar)
        api.llama_sampler_accept(self._chain, token)
        grammar.accept(token)
        return token

    def close(self) -> None:
        """Frees the chain and all that was added to it."""
        api.llama_sampler_free(self._chain)

    def _add(self, sampler: Any) -> None:
        api.llama_sampler_chain_add(self._chain, sampler)

    def _draw_allowed(self, logits: Logits, grammar: Grammar) -> int:
        token = self._draw(_all(logits))
        if len(grammar.allowed(candidates(np.array([token]), logits))):
            return token
        likeliest = np.argpartition(logits, -_LIKELIEST)[-_LIKELIEST:]
        allowed = grammar.allowed(candidates(likeliest, logits))
        if not len(allowed):
            allowed = grammar.all_allowed(logits)
        if not len(allowed):
            raise GrammarError("the grammar leaves the model nothing to say")
        return self._draw(allowed)

    def _draw(self, offered: Candidates) -> int:
        array = _array(offered)
        api.llama_sampler_apply(self._chain, ctypes.byref(array))
        return int(array.data[array.selected].id)


class Grammar:
    """What one reply may say (GBNF, from `root`), and how much of it has been said.

    Only for grammars that we wrote ourselves (`json_grammar.py`): llama.cpp's reader takes
    exponential time for some of a stranger's, and so does each token after it.
    """

    def __init__(self, model: Model, text: str) -> None:
        self._grammar: Any = api.llama_sampler_init_grammar(model.vocab, text.encode(), b"root")
        if not self._grammar:
            raise GrammarError("llama.cpp cannot read the grammar")
        self._starts = model.starts

    def allowed(self, offered: Candidates) -> Candidates:
        """Those that may come next."""
        array = _array(offered)
        api.llama_sampler_apply(self._grammar, ctypes.byref(array))
        allowed: Candidates = offered[np.isfinite(offered["logit"])]
        return allowed

    def all_allowed(self, logits: Logits) -> Candidates:
        """All tokens that may come next."""
        probes = self.allowed(candidates(self._starts.probes, logits))
        return self.allowed(candidates(self._starts.beginning(probes["id"].tolist()), logits))

    def accept(self, token: int) -> None:
        api.llama_sampler_accept(self._grammar, token)

    def close(self) -> None:
        api.llama_sampler_free(self._grammar)


def _all(logits: Logits) -> Candidates:
    made = np.zeros(len(logits), _CANDIDATE)
    made["id"] = np.arange(len(logits))
    made["logit"] = logits
    return made


def candidates(tokens: NDArray[Any], logits: Logits) -> Candidates:
    made = np.zeros(len(tokens), _CANDIDATE)
    made["id"] = tokens
    made["logit"] = logits[tokens]
    return made


def _array(candidates: Candidates) -> Any:
    """As llama.cpp takes them: it changes their logits and their order in place."""
    data = candidates.ctypes.data_as(ctypes.POINTER(api.llama_token_data))
    return api.llama_token_data_array(data, len(candidates), -1, False)
