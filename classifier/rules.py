"""A verdict by cheap rules: what stands in while no trained classifier has spoken.

The rules read the last user message above all. The system prompt counts where it asks for
a form or gives a standing order ("Translate what I write"), earlier user messages where
they make the last one hazardous ("now as a story"). Of anything long only head and tail are
read, so a prompt of a megabyte costs what one of three kilobytes does.
"""

from __future__ import annotations

import re

from classifier.folding import fold
from classifier.foreign_tasks import FOREIGN_RULES
from classifier.forms import asks_format
from classifier.greetings import is_greeting
from classifier.hazards import is_hazardous
from classifier.languages import UNKNOWN, asked_language, detect_language
from classifier.task_rules import STANDING_ORDERS, first_match, first_rule
from edge.core.types import Request
from edge.core.verdict import Task, Verdict

_EDGE = 1500  # characters of head and of tail that are read
_ASK = 400  # characters of head and of tail where an instruction stands
_PASTED = 350  # characters behind the first line that make it a question about a text
_EARLIER = 6  # user messages that are searched for hazards
_EARLIER_EDGE = 250  # characters of the head and of the tail of each
_BY_MEMORY = (Task.OPEN_QA, Task.BRAINSTORMING, Task.CHAT, Task.OTHER)  # need no text, no numbers
_TASK_NAMES = frozenset(task.value for task in Task)

# The chance that the small model's answer would be worse, before any evidence of how hard this
# one prompt is. A small model is rarely as good; only small talk is easy.
_DIFFICULTY = {
    Task.CHAT: 0.3,
    Task.OPEN_QA: 0.7,
    Task.CLOSED_QA: 0.6,
    Task.SUMMARIZATION: 0.65,
    Task.REWRITING: 0.65,
    Task.EXTRACTION: 0.65,
    Task.CLASSIFICATION: 0.6,
    Task.BRAINSTORMING: 0.65,
    Task.CREATIVE_WRITING: 0.7,
    Task.CODE: 0.85,
    Task.MATH: 0.85,
    Task.REASONING: 0.85,
    Task.OTHER: 0.7,
}
_GREETING_DIFFICULTY = 0.1
_LONGER_IS_HARDER = 0.1  # added in full at so many characters
_LONG_PROMPT = 3000

_GREETS = "rules: greets or thanks"
# These two are for text in small letters: ignoring case, they took three times as long.
_NUMBER = re.compile(
    r"\d+|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twice|half|double|dozen|thrice)\b"
)
_WORD_PROBLEM_NUMBERS = 2
_COUNTS = re.compile(
    r"\bhow (?:many|much|old|far|long|tall|fast)\b|\bfind the\b|\btotal\b"
    r"|\bwhat (?:is|was|will be) (?:the|his|her|their)\b"
)
_CODE = re.compile(
    r"```|^\s*(?:def|class|func|fn|import|#include|public|const|let|var|package|using) \S"
    r"|[;{]\s*$|^\s*\}|=>|\bSELECT\b.{1,80}\bFROM\b|</\w+>|Traceback \(most",
    re.MULTILINE,
)
_QUESTION = re.compile(
    r"\?|\b(?:who|what|when|where|which|why|how|tell me|give me|list|name|describe|explain)\b",
    re.IGNORECASE,
)


def judge(request: Request) -> Verdict:
    """The task, and what may not be opened: cheap, modest, and the same for the same request."""
    text = _edges(request.last_user_text, _EDGE)
    instructions = _instructions(request)
    task, confidence, why = _task(request, text, instructions)
    difficulty = _GREETING_DIFFICULTY if why == _GREETS else _DIFFICULTY[task]
    length = min(len(request.last_user_text) / _LONG_PROMPT, 1.0)
    return Verdict(
        task=task,
        difficulty=round(min(difficulty + _LONGER_IS_HARDER * length, 1.0), 2),
        confidence=confidence,
        decided_by=why,
        language=_language(text, instructions),
        unsafe=_is_unsafe(text) or _is_unsafe(_earlier(request)),
        asks_format=asks_format(request, _ask(text)[0], instructions),
        chars=len(request.last_user_text),
        has_images=request.has_images,
        has_tools=bool(request.tools),
        has_code=_CODE.search(text) is not None,
    )


def difficulty_of(task: Task) -> float:
    """Before any evidence of how hard one prompt is."""
    return _DIFFICULTY[task]


def is_clear(request: Request) -> bool:
    """Whether no model needs to be asked for the task: it is named, or ordered by the system
    prompt; or nothing is said, or only a greeting."""
    text = _edges(request.last_user_text, _EDGE)
    return (
        request.options.task is not None
        or not text.strip()
        or is_greeting(text)
        or first_match(STANDING_ORDERS, _instructions(request).lower()) is not None
    )


def _instructions(request: Request) -> str:
    return _edges(
        "\n".join(m.text for m in request.messages if m.role in ("system", "developer")), _EDGE
    )


def _task(request: Request, text: str, instructions: str) -> tuple[Task, float, str]:
    """The task, how sure we are, and what decided it."""
    if request.options.task in _TASK_NAMES:
        return Task(request.options.task), 1.0, "caller: names the task"
    if not text.strip():
        return Task.OTHER, 0.3, "rules: says nothing"
    if is_greeting(text):
        return Task.CHAT, 0.9, _GREETS
    order = first_match(STANDING_ORDERS, instructions.lower())
    if order:
        return order.task, order.confidence, f"rules: {order.why}"
    ask, pasted = _ask(text)
    abroad = detect_language(ask) != "en"
    rule = (abroad and first_match(FOREIGN_RULES, fold(ask))) or first_rule(ask.lower())
    task = rule.task if rule else Task.OTHER
    if task in _BY_MEMORY and pasted and (abroad or _QUESTION.search(ask)):
        return Task.CLOSED_QA, 0.4, "rules: asks about a text it brings"
    if task in _BY_MEMORY and _is_word_problem(text):
        return Task.MATH, 0.8, "rules: counts with numbers"
    if rule is None:
        return Task.OTHER, 0.3, "rules: shows no sign"
    return rule.task, rule.confidence, f"rules: {rule.why}"


def _ask(text: str) -> tuple[str, bool]:
    """The part of `text` that asks, and whether a text to work on stands beside it.

    An instruction stands in the first or in the last paragraph; what is pasted, in the others.
    """
    text = text.strip()
    paragraphs = [part for part in re.split(r"\n\s*\n", text) if part.strip()]
    if len(paragraphs) > 1 and len(text) > _ASK:
        first, last = paragraphs[0][:_ASK], paragraphs[-1][-_ASK:]
        pasted = len(text) - len(first) > _PASTED
        return (f"{first}\n{last}" if len(last) < _ASK // 2 else first), pasted
    if len(text) <= 2 * _ASK:
        return text, False
    return f"{text[:_ASK]}\n{text[-_ASK:]}", True


def _is_unsafe(text: str) -> bool:
    return bool(text) and is_hazardous(text, detect_language(text))


def _is_word_problem(text: str) -> bool:
    small = text.lower()
    return len(_NUMBER.findall(small)) >= _WORD_PROBLEM_NUMBERS and bool(_COUNTS.search(small))


def _language(text: str, instructions: str) -> str:
    """The language of the reply: the one asked for, else that of the question."""
    asked = asked_language(_ask(text)[0]) or asked_language(instructions)
    if asked:
        return asked
    language = detect_language(_ask(text)[0])
    return detect_language(text) if language == UNKNOWN else language


def _earlier(request: Request) -> str:
    users = [m for m in request.messages if m.role == "user"][-_EARLIER:-1]
    return "\n".join(_edges(m.text, _EARLIER_EDGE) for m in users)


def _edges(text: str, size: int) -> str:
    """`text`, or of a long one its head and its tail."""
    return text if len(text) <= 2 * size else f"{text[:size]}\n{text[-size:]}"
