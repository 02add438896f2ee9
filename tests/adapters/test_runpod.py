from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import orjson
import pytest

from adapters.dialect import Ask, Broken, Finished, Job, Submit
from adapters.models import describe
from adapters.runpod import submit
from edge.core.errors import TierError, TierGarbled, TierRejected, TierUnavailable
from edge.core.settings import Settings
from edge.core.types import (
    Call,
    FinishReason,
    Message,
    Piece,
    Request,
    Sampling,
    Stop,
    Text,
    TextPart,
    Usage,
)

GOLDEN = (Path(__file__).parent / "golden" / "groq.bin").read_bytes()
SAID = [Text("Hi"), Stop(FinishReason.STOP), Usage(11, 7)]
QUESTION = (Message("user", (TextPart("Hi?"),)),)
WHOLE = {
    "choices": [{"message": {"content": "Hi"}, "finish_reason": "stop"}],
    "usage": {"prompt_tokens": 11, "completion_tokens": 7},
}


def call(stream: bool = True, **members: Any) -> Call:
    return Call(Request("r", "auto", QUESTION), QUESTION, Sampling(), stream=stream, **members)


def job(stream: bool = True, model: str = "ep1/org/llama") -> Job:
    return submit(call(stream), describe(f"runpod/{model}", Settings()))


def answer(status: str, **members: Any) -> tuple[int, Mapping[str, str], bytes]:
    return 200, {}, orjson.dumps({"id": "j1", "status": status, **members})


def outputs(*texts: object) -> dict[str, Any]:
    return {"stream": [{"output": text} for text in texts]}


def core(pieces: list[Piece]) -> list[Piece]:
    return [piece for piece in pieces if isinstance(piece, Text | Stop | Usage)]


def asks(begun: Job) -> str:
    assert isinstance(begun.step, Ask)
    return begun.step.http.path


def fault(begun: Job) -> TierError:
    assert isinstance(begun.step, Broken)
    return begun.step.error


@pytest.mark.parametrize(("stream", "run"), [(True, "run"), (False, "runsync?wait=5000")])
def test_the_worker_is_asked_in_openais_words(stream: bool, run: str) -> None:
    step = job(stream).step
    assert isinstance(step, Submit)
    assert step.http.path == f"/ep1/{run}"
    given = step.http.body["input"]
    assert given["openai_route"] == "/v1/chat/completions"
    assert (given["openai_input"]["model"], given["openai_input"]["stream"]) == (
        "org/llama",
        stream,
    )


def test_a_model_without_its_endpoint_is_refused_by_name() -> None:
    with pytest.raises(TierRejected, match="ENDPOINT/NAME"):
        job(model="ep1")


def test_the_words_are_the_same_however_the_worker_cut_them() -> None:
    data = GOLDEN.decode()
    for cut in range(1, len(data)):
        begun = job()
        begun.heard(*answer("IN_QUEUE"))
        pieces = begun.heard(*answer("IN_PROGRESS", **outputs(data[:cut])))
        pieces += begun.heard(*answer("COMPLETED", **outputs(data[cut:])))
        assert asks(begun).startswith("/ep1/status/")
        pieces += begun.heard(*answer("COMPLETED", executionTime=1500))
        assert core(pieces) == [*SAID, Usage(11, 7, compute_s=1.5)], f"cut at {cut}"
        assert isinstance(begun.step, Finished)


def test_a_job_is_over_once_it_is_completed_and_nothing_is_new() -> None:
    begun = job()
    begun.heard(*answer("IN_QUEUE"))
    head, tail = GOLDEN.decode()[:90], GOLDEN.decode()[90:]
    pieces = begun.heard(*answer("COMPLETED", **outputs(head)))
    assert asks(begun) == "/ep1/stream/j1"
    pieces += begun.heard(*answer("COMPLETED", **outputs(tail)))
    assert begun.complete and core(pieces)[:2] == SAID[:2]


def test_a_job_that_does_not_say_what_it_took_ends_all_the_same() -> None:
    begun = job()
    begun.heard(*answer("IN_QUEUE"))
    begun.heard(*answer("COMPLETED", **outputs(GOLDEN.decode())))
    assert asks(begun) == "/ep1/status/j1"
    begun.heard(*answer("COMPLETED"))
    assert isinstance(begun.step, Finished)


def test_what_was_streamed_is_not_read_once_more_from_the_status() -> None:
    body = orjson.dumps(WHOLE).decode()  # one body, though a stream was asked for
    begun = job()
    begun.heard(*answer("IN_QUEUE"))
    begun.heard(*answer("COMPLETED", **outputs(body)))
    begun.heard(*answer("COMPLETED", stream=[]))
    assert Text("Hi") in begun.heard(*answer("COMPLETED", output=[body]))
    assert isinstance(begun.step, Finished)


def test_a_worker_that_streams_nothing_may_have_said_it_all_at_once() -> None:
    begun = job()
    begun.heard(*answer("IN_QUEUE"))
    assert begun.heard(*answer("COMPLETED", stream=[])) == []
    assert asks(begun) == "/ep1/status/j1"
    assert Text("Hi") in begun.heard(*answer("COMPLETED", output=WHOLE))


@pytest.mark.parametrize("output", [WHOLE, [WHOLE], [GOLDEN.decode()]])
def test_a_whole_reply_is_in_the_status(output: object) -> None:
    begun = job(stream=False)
    assert begun.heard(*answer("IN_PROGRESS")) == []
    assert asks(begun) == "/ep1/status/j1"
    pieces = begun.heard(*answer("COMPLETED", output=output, executionTime=1500))
    assert Text("Hi") in pieces and Stop(FinishReason.STOP) in pieces
    assert pieces[-1] == Usage(11, 7, compute_s=1.5)
    assert isinstance(begun.step, Finished)


def test_polls_come_ever_slower_until_something_is_new() -> None:
    begun = job()
    waits = []
    for _ in range(9):
        begun.heard(*answer("IN_QUEUE", stream=[]))
        assert isinstance(begun.step, Ask)
        waits.append(begun.step.within_s)
    assert waits == sorted(waits) and waits[-1] == 2.0
    begun.heard(*answer("IN_PROGRESS", **outputs(GOLDEN.decode()[:90])))
    assert isinstance(begun.step, Ask) and begun.step.within_s == waits[0]


@pytest.mark.parametrize(
    ("last", "kind", "why"),
    [
        (answer("FAILED", error="OOM"), TierUnavailable, "OOM"),
        (answer("CANCELLED"), TierUnavailable, "cancelled"),
        (answer("TIMED_OUT"), TierUnavailable, "timed_out"),
        (
            answer("COMPLETED", **outputs({"error": {"message": "no", "type": "worker_error"}})),
            TierUnavailable,
            "no",
        ),
        (
            answer("COMPLETED", **outputs({"error": {"message": "no", "code": 400}})),
            TierRejected,
            "no",
        ),
        ((200, {}, b"<html>"), TierGarbled, "no JSON"),
    ],
)
def test_a_job_that_fails_says_why_behind_its_words(
    last: tuple[int, Mapping[str, str], bytes], kind: type[TierError], why: str
) -> None:
    begun = job()
    begun.heard(*answer("IN_QUEUE"))
    said = 'data: {"choices":[{"delta":{"content":"Hi"}}]}\n\n'
    assert begun.heard(*answer("IN_PROGRESS", **outputs(said))) == [Text("Hi")]
    begun.heard(*last)
    assert isinstance(fault(begun), kind) and why in str(fault(begun))


def test_a_job_that_is_over_without_a_finish_reason_is_not_whole() -> None:
    begun = job()
    begun.heard(*answer("IN_QUEUE"))
    begun.heard(
        *answer("COMPLETED", **outputs('data: {"choices":[{"delta":{"content":"Hi"}}]}\n\n'))
    )
    begun.heard(*answer("COMPLETED", stream=[]))
    begun.heard(*answer("COMPLETED", executionTime=1))
    assert isinstance(fault(begun), TierGarbled) and not begun.complete


def test_words_that_come_with_the_failure_are_not_lost() -> None:
    begun = job()
    begun.heard(*answer("IN_QUEUE"))
    said = 'data: {"choices":[{"delta":{"content":"Hi"}}]}\n\n'
    assert begun.heard(*answer("FAILED", **outputs(said))) == [Text("Hi")]
    assert isinstance(begun.step, Broken)


def test_it_can_be_cancelled_while_it_runs_and_not_before_or_after() -> None:
    begun = job()
    assert begun.cancel() is None
    begun.heard(*answer("IN_QUEUE"))
    cancel = begun.cancel()
    assert cancel is not None and (cancel.method, cancel.path) == ("POST", "/ep1/cancel/j1")
    begun.heard(*answer("FAILED"))
    assert begun.cancel() is None
