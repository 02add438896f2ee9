"""What can be asked of the simulator, and where: flags, model id, metadata, control.

One table, the fields of `Knobs`, serves all of them under the same names: `--ttft-ms 700`,
`sim?ttft_ms=700`, `{"metadata": {"sim": "ttft_ms=700"}}`, `{"ttft_ms": 700}`. None means drawn from
the profile, or the fault's default.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any
from urllib.parse import parse_qsl

from bench.asked import Asked
from bench.faults import FAULTS, NO_FAULT
from bench.fitted import PROFILES


class KnobError(ValueError):
    """Asked for something that is not there; the message names it."""


def _profile(text: str) -> str:
    if text not in PROFILES:
        raise ValueError(f"must be one of {', '.join(PROFILES)}")
    return text


def _fault(text: str) -> str:
    if text not in FAULTS:
        raise ValueError(f"must be one of {', '.join(FAULTS)}")
    return text


def _at_least_0(text: str) -> float:
    if not 0 <= (number := float(text)) < float("inf"):
        raise ValueError("must be at least 0")
    return number


def _count(text: str) -> int:
    if (number := int(text)) < 0:
        raise ValueError("must be at least 0")
    return number


def _knob(default: Any, parse: Any, doc: str) -> Any:
    return field(default=default, metadata={"parse": parse, "doc": doc})


@dataclass(frozen=True, slots=True)
class Knobs:
    profile: str = _knob("hosted-2026", _profile, "the kind of host that times are drawn for")
    ttft_ms: float | None = _knob(None, _at_least_0, "to the first token; 0: at once")
    tokens_per_s: float | None = _knob(None, _at_least_0, "pace; 0: as fast as possible")
    tokens: int | None = _knob(None, _count, "length of the reply; 0: the whole text")
    seed: int = _knob(0, int, "the same seed draws the same times and lengths")
    split: float = _knob(0.05, _at_least_0, "share of events written in two parts, cut anywhere")
    fault: str = _knob(NO_FAULT, _fault, "what goes wrong; see the list")
    after: int | None = _knob(None, _count, "characters of the reply before it goes wrong")
    calls: int = _knob(0, _count, "1: calls the tool that it is offered, where it may choose")
    ms: float | None = _knob(None, _at_least_0, "how long what goes wrong takes")
    retry_after_s: float = _knob(1.0, _at_least_0, "in the Retry-After header of a 429 or 5xx")


def turned(knobs: Knobs, settings: Mapping[str, object]) -> Knobs:
    """The knobs with some of them set; every value may come as text."""
    known = {knob.name: knob for knob in fields(Knobs)}
    values = {}
    for name, value in settings.items():
        if name not in known:
            raise KnobError(f"no knob {name!r}; there are {', '.join(known)}")
        try:
            values[name] = known[name].metadata["parse"](str(value))
        except ValueError as error:
            raise KnobError(f"{name}={value}: {error}") from error
    return replace(knobs, **values)


def turned_by_model_id(knobs: Knobs, model: str) -> Knobs:
    """`sim?ttft_ms=700&fault=stall` asks by its name."""
    return turned(knobs, dict(parse_qsl(model.partition("?")[2], keep_blank_values=True)))


def turned_by_metadata(knobs: Knobs, asked: Asked) -> Knobs:
    """A request's `metadata` travels with every call that is made for it: `{"sim": "ttft_ms=700"}`
    tells the model of that name what to do, and `"sim+"` what when it continues a text."""
    name = asked.model.partition("?")[0] + ("+" if asked.prefix else "")
    metadata = asked.options.get("metadata")
    told = metadata.get(name) if isinstance(metadata, Mapping) else None
    return turned(knobs, dict(parse_qsl(told))) if isinstance(told, str) else knobs


def add_flags(parser: argparse.ArgumentParser) -> None:
    for knob in fields(Knobs):
        shown = "drawn" if knob.default is None else knob.default
        if knob.name in ("after", "ms"):
            shown = "the fault's own"
        parser.add_argument(
            "--" + knob.name.replace("_", "-"), help=f"{knob.metadata['doc']} [{shown}]"
        )


def turned_by_flags(options: argparse.Namespace) -> Knobs:
    given = {knob.name: getattr(options, knob.name) for knob in fields(Knobs)}
    return turned(Knobs(), {name: value for name, value in given.items() if value is not None})
