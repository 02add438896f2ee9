"""What `prelude doctor` looks at: llama.cpp, the local model, the platforms.

Each is looked at as the service would use it, and none can hurt the doctor: native code runs
in processes of its own, and every question to a platform has a limit.
"""

from __future__ import annotations

import asyncio
import json
import re
import statistics
import sys
import time
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from adapters.client import HostedClient
from adapters.models import describe
from adapters.providers import find_endpoint
from adapters.reach import Reach, Reached, reach
from edge.commands.engine_speed import Speed, measure_speed
from edge.core.calls import make_call
from edge.core.events import Role, StartLeg
from edge.core.hosted_names import named_models
from edge.core.platforms import Secret
from edge.core.settings import LocalModelSettings, ProviderSettings, Settings
from edge.core.settings_rules import is_loopback
from edge.core.types import LOCAL, Request, Text
from edge.core.verdict import EACH
from edge.platforms import platforms
from edge.service import Service
from edge.settings_file import Loaded
from local_models.client import LocalTier
from local_models.engines import socket_of
from local_models.info import EngineInfo
from local_models.process import EngineProcess

REACH_S = 5.0
_IMPORT_S = 60.0  # CUDA's libraries take their time on a cold disk
_TRIES = 5

_TELL_BUILD = """
import json, llama_cpp
from llama_cpp import llama_cpp as api
print(json.dumps([llama_cpp.__version__, api.llama_print_system_info().decode()]))
"""


# -- llama.cpp ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class LlamaBuild:
    """`backends` are what it can compute on: CPU, CUDA. `fault`: why it does not load."""

    version: str = ""
    backends: tuple[str, ...] = ()
    features: tuple[str, ...] = ()
    fault: str = ""


async def examine_llama() -> LlamaBuild:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", _TELL_BUILD, stdout=PIPE, stderr=PIPE
    )
    try:
        async with asyncio.timeout(_IMPORT_S):
            said, complaint = await process.communicate()
    except TimeoutError:
        process.kill()
        await process.wait()
        return LlamaBuild(fault=f"llama-cpp-python did not load within {_IMPORT_S:g} s")
    if process.returncode != 0:
        last = complaint.decode(errors="replace").strip().rpartition("\n")[2]
        return LlamaBuild(fault=f"llama-cpp-python does not load: {last or process.returncode}")
    version, system = json.loads(said)
    return LlamaBuild(version, *parse_system_info(system))


def parse_system_info(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Backends and features of `CUDA : ARCHS = 900 | CPU : AVX2 = 1 | FMA = 1 |`."""
    backends = re.findall(r"(\w+) : ", text)
    features = re.findall(r"(\w+) = 1 ", text)
    return tuple(backends), tuple(features)


# -- the model table ---------------------------------------------------------


def overlay_effects(loaded: Loaded) -> Mapping[str, str]:
    """By entry of the overlay, what it does to the models that the settings name; an entry that
    does nothing to any of them is left out."""
    effects: dict[str, list[str]] = {}
    for name in named_models(loaded.settings):
        without = describe(name, loaded.settings)
        within = describe(name, loaded.settings, loaded.overlay)
        if within.prefill != without.prefill:
            entry = f"{within.endpoint.name}/{within.id}"
            change = f"{name} has prefill = {str(within.prefill).lower()}"
            effects.setdefault(entry, []).append(change)
    return {entry: f": {', '.join(changes)}" for entry, changes in effects.items()}


# -- the local model ---------------------------------------------------------


@dataclass(frozen=True, slots=True)
class LocalModel:
    """`holds_tokens`: the longest prompt whose first text is there within the fast deadline.
    `speed` None: it said nothing."""

    info: EngineInfo
    size_mib: int
    loaded_in_s: float
    speed: Speed | None
    holds_tokens: int


@asynccontextmanager
async def running_engine(
    name: str, settings: LocalModelSettings, folder: str, say: Callable[[str], None]
) -> AsyncIterator[None]:
    """A short-lived one, where the service would find it in `folder`; raises `EngineStartError` if
    the model cannot be used."""
    engine = EngineProcess(settings, socket_of(folder, name), name=name, log=say)
    try:
        await engine.start()
        yield
    finally:
        await engine.stop()


async def examine_model(
    name: str, folder: str, settings: Settings, loaded_in_s: float
) -> LocalModel:
    tier = LocalTier(name, socket_of(folder, name))
    info = await tier.info()
    speed = await measure_speed(tier, info.prefill_per_s, info.context)
    deadline_s = settings.tiers.fast.deadline_ms / 1000
    holds_tokens = speed.prompt_within(deadline_s) if speed else 0
    return LocalModel(info, _size_mib(info.file), loaded_in_s, speed, holds_tokens)


def describe_memory(model: LocalModel) -> str:
    info = model.info
    flash = "on" if info.flash_attention else "off"
    return (
        f"{info.gpu_layers} of {info.layers} layers on the GPU, flash attention {flash}, context "
        f"kept as {info.kv_type}, about {info.memory_mib} MiB in all"
    )


def _size_mib(file: str) -> int:
    return Path(file).stat().st_size >> 20


@dataclass(frozen=True, slots=True)
class TimedVerdict:
    took_ms: float
    decided_by: str


async def time_verdict(service: Service, request: Request) -> TimedVerdict:
    """The median of a few tries, within the budget like any other."""
    times = []
    for _ in range(_TRIES):
        began = time.monotonic()
        verdict = await service.judge(request, EACH)
        times.append(time.monotonic() - began)
    return TimedVerdict(statistics.median(times) * 1000, verdict.decided_by)


async def time_first_text(service: Service, request: Request) -> float | None:
    """Seconds until the local model's first text for this request, the median of a few tries;
    None when it has nothing to say. A `frame` comes whole: its first text is its sentence."""
    plan = (await service.begin(request, time.monotonic())).plan
    drafts = plan.draft is not None and plan.draft.tier == LOCAL
    call = make_call(request, plan, StartLeg(0, LOCAL, Role.DRAFT if drafts else Role.LOCAL))
    times = []
    for _ in range(_TRIES):
        start = time.monotonic()
        async with aclosing(service.tier(LOCAL).stream(call)) as pieces:
            async for piece in pieces:
                if isinstance(piece, Text) and piece.text:
                    times.append(time.monotonic() - start)
                    break
    return statistics.median(times) if times else None


# -- platforms ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PlatformState:
    """`variable` holds its key, if it needs one. `state` is for people: "reachable", or why not."""

    name: str
    kind: str
    variable: str | None
    has_key: bool
    in_settings: bool
    state: str


async def examine_platforms(loaded: Loaded) -> list[PlatformState]:
    """Those of the settings, then the rest of the provider table. Only those of the settings are
    asked, and what listens on this machine: nobody else need hear of us."""
    async with aclosing(HostedClient()) as client, asyncio.TaskGroup() as group:
        asked = [
            group.create_task(_examine_platform(name, provider, loaded, client))
            for name, provider in _all_providers(loaded.settings)
        ]
    return [task.result() for task in asked]


def _all_providers(settings: Settings) -> Iterator[tuple[str, ProviderSettings]]:
    yield from settings.providers.items()
    for row in platforms():
        if row.name not in settings.providers:
            yield row.name, ProviderSettings(kind=row.name, api_key_env=row.key_env)


async def _examine_platform(
    name: str, provider: ProviderSettings, loaded: Loaded, client: HostedClient
) -> PlatformState:
    key = loaded.keys.get(name)
    return PlatformState(
        name,
        provider.kind,
        provider.api_key_env,
        has_key=key is not None,
        in_settings=name in loaded.settings.providers,
        state=_silent_because(name, provider, loaded.settings)
        or await _ask(name, loaded.settings, key, client),
    )


def _silent_because(name: str, provider: ProviderSettings, settings: Settings) -> str | None:
    """Why nobody is asked, if so."""
    if not provider.enabled:
        return "not enabled"
    own = next((row.base_url for row in platforms() if row.name == provider.kind), None)
    address = provider.base_url or own
    if address is None:
        return "wherever base_url says"
    if name not in settings.providers and not is_loopback(urlsplit(address).hostname or ""):
        return "not asked: the settings do not name it"
    return None


async def _ask(name: str, settings: Settings, key: Secret | None, client: HostedClient) -> str:
    match await reach(find_endpoint(name, settings), key, client, timeout_s=REACH_S):
        case Reach(Reached.OK):
            return "reachable"
        case Reach(Reached.KEY_REFUSED) if key is None:
            return "reachable, wants a key"
        case Reach(state, reason):
            return f"{state}: {reason}"
