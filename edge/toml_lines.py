"""On which line of a TOML file is a key?

`tomllib` does not say, and no small library does: tomlkit keeps no positions (its issue 55
has been open since 2019), and tomlkit-extras adds them with five packages and 9,000 lines.
But `tomllib` itself can be asked. In a valid file every *statement*, a `[header]` or a
`key = value`, is valid alone, and no leading part of it is: something is still open, a bracket
or a quote. So lines are gathered until `tomllib` accepts them, and what it then returns are
the keys of the statement that began on the first of them: dotted, quoted or in an inline
table, read by the same parser that read the file.

Items of an array over several lines are found likewise: the leading lines and a `]` are
a valid array of the items so far.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from edge.core.settings import KeyPath


class TomlLines:
    """The lines of a text that `tomllib` accepts."""

    def __init__(self, text: str) -> None:
        self._lines: dict[KeyPath, int] = {}
        section: KeyPath = ()
        for number, statement in _statements(text):
            if statement[0].lstrip().startswith("["):
                section = self._note_header(statement[0], number)
            else:
                self._note_values(section, statement, number)

    def has(self, path: KeyPath) -> bool:
        """Is this very key written in the file?"""
        return path in self._lines

    def line_of(self, path: KeyPath) -> int | None:
        """The line of this key, else of the nearest table around it that is written."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path)

    def _note_header(self, line: str, number: int) -> KeyPath:
        path: KeyPath = ()
        table: Any = tomllib.loads(line)
        while table:
            ((key, table),) = table.items()
            path = (*path, key)
            self._lines.setdefault(path, number)
            if isinstance(table, list):  # [[array.of.tables]]
                table = table[0]
        return path

    def _note_values(self, section: KeyPath, statement: list[str], number: int) -> None:
        # A stack and not recursion: a dotted key may be deeper than Python's call stack.
        values: list[tuple[KeyPath, Any]] = [(section, tomllib.loads("\n".join(statement)))]
        while values:
            path, value = values.pop()
            if len(path) > len(section):
                self._lines.setdefault(path, number)
            if isinstance(value, dict):
                values.extend(((*path, key), inner) for key, inner in value.items())
            elif isinstance(value, list):
                self._note_items(path, path[len(section) :], statement, number)

    def _note_items(
        self, path: KeyPath, inside: KeyPath, statement: list[str], number: int
    ) -> None:
        seen = 0
        for count in range(1, len(statement) + 1):
            so_far = statement[:count] if count == len(statement) else [*statement[:count], "]"]
            try:
                items = _look_up(tomllib.loads("\n".join(so_far)), inside)
            except tomllib.TOMLDecodeError:
                continue
            for index in range(seen, len(items)):
                self._lines.setdefault((*path, index), number + count - 1)
            seen = len(items)


def _statements(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each statement's lines, with the number of the first; blank lines and comments left out."""
    gathered: list[str] = []
    # Only "\n" ends a line in TOML: str.splitlines would also cut at U+2028 inside a text.
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
        gathered.append(line)
        try:
            is_statement = bool(tomllib.loads("\n".join(gathered)))
        except tomllib.TOMLDecodeError:
            continue
        if is_statement:
            yield number - len(gathered) + 1, gathered
        gathered = []


def _look_up(table: Mapping[str, Any], path: KeyPath) -> Any:
    value: Any = table
    for key in path:
        value = value[key]
    return value
