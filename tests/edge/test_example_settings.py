"""`prelude.example.toml` holds every key there is, with its default."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from bench.authority import Authority
from edge.core.settings import KeyPath, Settings
from edge.platforms import platforms
from edge.settings_file import load, read

EXAMPLE = Path(__file__).parents[2] / "prelude.example.toml"
COMMENTED_KEY = re.compile(r"# ([a-z_]+ = .*)")
SECTION = re.compile(r"(?:# )?(\[.+\])\Z")
NAMES = {
    ("data",): "regulated",
    ("providers",): "mine",
    ("models",): "mine/big",
    ("routes",): "default",
    ("flags",): "new",
    ("local", "models"): "big",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What the example names, so that only the example itself can be at fault."""
    for name in ("cert.pem", "key.pem", "account.json"):
        (tmp_path / name).touch()
    Authority(tmp_path)  # leaves its own certificate there: authority.pem
    for name in ("legal.gguf", "medical.gguf"):
        (tmp_path / name).write_bytes(b"GGUF")
    return tmp_path


# Empty, they would be faults.
CHAINS = ("[routes.embedding]", "[routes.image]", "[routes.video]", "[routes.completion]")
FLAGS = ("[flags.new]", "[routes.trial]")
NEEDED = ("[providers.mine]", "[data.regulated]", *CHAINS, *FLAGS)


def uncommented(only: int | None = None) -> str:
    """The example with all its keys uncommented; or `only` one, by its line, and those that
    others need: sections, the provider that is named in them, and each half of TLS."""
    section, lines = "", []
    for number, line in enumerate(EXAMPLE.read_text().splitlines()):
        if header := SECTION.match(line):
            section = header[1]
        is_needed = header or section in NEEDED or line.startswith("# tls_")
        is_key = COMMENTED_KEY.match(line) and (is_needed or only in (None, number))
        lines.append(line.removeprefix("# ") if header or is_key else line)
    return "\n".join(lines)


def commented_keys() -> list[int]:
    lines = EXAMPLE.read_text().splitlines()
    return [number for number, line in enumerate(lines) if COMMENTED_KEY.match(line)]


def schema_keys(
    schema: Any = Settings, path: tuple[str, ...] = ()
) -> Iterator[tuple[KeyPath, Any]]:
    """Every key that can be written, and its default."""
    types = get_type_hints(schema)
    for field in fields(schema):
        kind = types[field.name]
        here = (*path, field.name)
        if is_dataclass(kind):
            yield from schema_keys(kind, here)
        elif is_dataclass(inner := (get_args(kind) or (None,))[-1]):
            yield from schema_keys(inner, (*here, NAMES[here]))
        else:
            yield here, None if field.default is MISSING else field.default


def look_up(table: dict[str, Any], path: KeyPath) -> Any:
    value: Any = table
    for key in path:
        value = value[key]
    return value


def test_the_example_as_it_comes_means_the_defaults() -> None:
    settings = load(EXAMPLE, {}, platforms()).settings
    assert settings.server == Settings().server
    assert settings.local == Settings().local
    assert settings.tiers == Settings().tiers
    assert settings.routes["default"].targets == ()


def test_the_example_holds_together_with_all_of_it_uncommented(folder: Path) -> None:
    settings = read(uncommented(), str(folder / "p.toml"), platforms())
    assert settings.providers["mine"].api_key_env == "MINE_API_KEY"


@pytest.mark.parametrize("line", commented_keys())
def test_each_key_of_the_example_is_taken_alone(folder: Path, line: int) -> None:
    read(uncommented(line), str(folder / "p.toml"), platforms())


@pytest.mark.parametrize(("key", "default"), list(schema_keys()))
def test_every_key_is_in_the_example_with_its_default(key: KeyPath, default: Any) -> None:
    written = look_up(tomllib.loads(uncommented()), key)
    if default not in (None, "", ()):
        assert written == default
