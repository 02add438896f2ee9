"""What platforms have in common that run anybody's models: what those are asked for, and the files
that they made.

Each model names its inputs itself, and what is said here are the names that most of them have. So
the caller's `provider_options` win over all but the prompt: who knows the model knows better.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from adapters.dialect import HostedModel, cannot
from adapters.media_json import own_members
from adapters.members import object_in, text_in
from adapters.picture_size import shape
from edge.core.errors import TierGarbled
from edge.core.media import Ask, Draw, Film, Made, MediaRequest, Picture
from edge.core.types import Json, Usage

_LONGEST_S = 1e6  # of a machine: what is more was not measured
_DATA_URL = re.compile(r"data:([\w.+-]+/[\w.+-]+);base64,", re.ASCII | re.IGNORECASE)


def film_input(ask: Film, model: HostedModel) -> dict[str, Json]:
    given: dict[str, Json] = {
        "duration": ask.seconds,
        "aspect_ratio": None if ask.size is None else shape(ask.size, model),
    }
    return {name: value for name, value in given.items() if value is not None}


def joined(request: MediaRequest, model: HostedModel, usual: dict[str, Json]) -> dict[str, Json]:
    """All that the model is given. Raises `TierRejected` for what has no place."""
    ask = request.ask
    assert isinstance(ask, Draw | Film)
    for option in ask.options if isinstance(ask, Draw) else ():
        raise cannot(model, f"takes no {option}", option)
    return {**usual, **own_members(request, model), "prompt": ask.prompt}


def files_made(ask: Ask, tier: str, files: Json, compute_s: Json) -> Made:
    """Raises `TierGarbled` unless all that was asked for is there. `files`: a URL or an object
    with one, or a list of these."""
    wanted = ask.count if isinstance(ask, Draw) else 1
    found = tuple(_files(files if isinstance(files, list) else [files]))
    if len(found) != wanted:
        raise TierGarbled(f"{tier}: {len(found)} files, not {wanted}")
    is_told = isinstance(compute_s, int | float) and 0 < compute_s < _LONGEST_S
    seconds = float(compute_s) if is_told else 0.0
    if isinstance(ask, Film):
        usage = Usage(0, 0, compute_s=seconds, video_s=float(ask.seconds or 0))
    else:
        usage = Usage(0, 0, compute_s=seconds, images=wanted)
    return Made(usage, files=found)


def _files(values: list[Json]) -> Iterator[Picture]:
    for value in values:
        url = text_in(value) or text_in(object_in(value).get("url"))
        kind = text_in(object_in(value).get("content_type")) or None
        if inline := _DATA_URL.match(url):
            yield Picture(data=url[inline.end() :], media_type=kind or inline[1].lower())
        elif url.startswith(("https://", "http://")):
            yield Picture(url=url, media_type=kind)
