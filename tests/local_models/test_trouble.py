"""A last word beside a socket."""

from __future__ import annotations

from pathlib import Path

from local_models.trouble import end_trouble, read_trouble, tell_trouble


def test_what_is_told_is_read_until_it_is_over(tmp_path: Path) -> None:
    socket = str(tmp_path / "engine.sock")
    assert read_trouble(socket) is None
    tell_trouble(socket, "it died")
    tell_trouble(socket, "it died again")
    assert read_trouble(socket) == "it died again"
    end_trouble(socket)
    end_trouble(socket)
    assert read_trouble(socket) is None
    assert not list(tmp_path.iterdir())


def test_a_folder_that_has_gone_is_no_failure(tmp_path: Path) -> None:
    tell_trouble(str(tmp_path / "gone" / "engine.sock"), "it died")
    assert read_trouble(str(tmp_path / "gone" / "engine.sock")) is None
