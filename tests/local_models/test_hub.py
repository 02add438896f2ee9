"""Models from a hub: fetched, broken off, gone on with, checked, and then found without it."""

from __future__ import annotations

import asyncio
import hashlib
import os
import random
import socket
from pathlib import Path

import pytest

from edge.core.hub_names import HubName, parse_hub_name
from edge.core.settings import LocalModelSettings
from local_models.client import LocalTier
from local_models.fetch import fetch_model
from local_models.model_files import ModelFileError
from local_models.process import EngineProcess
from tests.local_models.conftest import ROOT
from tests.local_models.small_hub import small_hub
from tests.local_models.tiny_gguf import write_model

NAME = "hf:owner/repo/sub/tiny.gguf"
SECRET = "hf_not_to_be_seen"


def fetch(folder: Path, url: str, name: str = NAME, **more: str) -> Path:
    env = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "HF_HOME": str(folder / "hf"),
        "HF_ENDPOINT": url,
        "HF_TOKEN": SECRET,
        **more,
    }
    return Path(asyncio.run(fetch_model(name, env, lambda _: None)))


def files(tmp_path: Path) -> dict[str, bytes]:
    return {"owner/repo/sub/tiny.gguf": write_model(tmp_path / "tiny.gguf").read_bytes()}


@pytest.mark.parametrize(
    ("name", "means"),
    [
        ("hf:a/b/c.gguf", HubName("a/b", "c.gguf", "main")),
        ("hf:a/b-1.5/q/c.Q4_K_M.gguf@v1.0", HubName("a/b-1.5", "q/c.Q4_K_M.gguf", "v1.0")),
        ("hf:a/b/c.gguf@refs/pr/1", HubName("a/b", "c.gguf", "refs/pr/1")),
        ("hf:a/c.gguf", None),
        ("hf:a/b/c.bin", None),
        ("hf:a/b/../c.gguf", None),
        ("hf:a/b/c.gguf@", None),
        ("hf:a/b/c.gguf@--x", None),
        ("hf:/a/b/c.gguf", None),
        ("a/b/c.gguf", None),
    ],
)
def test_names_of_files_on_the_hub(name: str, means: HubName | None) -> None:
    assert parse_hub_name(name) == means


def test_a_file_is_fetched_once_and_then_found_without_asking_anyone(tmp_path: Path) -> None:
    with small_hub(files(tmp_path)) as hub:
        found = fetch(tmp_path, hub.url)
        assert found.read_bytes() == hub.files["owner/repo/sub/tiny.gguf"]
        assert hub.asked
        assert set(hub.asked) == {("/owner/repo/resolve/main/sub/tiny.gguf", f"Bearer {SECRET}")}
        asked = len(hub.asked)
        assert fetch(tmp_path, hub.url) == found
        assert len(hub.asked) == asked
    assert fetch(tmp_path, hub.url) == found
    assert not list(tmp_path.rglob("*.prelude"))


def test_a_download_that_breaks_off_goes_on_where_it_was(tmp_path: Path) -> None:
    size, written_at_once = 25_000_000, 10 << 20  # the library's
    data = random.Random(1).randbytes(size)
    with small_hub({"owner/repo/sub/tiny.gguf": data}) as hub:
        hub.breaks, hub.break_after = 1, 15_000_000
        assert fetch(tmp_path, hub.url).read_bytes() == data
        assert hub.sent[-1] == (written_at_once, size - written_at_once)
        assert len(hub.sent) == 2


def test_the_next_start_goes_on_where_a_broken_download_ended(tmp_path: Path) -> None:
    (data,) = files(tmp_path).values()
    with small_hub(files(tmp_path)) as hub:
        digest = hashlib.sha256(data).hexdigest()
        part = tmp_path / f"hf/hub/models--owner--repo/blobs/{digest}.prelude"
        part.parent.mkdir(parents=True)
        part.write_bytes(data[:30_000])
        assert fetch(tmp_path, hub.url).read_bytes() == data
        assert hub.sent == [(30_000, len(data) - 30_000)]


def test_a_file_with_a_wrong_checksum_is_refused_and_not_kept(tmp_path: Path) -> None:
    with small_hub(files(tmp_path)) as hub:
        hub.lies = True
        with pytest.raises(ModelFileError, match="has the checksum"):
            fetch(tmp_path, hub.url)
        assert not [path for path in (tmp_path / "hf").rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("hf:owner/repo/other.gguf", "owner/repo has no file other.gguf at main"),
        ("hf:nobody/nothing/x.gguf", "there is no nobody/nothing"),
    ],
)
def test_what_there_is_not_is_named(tmp_path: Path, name: str, words: str) -> None:
    with small_hub(files(tmp_path)) as hub, pytest.raises(ModelFileError, match=words) as caught:
        fetch(tmp_path, hub.url, name)
    assert SECRET not in str(caught.value)


def test_without_a_network_it_says_what_to_do(tmp_path: Path) -> None:
    with socket.socket() as bound:  # and nobody listens
        bound.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{bound.getsockname()[1]}"
        with pytest.raises(ModelFileError) as caught:
            fetch(tmp_path, url)
    for words in (NAME, url, "hf download owner/repo sub/tiny.gguf --revision main", "by its path"):
        assert words in str(caught.value)
    with pytest.raises(ModelFileError, match="OfflineModeIsEnabled"):
        fetch(tmp_path, url, HF_HUB_OFFLINE="1")


def test_an_engine_serves_a_model_of_the_hub(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def run() -> str:
        settings = LocalModelSettings(model=NAME, slots=1, context=256)
        engine = EngineProcess(settings, str(tmp_path / "e.sock"))
        try:
            await engine.start()
            return (await LocalTier("local", str(tmp_path / "e.sock")).info()).model
        finally:
            await engine.stop()

    with small_hub(files(tmp_path)) as hub:
        monkeypatch.setenv("HF_HOME", str(tmp_path / "hf"))
        monkeypatch.setenv("HF_ENDPOINT", hub.url)
        assert asyncio.run(run()) == "tiny"
