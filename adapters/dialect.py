"""What a dialect is given, and what it must be.

A dialect is a module with a pure function and a small pure class: `encode` makes of a call
the HTTP request that says it, `Decoder` makes pieces of the answer's bytes. Neither sees a
socket, a key, a leg or a clock; `adapters/caller.py` does. Where platforms that speak one
dialect differ, they differ in a column of `Provider`, never in an `if`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias, runtime_checkable
from urllib.parse import urlsplit

from adapters.auth import Auth, bearer
from adapters.lenient_json import loads
from edge.core.errors import TierError, TierRejected
from edge.core.prices import Prices
from edge.core.settings_rules import is_loopback
from edge.core.types import Call, Checkpoint, Json, Piece, Role, ToolCall

if TYPE_CHECKING:  # it is about the types of this file
    from adapters.completions import Completions
    from adapters.media import MediaDialect, MediaJobDialect
    from edge.core.media import Kind


@dataclass(frozen=True, slots=True)
class Prefill:
    """How a host is told to go on with a trailing assistant message: members that are added
    to that message, and to the body. Neither: it does so by itself.

    `path` comes before the call's own where only another door takes it; `excludes` are the
    members of a body that it does not take together with one.
    """

    message: Mapping[str, Json] = field(default_factory=dict)
    body: Mapping[str, Json] = field(default_factory=dict)
    path: str = ""
    excludes: frozenset[str] = frozenset()


Media: TypeAlias = "Mapping[Kind, MediaDialect | MediaJobDialect]"
Images = Literal["by_url", "inline"]  # a picture that has a URL: named, or fetched and given


@dataclass(frozen=True, slots=True)
class Provider:
    """A row of the provider table.

    `base_url` None: everyone's own is elsewhere, so the settings must name it; `{region}` and
    `{project}` in it are filled in from the settings. `key_env` is the usual variable of its key;
    None: none is needed. `chat_model` is used when nobody chose one. `prefill` None: the host has
    no way to continue a message, whatever the model. `auth` makes a call pay its way in.
    `models_path` lists its models, which costs nothing; None: nothing does. `headers` go with
    every call; the settings' own win. `elsewhere` has the regions that answer at an address of
    another form. `models_of` is the row whose models these are, so that what is known of them is
    said once; None: this one. `hosts` are others of the platform's own, to which it may refer us.
    `roaming` is how the ids of models begin that may be worked on in other regions than is said.
    `images` inline: see `adapters/inline_images.py`.
    `media` has a dialect for each kind of thing that it makes beside text; `takes_tokens`: it makes
    vectors of texts that the caller has encoded. `completions`: how it is asked to go on with a
    text that is no conversation; None: it is not.

    Of those that follow OpenAI's chat: `stream_usage` false: its streams tell of usage unasked,
    and asking is not known there. `refuses` are members of a request that it does not take, or
    takes and ignores; `messages[].name` is one of a message, `response_format.json_schema` a type.
    `resumes`: it has a way of its own to go on with a reply; `background`: its replies can be made
    in the background; `keeps`: how it keeps beginnings of prompts for a price. `prompt_cache_key`:
    it knows this member, by which calls that begin alike find each other. `cold_starts`: a machine
    may have to start before it answers. `machine_key`: who has no key for it calls with what the
    machine itself is allowed. `streams` false: a reply comes when all of it is there.
    """

    name: str
    dialect: Dialect | JobDialect
    base_url: str | None
    key_env: str | None = None
    chat_model: str | None = None
    max_tokens: str = "max_tokens"  # the field's name
    seed: str = "seed"  # the field's name
    stream_usage: bool = True
    refuses: frozenset[str] = frozenset()
    prompt_cache_key: bool = False
    keeps: KeepsPrompts | None = None
    resumes: bool = False
    background: bool = False
    cold_starts: bool = False
    streams: bool = True
    developer_role: Role = "system"  # what it calls a developer message
    prefill: Prefill | None = None
    auth: Auth = bearer
    machine_key: bool = False
    models_path: str | None = "/models"
    headers: Mapping[str, str] = field(default_factory=dict)
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    models_of: str | None = None
    hosts: tuple[str, ...] = ()
    roaming: tuple[str, ...] = ()
    images: Images = "by_url"
    media: Media = field(default_factory=dict)
    takes_tokens: bool = False
    completions: Completions | None = None

    @property
    def completes(self) -> bool:
        return self.completions is not None

    @property
    def fills_in(self) -> bool:
        return self.completions is not None and self.completions.fills_in

    @property
    def keeps_prompts(self) -> bool:
        return self.keeps is not None


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A provider as the settings have it; `name` is theirs, `row` is its kind, `region` and
    `project` are what some platforms sort their customers by, `ca_file` has the authorities that
    its certificate is to come from.

    `headers` are sent with every call and may hold secrets: they are not shown. `background`: its
    replies are made and kept there whether or not anybody reads them.
    """

    name: str
    row: Provider
    base_url: str
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    region: str | None = None
    project: str | None = None
    key_file: str | None = None
    ca_file: str | None = None
    background: bool = False

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
    thinks is told it in a word (by some only as a number of tokens). `refuses` are members of a
    request that it does not take, beside its host's; `modalities` is what it reads: "text",
    "image". `keep_prompts_s`: beginnings of prompts are kept there so long. None is unknown.
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
    refuses: frozenset[str] = frozenset()
    modalities: tuple[str, ...] | None = None
    keep_prompts_s: int = 0


@dataclass(frozen=True, slots=True)
class HttpCall:
    """A request without its host and its key; `path` is under the base URL. `body` None: none.

    `url` takes the place of both, where the platform handed out a whole one: see `may_follow`.
    `may_redirect`: a 303 is an answer.
    """

    path: str
    body: Json
    method: str = "POST"
    headers: Mapping[str, str] = field(default_factory=dict)
    url: str | None = None
    may_redirect: bool = False


@dataclass(frozen=True, slots=True)
class Beginning:
    """Of a request, as a platform may keep it: `members` of its body, of about so many tokens."""

    key: str
    tokens: float
    members: Mapping[str, Json]


class KeepsPrompts(Protocol):
    """What a module must have whose platform keeps beginnings of requests by name:
    `adapters/gemini_kept.py` is one."""

    def beginning_of(self, http: HttpCall, model: HostedModel, /) -> Beginning | None: ...

    def make(self, beginning: Beginning, kept_s: float, model: HostedModel, /) -> HttpCall: ...

    def name_of(self, body: bytes, /) -> str | None: ...

    def behind(self, http: HttpCall, beginning: Beginning, name: str, /) -> HttpCall: ...


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


@runtime_checkable
class Hops(Protocol):
    """A decoder whose platform may give a reply in several answers."""

    def next_hop(self) -> Checkpoint | None:
        """Once it is closed: from where the same call goes on, and it reads on; None: all was
        said."""


@runtime_checkable
class RunsOn(Protocol):
    """A decoder whose reply may be made over there whether or not anybody reads it."""

    checkpoint: Checkpoint | None  # the latest

    def resume(self, checkpoint: Checkpoint, /) -> None:
        """What is read is the rest of a reply, from there on."""

    def cancel(self) -> HttpCall | None:
        """How the platform is told that nobody waits any more. None: nothing runs there."""


class Dialect(Protocol):
    """What a module must have; `adapters/openai_chat.py` is one."""

    def encode(self, call: Call, model: HostedModel, /) -> HttpCall: ...

    def Decoder(self, tier: str, /) -> Decoder: ...  # noqa: N802  a class, in the modules


@runtime_checkable
class JobDialect(Protocol):
    """What a module must have whose platform is asked for a job, not for a reply:
    `adapters/replicate.py` is one. A job is pure like a `Decoder`; `adapters/jobs.py` runs it."""

    def submit(self, call: Call, model: HostedModel, /) -> Job: ...


class Job(Protocol):
    """One reply as a job: says by `step` what is to be done next, and is told what came of it.

    Pieces come first, then the fault: once it is `Broken` nothing more is done.
    """

    @property
    def step(self) -> Step: ...

    @property
    def complete(self) -> bool:
        """The reply is whole; usage may still follow."""

    @property
    def skipped(self) -> int:
        """Malformed events that were passed over."""

    def heard(self, status: int, headers: Mapping[str, str], body: bytes, /) -> list[Piece]:
        """The answer to a `Submit` or an `Ask`."""

    def feed(self, data: bytes, /) -> list[Piece]:
        """A part of the answer to a `Read`, however it is cut."""

    def ended(self) -> list[Piece]:
        """That answer came to its end."""

    def cancel(self) -> HttpCall | None:
        """How the platform is told that nobody waits any more. None: nothing runs there."""


@dataclass(frozen=True, slots=True)
class Submit:
    """Begin. What is begun must be heard of even when nobody waits for it any more, or it could
    not be cancelled: so the answer must come soon."""

    http: HttpCall


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask this, once a part of `within_s` has passed, drawn by lot: who asks on and on is not to
    keep step with others. `may_repeat`: a refusal that passes is no end of the job."""

    http: HttpCall
    within_s: float = 0.0
    may_repeat: bool = False


@dataclass(frozen=True, slots=True)
class Read:
    """Ask this, and read the answer as it comes."""

    http: HttpCall


@dataclass(frozen=True, slots=True)
class Finished:
    """All was said."""


@dataclass(frozen=True, slots=True)
class Broken:
    error: TierError


Step = Submit | Ask | Read | Finished | Broken


def may_follow(endpoint: Endpoint, url: str) -> bool:
    """Whether the call may go to a URL that the platform handed out, with our key.

    It may where all calls go, and over https to the hosts that the platform's row names, which
    are public; but those only where the calls go to the row's own address: settings that send
    them elsewhere have named a key for there.
    """
    try:
        to, base = urlsplit(url), urlsplit(endpoint.base_url)
        is_home = all(
            getattr(to, part) == getattr(base, part) for part in ("scheme", "hostname", "port")
        )
        usual = urlsplit(endpoint.row.base_url or "").hostname
    except ValueError:
        return False
    if to.username is not None or to.password is not None or not url.isprintable():
        return False
    if is_home:
        return to.scheme == "https" or is_loopback(to.hostname or "")
    is_known = to.scheme == "https" and to.port is None and to.hostname in endpoint.row.hosts
    return is_known and base.hostname == usual


def cannot(model: HostedModel, what: str, param: str | None = None) -> TierRejected:
    """The refusal of what this model or its dialect has no way to do: another target may."""
    return TierRejected(
        f"{model.name}: {what}",
        status=None,
        own_limit=True,
        param=param,
        code="unsupported_value",
    )


def arguments_of(call: ToolCall, model: HostedModel) -> dict[str, Json]:
    """What a tool was called with, where a dialect wants an object and not its text."""
    try:
        arguments = loads(call.arguments.encode()) if call.arguments.strip() else {}
    except ValueError:
        arguments = None
    if not isinstance(arguments, dict):
        raise cannot(model, "takes no tool call whose arguments are no JSON object", "messages")
    return arguments


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
