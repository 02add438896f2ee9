from __future__ import annotations

import asyncio
import logging
from pathlib import Path

import pytest
from aiohttp import web

from edge.homes import Homes, open_door

WORDS = [(owner, str(number)) for owner in ("mine", "another") for number in range(100)]


def test_every_word_has_one_home_that_all_workers_agree_on() -> None:
    seen = [Homes(Path("/box"), own, 3) for own in range(3)]
    for words in WORDS:
        homes = {each.of(*words) or each.door(each.own) for each in seen}
        assert len(homes) == 1
    assert {seen[0].of(*words) for words in WORDS} == {None, *seen[0].others}


def test_who_is_alone_has_all_words() -> None:
    assert {Homes().of(*words) for words in WORDS} == {None}


def test_a_worker_that_can_open_no_door_stays_alone(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def scenario() -> Homes:
        runner = web.AppRunner(web.Application())
        await runner.setup()
        try:
            return await open_door(runner, Homes(tmp_path / "nowhere", 0, 2))
        finally:
            await runner.cleanup()

    with caplog.at_level(logging.ERROR):
        assert asyncio.run(scenario()) == Homes()
    assert "alone" in caplog.text
