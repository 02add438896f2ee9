"""What is remembered where; every answer is checked against a plain model of all that was read."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from local_models.prefix_cache import LEAST_COPIED, PrefixCache, Seat

TEXT = list(range(100, 200))


def read(cache: PrefixCache, prompt: Sequence[int], scope: str | None = "me") -> Seat:
    """And leaves."""
    seat = cache.take(prompt, scope)
    cache.add(seat.sequence, prompt[seat.known :])
    cache.leave(seat.sequence)
    return seat


def test_growing_text_is_read_on_where_it_ended() -> None:
    cache = PrefixCache(3, 256)
    first = read(cache, TEXT[:50])
    assert read(cache, TEXT[:55]) == Seat(first.sequence, first.sequence, 50)


def test_same_prompt_again_leaves_its_last_token_to_be_read() -> None:
    cache = PrefixCache(3, 256)
    read(cache, TEXT)
    assert read(cache, TEXT).known == len(TEXT) - 1


def test_what_was_changed_is_read_again_from_there() -> None:
    cache = PrefixCache(3, 256)
    read(cache, TEXT)
    assert read(cache, [*TEXT[:80], 7, 8, 9]).known == 80


def test_what_is_in_use_is_copied() -> None:
    cache = PrefixCache(3, 256)
    first = cache.take(TEXT, "me")
    cache.add(first.sequence, TEXT)
    second = cache.take(TEXT, "me")
    assert second.sequence != first.sequence
    assert (second.source, second.known) == (first.sequence, len(TEXT) - 1)


def test_little_in_common_with_a_long_memory_leaves_that_as_it_is() -> None:
    cache = PrefixCache(3, 256)
    long = read(cache, TEXT)
    other = read(cache, [*TEXT[:20], 7, 8])
    assert (other.source, other.known) == (long.sequence, 20)
    assert other.sequence != long.sequence
    assert read(cache, [*TEXT, 1]).known == len(TEXT)


def test_too_little_is_not_worth_a_copy() -> None:
    cache = PrefixCache(3, 256)
    read(cache, TEXT)
    assert read(cache, [*TEXT[: LEAST_COPIED - 1], 7, 8]).known == 0


def test_nothing_is_shared_between_scopes_or_with_those_that_have_none() -> None:
    cache = PrefixCache(4, 256)
    read(cache, TEXT, "me")
    assert read(cache, TEXT, "you").known == 0
    assert read(cache, TEXT, None).known == 0
    assert read(cache, TEXT, None).known == 0
    assert read(cache, TEXT, "me").known == len(TEXT) - 1


def test_least_recently_used_is_overwritten() -> None:
    cache = PrefixCache(2, 256)
    read(cache, TEXT[:40])
    read(cache, [1] * 40)
    read(cache, TEXT[:40])
    read(cache, [2] * 40)
    assert read(cache, TEXT[:40]).known == 39


PROMPTS = st.lists(st.integers(0, 1), min_size=1, max_size=40).map(lambda tail: [5] * 20 + tail)
ASKS = st.lists(st.tuples(PROMPTS, st.sampled_from(["me", "you", None]), st.booleans()))


@given(ASKS)
def test_what_is_known_was_read_by_the_same_scope(
    asks: list[tuple[list[int], str | None, bool]],
) -> None:
    cache = PrefixCache(3, 64)
    held: dict[int, tuple[list[int], str | None]] = {}  # what each sequence has, as llama.cpp would
    taken: list[int] = []
    for prompt, scope, stays in asks:
        if not cache.free:
            for sequence in taken:
                cache.leave(sequence)
            taken = []
        seat = cache.take(prompt, scope)
        assert seat.sequence not in taken
        assert seat.known < len(prompt)
        if seat.known:
            tokens, owner = held[seat.source]
            assert tokens[: seat.known] == prompt[: seat.known]
            assert owner == scope is not None
        assert cache.position(seat.sequence) == seat.known
        cache.add(seat.sequence, prompt[seat.known :])
        held[seat.sequence] = (prompt, scope)
        if stays:
            taken.append(seat.sequence)
        else:
            cache.leave(seat.sequence)
