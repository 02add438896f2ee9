"""Where nobody answers: each address fails in its own way."""

from __future__ import annotations

import socket

import pytest

from bench.dead_ends import BLACKHOLE, MUTE, REFUSED, dead_ends


def test_nobody_listens_behind_a_refusal() -> None:
    with dead_ends() as ports, pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", ports[REFUSED]), timeout=10)


def test_a_mute_end_takes_the_connection_and_says_nothing() -> None:
    with (
        dead_ends() as ports,
        socket.create_connection(("127.0.0.1", ports[MUTE]), timeout=10) as connection,
    ):
        connection.sendall(b"GET / HTTP/1.1\r\n\r\n")
        connection.setblocking(False)
        with pytest.raises(BlockingIOError):
            connection.recv(1)


def test_a_black_hole_does_not_even_take_the_connection() -> None:
    with dead_ends() as ports, pytest.raises(TimeoutError):
        socket.create_connection(("127.0.0.1", ports[BLACKHOLE]), timeout=0.2)
