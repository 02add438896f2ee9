from __future__ import annotations

import pytest

from adapters.models import describe
from adapters.picture_size import shape, sides
from edge.core.errors import TierRejected
from edge.core.settings import Settings

MODEL = describe("fal/a/b", Settings())


@pytest.mark.parametrize(
    ("size", "found"),
    [("1024x1024", "1:1"), ("1536x1024", "3:2"), ("1080x1920", "9:16"), ("1344x768", "7:4")],
)
def test_a_size_has_a_shape(size: str, found: str) -> None:
    assert shape(size, MODEL) == found


def test_a_shape_that_a_model_has_not_is_refused() -> None:
    assert shape("512x512", MODEL, ("1:1",)) == "1:1"
    with pytest.raises(TierRejected, match="7:4") as refused:
        shape("1344x768", MODEL, ("1:1",))
    assert refused.value.own_limit and refused.value.param == "size"


@pytest.mark.parametrize(
    "size", ["auto", "1024", "1024x", "x1024", "0x1024", "-1x1", "1x2x3", "²x1"]
)
def test_what_is_no_size_is_refused(size: str) -> None:
    with pytest.raises(TierRejected):
        sides(size, MODEL)
