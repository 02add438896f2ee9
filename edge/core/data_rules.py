"""Where a request's data may go: a label's rule, and who fits it.

A target fits when everything that the rule asks for is known of it, and is so. What nobody knows
never fits: a rule that guesses protects nobody. The local model always does, because what it
reads does not leave the machine.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from edge.core.settings import DataSettings

_DAYS = re.compile(r"([0-9]{1,5})d\Z")


@dataclass(frozen=True, slots=True)
class DataFacts:
    """Of a platform, as it is called here; None is unknown. `regions` are all those that a call's
    data may go to."""

    regions: tuple[str, ...] | None = None
    compliance: tuple[str, ...] | None = None
    retention: str | None = None


NOTHING_KNOWN = DataFacts()


def kept_days(retention: str) -> int | None:
    """`none` is 0, `30d` is 30; None: it is neither."""
    if retention == "none":
        return 0
    days = _DAYS.match(retention)
    return int(days[1]) if days else None


def unfit_because(rule: DataSettings, facts: DataFacts) -> str | None:
    """Why data under this rule may not go there; None: it may."""
    if rule.regions:
        strays = _beyond(facts.regions, rule.regions)
        if facts.regions is None or not facts.regions:
            return "its regions are unknown"
        if strays:
            return f"it works in {', '.join(strays)}"
    if rule.compliance:
        if facts.compliance is None:
            return "its compliance is unknown"
        if missing := _beyond(rule.compliance, facts.compliance):
            return f"it is not attested for {', '.join(missing)}"
    if rule.retention is not None:
        most = kept_days(rule.retention)
        kept = None if facts.retention is None else kept_days(facts.retention)
        if kept is None or most is None:
            return "how long it keeps data is unknown"
        if kept > most:
            return f"it keeps data for {kept} days"
    return None


def _beyond(words: tuple[str, ...] | None, known: tuple[str, ...]) -> list[str]:
    lower = {word.lower() for word in known}
    return [word for word in words or () if word.lower() not in lower]
