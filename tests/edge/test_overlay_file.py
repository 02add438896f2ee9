"""The overlay of the model table: what was found out about models, and is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from edge.core.overlay import NO_OVERLAY, Overlay, Probed
from edge.overlay_file import add_to_overlay, read_overlay
from edge.platforms import platforms
from edge.settings_file import load
from edge.settings_source import BadSettings

FOUND = Probed(True, "continues", True, "http://127.0.0.1:1/v1", "2026-11-20T09:00:00+00:00", 1)
REFUTED = Probed(False, "begins anew", False, "http://127.0.0.1:1/v1")


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "prelude" / "models.toml"
    add_to_overlay(path, "mine/Big-70B", FOUND)
    add_to_overlay(path, 'mine/a "quoted" \\ nämé 😀', REFUTED)
    assert read_overlay(path).models == {
        "mine/Big-70B": FOUND,
        'mine/a "quoted" \\ nämé 😀': REFUTED,
    }
    assert [file.name for file in path.parent.iterdir()] == ["models.toml"]


def test_a_later_finding_takes_the_place_of_an_earlier(tmp_path: Path) -> None:
    path = tmp_path / "models.toml"
    add_to_overlay(path, "mine/big", FOUND)
    add_to_overlay(path, "mine/big", REFUTED)
    assert read_overlay(path) == Overlay({"mine/big": REFUTED})


def test_where_there_is_none_nothing_is_known(tmp_path: Path) -> None:
    assert read_overlay(None) is read_overlay(tmp_path / "none.toml") is NO_OVERLAY
    assert NO_OVERLAY.prefill("mine", "big", "http://127.0.0.1:1/v1") is None


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[models.\n", ":1: "),
        ('[models."mine/big"]\nprefill = "yes"\n', ":2: models.mine/big.prefill: expected true"),
        ('\n[models."mine/big"]\nprefil = true\n', ":3: models.mine/big.prefil: unknown key"),
        ("[models.big]\nprefill = true\n", ':1: models.big: "big" is not of the form provider/id'),
    ],
)
def test_a_fault_is_told_with_its_line_and_nothing_is_written_over(
    tmp_path: Path, text: str, fault: str
) -> None:
    path = tmp_path / "models.toml"
    path.write_text(text)
    with pytest.raises(BadSettings) as bad:
        read_overlay(path)
    assert str(path) + fault in str(bad.value).replace('"mine/big"', "mine/big")
    with pytest.raises(BadSettings):
        add_to_overlay(path, "mine/big", FOUND)
    assert path.read_text() == text


def test_it_is_read_with_the_settings_from_the_state_folder(tmp_path: Path) -> None:
    path = tmp_path / "prelude" / "models.toml"
    add_to_overlay(path, "mine/big", FOUND)
    for environ in ({"XDG_STATE_HOME": str(tmp_path)}, {"HOME": str(tmp_path)}):
        loaded = load(None, environ, platforms())
        assert loaded.overlay_file is not None
    loaded = load(None, {"XDG_STATE_HOME": str(tmp_path)}, platforms())
    assert (loaded.overlay_file, loaded.overlay.models) == (path, {"mine/big": FOUND})
    assert load(None, {}, platforms()).overlay is NO_OVERLAY


def test_one_with_faults_is_ignored_to_serve_and_told(tmp_path: Path) -> None:
    path = tmp_path / "prelude" / "models.toml"
    path.parent.mkdir()
    path.write_text("models = 1\n")
    loaded = load(None, {"XDG_STATE_HOME": str(tmp_path)}, platforms())
    assert loaded.overlay is NO_OVERLAY
    assert loaded.notices[-1].endswith("got a whole number; the model overlay is ignored")
    with pytest.raises(BadSettings, match=r"models\.toml:1: models: expected a table"):
        loaded.check_overlay()
