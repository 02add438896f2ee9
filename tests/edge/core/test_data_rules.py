from __future__ import annotations

import pytest

from edge.core.data_rules import NOTHING_KNOWN, DataFacts, kept_days, unfit_because
from edge.core.settings import DataSettings

EU = DataFacts(("EU",), ("soc2", "iso27001"), "none")


@pytest.mark.parametrize(
    ("rule", "facts", "because"),
    [
        (DataSettings(), NOTHING_KNOWN, None),
        (DataSettings(("eu",), ("SOC2",), "none"), EU, None),
        (DataSettings(("eu", "ch")), EU, None),
        (DataSettings(("eu",)), NOTHING_KNOWN, "its regions are unknown"),
        (DataSettings(("eu",)), DataFacts(()), "its regions are unknown"),
        (DataSettings(("eu",)), DataFacts(("eu", "us")), "it works in us"),
        (DataSettings(compliance=("soc2",)), NOTHING_KNOWN, "its compliance is unknown"),
        (DataSettings(compliance=("soc2", "hipaa")), EU, "it is not attested for hipaa"),
        (DataSettings(retention="30d"), EU, None),
        (DataSettings(retention="none"), DataFacts(retention="30d"), "it keeps data for 30 days"),
        (DataSettings(retention="30d"), DataFacts(retention="30d"), None),
        (DataSettings(retention="7d"), NOTHING_KNOWN, "how long it keeps data is unknown"),
    ],
)
def test_who_fits_is_known_to_and_nobody_else_does(
    rule: DataSettings, facts: DataFacts, because: str | None
) -> None:
    assert unfit_because(rule, facts) == because


@pytest.mark.parametrize(
    ("written", "days"), [("none", 0), ("30d", 30), ("0d", 0), ("a month", None), ("-1d", None)]
)
def test_retention_is_none_or_a_number_of_days(written: str, days: int | None) -> None:
    assert kept_days(written) == days
