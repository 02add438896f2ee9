"""Pictures that a caller names by URL, for models that must be given the bytes.

Some platforms take no URL. And a server on our own network would fetch one from there, for a
caller who cannot reach that network: so what such a server is to see is fetched here, where
addresses are looked at, and it never learns the URL. Which those are, `Provider.images` says; and a
platform's row whose calls the settings send elsewhere stands for a server of one's own, too.
"""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace
from urllib.parse import urlsplit

from adapters.dialect import Endpoint
from adapters.media_fetch import MediaFetcher, NotFetched
from edge.core.errors import TierRejected
from edge.core.types import Call, ImagePart, Message, Part

_MOST_IMAGES = 20  # fetched for one call: each may have 20 MiB


def is_shown_bytes(endpoint: Endpoint) -> bool:
    """Whether what is called there is not to be given a URL."""
    row = endpoint.row
    if row.images == "inline" or not endpoint.base_url.startswith("https://"):
        return True
    host = urlsplit(endpoint.base_url).hostname or ""
    own = [_host_pattern(address) for address in (row.base_url, *row.elsewhere.values()) if address]
    return bool(own) and not any(pattern.fullmatch(host) for pattern in own)


async def with_images_inline(call: Call, tier: str, fetcher: MediaFetcher) -> Call:
    """The call with every named picture as a data URL. Raises `TierRejected`: the caller can mend
    it, and a target that fetches for itself may still take it."""
    urls = list(dict.fromkeys(part.url for part in _named(call)))
    if not urls:
        return call
    if len(urls) > _MOST_IMAGES:
        what = f"fetches {_MOST_IMAGES} images for one call at most"
        raise _refusal(tier, what, "unsupported_value")
    try:
        async with asyncio.TaskGroup() as group:
            fetches = {url: group.create_task(fetcher.fetch(url)) for url in urls}
    except* NotFetched as errors:
        raise _refusal(tier, str(errors.exceptions[0]), "invalid_image_url") from errors
    inline = {url: fetch.result().data_url for url, fetch in fetches.items()}
    return replace(call, messages=tuple(_inlined(message, inline) for message in call.messages))


def _host_pattern(address: str) -> re.Pattern[str]:
    """`{region}` and `{project}` are a part of a name."""
    host = urlsplit(address).netloc
    return re.compile(re.sub(r"\\\{\w+\\\}", "[a-z0-9-]+", re.escape(host)))


def _named(call: Call) -> list[ImagePart]:
    parts = (part for message in call.messages for part in message.parts)
    return [part for part in parts if isinstance(part, ImagePart) and not _is_inline(part)]


def _is_inline(part: ImagePart) -> bool:
    return part.url[:5].lower() == "data:"


def _inlined(message: Message, inline: dict[str, str]) -> Message:
    def put(part: Part) -> Part:
        if isinstance(part, ImagePart) and part.url in inline:
            return replace(part, url=inline[part.url])
        return part

    return replace(message, parts=tuple(map(put, message.parts)))


def _refusal(tier: str, why: str, code: str) -> TierRejected:
    return TierRejected(f"{tier}: {why}", own_limit=True, param="messages", code=code)
