"""What goes over the wire before a body."""

from __future__ import annotations

import pytest

from adapters.request_head import request_head


def test_a_head_is_its_lines_in_their_order() -> None:
    head = request_head("POST", "/v1/x?y=%3A", {"host": "x.test", "x-long": "a\tb c"})
    assert head == b"POST /v1/x?y=%3A HTTP/1.1\r\nhost: x.test\r\nx-long: a\tb c\r\n\r\n"


@pytest.mark.parametrize("bad", ["hush\r\nx: y", "hush\n", "hush\r", "hush\0", "\x7fhush"])
@pytest.mark.parametrize("place", ["method", "target", "name", "value"])
def test_nothing_can_end_its_line_and_begin_another(bad: str, place: str) -> None:
    given = {"method": "GET", "target": "/", "name": "x-one", "value": "1"} | {place: bad}
    with pytest.raises(ValueError, match="a header that HTTP cannot carry") as refused:
        request_head(given["method"], given["target"], {given["name"]: given["value"]})
    assert "hush" not in str(refused.value)
