"""How the context is kept, and flash attention, as far as a machine without a GPU tells."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from edge.core.settings import LocalModelSettings
from local_models.client import LocalTier
from local_models.devices import devices
from local_models.info import EngineInfo
from local_models.llama import Model
from local_models.llama_context import Context, Feed
from local_models.llama_library import find_gpu
from local_models.model_files import ModelFileError
from local_models.process import EngineProcess, EngineStartError
from tests.local_models.asking import call, listen
from tests.local_models.tiny_gguf import TinyModel, write_model

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


def first_words(model: Model, kv_type: str, flash_attention: str) -> tuple[str, bool]:
    """Of a reply to the question, and whether it came by flash attention."""
    context = Context(
        model,
        sequences=1,
        context=256,
        batch=256,
        threads=1,
        kv_type=kv_type,
        flash_attention=flash_attention,
    )
    prompt = f"<|im_start|>user\n{QUESTION}<|im_end|>\n<|im_start|>assistant\n"
    said, feed, position = b"", model.tokenize(prompt, parse_special=True), 0
    for _ in range(3):
        (output,) = context.decode([Feed(0, position, feed, wants_logits=True)])
        position += len(feed)
        feed = [int(output.logits.argmax())]
        said += model.piece(feed[0])
    context.close()
    return said.decode(), context.flash_attention


@pytest.mark.parametrize(
    ("kv_type", "flash_attention", "uses_flash"),
    [
        ("f16", "off", False),
        ("q8_0", "auto", True),
        ("q8_0", "on", True),
    ],
)
def test_the_builtin_model_begins_as_it_does_however_its_context_is_kept(
    kv_type: str, flash_attention: str, uses_flash: bool, model: Model
) -> None:
    usual = first_words(model, "f16", "on")
    assert usual == ("A database index", True)
    assert first_words(model, kv_type, flash_attention) == (usual[0], uses_flash)


def test_an_engine_keeps_its_context_as_the_settings_say(tmp_path: Path) -> None:
    settings = LocalModelSettings(slots=1, context=512, kv_type="q4_0", flash_attention="on")
    info, text = asyncio.run(ask(tmp_path, settings))
    assert text
    assert (info.kv_type, info.flash_attention) == ("q4_0", True)


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
    path = write_model(tmp_path / "tiny.gguf", TinyModel(width=256))
    settings = LocalModelSettings(model=str(path), slots=1, context=256, gpu_layers=1)
    info, _ = asyncio.run(ask(tmp_path, settings))
    assert info.layers == 2
    if gpu is None:
        assert (info.device, info.gpu_layers) == ("CPU", 0)
        assert any("found no GPU" in notice for notice in info.notices)
    else:
        assert (info.device, info.gpu_layers) == (gpu.description, 1)
