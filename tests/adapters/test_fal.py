from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
import pytest

from adapters.dialect import Ask, Broken, Finished, Job, Read, Submit
from adapters.fal import DIRECT, QUEUE
from adapters.models import describe
from edge.core.errors import TierError, TierGarbled, TierRejected, TierUnavailable
from edge.core.settings import Settings
from edge.core.types import (
    Call,
    Extra,
    FinishReason,
    Message,
    Piece,
    Request,
    Sampling,
    Stop,
    Text,
    TextPart,
    Thinking,
    Usage,
)

GOLDEN = (Path(__file__).parent / "golden" / "jobs" / "fal_stream.bin").read_bytes()
STOP = Stop(FinishReason.STOP)
QUESTION = (Message("user", (TextPart("Hi?"),)),)
URLS = {
    name: f"https://queue.fal.run/a/b/requests/1/{name}"
    for name in ("status_url", "response_url", "cancel_url")
}
RESULT = {"output": "Hi", "usage": {"prompt_tokens": 2, "completion_tokens": 1}}


def call(stream: bool = True, sampling: Sampling | None = None, **members: Any) -> Call:
    request = Request("r", "auto", QUESTION, **members)
    return Call(request, QUESTION, sampling or Sampling(), stream=stream)


def direct(asked: Call | None = None) -> Job:
    return DIRECT.submit(asked or call(), describe("fal/a/b", Settings()))


def queued() -> Job:
    begun = QUEUE.submit(call(), describe("fal_queue/a/b", Settings()))
    assert isinstance(begun.step, Submit)
    return begun


def hear(begun: Job, http_status: int = 200, /, **members: Any) -> list[Piece]:
    return begun.heard(http_status, {}, orjson.dumps(members))


def read(data: bytes, *cuts: int) -> tuple[list[Piece], Job]:
    begun, start, pieces = direct(), 0, []
    for cut in (*cuts, len(data)):
        pieces += begun.feed(data[start:cut])
        start = cut
    return pieces + begun.ended(), begun


def event(**members: Any) -> bytes:
    return b"data: " + orjson.dumps(members) + b"\n\n"


def fault(begun: Job) -> TierError:
    assert isinstance(begun.step, Broken)
    return begun.step.error


# -- at once -----------------------------------------------------------------


def test_a_stream_and_a_whole_reply_are_asked_at_different_places() -> None:
    options = {"fal": {"model": "google/gemini-flash"}}
    asked = direct(call(sampling=Sampling(max_tokens=9), provider_options=options)).step
    assert isinstance(asked, Read)
    assert asked.http.path == "/a/b/stream"
    assert asked.http.body == {"prompt": "Hi?", "max_tokens": 9, "model": "google/gemini-flash"}
    whole = direct(call(stream=False)).step
    assert isinstance(whole, Ask) and whole.http.path == "/a/b"


@pytest.mark.parametrize(
    ("sampling", "name"),
    [(Sampling(top_p=1), "top_p"), (Sampling(seed=1), "seed"), (Sampling(stop=("a",)), "stop")],
)
def test_sampling_that_it_does_not_know_is_refused_by_name(sampling: Sampling, name: str) -> None:
    with pytest.raises(TierRejected, match=name):
        direct(call(sampling=sampling))


def test_a_recorded_stream_is_read_the_same_at_every_cut() -> None:
    for cuts in [(), range(len(GOLDEN)), *((cut,) for cut in range(len(GOLDEN)))]:
        pieces, begun = read(GOLDEN, *cuts)
        assert pieces[:3] == [Text("Hi"), Text(" there"), STOP]
        assert isinstance(pieces[3], Usage) and not pieces[3].reported
        assert begun.complete and isinstance(begun.step, Finished)


def test_a_stream_may_hold_thoughts_usage_and_what_we_do_not_know() -> None:
    data = event(reasoning="Let me", output="", partial=True)
    data += event(reasoning="Let me think", output="Hi", partial=False, finish="x", usage=None)
    data += event(**RESULT)
    pieces, _ = read(data)
    assert pieces == [Thinking("Let me"), Thinking(" think"), Text("Hi"), STOP, Usage(2, 1)]
    assert Extra({"seed": 7}) in read(event(**RESULT, seed=7))[0]


@pytest.mark.parametrize(
    ("data", "kind", "why"),
    [
        (event(output="Hi", partial=True), TierGarbled, "partial output"),
        (event(output="Hi", partial=True) + event(output="Ho"), TierGarbled, "took back"),
        (event(output="Hi", error="boom"), TierUnavailable, "boom"),
        (event(detail=[{"msg": "boom", "type": "x"}]), TierUnavailable, "boom"),
        (b'event: error\ndata: {"message": "boom"}\n\n', TierUnavailable, "boom"),
        (b'data: {"output": "Hi\n\n', TierGarbled, "no JSON"),
        (b'data: {"output": "Hi', TierGarbled, "no JSON"),
        (b"", TierGarbled, "without output"),
        (b"<html>", TierGarbled, "markup"),
    ],
)
def test_a_stream_that_is_not_whole_is_a_fault(
    data: bytes, kind: type[TierError], why: str
) -> None:
    _, begun = read(data)
    assert isinstance(fault(begun), kind) and why in str(fault(begun))
    assert not begun.complete


def test_what_an_app_says_beside_its_output_takes_nothing_back() -> None:
    pieces, _ = read(event(output="Hi", partial=True) + event(progress=0.5) + GOLDEN)
    assert pieces[:3] == [Text("Hi"), Text(" there"), STOP]


def test_a_harmless_line_is_counted() -> None:
    pieces, begun = read(b"data: [DONE]\n\n" + GOLDEN)
    assert pieces[:3] == [Text("Hi"), Text(" there"), STOP] and begun.skipped == 1


# -- by the queue ------------------------------------------------------------


def test_a_queued_job_is_asked_after_and_fetched_where_it_was_told() -> None:
    begun = queued()
    assert hear(begun, request_id="1", status="IN_QUEUE", **URLS) == []
    for waiting in (
        {"status": "IN_QUEUE", "queue_position": 3},
        {"status": "IN_PROGRESS", "logs": [{"message": "5%"}]},
    ):
        assert hear(begun, 202, **waiting) == []
        assert isinstance(begun.step, Ask) and begun.step.http.url == URLS["status_url"]
    hear(begun, status="COMPLETED", metrics={"inference_time": 1.5})
    assert isinstance(begun.step, Ask) and begun.step.http.url == URLS["response_url"]
    assert hear(begun, **RESULT) == [Text("Hi"), STOP, Usage(2, 1, compute_s=1.5)]
    assert begun.complete and isinstance(begun.step, Finished)


def test_it_can_be_cancelled_while_it_waits_and_not_before_or_after() -> None:
    begun = queued()
    assert begun.cancel() is None
    hear(begun, status="IN_QUEUE", **URLS)
    cancel = begun.cancel()
    assert cancel is not None and (cancel.method, cancel.url) == ("PUT", URLS["cancel_url"])
    hear(begun, status="COMPLETED")
    assert begun.cancel() is None


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ([{"status": "IN_QUEUE"}], "without its addresses"),
        ([{"status": "COMPLETED", **URLS}, {"error": "boom"}], "boom"),
        ([{"status": "COMPLETED", **URLS}, {"image": "a"}], "without output"),
    ],
)
def test_a_job_that_fails_says_why(answers: list[dict[str, Any]], why: str) -> None:
    begun = queued()
    for members in answers:
        hear(begun, **members)
    assert why in str(fault(begun))
