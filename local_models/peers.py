"""Who is at the other end of the engine's socket: this user, or root, or nobody we talk to.

The socket's mode keeps others out already. This holds where the mode does not: in a folder that
was opened to others by mistake, and for a descriptor that was handed on.
"""

from __future__ import annotations

import asyncio
import os
import socket
import struct

_CREDENTIALS = struct.Struct("3i")  # struct ucred of Linux: process, user, group


def is_ours(writer: asyncio.StreamWriter) -> bool:
    ours: socket.socket = writer.get_extra_info("socket")
    if not hasattr(socket, "SO_PEERCRED"):  # not Linux: the mode has to do
        return True
    said = ours.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _CREDENTIALS.size)
    _, user, _ = _CREDENTIALS.unpack(said)
    return user in (os.geteuid(), 0)
