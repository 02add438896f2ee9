import pytest

from adapters import ndjson
from adapters.ndjson import Lines
from edge.core.errors import TierGarbled


def read(*reads: bytes) -> list[bytes]:
    lines = Lines("mine/big")
    events = [event for data in reads for event in lines.feed(data)]
    return [event.data for event in events + lines.close()]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r", b"\n\n"])
def test_lines_come_as_they_are_at_every_cut(end: bytes) -> None:
    data = b"\xef\xbb\xbf" + end.join([b"", b'{"a":"\xc3\xa8"}', b"  ", b'{"b":2}', b""])
    for cut in range(len(data)):
        assert read(data[:cut], data[cut:]) == [b'{"a":"\xc3\xa8"}', b'{"b":2}'], f"cut at {cut}"


def test_a_line_that_lacks_its_end_comes_with_the_streams() -> None:
    lines = Lines("mine/big")
    assert lines.feed(b'{"a":1}') == []
    assert [event.data for event in lines.close()] == [b'{"a":1}']


def test_a_page_is_no_reply() -> None:
    lines = Lines("mine/big")
    assert lines.feed(b" <html>\n{}\n") == []
    assert isinstance(lines.failure, TierGarbled)
    assert (lines.feed(b"{}\n"), lines.close()) == ([], [])


def test_a_line_without_end_does_not_fill_the_memory() -> None:
    lines = Lines("mine/big")
    good = lines.feed(b"{}\n" + b"x" * (ndjson.MAX_LINE_BYTES + 1))
    assert [event.data for event in good] == [b"{}"]
    assert isinstance(lines.failure, TierGarbled)
