"""How the context is kept, and flash attention, as far as a machine without a GPU tells."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from edge.core.settings import LocalModelSettings
from local_models.client import LocalTier
from local_models.devices import devices
from local_models.info import EngineInfo
from local_models.llama import Context, Model, find_gpu
from local_models.model_files import ModelFileError
from local_models.process import EngineProcess, EngineStartError
from tests.local_models.asking import call, listen
from tests.local_models.tiny_gguf import write_model

QUESTION = "What is a database index?"


async def ask(folder: Path, settings: LocalModelSettings) -> tuple[EngineInfo, str]:
    engine = EngineProcess(settings, str(folder / "e.sock"))
    try:
        await engine.start()
        tier = LocalTier("local", str(folder / "e.sock"))
        heard = await listen(tier, call(QUESTION))
        return await tier.info(), heard.text
    finally:
        await engine.stop()


@pytest.mark.parametrize(
    ("kv_type", "flash_attention", "uses_flash"),
    [
        ("f16", "on", True),
        ("f16", "off", False),
        ("q8_0", "auto", True),
        ("q8_0", "on", True),
    ],
)
def test_the_builtin_model_begins_as_it_does_however_its_context_is_kept(
    tmp_path: Path, kv_type: str, flash_attention: str, uses_flash: bool, tier: LocalTier
) -> None:
    usual = asyncio.run(listen(tier, call(QUESTION))).text
    settings = LocalModelSettings(
        slots=1, context=512, kv_type=kv_type, flash_attention=flash_attention
    )
    info, text = asyncio.run(ask(tmp_path, settings))
    assert text[:8] == usual[:8]  # rounding may change a later word
    assert (info.kv_type, info.flash_attention) == (kv_type, uses_flash)


def test_a_smaller_type_takes_less_memory_and_the_model_still_speaks(tmp_path: Path) -> None:
    info, text = asyncio.run(ask(tmp_path, LocalModelSettings(slots=4, kv_type="q4_0")))
    assert text
    whole, _ = asyncio.run(ask(tmp_path, LocalModelSettings(slots=4)))
    assert info.memory_mib < 0.6 * whole.memory_mib


def test_a_type_that_does_not_suit_the_model_is_refused_with_the_file_and_the_reason(
    tmp_path: Path,
) -> None:
    path = write_model(tmp_path / "tiny.gguf")  # its heads have 8 numbers, a block of q8_0 has 32
    settings = LocalModelSettings(model=str(path), slots=1, context=256, kv_type="q8_0")
    with pytest.raises(EngineStartError, match=r"tiny\.gguf: .*kv_type q8_0.*block size"):
        asyncio.run(ask(tmp_path, settings))


def test_quantized_values_without_flash_attention_are_refused(model: Model) -> None:
    with pytest.raises(ModelFileError, match="kv_type q8_0, flash_attention off"):
        Context(
            model,
            sequences=1,
            context=256,
            batch=256,
            threads=1,
            kv_type="q8_0",
            flash_attention="off",
        )


def test_layers_for_a_gpu_that_is_not_there_are_told_of_and_all_devices_are_named(
    tmp_path: Path,
) -> None:
    gpu = find_gpu()
    assert any(not device.is_gpu for device in devices())
    assert all(device.total >= device.free > 0 for device in devices())
    info, _ = asyncio.run(ask(tmp_path, LocalModelSettings(slots=1, context=256, gpu_layers=12)))
    assert info.layers == 30
    if gpu is None:
        assert (info.device, info.gpu_layers) == ("CPU", 0)
        assert any("found no GPU" in notice for notice in info.notices)
    else:
        assert (info.device, info.gpu_layers) == (gpu.description, 12)
