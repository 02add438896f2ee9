from __future__ import annotations

from edge.core.media import Draw, Embed, Film, estimate_usage
from edge.core.types import Usage


def test_usage_is_estimated_from_texts_tokens_and_pictures() -> None:
    assert estimate_usage(Embed(("tide" * 4, "ebb!"))) == Usage(5, 0, reported=False)
    assert estimate_usage(Embed((), tokens=((1, 2), (3,)))) == Usage(3, 0, reported=False)
    assert estimate_usage(Draw("wave", 3)) == Usage(1, 0, reported=False, images=3)
    assert estimate_usage(Film("wave")) == Usage(1, 0, reported=False)


def test_there_is_a_vector_for_each_text_or_array_of_tokens() -> None:
    assert Embed(("a", "b")).count == 2
    assert Embed((), tokens=((1,), (2,), (3,))).count == 3
