"""What can go wrong, by how one reacts to it.

    EdgeError
    ├── BadRequest            the caller can fix it         4xx, see `status`
    ├── Overloaded            we shed it; has retry_after   503
    ├── DeadlineExceeded      nothing said in time          504
    └── TierError             one leg failed; others may live
        ├── TierUnavailable   connection, 5xx, 401/403/404  go elsewhere
        ├── TierRateLimited   429; has retry_after          go elsewhere
        ├── TierRejected      4xx: our mistake              never retry
        ├── TierStalled       TTFT or ITL exceeded          go elsewhere
        └── TierGarbled       bytes we can't read           go elsewhere

A class is a reaction. A message names the tier, the limit and the value, and
never a key: `groq/llama: no text for 3.0 s (limit 3.0 s)`.
"""

from __future__ import annotations


class EdgeError(Exception):
    """Anything Prelude raises on purpose."""


class BadRequest(EdgeError):
    """The caller can fix this; `param` names the field, `code` is the dialect's word for it."""

    def __init__(
        self, message: str, *, status: int = 400, param: str | None = None, code: str | None = None
    ) -> None:
        super().__init__(message)
        self.status = status
        self.param = param
        self.code = code


class Overloaded(EdgeError):
    """Refused before any work; try again in `retry_after_s` seconds."""

    def __init__(self, message: str, *, retry_after_s: float = 1.0) -> None:
        super().__init__(message)
        self.retry_after_s = retry_after_s


class DeadlineExceeded(EdgeError):
    """The reply was not there, or not whole, when its deadline passed."""


class TierError(EdgeError):
    """One leg failed. `status` is the upstream's HTTP status, where it had one."""

    def __init__(self, message: str, *, status: int | None = None) -> None:
        super().__init__(message)
        self.status = status


class TierUnavailable(TierError):
    """Nobody there, or nobody for us; `lasting` when waiting will not mend it (401, 403, 404)."""

    def __init__(self, message: str, *, status: int | None = None, lasting: bool = False) -> None:
        super().__init__(message, status=status)
        self.lasting = lasting


class TierRateLimited(TierError):
    """429, or 5xx with a time: `retry_after_s` when the platform named one. `is_ours`: the limit
    is our own settings', and the platform was not asked."""

    def __init__(
        self,
        message: str,
        *,
        status: int | None = 429,
        retry_after_s: float | None = None,
        is_ours: bool = False,
    ) -> None:
        super().__init__(message, status=status)
        self.retry_after_s = retry_after_s
        self.is_ours = is_ours


class TierRejected(TierError):
    """400, 413 or 422. `own_limit` when it is this model's limit (its context, say), so that
    another model may well accept the same call; else the fault is the caller's."""

    def __init__(
        self,
        message: str,
        *,
        status: int | None = 400,
        own_limit: bool = False,
        param: str | None = None,
        code: str | None = None,
    ) -> None:
        super().__init__(message, status=status)
        self.own_limit = own_limit
        self.param = param
        self.code = code


class TierStalled(TierError):
    """Connected, and then too slow: a first text or a gap exceeded its clock."""


class TierGarbled(TierError):
    """Bytes we can't read, or a stream that ended without saying so."""
