"""What can be counted of a prompt without knowing its words: its shape, its signs, and what the
rules think of it."""

from __future__ import annotations

import re
from collections import Counter
from math import log1p

import numpy as np
from numpy.typing import NDArray

from classifier.task_rules import RULES, first_rule

_SIGNS = {
    "ends in a question": r"\?\W*\Z",
    "a question first": r"\A[^\n.!]{1,150}\?",
    "question words first": r"\A\W*(?i:who|whom|whose|what|when|where|which|why|how|is|are|was|were"
    r"|do|does|did|can|could|would|will|should|has|have)\b",
    "a fence": r"```",
    "code at a line's end": r"[;{}]\s*$",
    "a line of code": r"^\s*(?:def|class|func|fn|import|#include|public|const|let|var|return|for"
    r"|while|SELECT|FROM)\b.*[(:;{=]|^\s*(?:>>>|\$ )",
    "a call": r"\w\.\w+\(|\w\(\)|[a-z]+_[a-z]+|[a-z][A-Z][a-z]",
    "an error": r"\b(?:Error|Exception|Traceback|undefined|segfault)\b|\w+Error\b",
    "quotes": r"[\"“”«»„]|(?<!\w)'[^'\n]{3,}'",
    "a long quote": r"[\"“«„][^\"”»“]{60,}",
    "a colon at a line's end": r":\s*$",
    "a colon with more behind": r"\A[^\n]{3,120}:\s+\S",
    "options": r"^\s*\(?[A-Da-d][).:]\s",
    "bullets": r"^\s*[-*•]\s",
    "numbered lines": r"^\s*\d+[.)]\s",
    "a rule": r"^\s*(?:---|===|\*\*\*|###)",
    "an equation": r"\d\s*[-+*/^=×÷]\s*\d|[xyn]\s*[=^]|\b(?:sin|cos|log|sqrt)\b|[√∫∑π]|\\\w+\{",
    "money or percent": r"[$€£]\s*\d|\d\s*(?:[$€£%]|percent\b)",
    "a number asked for": r"\b(?i:how (?:many|much|old|far|long|fast))\b",
    "commas listed": r",[^,\n]{2,25},[^,\n]{2,25},",
    "first person": r"\b(?:I|I'm|I've|my|me|im)\b",
    "second person": r"\b(?i:you|your|u)\b",
    "please": r"\b(?i:please|pls|plz)\b",
    "a web or mail address": r"https?://|\w@\w",
    "a date or time": r"\b\d{1,2}:\d\d\b|\b(?:19|20)\d\d\b",
    "exclaims": r"!",
    "an ellipsis": r"\.\.\.|…",
    "a bracket": r"[\[<]\w+[\]>]",
    "a tab or pipe": r"\t|\s\|\s",
}
_SEARCHES = tuple(re.compile(pattern, re.MULTILINE).search for pattern in _SIGNS.values())
_TASKS = tuple(dict.fromkeys(rule.task.value for rule in RULES))
_SAID = {task: tuple(float(task == each) for each in _TASKS) for task in _TASKS}
_NOTHING_SAID = (0.0,) * len(_TASKS)
_NUMBER = re.compile(r"\d+")
_STEPS = (20, 40, 80, 160, 320, 640, 1280, 2560)  # characters

COUNTED = (
    "characters",
    "words",
    "lines",
    "paragraphs",
    "numbers",
    "length of a word",
    "digits",
    "signs",
    "capitals",
    "not ASCII",
    "length of the first line",
    "length of the last line",
    "first line is most",
    *(f"longer than {step}" for step in _STEPS),
    *_SIGNS,
    *(f"rules: {task}" for task in _TASKS),
)


def count_things(text: str, length: int) -> NDArray[np.float32]:
    """`text` is what is read of a prompt of `length` characters."""
    stripped = text.strip()
    size = max(len(stripped), 1)
    lines = [line for line in stripped.split("\n") if line.strip()] or [""]
    words = stripped.split()
    asking = stripped if len(stripped) <= 800 else f"{stripped[:400]}\n{stripped[-400:]}"
    rule = first_rule(asking.lower())
    digits, signs, capitals, foreign = _kinds(stripped)
    values = [
        log1p(length) / 8,
        log1p(len(words)) / 6,
        log1p(len(lines)) / 4,
        log1p(stripped.count("\n\n")) / 3,
        log1p(len(_NUMBER.findall(stripped))) / 3,
        min(size / max(len(words), 1), 20) / 10,
        digits / size * 3,
        signs / size * 3,
        capitals / size * 3,
        foreign / size,
        log1p(len(lines[0])) / 6,
        log1p(len(lines[-1])) / 6,
        len(lines[0]) / size,
        *[1.0 if length > step else 0.0 for step in _STEPS],
        *[1.0 if search(stripped) else 0.0 for search in _SEARCHES],
        *(_SAID[rule.task] if rule else _NOTHING_SAID),
    ]
    return np.array(values, np.float32)


def _kinds(text: str) -> tuple[int, int, int, int]:
    """How many digits, signs, capitals, and characters that are not ASCII."""
    digits = signs = capitals = foreign = 0
    for character, count in Counter(text).items():  # of 3,000 characters few are different
        if not character.isalnum():
            signs += 0 if character.isspace() else count
        elif character.isdigit():
            digits += count
        if character.isupper():
            capitals += count
        if character > "\x7f":
            foreign += count
    return digits, signs, capitals, foreign
