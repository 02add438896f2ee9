import random

import pytest

from bench.decoder_check import SUBJECTS, check, mutate, seeds

SEEDS = seeds()


def test_every_decoder_has_something_to_begin_with() -> None:
    assert {name for name, _ in SEEDS} == set(SUBJECTS)


@pytest.mark.parametrize(("name", "data"), SEEDS)
def test_what_is_real_keeps_every_promise(name: str, data: bytes) -> None:
    check(name, data)


def test_a_mutation_is_the_same_from_the_same_seed_and_changes_something() -> None:
    _, data = SEEDS[0]
    made = [mutate(data, random.Random(seed)) for seed in range(20)]
    assert made == [mutate(data, random.Random(seed)) for seed in range(20)]
    assert len(set(made)) > 10


def test_a_value_may_come_to_stand_where_another_was() -> None:
    made = [mutate(b'data: {"a": {"b": [1]}}\n\n', random.Random(seed)) for seed in range(200)]
    assert any(b"[null]" in data and data.startswith(b"data: {") for data in made)
