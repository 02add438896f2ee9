from __future__ import annotations

import asyncio

from edge.app import build_service, open_parts
from edge.platforms import platforms
from edge.settings_file import load


def test_what_was_learned_of_the_targets_outlives_a_reload() -> None:
    async def scenario() -> None:
        loaded = load(None, {}, platforms())
        async with open_parts(loaded.settings, None) as parts:
            services = [build_service(loaded, parts) for _ in range(2)]
        assert services[0].knowledge.health is services[1].knowledge.health

    asyncio.run(scenario())
