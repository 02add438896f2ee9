import pytest

from bench.adapter_streams import DIALECTS
from edge.core.types import Stop, Text


@pytest.mark.parametrize("name", DIALECTS)
@pytest.mark.parametrize("events_a_read", [1, 16])
def test_a_long_reply_is_read_word_by_word_and_to_its_end(name: str, events_a_read: int) -> None:
    dialect = DIALECTS[name]
    events, reads = dialect.reads(100, events_a_read)
    assert len(reads) == -(-events // events_a_read)
    listener = dialect.listen()
    pieces = [piece for data in reads for piece in listener.feed(data)] + listener.close()
    assert sum(isinstance(piece, Text) for piece in pieces) == 100
    assert sum(isinstance(piece, Stop) for piece in pieces) == 1
