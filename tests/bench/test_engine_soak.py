"""A minute of anything: no slot stays taken, and nothing grows."""

from __future__ import annotations

import asyncio

from bench.engine_soak import soak


def test_a_minute_of_random_load_leaves_the_engine_as_it_was() -> None:
    report = asyncio.run(soak(60))
    missed = [limit for limit in report.limits if not limit.holds]
    assert not missed
    assert {"whole", "left"} <= {str(row[0]) for row in report.tables[0].rows}
