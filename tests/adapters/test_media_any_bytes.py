"""Whatever a platform answers, its media dialect gives what was asked for or one of our errors."""

from __future__ import annotations

import json
from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from adapters import openai_embeddings, openai_images
from edge.core.errors import TierError
from edge.core.media import Draw, Embed, MediaRequest

VECTORS = MediaRequest("r", "auto", Embed(("a", "b")))
PICTURES = MediaRequest("r", "auto", Draw("a", 2))

_SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.just("AAAA")
)
_KEYS = st.sampled_from(
    "data index embedding usage prompt_tokens input_tokens output_tokens url b64_json error".split()
)
_ANYTHING = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=4),
    max_leaves=12,
)
_BODIES = st.binary(max_size=64) | _ANYTHING.map(lambda value: json.dumps(value).encode())
_LISTS = st.lists(_ANYTHING, min_size=2, max_size=2).map(
    lambda items: json.dumps({"data": items}).encode()
)


@given(_BODIES | _LISTS)
def test_any_body_is_vectors_or_one_of_our_errors(body: bytes) -> None:
    with suppress(TierError):
        made = openai_embeddings.OPENAI.decode(VECTORS, "mine/e", body)
        assert len(made.vectors) == 2
        assert made.usage.input >= 0


@given(_BODIES | _LISTS)
def test_any_body_is_pictures_or_one_of_our_errors(body: bytes) -> None:
    with suppress(TierError):
        made = openai_images.OPENAI.decode(PICTURES, "mine/p", body)
        assert len(made.files) == 2
        assert all(file.url or file.data for file in made.files)
        assert made.usage.output >= 0
