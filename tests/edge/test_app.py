from __future__ import annotations

import asyncio
from pathlib import Path

from edge.app import build_service, open_parts
from edge.core.overlay import Probed
from edge.overlay_file import add_to_overlay
from edge.platforms import platforms
from edge.settings_file import load


def test_what_was_learned_of_the_targets_outlives_a_reload() -> None:
    async def scenario() -> None:
        loaded = load(None, {}, platforms())
        async with open_parts(loaded.settings, None) as parts:
            services = [build_service(loaded, parts) for _ in range(2)]
        assert services[0].knowledge.health is services[1].knowledge.health

    asyncio.run(scenario())


def test_what_a_probe_found_holds_from_the_next_load_on(tmp_path: Path) -> None:
    config = tmp_path / "prelude.toml"
    config.write_text(
        '[providers.mine]\nkind = "openai_compatible"\nbase_url = "http://127.0.0.1:1/v1"\n'
        '[routes.default]\ntargets = ["mine/big"]\n'
    )
    environ = {"XDG_STATE_HOME": str(tmp_path)}

    async def continues() -> bool:
        loaded = load(config, environ, platforms())
        async with open_parts(loaded.settings, None) as parts:
            facts = build_service(loaded, parts).knowledge.find("mine/big")
        return facts is not None and facts.prefill

    assert not asyncio.run(continues())
    found = Probed(prefill=True, base_url="http://127.0.0.1:1/v1")
    add_to_overlay(tmp_path / "prelude" / "models.toml", "mine/big", found)
    assert asyncio.run(continues())
