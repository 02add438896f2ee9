"""What travels between the parts: a request, the call it becomes, the pieces that come back.

A door parses its dialect into a `Request` once; from there on a type is a promise.
A tier is given a `Call` and answers with `Piece`s. Nobody passes dicts around, except
for what belongs to a platform alone and is handed through untouched (`Json`).
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal, Protocol

Json = Any  # decoded JSON that is passed on, not looked into
Role = Literal["system", "developer", "user", "assistant", "tool"]

LOCAL = "local"  # the name of the local model, as a tier and as a model
PLANNED = ("auto", "prelude")  # model names that leave the choice to us


class FinishReason(StrEnum):
    STOP = "stop"
    LENGTH = "length"
    TOOL_CALLS = "tool_calls"
    CONTENT_FILTER = "content_filter"
    DEADLINE = "deadline"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A tier can be asked to go on with its reply from exactly here: from behind the text that it
    had said. `token` means something to its platform alone."""

    token: Json = field(repr=False)


# -- asked -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TextPart:
    text: str


@dataclass(frozen=True, slots=True)
class ImagePart:
    """`url` is an https or data URL; `detail` as in OpenAI's dialect."""

    url: str
    detail: str | None = None


Part = TextPart | ImagePart


@dataclass(frozen=True, slots=True)
class ToolCall:
    """`arguments` is the JSON text as the model wrote it."""

    id: str
    name: str
    arguments: str


@dataclass(frozen=True, slots=True)
class Native:
    """The same in the words of a platform's own dialect, which the caller speaks too: with what
    ours have no word for (marks for a cache, signed thoughts). Only a tier of that dialect reads
    it, and then in place of ours."""

    dialect: str
    content: Json


@dataclass(frozen=True, slots=True)
class Message:
    role: Role
    parts: tuple[Part, ...] = ()
    name: str | None = None
    tool_calls: tuple[ToolCall, ...] = ()  # of an assistant
    tool_call_id: str | None = None  # of a tool's result
    native: Native | None = None

    @property
    def text(self) -> str:
        return "".join(part.text for part in self.parts if isinstance(part, TextPart))


@dataclass(frozen=True, slots=True)
class Tool:
    """A function the model may call; `parameters` is its JSON schema."""

    name: str
    description: str | None = None
    parameters: Json = None
    strict: bool | None = None
    native: Native | None = None


@dataclass(frozen=True, slots=True)
class Sampling:
    """None means: the platform's own default. `max_tokens` counts what the reply may say."""

    max_tokens: int | None = None
    temperature: float | None = None
    top_p: float | None = None
    stop: tuple[str, ...] = ()
    seed: int | None = None
    presence_penalty: float | None = None
    frequency_penalty: float | None = None
    logit_bias: Mapping[str, float] | None = None
    logprobs: bool = False
    top_logprobs: int | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """The caller's `prelude` object. None means: as the route's settings say. `priority` is a name
    in `ranking.PRIORITIES`."""

    max_latency_ms: float | None = None
    max_cost_cents: float | None = None
    quality: float | None = None
    priority: str | None = None
    targets: tuple[str, ...] | None = None
    draft: str | None = None
    strategy: str | None = None
    escalate_after_ms: float | None = None
    task: str | None = None
    data: str | None = None  # a label of the settings: where its data may go
    trace: bool = False


@dataclass(frozen=True, slots=True)
class Completion:
    """A text of the caller's own that is to be gone on with: no conversation. `suffix` is what
    stands behind the gap; None: nothing does."""

    prompt: str
    suffix: str | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """One reply asked for, in no dialect. Made by a door, read by everyone, changed by no one.

    `caller` is the same for requests of one owner: what is remembered of one may serve the others.
    Empty: nobody can tell. `prefix` is how the caller wants the reply to begin: they have it, so
    that only what comes behind it is told. `takes_back`: their reader's words can be taken back
    again, and be replaced. `completion`, where there is one, is what is asked for;
    its texts are then the one message, for whoever counts.
    """

    id: str
    model: str
    messages: tuple[Message, ...]
    sampling: Sampling = Sampling()
    tools: tuple[Tool, ...] = ()
    tool_choice: Json = None  # "auto" | "none" | "required" | {"type": "function", ...}
    parallel_tool_calls: bool | None = None
    response_format: Json = None
    stream: bool = True  # the reader wants the words as they come
    options: Options = Options()
    provider_options: Mapping[str, Mapping[str, Json]] = field(default_factory=dict)
    passthrough: Mapping[str, Json] = field(default_factory=dict)  # user, metadata, service_tier...
    caller: str = ""  # a word that means nothing to others
    client_retries: int = 0  # how often the caller's SDK has asked this before, as it says
    prefix: str = ""
    takes_back: bool = False
    completion: Completion | None = None

    @property
    def is_structured(self) -> bool:
        """Read by a program: such a reply is never opened, and never continued."""
        format_type = (self.response_format or {}).get("type", "text")
        forced = self.tool_choice not in (None, "auto", "none")
        return format_type != "text" or forced or self.sampling.logprobs

    @property
    def has_images(self) -> bool:
        return any(isinstance(part, ImagePart) for m in self.messages for part in m.parts)

    @property
    def last_user_text(self) -> str:
        for message in reversed(self.messages):
            if message.role == "user":
                return message.text
        return ""


@dataclass(frozen=True, slots=True)
class Urgency:
    """How soon a tier's words are needed; instants on the monotonic clock, which all processes of
    a box share. `deadline`: when the first sentence shall stand. `give_up_at`: when nobody needs
    it any more; a tier that cannot speak before then may refuse (`TierStalled`)."""

    deadline: float | None = None
    give_up_at: float | None = None


NO_HURRY = Urgency()


@dataclass(frozen=True, slots=True)
class Call:
    """What one tier is asked to say for a request.

    `prefix` is text the reader already has and that the tier must continue: only given
    to tiers that truly can (see the model table). `choices`, when not empty, are the only
    texts it may say: it picks one, or none (it then stops without a word).
    `stream` false asks for the whole reply in one piece. `resume` is a checkpoint of the same
    tier's answer to the same call: it goes on from there. `scope`: what a tier remembers of this
    call may serve others of the same one; None: nobody else.
    """

    request: Request
    messages: tuple[Message, ...]
    sampling: Sampling
    prefix: str = ""
    choices: tuple[str, ...] = ()
    stream: bool = True
    resume: Checkpoint | None = None
    urgency: Urgency = NO_HURRY
    scope: str | None = None


# -- answered ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TokenLogprob:
    """Natural logarithm of the token's probability; `top` are the likeliest rivals."""

    token: str
    logprob: float
    top: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """Words for the reader; may hold several tokens, never half a character."""

    text: str
    logprobs: tuple[TokenLogprob, ...] = ()


@dataclass(frozen=True, slots=True)
class Thinking:
    text: str


@dataclass(frozen=True, slots=True)
class ToolDelta:
    """A fragment of a tool call; `id` and `name` come with the first one of each `index`."""

    index: int
    id: str | None = None
    name: str | None = None
    arguments: str = ""


@dataclass(frozen=True, slots=True)
class Usage:
    """What one leg used. `reported` false: we estimated, because the platform did not say.

    `input` is the whole prompt: what was read from a cache (`cached`) and what was written to one
    (`cache_write`) are in it; `output` has the reasoning in it. `compute_s` is the time of a
    machine that is paid for by the second. However a platform counts, a decoder makes it this.
    """

    input: int
    output: int
    cached: int = 0
    reasoning: int = 0
    reported: bool = True
    cache_write: int = 0
    images: int = 0  # made, not read
    compute_s: float = 0.0
    video_s: float = 0.0  # made, to be looked at


@dataclass(frozen=True, slots=True)
class Stop:
    """The tier says it is done, and why. Usage may still follow."""

    reason: FinishReason


@dataclass(frozen=True, slots=True)
class Extra:
    """Something a platform returned beyond the core; comes back as `provider_extra`."""

    data: Mapping[str, Json]


Piece = Text | Thinking | ToolDelta | Usage | Stop | Extra | Checkpoint


class Tier(Protocol):
    """Something that can stream an answer.

    `stream` raises `TierError`s only; closing the generator stops the work at once,
    upstream too. A tier keeps no deadline: whoever reads it does.
    """

    @property
    def name(self) -> str: ...

    def stream(self, call: Call) -> AsyncGenerator[Piece, None]: ...
