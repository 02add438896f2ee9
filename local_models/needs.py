"""How much memory a model will take, told from its file's header before anything is loaded.

- the weights: the file, near enough; they are mapped, and every token reads all of them. Where they
  are split (`local_models/split_weights.py`), the two files made of it; and while they are loaded
  as much again, when there is no context yet;
- the context: keys and values of every layer for every slot's tokens. Exact for plain attention;
  more than is needed for models with windows or states, which keep less;
- the buffers of a step: the logits of the most tokens that are computed at once, and some;
- where the model gives embeddings: a context and buffers of their own, for one text of the longest.

With the builtin model llama.cpp says 360.0 MiB of context and 98.3 of buffers for 4 slots of 4096
tokens; this says 360.0 and 108.3. For embeddings it would take 446.2; this says 479.0.
"""

from __future__ import annotations

from dataclasses import dataclass

from local_models.gguf import Header

# Bytes for a number of the context; a block of 32 has a scale of two bytes beside it.
KV_BYTES = {"f16": 2.0, "q8_0": 34 / 32, "q4_0": 18 / 32}
POOLING = (1, 2, 3)  # types that give embeddings: mean, first token, last; 0 is none, 4 ranks
LONGEST_TEXT = 2048  # tokens that are embedded at once
_STEP = 512  # tokens computed at once
_FLOAT = 4
_CELLS = 256  # the context of a slot is a multiple


@dataclass(frozen=True, slots=True)
class Needs:
    """In bytes."""

    weights: int
    context: int
    buffers: int
    embeddings: int = 0
    loading: int = 0  # beside the weights, and gone when the others come

    @property
    def kept(self) -> int:
        """Once it is loaded."""
        return self.weights + self.context + self.buffers + self.embeddings

    @property
    def total(self) -> int:
        """At the most."""
        return max(self.kept, self.weights + self.loading)

    def __str__(self) -> str:
        parts = {"weights": self.weights}
        if self.total > self.kept:
            parts["loading"] = self.loading
        else:
            parts["context"] = self.context
            parts["buffers"] = self.buffers
            parts["embeddings"] = self.embeddings
        told = ", ".join(f"{name} {in_mib(size)}" for name, size in parts.items() if size)
        return f"{in_mib(self.total)} ({told})"


def estimate_needs(
    header: Header, *, slots: int, context: int, kv_type: str, split: int = 0
) -> Needs:
    """`split`: bytes of what the weights are split into; 0: they are not."""
    return Needs(
        weights=split or header.size,
        context=round(_kv_numbers(header) * _cells(header, slots, context) * KV_BYTES[kv_type]),
        buffers=_STEP * _step_bytes(header),
        embeddings=_for_embeddings(header),
        loading=split,
    )


def _step_bytes(header: Header) -> int:
    """Of the buffers, for each token that is computed at once."""
    return _FLOAT * (_vocab(header) + 4 * _width(header) + 2 * _widest(header))


def _for_embeddings(header: Header) -> int:
    if header.own("pooling_type") not in POOLING:
        return 0
    longest = min(LONGEST_TEXT, header.own("context_length") or LONGEST_TEXT)
    mask = 2 * longest * longest  # who may look at whom, 16 bits each
    cells = longest * _kv_numbers(header) * KV_BYTES["f16"]
    return round(cells) + longest * _step_bytes(header) + mask


def in_mib(size: int) -> str:
    return f"{size / (1 << 20):,.0f} MiB"


def _kv_numbers(header: Header) -> int:
    """Numbers that the context keeps of one token."""
    heads = header.per_layer("attention.head_count", 0)
    kept = header.per_layer("attention.head_count_kv", max(heads, default=0))
    usual = _width(header) // max(1, max(heads, default=1))
    keys = header.own("attention.key_length") or usual
    values = header.own("attention.value_length") or usual
    return sum(kept) * (keys + values)


def _cells(header: Header, slots: int, context: int) -> int:
    trained = header.own("context_length")
    size = min(context, trained) if trained else context
    return slots * (size + -size % _CELLS)


def _vocab(header: Header) -> int:
    return header.lengths.get("tokenizer.ggml.tokens", 0) or header.own("vocab_size")


def _width(header: Header) -> int:
    return header.own("embedding_length")


def _widest(header: Header) -> int:
    return max(header.per_layer("feed_forward_length", 0), default=0)
