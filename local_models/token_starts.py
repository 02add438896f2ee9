"""A vocabulary by the first byte of its tokens: which of them a grammar may allow, found quickly.

A grammar that allows a token allows its first byte. So one token of a single byte is tried for
each byte, and then only the tokens that begin with those that passed: where JSON must go on with
a quotation mark these are some hundreds of 49,152, and 0.1 ms instead of 4.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

Tokens = NDArray[np.int32]


class TokenStarts:
    def __init__(self, texts: Sequence[bytes], ends: Collection[int]) -> None:
        """`texts` of all tokens, in order; `ends`: those that end a reply, whatever their text."""
        groups: dict[int, list[int]] = defaultdict(list)
        probes: dict[int, int] = {}
        for token, text in enumerate(texts):
            if not text or token in ends:
                continue
            groups[text[0]].append(token)
            if len(text) == 1:
                probes.setdefault(token, text[0])
        self._groups = {byte: np.array(group, np.int32) for byte, group in groups.items()}
        self._byte_of = probes
        probed = set(probes.values())
        unprobed = [token for byte in groups if byte not in probed for token in groups[byte]]
        self._always = np.array([*ends, *unprobed], np.int32)
        self.probes: Tokens = np.array(list(probes), np.int32)

    def beginning(self, allowed: Sequence[int]) -> Tokens:
        """All tokens that may be allowed, where of the `probes` these are."""
        bytes_ = {self._byte_of[probe] for probe in allowed}
        return np.concatenate([self._always, *(self._groups[byte] for byte in bytes_)])
