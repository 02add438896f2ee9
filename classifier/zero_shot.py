"""How a language model that was never trained for it is asked for the task and the difficulty.

It reads an instruction with an example of every label, which is the same for all and so is read
once, then the text, on a line of its own. No word is decoded. What comes next is read at two places
of one pass:

    <instruction and examples>
    Request: write me a haiku about rain
    Difficulty:                            <- easy, medium or hard
    Task:                                  <- one of the words for tasks

A model prefers some words whatever it reads. How much it prefers each is seen with one text of
every task, and taken off (batch calibration, https://arxiv.org/abs/2309.17249). Of 150 prompts
SmolLM2 had 11 right as it is, 12 with what it prefers behind texts that say nothing taken off, and
25 with what it prefers over all of the prompts.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from classifier.backend import Judgement
from classifier.long_text import edges
from classifier.readout import Chances, judgement, softmax
from edge.core.verdict import Task

# Each is one token of SmolLM2, with the space before it, and of most vocabularies of its kind.
WORDS = {
    Task.CHAT: "chat",
    Task.OPEN_QA: "question",
    Task.CLOSED_QA: "reading",
    Task.SUMMARIZATION: "summary",
    Task.REWRITING: "rewrite",
    Task.EXTRACTION: "extract",
    Task.CLASSIFICATION: "category",
    Task.BRAINSTORMING: "ideas",
    Task.CREATIVE_WRITING: "story",
    Task.CODE: "code",
    Task.MATH: "math",
    Task.REASONING: "logic",
}
LEVELS = {"easy": 0.15, "medium": 0.5, "hard": 0.85}

TASK_LABELS = tuple(f" {word}" for word in WORDS.values())
LEVEL_LABELS = tuple(f" {word}" for word in LEVELS)

_MEANINGS = {
    Task.CHAT: "greetings, thanks, small talk",
    Task.OPEN_QA: "a question to be answered from general knowledge",
    Task.CLOSED_QA: "a question about a text that is given",
    Task.SUMMARIZATION: "make something shorter",
    Task.REWRITING: "change, correct or translate a text that is given",
    Task.EXTRACTION: "pull names, dates or other facts out of a text",
    Task.CLASSIFICATION: "sort something into given classes",
    Task.BRAINSTORMING: "suggest several ideas or names",
    Task.CREATIVE_WRITING: "write a story, poem, letter or other new text",
    Task.CODE: "write, mend or explain a program",
    Task.MATH: "calculate, solve or prove",
    Task.REASONING: "a puzzle, or conclusions from what is given",
}
_EXAMPLES = (
    ("good morning, how are you today?", "easy", Task.CHAT),
    ("Why do leaves change their colour in autumn?", "medium", Task.OPEN_QA),
    ("The ferry leaves at nine from pier 4. Where does it leave from?", "easy", Task.CLOSED_QA),
    (
        "Give me the main points of this report in three sentences: ...",
        "medium",
        Task.SUMMARIZATION,
    ),
    ("Make this email sound more polite: send me the file now", "medium", Task.REWRITING),
    ("List every person and date named in the following letter: ...", "medium", Task.EXTRACTION),
    ("Is this review positive or negative? 'Cold soup, never again.'", "easy", Task.CLASSIFICATION),
    ("Ten names for a bakery by the sea", "medium", Task.BRAINSTORMING),
    ("Write a short poem about an old lighthouse", "medium", Task.CREATIVE_WRITING),
    ("My Python loop never ends, what is wrong with `while x: pass`?", "hard", Task.CODE),
    ("Solve x^2 - 5x + 6 = 0 and show your work", "hard", Task.MATH),
    ("Ann is older than Bo, Bo is older than Cy. Who is the youngest?", "hard", Task.REASONING),
)
# One text of each task, in their order: what a model prefers over all of them, it prefers always.
BALANCED = (
    "thanks, that was lovely of you",
    "What is the largest lake in Africa?",
    "'The hall opens at ten and seats ninety.' How many people fit in?",
    "Shorten the minutes of our meeting to one paragraph: ...",
    "Translate into French: the train is late again",
    "Which companies are mentioned in this article? ...",
    "Tag this ticket as bug, wish or praise: 'I love the new menu'",
    "How could I surprise my sister on her birthday?",
    "Tell me a bedtime tale of a fox who is afraid of snow",
    "def add(a, b): return a - b  # fails its test, please fix",
    "What is 15 percent of 240, plus 18?",
    "All my cats sleep. Tom does not sleep. Is Tom one of my cats?",
)

_MOST_CHARS = 1600  # of a text: some 400 tokens of English prose


def _instruction() -> str:
    lines = ["Sort each request by its difficulty and its task. The tasks are:"]
    lines += [f"- {word}: {_MEANINGS[task]}" for task, word in WORDS.items()]
    for text, level, task in _EXAMPLES:
        lines += ["", f"Request: {text}", f"Difficulty: {level}", f"Task: {WORDS[task]}"]
    return "\n".join((*lines, "", "Request:"))


INSTRUCTION = _instruction()
LEVEL_CUE = "\nDifficulty:"  # read behind it
TASK_CUE = " medium\nTask:"  # and behind this; the level is the one that gives least away


def as_line(text: str) -> str:
    """On one line, so that no text can answer for the model."""
    return " " + " ".join(edges(text, _MOST_CHARS).split())


class Calibration:
    """Turns log-probabilities of the labels into judgements."""

    def __init__(
        self, of_balanced: Sequence[tuple[Sequence[float], Sequence[float]]], temperature: float
    ) -> None:
        """`of_balanced`: tasks' and levels' log-probabilities for each of `BALANCED`."""
        tasks, levels = zip(*of_balanced, strict=True)
        self._tasks = np.asarray(tasks, np.float64).mean(axis=0)
        self._levels = np.asarray(levels, np.float64).mean(axis=0)
        self._temperature = temperature

    def judge(self, tasks: Sequence[float], levels: Sequence[float]) -> Judgement:
        chances = self._chances(tasks, self._tasks)
        hard = self._chances(levels, self._levels) @ np.asarray(tuple(LEVELS.values()))
        return judgement(chances, tuple(WORDS), float(hard))

    def _chances(self, scores: Sequence[float], usual: Chances) -> Chances:
        return softmax((np.asarray(scores, np.float64) - usual) / self._temperature)
