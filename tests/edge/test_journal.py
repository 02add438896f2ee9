from __future__ import annotations

import random

from edge.journal import Journal, split_frames


def frame(number: int) -> bytes:
    return b'event: response.output_text.delta\ndata: {"delta":" word %d"}\n\n' % number


def told(journal: Journal, place: int) -> list[bytes]:
    frames = b""
    while True:
        more, place = journal.read(place)
        if not more:
            return split_frames(frames)
        frames += more


def test_every_place_is_found_whatever_was_packed() -> None:
    journal, frames = Journal(), [frame(number) for number in range(1000)]
    draw, at = random.Random(1), 0
    while at < len(frames):
        more = draw.randint(1, 5)
        journal.append(b"".join(frames[at : at + more]))
        at += more
    assert journal.count == len(frames)
    for place in (0, 1, 2, 250, 251, 500, 998, 999, 1000, 2000):
        assert told(journal, place) == frames[place:]


def test_what_was_said_long_ago_takes_little_room() -> None:
    journal = Journal()
    grown = sum(journal.append(frame(number)) for number in range(10_000))
    assert grown == journal.size
    assert journal.size < len(frame(0)) * 10_000 / 5


def test_one_who_is_far_behind_is_given_a_part_at_a_time() -> None:
    journal = Journal()
    for number in range(10_000):
        journal.append(frame(number))
    part, place = journal.read(0)
    assert len(part) < 32 << 10
    assert 0 < place < 10_000
