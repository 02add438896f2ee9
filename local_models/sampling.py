"""What a caller's sampling options mean to llama.cpp's samplers."""

from __future__ import annotations

from edge.core.types import Sampling
from local_models.llama import Model
from local_models.llama_sampler import SamplerOptions
from local_models.wishes import NO_WISHES, Wishes

# For what neither the caller nor the model file says. SmolLM2's own card asks for these:
# a small model wanders when it is warmer.
_TEMPERATURE = 0.2
_TOP_P = 0.9
# No reply needs less likely tokens than these; top-p over all 49,152 took 3.2 ms a token,
# over the likeliest 128 it takes 0.03 ms.
_TOP_K = 128


class UnfitOptionsError(ValueError):
    """Options that this model cannot follow."""


def sampler_options(sampling: Sampling, model: Model, wishes: Wishes = NO_WISHES) -> SamplerOptions:
    return SamplerOptions(
        temperature=_said(sampling.temperature, model, "general.sampling.temp", _TEMPERATURE),
        top_p=_said(sampling.top_p, model, "general.sampling.top_p", _TOP_P),
        top_k=wishes.top_k or _TOP_K,
        min_p=wishes.min_p or 0.0,
        seed=sampling.seed,
        repetition_penalty=wishes.repetition_penalty or 1.0,
        presence_penalty=sampling.presence_penalty or 0.0,
        frequency_penalty=sampling.frequency_penalty or 0.0,
        logit_bias={_token(key, model): bias for key, bias in (sampling.logit_bias or {}).items()},
    )


def _said(asked: float | None, model: Model, key: str, default: float) -> float:
    """The caller's word, else the model file's (general.sampling.*), else ours."""
    if asked is not None:
        return asked
    return float(model.metadata(key) or default)


def _token(key: str, model: Model) -> int:
    if key.isdecimal() and int(key) < model.vocab_size:
        return int(key)
    raise UnfitOptionsError(
        f"logit_bias names token {key[:20]!r}; this model's tokens are 0 to {model.vocab_size - 1}"
    )
