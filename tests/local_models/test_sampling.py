"""What a caller's options mean to the samplers, with the builtin model's vocabulary."""

from __future__ import annotations

import pytest

from edge.core.types import Sampling
from local_models.llama import Model
from local_models.sampling import UnfitOptionsError, sampler_options


def test_what_the_caller_says_counts(model: Model) -> None:
    options = sampler_options(
        Sampling(temperature=0.0, top_p=0.5, seed=3, logit_bias={"7": -5.0}), model
    )
    assert (options.temperature, options.top_p, options.seed) == (0.0, 0.5, 3)
    assert options.logit_bias == {7: -5.0}


def test_a_caller_who_says_nothing_gets_a_calm_reply(model: Model) -> None:
    options = sampler_options(Sampling(), model)
    assert 0 < options.temperature < 1
    assert options.top_p < 1
    assert options.top_k > 0  # or top_p would sort the whole vocabulary, every token


@pytest.mark.parametrize("key", ["49152", "-1", "hello", "1.5", ""])
def test_a_bias_for_no_token_of_this_model_is_unfit(model: Model, key: str) -> None:
    with pytest.raises(UnfitOptionsError, match="logit_bias"):
        sampler_options(Sampling(logit_bias={key: 1.0}), model)
