"""What a dialect is given, and what it must be.

A dialect is a module with a pure function and a small pure class: `encode` makes of a call
the HTTP request that says it, `Decoder` makes pieces of the answer's bytes. Neither sees a
socket, a key, a leg or a clock; `adapters/hosted.py` does. Where platforms that speak one
dialect differ, they differ in a column of `Provider`, never in an `if`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import urlsplit

from adapters.auth import Auth, bearer
from edge.core.errors import TierError
from edge.core.prices import Prices
from edge.core.types import Call, Json, Piece, Role


@dataclass(frozen=True, slots=True)
class Prefill:
    """How a host is told to go on with a trailing assistant message: members that are added
    to that message, and to the body. Neither: it does so by itself."""

    message: Mapping[str, Json] = field(default_factory=dict)
    body: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Provider:
    """A row of the provider table.

    `base_url` None: everyone's own is elsewhere, so the settings must name it; `{region}` and
    `{project}` in it are filled in from the settings. `key_env` is the usual variable of its key;
    None: none is needed. `chat_model` is used when nobody chose one. `prefill` None: the host has
    no way to continue a message, whatever the model. `auth` makes a call pay its way in.
    `models_path` lists its models, which costs nothing; None: nothing does. `headers` go with
    every call; the settings' own win. `elsewhere` has the regions that answer at an address of
    another form.
    """

    name: str
    dialect: Dialect
    base_url: str | None
    key_env: str | None = None
    chat_model: str | None = None
    max_tokens: str = "max_tokens"  # the field's name
    developer_role: Role = "system"  # what it calls a developer message
    prefill: Prefill | None = None
    auth: Auth = bearer
    models_path: str | None = "/models"
    headers: Mapping[str, str] = field(default_factory=dict)
    elsewhere: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A provider as the settings have it; `name` is theirs, `row` is its kind, `region` and
    `project` are what some platforms sort their customers by.

    `headers` are sent with every call and may hold secrets: they are not shown.
    """

    name: str
    row: Provider
    base_url: str
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    region: str | None = None
    project: str | None = None
    key_file: str | None = None

    def __post_init__(self) -> None:
        if fault := _fault_of(self.base_url):
            raise ValueError(f"{self.name}: {fault}")


@dataclass(frozen=True, slots=True)
class HostedModel:
    """A model on a platform, as the tables and the settings describe it.

    `name` is `provider/model`, `id` the platform's own name for it. `prefill`: the model
    truly continues a trailing assistant message, and its host lets it. `max_output` is the most
    that it can say; `cache_from` the shortest beginning of a prompt, in tokens, that its host keeps
    for the next one; `fixed_sampling`: it takes no temperature. `thinking_level`: how long it
    thinks is told it in a word (by some only as a number of tokens). None is unknown.
    """

    name: str
    id: str
    endpoint: Endpoint
    prefill: bool = False
    prices: Prices | None = None
    context: int | None = None
    max_output: int | None = None
    cache_from: int | None = None
    fixed_sampling: bool = False
    thinking_level: bool = True


@dataclass(frozen=True, slots=True)
class HttpCall:
    """A request without its host and its key; `path` is under the base URL."""

    path: str
    body: Json
    method: str = "POST"
    headers: Mapping[str, str] = field(default_factory=dict)


class Decoder(Protocol):
    """Bytes in, pieces out; the same pieces however the bytes are cut.

    Pieces come first, then the fault: `feed` returns what it could read and leaves what went
    wrong in `failure`, after which it reads no more. `close` is told of the end; it raises
    that failure, or `TierGarbled` if the end is missing.
    """

    failure: TierError | None
    complete: bool  # the platform said that the reply is whole; usage may still follow
    done: bool  # nothing more can follow
    skipped: int  # malformed events that were passed over

    def feed(self, data: bytes, /) -> list[Piece]: ...

    def close(self) -> list[Piece]: ...


class Dialect(Protocol):
    """What a module must have; `adapters/openai_chat.py` is one."""

    def encode(self, call: Call, model: HostedModel, /) -> HttpCall: ...

    def Decoder(self, tier: str, /) -> Decoder: ...  # noqa: N802  a class, in the modules


def _fault_of(base_url: str) -> str | None:
    """The URL is not repeated: it might hold a password."""
    try:
        parts = urlsplit(base_url)
        host, _ = parts.hostname, parts.port  # either may raise
    except ValueError:
        return "its base URL is not a URL"
    if parts.username is not None or parts.password is not None:
        return "its base URL holds credentials; a key is named by api_key_env"
    if parts.scheme not in ("http", "https") or not host:
        return "its base URL does not begin with http:// or https:// and a host"
    if parts.query or parts.fragment:
        return "its base URL has a ? or a # in it"
    return None
