"""The verdict as the service gives it by default, without a loop or a budget: the rules', and the
built-in model's task and difficulty."""

from __future__ import annotations

from functools import cache

from classifier import rules
from classifier.heads import NAME, HeadsModel
from classifier.judging import merge
from edge.core.types import Request
from edge.core.verdict import Verdict

_model = cache(HeadsModel)


def judge(request: Request) -> Verdict:
    default = rules.judge(request)
    if rules.is_clear(request):
        return default
    return merge(default, _model().judge([request])[0], NAME)
