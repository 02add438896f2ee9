"""`prelude explain`: what would become of a prompt, and why. Nothing is sent to anyone."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from edge.app import build_service
from edge.commands.arguments import add_config
from edge.core.classifier_names import RULES, all_engines, engine_of
from edge.core.errors import BadRequest
from edge.core.events import Role
from edge.core.plan import Plan, Strategy
from edge.core.types import LOCAL, PLANNED, Json, Message, Options, Request, TextPart
from edge.doors.fields import Fields, parse_object
from edge.doors.options import read_options
from edge.parts import judge_ready, open_parts
from edge.platforms import platforms
from edge.service import Reply, Service
from edge.settings_file import Loaded, load

# Planning asks whether there are local models, and not the models: nobody listens here.
_NO_ENGINES = os.devnull

Explanation = Mapping[str, Any]  # one JSON object of the output


def main(argv: Sequence[str]) -> int:
    arguments = _parse(argv)
    loaded = load(arguments.config, os.environ, platforms())
    prompts: Iterable[Request | str] = (
        _read_lines(sys.stdin.buffer, arguments.prelude)
        if arguments.jsonl
        else [as_request(arguments.prompt, arguments.prelude)]
    )
    return asyncio.run(_explain_all(loaded, prompts, as_json=arguments.json or arguments.jsonl))


def as_request(prompt: str, options: Options | None = None) -> Request:
    messages = (Message("user", (TextPart(prompt),)),)
    return Request("explain", PLANNED[0], messages, options=options or Options())


async def explain(service: Service, request: Request) -> Explanation:
    try:
        reply = await service.begin(request, time.monotonic())
    except BadRequest as error:
        return {"error": str(error)}
    verdict, plan = reply.verdict, reply.plan
    draft = plan.draft
    return {
        "summary": summarize(plan),
        "task": verdict.task,
        "difficulty": verdict.difficulty,
        "confidence": verdict.confidence,
        "decided_by": verdict.decided_by,
        "language": verdict.language,
        "route": plan.route,
        "quality": _quality(service, reply),
        "plan": plan.strategy,
        "draft": draft and {"model": draft.tier, "level": draft.level},
        "targets": [rung.tier for rung in plan.chain if rung.role is Role.TARGET],
        "expected_cents": {
            rung.tier: rung.expected_cents for rung in plan.chain if rung.role is Role.TARGET
        },
        "reasons": plan.reasons,
    }


def _quality(service: Service, reply: Reply) -> float | None:
    """What the dial stands at; None: there is none here."""
    asked = reply.request.options.quality
    route = service.knowledge.routes.get(reply.plan.route)
    return asked if asked is not None or route is None else route.quality


def summarize(plan: Plan) -> str:
    """Who says what to the reader, in a sentence."""
    targets = [rung.tier for rung in plan.chain if rung.role is Role.TARGET]
    if not targets:
        return "the local model answers alone"
    if plan.strategy is Strategy.LOCAL:
        return f"the local model answers; when it is lost, {', else '.join(targets)}"
    draft = plan.draft and ("the local model" if plan.draft.tier == LOCAL else plan.draft.tier)
    match plan.strategy:
        case Strategy.PREAMBLE:
            text = f"{draft} opens, {targets[0]} answers in full below that"
        case Strategy.PARALLEL:
            text = f"{draft} opens, {targets[0]} answers beside it, without what was said already"
        case Strategy.CONTINUE:
            text = f"{draft} opens, {targets[0]} continues that text"
        case _:
            text = f"{targets[0]} answers, without an opening"
    text += "".join(f", else {name}" for name in targets[1:])
    finishes = plan.chain[-1].role is Role.LOCAL
    return f"{text}; if nobody can, the local model does" if finishes else text


def as_text(explanation: Explanation) -> list[str]:
    """A line for each part, for people."""
    rows = {name: _in_words(value) for name, value in explanation.items()}
    width = max(map(len, rows))
    return [f"{name:{width}}  {text}" for name, text in rows.items()]


def _judged_without_engines(loaded: Loaded) -> Loaded:
    """No language model runs here, so one that is to judge is stood in for by the rules."""
    classifier = loaded.settings.classifier
    if engine_of(classifier.model) is None:
        return loaded
    note = f"classifier.model {classifier.model} does not run here: the rules judge"
    print(f"prelude explain: {note}", file=sys.stderr)
    classifier = replace(classifier, model=RULES)
    return replace(loaded, settings=replace(loaded.settings, classifier=classifier))


async def _explain_all(loaded: Loaded, prompts: Iterable[Request | str], *, as_json: bool) -> int:
    """A string among the prompts is what is wrong with its line."""
    failed = False
    loaded = _judged_without_engines(loaded)
    engines = _NO_ENGINES if all_engines(loaded.settings) else None
    async with open_parts(loaded.settings, engines) as parts:
        service = build_service(loaded, parts)
        await judge_ready(loaded.settings, parts)
        for prompt in prompts:
            explanation = (
                {"error": prompt} if isinstance(prompt, str) else await explain(service, prompt)
            )
            failed = failed or "error" in explanation
            lines = [json.dumps(explanation)] if as_json else as_text(explanation)
            print("\n".join(lines), flush=True)
    return 1 if failed else 0


def _parse(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="prelude explain",
        description="Say what kind of task a prompt is, who would answer it, and why. Nothing is "
        "sent to anyone, and no language model runs.",
    )
    add_config(parser)
    parser.add_argument("prompt", nargs="?", help="what a caller would ask")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument(
        "--jsonl",
        action="store_true",
        help='read {"prompt": ...}, one a line, from standard input; print one object a line; a '
        'line may have a "prelude" object of its own',
    )
    parser.add_argument(
        "--prelude",
        type=_options_of,
        default=Options(),
        metavar="JSON",
        help='the options that a caller would send: {"quality": 0.95, "max_cost_cents": 1}',
    )
    arguments = parser.parse_args(argv)
    if arguments.jsonl == (arguments.prompt is not None):
        parser.error("give a prompt, or --jsonl and prompts on standard input")
    return arguments


def _options_of(text: str) -> Options:
    try:
        return read_options(Fields({"prelude": dict(parse_object(text).data)}))
    except BadRequest as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _read_lines(lines: Iterable[bytes], usual: Options) -> Iterator[Request | str]:
    """`usual` is for lines without options."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
        except (ValueError, RecursionError):  # no JSON, no UTF-8, or nested without end
            data = None
        yield _read_line(data, number, usual)


def _read_line(data: Json, number: int, usual: Options) -> Request | str:
    prompt = data.get("prompt") if isinstance(data, dict) else None
    if not isinstance(prompt, str):
        return f'line {number}: expected an object like {{"prompt": "..."}}'
    try:
        options = read_options(Fields(data)) if "prelude" in data else usual
    except BadRequest as error:
        return f"line {number}: {error}"
    return as_request(prompt, options)


def _in_words(value: Any) -> str:
    match value:
        case None:
            return "none"
        case dict():
            return ", ".join(str(part) for part in value.values()) or "none"
        case list() | tuple():
            return "; ".join(str(part) for part in value) or "none"
        case _:
            return str(value)
