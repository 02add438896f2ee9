"""From a JSON schema to a grammar for llama.cpp (GBNF) that lets a model write nothing else. Pure.

Why not the converter that comes with llama-cpp-python: it escapes no backslashes (an `enum` value
with a quote in it breaks the grammar), takes two `$ref`s that end alike for one, never returns from
some patterns, and is silent on keywords that it does not know.

The schema is a stranger's, and llama.cpp's grammars are easily made to take exponential time and
memory: their state is the list of all ways to have come here. So the *width* of a schema is
counted, how many ways can at most be open at once: alternatives that may begin with the same
character add up, and with what is nested in them they multiply. Two such alternatives that both
come back to where they are nested would have no bound. Too wide a schema is refused, as is one too
large or too deep, before llama.cpp sees it. The worst found to pass takes 27 ms to be written, 5 ms
to be read by llama.cpp, and 32 ms for a token.

A keyword that cannot be enforced is refused by name where the caller wants the schema kept
strictly, else passed over. Properties come in the order in which they are declared, and others
only where `additionalProperties` says so in words. The JSON is written compactly, with at most one
space after a colon or a comma: a model that may indent does so for ever.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence, Sized
from dataclasses import dataclass
from itertools import count
from typing import Any

_MOST_PARTS = 2000
_MOST_MEMBERS = 200  # of one object's properties, or one enum
_MOST_DEPTH = 32
_MOST_WIDTH = 32
_MOST_CHARACTERS = 200_000  # of the grammar
_MOST_REPEATS = 500  # llama.cpp takes 2,000, and writes out every one:
_MOST_REPEATS_IN_ALL = 10_000

_ANY = frozenset('"{[-0tfn')  # the characters that a value begins with
_FIRSTS = {
    "string": frozenset('"'),
    "object": frozenset("{"),
    "array": frozenset("["),
    "number": frozenset("-0"),  # 0 stands for all digits
    "integer": frozenset("-0"),
    "boolean": frozenset("tf"),
    "null": frozenset("n"),
}
_BASE = r"""
space ::= " "?
char ::= [ !#-[\x5D-\x7E\x80-\uD7FF\uE000-\U0010FFFF] | "\\" (["\\/bfnrt] | "u" [0-9a-fA-F]{4})
string ::= "\"" char* "\""
integer ::= "-"? ("0" | [1-9] [0-9]{0,15})
number ::= integer ("." [0-9]{1,16})? ([eE] [-+]? [0-9]{1,3})?
boolean ::= "true" | "false"
null ::= "null"
value ::= object | array | string | number | boolean | null
pair ::= string ":" space value
object ::= "{" (pair ("," space pair)*)? "}"
array ::= "[" (value ("," space value)*)? "]"
date ::= [0-9]{4} "-" ("0" [1-9] | "1" [0-2]) "-" ("0" [1-9] | [12] [0-9] | "3" [01])
clock ::= ([01] [0-9] | "2" [0-3]) ":" [0-5] [0-9] ":" [0-5] [0-9] ("." [0-9]{1,6})?
zone ::= "Z" | [-+] ([01] [0-9] | "2" [0-3]) ":" [0-5] [0-9]
hex ::= [0-9a-fA-F]
""".strip()
_FORMATS = {
    "date": '"\\"" date "\\""',
    "time": '"\\"" clock zone "\\""',
    "date-time": '"\\"" date "T" clock zone "\\""',
    "uuid": '"\\"" hex{8} "-" hex{4} "-" hex{4} "-" hex{4} "-" hex{12} "\\""',
}
_SAYS_NOTHING = frozenset(
    "$schema $id $anchor $comment $defs definitions title description default examples example "
    "deprecated readOnly writeOnly discriminator nullable".split()
)
_ENFORCED = frozenset(
    "$ref type enum const anyOf oneOf allOf properties required additionalProperties items "
    "prefixItems minItems maxItems minLength maxLength format".split()
)


class SchemaError(ValueError):
    """A schema that cannot be followed; the message says why, in the caller's words."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A schema's expression, how it may begin, how wide it is, and the references in it that
    lead to what it is itself a part of."""

    text: str
    firsts: frozenset[str]
    width: int = 1
    back: frozenset[str] = frozenset()


def any_object_grammar() -> str:
    return f'root ::= "{{" (pair ("," space pair)*)? "}}"\n{_BASE}'


def schema_grammar(schema: Any, *, strict: bool) -> str:
    """Raises `SchemaError`."""
    writer = GrammarWriter(strict=strict)
    return writer.finish(writer.write(schema).text)


def literal(text: str) -> str:
    """The text itself, as a grammar writes it."""
    return '"' + re.sub(r'["\\\x00-\x1f\x7f]', _escape, text) + '"'


class GrammarWriter:
    """The rules of one grammar, of one or more schemas."""

    def __init__(self, *, strict: bool) -> None:
        self._strict = strict
        self._rules: list[str] = []
        self._names = map("r{}".format, count(1))
        self._parts = 0
        self._characters = 0
        self._repeats = 0
        self._root: Any = None
        self._refs: dict[str, Rule] = {}
        self._open: dict[str, str] = {}  # references being written, and their rules' names

    def write(self, schema: Any) -> Rule:
        """Adds the rules of a schema whose `$ref`s point into itself."""
        self._root, self._refs = schema, {}
        return self._visit(schema, 0, ())

    def finish(self, root: str) -> str:
        return "\n".join([f"root ::= {root}", *self._rules, _BASE]) + "\n"

    def add(self, text: str, name: str = "") -> str:
        """The name of a rule that says this."""
        name = name or next(self._names)
        self._characters += len(text)
        if self._characters > _MOST_CHARACTERS:
            raise SchemaError(f"its grammar has more than {_MOST_CHARACTERS:,} characters")
        self._rules.append(f"{name} ::= {text}")
        return name

    def _visit(self, schema: Any, depth: int, refs: tuple[str, ...]) -> Rule:
        """`refs`: the references that led here without a character between."""
        self._parts += 1
        if self._parts > _MOST_PARTS:
            raise SchemaError(f"it has more than {_MOST_PARTS:,} parts")
        if depth > _MOST_DEPTH:
            raise SchemaError(f"it is nested more than {_MOST_DEPTH} levels deep")
        if schema is True or schema == {}:
            return Rule("value", _ANY)
        if not isinstance(schema, dict):
            raise SchemaError("a schema is an object, or true")
        self._check_keywords(schema)
        match schema:
            case {"$ref": str(ref)}:
                return self._refer(ref, depth, refs)
            case {"const": value}:
                return self._constants([value])
            case {"enum": [_, *_] as values}:
                return self._constants(values)
            case {"anyOf": [_, *_] as options} | {"oneOf": [_, *_] as options}:
                return self._union([self._visit(option, depth + 1, refs) for option in options])
            case {"allOf": [_, *_] as parts}:
                return self._visit(_merge([{**schema, "allOf": None}, *parts]), depth + 1, refs)
            case {"type": [_, *_] as types}:
                kinds = [self._visit({**schema, "type": t}, depth + 1, refs) for t in types]
                return self._union(kinds)
            case _:
                return self._typed(schema, depth)

    def _check_keywords(self, schema: dict[str, Any]) -> None:
        if not self._strict:
            return
        for key in schema:
            if key not in _ENFORCED and key not in _SAYS_NOTHING:
                raise SchemaError(f"the local model cannot be held to {key[:40]!r}")
        kind = schema.get("format")
        if kind is not None and kind not in _FORMATS:
            raise SchemaError(f"the local model cannot be held to the format {str(kind)[:40]!r}")

    def _typed(self, schema: dict[str, Any], depth: int) -> Rule:
        match schema.get("type", _guess_type(schema)):
            case "object":
                return self._object(schema, depth)
            case "array":
                return self._array(schema, depth)
            case "string":
                return self._string(schema)
            case "number" | "integer" | "boolean" | "null" as kind:
                return Rule(kind, _FIRSTS[kind])
            case None:
                return Rule("value", _ANY)
            case other:
                raise SchemaError(f"no type {str(other)[:40]!r}")

    def _refer(self, ref: str, depth: int, refs: tuple[str, ...]) -> Rule:
        if ref in refs:
            raise SchemaError(f"{ref[:80]!r} leads to itself and nothing else")
        if ref in self._open:
            return Rule(self._open[ref], _ANY, back=frozenset([ref]))
        if ref not in self._refs:
            name = self._open[ref] = next(self._names)
            found = self._visit(_resolve(self._root, ref), depth + 1, (*refs, ref))
            del self._open[ref]
            self.add(found.text, name)
            self._refs[ref] = Rule(name, found.firsts, found.width, found.back - {ref})
        return self._refs[ref]

    def _constants(self, values: Sequence[Any]) -> Rule:
        _check_count(values, "enum")
        texts = dict.fromkeys(json.dumps(v, ensure_ascii=False) for v in values)
        firsts = frozenset("0" if text[0].isdecimal() else text[0] for text in texts)
        return Rule(self.add(" | ".join(map(literal, texts))), firsts)

    def _union(self, options: Sequence[Rule]) -> Rule:
        firsts = frozenset[str]().union(*(option.firsts for option in options))
        width = max(self._width([o for o in options if c in o.firsts]) for c in firsts)
        text = self.add(" | ".join(option.text for option in options))
        return Rule(text, firsts, width, _back(options))

    def _width(self, alike: Sequence[Rule]) -> int:
        """Of alternatives that may begin with the same character."""
        if sum(not option.back.isdisjoint(self._open) for option in alike) > 1:
            raise SchemaError("it is nested in itself by two alternatives that begin alike")
        width = sum(option.width for option in alike)
        if width > _MOST_WIDTH:
            raise SchemaError(f"it has more than {_MOST_WIDTH} alternatives that begin alike")
        return width

    def _object(self, schema: dict[str, Any], depth: int) -> Rule:
        declared = _dict(schema.get("properties"), "properties")
        others = schema.get("additionalProperties", not declared)
        required = _list(schema.get("required", []))
        _check_count(declared, "properties")
        missing = [key for key in required if key not in declared]
        if missing:
            raise SchemaError(f"required: {str(missing[0])[:40]!r} is not among the properties")
        if not declared and others is True:
            return Rule("object", _FIRSTS["object"])
        pairs, values = [], []
        for key, value in declared.items():
            rule = self._visit(value, depth + 1, ())
            text = f"{literal(json.dumps(key, ensure_ascii=False) + ':')} space {rule.text}"
            pairs.append((self.add(text), key in required))
            values.append(rule)
        width, more = max((value.width for value in values), default=1), None
        if others is not False:
            rule = self._visit(others, depth + 1, ())
            more = self.add(f'string ":" space {rule.text}')
            # A declared name may be taken for another one.
            width = max((self._width([value, rule]) for value in values), default=rule.width)
            values.append(rule)
        return Rule(self._members(pairs, more), _FIRSTS["object"], width, _back(values))

    def _members(self, pairs: Sequence[tuple[str, bool]], more: str | None) -> str:
        """`{`, the pairs in order, those that are not required or not, `}`."""
        first, next_ = '"}"', '"}"'  # how it goes on before the first pair, and after one
        if more is not None:
            next_ = self.add(f'("," space {more})* "}}"')
            first = self.add(f'{more} {next_} | "}}"')
        for pair, is_required in reversed(pairs):
            skip_first, skip_next = ("", "") if is_required else (f" | {first}", f" | {next_}")
            first = self.add(f"{pair} {next_}{skip_first}")
            next_ = self.add(f'"," space {pair} {next_}{skip_next}')
        return self.add(f'"{{" {first}')

    def _array(self, schema: dict[str, Any], depth: int) -> Rule:
        if "prefixItems" in schema:
            items = [self._visit(item, depth + 1, ()) for item in _list(schema["prefixItems"])]
            inside = ' "," space '.join(item.text for item in items)
            width = max((item.width for item in items), default=1)
            text = self.add(f'"[" {inside} "]"')
            return Rule(text, _FIRSTS["array"], width, _back(items))
        item = self._visit(schema.get("items", True), depth + 1, ())
        low, high = self._range(schema, "minItems", "maxItems")
        if high == 0:
            return Rule(self.add('"[]"'), _FIRSTS["array"])
        more = "{" + f"{max(0, low - 1)}," + ("" if high is None else str(high - 1)) + "}"
        inside = f'{item.text} ("," space {item.text}){more}'
        inside = inside if low else f"({inside})?"
        return Rule(self.add(f'"[" {inside} "]"'), _FIRSTS["array"], item.width, item.back)

    def _string(self, schema: dict[str, Any]) -> Rule:
        if schema.get("format") in _FORMATS:
            return Rule(self.add(_FORMATS[schema["format"]]), _FIRSTS["string"])
        low, high = self._range(schema, "minLength", "maxLength")
        if not low and high is None:
            return Rule("string", _FIRSTS["string"])
        repeats = "{" + f"{low}," + ("" if high is None else str(high)) + "}"
        return Rule(self.add(f'"\\"" char{repeats} "\\""'), _FIRSTS["string"])

    def _range(self, schema: dict[str, Any], least: str, most: str) -> tuple[int, int | None]:
        low, high = schema.get(least) or 0, schema.get(most)
        for key, value in ((least, low), (most, high)):
            if value is not None and (type(value) is not int or value < 0):
                raise SchemaError(f"{key}: not a whole number")
        if low > _MOST_REPEATS or (high is not None and low > high):
            raise SchemaError(f"{least}: more than {_MOST_REPEATS}, or than {most}")
        if high is not None and high > _MOST_REPEATS:
            if self._strict:
                raise SchemaError(f"{most}: the local model can be held to {_MOST_REPEATS} at most")
            high = None
        self._repeats += max(low, high or 0)
        if self._repeats > _MOST_REPEATS_IN_ALL:
            raise SchemaError(f"its lengths come to more than {_MOST_REPEATS_IN_ALL:,} in all")
        return low, high


def _back(rules: Sequence[Rule]) -> frozenset[str]:
    return frozenset[str]().union(*(rule.back for rule in rules))


def _check_count(members: Sized, name: str) -> None:
    if len(members) > _MOST_MEMBERS:
        raise SchemaError(f"{name}: more than {_MOST_MEMBERS}")


def _guess_type(schema: dict[str, Any]) -> str | None:
    """What a schema without a type speaks of."""
    if "properties" in schema or "additionalProperties" in schema:
        return "object"
    if "items" in schema or "prefixItems" in schema:
        return "array"
    return "string" if schema.get("format") in _FORMATS else None


def _merge(parts: Iterable[Any]) -> dict[str, Any]:
    """What all parts of an `allOf` say together, where they speak of different things."""
    whole: dict[str, Any] = {}
    for part in parts:
        for key, value in _dict(part, "allOf").items():
            if value is None or key in _SAYS_NOTHING:
                continue
            if key not in whole or whole[key] == value:
                whole[key] = value
            elif key == "properties":
                whole[key] = {**whole[key], **_dict(value, key)}
            elif key == "required":
                whole[key] = [*whole[key], *_list(value)]
            else:
                raise SchemaError(f"allOf: its parts differ in {key[:40]!r}")
    return whole


def _resolve(root: Any, ref: str) -> Any:
    """What a JSON pointer points at: https://datatracker.ietf.org/doc/html/rfc6901"""
    if not ref.startswith("#"):
        raise SchemaError(f"$ref: {ref[:80]!r} is not in the schema itself")
    found = root
    for step in ref.split("/")[1:]:
        key = step.replace("~1", "/").replace("~0", "~")
        if isinstance(found, list) and key.isdecimal() and int(key) < len(found):
            found = found[int(key)]
        elif isinstance(found, dict) and key in found:
            found = found[key]
        else:
            raise SchemaError(f"$ref: there is no {ref[:80]!r}")
    return found


def _dict(value: Any, name: str) -> dict[str, Any]:
    if value is not None and not isinstance(value, dict):
        raise SchemaError(f"{name}: not an object")
    return value or {}


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise SchemaError("a list is missing")
    return value


def _escape(found: re.Match[str]) -> str:
    character = found.group()
    return "\\" + character if character in '"\\' else f"\\x{ord(character):02X}"
