"""OpenAI's own client against the simulator's embeddings and pictures, and our adapter beside it:
they read the same."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Iterator
from contextlib import aclosing
from typing import Any

import openai
import pytest

from adapters.client import HostedClient
from adapters.media_tier import MediaTier
from adapters.models import describe
from bench.simulator_process import SimulatorHandle, simulator
from bench.voices.openai_media import picture_of
from edge.core.errors import (
    TierError,
    TierGarbled,
    TierRateLimited,
    TierRejected,
    TierUnavailable,
)
from edge.core.media import Ask, Draw, Embed, Made, MediaRequest
from edge.core.platforms import Secret
from edge.core.settings import ProviderSettings, Settings
from edge.core.types import Usage

KEY = "zx-81c4f2a9d07b"
TEXTS = ("Why does the sea have tides?", "Tides", "ebb")


@pytest.fixture(scope="module")
def sim() -> Iterator[SimulatorHandle]:
    with simulator("--ttft-ms", "0", "--key", KEY) as handle:
        yield handle


@pytest.fixture
def sdk(sim: SimulatorHandle) -> Iterator[openai.OpenAI]:
    with openai.OpenAI(base_url=sim.base_url, api_key=KEY, max_retries=0) as made:
        yield made


def ours(
    sim: SimulatorHandle,
    ask: Ask,
    *,
    kind: str = "openai",
    path: str = "/v1",
    model: str = "sim",
    key: str = KEY,
) -> Made:
    settings = Settings(providers={kind: ProviderSettings(kind, f"{sim.url}{path}")})

    async def make() -> Made:
        async with asyncio.timeout(20), aclosing(HostedClient()) as client:
            described = describe(f"{kind}/{model}", settings)
            tier = MediaTier(described, ask.kind, Secret(key), client)
            return await tier.make(MediaRequest("r", "auto", ask))

    return asyncio.run(make())


def failing(sim: SimulatorHandle, fault: str, ask: Ask) -> TierError:
    with pytest.raises(TierError) as caught:
        ours(sim, ask, model=f"sim?fault={fault}")
    return caught.value


# -- embeddings ----------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["float", "base64", None])
def test_the_client_and_our_adapter_read_the_same_vectors(
    sim: SimulatorHandle, sdk: openai.OpenAI, encoding: Any
) -> None:
    more = {} if encoding is None else {"encoding_format": encoding}
    theirs = sdk.embeddings.create(model="sim", input=list(TEXTS), **more)
    made = ours(sim, Embed(TEXTS))
    by_index = sorted(theirs.data, key=lambda item: item.index)
    if encoding == "base64":  # asked for by name, the client gives it as it came
        assert all(isinstance(item.embedding, str) for item in by_index)
    else:
        assert [tuple(item.embedding) for item in by_index] == list(map(tuple, made.vectors))
    assert made.usage == Usage(theirs.usage.prompt_tokens, 0)


def test_digits_that_a_host_sends_instead_are_read_as_well(sim: SimulatorHandle) -> None:
    packed = ours(sim, Embed(TEXTS))
    digits = ours(sim, Embed(TEXTS), kind="together", path="/together/v1")
    assert list(map(tuple, packed.vectors)) == list(digits.vectors)


def test_the_length_of_the_vectors_is_asked_for_in_each_hosts_own_word(
    sim: SimulatorHandle,
) -> None:
    assert {len(v) for v in ours(sim, Embed(TEXTS, 16)).vectors} == {16}
    mistral = ours(sim, Embed(TEXTS, 16), kind="mistral", path="/mistral/v1")
    assert {len(v) for v in mistral.vectors} == {16}
    with pytest.raises(TierRejected) as caught:
        ours(sim, Embed(TEXTS, 16), kind="together", path="/together/v1")
    assert caught.value.own_limit and caught.value.param == "dimensions"


def test_tokens_go_to_a_host_that_takes_them_and_to_no_other(
    sim: SimulatorHandle, sdk: openai.OpenAI
) -> None:
    tokens = ((101, 7), (9,))
    theirs = sdk.embeddings.create(model="sim", input=[list(each) for each in tokens])
    made = ours(sim, Embed((), tokens=tokens))
    in_order = [tuple(item.embedding) for item in reversed(theirs.data)]
    assert in_order == list(map(tuple, made.vectors))
    with pytest.raises(TierRejected, match="no arrays of tokens"):
        ours(sim, Embed((), tokens=tokens), kind="mistral", path="/mistral/v1")


# -- pictures ------------------------------------------------------------------


def test_the_client_and_our_adapter_read_the_same_pictures(
    sim: SimulatorHandle, sdk: openai.OpenAI
) -> None:
    theirs = sdk.images.generate(model="sim", prompt="a lighthouse", n=2, size="1024x1024")
    made = ours(sim, Draw("a lighthouse", 2, "1024x1024"))
    assert theirs.data is not None and theirs.usage is not None
    assert [item.b64_json for item in theirs.data] == [file.data for file in made.files]
    assert base64.b64decode(made.files[0].data or "") == picture_of("a lighthouse0")
    assert made.files[0].media_type == "image/png"
    usage = Usage(theirs.usage.input_tokens, theirs.usage.output_tokens, images=2)
    assert made.usage == usage


def test_a_picture_comes_in_the_form_that_is_asked_for_where_the_host_can_be_told(
    sim: SimulatorHandle,
) -> None:
    kind, path = "openai_compatible", "/by_form/v1"
    named = ours(sim, Draw("tide", form="url"), kind=kind, path=path).files[0]
    given = ours(sim, Draw("tide", form="b64_json"), kind=kind, path=path).files[0]
    assert named.url and not named.data
    assert given.data and not given.url


def test_together_is_told_width_and_height_and_its_own_word_for_base64(
    sim: SimulatorHandle,
) -> None:
    ask = Draw("tide", size="512x256", form="b64_json")
    made = ours(sim, ask, kind="together", path="/together/v1")
    assert made.files[0].data
    assert made.usage.images == 1 and not made.usage.reported
    options = sim.log(requests=1)[-1]["options"]
    assert (options["width"], options["height"]) == (512, 256)


def _theirs(sdk: openai.OpenAI, ask: Ask, model: str) -> object:
    if isinstance(ask, Embed):
        return sdk.embeddings.create(model=model, input="tide")
    return sdk.images.generate(model=model, prompt="tide")


# -- what goes wrong -------------------------------------------------------------


@pytest.mark.parametrize(
    ("fault", "sdk_error", "reaction"),
    [
        ("429", openai.RateLimitError, TierRateLimited),
        ("500", openai.InternalServerError, TierUnavailable),
        ("404", openai.NotFoundError, TierUnavailable),
        ("400_bad", openai.BadRequestError, TierRejected),
        ("drop", openai.APIConnectionError, TierUnavailable),
    ],
)
@pytest.mark.parametrize("ask", [Embed(TEXTS), Draw("tide")], ids=["embed", "draw"])
def test_errors_are_told_apart(
    sim: SimulatorHandle,
    sdk: openai.OpenAI,
    ask: Ask,
    fault: str,
    sdk_error: type[Exception],
    reaction: type[TierError],
) -> None:
    model = f"sim?fault={fault}"
    with pytest.raises(sdk_error):
        _theirs(sdk, ask, model)
    assert type(failing(sim, fault, ask)) is reaction


@pytest.mark.parametrize("fault", ["cut", "garble", "blank", "page", "error_body", "half_event"])
@pytest.mark.parametrize("ask", [Embed(TEXTS), Draw("tide")], ids=["embed", "draw"])
def test_what_is_cut_or_no_answer_is_never_taken_for_one(
    sim: SimulatorHandle, ask: Ask, fault: str
) -> None:
    assert isinstance(failing(sim, fault, ask), TierGarbled | TierUnavailable)


def test_a_wrong_key_is_told_without_the_key(sim: SimulatorHandle) -> None:
    with pytest.raises(TierUnavailable) as caught:
        ours(sim, Embed(TEXTS), key="zx-000000000000")
    assert caught.value.lasting
    assert "zx-000000000000" not in str(caught.value)
