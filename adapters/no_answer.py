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
            case ssl.SSLCertVerificationError():
                return f"its certificate is not valid: {cause.verify_message.rstrip('.')}"
            case ssl.SSLError():
                return f"no TLS with it ({cause.reason or type(cause).__name__})"
            case aiohttp.ClientProxyConnectionError():
                return f"the proxy: {cause}"
            case aiohttp.ClientHttpProxyError():
                return f"the proxy answered {cause.status}"
            case aiohttp.ServerDisconnectedError():
                return "it closed the connection"
    return str(error) or type(error).__name__


def lasts(error: BaseException) -> bool:
    """Whether waiting will not mend it."""
    return any(isinstance(cause, ssl.SSLCertVerificationError) for cause in _chain(error))


def why_not_http(error: aiohttp.ClientResponseError) -> str:
    if any(isinstance(cause, LineTooLong) for cause in _chain(error)):
        return "a header that is too long"
    return type(error.__cause__ or error).__name__


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
