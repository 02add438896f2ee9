"""The verdict as the service gives it by default, without a loop or a budget: the rules', and the
built-in model's task and difficulty."""

from __future__ import annotations

from functools import cache, partial

from classifier import rules
from classifier.heads import BUILTIN, NAME, HeadsModel
from classifier.judging import CONFIDENCE_FLOOR, merge
from classifier.quality import read_measured
from edge.core.types import Request
from edge.core.verdict import Verdict

_model = cache(HeadsModel)
measured = cache(partial(read_measured, BUILTIN))


def judge(request: Request) -> Verdict:
    default = rules.judge(request)
    if rules.is_clear(request):
        return default
    judgement = _model().judge([request])[0]
    return merge(default, judgement, NAME, CONFIDENCE_FLOOR, measured().tasks)
