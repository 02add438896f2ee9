"""Several replies to one request: the `n` of OpenAI's completions, side by side.

Each is a reply of its own, with a plan, a chain, recovery and a row in the ledger; the first one
has the request's id, the others that and a number. A caller's seed is another for each, or all
would say the same. They come mixed, told apart by `choices[].index`, and end with one finish each,
one usage and one `[DONE]`. The usage has the prompt once; what was paid is in `prelude`.

Where one cannot be finished, the dialect has no word for it. A stream lets the others come to their
ends and then tells the error, with no `[DONE]`, because a client that reads an error reads no
further. A body has no place for it: the request is refused, and the others are cancelled.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import orjson
from aiohttp import web

from edge.core.accounting import Account
from edge.core.events import Emit, End
from edge.core.types import FinishReason, Json, Request, Usage
from edge.doors.answering import headers
from edge.doors.front import Front
from edge.doors.listening import open_outlet
from edge.doors.openai_errors import refusal
from edge.doors.openai_words import (
    DONE,
    KEEP_ALIVE,
    broken_off,
    sse,
    usage_chunk,
    whole_body,
)
from edge.report import reply_report
from edge.service import Reply, Service


class ChoiceVoice(Protocol):
    """One of the choices of a stream."""

    def emit(self, emit: Emit) -> bytes: ...

    def finish(self, end: End, report: Json = None) -> bytes:
        """Only of a good end; `report`: of them all, with the last one."""

    def last_words(self) -> bytes:
        """What was held back, of one that comes to no good end: not what opens a stream."""


class ChoiceBody(Protocol):
    """One of the choices of a body."""

    extra: Json

    def emit(self, emit: Emit) -> None: ...

    def choice(self, end: End) -> Json: ...


@dataclass(frozen=True, slots=True)
class Choices:
    """How a dialect tells them. `chunk` and `whole` are what all events, and the body, have in
    common; `voice` and `body` tell one choice, by its account and index."""

    count: int
    chunk: Mapping[str, Json]
    whole: Mapping[str, Json]
    include_usage: bool
    voice: Callable[[Account, int], ChoiceVoice]
    body: Callable[[Account, int], ChoiceBody]


async def answer_choices(
    front: Front,
    service: Service,
    http: web.Request,
    request: Request,
    choices: Choices,
    arrived_at: float,
    door: str,
) -> web.StreamResponse:
    requests = [_nth(request, index) for index in range(choices.count)]
    first = await service.begin(requests[0], arrived_at)
    rest = [await service.begin(other, arrived_at, first.verdict) for other in requests[1:]]
    replies = (first, *rest)
    with contextlib.ExitStack() as watched:
        for reply in replies:
            watched.enter_context(front.watch(reply, door=door))
        if request.stream:
            return await _stream(front, service, http, choices, replies)
        return await _whole(front, service, choices, replies)


def _nth(request: Request, index: int) -> Request:
    if index == 0:
        return request
    seed = request.sampling.seed
    sampling = replace(request.sampling, seed=None if seed is None else seed ^ index)
    return replace(request, id=f"{request.id}-{index}", sampling=sampling)


async def _stream(
    front: Front,
    service: Service,
    http: web.Request,
    choices: Choices,
    replies: Sequence[Reply],
) -> web.StreamResponse:
    stream = open_outlet(http, headers(replies[0]), KEEP_ALIVE, front.patience)
    ends: list[End] = []

    async def run(reply: Reply, voice: ChoiceVoice) -> None:
        async def send(action: Emit | End) -> None:
            if isinstance(action, Emit):
                await stream.write(voice.emit(action))
                return
            front.note_end(reply, action)
            ends.append(action)
            if not action.is_good:
                if stream.is_open:
                    await stream.write(voice.last_words())
                return
            is_last = len(ends) == len(replies) and _failed(ends) is None
            report = choices_report(replies) if is_last else None
            await stream.write(voice.finish(action, report))

        await service.run(reply, send)

    def last_events() -> bytes:
        if not choices.include_usage:
            return DONE
        usage, report = choices_usage(replies), choices_report(replies)
        return sse(usage_chunk(choices.chunk, usage, report)) + DONE

    async def run_all() -> None:
        async with asyncio.TaskGroup() as group:
            keep_alive = group.create_task(stream.keep_alive())
            async with asyncio.TaskGroup() as telling:
                for index, reply in enumerate(replies):
                    telling.create_task(run(reply, choices.voice(reply.account, index)))
            keep_alive.cancel()
        failed = _failed(ends)
        if failed is None:
            await stream.write(last_events())
        elif stream.is_open:
            await stream.write(broken_off(failed.error, choices_report(replies)))

    try:
        await run_all()
    except* ConnectionError:
        pass  # the client has gone, or does not read: the watch counts it
    failed = _failed(ends)
    if stream.is_open:
        return await stream.end(is_good=failed is None)
    return _refused(failed, replies)


async def _whole(
    front: Front, service: Service, choices: Choices, replies: Sequence[Reply]
) -> web.Response:
    bodies = [choices.body(reply.account, index) for index, reply in enumerate(replies)]
    ends: list[End | None] = [None] * len(replies)
    tasks: list[asyncio.Task[None]] = []

    async def run(index: int) -> None:
        async def send(action: Emit | End) -> None:
            if isinstance(action, Emit):
                bodies[index].emit(action)
                return
            note(index, action)
            if not action.is_good:
                for other, task in enumerate(tasks):
                    if ends[other] is None:
                        note(other, action)
                        task.cancel()

        await service.run(replies[index], send)

    def note(index: int, end: End) -> None:
        ends[index] = end
        front.note_end(replies[index], end)

    async with asyncio.TaskGroup() as group:
        tasks += [group.create_task(run(index)) for index in range(len(replies))]
    done = [end for end in ends if end is not None]
    if (failed := _failed(done)) is not None:
        return _refused(failed, replies)
    extra: Json = {}
    for body in bodies:
        extra |= body.extra
    told = whole_body(
        choices.whole,
        [body.choice(end) for body, end in zip(bodies, done, strict=True)],
        choices_usage(replies),
        choices_report(replies),
        extra,
    )
    response = web.Response(body=orjson.dumps(told), content_type="application/json")
    response.headers.update(headers(replies[0]))
    return response


def _failed(ends: Sequence[End]) -> End | None:
    return next((end for end in ends if not end.is_good), None)


def _refused(end: End | None, replies: Sequence[Reply]) -> web.Response:
    end = end or End(FinishReason.ERROR)
    response = refusal(end.error or RuntimeError(f"ended as {end.reason}"))
    response.headers.update(headers(replies[0]))
    return response


def choices_usage(replies: Sequence[Reply]) -> Usage:
    """The prompt once, and every word that the caller was sent."""
    usages = [reply.account.usage() for reply in replies]
    return replace(
        usages[0],
        output=sum(usage.output for usage in usages),
        reasoning=sum(usage.reasoning for usage in usages),
        reported=all(usage.reported for usage in usages),
    )


def choices_report(replies: Sequence[Reply]) -> Json:
    """Of all of them; traced, each one's own beside it."""
    trace = replies[0].request.options.trace
    reports = [reply_report(reply.account, trace=trace) for reply in replies]
    first_words = [report["ttft_ms"] for report in reports if report["ttft_ms"] is not None]
    told: Json = {
        "models": list(dict.fromkeys(name for report in reports for name in report["models"])),
        "latency_ms": max(report["latency_ms"] for report in reports),
        "cost_cents": round(sum(report["cost_cents"] for report in reports), 6),
        "cost_known": all(report["cost_known"] for report in reports),
        "ttft_ms": min(first_words, default=None),
    }
    return told | {"choices": reports} if trace else told
