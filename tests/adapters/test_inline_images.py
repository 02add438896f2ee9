from __future__ import annotations

import asyncio
from contextlib import aclosing

import pytest

from adapters.client import HostedClient
from adapters.hosted import HostedTier
from adapters.inline_images import is_shown_bytes, with_images_inline
from adapters.media_fetch import Fetched, MediaFetcher
from adapters.models import describe
from adapters.providers import PROVIDERS, find_endpoint
from adapters.public_address import Guard
from edge.core.errors import TierRejected
from edge.core.settings import ProviderSettings, Settings
from edge.core.types import Call, ImagePart, Message, Request, Sampling, TextPart
from tests.adapters.picture_server import PNG, serving

OPEN = Guard(ports=None, loopback=True)
INLINE = Fetched(PNG, "image/png").data_url


def call(*urls: str) -> Call:
    images = tuple(ImagePart(url, "high") for url in urls)
    messages = (
        Message("user", (TextPart("What is this?"), *images)),
        Message("user", (TextPart("Say."),)),
    )
    return Call(Request("r", "auto", messages), messages, Sampling())


def test_named_pictures_become_bytes_and_the_others_stay() -> None:
    asked: list[str] = []

    async def run() -> Call:
        async with serving(asked) as base, aclosing(MediaFetcher(OPEN)) as fetcher:
            given = call(f"{base}/a.png", "data:image/gif;base64,R0lG", f"{base}/a.png")
            return await with_images_inline(given, "mine/a", fetcher)

    done = asyncio.run(run())
    inline = ImagePart(INLINE, "high")
    data = ImagePart("data:image/gif;base64,R0lG", "high")
    assert done.messages[0].parts == (TextPart("What is this?"), inline, data, inline)
    assert done.messages[1] == call().messages[1]
    assert asked == ["/a.png"]


@pytest.mark.parametrize("url", ["http://169.254.169.254/latest", "file:///etc/passwd", "a"])
def test_a_picture_that_cannot_be_fetched_is_refused(url: str) -> None:
    async def run() -> None:
        async with aclosing(MediaFetcher()) as fetcher:
            await with_images_inline(call(url), "mine/a", fetcher)

    with pytest.raises(TierRejected) as refused:
        asyncio.run(run())
    assert refused.value.own_limit and refused.value.param == "messages"
    assert refused.value.code == "invalid_image_url"
    assert url not in str(refused.value) or url == "a"


def test_the_number_of_pictures_is_bounded() -> None:
    async def run() -> None:
        async with aclosing(MediaFetcher()) as fetcher:
            urls = [f"https://a.example/{n}" for n in range(21)]
            await with_images_inline(call(*urls), "mine/a", fetcher)

    with pytest.raises(TierRejected, match="20 images") as refused:
        asyncio.run(run())
    assert refused.value.code == "unsupported_value"


def streamed(kind: str, guard: Guard) -> list[str]:
    """What a server of this kind was asked when its model was shown a picture beside it."""
    asked: list[str] = []

    async def run() -> None:
        async with serving(asked) as base, aclosing(HostedClient(MediaFetcher(guard))) as client:
            settings = Settings(providers={"mine": ProviderSettings(kind, f"{base}/v1")})
            tier = HostedTier(describe("mine/eyes", settings), None, client)
            async with aclosing(tier.stream(call(f"{base}/a.png"))) as pieces:
                async for _ in pieces:
                    pass

    asyncio.run(run())
    return asked


def test_a_server_of_ours_is_given_the_picture_and_not_its_address() -> None:
    picture, body = streamed("vllm", OPEN)
    assert picture == "/a.png"
    assert INLINE in body and "/a.png" not in body


def test_a_server_of_ours_hears_nothing_of_a_private_address() -> None:
    with pytest.raises(TierRejected):
        streamed("vllm", Guard())


def test_a_platforms_row_that_is_sent_elsewhere_stands_for_a_server_of_ours() -> None:
    picture, body = streamed("openai", OPEN)
    assert picture == "/a.png" and INLINE in body


@pytest.mark.parametrize(
    ("kind", "base_url", "is_shown"),
    [
        ("openai", None, False),
        ("anthropic", None, False),
        ("vertex", None, False),
        ("moonshot", "https://api.moonshot.cn/v1", False),
        ("azure", "https://mine.openai.azure.com/openai/v1", False),
        ("openai", "https://llm.corp.example/v1", True),
        ("openai", "http://10.0.0.7:8000/v1", True),
        ("azure", "http://gpu:8000/v1", True),
        ("vertex", "https://aiplatform.example/v1", True),
        ("bedrock", None, True),
        ("vllm", "https://vllm.example/v1", True),
        ("openai_compatible", "https://api.example/v1", True),
    ],
)
def test_a_platform_at_its_own_address_fetches_for_itself(
    kind: str, base_url: str | None, is_shown: bool
) -> None:
    provider = ProviderSettings(kind, base_url, region="europe-west4", project="p")
    if kind in ("openai", "anthropic", "azure") or base_url:
        provider = ProviderSettings(kind, base_url)
    endpoint = find_endpoint("mine", Settings(providers={"mine": provider}))
    assert is_shown_bytes(endpoint) == is_shown


def test_every_server_at_home_is_given_pictures() -> None:
    at_home = [row for row in PROVIDERS if "//127.0.0.1:" in (row.base_url or "")]
    assert at_home
    assert all(row.images == "inline" for row in at_home)
