from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import orjson
import pytest

from adapters.dialect import Ask, Broken, Finished, Job, Read, Submit
from adapters.models import describe
from adapters.replicate import submit
from edge.core.errors import TierError, TierGarbled, TierRejected, TierUnavailable
from edge.core.settings import Settings
from edge.core.types import (
    Call,
    Extra,
    FinishReason,
    ImagePart,
    Message,
    Piece,
    Request,
    Sampling,
    Stop,
    Text,
    TextPart,
    Tool,
    Usage,
)

GOLDEN = Path(__file__).parent / "golden" / "jobs"
STREAM = "https://stream.replicate.com/v1/s"
STOP = Stop(FinishReason.STOP)
QUESTION = Message("user", (TextPart("Hi?"),))


def call(*messages: Message, stream: bool = True, **members: Any) -> Call:
    given = messages or (QUESTION,)
    sampling = members.pop("sampling", Sampling())
    more = {name: members.pop(name) for name in ("prefix", "choices") if name in members}
    request = Request("r", "auto", given, sampling=sampling, **members)
    return Call(request, given, sampling, stream=stream, **more)


def job(asked: Call | None = None, model: str = "meta/llama") -> Job:
    return submit(asked or call(), describe(f"replicate/{model}", Settings()))


def told(status: str, **members: Any) -> tuple[int, Mapping[str, str], bytes]:
    return 200, {}, orjson.dumps({"id": "p 1", "status": status, **members})


def streaming() -> Job:
    """A job whose stream is about to be read."""
    begun = job()
    assert begun.heard(*told("starting", urls={"stream": STREAM})) == []
    assert isinstance(begun.step, Read) and begun.step.http.url == STREAM
    return begun


def read(data: bytes, *cuts: int) -> tuple[list[Piece], Job]:
    begun, start, pieces = streaming(), 0, []
    for cut in (*cuts, len(data)):
        pieces += begun.feed(data[start:cut])
        start = cut
    return pieces + begun.ended(), begun


def fault(begun: Job) -> TierError:
    assert isinstance(begun.step, Broken)
    return begun.step.error


# -- asking ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("model", "path", "version"),
    [
        ("meta/llama", "/models/meta/llama/predictions", None),
        ("meta/llama:5c78", "/predictions", "5c78"),
        ("deployments/us/chat", "/deployments/us/chat/predictions", None),
    ],
)
def test_a_model_is_asked_where_its_name_says(model: str, path: str, version: str | None) -> None:
    step = job(model=model).step
    assert isinstance(step, Submit)
    assert (step.http.path, step.http.body.get("version")) == (path, version)


def test_a_question_is_its_own_prompt_and_options_lie_beside_it() -> None:
    asked = call(
        Message("system", (TextPart("Be brief."),)),
        QUESTION,
        sampling=Sampling(max_tokens=9, stop=("END", "---")),
        provider_options={"replicate": {"top_k": 5, "prompt": "other"}},
        passthrough={"top_k": 1, "user": "ann"},
    )
    step = job(asked).step
    assert isinstance(step, Submit)
    assert step.http.body == {
        "stream": True,
        "input": {
            "prompt": "Hi?",
            "system_prompt": "Be brief.",
            "max_tokens": 9,
            "stop_sequences": "END,---",
            "top_k": 5,
            "user": "ann",
        },
    }


def test_a_conversation_is_written_out() -> None:
    asked = call(QUESTION, Message("assistant", (TextPart("Ho."),)), QUESTION)
    step = job(asked).step
    assert isinstance(step, Submit)
    prompt = step.http.body["input"]["prompt"]
    assert prompt == "User: Hi?\n\nAssistant: Ho.\n\nUser: Hi?\n\nAssistant:"


def test_what_is_not_streamed_is_waited_for_a_little() -> None:
    step = job(call(stream=False)).step
    assert isinstance(step, Submit)
    assert step.http.headers == {"prefer": "wait=5"} and "stream" not in step.http.body


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (call(tools=(Tool("f"),)), "tools"),
        (call(tool_choice="required"), "tools"),
        (call(response_format={"type": "json_object"}), "response_format"),
        (call(Message("user", (ImagePart("https://x.test/a.png"),))), "images"),
        (call(Message("tool", (TextPart("4"),), tool_call_id="a")), "tools"),
        (call(sampling=Sampling(logprobs=True)), "logprobs"),
        (call(sampling=Sampling(logit_bias={"1": 2.0})), "logit_bias"),
        (call(sampling=Sampling(stop=("a,b",))), "comma"),
        (call(prefix="Well"), "continue"),
        (call(choices=("a",)), "forms"),
    ],
)
def test_what_it_cannot_do_is_refused_by_name(asked: Call, why: str) -> None:
    with pytest.raises(TierRejected, match=why) as refused:
        job(asked)
    assert refused.value.own_limit


# -- its stream --------------------------------------------------------------


def test_a_recorded_stream_is_read_the_same_at_every_cut() -> None:
    data = (GOLDEN / "rep_stream.bin").read_bytes()
    for cuts in [(), range(len(data)), *((cut,) for cut in range(len(data)))]:
        pieces, begun = read(data, *cuts)
        assert pieces == [Text("Hi"), Text(" there\nline2"), STOP]
        assert begun.complete and isinstance(begun.step, Ask)
        assert begun.cancel() is None


def test_a_recorded_error_is_read_the_same_at_every_cut() -> None:
    data = (GOLDEN / "rep_err.bin").read_bytes()
    for cuts in [(), range(len(data)), *((cut,) for cut in range(len(data)))]:
        pieces, begun = read(data, *cuts)
        assert pieces == [Text("Hi")]
        assert str(fault(begun)) == "replicate/meta/llama: broke off with 500: boom"
        assert not begun.complete and begun.cancel() is None


@pytest.mark.parametrize(
    ("data", "kind", "why"),
    [
        (b"event: output\ndata: Hi\n\n", TierGarbled, "without `done`"),
        (b"event: output\ndata: Hi", TierGarbled, "without `done`"),
        (b"event: output\ndata: \xff\n\n", TierGarbled, "no UTF-8"),
        (b'event: done\ndata: {"reason":"canceled"}\n\n', TierUnavailable, "canceled"),
    ],
)
def test_a_stream_that_is_not_whole_is_a_fault(
    data: bytes, kind: type[TierError], why: str
) -> None:
    _, begun = read(data)
    assert isinstance(fault(begun), kind) and why in str(fault(begun))


def test_logs_are_no_progress_and_unknown_events_are_counted() -> None:
    pieces, begun = read(
        b"event: logs\ndata: 5%\n\nevent: new\ndata: x\n\nevent: done\ndata: {}\n\n"
    )
    assert pieces == [STOP] and begun.skipped == 1


def test_what_it_took_is_asked_behind_the_words() -> None:
    _, begun = read((GOLDEN / "rep_stream.bin").read_bytes())
    assert begun.heard(*told("processing")) == []
    assert isinstance(begun.step, Ask) and begun.step.http.path == "/predictions/p%201"
    metrics = {"predict_time": 1.5, "input_token_count": 3, "output_token_count": 4}
    *_, extra, usage = begun.heard(*told("succeeded", metrics=metrics))
    assert usage == Usage(3, 4, compute_s=1.5)
    assert isinstance(extra, Extra) and extra.data["metrics"] == metrics
    assert isinstance(begun.step, Finished)


def test_tokens_that_nobody_counted_are_an_estimate() -> None:
    _, begun = read((GOLDEN / "rep_stream.bin").read_bytes())
    *_, usage = begun.heard(*told("succeeded", metrics={"predict_time": 1.5}))
    assert isinstance(usage, Usage)
    assert (usage.reported, usage.compute_s, usage.output > 0) == (False, 1.5, True)


# -- polled ------------------------------------------------------------------


def test_a_model_that_cannot_stream_is_polled_for_what_is_new() -> None:
    begun = job()
    assert begun.heard(*told("starting")) == []
    assert begun.heard(*told("processing", output=["a", "b"])) == [Text("ab")]
    assert begun.heard(*told("processing", output=["a", "b"])) == []
    assert isinstance(begun.step, Ask) and begun.step.may_repeat
    assert begun.heard(*told("succeeded", output=["a", "b", "c"]))[:2] == [Text("c"), STOP]
    assert isinstance(begun.step, Finished)


def test_polls_come_ever_slower_until_something_is_new() -> None:
    begun, waits = job(), []
    for _ in range(9):
        begun.heard(*told("processing"))
        assert isinstance(begun.step, Ask)
        waits.append(begun.step.within_s)
    assert waits == sorted(waits) and waits[-1] == 2.0
    begun.heard(*told("processing", output=["a"]))
    assert isinstance(begun.step, Ask) and begun.step.within_s == waits[0]


@pytest.mark.parametrize(
    ("members", "kind", "why"),
    [
        ({"status": "failed", "error": "out of memory"}, TierUnavailable, "out of memory"),
        ({"status": "canceled"}, TierUnavailable, "canceled"),
        ({"status": "aborted"}, TierUnavailable, "aborted"),
        ({"status": "processing", "output": "other"}, TierGarbled, "took back"),
        ({"status": 5}, TierGarbled, "without id or status"),
    ],
)
def test_a_prediction_that_fails_says_why(
    members: dict[str, Any], kind: type[TierError], why: str
) -> None:
    begun = job()
    assert begun.heard(*told("processing", output=["ab"])) == [Text("ab")]
    output = {"output": ["ab"]} | members
    assert begun.heard(200, {}, orjson.dumps({"id": "p", **output})) == []
    assert isinstance(fault(begun), kind) and why in str(fault(begun))


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b'{"id": 1}'])
def test_an_answer_that_is_no_prediction_is_garbled(body: bytes) -> None:
    begun = job()
    begun.heard(201, {}, body)
    assert isinstance(fault(begun), TierGarbled)


def test_it_can_be_cancelled_while_it_runs_and_not_before_or_after() -> None:
    begun = job()
    assert begun.cancel() is None
    begun.heard(*told("starting"))
    cancel = begun.cancel()
    assert cancel is not None
    assert (cancel.method, cancel.path) == ("POST", "/predictions/p%201/cancel")
    begun.heard(*told("failed"))
    assert begun.cancel() is None
