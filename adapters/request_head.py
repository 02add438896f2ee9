"""The head of a request, as it goes over the wire."""

from __future__ import annotations

import re
from collections.abc import Mapping

_NO_HEADER = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")  # it would end the line, or is never in one


def request_head(method: str, target: str, headers: Mapping[str, str]) -> bytes:
    """Raises `ValueError` for what would be more than one line, without showing it."""
    lines = [f"{method} {target} HTTP/1.1", *(f"{name}: {headers[name]}" for name in headers)]
    if _NO_HEADER.search("".join(lines)):
        raise ValueError("a header that HTTP cannot carry")
    return ("\r\n".join(lines) + "\r\n\r\n").encode()
