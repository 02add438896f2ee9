from __future__ import annotations

import asyncio
import base64
from contextlib import aclosing

import pytest

from adapters.files_at_hand import with_files_at_hand
from adapters.media_fetch import MediaFetcher
from adapters.public_address import Guard
from edge.core.errors import TierGarbled
from edge.core.media import Ask, Draw, Film, Made, Picture
from edge.core.types import Usage
from tests.adapters.picture_server import PNG, serving

OPEN = Guard(ports=None, loopback=True)
AT_HAND = Picture(data=base64.b64encode(PNG).decode(), media_type="image/png")
INLINE = Picture(data="AAAA", media_type="image/webp")


def fetched(ask: Ask, guard: Guard = OPEN) -> tuple[Made, list[str]]:
    """What became of a picture that is kept at an address and of one that came along."""
    asked: list[str] = []

    async def run() -> Made:
        async with serving(asked) as base, aclosing(MediaFetcher(guard)) as fetcher:
            made = Made(Usage(0, 0), files=(Picture(f"{base}/a.png"), INLINE))
            return await with_files_at_hand(made, ask, "a/b", fetcher)

    return asyncio.run(run()), asked


def test_a_picture_is_fetched_for_who_wants_to_have_it() -> None:
    made, asked = fetched(Draw("a", form="b64_json"))
    assert made.files == (AT_HAND, INLINE) and asked == ["/a.png"]


@pytest.mark.parametrize("ask", [Draw("a"), Draw("a", form="url"), Film("a")])
def test_who_does_not_gets_the_address(ask: Ask) -> None:
    made, asked = fetched(ask)
    assert made.files[0].url is not None and asked == []


def test_a_platform_cannot_have_us_fetch_from_a_private_address() -> None:
    with pytest.raises(TierGarbled, match="a/b"):
        fetched(Draw("a", form="b64_json"), Guard(ports=None))
