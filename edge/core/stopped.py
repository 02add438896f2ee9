"""Why a reply was stopped before its own end, where nothing was wrong with it. In the ledger, the
counts and the log it is the reply's outcome, as `FinishReason` is of one that ended by itself."""

from __future__ import annotations

from enum import StrEnum


class Stopped(StrEnum):
    CLIENT_GONE = "client_gone"  # nobody listens any more, nor will
    CANCELLED = "cancelled"  # by its owner, in so many words
    SUPERSEDED = "superseded"  # the owner has asked anew on the same lane
    STEERED = "steered"  # the owner said something into it, and its successor goes on
