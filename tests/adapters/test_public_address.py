from __future__ import annotations

import asyncio
import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.public_address import Guard, NotPublic, PublicResolver, is_public

GUARD = Guard()
PRIVATE_V4 = [
    ip_network(block)
    for block in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
    )
]
private_v4 = st.sampled_from(PRIVATE_V4).flatmap(
    lambda block: st.integers(int(block.network_address), int(block.broadcast_address)).map(
        IPv4Address
    )
)
any_v4 = st.integers(0, 2**32 - 1).map(IPv4Address)


def is_let_through(url: str) -> bool:
    try:
        GUARD.check_url(url)
    except NotPublic:
        return False
    return True


def resolved(host: str, guard: Guard = GUARD) -> list[str]:
    found = asyncio.run(PublicResolver(guard).resolve(host, 443))
    return [str(result["host"]) for result in found]


@given(private_v4)
def test_no_private_address_is_public_in_any_way_to_write_it(address: IPv4Address) -> None:
    n = int(address)
    a, b, c, d = address.packed
    forms = [
        str(address),
        f"{n}",
        f"{n:#x}",
        f"0{n:o}",
        f"{a:#o}.{b}.{c}.{d}".replace("0o", "0"),
        f"{a:#x}.{b:#x}.{c:#x}.{d:#x}",
        f"{a}.{n & 0xFFFFFF}",
        f"{a}.{b}.{n & 0xFFFF}",
        f"00{a}.{b}.{c}.{d}",
        f"{address}.",
        f"[::ffff:{address}]",
        f"[::ffff:0:{address}]",
        f"[::{address}]",
        f"[64:ff9b::{address}]",
        f"[64:ff9b:1::{address}]",
        f"[{IPv6Address((0x2002 << 112) | (n << 80) | 1)}]",  # 6to4
        f"[{IPv6Address((0x20010000 << 96) | (n ^ 0xFFFFFFFF))}]",  # Teredo
        f"{address}%2e",
        str(address).replace(".", "。"),
    ]
    for host in forms:
        assert not is_let_through(f"http://{host}/a.png"), host


@given(any_v4)
def test_an_address_that_carries_another_is_never_public(inner: IPv4Address) -> None:
    n = int(inner)
    for outer in (
        IPv6Address(n),
        IPv6Address((0xFFFF << 32) | n),
        IPv6Address((0x2002 << 112) | (n << 80)),
        IPv6Address((0x0064FF9B << 96) | n),
        IPv6Address((0x20010000 << 96) | n),
    ):
        assert not is_public(outer)


@given(any_v4)
def test_what_is_public_is_in_no_block_that_is_not(address: IPv4Address) -> None:
    assert is_public(address) == (not any(address in block for block in PRIVATE_V4))
    assert is_let_through(f"https://{address}/a.png") == is_public(address)


@given(st.integers(0, 2**128 - 1).map(IPv6Address))
def test_of_ipv6_only_what_is_handed_out_is_public(address: IPv6Address) -> None:
    if is_public(address):
        assert address in ip_network("2000::/3")
        assert not address.is_private and not address.is_multicast
    assert is_let_through(f"https://[{address}]/a.png") == is_public(address)


@pytest.mark.parametrize(
    "address", ["::", "::1", "fe80::1", "fc00::1", "fd12::1", "ff02::1", "2001:db8::1", "fec0::1"]
)
def test_local_ipv6_is_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700:4700::1111", "2a00:1450::1"])
def test_what_everyone_reaches_is_public(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.com/a",
        "file:///etc/passwd",
        "gopher://example.com",
        "//example.com/a",
        "example.com",
        "",
        "http://",
        "http:///a",
        "http://user@example.com",
        "http://user:word@example.com",
        "http://@example.com",
        "http://example.com:22/a",
        "http://example.com:8080/a",
        "http://example.com:99999/a",
        "http://example.com\\@127.0.0.1/",
        "http://exa mple.com/",
        "http://example.com/\r\nHost: b",
        "http://ex\tample.com/",
        "http://①②⑦.0.0.1/",
        "http://exam%70le.com/",
        "http://[::1/",
        "http://[v1.x]/",
        "http://[fe80::1%25eth0]/",
        "http://[2606:4700::1%25eth0]/",
        "http://-a.com/",
        "http://a..com/",
        "https://example.com/" + "a" * 9000,
    ],
)
def test_an_odd_url_is_none(url: str) -> None:
    assert not is_let_through(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com/a.png?b=%2F#c",
        "http://example.com:80/",
        "HTTPS://EXAMPLE.com.:443",
        "https://a-b_c.example.co.uk/~a@b",
        "https://123.example.com/",
    ],
)
def test_a_plain_url_passes(url: str) -> None:
    assert is_let_through(url)


def test_other_ports_are_for_the_settings_to_allow() -> None:
    Guard(ports={8443}).check_url("https://example.com:8443/")
    Guard(ports=None).check_url("https://example.com:5000/")


def test_loopback_is_open_only_to_whoever_says_so() -> None:
    assert resolved("127.0.0.1", Guard(loopback=True)) == ["127.0.0.1"]
    with pytest.raises(NotPublic):
        Guard(loopback=True).check_url("http://10.0.0.1/")
    with pytest.raises(NotPublic):
        GUARD.check_url("http://127.0.0.1/")


def test_a_name_for_this_machine_does_not_resolve() -> None:
    with pytest.raises(NotPublic):
        resolved("localhost")


class _Answers(asyncio.SelectorEventLoop):
    """A loop whose names resolve as a hostile server would have it."""

    def __init__(self, *addresses: str) -> None:
        super().__init__()
        self._addresses = addresses

    async def getaddrinfo(self, host, port, **kwargs):  # type: ignore[no-untyped-def]
        kind = socket.AF_INET
        return [(kind, socket.SOCK_STREAM, 6, "", (text, port)) for text in self._addresses]


def resolved_as(*addresses: str) -> list[str]:
    with asyncio.Runner(loop_factory=lambda: _Answers(*addresses)) as runner:
        found = runner.run(PublicResolver(GUARD).resolve("a.example", 443))
    return [str(result["host"]) for result in found]


def test_one_private_address_among_public_ones_spoils_the_name() -> None:
    assert resolved_as("8.8.8.8", "1.1.1.1") == ["8.8.8.8", "1.1.1.1"]
    with pytest.raises(NotPublic):
        resolved_as("8.8.8.8", "10.0.0.1")
    with pytest.raises(NotPublic):
        resolved_as("fe80::1%eth0")
