"""URLs as requests need them. (Proxies are in `test_client.py`.)"""

from __future__ import annotations

import pytest

from adapters.http_faults import BadAddress
from adapters.urls import Target, parse


@pytest.mark.parametrize(
    ("written", "target", "url", "authority"),
    [
        (
            "https://h.test/a%3Ab?x=%7e#part",
            Target("https", "h.test", 443, "h.test", "/a%3Ab?x=%7e"),
            "https://h.test/a%3Ab?x=%7e",
            "h.test:443",
        ),
        (
            "http://h.test:80",
            Target("http", "h.test", 80, "h.test", "/"),
            "http://h.test/",
            "h.test:80",
        ),
        (
            "https://[::1]:8443/v1",
            Target("https", "::1", 8443, "[::1]:8443", "/v1"),
            "https://[::1]:8443/v1",
            "[::1]:8443",
        ),
        (
            "http://me:hush@h.test/",
            Target("http", "h.test", 80, "h.test", "/"),
            "http://h.test/",
            "h.test:80",
        ),
    ],
)
def test_a_url_is_taken_apart_and_its_path_left_as_it_is(
    written: str, target: Target, url: str, authority: str
) -> None:
    assert parse(written) == target
    assert (target.url, target.authority) == (url, authority)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://h.test/",
        "h.test/v1",
        "http:///v1",
        "http://256.1.1.1/",
        "http://h\\x/",
        "http://h\n/",
    ],
)
def test_what_cannot_be_called_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(BadAddress) as refused:
        parse(url)
    assert str(refused.value) == "its address is no URL that can be called"
