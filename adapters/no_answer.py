"""Why a platform gave no answer, in words for whoever asked.

What an HTTP library says of a lost connection may quote bytes of it, and so a key; it is shown
only where its words are made of addresses. The rest is told by the kind of the error.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterator

import aiohttp
from aiohttp.http_exceptions import LineTooLong


def why_no_answer(error: BaseException) -> str:
    for cause in _chain(error):
        match cause:
            case aiohttp.ClientConnectorCertificateError():
                return f"its certificate is not valid: {_fault_of(cause.certificate_error)}"
            case ssl.SSLError():
                return f"no TLS with it ({type(cause).__name__})"
            case aiohttp.ClientProxyConnectionError():
                return f"the proxy: {cause}"
            case aiohttp.ClientHttpProxyError():
                return f"the proxy answered {cause.status}"
            case aiohttp.ServerDisconnectedError():
                return "it closed the connection"
    return str(error) or type(error).__name__


def lasts(error: BaseException) -> bool:
    """Whether waiting will not mend it."""
    return any(
        isinstance(cause, aiohttp.ClientConnectorCertificateError) for cause in _chain(error)
    )


def why_not_http(error: aiohttp.ClientResponseError) -> str:
    if any(isinstance(cause, LineTooLong) for cause in _chain(error)):
        return "a line of its head is too long"
    return f"its head cannot be read ({type(error.__cause__ or error).__name__})"


def _fault_of(error: Exception) -> str:
    said = error.verify_message if isinstance(error, ssl.SSLCertVerificationError) else str(error)
    return said.rstrip(".")


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
