"""The whole of it, with real processes: the service, its engine with the real built-in model, and
a target that can be killed. The target is the simulator, a fake for timing and faults only, except
where a real llama.cpp server takes its place.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import openai
import pytest

from bench.llamacpp_server import llamacpp_server
from bench.service_process import ServiceHandle, service
from bench.simulator_process import SimulatorHandle, simulator

ROOT = Path(__file__).parents[1]
QUESTION = "Why does the sea have tides?"
# A machine with other work to do may need longer for an opening: no test is about how long.
SETTINGS = """
[tiers.fast]
deadline_ms = 2000

[providers.sim]
kind = "openai_compatible"
base_url = "{base_url}"

[models."sim/big"]
prefill = true

[models."sim/equal"]
prefill = true

[routes.default]
targets = [{targets}]
"""


@dataclass
class Told:
    """What a client heard of one reply."""

    text: str = ""
    tiers: dict[str, str] = field(default_factory=dict)  # tier -> its words
    models: list[str] = field(default_factory=list)
    finish: str | None = None
    legs: list[Any] = field(default_factory=list)


@pytest.fixture(scope="module")
def target() -> Iterator[SimulatorHandle]:
    with simulator("--ttft-ms", "400", "--tokens-per-s", "100") as handle:
        yield handle


@pytest.fixture(scope="module")
def served(target: SimulatorHandle) -> Iterator[ServiceHandle]:
    settings = SETTINGS.format(base_url=target.base_url, targets='"sim/big", "sim/equal"')
    with service(settings) as handle:
        yield handle


def client(served: ServiceHandle) -> openai.AsyncOpenAI:
    return openai.AsyncOpenAI(base_url=served.base_url, api_key="unused", max_retries=0)


async def ask(
    served: ServiceHandle,
    *,
    model: str = "auto",
    when: Callable[[Told], Awaitable[bool]] | None = None,
    **members: Any,
) -> Told:
    """One streamed reply. `when` is called after every chunk, until it says that it is done."""
    told, is_done = Told(), when is None
    members = {"trace": True, **members}
    async with asyncio.timeout(90), client(served) as api:
        stream = await api.chat.completions.create(
            model=model,
            messages=[{"role": "user", "content": QUESTION}],
            stream=True,
            max_tokens=400,
            extra_body={"prelude": members},
        )
        async for chunk in stream:
            extra = chunk.model_extra or {}
            report = extra.get("prelude", {})
            for choice in chunk.choices:
                words = choice.delta.content or ""
                told.text += words
                if words:
                    tier = report["tier"]
                    told.tiers[tier] = told.tiers.get(tier, "") + words
                told.finish = choice.finish_reason or told.finish
            if "models" in report:
                told.models, told.legs = report["models"], report["legs"]
            if not is_done and when is not None:
                is_done = await when(told)
    return told


def whole_answer(target: SimulatorHandle) -> str:
    """What the simulator says to our question when nobody disturbs it."""
    body = {
        "model": "sim?ttft_ms=0&tokens_per_s=0",
        "messages": [{"role": "user", "content": QUESTION}],
    }
    request = urllib.request.Request(
        f"{target.base_url}/chat/completions",
        json.dumps(body).encode(),
        {"content-type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=20) as response:
        content = json.load(response)["choices"][0]["message"]["content"]
    return str(content)


def metric(served: ServiceHandle, name: str) -> float:
    with urllib.request.urlopen(f"{served.url}/metrics", timeout=20) as response:
        lines = response.read().decode().splitlines()
    return next(float(line.split()[1]) for line in lines if line.startswith(f"{name} "))


async def until(condition: Callable[[], bool]) -> None:
    """Other processes have no event that we could wait for."""
    async with asyncio.timeout(30):
        while not await asyncio.to_thread(condition):  # noqa: ASYNC110
            await asyncio.sleep(0.05)


# -- one reply of two authors ------------------------------------------------


def test_local_model_opens_and_the_target_finishes(
    served: ServiceHandle, target: SimulatorHandle
) -> None:
    told = asyncio.run(ask(served))
    assert told.models == ["local", "sim/big"]
    assert told.finish == "stop"
    assert told.tiers["draft"].endswith(".\n\n")
    assert told.tiers["target"] == whole_answer(target)


def test_continue_makes_one_text_of_both(served: ServiceHandle, target: SimulatorHandle) -> None:
    told = asyncio.run(ask(served, strategy="continue"))
    assert told.models == ["local", "sim/big"]
    assert told.text == f"{told.tiers['draft']} {whole_answer(target)}"


def test_real_llama_server_is_a_target_like_any_other() -> None:
    with llamacpp_server() as base_url:
        settings = SETTINGS.format(base_url=base_url, targets='"sim/big"')
        with service(settings) as served:
            told = asyncio.run(ask(served, strategy="continue"))
    assert told.models[:2] == ["local", "sim/big"]
    assert told.text.startswith(told.tiers["draft"])
    assert len(told.tiers["target"]) > 40


def test_official_web_socket_client_reads_a_stitched_reply(
    served: ServiceHandle, target: SimulatorHandle
) -> None:
    async def scenario() -> str:
        async with asyncio.timeout(60), client(served) as api, api.responses.connect() as socket:
            await socket.response.create(model="auto", input=QUESTION)
            async for event in socket:
                if event.type == "response.completed":
                    opening, answer = event.response.output
                    assert (opening.phase, answer.phase) == ("commentary", "final_answer")  # type: ignore[union-attr]  # both are messages
                    return event.response.output_text
        raise AssertionError("the connection ended before the response")

    assert asyncio.run(scenario()).endswith(whole_answer(target))


# -- processes that die ------------------------------------------------------


def test_killed_engine_costs_no_reply_and_is_back_within_seconds(
    served: ServiceHandle, target: SimulatorHandle
) -> None:
    async def kill_engine(told: Told) -> bool:
        if len(told.tiers.get("target", "")) < 50:
            return False
        os.kill(served.child("local_models.engine"), signal.SIGKILL)
        return True

    async def scenario() -> None:
        told = await ask(served, when=kill_engine)
        assert told.finish == "stop"
        assert told.text.endswith(whole_answer(target))
        async with asyncio.timeout(30):  # it is back, and the worker has heard of its load
            while (await ask(served)).models != ["local", "sim/big"]:
                pass

    asyncio.run(scenario())


def test_engine_killed_while_it_writes_is_replaced_by_its_successor(
    served: ServiceHandle,
) -> None:
    """A reply that only the local model can write goes on when the engine is back."""

    async def kill_engine(told: Told) -> bool:
        if not told.text:
            return False
        os.kill(served.child("local_models.engine"), signal.SIGKILL)
        return True

    told = asyncio.run(ask(served, model="local", when=kill_engine))
    assert told.finish in ("stop", "length")
    assert told.legs[0]["outcome"] == "failed"
    assert told.models == ["local"]


def test_killed_target_is_followed_by_the_local_model() -> None:
    with simulator("--ttft-ms", "100", "--tokens-per-s", "60") as target:
        whole = whole_answer(target)
        settings = SETTINGS.format(base_url=target.base_url, targets='"sim/big", "sim/equal"')

        async def kill_target(told: Told) -> bool:
            if len(told.tiers.get("target", "")) < 80:
                return False
            target.kill()
            return True

        with service(settings) as served:
            told = asyncio.run(ask(served, draft="none", when=kill_target))
    assert told.models == ["sim/big", "local"]
    assert told.finish in ("stop", "length")
    assert whole.startswith(told.tiers["target"])
    assert told.text == told.tiers["target"] + told.tiers["local"]
    assert [leg["outcome"] for leg in told.legs[:2]] == ["failed", "failed"]


def test_cut_reply_is_continued_to_the_letter(
    served: ServiceHandle, target: SimulatorHandle
) -> None:
    target.control(fault="cut", after=150, times=1)
    told = asyncio.run(ask(served, draft="none"))
    # The same model in one piece and the next one race; either may mend it.
    assert told.models in (["sim/big"], ["sim/big", "sim/equal"])
    assert told.text == whole_answer(target)


@pytest.mark.parametrize("fault", ["echo", "restart"])
def test_target_that_repeats_what_was_said_is_cut_to_what_is_new(
    served: ServiceHandle, target: SimulatorHandle, fault: str
) -> None:
    target.control(fault="cut", after=150, times=1)
    target.control(fault=fault, times=1)
    told = asyncio.run(ask(served, draft="none"))
    # The same model in one piece and the next one race; either may mend it.
    assert told.models in (["sim/big"], ["sim/big", "sim/equal"])
    assert told.text == whole_answer(target)


# -- clients that leave ------------------------------------------------------


@pytest.mark.parametrize("model", ["auto", "local"])
def test_client_that_leaves_frees_the_slot_and_the_upstream(
    served: ServiceHandle, target: SimulatorHandle, model: str
) -> None:
    class Gone(Exception):
        pass

    async def leave(told: Told) -> bool:
        if told.tiers.get("target") or told.tiers.get("local"):
            raise Gone
        return False

    async def scenario() -> None:
        before = len(target.log())
        with pytest.raises(Gone):
            await ask(served, model=model, when=leave)
        if model == "auto":
            entry = await asyncio.to_thread(
                lambda: target.log(requests=before + 1, ended=before + 1)[-1]
            )
            assert entry["ended"] == "cancelled"
        await until(lambda: metric(served, "prelude_running_requests") == 0)
        await until(lambda: metric(served, 'prelude_local_busy_slots{model="local"}') == 0)

    asyncio.run(scenario())


# -- starting and stopping ---------------------------------------------------


def serve(*args: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """A start that is to fail."""
    return subprocess.run(
        [sys.executable, "-m", "edge", "serve", *args],
        cwd=ROOT,
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_port_that_is_taken_is_named(served: ServiceHandle) -> None:
    port = served.url.rpartition(":")[2]
    failed = serve("--port", port)
    assert failed.returncode == 1
    assert f"127.0.0.1:{port}" in failed.stderr
    assert "Traceback" not in failed.stderr


@pytest.mark.parametrize(
    ("content", "reason"), [(None, "missing.gguf"), (b"not a model at all", "GGUF")]
)
def test_model_file_that_is_none_is_named(
    tmp_path: Path, content: bytes | None, reason: str
) -> None:
    model = tmp_path / "missing.gguf"
    if content is not None:
        model.write_bytes(content)
    config = tmp_path / "prelude.toml"
    config.write_text(f'[local]\nmodel = "{model}"\n')
    failed = serve("--config", str(config), "--port", "0")
    assert failed.returncode == 2
    assert str(model) in failed.stderr and reason in failed.stderr
    assert "Traceback" not in failed.stderr


def test_public_address_without_keys_is_refused() -> None:
    failed = serve("--host", "0.0.0.0", "--port", "0")
    assert failed.returncode == 2
    assert "api_keys" in failed.stderr


def test_key_that_the_platform_refuses_is_echoed_nowhere(tmp_path: Path) -> None:
    secret = "sk-test-4f9a8b7c6d5e4f3a2b1c0d9e"
    with simulator("--key", "another-key") as target:
        settings = f"""
        [local]
        model = "none"
        [providers.sim]
        kind = "openai_compatible"
        base_url = "{target.base_url}"
        api_key_env = "SIM_KEY"
        [routes.default]
        targets = ["sim/big"]
        """
        os.environ["SIM_KEY"] = secret
        try:
            with service(settings) as served:

                async def scenario() -> str:
                    async with client(served) as api:
                        with pytest.raises(openai.InternalServerError) as refused:
                            await api.chat.completions.create(
                                model="auto", messages=[{"role": "user", "content": "Hi"}]
                            )
                        return str(refused.value.body)

                said = asyncio.run(scenario()) + served.output.read_text()
        finally:
            del os.environ["SIM_KEY"]
    assert "401" in said
    assert secret not in said and secret[-8:] not in said


def test_hangup_reloads_the_settings_without_dropping_a_stream(target: SimulatorHandle) -> None:
    settings = SETTINGS.format(base_url=target.base_url, targets='"sim/big"')
    with service(settings) as served:
        config = next(served.output.parent.glob("*.toml"))

        async def reload(told: Told) -> bool:
            if not told.tiers.get("target"):
                return False
            config.write_text(settings.replace('= ["sim/big"]', '= ["sim/equal"]'))
            os.kill(served.pid, signal.SIGHUP)
            return True

        async def scenario() -> None:
            running = await ask(served, when=reload)
            assert running.text.endswith(whole_answer(target))
            assert "sim/big" in running.models
            await until(lambda: "settings reloaded" in served.output.read_text())
            assert (await ask(served)).models[-1] == "sim/equal"
            config.write_text("[rotes.default]\n")
            os.kill(served.pid, signal.SIGHUP)
            await until(lambda: "reload refused" in served.output.read_text())
            assert (await ask(served)).models[-1] == "sim/equal"

        asyncio.run(scenario())


def test_worker_that_dies_is_brought_back(served: ServiceHandle) -> None:
    def answers() -> bool:
        try:
            with urllib.request.urlopen(f"{served.url}/healthz", timeout=20):
                return True
        except (urllib.error.URLError, ConnectionError):
            return False

    os.kill(served.child("edge.worker"), signal.SIGKILL)
    asyncio.run(until(answers))


def test_stop_lets_running_replies_finish_and_leaves_no_process(target: SimulatorHandle) -> None:
    settings = SETTINGS.format(base_url=target.base_url, targets='"sim/big"')
    with service(settings) as served:
        children = [served.child("edge.worker"), served.child("local_models.engine")]

        async def stop(told: Told) -> bool:
            if told.text:
                os.kill(served.pid, signal.SIGTERM)
            return bool(told.text)

        told = asyncio.run(ask(served, when=stop))
        assert told.text.endswith(whole_answer(target))
        asyncio.run(until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in children)))
