from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from classifier.encoder import Encoder, open_encoder
from classifier.encoder_files import DIMENSIONS, WeightsError
from classifier.encoder_tier import EncoderTier
from edge.core.errors import TierError, TierRateLimited, TierRejected, TierUnavailable
from edge.core.media import Ask, Draw, Embed, Made, MediaRequest

NAME = "local:tiny"


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> Encoder:
    return open_encoder(tmp_path_factory.mktemp("cache"))


class Gate:
    """Opens the encoder only once it may, and says when it is asked to."""

    def __init__(self, encoder: Encoder) -> None:
        self.encoder = encoder
        self.asked, self.may = threading.Event(), threading.Event()
        self.opened = 0

    def __call__(self) -> Encoder:
        self.asked.set()
        assert self.may.wait(30)
        self.opened += 1
        return self.encoder


def request(ask: Ask) -> MediaRequest:
    return MediaRequest("r", "local", ask)


def make(opens: Callable[[], Encoder], ask: Ask) -> Made:
    tier = EncoderTier(NAME, opens, 8)
    try:
        return asyncio.run(tier.make(request(ask)))
    finally:
        tier.close()


def refused(opens: Callable[[], Encoder], ask: Ask) -> TierError:
    with pytest.raises(TierError) as caught:
        make(opens, ask)
    return caught.value


def test_every_text_has_its_vector_and_its_tokens_are_counted(encoder: Encoder) -> None:
    texts = tuple(f"{'tide ' * (count % 7)}number {count}" for count in range(40))
    made = make(lambda: encoder, Embed(texts, dimensions=DIMENSIONS))
    expected = encoder.embed(texts)
    assert len(made.vectors) == 40
    for vector, row in zip(made.vectors, expected, strict=True):
        assert sum(a * b for a, b in zip(vector, row.tolist(), strict=True)) > 0.9999
    assert made.usage.input == sum(len(encoder.read(text).ids) for text in texts)
    assert made.usage.reported
    assert made.extra == {}


def test_it_says_which_texts_it_did_not_read_to_their_end(encoder: Encoder) -> None:
    made = make(lambda: encoder, Embed(("sea", "tide " * 500, "sea", "moon " * 300)))
    assert made.extra == {"truncated": [1, 3]}


def test_what_it_cannot_make_is_refused(encoder: Encoder) -> None:
    other = refused(lambda: encoder, Embed(("sea",), dimensions=256))
    assert isinstance(other, TierRejected)
    assert (other.own_limit, other.param, other.code) == (True, "dimensions", "unsupported_value")
    assert "384" in str(other)
    for ask in (Draw("a tide"), Embed((), tokens=((1, 2),))):
        assert isinstance(refused(lambda: encoder, ask), TierRejected)


def test_a_model_that_cannot_be_read_is_unavailable() -> None:
    def fail() -> Encoder:
        raise WeightsError("model.safetensors: is cut off")

    error = refused(fail, Embed(("sea",)))
    assert isinstance(error, TierUnavailable)
    assert error.lasting
    assert str(error) == f"{NAME}: model.safetensors: is cut off"


async def _until(event: threading.Event) -> None:
    assert await asyncio.to_thread(event.wait, 30)


def test_more_than_may_wait_are_refused_and_told_when_to_come_again(encoder: Encoder) -> None:
    async def scene() -> None:
        gate = Gate(encoder)
        tier = EncoderTier(NAME, gate, 8)
        first = asyncio.create_task(tier.make(request(Embed(("sea",) * 9))))  # alone: any number
        await _until(gate.asked)
        with pytest.raises(TierRateLimited) as caught:
            await tier.make(request(Embed(("tide",))))
        assert caught.value.is_ours and caught.value.retry_after_s
        gate.may.set()
        assert len((await first).vectors) == 9
        assert len((await tier.make(request(Embed(("tide",) * 8)))).vectors) == 8
        assert gate.opened == 1
        tier.close()

    asyncio.run(scene())


def test_who_leaves_frees_the_place(encoder: Encoder) -> None:
    async def scene() -> None:
        gate = Gate(encoder)
        tier = EncoderTier(NAME, gate, 8)
        gone = asyncio.create_task(tier.make(request(Embed(("sea",) * 2000))))
        await _until(gate.asked)
        gone.cancel()
        with pytest.raises(asyncio.CancelledError):
            await gone
        waiting = asyncio.create_task(tier.make(request(Embed(("tide",) * 8))))
        gate.may.set()
        assert len((await waiting).vectors) == 8
        tier.close()

    asyncio.run(scene())


def test_one_text_is_not_stuck_behind_two_thousand(encoder: Encoder) -> None:
    async def scene() -> None:
        gate = Gate(encoder)
        tier = EncoderTier(NAME, gate, 4096)
        many = asyncio.create_task(tier.make(request(Embed(("the sea at night " * 20,) * 500))))
        await _until(gate.asked)
        one = asyncio.create_task(tier.make(request(Embed(("tide",)))))
        gate.may.set()
        assert len((await one).vectors) == 1
        assert not many.done()
        many.cancel()
        await asyncio.wait([many])
        tier.close()

    asyncio.run(scene())


def test_it_is_opened_from_a_folder_that_is_kept(tmp_path: Path) -> None:
    make(lambda: open_encoder(tmp_path), Embed(("sea",)))
    assert [path.suffix for path in tmp_path.iterdir()] == [".onnx"]
