"""The gate: a draft's words while nobody has seen them, and what of them may be shown."""

from __future__ import annotations

from dataclasses import dataclass, field

from edge.core.openings import objection
from edge.core.plan import Draft, Plan
from edge.core.sentences import line_end, sentences_end


@dataclass(slots=True)
class Gate:
    """Holds the words of leg `number`. `plan` says against what they are judged."""

    number: int
    draft: Draft
    plan: Plan
    _held: list[str] = field(default_factory=list)

    def hold(self, text: str) -> None:
        self._held.append(text)

    def opening(self, final: bool) -> str | None:
        """The opening once it stands; empty when it may not be said; None while it does not
        stand. `final`: the draft says no more."""
        held = "".join(self._held)
        end = self._end(held, final)
        if end is None:
            return None
        opening = held[:end].strip()
        stops = any(stop in opening for stop in self.plan.stop)
        if stops or objection(self.draft.level, opening, self.plan.prompt) is not None:
            return ""
        return opening

    def _end(self, held: str, final: bool) -> int | None:
        match self.draft.gate:
            case "token":
                return len(held)
            case "line":
                return line_end(held) or (len(held) if final else None)
            case _:
                return sentences_end(held, self.draft.sentences, final)
