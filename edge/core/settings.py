"""The settings as types: one frozen `Settings`, read once, passed down.

Field metadata says what a value may be; `edge/settings_file.py` reads a TOML file
against it. Durations end in `_ms` as in the file: seconds begin where a plan is made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

KeyPath = tuple[str | int, ...]  # where a setting stands: ("routes", "default", "targets", 0)


def _key(default: Any, doc: str, **rules: Any) -> Any:
    """A settings key: its default, what it means, and `min`, `max` or `one_of`.

    A `secret` one stays out of the `repr`, and so out of logs.
    """
    metadata = {"doc": doc, **rules}
    show = not rules.get("secret", False)
    if isinstance(default, dict):
        return field(default_factory=dict, metadata=metadata, repr=show)
    return field(default=default, metadata=metadata, repr=show)


@dataclass(frozen=True, slots=True)
class ServerSettings:
    host: str = _key("127.0.0.1", "address to listen on; beyond loopback api_keys are required")
    port: int = _key(8080, "port to listen on", min=0, max=65535)
    workers: int = _key(1, "front processes that share one engine", min=1, max=64)
    api_keys: tuple[str, ...] = _key(
        (), "keys that callers must send as a bearer token", secret=True
    )
    allowed_origins: tuple[str, ...] = _key((), "web origins that may call, besides our own page")
    allowed_hosts: tuple[str, ...] = _key((), "Host names we answer to, besides loopback and host")
    max_body_bytes: int = _key(8 << 20, "largest request body or WebSocket frame", min=1024)
    keep_alive_ms: int = _key(
        15_000, "a stream that is silent for so long says that it is alive", min=1
    )
    write_timeout_ms: int = _key(
        30_000, "a client that reads nothing for so long is dropped", min=1
    )
    socket_life_ms: int = _key(
        3_600_000, "a WebSocket is closed after so long; OpenAI's limit, too", min=1
    )
    socket_idle_ms: int = _key(
        1_800_000, "a WebSocket that asks and is told nothing for so long is closed", min=1
    )
    model_aliases: Mapping[str, str] = _key(
        {}, "model names that clients cannot change, * for anything, and who is meant by them"
    )
    tls_cert: str | None = _key(None, "PEM file; with tls_key, serve HTTPS")
    tls_key: str | None = _key(None, "PEM file")


@dataclass(frozen=True, slots=True)
class LocalModelSettings:
    model: str = _key("builtin", "builtin, a .gguf path, or hf:owner/repo/file.gguf[@revision]")
    slots: int = _key(4, "replies written at once; more wait their turn", min=1, max=256)
    context: int = _key(4096, "tokens of prompt and reply together, per slot", min=256)
    gpu_layers: int = _key(-1, "layers on the GPU; -1 is all, where there is a GPU", min=-1)
    threads: int = _key(0, "CPU threads; 0 is one per physical core", min=0)
    kv_type: str = _key(
        "f16",
        "how the context is kept: q8_0 takes half of the memory, q4_0 a quarter",
        one_of=("f16", "q8_0", "q4_0"),
    )
    flash_attention: str = _key(
        "auto", "auto is on wherever it works", one_of=("auto", "on", "off")
    )
    loras: Mapping[str, str] = _key({}, "LoRA files by name; callers ask for local:NAME")
    opening: str = _key(
        "frame",
        "what its drafts may say before a target speaks",
        one_of=("none", "frame", "model", "full"),
    )
    hang_ms: int = _key(10_000, "no step or sign of life for so long: restart it", min=500)
    strengths: Mapping[str, float] = _key(
        {}, "how good it is at a task, 0 to 1: from 0.5 it may answer alone", min=0, max=1
    )


@dataclass(frozen=True, slots=True)
class LocalSettings(LocalModelSettings):  # the same keys, and so the only inheritance here
    """The model called `local`, which may also be `none`; and more of them, called `local:NAME`."""

    models: Mapping[str, LocalModelSettings] = _key({}, "more models, asked for as local:NAME")


@dataclass(frozen=True, slots=True)
class EncoderSettings:
    """What makes vectors on this box; read at start-up."""

    model: str = _key(
        "builtin", "makes vectors here: the model `local` of embeddings", one_of=("builtin", "none")
    )
    threads: int = _key(1, "of each worker, for vectors", min=1, max=64)
    queue: int = _key(4096, "texts of a worker that may wait; more are refused (429)", min=1)


@dataclass(frozen=True, slots=True)
class ClassifierSettings:
    model: str = _key(
        "builtin", "builtin, rules, local:NAME, a .gguf path, or a directory with model.onnx"
    )
    budget_ms: int = _key(50, "a verdict that takes longer is the rules'", min=1, max=1000)
    temperature: float = _key(
        1.0, "of a language model: above 1 it is less sure of its verdicts", min=0.01, max=100
    )


@dataclass(frozen=True, slots=True)
class FastSettings:
    deadline_ms: int = _key(200, "after this a draft no longer holds a target back", min=1)
    gate: str = _key(
        "sentence", "what must stand before it is shown", one_of=("sentence", "line", "token")
    )
    draft_sentences: int = _key(1, "sentences of a `model` opening", min=1, max=5)
    min_gain_ms: int = _key(400, "no draft that usually speaks less than this sooner", min=0)


@dataclass(frozen=True, slots=True)
class DeepSettings:
    deadline_ms: int = _key(15_000, "to a target's first visible text, over all attempts", min=1)
    first_text_ms: int = _key(3_000, "to one target's first visible text", min=1)
    stall_ms: int = _key(3_000, "longest gap between visible texts", min=1)
    thinking_ms: int = _key(60_000, "longest gap between thinking or tool-argument deltas", min=1)
    whole_ms: int = _key(20_000, "to a reply that is asked for in one piece", min=1)
    image_ms: int = _key(120_000, "to the pictures that one target is asked for", min=1)
    video_ms: int = _key(1_800_000, "to a video, before it is given up and cancelled", min=1)
    min_chars_per_s: int = _key(2, "slowest visible text; 0 is any", min=0)
    hedge_percent: int = _key(
        5, "share of requests that may start a second target; 0 is none", min=0, max=100
    )
    total_ms: int = _key(0, "the whole reply; 0 is no limit", min=0)
    pace_tokens_per_s: int = _key(
        0, "a streamed answer is shown no faster; 0 is as it comes", min=0
    )


@dataclass(frozen=True, slots=True)
class TierSettings:
    fast: FastSettings = FastSettings()
    deep: DeepSettings = DeepSettings()


@dataclass(frozen=True, slots=True)
class ProviderSettings:
    kind: str = _key("", "a row of the provider table (`prelude doctor` lists them)")
    base_url: str | None = _key(None, "where it answers, if not at the row's own address")
    api_key_env: str | None = _key(None, "environment variable with the key")
    headers: Mapping[str, str] = _key({}, "sent with every call", secret=True)
    key_file: str | None = _key(None, "a file with the platform's credentials, where it has such")
    ca_file: str | None = _key(
        None, "PEM file of the authorities that its certificate comes from, instead of the usual"
    )
    region: str | None = _key(None, "where the platform is to work, if its address names one")
    project: str | None = _key(None, "the platform's name for who pays, if its address has one")
    enabled: bool = _key(True, "false leaves it out without deleting it")
    background: bool = _key(
        False,
        "replies are made and stored there, so that a stream that breaks can be taken up again",
    )
    rpm: int | None = _key(None, "requests per minute, of all workers; more go elsewhere", min=1)
    tpm: int | None = _key(None, "tokens per minute, prompts and replies", min=1)
    opm: int | None = _key(None, "outputs per minute: images made, or replies", min=1)
    regions: tuple[str, ...] | None = _key(None, "all the regions that a call's data may go to")
    compliance: tuple[str, ...] | None = _key(None, "what the platform is attested for")
    retention: str | None = _key(None, "how long it keeps data: none, or days, like 30d")
    simulated: bool = _key(False, "it is `prelude simulate`: the page offers to break its replies")


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """None means: as the model table says; what neither says is unknown."""

    id: str | None = _key(None, "the platform's own name for it, if not the part after the slash")
    prefill: bool | None = _key(None, "truly continues a trailing assistant message")
    price_in: float | None = _key(None, "US$ per million input tokens", min=0)
    price_out: float | None = _key(None, "US$ per million output tokens", min=0)
    price_image: float | None = _key(None, "US$ for each picture made", min=0)
    price_video_s: float | None = _key(None, "US$ per second of video made", min=0)
    price_compute_s: float | None = _key(None, "US$ per second of a machine", min=0)
    context: int | None = _key(None, "tokens of prompt and reply together", min=1)
    modalities: tuple[str, ...] | None = _key(None, "what it reads", one_of=("text", "image"))
    keep_prompts_s: int = _key(
        0,
        "seconds that system text and tools are kept there for a price; 0: never",
        min=0,
    )
    first_text_ms: int | None = _key(None, "overrides tiers.deep.first_text_ms", min=1)
    stall_ms: int | None = _key(None, "overrides tiers.deep.stall_ms", min=1)
    thinking_ms: int | None = _key(None, "overrides tiers.deep.thinking_ms", min=1)
    whole_ms: int | None = _key(None, "overrides tiers.deep.whole_ms, image_ms and video_ms", min=1)
    vectors: str | None = _key(
        None, "whose vectors are comparable with its own: all those of one name; by default its id"
    )
    min_chars_per_s: int | None = _key(None, "overrides tiers.deep.min_chars_per_s", min=0)
    strengths: Mapping[str, float] = _key(
        {}, "how good it is at a task, or with images; 0.5 is neutral", min=0, max=1
    )


@dataclass(frozen=True, slots=True)
class RouteSettings:
    draft: str = _key("local", "local, none, or provider/model")
    targets: tuple[str, ...] = _key(
        (),
        "provider/model, best first; local first: it answers until it is lost; none: it alone",
    )
    strategy: str = _key(
        "auto",
        "how an opening is handed over",
        one_of=("auto", "preamble", "continue", "parallel"),
    )
    opening: str | None = _key(
        None,
        "what the draft may say; by default local.opening, or `model` for a hosted draft",
        one_of=("none", "frame", "model", "full"),
    )
    escalate_after_ms: int = _key(0, "wait so long before paying for a target", min=0)
    draft_with_tools: bool = _key(False, "open replies to requests that carry tools")
    order: str = _key(
        "given",
        "given: the targets as they stand; ranked: by strength, price and speed",
        one_of=("given", "ranked"),
    )
    quality: float | None = _key(
        None, "the share of the strong model's quality to keep: less is cheaper", min=0, max=1
    )


@dataclass(frozen=True, slots=True)
class FlagSettings:
    """A route that is on for a part of the callers, always the same ones."""

    share: float = _key(0.0, "of the callers, 0 to 1", min=0, max=1)
    route: str = _key("", "a route: of a task for that task, of another name for all of them")


@dataclass(frozen=True, slots=True)
class DataSettings:
    """A label that a request may carry: who does not fit is not called. Empty: any."""

    regions: tuple[str, ...] = _key((), "the regions that its data may go to")
    compliance: tuple[str, ...] = _key((), "what a platform must be attested for, all of it")
    retention: str | None = _key(None, "the longest that it may be kept: none, or days, like 30d")


@dataclass(frozen=True, slots=True)
class LedgerSettings:
    enabled: bool = _key(True, "keep a row of every leg: tokens, cost, times, outcome")
    path: str | None = _key(None, "an SQLite file; else prelude/ledger.sqlite of the state folder")
    prompts: bool = _key(False, "keep what callers wrote, too")
    keep_days: int = _key(90, "older rows are deleted; 0 keeps them for ever", min=0, max=36_500)


@dataclass(frozen=True, slots=True)
class ReplySettings:
    """What is kept of replies so that they can be taken up, read or sent again."""

    in_file: bool = _key(
        True, "stored replies survive a restart; false: each worker keeps its own in memory"
    )
    keep_s: int = _key(86_400, "a stored reply is deleted after so long", min=1)
    most: int = _key(10_000, "replies kept or being told; the oldest that ended goes first", min=1)
    max_bytes: int = _key(128 << 20, "of them all, in memory and in the file each", min=65_536)
    grace_s: int = _key(30, "a reply that lost its reader goes on so long for another", min=0)
    join_s: int = _key(600, "one that ended is joined so long by its Idempotency-Key", min=0)


@dataclass(frozen=True, slots=True)
class Settings:
    server: ServerSettings = ServerSettings()
    local: LocalSettings = LocalSettings()
    classifier: ClassifierSettings = ClassifierSettings()
    encoder: EncoderSettings = EncoderSettings()
    tiers: TierSettings = TierSettings()
    providers: Mapping[str, ProviderSettings] = field(default_factory=dict)
    models: Mapping[str, ModelSettings] = field(default_factory=dict)
    routes: Mapping[str, RouteSettings] = field(default_factory=dict)
    flags: Mapping[str, FlagSettings] = field(default_factory=dict)
    data: Mapping[str, DataSettings] = field(default_factory=dict)
    ledger: LedgerSettings = LedgerSettings()
    replies: ReplySettings = ReplySettings()
