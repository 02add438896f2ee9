"""Sequences given out on a real context: whatever they find there is what they would have read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from bench.lora_file import write_lora
from local_models.llama import Lora, Model
from local_models.llama_context import Context, Feed
from local_models.prefix_cache import PrefixCache
from local_models.seats import Head, Seats

SEQUENCES = 3
A = list(range(1000, 1100))
B = list(range(2000, 2100))
C = list(range(3000, 3100))
HEAD = list(range(4000, 4024))


@pytest.fixture
def context(model: Model) -> Iterator[Context]:
    context = Context(model, sequences=SEQUENCES, context=256, batch=128, threads=1)
    yield context
    context.close()


def read(context: Context, seats: Seats, sequence: int, tokens: Sequence[int]) -> np.ndarray:
    """The last one's logits."""
    at = seats.position(sequence)
    (output,) = seats.decode([Feed(sequence, at, tokens, wants_logits=True)])
    seats.note_read(sequence, tokens)
    return output.logits.copy()


def with_head(context: Context) -> Seats:
    context.decode([Feed(0, 0, HEAD, wants_logits=False)])
    head = Head(HEAD, context.save(0))
    context.forget(0)
    return Seats(context, PrefixCache(SEQUENCES, 256), head)


def test_copy_is_of_what_was_there_when_it_was_asked_for(context: Context) -> None:
    """Also when the sequence that it is made of is given away before the next step makes it."""
    seats = with_head(context)
    for prompt in (A, B, C):
        sequence, _ = seats.take(prompt, "me")
        read(context, seats, sequence, prompt)
        if prompt is not B:
            seats.leave(sequence)  # B stays: two are free, and A is the older one of them
    some_of_c, plain = [*C[:40], 7, 8, 9], [*HEAD, 5, 6]
    first, known = seats.take(some_of_c, "me")
    second, _ = seats.take(plain, "you")
    assert known == 40
    assert first != second
    after_copy = read(context, seats, first, some_of_c[known:])
    at = seats.position(second)
    read(context, seats, second, plain[at:])
    context.cut(second, 0)
    context.decode([Feed(second, 0, C, wants_logits=False)])
    context.cut(second, 40)
    (expected,) = context.decode([Feed(second, 40, some_of_c[40:], wants_logits=True)])
    assert np.array_equal(after_copy, expected.logits)


def test_head_is_read_once_with_each_adapter_and_then_found_read(
    model: Model, context: Context, tmp_path: Path
) -> None:
    seats = with_head(context)
    prompt = [*HEAD, 5, 6]
    adapter = Lora(model, write_lora(tmp_path / "a.gguf", seed=1))
    context.use(adapter)
    context.decode([Feed(0, 0, HEAD, wants_logits=False)])
    (own,) = context.decode([Feed(0, len(HEAD), [5, 6], wants_logits=True)])
    expected = own.logits.copy()
    context.forget(0)
    for steps in (1, 0):
        context.use(None)
        before = context.steps
        sequence, known = seats.take(prompt, None, adapter)
        assert (known, context.steps - before) == (len(HEAD), steps)
        context.use(adapter)
        assert np.array_equal(read(context, seats, sequence, prompt[known:]), expected)
        seats.leave(sequence)


def test_head_that_is_interrupted_is_read_with_the_prompt(
    model: Model, context: Context, tmp_path: Path
) -> None:
    seats = with_head(context)
    adapter = Lora(model, write_lora(tmp_path / "a.gguf", seed=1))
    context.interrupt()
    sequence, known = seats.take([*HEAD, 5, 6], None, adapter)
    context.resume()
    assert (known, seats.position(sequence)) == (0, 0)
    read(context, seats, sequence, [*HEAD, 5, 6])


def test_those_in_use_become_neighbours_and_all_go_on_where_they_were(context: Context) -> None:
    seats = Seats(context, PrefixCache(SEQUENCES, 256), Head((), b""))
    first, middle, last = (seats.take(prompt, "me")[0] for prompt in (A, B, C))
    for sequence, prompt in ((first, A), (middle, B), (last, C)):
        read(context, seats, sequence, prompt)
    seats.leave(middle)
    assert seats.gather() == {last: middle}
    assert seats.gather() == {}
    assert seats.take([*B, 8], "me") == (last, len(B))  # remembered, where the other one was
    after_move = read(context, seats, middle, [7])
    context.forget(first)
    context.decode([Feed(first, 0, C, wants_logits=False)])
    (expected,) = context.decode([Feed(first, len(C), [7], wants_logits=True)])
    assert np.array_equal(after_move, expected.logits)


def test_what_is_still_to_be_copied_is_not_moved(context: Context) -> None:
    seats = Seats(context, PrefixCache(SEQUENCES, 256), Head((), b""))
    first, middle, last = (seats.take(prompt, "me")[0] for prompt in (A, B, C))
    for sequence, prompt in ((first, A), (middle, B), (last, C)):
        read(context, seats, sequence, prompt)
    seats.leave(first)
    seats.leave(middle)
    copy, known = seats.take([*C[:60], 7, 8], "me")
    assert (copy, known) == (first, 60)
    assert seats.gather() == {}
    read(context, seats, copy, [7])
    assert seats.gather() != {}


def test_who_is_computed_beside_others_forgets_it(model: Model) -> None:
    context = Context(model, sequences=4, context=256, batch=128, threads=1)
    context.block = 4
    seats = Seats(context, PrefixCache(4, 256), Head((), b""))
    remembered = [seats.take(prompt, "me")[0] for prompt in (A, B, C, HEAD)]
    for sequence, prompt in zip(remembered, (A, B, C, HEAD), strict=True):
        read(context, seats, sequence, prompt)
    beside = remembered[-1]
    seats.leave(beside)
    size = context.size(beside)
    feeds = [Feed(sequence, 100, (7,), wants_logits=True) for sequence in remembered[:3]]
    assert len(seats.decode(feeds)) == len(feeds)
    assert context.size(beside) == size
    assert seats.position(beside) == len(HEAD)
    context.close()
