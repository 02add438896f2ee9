from __future__ import annotations

import tomllib
from dataclasses import dataclass
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edge.core.settings import KeyPath
from edge.toml_lines import TomlLines

EVERY_SHAPE = dedent(
    '''\
    # a comment with [brackets] and "quotes"
    plain = 1  # and one behind a value

    dotted.key."with/slash" = true
    text = """
    [not.a.header]
    not_a_key = 2
    """
    literal = \'\'\'
    also = "no key"
    \'\'\'
    array = [  # ]
      "a", # "]"
      "b", "c",

      ["d",
       "e"],
    ]
    inline = { one = 1, "two/three" = { four = [5] } }

      [ routes . default ]
    targets = ["a/b",
      "c/d"]
    [models."mine/big"]
    id = 'x'
    [[list.of.tables]]
    k = 1
    '''
)


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("plain",), 2),
        (("dotted",), 4),
        (("dotted", "key", "with/slash"), 4),
        (("text",), 5),
        (("literal",), 9),
        (("array",), 12),
        (("array", 0), 13),
        (("array", 1), 14),
        (("array", 2), 14),
        (("array", 3), 17),  # where it is whole
        (("inline",), 19),
        (("inline", "two/three", "four", 0), 19),
        (("routes",), 21),
        (("routes", "default"), 21),
        (("routes", "default", "targets", 0), 22),
        (("routes", "default", "targets", 1), 23),
        (("models", "mine/big"), 24),
        (("models", "mine/big", "id"), 25),
        (("list", "of", "tables"), 26),
    ],
)
def test_every_shape_of_key_is_found(path: KeyPath, line: int) -> None:
    lines = TomlLines(EVERY_SHAPE)
    assert lines.has(path)
    assert lines.line_of(path) == line


def test_what_is_not_written_is_where_its_table_is() -> None:
    lines = TomlLines("[a]\n[a.b]\nc = 1\n")
    assert lines.line_of(("a", "b", "x", "y")) == 2
    assert not lines.has(("a", "b", "x"))
    assert lines.line_of(("z",)) is None


def test_lines_end_where_toml_says() -> None:
    lines = TomlLines('a = "one\u2028line\x85"\r\nb = 1\r\nc = """x\r\ny"""\r\nd = 1')
    assert [lines.line_of((key,)) for key in "abcd"] == [1, 2, 3, 5]


def test_a_key_deeper_than_the_call_stack_is_found() -> None:
    depth = 3000
    assert TomlLines("a" + ".a" * depth + " = 1").line_of(("a",) * depth) == 1


# -- against documents whose lines are known ---------------------------------


@dataclass(frozen=True)
class Statement:
    """Lines of TOML; the key that it adds stands on line `at` of them, counted from 0."""

    lines: tuple[str, ...]
    is_header: bool
    at: int


NOISE = st.lists(st.sampled_from(["", "   ", "# k1 = 5", "# [x]", "\t# '''"]), max_size=3)
VALUES = st.sampled_from(
    [
        "1",
        '"# no"',
        "[]",
        "[1, 2] # ]",
        "[\n1, # ]\n\n2\n]",
        "[ # \n\"[\", ']', [\n[] ] ]",
        '"""\nk1 = 1\n"""',
        "'''\n[k1]\n\"\"\"\n'''",
        '"""a \\\n\n\n  b"""',
        "{ x = 1, y.z = [\n1] }",
        "2026-01-01T00:00:00Z",
    ]
)


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    noise = draw(NOISE)
    if draw(st.booleans()):
        return Statement(
            (*noise, draw(st.sampled_from(["[%s]", "  [ %s ] # [n]"]))), True, len(noise)
        )
    return Statement((*noise, *f"%s = {draw(VALUES)}".split("\n")), False, len(noise))


KEYS = st.sampled_from(["k%d", '"k%d/x.y"', "'k%d'", "k%d . sub"])


@given(st.data(), st.lists(statements(), max_size=8), st.sampled_from(["\n", "\r\n"]))
def test_keys_are_where_they_were_put(
    data: st.DataObject, document: list[Statement], newline: str
) -> None:
    text: list[str] = []
    expected: dict[KeyPath, int] = {}
    section: KeyPath = ()
    for index, statement in enumerate(document):
        written = data.draw(KEYS) % index
        key: KeyPath = tuple(
            part.strip(" \"'") for part in (written.split(" . ") if " . " in written else [written])
        )
        lines = list(statement.lines)
        lines[statement.at] = lines[statement.at].replace("%s", written, 1)
        section = key if statement.is_header else section
        expected[key if statement.is_header else (*section, *key)] = len(text) + statement.at + 1
        text += lines
    whole = newline.join(text)
    tomllib.loads(whole)
    found = TomlLines(whole)
    assert {path: found.line_of(path) for path in expected} == expected
    assert all(found.has(path) for path in expected)
