"""What planning looks at besides the request: routes, limits, and what is known of every model."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from edge.core.data_rules import NOTHING_KNOWN, DataFacts
from edge.core.dial import NO_CURVE, QualityCurve
from edge.core.errors import BadRequest
from edge.core.flags import flagged_route
from edge.core.forecast import Foresee, foresee_nothing
from edge.core.health import Health
from edge.core.history import History
from edge.core.limits import Limits
from edge.core.prices import Prices
from edge.core.settings import DataSettings, FlagSettings, RouteSettings, TierSettings
from edge.core.strengths import Strengths
from edge.core.verdict import Verdict


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """What is known of a model that is not `local`; None means nobody knows. `quota_of` is the name
    that its quota is kept under, where that is not its own. `cold_starts`: one that was not asked
    lately may have to be started first. `modalities` is what it reads. `makes` are the kinds of
    things that its platform makes beside text; `completes`: it goes on with a text that is no
    conversation, and `fills_in`: up to another one. `takes_tools` and
    `takes_forms` (a reply in a JSON schema) false: it is known to take none. `space` is whose
    vectors are comparable with its own. `is_local`: it is `local:NAME`, and works on this box."""

    name: str
    prefill: bool = False
    context: int | None = None
    prices: Prices | None = None
    first_text_ms: int | None = None
    stall_ms: int | None = None
    thinking_ms: int | None = None
    whole_ms: int | None = None
    min_chars_per_s: int | None = None
    cold_starts: bool = False
    quota_of: str | None = None
    modalities: tuple[str, ...] | None = None
    data: DataFacts = NOTHING_KNOWN
    makes: frozenset[str] = frozenset()
    completes: bool = False
    fills_in: bool | None = None
    takes_tools: bool | None = None
    takes_forms: bool | None = None
    space: str | None = None
    takes_tokens: bool = False
    is_local: bool = False
    opening: str = "model"  # the level its drafts have earned
    foresee: Foresee = foresee_nothing
    strengths: Strengths = field(default_factory=dict)

    @property
    def reads_no_images(self) -> bool:
        """As is known: who might read some is asked."""
        return self.modalities is not None and "image" not in self.modalities


@dataclass(frozen=True, slots=True)
class LocalFacts:
    context: int
    opening: str  # the level its drafts have earned
    foresee: Foresee = foresee_nothing
    strengths: Strengths = field(default_factory=dict)  # as the settings have raised them
    fills_in: bool | None = None  # it was trained to fill a gap in a text; None: it will say


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All that planning looks at besides the request. `find` resolves a caller's model name
    to a model that is hosted or `local:NAME`, or None. `encoder` makes vectors, and nothing else,
    on this box."""

    routes: Mapping[str, RouteSettings]
    tiers: TierSettings
    find: Callable[[str], ModelFacts | None]
    local: LocalFacts | None
    health: Health = field(default_factory=Health)
    limits: Limits = field(default_factory=Limits)
    data: Mapping[str, DataSettings] = field(default_factory=dict)  # by label
    encoder: ModelFacts | None = None
    flags: Mapping[str, FlagSettings] = field(default_factory=dict)
    curve: QualityCurve = NO_CURVE
    history: History = field(default_factory=History)

    def route(self, verdict: Verdict, caller: str) -> tuple[str, RouteSettings]:
        """The one of a flag that is on for this caller; else the route of the task, unless a flag
        has it, or the one that catches the rest. With its name."""
        name = flagged_route(self.flags, verdict.task, caller)
        if name is None:
            has_own = verdict.task in self.routes and not self.is_flagged(verdict.task)
            name = verdict.task if has_own else "default"
        return name, self.routes.get(name) or RouteSettings()

    def is_flagged(self, route: str) -> bool:
        return any(flag.route == route for flag in self.flags.values())

    def rule(self, label: str | None) -> DataSettings:
        """What data under this label demands. Raises `BadRequest` for one that there is not."""
        if label is None:
            return DataSettings()
        if label not in self.data:
            known = ", ".join(self.data) or "none"
            message = f"The settings know no data label `{label}`; known: {known}."
            raise BadRequest(message, param="prelude.data", code="data_label_unknown")
        return self.data[label]

    def model(self, name: str, param: str) -> ModelFacts:
        """Raises `BadRequest`, which blames `param`, for one that is not configured."""
        model = self.find(name)
        if model is None and self.encoder is not None and name == self.encoder.name:
            message = f"`{name}` makes vectors and does not talk: ask POST /v1/embeddings."
            raise BadRequest(message, param=param, code="unsupported_value")
        if model is None:
            message = f"The model `{name}` does not exist here: GET /v1/models lists those that do."
            raise BadRequest(message, status=404, param=param, code="model_not_found")
        return model
