"""The classifier of the settings, as requests meet it."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from edge.app import build_service
from edge.core.errors import EdgeError
from edge.core.types import Message, Options, Request, TextPart
from edge.core.verdict import EACH, Task
from edge.parts import Parts, judge_ready, open_parts
from edge.platforms import platforms
from edge.settings_file import Loaded, load

CODE = "Write a Python function that merges two sorted lists"


def asking(text: str = CODE, options: Options | None = None) -> Request:
    messages = (Message("user", (TextPart(text),)),)
    return Request("r", "auto", messages, options=options or Options())


def settings(folder: Path, classifier: str) -> Loaded:
    config = folder / "prelude.toml"
    config.write_text(f"[classifier]\nbudget_ms = 1000\n{classifier}\n")
    return load(config, {}, platforms())


def counted(parts: Parts, outcome: str) -> bool:
    return f'prelude_verdicts_total{{outcome="{outcome}"}} 1.0' in parts.metrics.text().decode()


def test_the_built_in_model_judges_by_default(tmp_path: Path) -> None:
    async def scenario() -> None:
        loaded = settings(tmp_path, "")
        async with open_parts(loaded.settings, None) as parts:
            service = build_service(loaded, parts)
            assert "builtin" in await judge_ready(loaded.settings, parts)
            verdict = await service.judge(asking(), EACH)
            assert verdict.task is Task.CODE
            assert verdict.decided_by == "the built-in model, at a glance"
            assert counted(parts, "glance")

    asyncio.run(scenario())


def test_rules_judge_where_the_settings_say_so(tmp_path: Path) -> None:
    async def scenario() -> None:
        loaded = settings(tmp_path, 'model = "rules"')
        async with open_parts(loaded.settings, None) as parts:
            verdict = await build_service(loaded, parts).judge(asking(), EACH)
            assert (verdict.task, verdict.decided_by[:5]) == (Task.CODE, "rules")
            assert counted(parts, "rules")

    asyncio.run(scenario())


def test_a_file_that_is_no_model_is_named_and_costs_no_request(tmp_path: Path) -> None:
    (tmp_path / "junk.onnx").write_bytes(b"junk")

    async def scenario() -> None:
        loaded = settings(tmp_path, f'model = "{tmp_path}/junk.onnx"')
        async with open_parts(loaded.settings, None) as parts:
            service = build_service(loaded, parts)
            with pytest.raises(EdgeError, match=r"junk\.onnx: no model"):
                await judge_ready(loaded.settings, parts)
            assert (await service.judge(asking(), EACH)).decided_by.startswith("rules")
            assert counted(parts, "failed")

    asyncio.run(scenario())


def test_a_system_prompt_that_orders_a_task_wins_over_the_model(tmp_path: Path) -> None:
    async def scenario() -> None:
        loaded = settings(tmp_path, "")
        order = Message("system", (TextPart("You are a translator. Translate what I write."),))
        request = Request("r", "auto", (order, *asking().messages))
        async with open_parts(loaded.settings, None) as parts:
            service = build_service(loaded, parts)
            await judge_ready(loaded.settings, parts)
            assert (await service.judge(request, EACH)).task is Task.REWRITING

    asyncio.run(scenario())


def test_a_reload_keeps_the_model_unless_its_settings_change(tmp_path: Path) -> None:
    async def scenario() -> None:
        loaded = settings(tmp_path, "")
        async with open_parts(loaded.settings, None) as parts:
            first = build_service(loaded, parts)
            await judge_ready(loaded.settings, parts)
            assert build_service(settings(tmp_path, ""), parts).judge == first.judge
            other = build_service(settings(tmp_path, 'model = "rules"'), parts)
            assert other.judge != first.judge
            # A reply under way keeps the service that it began with.
            assert (await first.judge(asking(), EACH)).decided_by.startswith("rules")
            assert counted(parts, "down")

    asyncio.run(scenario())
