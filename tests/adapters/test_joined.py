from __future__ import annotations

from adapters.joined import joined
from edge.core.types import FinishReason, Piece, Stop, Text, Thinking, TokenLogprob, ToolDelta

STOP = Stop(FinishReason.STOP)


def test_neighbouring_words_and_thoughts_are_one_piece_each() -> None:
    pieces: list[Piece] = [Thinking("a"), Thinking("b"), Text("c"), Text("d"), Text("e"), STOP]
    assert list(joined(pieces)) == [Thinking("ab"), Text("cde"), STOP]


def test_nothing_changes_places() -> None:
    pieces: list[Piece] = [Text("a"), ToolDelta(0, "id", "f"), ToolDelta(0), Text("b"), STOP]
    assert list(joined(pieces)) == pieces


def test_log_probabilities_stay_in_their_order() -> None:
    one, two = TokenLogprob("a", -0.1, ()), TokenLogprob("b", -0.2, ())
    assert list(joined([Text("a", (one,)), Text("b", (two,))])) == [Text("ab", (one, two))]
