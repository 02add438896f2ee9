from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edge.core.accounting import estimate_tokens
from edge.core.events import Emit, Role
from edge.core.pacing import LONGEST_HOLD_S, Pacer
from edge.core.types import Extra, Piece, Text, Thinking, TokenLogprob, ToolDelta

PACE = 20.0  # tokens a second: 80 letters
FIRST = "It moves heat."


def emit(piece: Piece | str, role: Role = Role.TARGET, block: int = 0) -> Emit:
    return Emit(1, "a/big", role, block, Text(piece) if isinstance(piece, str) else piece)


@dataclass(frozen=True)
class Shown:
    at: float
    emit: Emit

    @property
    def text(self) -> str:
        return self.emit.piece.text if isinstance(self.emit.piece, Text) else ""


def paced(*told: tuple[float, Emit], tokens_per_s: float = PACE, end: float = 1e9) -> list[Shown]:
    """What comes when, and is shown when: each timer is kept to, and all is over at `end`."""
    pacer, shown = Pacer(tokens_per_s), list[Shown]()

    def wake_until(now: float) -> None:
        while (timer := pacer.next_timer()) is not None and timer <= now:
            shown.extend(Shown(timer, item) for item in pacer.handle_timer(timer))

    for at, item in told:
        wake_until(at)
        shown.extend(Shown(at, due) for due in pacer.receive(item, at))
    wake_until(end)
    shown.extend(Shown(end, item) for item in pacer.flush())
    assert pacer.next_timer() is None
    return shown


def text_of(shown: list[Shown]) -> str:
    return "".join(item.text for item in shown)


def words(count: int) -> str:
    """Of about a token each."""
    return " moo" * count


# -- the pace -----------------------------------------------------------------


def test_burst_is_shown_word_by_word_at_the_pace() -> None:
    shown = paced((0.0, emit(FIRST + words(40))))
    assert text_of(shown) == FIRST + words(40)
    begins = estimate_tokens(FIRST) / PACE  # so long the first sentence keeps a reader
    assert [item.at for item in shown[1:]] == pytest.approx(
        [begins + number / PACE for number in range(40)]
    )


def test_slow_target_is_shown_as_it_comes() -> None:
    told = [(0.0, emit(FIRST)), *((1.0 + number, emit(" moo")) for number in range(20))]
    assert [(item.at, item.emit) for item in paced(*told)] == told


def test_without_a_pace_everything_is_left_as_it_is() -> None:
    told = [(0.0, emit(FIRST + words(400))), (0.1, emit(words(400)))]
    assert [(item.at, item.emit) for item in paced(*told, tokens_per_s=0)] == told


def test_stall_is_bridged_by_what_was_kept_back() -> None:
    """Four seconds of silence after a burst: words come all the while."""
    burst = [(0.1 * number, emit(words(5))) for number in range(1, 31)]
    shown = paced((0.0, emit(FIRST)), *burst, (7.0, emit(words(5))))
    gaps = [late.at - early.at for early, late in pairwise(shown)]
    assert max(gaps) < 0.3


# -- what nobody waits for ----------------------------------------------------


def test_opening_and_first_sentence_are_shown_as_they_come() -> None:
    opening = replace(emit("Let us look. Here it is.", Role.DRAFT), ends_block=True)
    shown = paced(
        (0.1, opening),
        (0.7, emit("It moves", block=1)),
        (0.8, emit(" heat. From the cold side to the warm one.", block=1)),
    )
    assert (shown[0].at, shown[0].emit) == (0.1, opening)
    assert (shown[1].at, shown[1].text) == (0.7, "It moves")
    assert (shown[2].at, shown[2].text) == (0.8, " heat.")
    assert shown[3].at > 0.8


def test_sentence_whose_end_is_known_only_by_the_next_words_is_out_already() -> None:
    shown = paced((0.0, emit(FIRST)), (5.0, emit(" From the cold side.")))
    assert [item.at for item in shown[:2]] == [0.0, 5.0]


def test_text_without_sentences_is_paced_after_a_while() -> None:
    shown = paced((0.0, emit("moo " * 200)))
    at_once = sum(len(item.text) for item in shown if item.at == 0.0)
    assert 0 < at_once < 400


def test_tool_call_is_shown_at_once_with_all_before_it() -> None:
    call = emit(ToolDelta(0, "c1", "look", "{}"))
    shown = paced((0.0, emit(FIRST + words(40))), (0.1, call), end=0.1)
    assert (shown[-1].at, shown[-1].emit) == (0.1, call)
    assert text_of(shown) == FIRST + words(40)


def test_end_brings_all_that_is_left() -> None:
    shown = paced((0.0, emit(FIRST + words(400))), end=1.0)
    assert text_of(shown) == FIRST + words(400)


def test_fast_target_is_never_more_than_the_longest_hold_behind() -> None:
    told = [(0.0, emit(FIRST)), *((0.01 * number, emit(" moo")) for number in range(1, 3000))]
    shown = paced(*told)
    behind = [late.at - early for late, (early, _) in zip(shown, told, strict=True)]
    assert max(behind) == pytest.approx(LONGEST_HOLD_S)


# -- what stays as it is ------------------------------------------------------


def test_other_pieces_keep_their_place_among_the_words() -> None:
    extra = emit(Extra({"id": 1}))
    shown = paced((0.0, emit(FIRST + words(40))), (0.1, extra), (0.2, emit(" end")))
    assert [item.emit for item in shown].index(extra) == len(shown) - 2


def test_words_with_log_probabilities_stay_together() -> None:
    piece = Text(words(40), (TokenLogprob("moo", -0.5),))
    shown = paced((0.0, emit(FIRST)), (0.1, emit(piece)))
    assert shown[-1].emit.piece is piece


def test_only_the_last_part_ends_its_block() -> None:
    last = replace(emit(FIRST + words(3)), ends_block=True)
    assert [item.emit.ends_block for item in paced((0.0, last))] == [False] * 3 + [True]


TEXTS = st.text("ab. !\n水。é🎉", min_size=1, max_size=80)
PIECES = st.one_of(
    TEXTS.map(Text),
    TEXTS.map(Text),
    TEXTS.map(Thinking),
    st.just(ToolDelta(0, "c1", "look", "{}")),
    st.just(Extra({"id": 1})),
)
TOLD = st.lists(st.tuples(st.floats(0.0, 3.0), PIECES, st.sampled_from(list(Role))), max_size=30)


def test_what_takes_the_opening_back_does_so_once() -> None:
    words = replace(emit(f"{FIRST} It is quiet and it is warm."), corrects=True)
    shown = paced((0.0, words))
    assert len(shown) > 3
    assert [item.emit.corrects for item in shown] == [True, *[False] * (len(shown) - 1)]


@given(TOLD, st.floats(0.1, 100.0), st.floats(0.0, 10.0))
def test_nothing_is_lost_or_moved_or_held_too_long(
    told: list[tuple[float, Piece, Role]], tokens_per_s: float, rest_s: float
) -> None:
    at, timed = 0.0, list[tuple[float, Emit]]()
    for pause, piece, role in told:
        at += pause
        timed.append((at, emit(piece, role)))
    shown = paced(*timed, tokens_per_s=tokens_per_s, end=at + rest_s)
    assert one_by_one(item.emit for item in shown) == one_by_one(item for _, item in timed)
    assert [item.at for item in shown] == sorted(item.at for item in shown)
    arrivals = [when for when, item in timed for _ in one_by_one([item])]
    sent = [item.at for item in shown for _ in one_by_one([item.emit])]
    for arrived, left in zip(arrivals, sent, strict=True):
        assert arrived <= left <= arrived + LONGEST_HOLD_S + 1e-9
    for when, item in timed:
        if isinstance(item.piece, ToolDelta):
            assert Shown(when, item) in shown


def one_by_one(emits: Iterable[Emit]) -> list[object]:
    """Every character with who said it, and every other piece."""
    units: list[object] = []
    for item in emits:
        match item.piece:
            case Text(text=text):
                units += [(item.role, char) for char in text]
            case piece:
                units.append(piece)
    return units
