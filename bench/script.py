"""What a request is answered with, decided before any clock runs or byte flows. Pure."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass

from bench.answers import answer_to, lengthened, pieces, rest_of, shortened
from bench.asked import Asked
from bench.faults import FAULTS, Say
from bench.fitted import LENGTH_TOKENS
from bench.json_example import example
from bench.knobs import Knobs


@dataclass(frozen=True, slots=True)
class Script:
    """`tool` names the function whose arguments the pieces are; None: they are text."""

    pieces: list[str]
    finish_reason: str
    tool: str | None = None


def script(asked: Asked, knobs: Knobs) -> Script:
    tool = asked.offered if asked.tool is None and knobs.calls else asked.tool
    if tool is not None:
        arguments = example(tool.get("parameters") or {"type": "object"}, asked.prompt)
        return Script(pieces(json.dumps(arguments)), "tool_calls", tool.get("name") or "")
    whole = _whole_answer(asked, knobs)
    rest = rest_of(whole, asked.prefix)
    said = asked.anchor + rest
    fault = FAULTS[knobs.fault]
    if isinstance(fault, Say):
        said = fault.words(asked.prefix, rest, whole)
    for stop in asked.stop:
        said = said.partition(stop)[0]
    parts = pieces(said)
    if asked.max_tokens is not None and len(parts) > asked.max_tokens:
        return Script(parts[: asked.max_tokens], "length")
    return Script(parts, "stop")


def _whole_answer(asked: Asked, knobs: Knobs) -> str:
    """Depends on the prompt and the seed alone, so that a continuation finds the same end."""
    if asked.schema is not None:
        return json.dumps(example(asked.schema, asked.prompt))
    text = answer_to(asked.prompt).text
    if knobs.tokens is None:
        rng = random.Random(f"{knobs.seed}:{asked.prompt}")
        return shortened(text, LENGTH_TOKENS.draw(rng))
    return lengthened(text, knobs.tokens) if knobs.tokens else text
