"""The models that may be asked for, as OpenAI's API lists them, and what is known of each.

OpenAI's own shape says nothing but names; the rest is in one `prelude` object. null is: nobody
knows. `tools` and `structured_output` of a hosted model are false where its platform is known to
take none, else its platform's to say; `prefill` is true where it is known to continue a text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from edge.core.knowledge import Knowledge, ModelFacts
from edge.core.prices import Prices
from edge.core.types import LOCAL, PLANNED, Json
from edge.service import Service

_WILD = frozenset("*?[")


def model_list(service: Service, created: int) -> Mapping[str, Json]:
    """By name: whoever may be asked for, and the aliases that are names themselves."""
    named = {name: _told(name, name, service.knowledge, created) for name in service.model_names}
    aliases = [name for name in service.aliases if not _WILD & set(name) and name not in named]
    for alias in aliases:
        if (told := find_model(alias, service, created)) is not None:
            named[alias] = told
    return named


def find_model(name: str, service: Service, created: int) -> Json:
    """Also by another name that is understood here; None: there is none of that name."""
    meant = service.real_name(name)
    if meant not in service.model_names:
        found = service.knowledge.find(meant)
        meant = meant if found is None else found.name
    if meant not in service.model_names:
        return None
    return _told(name, meant, service.knowledge, created)


def _told(name: str, meant: str, knowledge: Knowledge, created: int) -> Json:
    owner = meant.split("/", maxsplit=1)[0] if "/" in meant else "prelude"
    about = _planned(knowledge) if meant in PLANNED else _about(meant, knowledge)
    if name != meant:
        about["alias_of"] = meant
    model = {"id": name, "object": "model", "created": created, "owned_by": owner}
    return model | {"prelude": about}


def _planned(knowledge: Knowledge) -> dict[str, Json]:
    """Who answers is chosen for each request."""
    default = knowledge.routes.get("default")
    return {
        "kind": "planned",
        "streaming": True,
        "targets": list(default.targets if default else ()),
    }


def _about(name: str, knowledge: Knowledge) -> dict[str, Json]:
    encoder = knowledge.encoder
    if encoder is not None and name == encoder.name:
        return {"kind": "encoder", "streaming": False, **_capabilities(encoder)}
    facts = knowledge.find(name)
    if facts is None:
        local = knowledge.local
        facts = ModelFacts(
            name,
            context=local.context if local else None,
            fills_in=local.fills_in if local else None,
            is_local=name == LOCAL,
        )
    kind = "local" if facts.is_local else "hosted"
    return {"kind": kind, "streaming": True, **_capabilities(facts)}


def _capabilities(facts: ModelFacts) -> dict[str, Json]:
    reads = ("text",) if facts.is_local else facts.modalities
    return {
        "context": facts.context,
        "modalities": None if reads is None else list(reads),
        "tools": facts.takes_tools,
        "structured_output": facts.takes_forms,
        "prefill": facts.prefill,
        "completes": facts.completes,
        "fills_in": facts.fills_in,
        "makes": sorted(facts.makes),  # beside text
        "prices": None if facts.prices is None else _prices(facts.prices),
    }


def _prices(prices: Prices) -> Json:
    """US$ per million tokens, and what else is paid for; see `edge/core/prices.py`."""
    return asdict(prices)
