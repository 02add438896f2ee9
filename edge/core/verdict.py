"""The classifier's answer: what kind of task this is, and how hard."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Task(StrEnum):
    CHAT = "chat"
    OPEN_QA = "open_qa"
    CLOSED_QA = "closed_qa"
    SUMMARIZATION = "summarization"
    REWRITING = "rewriting"
    EXTRACTION = "extraction"
    CLASSIFICATION = "classification"
    BRAINSTORMING = "brainstorming"
    CREATIVE_WRITING = "creative_writing"
    CODE = "code"
    MATH = "math"
    REASONING = "reasoning"
    OTHER = "other"


# Of tasks, each in one of them: those that need not be told from each other are together.
Kinds = tuple[frozenset[Task], ...]
EACH: Kinds = tuple(frozenset({task}) for task in Task)
ANY: Kinds = (frozenset(Task),)


@dataclass(frozen=True, slots=True)
class Verdict:
    """`difficulty` is the chance, 0 to 1, that the small model's answer would be worse.

    `decided_by` names what was looked at ("rules: asks for code"); `language` is an
    ISO 639-1 code, or "und" when it is unclear. `task` is `other` where nobody is sure enough.
    `is_calibrated`: the difficulty is a measure that the quality curve was drawn with, and no rule
    of thumb.
    """

    task: Task
    difficulty: float
    confidence: float
    decided_by: str
    language: str = "und"
    unsafe: bool = False  # an opening could push a target into complying, or refusing
    asks_format: bool = False  # wants JSON, a table, "one word": an opening would break it
    is_calibrated: bool = False
    chars: int = 0  # of the last user message
    has_images: bool = False  # anywhere in the conversation
    has_tools: bool = False
    has_code: bool = False  # the last user message brings some
