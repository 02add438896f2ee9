"""Why a platform gave no answer, in words for whoever asked.

An `HttpFault` says it itself. What OpenSSL says may quote bytes of what came, so it is told by the
kind of the error.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterator


def why_no_answer(error: BaseException) -> str:
    for cause in _chain(error):
        match cause:
            case ssl.SSLCertVerificationError():
                return f"its certificate is not valid: {cause.verify_message.rstrip('.')}"
            case ssl.SSLError():
                return f"no TLS with it ({type(cause).__name__})"
    return str(error) or type(error).__name__


def lasts(error: BaseException) -> bool:
    """Whether waiting will not mend it."""
    return any(isinstance(cause, ssl.SSLCertVerificationError) for cause in _chain(error))


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
