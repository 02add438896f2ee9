"""Whatever a platform answers to whoever wants vectors, pictures or a film: what was asked for
comes of it, or an error of ours."""

from __future__ import annotations

import math
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import settings as drawn
from hypothesis import strategies as st

from adapters.dialect import Broken, Finished
from adapters.media import MediaDialect, MediaJobDialect
from adapters.models import describe
from adapters.providers import PROVIDERS
from edge.core.errors import TierError
from edge.core.media import Ask, Draw, Embed, Film, Kind, Made, MediaRequest
from edge.core.settings import ProviderSettings, Settings

ASKS: dict[Kind, Ask] = {"embedding": Embed(("a",)), "image": Draw("a"), "video": Film("a", 4)}
# Members that the dialects know, so that a good part of what is drawn gets past their first look.
NAMES = st.sampled_from(
    "embeddings embedding float values predictions statistics token_count meta billed_units data "
    "input_tokens usageMetadata promptTokenCount inputTextTokenCount prompt_eval_count candidates "
    "content parts inlineData mimeType bytesBase64Encoded images image video videos url b64_json "
    "content_type timings inference status status_url response_url cancel_url metrics id output "
    "inference_time predict_time error detail name done response usage index".split()
)
WORDS = st.sampled_from(
    [
        "",
        "COMPLETED",
        "IN_QUEUE",
        "succeeded",
        "processing",
        "https://a.example/a",
        "AAAA",
        "\ud83d",
    ]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=5),
    max_leaves=20,
)
DIALECTS = [
    pytest.param(row.name, kind, id=f"{row.name}-{kind}")
    for row in PROVIDERS
    for kind in row.media
    if row.base_url is not None
]


def written(value: Any) -> bytes:
    try:
        return orjson.dumps(value)
    except TypeError:
        return repr(value).encode(errors="replace")  # which is no JSON


@pytest.mark.parametrize(("name", "kind"), DIALECTS)
@drawn(max_examples=30, deadline=None)
@given(bodies=st.lists(st.dictionaries(NAMES, VALUES, max_size=6) | VALUES, min_size=1, max_size=3))
def test_any_answer_is_read_or_refused(name: str, kind: Kind, bodies: list[Any]) -> None:
    provider = ProviderSettings(name, region="us-east-1", project="p")
    if name in ("moonshot", "qwen"):
        provider = ProviderSettings(name)
    model = describe(f"{name}/imagen.cohere.embed", Settings(providers={name: provider}))
    dialect = model.endpoint.row.media[kind]
    request = MediaRequest("r", "auto", ASKS[kind])
    if isinstance(dialect, MediaJobDialect):
        job = dialect.begin(request, model)
        for body in bodies:
            job.heard(200, {}, written(body))
            job.cancel()
            if isinstance(job.step, Broken | Finished):
                break
        assert not isinstance(job.step, Finished) or is_made(job.made, request)
        return
    assert isinstance(dialect, MediaDialect)
    for body in bodies:
        try:
            made = dialect.decode(request, "a/b", written(body))
        except TierError:
            continue
        assert is_made(made, request)


def is_made(made: Made | None, request: MediaRequest) -> bool:
    assert made is not None
    usage = made.usage
    is_finite = math.isfinite(usage.compute_s) and usage.input >= 0 and usage.output >= 0
    if isinstance(request.ask, Embed):
        return is_finite and len(made.vectors) == 1 and all(map(math.isfinite, made.vectors[0]))
    return is_finite and len(made.files) == 1
