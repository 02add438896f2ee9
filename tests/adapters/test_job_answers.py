"""Whatever a platform answers, a job goes on, ends, or is broken, and raises nothing."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.dialect import Ask, Broken, Finished, Job, JobDialect, Read, Submit
from adapters.lenient_json import dumps
from adapters.models import describe
from edge.core.settings import ProviderSettings, Settings
from edge.core.types import Call, Message, Request, Sampling, TextPart

QUESTION = (Message("user", (TextPart("Hi?"),)),)
KINDS = ("replicate", "runpod", "fal", "fal_queue", "web_endpoint")
URL = "https://x.test/v1"
NAMES = (
    "id status urls stream output error metrics predict_time executionTime partial usage detail "
    "status_url response_url cancel_url inference_time prompt_tokens reasoning message code"
).split()
WORDS = (
    "COMPLETED IN_QUEUE FAILED succeeded processing failed starting Hi data: https://x.test/s"
).split()
EVENTS = (
    b"event: output\n",
    b"event: error\n",
    b"event: done\n",
    b"data: Hi\n\n",
    b"data: {}\n\n",
    b'data: {"output": "Hi", "partial": true}\n\n',
    b'data: {"output": 5, "error": [{}]}\n\n',
    b"data: [1]\n\n",
    b"\xff\r\n",
)

scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False)
values = st.recursive(
    scalars | st.sampled_from(WORDS),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner),
    max_leaves=8,
)
# Most answers are near enough to real ones to be read further.
real = st.fixed_dictionaries(
    {"id": st.just("j"), "status": st.sampled_from(WORDS)},
    optional={name: values for name in NAMES if name not in ("id", "status")},
)
addressed = real.map(lambda told: {**told, **dict.fromkeys(NAMES[11:14], URL)})
bodies = st.one_of(real, addressed, values).map(dumps) | st.binary(max_size=20)


def job(kind: str, stream: bool) -> Job:
    model = describe("mine/a/b", Settings(providers={"mine": ProviderSettings(kind, URL)}))
    call = Call(Request("r", "auto", QUESTION), QUESTION, Sampling(), stream=stream)
    assert isinstance(model.endpoint.row.dialect, JobDialect)
    return model.endpoint.row.dialect.submit(call, model)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("stream", [True, False])
@settings(max_examples=25)
@given(data=st.data())
def test_no_answer_raises(kind: str, stream: bool, data: Any) -> None:
    begun = job(kind, stream)
    for _ in range(6):
        match begun.step:
            case Submit() | Ask():
                headers = {"location": data.draw(st.sampled_from(["/r", "http://[", ""]))}
                status = data.draw(st.sampled_from([200, 303])) if kind == "web_endpoint" else 200
                begun.heard(status, headers, data.draw(bodies))
            case Read():
                for part in data.draw(st.lists(st.sampled_from(EVENTS), max_size=6)):
                    begun.feed(part)
                begun.ended()
                assert not isinstance(begun.step, Read)
            case Finished():
                assert begun.complete and begun.cancel() is None
                return
            case Broken():
                return
        begun.cancel()
