"""What an engine has done since it began."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Counts:
    """Only ever grow. Written by the batcher's thread, read by any."""

    steps: int = 0
    step_s: float = 0.0  # in decode calls, their preparation too
    decode_s: float = 0.0  # of that, inside llama.cpp
    fed: int = 0  # sequences that had a part in a step, all steps together
    read_tokens: int = 0  # of prompts
    written_tokens: int = 0
    paused: int = 0  # sequences that had none, because others were more urgent
    interrupted: int = 0  # decode calls that were stopped
    prompts: int = 0  # that were given a sequence
    prompt_tokens: int = 0
    cached_tokens: int = 0  # of these, not read again
    cache_hits: int = 0  # prompts that began as another one, the template's head not counted
    deadlines_met: int = 0
    deadlines_missed: int = 0  # the sentence came later, or not at all because its caller left
    given_up: int = 0  # drafts that could not come in time to be of use
