"""Each fault as it looks on the wire."""

from __future__ import annotations

import json
import socket
from typing import Any
from urllib.parse import urlsplit

import openai
import pytest

from bench.answers import answer_to
from bench.faults import FAULTS, Refuse
from bench.simulator_process import SimulatorHandle

PROMPT = "Why does the sea have tides?"
ANSWER = answer_to(PROMPT).text
PREFIX = ANSWER[:33]


class Cut(Exception):
    """The connection ended in the middle of the body."""


class Reset(Exception):
    """The connection was reset."""


def ask(
    sim: SimulatorHandle, model: str, *, stream: bool = True, prefix: str = "", **extra: Any
) -> socket.socket:
    """Sends the request over a socket of its own; the reply is the caller's to read."""
    messages = [{"role": "user", "content": PROMPT}]
    if prefix:
        messages.append({"role": "assistant", "content": prefix})
    body = json.dumps({"model": model, "messages": messages, "stream": stream, **extra}).encode()
    address = urlsplit(sim.url)
    connection = socket.create_connection((address.hostname, address.port), timeout=10)
    head = f"POST /v1/chat/completions HTTP/1.1\r\nHost: sim\r\nContent-Length: {len(body)}\r\n\r\n"
    connection.sendall(head.encode() + body)
    return connection


def body_of(connection: socket.socket) -> bytes:
    """The whole body; its chunks of HTTP are undone by hand, to see how it ends."""
    with connection, connection.makefile("rb") as file:
        body = b""
        try:
            while file.readline() not in (b"\r\n", b""):
                pass
            while size := file.readline():
                if int(size, 16) == 0:
                    return body
                body += file.read(int(size, 16))
                file.readline()
        except ConnectionResetError as error:
            raise Reset(body) from error
        raise Cut(body)


def events(body: bytes) -> list[Any]:
    lines = body.decode().splitlines()
    data = [line.removeprefix("data: ") for line in lines if line.startswith("data: ")]
    return [event if event == "[DONE]" else json.loads(event) for event in data]


def said(body: bytes) -> str:
    choices = [
        choice for event in events(body) if "choices" in event for choice in event["choices"]
    ]
    return "".join(choice["delta"].get("content") or "" for choice in choices)


def finish_reasons(body: bytes) -> list[str]:
    choices = [
        choice for event in events(body) if "choices" in event for choice in event["choices"]
    ]
    return [choice["finish_reason"] for choice in choices if choice["finish_reason"]]


def test_nothing_goes_wrong_unless_asked(sim: SimulatorHandle) -> None:
    body = body_of(ask(sim, "sim"))
    assert said(body) == ANSWER
    assert finish_reasons(body) == ["stop"]
    assert body.endswith(b"data: [DONE]\n\n")


@pytest.mark.parametrize("after", [0, 1, 40, 120])
def test_cut_closes_the_connection_after_so_many_characters(
    sim: SimulatorHandle, after: int
) -> None:
    with pytest.raises(Cut) as cut:
        body_of(ask(sim, f"sim?fault=cut&after={after}&split=0"))
    assert said(cut.value.args[0]) == ANSWER[:after]
    assert finish_reasons(cut.value.args[0]) == []


def test_a_fault_behind_the_end_of_the_reply_never_comes(sim: SimulatorHandle) -> None:
    assert said(body_of(ask(sim, "sim?fault=cut&after=100000"))) == ANSWER


def test_reset_is_a_reset(sim: SimulatorHandle) -> None:
    with pytest.raises(Reset):
        body_of(ask(sim, "sim?fault=reset&after=120"))


def test_end_early_is_a_clean_end_that_tells_nothing(sim: SimulatorHandle) -> None:
    body = body_of(ask(sim, "sim?fault=end_early&after=50"))
    assert said(body) == ANSWER[:50]
    assert finish_reasons(body) == []
    assert b"[DONE]" not in body


def test_stall_says_nothing_more_until_the_client_leaves(sim: SimulatorHandle) -> None:
    before = len(sim.log())
    with ask(sim, "sim?fault=stall&after=21&split=0") as connection:
        received = b""
        while b'" bec"' not in received:
            received += connection.recv(65536)
    entry = sim.log(ended=before + 1)[before]
    assert (entry["ended"], entry["fault"]) == ("cancelled", "stall")
    assert entry["characters"] == 21


@pytest.mark.parametrize("fault", ["stall", "keepalive"])
def test_a_stall_with_an_end_loses_no_word(sim: SimulatorHandle, fault: str) -> None:
    assert said(body_of(ask(sim, f"sim?fault={fault}&after=60&ms=1"))) == ANSWER


def test_keepalive_sends_comments_and_no_text(sim: SimulatorHandle) -> None:
    with ask(sim, "sim?fault=keepalive") as connection:
        received = b""
        while received.count(b": keepalive\n\n") < 2:
            received += connection.recv(65536)
    assert b"data:" not in received


def test_garble_is_neither_json_nor_text(sim: SimulatorHandle) -> None:
    body = body_of(ask(sim, "sim?fault=garble&after=30"))
    with pytest.raises(UnicodeDecodeError):
        body.decode()
    sound, _, rest = body.partition(b"\xff")
    assert said(sound[: sound.rindex(b"data: ")]) == ANSWER[:30]
    assert b"finish_reason" not in rest


def test_a_bad_line_loses_no_word(sim: SimulatorHandle) -> None:
    body = body_of(ask(sim, "sim?fault=bad_line&after=30"))
    bad = [
        line
        for line in body.split(b"\n")
        if line.startswith(b"data: {") and not line.endswith(b"}")
    ]
    assert len(bad) == 1
    assert said(body.replace(bad[0] + b"\n\n", b"")) == ANSWER


@pytest.mark.parametrize("after", [0, 30])
def test_an_error_comes_inside_the_200(sim: SimulatorHandle, after: int) -> None:
    body = body_of(ask(sim, f"sim?fault=error&after={after}"))
    assert said(body) == ANSWER[:after]
    assert events(body)[-1]["error"]["type"] == "server_error"
    assert finish_reasons(body) == []


def test_restart_ignores_the_prefill(sim: SimulatorHandle) -> None:
    assert said(body_of(ask(sim, "sim?fault=restart", prefix=PREFIX))) == ANSWER


def test_echo_repeats_the_prefill_and_goes_on(sim: SimulatorHandle) -> None:
    assert said(body_of(ask(sim, "sim?fault=echo", prefix=PREFIX))) == ANSWER
    other = "Happy to help."
    assert said(body_of(ask(sim, "sim?fault=echo", prefix=other))) == f"{other} {ANSWER}"


def test_empty_finishes_without_a_word(sim: SimulatorHandle) -> None:
    body = body_of(ask(sim, "sim?fault=empty"))
    assert said(body) == ""
    assert finish_reasons(body) == ["stop"]


def test_no_finish_leaves_the_reason_out(sim: SimulatorHandle) -> None:
    body = body_of(ask(sim, "sim?fault=no_finish"))
    assert said(body) == ANSWER
    assert finish_reasons(body) == []
    assert body.endswith(b"data: [DONE]\n\n")


def test_no_usage_leaves_the_usage_out(sim: SimulatorHandle) -> None:
    options = {"include_usage": True}
    with_usage = body_of(ask(sim, "sim", stream_options=options))
    without = body_of(ask(sim, "sim?fault=no_usage", stream_options=options))
    assert events(with_usage)[-2]["usage"]["completion_tokens"] > 0
    assert all(not event["usage"] for event in events(without)[:-1])


def test_slow_headers_send_not_even_a_head(sim: SimulatorHandle) -> None:
    before = len(sim.log())
    with ask(sim, "sim?fault=slow_headers&ms=3600000"):
        sim.log(requests=before + 1)
    assert sim.log(ended=before + 1)[before]["status"] is None


def test_a_delay_sends_the_head_at_once(sim: SimulatorHandle) -> None:
    with ask(sim, "sim?fault=delay&ms=3600000") as connection:
        assert connection.recv(65536).startswith(b"HTTP/1.1 200")


@pytest.mark.parametrize("fault", ["delay", "drip", "slow_headers"])
def test_a_slow_reply_is_whole(sim: SimulatorHandle, fault: str) -> None:
    body = body_of(ask(sim, f"sim?fault={fault}&ms=0"))
    assert said(body) == ANSWER


@pytest.mark.parametrize(
    "name",
    [name for name, fault in FAULTS.items() if isinstance(fault, Refuse) and not fault.of_prefill],
)
@pytest.mark.parametrize("stream", [True, False])
def test_a_refusal_has_its_status_and_openais_error_shape(
    client: openai.OpenAI, name: str, stream: bool
) -> None:
    with pytest.raises(openai.APIStatusError) as refused:
        client.chat.completions.create(
            model=f"sim?fault={name}&retry_after_s=7",
            messages=[{"role": "user", "content": PROMPT}],
            stream=stream,
        )
    assert refused.value.status_code == int(name[:3])
    assert refused.value.type
    assert refused.value.response.headers.get("Retry-After") == (
        "7" if name in ("429", "503") else None
    )


def test_a_refusal_of_prefill_concerns_no_other_request(client: openai.OpenAI) -> None:
    question = {"role": "user", "content": PROMPT}
    beginning = {"role": "assistant", "content": PREFIX}
    model = "sim?fault=400_prefill"
    client.chat.completions.create(model=model, messages=[question])  # type: ignore[list-item]  # a plain dict will do
    with pytest.raises(openai.BadRequestError, match="prefill"):
        client.chat.completions.create(model=model, messages=[question, beginning])  # type: ignore[list-item]  # as above


def test_an_unstreamed_reply_breaks_after_so_many_bytes(sim: SimulatorHandle) -> None:
    whole = body_of(ask(sim, "sim", stream=False))
    with pytest.raises(Cut) as cut:
        body_of(ask(sim, "sim?fault=cut&after=200", stream=False))
    assert len(cut.value.args[0]) == 200
    assert len(whole) > 200
    with pytest.raises(Reset):
        body_of(ask(sim, "sim?fault=reset&after=200", stream=False))
    error = body_of(ask(sim, "sim?fault=error&after=0", stream=False))
    assert json.loads(error)["error"]["type"] == "server_error"
    late = body_of(ask(sim, "sim?fault=keepalive&ms=1&after=1", stream=False))
    assert json.loads(late)["choices"][0]["message"]["content"] == ANSWER


def test_bytes_are_cut_anywhere_when_asked_and_nothing_is_lost(sim: SimulatorHandle) -> None:
    body = body_of(ask(sim, "sim?split=1"))
    assert said(body) == ANSWER
    assert body.count(b"\n\n") == len(events(body))


@pytest.mark.parametrize("fault", ["drop", "half_head"])
def test_a_head_that_never_comes_leaves_no_body(sim: SimulatorHandle, fault: str) -> None:
    with ask(sim, f"sim?fault={fault}") as connection:
        received = b""
        while data := connection.recv(65536):
            received += data
    assert received in (b"", b"HTTP/1.1 200 OK\r\nContent-Ty")
    assert bool(received) == (fault == "half_head")


def test_a_head_can_be_reset_or_be_no_http(sim: SimulatorHandle) -> None:
    with ask(sim, "sim?fault=reset_head") as connection, pytest.raises(ConnectionResetError):
        connection.recv(65536)
    with ask(sim, "sim?fault=no_http") as connection:
        assert not connection.recv(65536).startswith(b"HTTP")


@pytest.mark.parametrize(
    ("fault", "body"),
    [
        ("blank", b""),
        ("only_done", b"data: [DONE]\n\n"),
        ("page", b"<html><body>Sign in</body></html>"),
    ],
)
def test_another_body_comes_under_200(sim: SimulatorHandle, fault: str, body: bytes) -> None:
    assert body_of(ask(sim, f"sim?fault={fault}")) == body


@pytest.mark.parametrize(
    ("fault", "sign"),
    [
        ("cr_lf", b'}\r\n\r\ndata: {"'),
        ("cr", b'}\r\rdata: {"'),
        ("bom", b"\xef\xbb\xbfdata: "),
        ("many_lines", b'data: {\ndata:   "id"'),
        ("no_space", b"data:{"),
        ("comments", b": ping\n"),
        ("named", b"event: message\n"),
        ("empty_choices", b'"choices":[]}'),
    ],
)
def test_events_can_be_written_in_other_ways(sim: SimulatorHandle, fault: str, sign: bytes) -> None:
    assert sign in body_of(ask(sim, f"sim?fault={fault}&split=0"))


def test_one_event_can_be_lost_or_doubled(sim: SimulatorHandle) -> None:
    for fault, difference in (("lost", -1), ("doubled", +1)):
        body = body_of(ask(sim, f"sim?fault={fault}&after=40&split=0"))
        event = next(e for e in events(body_of(ask(sim, "sim?split=0"))) if e != "[DONE]")
        assert event["choices"]
        assert (len(said(body)) - len(ANSWER)) * difference > 0
        assert said(body)[:40] == ANSWER[:40]
        assert said(body)[-40:] == ANSWER[-40:]


def test_a_lost_line_has_words_that_nobody_can_read(sim: SimulatorHandle) -> None:
    body = body_of(ask(sim, "sim?fault=lost_line&after=40&split=0"))
    lines = [line for line in body.split(b"\n") if line.startswith(b"data: {")]
    (broken,) = [line for line in lines if not line.endswith(b"}")]
    assert 0 < len(said(body.replace(broken + b"\n", b""))) < len(ANSWER)


def test_an_endless_reply_goes_on_until_the_client_leaves(sim: SimulatorHandle) -> None:
    before = len(sim.log())
    with ask(sim, "sim?fault=endless&ms=0") as connection:
        received = b""
        while received.count(b" and so on") < 100:
            received += connection.recv(65536)
    assert sim.log(ended=before + 1)[before]["ended"] == "cancelled"


def test_an_endless_reply_is_long_after_few_events(sim: SimulatorHandle) -> None:
    """Whoever waits until it is too long waits for each event, on a busy machine too."""
    with ask(sim, "sim?fault=endless&after=0&ms=0") as connection:
        received = b""
        while received.count(b" and so on") < 1000:
            received += connection.recv(1024)
    assert received.count(b"data: ") < 150


@pytest.mark.parametrize("name", ["gzip", "plain_type", "json_type", "unstreamed"])
def test_a_reply_may_call_itself_something_else(client: openai.OpenAI, name: str) -> None:
    raw = client.chat.completions.with_raw_response.create(
        model=f"sim?fault={name}",
        messages=[{"role": "user", "content": PROMPT}],
        stream=True,
    )
    expected = {"plain_type": "text/plain", "gzip": "text/event-stream; charset=utf-8"}
    assert raw.headers["content-type"] == expected.get(name, "application/json")
    assert (raw.headers.get("content-encoding") == "gzip") == (name == "gzip")


def test_the_end_may_lack_any_of_its_parts_or_have_them_twice(sim: SimulatorHandle) -> None:
    def end(fault: str) -> list[str]:
        body = body_of(ask(sim, f"sim?fault={fault}", stream_options={"include_usage": True}))
        last = [event for event in events(body) if event == "[DONE]" or not _has_words(event)]
        return [
            "done" if e == "[DONE]" else "usage" if not e["choices"] else "finish" for e in last
        ]

    assert end("no_done") == ["finish", "usage"]
    assert end("usage_first") == ["usage", "finish", "done"]
    assert end("twice_ended") == ["finish", "usage", "finish", "usage", "done"]


def _has_words(event: Any) -> bool:
    return any("content" in choice["delta"] for choice in event["choices"])


def test_a_freeze_holds_for_a_reply_that_is_not_streamed(sim: SimulatorHandle) -> None:
    before = len(sim.log())
    with ask(sim, "sim?fault=freeze&after=100000", stream=False) as connection:
        received = b""
        while b'"usage"' not in received:
            received += connection.recv(65536)
        assert not received.endswith(b"0\r\n\r\n")
    assert sim.log(ended=before + 1)[before]["ended"] == "cancelled"


def test_a_loose_echo_and_a_preface_differ_from_the_prefix(sim: SimulatorHandle) -> None:
    prefix = 'It is  **"so"**.'
    echoed = said(body_of(ask(sim, "sim?fault=loose_echo", prefix=prefix)))
    assert echoed == f"It is \u201dso\u201d. {ANSWER}"
    prefaced = said(body_of(ask(sim, "sim?fault=preface", prefix=PREFIX)))
    assert prefaced == "Of course, here is the rest: " + ANSWER.removeprefix(PREFIX)
    told_anew = said(body_of(ask(sim, "sim?fault=paraphrase", prefix=PREFIX)))
    assert not told_anew.startswith(PREFIX)
