from itertools import cycle, islice

import pytest

from bench.adapter_streams import DIALECTS
from bench.answers import answers
from bench.answers import pieces as words_of
from edge.core.types import Stop, Text


@pytest.mark.parametrize("name", DIALECTS)
@pytest.mark.parametrize("events_a_read", [1, 16])
def test_a_long_reply_is_read_to_its_last_word_and_its_end(name: str, events_a_read: int) -> None:
    dialect = DIALECTS[name]
    events, reads = dialect.reads(100, events_a_read)
    assert len(reads) == -(-events // events_a_read)
    listener = dialect.listen()
    pieces = [piece for data in reads for piece in listener.feed(data)] + listener.close()
    said = "".join(piece.text for piece in pieces if isinstance(piece, Text))
    assert said == "".join(islice(cycle(words_of(answers()[0].text)), 100))
    assert sum(isinstance(piece, Stop) for piece in pieces) == 1
