"""What an engine does beside writing replies: scores, texts between texts, vectors."""

from __future__ import annotations

import asyncio
import codecs
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from edge.core.errors import TierRejected
from edge.core.types import FinishReason, Piece, Sampling, Stop, Text
from local_models.client import LocalTier
from local_models.llama import Model
from local_models.llama_context import Context, Feed
from local_models.replies import log_sum
from tests.local_models.asking import call, endless, listen, user
from tests.local_models.conftest import engine_process
from tests.local_models.tiny_gguf import MEAN_POOLING, TinyModel, write_model

LABELS = (" yes", " no", " the sea", " the sea is", " the sky", "ü", "y")
PROMPT = "the sea is blue, is it? the sky is blue, too. one or two: "


@pytest.fixture
def context(tiny: Model) -> Iterator[Context]:
    context = Context(tiny, sequences=1, context=256, batch=128, threads=1)
    yield context
    context.close()


def decoded_score(model: Model, context: Context, prompt: Sequence[int], label: str) -> float:
    """The label's log-probability, told by decoding it."""
    score, tokens, position = 0.0, list(prompt), 0
    for token in model.tokenize(label, parse_special=False):
        (output,) = context.decode([Feed(0, position, tokens, wants_logits=True)])
        position += len(tokens)
        score += float(output.logits[token]) - log_sum(output.logits)
        tokens = [token]
    context.forget(0)
    return score


# -- scores ------------------------------------------------------------------


def test_scores_are_those_of_plain_decoding(
    tiny: Model, tiny_tier: LocalTier, context: Context
) -> None:
    prompt = [tiny.bos, *tiny.tokenize(PROMPT, parse_special=False)]
    expected = [decoded_score(tiny, context, prompt, label) for label in LABELS]
    scores = asyncio.run(tiny_tier.score(LABELS, prefix=PROMPT))
    assert scores == pytest.approx(expected, abs=1e-3)


def test_scores_are_the_same_where_the_instruction_was_read_before(tiny_tier: LocalTier) -> None:
    async def ask() -> tuple[list[tuple[float, ...]], int, int]:
        fresh = [await tiny_tier.score(LABELS, prefix=PROMPT + word) for word in ("one", "two")]
        before = (await tiny_tier.info()).counts.cached_tokens
        again = [
            await tiny_tier.score(LABELS, prefix=PROMPT + word, scope="classifier")
            for word in ("yes", "one", "two")
        ]
        after = (await tiny_tier.info()).counts.cached_tokens
        assert again[1:] == [pytest.approx(scores, abs=1e-3) for scores in fresh]
        return again, before, after

    _, before, after = asyncio.run(ask())
    assert after >= before + 2 * len(PROMPT.split())


def test_scores_follow_a_conversation_and_what_the_reply_began_with(tier: LocalTier) -> None:
    messages = (user("Is the sky blue on a clear day? Answer with Yes or No."),)

    async def ask() -> None:
        yes, no, weird = await tier.score(("Yes", "No", "Refrigerators"), messages=messages)
        assert max(yes, no) > weird
        capital = "The capital of France is"
        paris, pasta = await tier.score((" Paris", " Pasta"), messages=messages, prefix=capital)
        assert paris > pasta
        again = await tier.score((" Paris",), messages=messages, prefix=capital)
        assert again == pytest.approx((paris,), abs=1e-2)

    asyncio.run(ask())


def test_labels_that_leave_no_room_are_refused(tiny_tier: LocalTier) -> None:
    with pytest.raises(TierRejected, match="the context holds"):
        asyncio.run(tiny_tier.score(("yes " * 1200,), prefix="Well?"))


# -- between a prefix and a suffix -------------------------------------------


async def infill(tier: LocalTier, prefix: str, suffix: str) -> list[Piece]:
    sampling = Sampling(temperature=0.0, max_tokens=12)
    return [piece async for piece in tier.infill(prefix, suffix, sampling)]


def test_the_middle_is_what_the_model_says_to_its_own_marks(
    tiny: Model, tiny_tier: LocalTier, context: Context
) -> None:
    assert tiny.fim is not None
    prefix, suffix = (tiny.tokenize(t, parse_special=False) for t in ("def one", "return two"))
    fim = tiny.fim
    tokens = [tiny.bos, fim.prefix, *prefix, fim.suffix, *suffix, fim.middle]
    said, position = b"", 0
    for _ in range(12):
        (output,) = context.decode([Feed(0, position, tokens, wants_logits=True)])
        position += len(tokens)
        tokens = [int(output.logits.argmax())]
        said += tiny.piece(tokens[0])
    pieces = asyncio.run(infill(tiny_tier, "def one", "return two"))
    text = "".join(piece.text for piece in pieces if isinstance(piece, Text))
    assert text == codecs.getincrementaldecoder("utf-8")("replace").decode(said)
    assert pieces[-1] == Stop(FinishReason.LENGTH)


def test_a_model_without_such_marks_refuses_by_name(tier: LocalTier) -> None:
    with pytest.raises(TierRejected, match="has no tokens for fill-in-the-middle") as caught:
        asyncio.run(infill(tier, "a", "b"))
    assert caught.value.own_limit


# -- vectors -----------------------------------------------------------------


def test_a_vector_is_the_mean_of_its_tokens_and_has_length_one(tiny_tier: LocalTier) -> None:
    texts = ("the sea is blue", "the sky is blue", "def one(two): return two", "the sea is blue")
    made = asyncio.run(tiny_tier.embed(texts))
    vectors = np.array(made.vectors)
    assert vectors.shape == (4, 32)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(4), abs=1e-5)
    near = vectors @ vectors[0]
    assert near[3] == pytest.approx(1.0, abs=1e-5)
    assert near[1] > near[2]
    assert made.usage.input > 4


def test_texts_have_the_same_vectors_together_and_alone(tiny_tier: LocalTier) -> None:
    texts = tuple(f"the sea {'is blue ' * n}" for n in range(40))  # more than fit one call

    async def ask() -> None:
        together = (await tiny_tier.embed(texts)).vectors
        assert len(together) == len(texts)
        for number in (0, 17, 39):
            (alone,) = (await tiny_tier.embed((texts[number],))).vectors
            assert together[number] == pytest.approx(alone, abs=1e-3)

    asyncio.run(ask())


def test_vectors_are_made_while_a_reply_is_written(tiny_tier: LocalTier) -> None:
    async def ask() -> None:
        async with asyncio.TaskGroup() as group:
            reply = group.create_task(listen(tiny_tier, endless()))
            made = await tiny_tier.embed(("one", "two"))
            assert len(made.vectors) == 2
            reply.cancel()

    asyncio.run(ask())


def test_a_text_that_is_too_long_is_refused_with_the_numbers(tiny_tier: LocalTier) -> None:
    with pytest.raises(TierRejected, match=r"has \d+ tokens, and tiny embeds 1024"):
        asyncio.run(tiny_tier.embed(("one", "yes " * 1200)))


def test_a_model_without_a_pooling_type_gives_no_vectors(tier: LocalTier) -> None:
    with pytest.raises(TierRejected, match="gives no embeddings") as caught:
        asyncio.run(tier.embed(("one",)))
    assert caught.value.own_limit


def test_the_engine_says_what_its_model_is_able_to_do(
    tier: LocalTier, tiny_tier: LocalTier
) -> None:
    assert asyncio.run(tier.info()).abilities == ()
    assert asyncio.run(tiny_tier.info()).abilities == ("tools", "infill", "embeddings")


def test_the_context_serves_replies_after_all_that(tiny_tier: LocalTier) -> None:
    async def ask() -> None:
        await tiny_tier.score(LABELS, prefix=PROMPT)
        heard = await listen(tiny_tier, call("the sea"))
        assert heard.usage.output > 0

    asyncio.run(ask())


def test_a_model_that_only_embeds_needs_no_chat_template(tmp_path: Path) -> None:
    file = write_model(
        tmp_path / "e.gguf", TinyModel(pooling=MEAN_POOLING, chat_template=None, name="vectors")
    )
    socket = str(tmp_path / "e.sock")
    with engine_process(socket, "--model", str(file), "--slots", "1", "--threads", "1"):
        tier = LocalTier("local:vectors", socket)
        assert len(asyncio.run(tier.embed(("the sea", "the sky"))).vectors) == 2
        with pytest.raises(TierRejected, match="vectors has no chat template"):
            asyncio.run(listen(tier, call("Hi")))
