"""The text that settings come from, and who is to blame for what in it.

A `Source` gathers faults, each with its file, line and key, so that all are told at once.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from edge.core.clash import Clash
from edge.core.errors import EdgeError
from edge.core.settings import KeyPath, ServerSettings, Settings
from edge.core.settings_rules import dotted
from edge.settings_reader import read_section
from edge.toml_lines import TomlLines

if TYPE_CHECKING:
    from edge.settings_reader import Section

_MAX_FILE_BYTES = 1 << 20  # a model's file named by mistake need not be read to its end
_TOML_PLACE = re.compile(r"\(at (?:line (\d+), column \d+|end of document)\)")
_UNQUOTED_MODEL = re.compile(r"\s*\[\s*models\s*\.[^\"']*/")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend. `file` is empty when it is a flag or a variable that is at fault."""

    file: str
    line: int | None
    key: str
    reason: str

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return ": ".join(part for part in (place, self.key, self.reason) if part)


class BadSettings(EdgeError):
    """The settings cannot be used; `faults` has everything that is wrong with them."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


@dataclass(frozen=True, slots=True)
class Override:
    """A key of [server] that a flag or a variable sets: `said_by` is `--host` or `PORT`."""

    said_by: str
    value: str | int


class Source:
    """A settings file's text, and what overrides it; no name and no text when there is none."""

    def __init__(self, name: str = "", text: str = "") -> None:
        self._name = name
        self._text = text
        self._overrides: Mapping[KeyPath, Override] = {}
        self._faults: list[tuple[KeyPath, Fault]] = []

    @classmethod
    def of_file(cls, path: Path) -> Source:
        return cls(str(path), _read_file(path))

    @property
    def folder(self) -> Path:
        return Path(self._name).absolute().parent

    def parse(self) -> Settings:
        """The text's settings, with what does not fit noted and left at its default."""
        return self.parse_as(Settings)

    def parse_as(self, schema: type[Section]) -> Section:
        """The same, for a file of another kind."""
        section, misfits = read_section(schema, _parse_toml(self._text, self._name))
        for misfit in misfits:
            self._add(misfit.key, misfit.reason)
        return section

    def override(self, settings: Settings, overrides: Mapping[str, Override]) -> Settings:
        """Settings of [server] as flags and variables have them; what follows is their fault."""
        self._overrides = {("server", name): override for name, override in overrides.items()}
        table = {name: override.value for name, override in overrides.items()}
        server, misfits = read_section(ServerSettings, table)
        for misfit in misfits:
            self._add(("server", *misfit.key), misfit.reason)
        changes = {name: getattr(server, name) for name in table}
        return replace(settings, server=replace(settings.server, **changes))

    def check(self, clashes: Iterable[Clash]) -> None:
        """Note the clashes, but none that only follows from a value that was refused already."""
        refused = {_without_index(key) for key, _ in self._faults}
        for clash in clashes:
            if refused.isdisjoint(_without_index(key) for key in clash.keys):
                written = (key for key in clash.keys if self._is_written(key))
                self._add(next(written, clash.keys[0]), clash.reason)

    def raise_faults(self) -> None:
        if self._faults:
            faults = [fault for _, fault in self._faults]
            raise BadSettings(sorted(faults, key=lambda fault: fault.line or 0))

    @cached_property
    def _lines(self) -> TomlLines:
        return TomlLines(self._text)

    def _is_written(self, key: KeyPath) -> bool:
        return key in self._overrides or self._lines.has(key)

    def _add(self, key: KeyPath, reason: str) -> None:
        if key in self._overrides:
            fault = Fault("", None, self._overrides[key].said_by, reason)
        else:
            fault = Fault(self._name, self._lines.line_of(key), dotted(key), reason)
        self._faults.append((key, fault))


def _read_file(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_MAX_FILE_BYTES + 1)
    except OSError as error:
        raise _bad_file(path, None, f"cannot be read: {error.strerror}") from error
    if len(data) > _MAX_FILE_BYTES:
        raise _bad_file(path, None, f"more than {_MAX_FILE_BYTES} bytes: not a settings file")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _bad_file(path, line, "not UTF-8") from error


def _parse_toml(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise _bad_file(name, None, "nested too deeply") from error
    except ValueError as error:  # TOMLDecodeError, or what int() says of 5,000 digits
        line, reason = _locate(str(error), text)
        raise _bad_file(name, line, reason) from error


def _locate(message: str, text: str) -> tuple[int | None, str]:
    """Until Python 3.14 the message alone says where: `... (at line 3, column 5)`."""
    found = _TOML_PLACE.search(message)
    if found is None:
        return None, message
    lines = text.split("\n")
    line = int(found[1]) if found[1] else len(lines)
    reason = message[: found.start()].strip()
    if _UNQUOTED_MODEL.match(lines[line - 1]):
        reason += '; a name with a slash needs quotes: [models."mine/big"]'
    return line, reason


def _bad_file(name: Path | str, line: int | None, reason: str) -> BadSettings:
    return BadSettings([Fault(str(name), line, "", reason)])


def _without_index(key: KeyPath) -> KeyPath:
    return key[:-1] if key and isinstance(key[-1], int) else key
