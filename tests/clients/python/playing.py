"""Somebody else's client plays the same cases as all others, and tells each in a line of JSON.

A script brings its client as a `Player` for each door that it knocks at; what it is asked for is
decided here. The tests read the lines: nothing is judged in this process.
"""

from __future__ import annotations

import json
import os
import urllib.request
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Protocol

from pydantic import BaseModel

Told = dict[str, Any]
Stream = Generator[str, None, Told]  # the pieces of the text, then what is told beside it

QUESTION = "Why does the sea have tides?"


class Place(BaseModel):
    """A place."""

    city: str


def weather(city: str) -> str:
    """Tells the weather."""
    return "rain"


# The same tool for clients that want it described.
TOOL = "weather"
TOOL_DOC = "Tells the weather."
PARAMETERS: Any = {"type": "object", "properties": {"city": {"type": "string"}}}
FUNCTION: Any = {"name": TOOL, "description": TOOL_DOC, "parameters": PARAMETERS}


@dataclass(frozen=True, slots=True)
class Door:
    """What a user of the client would write into its settings."""

    url: str
    key: str
    model: str

    @property
    def v1(self) -> str:
        return f"{self.url}/v1"


class Writer(Protocol):
    """What `whole` and `stream` of a `Player` are, where there is nothing but text."""

    def whole(self, door: Door) -> Told: ...
    def stream(self, door: Door) -> Stream: ...


class Player(Writer, Protocol):
    """`whole` and `stream` tell `text` (a stream by its pieces), `finish` and `usage` (input and
    output tokens), `tool` the `name`, `arguments` and `text` of a round trip, `form` the `city` of
    a reply in that form. What a client has no words for is None."""

    def tool(self, door: Door) -> Told: ...
    def form(self, door: Door) -> Told: ...


@dataclass(frozen=True, slots=True)
class Names:
    """What the models are called, for a client that takes only names that it knows."""

    good: str = "auto"
    paced: str = "sim/paced"  # slow enough to come in pieces
    broken: str = "sim/broken"  # cut off in every reply, and never finished
    busy: str = "sim/busy"  # over its limit
    caller: str = "sim/caller"  # calls a tool as soon as it is offered one
    nobody: str = "nobody/big"


def play(players: Mapping[str, Player], names: Names = Names()) -> None:
    door = Door(os.environ["BASE_URL"], os.environ["KEY"], names.good)
    opening = replace(door, url=os.environ["OPENING_URL"])
    for name, player in players.items():
        tell = _Teller(name)
        tell("whole", partial(player.whole, door))
        tell("stream", partial(player.stream, replace(door, model=names.paced)))
        tell("tool", partial(player.tool, replace(door, model=names.caller)))
        tell("form", partial(player.form, door))
        tell("opening", partial(player.stream, opening))
        cut_the_next()
        tell("cut", partial(player.stream, door))
        tell("unfinished", partial(player.stream, replace(door, model=names.broken)))
        tell("busy", partial(player.whole, replace(door, model=names.busy)))
        tell("no model", partial(player.whole, replace(door, model=names.nobody)))
        tell("wrong key", partial(player.whole, replace(door, key="wrong-key-0123456789")))


def play_texts(players: Mapping[str, Writer], names: Names = Names()) -> None:
    """At the door that goes on with a text, where a model neither calls nor fills in forms."""
    door = Door(os.environ["BASE_URL"], os.environ["KEY"], names.good)
    for name, player in players.items():
        tell = _Teller(name)
        tell("whole", partial(player.whole, door))
        tell("stream", partial(player.stream, door))
        tell("no model", partial(player.whole, replace(door, model=names.nobody)))
        tell("wrong key", partial(player.whole, replace(door, key="wrong-key-0123456789")))


def cut_the_next() -> None:
    """The simulator closes the connection in the middle of its next reply."""
    url, rule = os.environ["CONTROL_URL"], {"fault": "cut", "after": 120}
    with urllib.request.urlopen(url, json.dumps(rule).encode(), timeout=20):
        pass


class _Teller:
    def __init__(self, client: str) -> None:
        self._client = client

    def __call__(self, case: str, play: Callable[[], Told | Stream]) -> None:
        told: Told = {"client": self._client, "case": case}
        pieces: list[str] = []
        try:
            told |= _heard(play(), pieces)
        except Exception as error:
            told["raised"] = f"{type(error).__module__.partition('.')[0]}.{type(error).__name__}"
            told["status"] = getattr(error, "status_code", None)
            told["message"] = str(error)
        if pieces:
            told |= {"text": "".join(pieces), "pieces": len(pieces)}
        print(json.dumps(told), flush=True)


def _heard(reply: Told | Stream, pieces: list[str]) -> Told:
    if isinstance(reply, dict):
        return reply
    while True:
        try:
            piece = next(reply)
        except StopIteration as end:
            told: Told = end.value
            return told
        if piece:
            pieces.append(piece)
