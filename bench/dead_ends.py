"""Addresses on this machine at which no platform answers, each in another way.

The simulator cannot play these: they go wrong before a byte of HTTP is read.
"""

from __future__ import annotations

import socket
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager

REFUSED = "refused"  # nobody listens
MUTE = "mute"  # the connection stands, and nothing is ever read or said on it
BLACKHOLE = "blackhole"  # not even the connection comes to stand
DEAD_ENDS = (REFUSED, MUTE, BLACKHOLE)


@contextmanager
def dead_ends() -> Iterator[Mapping[str, int]]:
    """The port of each, which nobody else is given meanwhile."""
    with ExitStack() as stack:
        ports = {name: stack.enter_context(socket.socket()) for name in DEAD_ENDS}
        for listener in ports.values():
            listener.bind(("127.0.0.1", 0))
        ports[MUTE].listen(1024)  # the kernel shakes hands; we take nothing up
        ports[BLACKHOLE].listen(0)
        _fill(stack, ports[BLACKHOLE])
        yield {name: listener.getsockname()[1] for name, listener in ports.items()}


def _fill(stack: ExitStack, listener: socket.socket) -> None:
    """Take up its queue: from then on Linux drops whoever wants to connect."""
    for _ in range(4):
        caller = stack.enter_context(socket.socket())
        caller.setblocking(False)
        caller.connect_ex(listener.getsockname())
