from __future__ import annotations

import asyncio
import time
from contextlib import aclosing
from pathlib import Path

from aiohttp import web
from aiohttp.test_utils import TestServer

from edge.app import build_service
from edge.core.hosted_names import models_to_probe, named_models
from edge.core.overlay import Probed
from edge.core.settings import Settings
from edge.core.types import Call, Message, Request, TextPart
from edge.examined import find_verified
from edge.local_look import look_at_locals
from edge.overlay_file import add_to_overlay
from edge.parts import learn_locals, open_parts
from edge.platforms import platforms
from edge.settings_file import load


def test_what_was_learned_of_the_targets_outlives_a_reload() -> None:
    async def scenario() -> None:
        loaded = load(None, {}, platforms())
        async with open_parts(loaded.settings, None) as parts:
            services = [build_service(loaded, parts) for _ in range(2)]
        assert services[0].knowledge.health is services[1].knowledge.health

    asyncio.run(scenario())


def test_people_are_told_who_answers(tmp_path: Path) -> None:
    config = tmp_path / "prelude.toml"
    mine = '[providers.mine]\nkind = "openai_compatible"\nbase_url = "http://127.0.0.1:1/v1"\n'

    async def notice(targets: str) -> str:
        config.write_text(f"{mine}[routes.default]\ntargets = [{targets}]\n")
        loaded = load(config, {}, platforms())
        async with open_parts(loaded.settings, str(tmp_path / "engine.sock")) as parts:
            return build_service(loaded, parts).notice

    assert asyncio.run(notice('"mine/big"')) == "The local model opens, mine/big answers."
    assert asyncio.run(notice('"local", "mine/big"')) == (
        "The local model answers; when it is lost, mine/big does."
    )


def test_simulated_targets_are_known_by_the_names_that_their_simulator_gives_them(
    tmp_path: Path,
) -> None:
    path = tmp_path / "p.toml"
    path.write_text(
        "[providers.sim]\nkind = 'openai_compatible'\nbase_url = 'http://127.0.0.1:9/v1'\n"
        "simulated = true\n[models.'sim/slow']\nid = 'late?ttft_ms=900'\n"
        "[routes.default]\ntargets = ['local', 'sim/big', 'openai/x', 'sim/slow']\n"
    )

    async def scenario() -> None:
        loaded = load(path, {"OPENAI_API_KEY": "k"}, platforms())
        async with open_parts(loaded.settings, None) as parts:
            assert build_service(loaded, parts).simulated == ("big", "late")

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


def test_each_worker_keeps_its_part_of_a_limit_and_a_reload_does_not_fill_it(
    tmp_path: Path,
) -> None:
    config = tmp_path / "prelude.toml"
    config.write_text(
        '[server]\nworkers = 4\n[routes.default]\ntargets = ["mine/big"]\n'
        '[providers.mine]\nkind = "openai_compatible"\nbase_url = "http://127.0.0.1:1/v1"\n'
        "rpm = 60\n"
    )

    async def scenario() -> None:
        loaded = load(config, {}, platforms())
        async with open_parts(loaded.settings, None) as parts:
            limits = build_service(loaded, parts).knowledge.limits
            assert [limits.take("mine/big", 9, now=0.0) for _ in range(3)] == [0.0, 0.0, 2.0]
            assert build_service(loaded, parts).knowledge.limits.wait_s("mine/big", 9, 0.0) == 2.0

    asyncio.run(scenario())


def test_plans_know_of_the_quota_that_the_last_answer_told_of(tmp_path: Path) -> None:
    async def answer(request: web.Request) -> web.Response:
        body = {"choices": [{"message": {"content": "Hi"}, "finish_reason": "stop"}]}
        left = {"x-ratelimit-remaining-requests": "0", "x-ratelimit-reset-requests": "9s"}
        return web.json_response(body, headers=left)

    async def scenario() -> None:
        upstream = web.Application()
        upstream.router.add_post("/v1/chat/completions", answer)
        async with TestServer(upstream) as server:
            config = tmp_path / "prelude.toml"
            config.write_text(
                '[providers.mine]\nkind = "openai_compatible"\n'
                f'base_url = "{server.make_url("/v1")}"\n'
                '[routes.default]\ntargets = ["mine/big", "mine/equal"]\n'
            )
            loaded = load(config, {}, platforms())
            messages = (Message("user", (TextPart("Hello"),)),)
            request = Request("r", "auto", messages, stream=False)
            async with open_parts(loaded.settings, None) as parts:
                service = build_service(loaded, parts)
                call = Call(request, messages, request.sampling, stream=False)
                async with aclosing(service.tier("mine/big").stream(call)) as pieces:
                    assert [piece async for piece in pieces]
                plan = (await service.begin(request, time.monotonic())).plan
            assert [rung.tier for rung in plan.chain] == ["mine/equal", "mine/big"]
            assert any("mine/big: its quota is used up" in reason for reason in plan.reasons)

    asyncio.run(scenario())


def test_who_makes_pictures_is_listed_and_never_asked_to_talk(tmp_path: Path) -> None:
    config = tmp_path / "prelude.toml"
    config.write_text('[routes.image]\ntargets = ["openai/draws"]\n[models."openai/draws"]\n')
    loaded = load(config, {}, platforms())

    async def verified() -> str:
        async with open_parts(loaded.settings, None) as parts:
            return find_verified("openai", None, loaded, parts).name

    assert named_models(loaded.settings) == ("openai/draws",)
    assert models_to_probe(loaded.settings) == ()
    assert asyncio.run(verified()) == "openai/gpt-5.4-mini"


def test_local_models_that_a_reload_brings_are_watched_and_those_it_takes_are_not(
    tmp_path: Path,
) -> None:
    config = tmp_path / "prelude.toml"
    mine = '[providers.mine]\nkind = "openai_compatible"\nbase_url = "http://127.0.0.1:1/v1"\n'
    route = '[routes.default]\ntargets = ["mine/big"]\n'
    big = '[local.models.big]\nmodel = "builtin"\n'

    def settings(local: str, others: str) -> Settings:
        config.write_text(f'[local]\nmodel = "{local}"\n{others}{mine}{route}')
        return load(config, {}, platforms()).settings

    async def watched() -> list[set[str]]:
        first = settings("none", "")
        later = [settings("builtin", big), settings("none", big), first]
        async with open_parts(first, str(tmp_path)) as parts:
            found = [set(await look_at_locals(parts))]
            for each in later:
                await learn_locals(each, parts)
                found.append(set(await look_at_locals(parts)))
        return found

    assert asyncio.run(watched()) == [set(), {"local", "local:big"}, {"local:big"}, set()]
