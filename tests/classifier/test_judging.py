"""The judge, with models that answer, break and hang on demand."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from math import nan

import pytest

from classifier.backend import Judgement, OnThread
from classifier.judging import Judge
from edge.core.errors import EdgeError
from edge.core.types import Message, Options, Request, TextPart
from edge.core.verdict import Kinds, Task

MATH = Judgement(Task.MATH, 0.9, 0.4)
NO_OPTIONS = Options()
AMPLE_S = 30.0  # a budget that no test uses up


class Model:
    """Says what it is told to, and keeps the batches that it was given."""

    name = "the model"
    is_ready = True

    def __init__(
        self,
        *says: Judgement,
        wait: Callable[[], Awaitable[object]] | None = None,
        glanced: Callable[[], Judgement] | None = None,
    ):
        self.batches: list[list[str]] = []
        self._says = says or (MATH,)
        self._wait = wait
        self._glanced = glanced
        self.asked = asyncio.Event()

    async def ready(self) -> None: ...

    def glance(self, request: Request, kinds: Kinds) -> Judgement | None:
        return self._glanced() if self._glanced is not None else None

    async def judge(self, requests: Sequence[Request]) -> Sequence[Judgement]:
        self.batches.append([request.last_user_text for request in requests])
        self.asked.set()
        if self._wait is not None:
            await self._wait()
        return [self._says[0]] * len(requests) if len(self._says) == 1 else self._says

    def close(self) -> None: ...


def asking(text: str = "why is the sky blue?", options: Options = NO_OPTIONS) -> Request:
    return Request("r", "auto", (Message("user", (TextPart(text),)),), options=options)


def make_judge(
    model: Model | OnThread | None, budget_s: float = AMPLE_S
) -> tuple[Judge, Counter[str]]:
    counts: Counter[str] = Counter()
    return Judge(model, budget_s, lambda what: counts.update([what])), counts


def test_the_model_decides_the_task_and_the_rules_the_rest() -> None:
    async def run() -> None:
        judge, counts = make_judge(Model())
        verdict = await judge.judge(asking("wie geht es dir heute, mein Freund?"))
        assert (verdict.task, verdict.confidence, verdict.difficulty) == (Task.MATH, 0.9, 0.4)
        assert (verdict.decided_by, verdict.language) == ("the model", "de")
        assert counts == {"model": 1}

    asyncio.run(run())


@pytest.mark.parametrize(
    ("says", "measured", "is_calibrated"),
    [
        (MATH, {Task.MATH}, True),
        (MATH, {Task.REASONING}, False),
        (MATH, set(), False),
        (Judgement(Task.MATH, 0.9), {Task.MATH}, False),  # the difficulty is the rules'
        (Judgement(Task.MATH, 0.2, 0.4), {Task.MATH}, False),
    ],
)
def test_a_difficulty_is_a_measure_where_the_model_was_measured(
    says: Judgement, measured: set[Task], is_calibrated: bool
) -> None:
    async def run() -> None:
        judge = Judge(Model(says), AMPLE_S, lambda what: None, measured=measured)
        assert (await judge.judge(asking())).is_calibrated is is_calibrated

    asyncio.run(run())


def test_what_the_rules_say_is_no_measure() -> None:
    async def run() -> None:
        judge = Judge(None, AMPLE_S, lambda what: None, measured=set(Task))
        assert not (await judge.judge(asking())).is_calibrated

    asyncio.run(run())


def test_a_model_that_is_not_sure_gives_no_task() -> None:
    async def run() -> None:
        judge, _ = make_judge(Model(Judgement(Task.MATH, 0.2)))
        verdict = await judge.judge(asking())
        assert (verdict.task, verdict.confidence) == (Task.OTHER, 0.2)
        assert "math" in verdict.decided_by

    asyncio.run(run())


def test_what_a_glance_tells_is_not_asked() -> None:
    async def run() -> None:
        model = Model(glanced=lambda: Judgement(Task.CODE, 0.9, 0.2, at_a_glance=True))
        judge, counts = make_judge(model)
        verdict = await judge.judge(asking())
        assert (verdict.task, verdict.difficulty) == (Task.CODE, 0.2)
        assert verdict.decided_by == "the model, at a glance"
        assert (counts, model.batches) == ({"glance": 1}, [])

    asyncio.run(run())


def _squint() -> Judgement:
    raise MemoryError("a secret prompt")


def test_a_glance_stands_only_where_the_verdict_is_of_its_kind() -> None:
    """Below the floor the task is `other`, which may have a route of its own."""

    async def run(kinds: Kinds) -> Task:
        model = Model(glanced=lambda: Judgement(Task.CODE, 0.3, at_a_glance=True))
        judge, _ = make_judge(model)
        return (await judge.judge(asking(), kinds)).task

    together, rest = frozenset({Task.CODE, Task.OTHER}), frozenset(Task)
    assert asyncio.run(run((together, rest - together))) is Task.OTHER
    assert asyncio.run(run((frozenset({Task.CODE}), rest - {Task.CODE}))) is Task.MATH


@pytest.mark.parametrize("glanced", [_squint, lambda: Judgement(Task.CODE, nan)])
def test_a_broken_glance_costs_no_verdict(glanced: Callable[[], Judgement]) -> None:
    async def run() -> None:
        judge, counts = make_judge(Model(glanced=glanced))
        assert (await judge.judge(asking())).task is Task.MATH
        assert counts == {"model": 1}

    asyncio.run(run())


def test_a_closed_judge_does_not_glance() -> None:
    async def run() -> None:
        judge, counts = make_judge(Model(glanced=lambda: MATH))
        judge.close()
        await judge.judge(asking())
        assert counts == {"down": 1}

    asyncio.run(run())


def test_a_batch_says_of_each_whether_a_glance_was_enough() -> None:
    async def run() -> None:
        judge, counts = make_judge(Model(Judgement(Task.CODE, 0.9, 0.2, at_a_glance=True), MATH))
        verdicts = await asyncio.gather(judge.judge(asking("a b")), judge.judge(asking("c d")))
        assert [one.decided_by for one in verdicts] == ["the model, at a glance", "the model"]
        assert counts == {"glance": 1, "model": 1}

    asyncio.run(run())


def test_requests_that_come_together_are_judged_together() -> None:
    async def run() -> None:
        model = Model()
        judge, _ = make_judge(model)
        await asyncio.gather(*(judge.judge(asking(text)) for text in ("a b", "c d", "e f")))
        assert model.batches == [["a b", "c d", "e f"]]

    asyncio.run(run())


def test_what_comes_while_the_model_works_waits_for_the_next_batch() -> None:
    async def run() -> None:
        go = asyncio.Event()
        model = Model(wait=go.wait)
        judge, _ = make_judge(model)
        async with asyncio.TaskGroup() as group:
            group.create_task(judge.judge(asking("first")))
            await model.asked.wait()
            group.create_task(judge.judge(asking("second")))
            group.create_task(judge.judge(asking("third")))
            await asyncio.sleep(0)
            go.set()
        assert model.batches == [["first"], ["second", "third"]]

    asyncio.run(run())


def test_a_late_model_leaves_the_rules_verdict() -> None:
    async def run() -> None:
        judge, counts = make_judge(Model(wait=asyncio.Event().wait), budget_s=0.001)
        verdict = await judge.judge(asking("why is the sky blue?"))
        assert (verdict.task, counts) == (Task.OPEN_QA, {"late": 1})
        assert verdict.decided_by.startswith("rules")
        judge.close()

    asyncio.run(run())


async def _break() -> None:
    raise MemoryError("a secret prompt")


@pytest.mark.parametrize(
    "model",
    [
        Model(wait=_break),
        Model(Judgement(Task.MATH, nan)),
        Model(Judgement(Task.MATH, 0.5, nan)),
        Model(Judgement(Task.MATH, 1.5)),
        Model(MATH, MATH),
    ],
    ids=["raises", "confidence is nan", "difficulty is nan", "no probability", "one too many"],
)
def test_a_broken_model_leaves_the_rules_verdict(model: Model) -> None:
    async def run() -> None:
        judge, counts = make_judge(model)
        assert (await judge.judge(asking("why is the sky blue?"))).task is Task.OPEN_QA
        assert counts == {"failed": 1}

    asyncio.run(run())


def test_a_model_that_keeps_failing_is_left_alone() -> None:
    async def run() -> None:
        model = Model(wait=_break)
        judge, counts = make_judge(model)
        for _ in range(8):
            await judge.judge(asking())
        assert counts == {"failed": 5, "down": 3}
        assert len(model.batches) == 5

    asyncio.run(run())


def test_nobody_waits_for_a_model_that_loads() -> None:
    async def run() -> None:
        model = Model()
        model.is_ready = False
        judge, counts = make_judge(model)
        await judge.judge(asking())
        assert (counts, model.batches) == ({"loading": 1}, [])

    asyncio.run(run())


@pytest.mark.parametrize("request_", [asking("  \n"), asking(options=Options(task="code"))])
def test_a_model_is_not_asked_what_is_clear(request_: Request) -> None:
    async def run() -> None:
        model = Model()
        judge, counts = make_judge(model)
        await judge.judge(request_)
        assert (counts, model.batches) == ({"rules": 1}, [])

    asyncio.run(run())


def test_who_waits_when_it_is_closed_gets_the_rules_verdict() -> None:
    async def run() -> None:
        model = Model(wait=asyncio.Event().wait)
        judge, counts = make_judge(model)
        async with asyncio.TaskGroup() as group:
            for text in ("first", "second"):
                group.create_task(judge.judge(asking(text)))
                await model.asked.wait()
            await asyncio.sleep(0)
            judge.close()
        await judge.judge(asking())
        assert counts == {"failed": 2, "down": 1}

    asyncio.run(run())


class Broken:
    def glance(self, request: Request, kinds: Kinds) -> Judgement | None:
        raise ValueError

    def judge(self, requests: Sequence[Request]) -> Sequence[Judgement]:
        raise ValueError


def test_a_model_on_a_thread_is_ready_when_it_is_loaded() -> None:
    async def run() -> None:
        backend = OnThread("mine", Broken)
        await backend.ready()
        assert backend.is_ready
        judge, counts = make_judge(backend)
        await judge.judge(asking())
        assert counts == {"failed": 1}
        judge.close()

    asyncio.run(run())


def test_a_model_that_cannot_be_loaded_says_so_and_costs_no_request() -> None:
    def load() -> Broken:
        raise EdgeError("no such model")

    async def run() -> None:
        backend = OnThread("mine", load)
        judge, counts = make_judge(backend)
        with pytest.raises(EdgeError, match="no such model"):
            await judge.ready()
        await judge.judge(asking())
        assert counts == {"failed": 1}
        judge.close()

    asyncio.run(run())
