"""Pictures that a platform keeps, for a caller who wants to have them: see `media_fetch.py`."""

from __future__ import annotations

import asyncio
import base64
from dataclasses import replace

from adapters.media_fetch import MediaFetcher, NotFetched
from edge.core.errors import TierGarbled
from edge.core.media import Ask, Draw, Made, Picture


async def with_files_at_hand(made: Made, ask: Ask, tier: str, fetcher: MediaFetcher) -> Made:
    """As they were asked for. Raises `TierGarbled`: what is not there was not made."""
    if not isinstance(ask, Draw) or ask.form != "b64_json":
        return made
    try:
        async with asyncio.TaskGroup() as group:
            files = [group.create_task(_at_hand(picture, fetcher)) for picture in made.files]
    except* NotFetched as errors:
        raise TierGarbled(f"{tier}: {errors.exceptions[0]}") from errors
    return replace(made, files=tuple(file.result() for file in files))


async def _at_hand(picture: Picture, fetcher: MediaFetcher) -> Picture:
    if picture.data is not None or picture.url is None:
        return picture
    fetched = await fetcher.fetch(picture.url)
    data = base64.b64encode(fetched.data).decode()
    return replace(picture, url=None, data=data, media_type=fetched.media_type)
