"""Of all that went wrong in a chain, the error that tells the caller most."""

from __future__ import annotations

from collections.abc import Sequence

from edge.core.errors import TierRejected, TierUnavailable


def most_telling(errors: Sequence[Exception]) -> Exception:
    """That a request is beyond a model's own limits is said only if every one of them said so."""
    others = [e for e in errors if not (isinstance(e, TierRejected) and e.own_limit)]
    if others:
        return others[-1]
    if not errors:
        return TierUnavailable("no model could take this on")
    if len(errors) == 1:
        return errors[0]
    codes = {e.code for e in errors if isinstance(e, TierRejected)}
    code = codes.pop() if len(codes) == 1 else None
    return TierRejected("; ".join(map(str, errors)), own_limit=True, code=code)
