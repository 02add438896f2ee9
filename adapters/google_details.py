"""What Google says of an error in its `details`: a list of objects that each name their type.

https://cloud.google.com/apis/design/errors#error_details
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from edge.core.types import Json

QUOTA_OF_A_DAY = "PerDay"  # within the ids of such quotas, which no waiting of ours brings back

_SECONDS = re.compile(r"(\d{1,9}(?:\.\d{1,9})?)s\Z")  # how Google writes a duration


@dataclass(frozen=True, slots=True)
class Details:
    """`words` are codes for what is wrong."""

    words: tuple[str, ...] = ()
    retry_after_s: float | None = None


def read_details(details: Json) -> Details:
    words: list[str] = []
    retry_after: float | None = None
    for kind, detail in _typed(details):
        match kind, detail:
            case "ErrorInfo", {"reason": str(reason)}:
                words.append(reason)
            case "QuotaFailure", {"violations": list(violations)}:
                words += _quota_words(violations)
            case "RetryInfo", {"retryDelay": str(delay)} if seconds := _SECONDS.match(delay):
                retry_after = float(seconds[1])
    return Details(tuple(words), retry_after)


def _typed(details: Json) -> Iterator[tuple[str, dict[str, Any]]]:
    for detail in details if isinstance(details, list) else ():
        if isinstance(detail, dict):
            yield str(detail.get("@type")).rpartition(".")[2], detail


def _quota_words(violations: list[Any]) -> Iterator[str]:
    for violation in violations:
        if isinstance(violation, dict) and QUOTA_OF_A_DAY in str(violation.get("quotaId")):
            yield QUOTA_OF_A_DAY
