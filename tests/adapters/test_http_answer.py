"""Answers as bytes, however they are cut."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from adapters.http_answer import AnswerReader, Head
from adapters.http_faults import CutOff, Disconnected, NotHttp

CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


@dataclass(frozen=True)
class Case:
    raw: bytes
    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    is_kept: bool = True


CASES = {
    "a length": Case(
        b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n"
        b"X-One: 1\r\nx-one: 2\r\nX-Two: \xc3\xa9\r\n\r\nwell",
        b"well",
        headers={"content-length": "4", "x-one": "1", "x-two": "é"},
    ),
    "chunks": Case(
        CHUNKED + b"2\r\nwe\r\n2;a=b;c\r\nll\r\n0\r\nX-One: 1\r\nX-Two: 2\r\n\r\n",
        b"well",
        headers={"transfer-encoding": "chunked"},
    ),
    "interim answers": Case(
        b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"
        b"HTTP/1.1 404 No\r\nContent-Length: 2\r\n\r\nno",
        b"no",
        404,
        {"content-length": "2"},
    ),
    "no content": Case(b"HTTP/1.1 204 No Content\r\nX-One: 1\r\n\r\n", b"", 204, {"x-one": "1"}),
    "its last": Case(
        b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nhi",
        b"hi",
        headers={"connection": "close", "content-length": "2"},
        is_kept=False,
    ),
    "HTTP/1.0": Case(
        b"HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nhi",
        b"hi",
        headers={"content-length": "2"},
        is_kept=False,
    ),
    "HTTP/1.0 that is kept": Case(
        b"HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\nhi",
        b"hi",
        headers={"connection": "keep-alive", "content-length": "2"},
    ),
    "lines that end in LF alone": Case(
        b"HTTP/1.1 200 OK\nContent-Length: 2\n\nhi", b"hi", headers={"content-length": "2"}
    ),
}
UNTIL_THE_END = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nwell"


def asked() -> AnswerReader:
    reader = AnswerReader()
    reader.expect()
    return reader


def fed(*parts: bytes) -> AnswerReader:
    reader = asked()
    for part in parts:
        reader.feed(part)
    return reader


def taken(reader: AnswerReader) -> bytes:
    body = b"".join(reader.pieces)
    reader.pieces.clear()
    return body


def check(reader: AnswerReader, case: Case) -> None:
    assert reader.head == Head(case.status, case.headers)
    assert taken(reader) == case.body
    assert (reader.is_whole, reader.is_kept) == (True, case.is_kept)
    assert (reader.fault, reader.is_broken) == (None, False)


@pytest.mark.parametrize("name", CASES)
def test_an_answer_is_the_same_wherever_it_is_cut(name: str) -> None:
    case = CASES[name]
    for cut in range(len(case.raw) + 1):
        check(fed(case.raw[:cut], case.raw[cut:]), case)
    check(fed(*(bytes([byte]) for byte in case.raw)), case)


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.is_kept])
def test_answers_follow_each_other_and_leave_nothing_behind(name: str) -> None:
    reader = AnswerReader()
    for case in (CASES["chunks"], CASES[name], CASES["chunks"], CASES["a length"]):
        reader.expect()
        reader.feed(case.raw)
        check(reader, case)


@pytest.mark.parametrize("name", CASES)
def test_half_an_answer_is_none(name: str) -> None:
    case = CASES[name]
    for cut in range(len(case.raw)):
        reader = fed(case.raw[:cut])
        reader.lose(None)
        assert isinstance(reader.fault, Disconnected if reader.head is None else CutOff)
        assert not reader.is_whole
        assert case.body.startswith(taken(reader))


def test_a_body_without_a_length_ends_with_its_connection() -> None:
    for cut in range(len(UNTIL_THE_END) + 1):
        reader = fed(UNTIL_THE_END[:cut], UNTIL_THE_END[cut:])
        assert not reader.is_whole
        reader.lose(None)
        assert (taken(reader), reader.is_whole, reader.is_kept) == (b"well", True, False)
        assert reader.fault is None


def test_a_body_without_a_length_whose_connection_broke_is_cut_off() -> None:
    reader = fed(UNTIL_THE_END)
    reader.lose(ConnectionResetError())
    assert isinstance(reader.fault, CutOff)


@pytest.mark.parametrize("more", [b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nxx", b"garbage"])
@pytest.mark.parametrize("name", CASES)
def test_what_comes_behind_an_answer_breaks_the_connection_and_not_the_answer(
    name: str, more: bytes
) -> None:
    case = CASES[name]
    for parts in ((case.raw + more,), (case.raw, more)):
        reader = fed(*parts)
        assert reader.is_broken and reader.is_whole and reader.fault is None
        assert (reader.head, taken(reader)) == (Head(case.status, case.headers), case.body)


def test_what_nobody_asked_for_breaks_the_connection() -> None:
    reader = AnswerReader()
    reader.feed(b"HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n")
    assert reader.is_broken and reader.head is None


def test_another_protocol_is_an_answer_and_the_connection_s_last() -> None:
    reader = fed(b"HTTP/1.1 101 Switching\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\nhush")
    assert reader.head is not None and reader.head.status == 101
    assert (taken(reader), reader.is_whole, reader.is_kept) == (b"", True, False)


def many(count: int, size: int) -> bytes:
    lines = b"".join(b"X-%d: %b\r\n" % (n, b"k" * size) for n in range(count))
    return b"HTTP/1.1 200 OK\r\n" + lines + b"Content-Length: 0\r\n\r\n"


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"220 hush ready\r\n", "its head cannot be read (HttpParserError)"),
        (b"\x16\x03\x01hush", "its head cannot be read (HttpParserError)"),
        (b"HTTP/1.1 hush\r\n\r\n", "its head cannot be read (HttpParserInvalidStatusError)"),
        (b"HTTP/1.1 200 OK\r\nhush\r\n\r\n", "its head cannot be read (HttpParserError)"),
        (many(1, 8200), "a line of its head is too long"),
        (many(200, 1), "its head cannot be read (HeadTooLong)"),
        (many(100, 400), "its head cannot be read (HeadTooLong)"),
        (b"HTTP/1.1 200 OK\r\nX-Hush: " + b"k" * (65 << 10), "a line of its head is too long"),
        (b"HTTP/1.1 103 Wait\r\n\r\n" * 4000, "a line of its head is too long"),
    ],
)
@pytest.mark.parametrize("step", [1 << 20, 1000, 7])
def test_a_head_that_is_none_or_too_long_is_told_without_quoting_it(
    raw: bytes, why: str, step: int
) -> None:
    reader = fed(*(raw[at : at + step] for at in range(0, len(raw), step)))
    assert isinstance(reader.fault, NotHttp) and reader.is_broken
    assert str(reader.fault) == why


def test_a_long_head_within_the_limits_is_read() -> None:
    assert fed(many(1, 8000)).is_whole
    assert fed(many(100, 300)).is_whole


def test_a_long_stream_in_small_parts_is_no_long_head() -> None:
    reader = fed(CHUNKED)
    for _ in range(30_000):
        reader.feed(b"1\r\n")
        reader.feed(b"x\r\n")
    reader.feed(b"0\r\n\r\n")
    assert reader.is_whole and not reader.is_broken
    assert taken(reader) == b"x" * 30_000


@pytest.mark.parametrize(
    "raw",
    [
        b"zz\r\n",
        b"2\r\nhi2\r\n",
        b"fffffffffffffffff\r\n",
        b"2;" + b"x" * (65 << 10),
        b"0\r\nX-Trailer: " + b"x" * (65 << 10),
        b"0\r\n" + b"X: x\r\n" * 20_000,
    ],
)
def test_a_body_that_is_not_what_it_claims_is_cut_off(raw: bytes) -> None:
    body = CHUNKED + b"4\r\nwell\r\n" + raw
    reader = fed(*(body[at : at + 1000] for at in range(0, len(body), 1000)))
    assert isinstance(reader.fault, CutOff) and reader.is_broken
    assert taken(reader).startswith(b"well")
