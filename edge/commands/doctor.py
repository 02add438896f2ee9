"""`prelude doctor`: what this machine has, and what will become of a request on it."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Any

from edge.app import build_service
from edge.commands.arguments import add_config
from edge.commands.encoder_state import describe_encoder, examine_encoder
from edge.commands.examination import (
    REACH_S,
    LlamaBuild,
    LocalModel,
    PlatformState,
    describe_memory,
    examine_llama,
    examine_model,
    examine_platforms,
    overlay_effects,
    running_engine,
    time_first_text,
    time_verdict,
)
from edge.commands.explain import as_request, as_text, explain
from edge.commands.running_service import ask_running_service, describe
from edge.commands.summary import summarize
from edge.core.classifier_names import ENGINE, all_engines
from edge.core.errors import EdgeError
from edge.core.local_names import NONE
from edge.core.settings import Settings
from edge.core.types import LOCAL
from edge.hardware import Hardware, look_around
from edge.parts import Parts, judge_ready, open_parts
from edge.platforms import platforms
from edge.service import Service
from edge.settings_file import BadSettings, Loaded, load

_EXAMPLE = "How do I keep basil alive on a windowsill?"
_WORDS_PER_TOKEN = 0.75  # of English prose, with the vocabularies in use


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="prelude doctor",
        description="Look at hardware, llama.cpp, settings, a service that runs with them, local "
        "models, encoder and platforms, and say what will become of a request. Exit code 2: bad "
        "settings; 1: the local model or the encoder cannot be used.",
    )
    add_config(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    arguments = parser.parse_args(argv)
    report = _Report(as_json=arguments.json)
    code = asyncio.run(_examine(arguments.config, report))
    report.close()
    return code


async def _examine(config: Path | None, report: _Report) -> int:
    hardware = await asyncio.to_thread(look_around)
    report.add("machine", asdict(hardware), _hardware_lines(hardware))
    build = await examine_llama()
    report.add("llama_cpp", asdict(build), _build_lines(build, hardware))
    try:
        loaded = load(config, os.environ, platforms())
        loaded.check_overlay()
    except BadSettings as error:
        faults = [str(fault) for fault in error.faults]
        report.add("settings", {"faults": faults}, faults)
        return 2
    report.add("settings", _settings(loaded), _settings_lines(loaded))
    told = await ask_running_service(loaded.settings.server)
    report.add("running_service", told, describe(told))
    async with AsyncExitStack() as stack:
        return await _examine_replies(loaded, report, stack)


async def _examine_replies(loaded: Loaded, report: _Report, stack: AsyncExitStack) -> int:
    """What needs the local model, which runs until the stack is closed."""
    settings = loaded.settings
    models = all_engines(settings)
    folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="prelude-"))
    if LOCAL not in models:
        report.add("local_model", None, ["none, as the settings say"])
    # The one after the other, and all stay: so it shows whether they fit beside each other.
    serving = [
        name for name in models if await _examine_local(name, folder, settings, report, stack)
    ]
    encodes = await _examine_encoder(loaded, report)
    report.progress(f"asking every platform, {REACH_S:g} s at most")
    states = await examine_platforms(loaded)
    report.add("platforms", [asdict(state) for state in states], _platform_lines(states))
    engines = folder if LOCAL in serving or (serving and LOCAL not in models) else None
    parts = await stack.enter_async_context(open_parts(settings, engines))
    service = build_service(loaded, parts)
    judges = await _examine_judge(service, settings, parts, report)
    await _examine_request(service, report)
    return 0 if encodes and judges and len(serving) == len(models) else 1


async def _examine_encoder(loaded: Loaded, report: _Report) -> bool:
    """Whether it can be used, if it is to be."""
    settings = loaded.settings.encoder
    if settings.model == NONE:
        report.add("encoder", None, ["none, as the settings say"])
        return True
    report.progress("loading the encoder")
    state = await asyncio.to_thread(examine_encoder, settings, loaded.cache_folder)
    report.add("encoder", asdict(state), describe_encoder(state))
    return not state.fault


async def _examine_local(
    name: str, folder: str, settings: Settings, report: _Report, stack: AsyncExitStack
) -> bool:
    """Whether it can be used."""
    local = all_engines(settings)[name]
    part = {LOCAL: "local_model", ENGINE: "classifier_model"}.get(name, f"local_model {name}")
    report.progress(f"loading the {name} model ({local.model})")
    start = time.monotonic()
    try:
        await stack.enter_async_context(running_engine(name, local, folder, report.progress))
        model = await examine_model(name, folder, settings, time.monotonic() - start)
    except EdgeError as error:
        report.add(part, {"fault": str(error)}, [f"cannot be used: {error}"])
        return False
    report.add(part, asdict(model), _model_lines(model, settings))
    return True


async def _examine_judge(
    service: Service, settings: Settings, parts: Parts, report: _Report
) -> bool:
    """Whether the settings' own model judges."""
    start = time.monotonic()
    try:
        judged_by = await judge_ready(settings, parts)
    except EdgeError as error:
        report.add("classifier", {"fault": str(error)}, [f"cannot be used, so the rules: {error}"])
        return False
    ready_in_s = time.monotonic() - start
    timed = await time_verdict(service, as_request(_EXAMPLE))
    finding = {"judged_by": judged_by, "ready_in_s": ready_in_s, **asdict(timed)}
    took = f"a verdict takes {timed.took_ms:.1f} ms: {timed.decided_by}"
    report.add("classifier", finding, [f"prompts are judged by {judged_by}", took])
    return True


async def _examine_request(service: Service, report: _Report) -> None:
    request = as_request(_EXAMPLE)
    fate = {"prompt": _EXAMPLE, **(await explain(service, request))}
    lines = as_text(fate)
    if service.knowledge.local is not None:
        fate["local_first_text_s"] = first = await time_first_text(service, request)
        if first is not None:
            lines.append(f"the local model's first text was there after {first * 1000:.0f} ms")
    report.add("request", fate, lines)


class _Report:
    """Findings, printed as they come; or all of them at the end, as one JSON object."""

    def __init__(self, *, as_json: bool) -> None:
        self._as_json = as_json
        self._findings: dict[str, Any] = {}

    def add(self, title: str, finding: Any, lines: Sequence[str]) -> None:
        self._findings[title] = finding
        if not self._as_json:
            text = "\n  ".join([title.replace("_", " "), *lines])
            print(text, flush=True)

    def progress(self, line: str) -> None:
        print(f"... {line}", file=sys.stderr, flush=True)

    def close(self) -> None:
        if self._as_json:
            print(json.dumps(self._findings, indent=2))


# -- in words ----------------------------------------------------------------


def _hardware_lines(hardware: Hardware) -> list[str]:
    lines = [f"cpu     {hardware.cpu}, {hardware.cpus} usable, load {hardware.load:.1f}"]
    if hardware.load > hardware.cpus / 2:
        lines.append("this machine is busy: what is measured here is slower than it need be")
    if hardware.memory_mib is not None:
        lines.append(f"memory  {hardware.memory_mib} MiB, {hardware.free_mib or 0} MiB free")
    for gpu in hardware.gpus:
        memory = f"{gpu.memory_mib} MiB, {gpu.free_mib} MiB free"
        lines.append(f"gpu     {gpu.name}, {memory}, driver {gpu.driver}")
    if not hardware.gpus:
        lines.append(f"gpu     none: {hardware.no_gpu_because}")
    return lines


def _build_lines(build: LlamaBuild, hardware: Hardware) -> list[str]:
    if build.fault:
        return [build.fault]
    lines = [
        f"llama-cpp-python {build.version} for {', '.join(build.backends)}",
        f"with {' '.join(build.features)}",
    ]
    if hardware.gpus and set(build.backends) == {"CPU"}:
        lines.append("there is a GPU, and this build cannot use it")
    return lines


def _settings(loaded: Loaded) -> Mapping[str, Any]:
    return {
        "file": str(loaded.file) if loaded.file else None,
        "faults": [],
        "notices": loaded.notices,
        "routes": {name: asdict(route) for name, route in loaded.settings.routes.items()},
        "overlay": {
            "file": str(loaded.overlay_file) if loaded.overlay_file else None,
            "models": {name: asdict(probed) for name, probed in loaded.overlay.models.items()},
        },
    }


def _settings_lines(loaded: Loaded) -> list[str]:
    file = str(loaded.file) if loaded.file else "no file, the defaults hold"
    notices = [f"note: {notice}" for notice in loaded.notices]
    return [file, *summarize(loaded.settings), *_overlay_lines(loaded), *notices]


def _overlay_lines(loaded: Loaded) -> list[str]:
    """What was found out about models, and where it changes what the service does."""
    models = loaded.overlay.models
    if not models:
        return []
    effects = overlay_effects(loaded)
    return [
        f"{loaded.overlay_file}, over the model table:",
        *(
            f"  {name}: {probed.finding} ({probed.probed_at[:10]}){effects.get(name, '')}"
            for name, probed in models.items()
        ),
    ]


def _model_lines(model: LocalModel, settings: Settings) -> list[str]:
    info = model.info
    return [
        f"{info.model}, {info.parameters / 1e6:.0f} M parameters",
        f"{info.file}, {model.size_mib} MiB, loaded in {model.loaded_in_s:.1f} s",
        f"{info.slots} slots of {info.context} tokens, on {info.device}, {info.threads} threads",
        describe_memory(model),
        *_speed_lines(model, settings.tiers.fast.deadline_ms),
        *info.notices,
    ]


def _speed_lines(model: LocalModel, deadline_ms: int) -> list[str]:
    if model.speed is None:
        return ["it says nothing, so its speed is unknown"]
    words = round(model.holds_tokens * _WORDS_PER_TOKEN)
    holds = f"for prompts of up to {model.holds_tokens} tokens, about {words} words"
    return [
        f"reads {model.speed.prefill_per_s:.0f} tokens/s, writes {model.speed.decode_per_s:.0f}",
        f"{deadline_ms} ms (tiers.fast.deadline_ms) hold {holds if words else 'for no prompt'}",
    ]


def _platform_lines(states: Sequence[PlatformState]) -> list[str]:
    """In brackets: the rows of the provider table that the settings do not name."""
    rows = [(_label(state), _key_state(state), state.state) for state in states]
    name_width, key_width = (max(len(row[column]) for row in rows) for column in (0, 1))
    return [f"{name:{name_width}}  {key:{key_width}}  {state}" for name, key, state in rows]


def _label(state: PlatformState) -> str:
    label = state.name if state.kind == state.name else f"{state.name} ({state.kind})"
    return label if state.in_settings else f"({label})"


def _key_state(state: PlatformState) -> str:
    if state.variable is None:
        return "no key"
    if not state.in_settings:
        return state.variable
    return f"{state.variable} {'found' if state.has_key else 'not set'}"
