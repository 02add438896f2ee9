"""Of anything long, its head and its tail: an instruction stands in one of them."""

from __future__ import annotations

HEAD = 2 / 3  # of what is read of a long text


def edges(text: str, size: int) -> str:
    """`text`, or of a longer one about `size` characters: head and tail. It can be encoded."""
    if len(text) > size:
        head = int(size * HEAD)
        text = f"{text[:head]}\n{text[head - size :]}"
    return text.encode("utf-8", "replace").decode()  # JSON may bring half of a surrogate pair
